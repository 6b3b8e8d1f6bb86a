/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Done marks, dates of one's own, reminders and visits. */
#define G_LOG_DOMAIN "carrel-store-marks"

#include "config.h"

#include "carrel-store-marks.h"

#include <glib/gi18n-lib.h>

#include "carrel-store-private.h"

/* Runs a statement on one row that has a number. */
static gboolean
run_on_number (
    CarrelStore *self, const CarrelVerb *verb, const char *sql, gint64 number, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", verb->course),
                                     CARREL_BIND_INTEGER (":number", number),
                                     { NULL } };

  return carrel_store_run_verb (self, verb, sql, bindings, error);
}

/* Runs a statement on one fact. */
static gboolean
run_on_fact (
    CarrelStore *self, const CarrelVerb *verb, const char *sql, const char *fact, GError **error)
{
  const CarrelBinding bindings[]
      = { CARREL_BIND_TEXT (":course", verb->course), CARREL_BIND_TEXT (":fact", fact), { NULL } };

  return carrel_store_run_verb (self, verb, sql, bindings, error);
}

/* Adds a row as a verb and gives its number, or 0. */
static gint64
run_insert (CarrelStore *self,
            const CarrelVerb *verb,
            const char *sql,
            const CarrelBinding *bindings,
            GError **error)
{
  gboolean is_good;
  gint64 number;

  if (!carrel_store_begin (self, error))
    return 0;
  is_good = carrel_store_write (self, sql, bindings, error);
  number = carrel_database_get_last_row (carrel_store_get_database (self));
  return carrel_store_end (self, verb, is_good, error) ? number : 0;
}

static gpointer
read_text (CarrelStatement *statement)
{
  return carrel_statement_dup_text (statement, 0);
}

static gpointer
read_personal_date (CarrelStatement *statement)
{
  CarrelPersonalDate *date = g_new0 (CarrelPersonalDate, 1);
  const char *time = carrel_statement_get_text (statement, 2);

  date->fact = carrel_statement_dup_text (statement, 0);
  date->time = CARREL_UNKNOWN;
  carrel_date_parse (carrel_statement_get_text (statement, 1), &date->date);
  if (time != NULL)
    carrel_time_parse (time, &date->time);
  date->note = carrel_statement_dup_text (statement, 3);
  return date;
}

static gpointer
read_reminder (CarrelStatement *statement)
{
  CarrelReminder *reminder = g_new0 (CarrelReminder, 1);

  reminder->id = carrel_statement_get_integer (statement, 0);
  reminder->fact = carrel_statement_dup_text (statement, 1);
  reminder->occurrence = carrel_statement_dup_text (statement, 2);
  reminder->lead = (int) carrel_statement_get_integer (statement, 3);
  reminder->snoozed_until = carrel_statement_get_integer (statement, 4);
  reminder->shown_for = carrel_statement_get_integer (statement, 5);
  return reminder;
}

static gpointer
read_visit (CarrelStatement *statement)
{
  CarrelVisit *visit = g_new0 (CarrelVisit, 1);

  visit->id = carrel_statement_get_integer (statement, 0);
  visit->fact = carrel_statement_dup_text (statement, 1);
  visit->at = carrel_statement_get_integer (statement, 2);
  visit->note = carrel_statement_dup_text (statement, 3);
  return visit;
}

/**
 * carrel_store_list_done:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): a set of the ids of facts that are
 *   marked as done
 */
GHashTable *
carrel_store_list_done (CarrelStore *self, const char *course_id, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id), { NULL } };
  g_autoptr (GPtrArray) facts = carrel_store_query (
      self, "SELECT fact FROM done_marks WHERE course = :course", bindings, read_text, NULL, error);
  GHashTable *done;

  if (facts == NULL)
    return NULL;
  done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < facts->len; i++)
    g_hash_table_add (done, facts->pdata[i]);
  return done;
}

/**
 * carrel_store_set_done:
 * @self: a store
 * @course_id: a course
 * @fact: the id of a dated row or of an item
 * @is_done: whether it is done
 * @error: where an error goes
 *
 * Marks something as done, or takes the mark away.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_set_done (
    CarrelStore *self, const char *course_id, const char *fact, gboolean is_done, GError **error)
{
  const CarrelVerb verb
      = { is_done ? _ ("Mark as done") : _ ("Mark as not done"), course_id, CARREL_CHANGED_MARKS };

  return run_on_fact (self, &verb,
                      is_done ? "INSERT INTO done_marks (course, fact) VALUES (:course, :fact)"
                                " ON CONFLICT DO NOTHING"
                              : "DELETE FROM done_marks WHERE course = :course AND fact = :fact",
                      fact, error);
}

/**
 * carrel_store_list_personal_dates:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable) (element-type utf8 CarrelPersonalDate): dates of one's own by
 *   the ids of their facts
 */
