/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three questions that make an office hour short. Nothing is kept and nothing is sent: the text
 * goes to the clipboard, for the queue or for paper. */
#define G_LOG_DOMAIN "carrel-question-sheet"

#include "config.h"

#include "carrel-question-sheet.h"

#include "carrel-accessible.h"

#include <glib/gi18n.h>

#define N_QUESTIONS 3

struct _CarrelQuestionSheet
{
  CarrelDialog parent_instance;

  CarrelView *view; /* weak */
  GtkTextView *answers[N_QUESTIONS];

  GtkBox *lines;
};

static const char *const questions[N_QUESTIONS] = {
  N_ ("What I want to do"),
  N_ ("What I tried"),
  N_ ("Where it fails"),
};

G_DEFINE_FINAL_TYPE (CarrelQuestionSheet, carrel_question_sheet, CARREL_TYPE_DIALOG)

static char *
dup_answer (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_copy_clicked_cb (CarrelQuestionSheet *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *answer = dup_answer (self->answers[i]);

      g_string_append_printf (text, "%s:\n%s\n\n", _ (questions[i]), answer);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  if (self->view != NULL)
    carrel_view_toast (self->view, _ ("Question sheet copied"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_question (CarrelQuestionSheet *self, guint index)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _ (questions[index]), "xalign", 0.0f,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *answer = gtk_text_view_new ();

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (scrolled, "card");
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (answer), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (answer), GTK_WRAP_WORD_CHAR);
  carrel_accessible_set_label (answer, _ (questions[index]));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), answer);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_box_append (self->lines, label);
  gtk_box_append (self->lines, scrolled);
  self->answers[index] = GTK_TEXT_VIEW (answer);
}

static void
carrel_question_sheet_dispose (GObject *object)
{
  g_clear_weak_pointer (&CARREL_QUESTION_SHEET (object)->view);
  G_OBJECT_CLASS (carrel_question_sheet_parent_class)->dispose (object);
}

static void
carrel_question_sheet_class_init (CarrelQuestionSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_question_sheet_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-question-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelQuestionSheet, lines);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
}

static void
carrel_question_sheet_init (CarrelQuestionSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_QUESTIONS; i++)
    add_question (self, i);
}

/**
 * carrel_question_sheet_new:
 * @view: the view that says when it was copied
 *
 * Returns: (transfer none): a dialog, owned by GTK until it is closed
 */
GtkWidget *
carrel_question_sheet_new (CarrelView *view)
{
  CarrelQuestionSheet *self = g_object_new (CARREL_TYPE_QUESTION_SHEET, NULL);

  g_set_weak_pointer (&self->view, view);
  return GTK_WIDGET (self);
}
