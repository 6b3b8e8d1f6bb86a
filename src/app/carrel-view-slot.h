/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of a view in the stack of a window, empty until the view is built. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_VIEW_SLOT (carrel_view_slot_get_type ())
G_DECLARE_FINAL_TYPE (CarrelViewSlot, carrel_view_slot, CARREL, VIEW_SLOT, AdwBin)

GtkWidget *carrel_view_slot_new (void);
void carrel_view_slot_fill (CarrelViewSlot *self, GtkWidget *view);

G_END_DECLS
