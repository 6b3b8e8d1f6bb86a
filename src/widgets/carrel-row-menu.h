/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of a row, by the keys and the mouse button that open menus everywhere. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void carrel_row_menu_attach (GtkWidget *row, GtkMenuButton *button);

G_END_DECLS
