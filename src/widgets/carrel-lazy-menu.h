/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus that are made when they are opened. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void carrel_lazy_menu_attach (GtkMenuButton *button, GMenuModel *menu, const char *name);

G_END_DECLS
