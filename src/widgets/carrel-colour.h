/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The colour that a widget writes in, in whichever way GTK says it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void carrel_colour_get (GtkWidget *widget, GdkRGBA *colour);

G_END_DECLS