GHashTable *
carrel_store_list_personal_dates (CarrelStore *self, const char *course_id, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id), { NULL } };
  g_autoptr (GPtrArray) dates = carrel_store_query (
      self, "SELECT fact, date, time, note FROM personal_dates WHERE course = :course", bindings,
      read_personal_date, NULL, error);
  GHashTable *by_fact;

  if (dates == NULL)
    return NULL;
  by_fact = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                   (GDestroyNotify) carrel_personal_date_free);
  for (guint i = 0; i < dates->len; i++)
    g_hash_table_insert (by_fact, ((CarrelPersonalDate *) dates->pdata[i])->fact, dates->pdata[i]);
  return by_fact;
}

/**
 * carrel_store_set_personal_date:
 * @self: a store
 * @course_id: a course
 * @date: the date, which takes the place of another for the same fact
 * @error: where %CARREL_STORE_ERROR_INVALID or another error goes
 *
 * Keeps a date of one's own beside the official one; it is in no export but a full backup.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_set_personal_date (CarrelStore *self,
                                const char *course_id,
                                const CarrelPersonalDate *date,
                                GError **error)
{
  const CarrelVerb verb = { _ ("Change my date"), course_id, CARREL_CHANGED_MARKS };
  g_autofree char *day
      = carrel_date_is_valid (date->date) ? carrel_date_to_text (date->date) : NULL;
  g_autofree char *time = carrel_time_to_text (date->time);
  const CarrelBinding bindings[]
      = { CARREL_BIND_TEXT (":course", course_id), CARREL_BIND_TEXT (":fact", date->fact),
          CARREL_BIND_TEXT (":date", day),         CARREL_BIND_TEXT (":time", time),
          CARREL_BIND_TEXT (":note", date->note),  { NULL } };

  if (day == NULL)
    {
      g_set_error_literal (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_INVALID,
                           _ ("There is no such day. Type a date such as 2024-02-28."));
      return FALSE;
    }
  return carrel_store_run_verb (
      self, &verb,
      "INSERT INTO personal_dates (course, fact, date, time, note)"
      " VALUES (:course, :fact, :date, :time, :note)"
      " ON CONFLICT (course, fact) DO UPDATE SET date = excluded.date, time = excluded.time,"
      " note = excluded.note WHERE date <> excluded.date OR time IS NOT excluded.time"
      " OR note IS NOT excluded.note",
      bindings, error);
}

/**
 * carrel_store_clear_personal_date:
 * @self: a store
 * @course_id: a course
 * @fact: the id of the fact
 * @error: where an error goes
 *
 * Goes back to the official date.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_clear_personal_date (CarrelStore *self,
                                  const char *course_id,
                                  const char *fact,
                                  GError **error)
{
  const CarrelVerb verb = { _ ("Remove my date"), course_id, CARREL_CHANGED_MARKS };

  return run_on_fact (self, &verb,
                      "DELETE FROM personal_dates WHERE course = :course AND fact = :fact", fact,
                      error);
}

/**
 * carrel_store_list_reminders:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable) (element-type CarrelReminder): its reminders
 */
GPtrArray *
carrel_store_list_reminders (CarrelStore *self, const char *course_id, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id), { NULL } };

  return carrel_store_query (self,
                             "SELECT reminder, fact, occurrence, lead, snoozed_until, shown_for"
                             " FROM reminders WHERE course = :course ORDER BY reminder",
                             bindings, read_reminder, (GDestroyNotify) carrel_reminder_free, error);
}

/**
 * carrel_store_add_reminder:
 * @self: a store
 * @course_id: a course
 * @reminder: what to be reminded of; its id does not count
 * @error: where an error goes
 *
 * Adds a reminder.
 *
 * Returns: its id, 0 when it failed
 */
gint64
carrel_store_add_reminder (CarrelStore *self,
                           const char *course_id,
                           const CarrelReminder *reminder,
                           GError **error)
{
  const CarrelVerb verb = { _ ("Add reminder"), course_id, CARREL_CHANGED_REMINDERS };
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_TEXT (":fact", reminder->fact),
                                     CARREL_BIND_TEXT (":occurrence", reminder->occurrence),
                                     CARREL_BIND_INTEGER (":lead", reminder->lead),
                                     { NULL } };

  return run_insert (self, &verb,
                     "INSERT INTO reminders (course, fact, occurrence, lead)"
                     " VALUES (:course, :fact, :occurrence, :lead)",
                     bindings, error);
}

