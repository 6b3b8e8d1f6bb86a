/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A form of what the questions of a course ask for as well, with what is known filled in: answers
 * can be corrected for as long as there is the course. */
#define G_LOG_DOMAIN "carrel-term-actions"

#include "config.h"

#include "carrel-term-actions.h"

#include "carrel-record-dialog.h"
#include "carrel-store-courses.h"
#include "carrel-store-term.h"
#include "carrel-window-private.h"

#include <glib/gi18n.h>

/* The window, and the course that the form was opened for; another one may be shown by then. */
typedef struct
{
  CarrelWindow *window;
  char *course_id;
} Term;

static const CarrelRecordEntry entries[] = {
  { "starts_on", N_ ("First day"),
    N_ ("Year, month and day, such as 2026-01-12; empty is what the page says"), NULL },
  { "ends_on", N_ ("Last day"),
    N_ ("Year, month and day, such as 2026-05-08; empty is what the page says"), NULL },
  { "time_zone", N_ ("Time zone"),
    N_ ("A name such as America/New_York; empty is what the page says"), NULL },
  { "closed", N_ ("Days without classes"),
    N_ ("Such as 2027-05-31, or 2027-03-08/2027-03-12 for a week; commas between them"), NULL },
  { NULL, NULL, NULL, NULL },
};

static void
free_term (gpointer data)
{
  Term *term = data;

  g_free (term->course_id);
  g_free (term);
}

static char *
refuse (gconstpointer record, gpointer data, const char **field)
{
  return carrel_term_check (record, field);
}

static char *
warn (gconstpointer record, gpointer data)
{
  return carrel_term_find_outside (record);
}

static void
on_saved_cb (CarrelRecordDialog *form, gpointer record, Term *term)
{
  g_autoptr (GError) error = NULL;

  if (carrel_store_set_term (carrel_window_get_store (term->window), term->course_id, record,
                             &error))
    gtk_widget_activate_action (GTK_WIDGET (term->window), "win.toast-undo", "s",
                                _ ("The term is saved"));
  carrel_record_dialog_fail (form, error);
}

static void
on_term_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelWindow *self = CARREL_WINDOW (data);
  const char *course_id = carrel_window_get_course_id (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course
      = carrel_store_load_course (carrel_window_get_store (self), course_id, &error);
  g_autoptr (CarrelTerm) record = course != NULL ? carrel_term_new (course) : NULL;
  Term *term;
  GtkWidget *form;

  if (course == NULL)
    {
      carrel_window_report (self, error->message);
      return;
    }
  term = g_new0 (Term, 1);
  term->window = self;
  term->course_id = g_strdup (course_id);
  /* Translators: the title of a form about the first and last day of a course, its time zone and
   * its days without classes. */
  form = carrel_record_dialog_new (_ ("Term and breaks"), record, entries);
  g_signal_connect (form, "saved", G_CALLBACK (on_saved_cb), term);
  carrel_record_dialog_set_check (CARREL_RECORD_DIALOG (form), warn, term, free_term);
  carrel_record_dialog_set_refusal (CARREL_RECORD_DIALOG (form), refuse, term);
  carrel_record_dialog_present (CARREL_RECORD_DIALOG (form), GTK_WIDGET (self), course_id);
}

static const GActionEntry actions[] = {
  { "term", on_term_cb, NULL, NULL, NULL },
};

/**
 * carrel_term_actions_install:
 * @self: a window with a store
 *
 * Adds the action that corrects the term of the course that is shown.
 */
void
carrel_term_actions_install (CarrelWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
