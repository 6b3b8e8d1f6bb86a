/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the reminders to show now. One is shown once for each occurrence, and again after a snooze.
 */
#define G_LOG_DOMAIN "carrel-due-reminder"

#include "config.h"

#include "carrel-due-reminder.h"

#include "carrel-store-courses.h"
#include "carrel-store-marks.h"
#include "carrel-timetable.h"
#include "carrel-zone.h"

#define SECONDS_A_MINUTE 60
#define DAYS_BEFORE      60 /* a date of one's own may be that much later than the official one */

/* What is known of one course while its reminders are looked at. */
typedef struct
{
  const char *id;
  GTimeZone *zone;
  gint64 now;
  GPtrArray *occurrences;
  GHashTable *own_dates;
  GPtrArray *due;
} Search;

/* When an occurrence begins; a deadline ends its day, or the day that the reader has agreed on. */
static gint64
get_moment (const Search *search, const CarrelOccurrence *occurrence)
{
  const char *id = carrel_occurrence_get_fact_id (occurrence);
  const CarrelPersonalDate *own = search->own_dates != NULL && id != NULL
                                      ? g_hash_table_lookup (search->own_dates, id)
                                      : NULL;

  if (occurrence->kind != CARREL_OCCURRENCE_DEADLINE)
    return occurrence->start;
  if (own == NULL)
    return occurrence->end;
  return carrel_zone_to_moment (occurrence->zone, own->date,
                                own->time != CARREL_UNKNOWN ? own->time : CARREL_MINUTES_A_DAY,
                                NULL);
}

static gboolean
is_about (const CarrelReminder *reminder, const CarrelOccurrence *occurrence)
{
  g_autofree char *date = carrel_date_to_text (occurrence->rule_date);

  return g_strcmp0 (carrel_occurrence_get_fact_id (occurrence), reminder->fact) == 0
         && (occurrence->flags & CARREL_OCCURRENCE_CANCELLED) == 0
         && (reminder->occurrence == NULL || g_str_equal (reminder->occurrence, date));
}

static gboolean
is_due (const CarrelReminder *reminder, gint64 moment, gint64 now)
{
  gboolean is_near = now < moment && moment - reminder->lead * SECONDS_A_MINUTE <= now;

  if (!is_near || reminder->snoozed_until > now)
    return FALSE;
  return reminder->shown_for != moment || reminder->snoozed_until != 0;
}

static void
find_due (Search *search, const CarrelReminder *reminder)
{
  for (guint i = 0; i < search->occurrences->len; i++)
    {
      CarrelOccurrence *occurrence = g_ptr_array_index (search->occurrences, i);
      gint64 moment = get_moment (search, occurrence);
      CarrelDueReminder *due;

      if (!is_about (reminder, occurrence) || !is_due (reminder, moment, search->now))
        continue;
      due = g_new0 (CarrelDueReminder, 1);
      due->course_id = g_strdup (search->id);
      due->reminder = reminder->id;
      due->moment = moment;
      due->occurrence = carrel_occurrence_ref (occurrence);
      g_ptr_array_add (search->due, due);
      return;
    }
}

static int
get_longest_lead (GPtrArray *reminders)
{
  int lead = 0;

  for (guint i = 0; i < reminders->len; i++)
    lead = MAX (lead, ((const CarrelReminder *) g_ptr_array_index (reminders, i))->lead);
  return lead;
}

static gboolean
search_course (CarrelStore *store, Search *search, GError **error)
{
  g_autoptr (GPtrArray) reminders = carrel_store_list_reminders (store, search->id, error);
  g_autoptr (CarrelCourse) course = NULL;
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (CarrelTimetable) timetable = NULL;

  if (reminders == NULL)
    return FALSE;
  if (reminders->len == 0)
    return TRUE;
  course = carrel_store_load_course (store, search->id, error);
  if (course == NULL)
    return FALSE;
  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, search->zone);
  search->own_dates = carrel_store_list_personal_dates (store, search->id, NULL);
  search->occurrences = carrel_timetable_list (
      timetable, search->now - DAYS_BEFORE * CARREL_SECONDS_A_DAY,
      search->now + get_longest_lead (reminders) * SECONDS_A_MINUTE + CARREL_SECONDS_A_DAY,
      CARREL_OCCURRENCE_ALL);
  for (guint i = 0; i < reminders->len; i++)
    find_due (search, g_ptr_array_index (reminders, i));
  g_clear_pointer (&search->occurrences, g_ptr_array_unref);
  g_clear_pointer (&search->own_dates, g_hash_table_unref);
  return TRUE;
}

/**
 * carrel_due_reminder_list:
 * @store: a store
 * @zone: the viewer's zone
 * @now: seconds UTC
 * @error: where an error goes
 *
 * Looks at the reminders of all courses; courses without any are not loaded.
 *
 * Returns: (transfer full) (nullable) (element-type CarrelDueReminder): those to show now
 */
GPtrArray *
carrel_due_reminder_list (CarrelStore *store, GTimeZone *zone, gint64 now, GError **error)
{
  GListModel *courses = carrel_store_get_courses (store);
  g_autoptr (GPtrArray) due
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_due_reminder_free);

  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (courses, i);
      Search search = { carrel_course_item_get_id (item), zone, now, NULL, NULL, due };

      if (!search_course (store, &search, error))
        return NULL;
    }
  return g_steal_pointer (&due);
}

/**
 * carrel_due_reminder_free:
 * @due: (transfer full): a reminder that is due
 *
 * Frees it.
 */
void
carrel_due_reminder_free (CarrelDueReminder *due)
{
  g_free (due->course_id);
  carrel_occurrence_unref (due->occurrence);
  g_free (due);
}
