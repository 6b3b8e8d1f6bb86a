/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out the parts of a row: when, what, and what is at the end, such as how far off it is or an
 * entry. They stand beside each other, and below each other where a line would be too short. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_ROW_LAYOUT (carrel_row_layout_get_type ())
/* Property: has-time (b, construct-only), whether the first child says when. */
G_DECLARE_FINAL_TYPE (CarrelRowLayout, carrel_row_layout, CARREL, ROW_LAYOUT, GtkLayoutManager)

void carrel_row_layout_attach (AdwActionRow *row);

G_END_DECLS
