/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row a line: a screen reader walks through them by arrow keys. */
#define G_LOG_DOMAIN "carrel-steps-dialog"

#include "config.h"

#include "carrel-steps-dialog.h"

#include "carrel-accessible.h"

#include <glib/gi18n.h>

struct _CarrelStepsDialog
{
  CarrelDialog parent_instance;

  CarrelView *view; /* weak */
  char *text;

  GtkListBox *lines;
};

G_DEFINE_FINAL_TYPE (CarrelStepsDialog, carrel_steps_dialog, CARREL_TYPE_DIALOG)

static void
append_line (CarrelStepsDialog *self, const char *line)
{
  /* A row that can be chosen would be said to be "not selected". */
  GtkWidget *row
      = g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *label = gtk_label_new (line);

  carrel_accessible_set_label (row, line);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (self->lines, row);
}

static void
on_copy_clicked_cb (CarrelStepsDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  if (self->view != NULL)
    carrel_view_toast (self->view, _ ("Copied"));
}

static void
carrel_steps_dialog_finalize (GObject *object)
{
  CarrelStepsDialog *self = CARREL_STEPS_DIALOG (object);

  g_clear_weak_pointer (&self->view);
  g_free (self->text);
  G_OBJECT_CLASS (carrel_steps_dialog_parent_class)->finalize (object);
}

static void
carrel_steps_dialog_class_init (CarrelStepsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = carrel_steps_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-steps-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelStepsDialog, lines);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
}

static void
carrel_steps_dialog_init (CarrelStepsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * carrel_steps_dialog_new:
 * @view: the view that it belongs to
 * @title: what the lines are, translated
 * @text: lines; empty ones are left out
 *
 * Returns: (transfer floating): a dialog to be presented
 */
GtkWidget *
carrel_steps_dialog_new (CarrelView *view, const char *title, const char *text)
{
  CarrelStepsDialog *self = g_object_new (CARREL_TYPE_STEPS_DIALOG, "title", title, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_set_weak_pointer (&self->view, view);
  self->text = g_strdup (text);
  carrel_accessible_set_label (self->lines, title);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strchomp (lines[i]) != '\0')
      append_line (self, lines[i]);
  return GTK_WIDGET (self);
}
