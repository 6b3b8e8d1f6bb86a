/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A GtkWidget that is no container of GTK must let its children go itself, and cannot ask for
 * another size while it is given one. */
#define G_LOG_DOMAIN "carrel-children"

#include "config.h"

#include "carrel-children.h"

/**
 * carrel_children_unparent:
 * @parent: a widget that is disposed of
 *
 * Lets all children go.
 */
void
carrel_children_unparent (GtkWidget *parent)
{
  GtkWidget *child = gtk_widget_get_first_child (parent);

  for (; child != NULL; child = gtk_widget_get_first_child (parent))
    gtk_widget_unparent (child);
}

static gboolean
on_later_cb (gpointer data)
{
  gtk_widget_queue_resize (GTK_WIDGET (data));
  return G_SOURCE_REMOVE;
}

/**
 * carrel_children_resize_later:
 * @parent: a widget that was just given a size, and with that has found that it wants another one
 *
 * Asks for another size before the next frame.
 */
void
carrel_children_resize_later (GtkWidget *parent)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_later_cb, g_object_ref (parent), g_object_unref);
}
