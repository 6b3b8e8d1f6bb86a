/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A form asks for the term, and what comes of it is looked through like any course that is added.
 */
#define G_LOG_DOMAIN "carrel-next-term-actions"

#include "config.h"

#include "carrel-next-term-actions.h"

#include "carrel-add-course-dialog.h"
#include "carrel-next-term.h"
#include "carrel-record-dialog.h"
#include "carrel-store-courses.h"
#include "carrel-window-private.h"

#include <glib/gi18n.h>

/* The window, and the course of the term before. */
typedef struct
{
  CarrelWindow *window;
  CarrelCourse *course;
} NextTerm;

static const CarrelRecordEntry entries[] = {
  { "term", N_ ("Term"), N_ ("Its name, such as Spring 2027"), NULL },
  { "starts_on", N_ ("First day"), N_ ("Year, month and day, such as 2027-01-11"), NULL },
  { "ends_on", N_ ("Last day"), N_ ("Such as 2027-05-07; empty is as long as the term before"),
    NULL },
  { "closed", N_ ("Days without classes"),
    N_ ("Such as 2027-05-31, or 2027-03-08/2027-03-12 for a week; commas between them"), NULL },
  { NULL, NULL, NULL, NULL },
};

static void
free_next_term (gpointer data)
{
  NextTerm *next = data;

  carrel_record_unref (next->course);
  g_free (next);
}

static char *
check (gconstpointer record, gpointer data, const char **field)
{
  const NextTerm *next = data;

  return carrel_next_term_check (record, next->course, field);
}

static void
on_saved_cb (CarrelRecordDialog *form, gpointer record, NextTerm *next)
{
  CarrelAddCourseDialog *dialog = carrel_add_course_dialog_new (
      carrel_window_get_store (next->window), carrel_window_get_clock (next->window));

  carrel_dialog_present (CARREL_DIALOG (dialog), GTK_WIDGET (next->window));
  carrel_add_course_dialog_review (dialog, carrel_next_term_lay_out (record, next->course));
}

static void
show_form (CarrelWindow *self, CarrelCourse *course)
{
  g_autoptr (CarrelNextTerm) record = carrel_next_term_new (course);
  /* Translators: the title of a form about the term that a course starts again in. */
  GtkWidget *form = carrel_record_dialog_new (_ ("Next term"), record, entries);
  NextTerm *next = g_new0 (NextTerm, 1);

  next->window = self;
  next->course = course;
  g_signal_connect (form, "saved", G_CALLBACK (on_saved_cb), next);
  carrel_record_dialog_set_check (CARREL_RECORD_DIALOG (form), NULL, next, free_next_term);
  carrel_record_dialog_set_refusal (CARREL_RECORD_DIALOG (form), check, next);
  carrel_record_dialog_set_verb (CARREL_RECORD_DIALOG (form), _ ("_Continue"));
  carrel_record_dialog_present (CARREL_RECORD_DIALOG (form), GTK_WIDGET (self),
                                carrel_window_get_course_id (self));
}

static void
on_next_term_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *course_id = carrel_window_get_course_id (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = NULL;

  course = carrel_store_load_course (carrel_window_get_store (data), course_id, &error);
  if (course == NULL)
    carrel_window_report (data, error->message);
  else if (!carrel_date_is_set (course->starts_on) || course->starts_on.year == 0)
    carrel_window_report (data, _ ("First answer on which day the term of this course starts: "
                                   "the next one is counted from there."));
  else
    show_form (data, g_steal_pointer (&course));
}

static const GActionEntry actions[] = {
  { "next-term", on_next_term_cb, NULL, NULL, NULL },
};

/**
 * carrel_next_term_actions_install:
 * @self: a window with a store
 *
 * Adds the action that starts the course that is shown once more in the next term.
 */
void
carrel_next_term_actions_install (CarrelWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
