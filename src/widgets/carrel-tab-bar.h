/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tabs of a stack, with words or, where these have no room, with icons alone. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_TAB_BAR (carrel_tab_bar_get_type ())
G_DECLARE_FINAL_TYPE (CarrelTabBar, carrel_tab_bar, CARREL, TAB_BAR, GtkWidget)

/* Properties, all of them only written: stack (AdwViewStack), label, its name (s), is-bar (b), for
 * the bottom of a window. */
void carrel_tab_bar_set_stack (CarrelTabBar *self, AdwViewStack *stack);
gboolean carrel_tab_bar_has_words (CarrelTabBar *self);

G_END_DECLS
