/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A change of several weeks is one change for each of them, and all of them say the same; so
 * whether an occurrence is changed once or for some time is read from the changes beside its own.
 */
#define G_LOG_DOMAIN "carrel-format-change"

#include "config.h"

#include "carrel-format-change.h"

#include "carrel-zone.h"

#include <glib/gi18n-lib.h>

#define MAX_PARTS 4

/* Whoever reads of a change may do so in another year, so that every date says its own. */
static const CarrelDate no_today = { 0 };
#define NO_NOW 0

static int
get_usual_start (const CarrelOccurrence *occurrence)
{
  const CarrelField *field = carrel_record_find_field (occurrence->fact, "start");

  return field != NULL ? *CARREL_FIELD_PTR (occurrence->fact, field, int) : CARREL_UNKNOWN;
}

static const char *
get_usual_person (gconstpointer fact)
{
  const CarrelField *field = carrel_record_find_field (fact, "person");

  return field != NULL ? *CARREL_FIELD_PTR (fact, field, char *) : NULL;
}

static gboolean
is_on_its_day (const CarrelChange *change)
{
  return !carrel_date_is_set (change->to_date)
         || carrel_date_compare (change->to_date, change->date) == 0;
}

/* Whether two changes do the same to one meeting or hour, each on its own day. */
static gboolean
is_alike (const CarrelChange *change, const CarrelChange *other)
{
  return g_strcmp0 (change->of, other->of) == 0 && g_strcmp0 (change->action, other->action) == 0
         && is_on_its_day (other) && change->start == other->start && change->end == other->end
         && g_strcmp0 (change->location, other->location) == 0
         && g_strcmp0 (change->person, other->person) == 0
         && g_strcmp0 (change->reason, other->reason) == 0;
}

static CarrelDate
resolve (const CarrelCourse *course, CarrelDate date)
{
  return carrel_date_resolve (date, course->starts_on, course->ends_on);
}

/* The last day with a change that does the same; no date where there is no other. */
static CarrelDate
find_last_day (const CarrelOccurrence *occurrence)
{
  const CarrelCourse *course = occurrence->course;
  CarrelDate last = occurrence->rule_date;
  gboolean is_once = TRUE;

  for (guint i = 0; i < course->changes->len; i++)
    {
      const CarrelChange *other = g_ptr_array_index (course->changes, i);
      CarrelDate date = resolve (course, other->date);

      if (other == occurrence->change || !carrel_date_is_set (date)
          || !is_alike (occurrence->change, other))
        continue;
      is_once = FALSE;
      if (carrel_date_compare (date, last) > 0)
        last = date;
    }
  return is_once ? no_today : last;
}

/* When it usually is, as far as it is another time. */
static char *
format_moved_from (const CarrelOccurrence *occurrence,
                   const CarrelFormatContext *context,
                   CarrelDate today)
{
  gboolean is_other_day = carrel_date_compare (occurrence->date, occurrence->rule_date) != 0;
  int start = get_usual_start (occurrence);
  g_autofree char *date = is_other_day ? carrel_format_date (occurrence->rule_date, today) : NULL;
  g_autofree char *time = NULL;

  if (start != CARREL_UNKNOWN && start != occurrence->minutes)
    time = carrel_format_time (
        carrel_zone_to_moment (occurrence->zone, occurrence->rule_date, start, NULL), context->zone,
        context->flags);
  if (date != NULL && time != NULL)
    /* Translators: a date and a time, as in "moved from Monday 12 February, 3 pm" */
    return g_strdup_printf (_ ("moved from %1$s, %2$s"), date, time);
  if (date != NULL)
    /* Translators: %s is a date, as in "Monday 12 February" */
    return g_strdup_printf (_ ("moved from %s"), date);
  if (time != NULL)
    /* Translators: %s is a time of the same day, as in "moved from 3 pm" */
    return g_strdup_printf (C_ ("time", "moved from %s"), time);
  return NULL;
}

static char *
format_how_long (const CarrelOccurrence *occurrence, CarrelDate today)
{
  CarrelDate last = find_last_day (occurrence);
  g_autofree char *date = NULL;

  if (!carrel_date_is_set (last))
    return g_strdup (_ ("changed for this day only"));
  date = carrel_format_date (last, today);
  /* Translators: %s is the date of the last of several days that are changed alike */
  return g_strdup_printf (_ ("changed on several days, until %s"), date);
}

static char *
format_instead_of (const CarrelOccurrence *occurrence)
{
  const char *usual = get_usual_person (occurrence->fact);

  if (usual == NULL || occurrence->person == NULL || g_str_equal (usual, occurrence->person))
    return NULL;
  /* Translators: the person who usually holds an office hour or a class; the line has named the one
   * who does so on this day. */
  return g_strdup_printf (_ ("instead of %s"), usual);
}