/**
 * carrel_store_remove_reminder:
 * @self: a store
 * @course_id: a course
 * @reminder: the id of a reminder
 * @error: where an error goes
 *
 * Removes a reminder.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_remove_reminder (CarrelStore *self,
                              const char *course_id,
                              gint64 reminder,
                              GError **error)
{
  const CarrelVerb verb = { _ ("Remove reminder"), course_id, CARREL_CHANGED_REMINDERS };

  return run_on_number (self, &verb,
                        "DELETE FROM reminders WHERE course = :course AND reminder = :number",
                        reminder, error);
}

/**
 * carrel_store_update_reminder:
 * @self: a store
 * @course_id: a course
 * @reminder: what is to be kept under its id
 * @error: where an error goes
 *
 * Changes for what and when a reminder is.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_update_reminder (CarrelStore *self,
                              const char *course_id,
                              const CarrelReminder *reminder,
                              GError **error)
{
  const CarrelVerb verb = { _ ("Change reminder"), course_id, CARREL_CHANGED_REMINDERS };
  const CarrelBinding bindings[] = {
    CARREL_BIND_TEXT (":course", course_id),
    CARREL_BIND_INTEGER (":reminder", reminder->id),
    CARREL_BIND_TEXT (":occurrence", reminder->occurrence),
    CARREL_BIND_INTEGER (":lead", reminder->lead),
    { NULL },
  };

  return carrel_store_run_verb (self, &verb,
                                "UPDATE reminders SET occurrence = :occurrence, lead = :lead"
                                " WHERE course = :course AND reminder = :reminder"
                                " AND (occurrence IS NOT :occurrence OR lead <> :lead)",
                                bindings, error);
}

/**
 * carrel_store_mark_reminder:
 * @self: a store
 * @course_id: a course
 * @reminder: the id of a reminder
 * @shown_for: the start of the occurrence that it was shown for, seconds since 1970; 0 is none
 * @snoozed_until: seconds since 1970; 0 is not snoozed
 * @error: where an error goes
 *
 * Notes that a reminder was shown or snoozed, which is not to be undone.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_mark_reminder (CarrelStore *self,
                            const char *course_id,
                            gint64 reminder,
                            gint64 shown_for,
                            gint64 snoozed_until,
                            GError **error)
{
  const CarrelVerb verb = { NULL, course_id, CARREL_CHANGED_REMINDERS };
  const CarrelBinding bindings[] = {
    CARREL_BIND_TEXT (":course", course_id),
    CARREL_BIND_INTEGER (":reminder", reminder),
    CARREL_BIND_INTEGER (":snoozed_until", snoozed_until),
    CARREL_BIND_INTEGER (":shown_for", shown_for),
    { NULL },
  };

  return carrel_store_run_verb (
      self, &verb,
      "UPDATE reminders SET snoozed_until = :snoozed_until, shown_for = :shown_for"
      " WHERE course = :course AND reminder = :reminder"
      " AND (snoozed_until <> :snoozed_until OR shown_for <> :shown_for)",
      bindings, error);
}

/**
 * carrel_store_list_visits:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable) (element-type CarrelVisit): visits to office hours, the
 * newest first
 */
GPtrArray *
carrel_store_list_visits (CarrelStore *self, const char *course_id, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id), { NULL } };

  return carrel_store_query (self,
                             "SELECT visit, fact, at, note FROM visits WHERE course = :course"
                             " ORDER BY at DESC, visit DESC",
                             bindings, read_visit, (GDestroyNotify) carrel_visit_free, error);
}

/**
 * carrel_store_add_visit:
 * @self: a store
 * @course_id: a course
 * @visit: when and to which hour; its id does not count
 * @error: where an error goes
 *
 * Adds a visit to the private log.
 *
 * Returns: its id, 0 when it failed
 */
gint64
carrel_store_add_visit (CarrelStore *self,
                        const char *course_id,
                        const CarrelVisit *visit,
                        GError **error)
{
  const CarrelVerb verb = { _ ("Add visit"), course_id, CARREL_CHANGED_MARKS };
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_TEXT (":fact", visit->fact),
                                     CARREL_BIND_INTEGER (":at", visit->at),
                                     CARREL_BIND_TEXT (":note", visit->note),
                                     { NULL } };

  return run_insert (
      self, &verb,
      "INSERT INTO visits (course, fact, at, note) VALUES (:course, :fact, :at, :note)", bindings,
      error);
}

/**
 * carrel_store_remove_visit:
 * @self: a store
 * @course_id: a course
 * @visit: the id of a visit
 * @error: where an error goes
 *
 * Removes a visit from the log.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_remove_visit (CarrelStore *self, const char *course_id, gint64 visit, GError **error)
{
  const CarrelVerb verb = { _ ("Remove visit"), course_id, CARREL_CHANGED_MARKS };

  return run_on_number (
      self, &verb, "DELETE FROM visits WHERE course = :course AND visit = :number", visit, error);
}

/**
 * carrel_personal_date_free:
 * @date: (transfer full): a date
 *
 * Frees it.
 */
void
carrel_personal_date_free (CarrelPersonalDate *date)
{
  g_free (date->fact);
  g_free (date->note);
  g_free (date);
}

/**
 * carrel_reminder_free:
 * @reminder: (transfer full): a reminder
 *
 * Frees what is known of a reminder; the reminder stays.
 */
void
carrel_reminder_free (CarrelReminder *reminder)
{
  g_free (reminder->fact);
  g_free (reminder->occurrence);
  g_free (reminder);
}

/**
 * carrel_visit_free:
 * @visit: (transfer full): a visit
 *
 * Frees what is known of a visit; the visit stays.
 */
void
carrel_visit_free (CarrelVisit *visit)
{
  g_free (visit->fact);
  g_free (visit->note);
  g_free (visit);
}
