/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out the three parts of a row about time: when, what, and how far off. They stand beside
 * each other, and below each other where a line would be too short for that. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARREL_TYPE_ROW_LAYOUT (carrel_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (CarrelRowLayout, carrel_row_layout, CARREL, ROW_LAYOUT, GtkLayoutManager)

G_END_DECLS
