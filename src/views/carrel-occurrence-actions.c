/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps in the store what is the student's own, and says so with a way back. */
#define G_LOG_DOMAIN "carrel-occurrence-actions"

#include "config.h"

#include "carrel-occurrence-actions.h"

#include "carrel-extension-mail.h"
#include "carrel-record-dialog.h"
#include "carrel-syllabus-facts.h"

#include <glib/gi18n.h>

#define REMINDER_LEAD 30        /* minutes */
#define DEADLINE_LEAD (24 * 60) /* minutes */

/* What an action works with. */
typedef struct
{
  CarrelView *view;
  const CarrelViewTime *time;
  CarrelViewMarks *marks;
  CarrelOccurrence *occurrence;
} Context;

/* What is kept from the opening of a form until it is closed. */
typedef struct
{
  CarrelView *view; /* weak */
  char *course_id;
  char *fact_id;
} OwnDate;

static CarrelStore *
get_store (const Context *context)
{
  return carrel_view_get_store (context->view);
}

static const char *
get_course_id (const Context *context)
{
  return context->occurrence->course->id;
}

static void
copy_text (CarrelView *view, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
  carrel_view_toast (view, _ ("Copied"));
}

static void
copy_occurrence (const Context *context)
{
  g_autofree char *text
      = carrel_format_occurrence_sentence (context->occurrence, &context->time->read);

  copy_text (context->view, text);
}

static void
join_online (const Context *context)
{
  carrel_view_open_uri (context->view, context->occurrence->url);
}

static void
add_reminder (const Context *context)
{
  gboolean is_deadline = context->occurrence->kind == CARREL_OCCURRENCE_DEADLINE;
  CarrelReminder reminder = { .fact = (char *) carrel_occurrence_get_fact_id (context->occurrence),
                              .lead = is_deadline ? DEADLINE_LEAD : REMINDER_LEAD };
  g_autoptr (GError) error = NULL;

  if (carrel_store_add_reminder (get_store (context), get_course_id (context), &reminder, &error)
      > 0)
    carrel_view_toast_undo (
        context->view,
        is_deadline
            ? _ ("Reminder set, one day before. Reminders work only while Carrel runs.")
            : _ ("Reminder set, 30 minutes before. Reminders work only while Carrel runs."));
  carrel_view_report (context->view, error);
}

/* Sets a reminder, or removes the one that is set. */
static void
switch_reminder (const Context *context)
{
  const CarrelReminder *known
      = carrel_view_marks_find_reminder (context->marks, context->occurrence);
  g_autoptr (GError) error = NULL;

  if (known == NULL)
    {
      add_reminder (context);
      return;
    }
  if (carrel_store_remove_reminder (get_store (context), get_course_id (context), known->id,
                                    &error))
    carrel_view_toast_undo (context->view, _ ("Reminder removed"));
  carrel_view_report (context->view, error);
}

static void
note_visit (const Context *context)
{
  CarrelVisit visit = { .fact = (char *) carrel_occurrence_get_fact_id (context->occurrence),
                        .at = context->time->read.now };
  g_autoptr (GError) error = NULL;

  if (carrel_store_add_visit (get_store (context), get_course_id (context), &visit, &error) > 0)
    carrel_view_toast_undo (context->view, _ ("Visit noted, for you only"));
  carrel_view_report (context->view, error);
}

static void
switch_done (const Context *context)
{
  gboolean is_done
      = (carrel_view_marks_get_flags (context->marks, context->occurrence) & CARREL_MARK_DONE) != 0;
  g_autoptr (GError) error = NULL;

  if (carrel_store_set_done (get_store (context), get_course_id (context),
                             carrel_occurrence_get_fact_id (context->occurrence), !is_done, &error))
    carrel_view_toast_undo (context->view,
                            is_done ? _ ("Not done any more") : _ ("Marked as done"));
  carrel_view_report (context->view, error);
}

static void
free_own_date (gpointer data, GClosure *closure)
{
  OwnDate *own = data;

  g_clear_weak_pointer (&own->view);
  g_free (own->course_id);
  g_free (own->fact_id);
  g_free (own);
}

/* An empty date takes the reader's own one away. */
static void
on_own_date_saved_cb (CarrelRecordDialog *dialog, CarrelChange *record, OwnDate *own)
{
  CarrelPersonalDate date = { own->fact_id, record->to_date, record->start, record->reason };
  CarrelStore *store;
  g_autoptr (GError) error = NULL;

  if (own->view == NULL)
    return;
  store = carrel_view_get_store (own->view);
  if (!carrel_date_is_set (date.date))
    {
      if (carrel_store_clear_personal_date (store, own->course_id, own->fact_id, &error))
        carrel_view_toast_undo (own->view, _ ("Your date is removed"));
    }
  else if (carrel_store_set_personal_date (store, own->course_id, &date, &error))
    carrel_view_toast_undo (own->view, _ ("Your date is kept, for you only"));
  carrel_record_dialog_fail (dialog, error);
}

