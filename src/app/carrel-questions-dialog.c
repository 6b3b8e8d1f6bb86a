/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The answers are mine, not the course's: they stay when its page is read again. */
#define G_LOG_DOMAIN "carrel-questions-dialog"

#include "config.h"

#include "carrel-questions-dialog.h"

#include "carrel-focus-scroll.h"
#include "carrel-notice.h"
#include "carrel-question-form.h"
#include "carrel-store-courses.h"

#include <glib/gi18n.h>

struct _CarrelQuestionsDialog
{
  CarrelDialog parent_instance;

  CarrelStore *store;
  char *course_id;

  CarrelNotice *trouble;
  AdwBin *form;
  GtkWidget *save_button;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (CarrelQuestionsDialog, carrel_questions_dialog, CARREL_TYPE_DIALOG)

/* The form, or NULL where the course could not be read. */
static CarrelQuestionForm *
get_form (CarrelQuestionsDialog *self)
{
  GtkWidget *form = adw_bin_get_child (self->form);

  return form != NULL ? CARREL_QUESTION_FORM (form) : NULL;
}

static void
on_save_clicked_cb (CarrelQuestionsDialog *self)
{
  CarrelQuestionForm *form = get_form (self);
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  guint n_verbs = 0;

  if (form == NULL || !carrel_question_form_check (form))
    return;
  if (!carrel_question_form_apply (form, self->store, self->course_id, &n_verbs, &error))
    {
      carrel_notice_show (self->trouble, error->message, NULL, NULL);
      return;
    }
  carrel_form_draft_settle (carrel_question_form_get_draft (form));
  if (window != NULL && n_verbs > 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toast-import", "(su)",
                                _ ("The answers are saved"), n_verbs);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_cancel_clicked_cb (CarrelQuestionsDialog *self)
{
  CarrelQuestionForm *form = get_form (self);

  if (form != NULL)
    carrel_form_draft_settle (carrel_question_form_get_draft (form));
  gtk_window_close (GTK_WINDOW (self));
}

/* Only "Cancel" gives up what was typed: Escape is pressed too easily. */
static gboolean
carrel_questions_dialog_close_request (GtkWindow *window)
{
  CarrelQuestionForm *form = get_form (CARREL_QUESTIONS_DIALOG (window));

  if (form != NULL)
    carrel_form_draft_leave (carrel_question_form_get_draft (form));
  return GTK_WINDOW_CLASS (carrel_questions_dialog_parent_class)->close_request (window);
}

/* The form begins where one answers, not at a notice about what was typed before. */
static void
carrel_questions_dialog_map (GtkWidget *widget)
{
  CarrelQuestionForm *form = get_form (CARREL_QUESTIONS_DIALOG (widget));
  GtkWidget *first = form != NULL ? carrel_question_form_get_first (form) : NULL;

  GTK_WIDGET_CLASS (carrel_questions_dialog_parent_class)->map (widget);
  if (first != NULL)
    carrel_dialog_focus_first (CARREL_DIALOG (widget), first);
}

static void
carrel_questions_dialog_dispose (GObject *object)
{
  CarrelQuestionsDialog *self = CARREL_QUESTIONS_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->course_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARREL_TYPE_QUESTIONS_DIALOG);
  G_OBJECT_CLASS (carrel_questions_dialog_parent_class)->dispose (object);
}

static void
carrel_questions_dialog_class_init (CarrelQuestionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_questions_dialog_dispose;
  widget_class->map = carrel_questions_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = carrel_questions_dialog_close_request;
  g_type_ensure (CARREL_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-questions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelQuestionsDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, CarrelQuestionsDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, CarrelQuestionsDialog, form);
  gtk_widget_class_bind_template_child (widget_class, CarrelQuestionsDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
carrel_questions_dialog_init (CarrelQuestionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
  carrel_focus_scroll_attach (self->scroller);
}

/**
 * carrel_questions_dialog_new:
 * @store: where the course is
 * @course_id: the course
 *
 * Returns: (transfer none): a new dialog
 */
CarrelDialog *
carrel_questions_dialog_new (CarrelStore *store, const char *course_id)
{
  CarrelQuestionsDialog *self = g_object_new (CARREL_TYPE_QUESTIONS_DIALOG, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = carrel_store_load_course (store, course_id, &error);

  self->store = g_object_ref (store);
  self->course_id = g_strdup (course_id);
  if (course == NULL)
    carrel_notice_show (self->trouble, error->message, NULL, NULL);
  else
    {
      GtkWidget *form = carrel_question_form_new (course);

      adw_bin_set_child (self->form, form);
      carrel_question_form_activate_default (CARREL_QUESTION_FORM (form));
    }
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
  return CARREL_DIALOG (self);
}

/**
 * carrel_questions_dialog_present:
 * @self: a new dialog
 * @from: the widget that it was opened from
 *
 * Shows the questions, with what was typed when they were left the last time without saving.
 */
void
carrel_questions_dialog_present (CarrelDialog *self, GtkWidget *from)
{
  CarrelQuestionsDialog *dialog = CARREL_QUESTIONS_DIALOG (self);
  CarrelQuestionForm *form = get_form (dialog);

  if (form != NULL)
    carrel_question_form_offer (form, from, dialog->course_id);
  carrel_dialog_present (self, from);
}
