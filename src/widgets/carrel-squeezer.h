/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows its wide child where that fits, and its narrow child otherwise. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARREL_TYPE_SQUEEZER (carrel_squeezer_get_type ())
G_DECLARE_FINAL_TYPE (CarrelSqueezer, carrel_squeezer, CARREL, SQUEEZER, GtkWidget)

/* Properties: wide, narrow (GtkWidget), is-narrow (b, read-only). */
gboolean carrel_squeezer_is_narrow (CarrelSqueezer *self);

G_END_DECLS