/**
 * carrel_format_occurrence_change:
 * @occurrence: an occurrence that is moved (%CARREL_OCCURRENCE_MOVED)
 * @context: who is looking, and when
 *
 * Says in whose place it is held, from when it was moved, and for how long such a change is.
 *
 * Returns: (transfer full): "instead of Kedi Xu, changed for this day only"
 */
char *
carrel_format_occurrence_change (const CarrelOccurrence *occurrence,
                                 const CarrelFormatContext *context)
{
  CarrelDate today = carrel_zone_get_date (context->zone, context->now, NULL);
  g_autofree char *instead_of = format_instead_of (occurrence);
  g_autofree char *moved_from = format_moved_from (occurrence, context, today);
  g_autofree char *how_long
      = is_on_its_day (occurrence->change) ? format_how_long (occurrence, today) : NULL;

  return carrel_format_line ((const char *const[]){ instead_of, moved_from, how_long }, 3);
}

/* The occurrence that a change makes; %NULL where it makes none, as on a holiday. */
static CarrelOccurrence *
find_occurrence (const CarrelChange *change,
                 const CarrelCourse *course,
                 CarrelTimetable *timetable,
                 GTimeZone *zone)
{
  CarrelDate day
      = resolve (course, carrel_date_is_set (change->to_date) ? change->to_date : change->date);
  g_autoptr (GPtrArray) found = NULL;

  if (!carrel_date_is_set (day) || !carrel_date_is_valid (day))
    return NULL;
  found = carrel_timetable_list_days (timetable, zone, day, carrel_date_add_days (day, 1),
                                      CARREL_OCCURRENCE_ALL);
  for (guint i = 0; i < found->len; i++)
    {
      CarrelOccurrence *occurrence = g_ptr_array_index (found, i);

      if (occurrence->change == change)
        return carrel_occurrence_ref (occurrence);
    }
  return NULL;
}

static gconstpointer
find_fact (GPtrArray *facts, const char *id)
{
  for (guint i = 0; i < facts->len; i++)
    if (g_strcmp0 (carrel_record_get_id (g_ptr_array_index (facts, i)), id) == 0)
      return g_ptr_array_index (facts, i);
  return NULL;
}

/* Whose hour or what kind of meeting a change is of; %NULL where the course has none such. */
static const char *
get_session (const CarrelChange *change, const CarrelCourse *course)
{
  const CarrelOfficeHour *hour = find_fact (course->office_hours, change->of);
  const CarrelMeeting *meeting = find_fact (course->meetings, change->of);

  if (hour != NULL)
    return hour->person != NULL ? hour->person : carrel_format_kind (CARREL_OCCURRENCE_HOURS);
  return meeting != NULL ? carrel_format_kind (carrel_occurrence_kind_from_name (meeting->kind))
                         : NULL;
}

/* What is known of a change of something that does not take place. */
static char *
format_without_occurrence (const CarrelChange *change, const CarrelCourse *course)
{
  static const struct
  {
    const char *action, *words;
  } actions[] = { { "cancel", N_ ("cancelled") },
                  { "move", N_ ("changed for this day only") },
                  { "add", N_ ("extra") } };
  g_autofree char *date
      = carrel_date_is_set (change->date) ? carrel_format_date (change->date, no_today) : NULL;
  const char *what = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (change->action, actions[i].action) == 0)
      what = _ (actions[i].words);
  return carrel_format_line (
      (const char *const[]){ date, get_session (change, course), what, change->reason }, MAX_PARTS);
}

/**
 * carrel_format_change:
 * @change: a change of @course
 * @course: the course
 * @timetable: a timetable of it
 * @flags: how times are written
 *
 * Says a one-time change to whoever reads of it, now or later: which session it is, when, what
 * happens, and why.
 *
 * Returns: (transfer full): "Tuesday 13 February 2024, 5–6 pm, Office hours, Jeremy Lee, GHC 5417,
 *   instead of Kedi Xu, changed for this day only, ill"; without a name where nothing is known
 */
char *
carrel_format_change (const CarrelChange *change,
                      const CarrelCourse *course,
                      CarrelTimetable *timetable,
                      CarrelFormatFlags flags)
{
  GTimeZone *zone = carrel_timetable_get_zone (timetable, course);
  const CarrelFormatContext context = { NO_NOW, zone, flags | CARREL_FORMAT_OF_COURSE };
  CarrelOccurrence *occurrence = find_occurrence (change, course, timetable, zone);
  char *text;

  if (occurrence == NULL)
    return format_without_occurrence (change, course);
  text = carrel_format_occurrence_sentence (occurrence, &context);
  carrel_occurrence_unref (occurrence);
  return text;
}
