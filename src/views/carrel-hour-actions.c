/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps in the store what is the student's own, and says so with a way back. */
#define G_LOG_DOMAIN "carrel-hour-actions"

#include "config.h"

#include "carrel-hour-actions.h"

#include "carrel-store-marks.h"

#include <glib/gi18n.h>

#define REMINDER_LEAD 30 /* minutes */

const char *const carrel_hour_actions_names[] = {
  "office-hours.copy", "office-hours.join", "office-hours.remind", "office-hours.visit", NULL,
};

static void
copy_hour (CarrelView *view, const CarrelViewTime *time, CarrelOccurrence *occurrence)
{
  g_autofree char *text = carrel_format_occurrence_sentence (occurrence, &time->read);

  carrel_hour_actions_copy (view, text);
}

static void
join_hour (CarrelView *view, const CarrelViewTime *time, CarrelOccurrence *occurrence)
{
  carrel_view_open_uri (view, occurrence->url);
}

static void
add_reminder (CarrelView *view, CarrelOccurrence *occurrence)
{
  CarrelReminder reminder
      = { .fact = (char *) carrel_occurrence_get_fact_id (occurrence), .lead = REMINDER_LEAD };
  g_autoptr (GError) error = NULL;

  if (carrel_store_add_reminder (carrel_view_get_store (view), occurrence->course->id, &reminder,
                                 &error)
      > 0)
    carrel_view_toast_undo (view, _("Reminder set, 30 minutes before. Reminders work only while "
                                    "Carrel runs."));
  carrel_view_report (view, error);
}

/* Sets a reminder, or removes the one that is set. */
static void
remind_of_hour (CarrelView *view, const CarrelViewTime *time, CarrelOccurrence *occurrence)
{
  g_autoptr (GHashTable) reminded = carrel_hour_actions_load_reminders (view);
  g_autoptr (GError) error = NULL;
  gpointer known;

  if (!g_hash_table_lookup_extended (reminded, carrel_occurrence_get_fact_id (occurrence), NULL,
                                     &known))
    {
      add_reminder (view, occurrence);
      return;
    }
  if (carrel_store_remove_reminder (carrel_view_get_store (view), occurrence->course->id,
                                    (gint64) GPOINTER_TO_SIZE (known), &error))
    carrel_view_toast_undo (view, _("Reminder removed"));
  carrel_view_report (view, error);
}

static void
note_visit (CarrelView *view, const CarrelViewTime *time, CarrelOccurrence *occurrence)
{
  CarrelVisit visit
      = { .fact = (char *) carrel_occurrence_get_fact_id (occurrence), .at = time->read.now };
  g_autoptr (GError) error = NULL;

  if (carrel_store_add_visit (carrel_view_get_store (view), occurrence->course->id, &visit, &error)
      > 0)
    carrel_view_toast_undo (view, _("Visit noted, for you only"));
  carrel_view_report (view, error);
}

/**
 * carrel_hour_actions_run:
 * @view: the view
 * @time: its state of time
 * @action: one of %carrel_hour_actions_names
 * @occurrence: the office hour on a day
 *
 * Does it, and says what was done.
 */
void
carrel_hour_actions_run (CarrelView *view,
                         const CarrelViewTime *time,
                         const char *action,
                         CarrelOccurrence *occurrence)
{
  static void (*const verbs[]) (CarrelView *, const CarrelViewTime *, CarrelOccurrence *)
      = { copy_hour, join_hour, remind_of_hour, note_visit };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (action, carrel_hour_actions_names[i]))
      verbs[i](view, time, occurrence);
}

/**
 * carrel_hour_actions_copy:
 * @view: the view
 * @text: what to copy
 *
 * Puts text on the clipboard and says so.
 */
void
carrel_hour_actions_copy (CarrelView *view, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
  carrel_view_toast (view, _("Copied"));
}

/**
 * carrel_hour_actions_load_reminders:
 * @view: the view
 *
 * Returns: (transfer full): the ids of the facts of the view's course that have a reminder, and the
 *   ids of these
 */
GHashTable *
carrel_hour_actions_load_reminders (CarrelView *view)
{
  GHashTable *reminded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *course_id = carrel_view_get_course_id (view);
  g_autoptr (GPtrArray) reminders = NULL;
  g_autoptr (GError) error = NULL;

  if (course_id == NULL)
    return reminded;
  reminders = carrel_store_list_reminders (carrel_view_get_store (view), course_id, &error);
  carrel_view_report (view, error);
  for (guint i = 0; reminders != NULL && i < reminders->len; i++)
    {
      const CarrelReminder *reminder = g_ptr_array_index (reminders, i);

      g_hash_table_insert (reminded, g_strdup (reminder->fact),
                           GSIZE_TO_POINTER ((gsize) reminder->id));
    }
  return reminded;
}
