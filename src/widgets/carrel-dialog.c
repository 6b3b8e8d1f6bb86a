/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dialog of our own is silent on old GTK when it opens, unless its focus is set again a little
 * later; that is done here once for all dialogs. */
#define G_LOG_DOMAIN "carrel-dialog"

#include "config.h"

#include "carrel-dialog.h"

#include "carrel-accessible.h"

/* How long a screen reader needs to notice a new window, in milliseconds. */
#define NOTICE_TIME 250

typedef struct
{
  guint refocus_id;
} CarrelDialogPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (CarrelDialog, carrel_dialog, ADW_TYPE_WINDOW)

static gboolean
on_noticed_cb (gpointer data)
{
  CarrelDialog *self = CARREL_DIALOG (data);
  CarrelDialogPrivate *priv = carrel_dialog_get_instance_private (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  priv->refocus_id = 0;
  if (focus != NULL)
    {
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      gtk_window_set_focus (GTK_WINDOW (self), focus);
    }
  return G_SOURCE_REMOVE;
}

static void
carrel_dialog_map (GtkWidget *widget)
{
  CarrelDialogPrivate *priv = carrel_dialog_get_instance_private (CARREL_DIALOG (widget));

  GTK_WIDGET_CLASS (carrel_dialog_parent_class)->map (widget);
  if (carrel_accessible_is_old () && priv->refocus_id == 0)
    priv->refocus_id = g_timeout_add (NOTICE_TIME, on_noticed_cb, widget);
}

static void
carrel_dialog_dispose (GObject *object)
{
  CarrelDialogPrivate *priv = carrel_dialog_get_instance_private (CARREL_DIALOG (object));

  g_clear_handle_id (&priv->refocus_id, g_source_remove);
  G_OBJECT_CLASS (carrel_dialog_parent_class)->dispose (object);
}

static void
carrel_dialog_class_init (CarrelDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_dialog_dispose;
  widget_class->map = carrel_dialog_map;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
carrel_dialog_init (CarrelDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/**
 * carrel_dialog_present:
 * @self: a new dialog
 * @from: (nullable): the widget that it was opened from; the focus comes back to its window
 *
 * Shows a dialog over the window of @from.
 */
void
carrel_dialog_present (CarrelDialog *self, GtkWidget *from)
{
  GtkRoot *root = from != NULL ? gtk_widget_get_root (from) : NULL;

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
}
