/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK 4.10 asks the widget, and deprecates the style context that was asked before. */
#define G_LOG_DOMAIN "carrel-colour"

#include "config.h"

/* Here alone among the widgets, what is newer than the floor may be called. */
#undef GDK_VERSION_MAX_ALLOWED

#include "carrel-colour.h"

/**
 * carrel_colour_get:
 * @widget: a widget that draws
 * @colour: (out): the colour of its text
 */
void
carrel_colour_get (GtkWidget *widget, GdkRGBA *colour)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, colour);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
#endif
}