/* The form borrows the fields of a change: another date and time, and why. */
static void
edit_own_date (const Context *context)
{
  static const CarrelRecordEntry entries[] = {
    { "to_date", N_ ("Your date"), N_ ("A date, such as 2024-02-15; empty removes it"), NULL },
    { "start", N_ ("Time"), N_ ("A time, such as 15:00 or 3 pm; may be empty"), NULL },
    { "reason", N_ ("Note"), N_ ("For you only, in no export"), NULL },
    { NULL, NULL, NULL, NULL },
  };
  const CarrelPersonalDate *known
      = carrel_view_marks_find_date (context->marks, context->occurrence);
  g_autoptr (CarrelChange) record = carrel_record_new (&carrel_change_type);
  OwnDate *own = g_new0 (OwnDate, 1);
  g_autofree char *subject = NULL;
  GtkWidget *dialog;

  g_set_weak_pointer (&own->view, context->view);
  own->course_id = g_strdup (get_course_id (context));
  own->fact_id = g_strdup (carrel_occurrence_get_fact_id (context->occurrence));
  record->to_date = known != NULL ? known->date : context->occurrence->date;
  record->start = known != NULL ? known->time : CARREL_UNKNOWN;
  record->reason = g_strdup (known != NULL ? known->note : NULL);
  dialog = carrel_record_dialog_new (_ ("Your own date"), record, entries);
  g_signal_connect_data (dialog, "saved", G_CALLBACK (on_own_date_saved_cb), own, free_own_date, 0);
  subject = g_strdup_printf ("%s\n%s", own->course_id, own->fact_id);
  carrel_record_dialog_present (CARREL_RECORD_DIALOG (dialog), GTK_WIDGET (context->view), subject);
}

static void
ask_for_time (const Context *context)
{
  g_autofree char *uri = carrel_extension_mail_new (context->occurrence, &context->time->read);

  carrel_view_open_uri (context->view, uri);
}

static void
read_late_policy (const Context *context)
{
  const char *section = carrel_syllabus_facts_find_late_section (context->occurrence->course);

  if (section != NULL)
    gtk_widget_activate_action (GTK_WIDGET (context->view), "win.show-fact", "(sss)", "syllabus",
                                get_course_id (context), section);
}

static void
save_session (const Context *context)
{
  gtk_widget_activate_action (GTK_WIDGET (context->view), "win.save-calendar", "(sss)",
                              get_course_id (context), "",
                              carrel_occurrence_get_fact_id (context->occurrence));
}

static void
save_person (const Context *context)
{
  gtk_widget_activate_action (GTK_WIDGET (context->view), "win.save-calendar", "(sss)",
                              get_course_id (context), context->occurrence->person, "");
}

static void (*const verbs[]) (const Context *context) = {
  copy_occurrence, join_online,  switch_reminder,  note_visit,   switch_done,
  edit_own_date,   ask_for_time, read_late_policy, save_session, save_person,
};

const char *const carrel_occurrence_actions_names[] = {
  "occurrence.copy",
  "occurrence.join",
  "occurrence.remind",
  "occurrence.visit",
  "occurrence.done",
  "occurrence.own-date",
  "occurrence.ask",
  "occurrence.late-policy",
  "occurrence.save-session",
  "occurrence.save-person",
  NULL,
};

/**
 * carrel_occurrence_actions_run:
 * @view: the view
 * @time: its state of time
 * @marks: what is marked now
 * @action: one of %carrel_occurrence_actions_names
 * @occurrence: what it is done with
 *
 * Does it, and says what was done.
 */
void
carrel_occurrence_actions_run (CarrelView *view,
                               const CarrelViewTime *time,
                               CarrelViewMarks *marks,
                               const char *action,
                               CarrelOccurrence *occurrence)
{
  const Context context = { view, time, marks, occurrence };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (action, carrel_occurrence_actions_names[i]))
      verbs[i](&context);
}

/**
 * carrel_occurrence_actions_copy:
 * @view: the view
 * @time: how its times are read
 * @occurrences: (element-type CarrelOccurrence): what to copy
 *
 * Puts a sentence for each occurrence on the clipboard and says so.
 */
void
carrel_occurrence_actions_copy (CarrelView *view,
                                const CarrelViewTime *time,
                                GPtrArray *occurrences)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < occurrences->len; i++)
    {
      g_autofree char *line
          = carrel_format_occurrence_sentence (g_ptr_array_index (occurrences, i), &time->read);

      g_string_append_printf (text, "%s\n", line);
    }
  copy_text (view, text->str);
}
