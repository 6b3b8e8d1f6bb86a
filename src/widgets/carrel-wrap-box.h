/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Children side by side, and on further lines when there is no room. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARREL_TYPE_WRAP_BOX (carrel_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (CarrelWrapBox, carrel_wrap_box, CARREL, WRAP_BOX, GtkWidget)

GtkWidget *carrel_wrap_box_new (void);
void carrel_wrap_box_append (CarrelWrapBox *self, GtkWidget *child);
void carrel_wrap_box_break_words (GtkWidget *button);

G_END_DECLS
