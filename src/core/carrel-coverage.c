/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts office hours by day. A day is that of the viewer, as it is in the agenda. */
#define G_LOG_DOMAIN "carrel-coverage"

#include "config.h"

#include "carrel-coverage.h"

#include "carrel-zone.h"

#define DEADLINE_DAYS 60

static void
free_day (gpointer data)
{
  CarrelCoverageDay *day = data;

  g_ptr_array_unref (day->people);
  g_clear_pointer (&day->deadline, carrel_occurrence_unref);
  g_free (day);
}

static void
add_person (CarrelCoverageDay *day, const char *person)
{
  if (person != NULL && !g_ptr_array_find_with_equal_func (day->people, person, g_str_equal, NULL))
    g_ptr_array_add (day->people, g_strdup (person));
}

static void
count_hour (CarrelCoverageDay *day, const CarrelOccurrence *hour)
{
  day->minutes += (int) ((hour->end - hour->start) / 60);
  add_person (day, hour->person);
}

static CarrelDate
get_date (const CarrelOccurrence *occurrence, GTimeZone *zone)
{
  /* A deadline ends with its day, and the midnight is that of the next. */
  gint64 moment
      = occurrence->kind == CARREL_OCCURRENCE_DEADLINE ? occurrence->end - 1 : occurrence->start;

  return carrel_zone_get_date (zone, moment, NULL);
}

static void
set_deadline (CarrelCoverageDay *day, CarrelOccurrence *deadline, int n_days)
{
  if (n_days < 0 || (day->deadline != NULL && day->n_days_to_deadline <= n_days))
    return;
  g_clear_pointer (&day->deadline, carrel_occurrence_unref);
  day->deadline = carrel_occurrence_ref (deadline);
  day->n_days_to_deadline = n_days;
}

static void
count_occurrence (CarrelCoverageDay *day, CarrelOccurrence *occurrence, GTimeZone *zone)
{
  int n_days = carrel_date_days_until (day->date, get_date (occurrence, zone));

  if ((occurrence->flags & CARREL_OCCURRENCE_CANCELLED) != 0)
    return;
  if (occurrence->kind == CARREL_OCCURRENCE_DEADLINE)
    set_deadline (day, occurrence, n_days);
  else if (n_days == 0 && (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) == 0)
    count_hour (day, occurrence);
}

/**
 * carrel_coverage_list_days:
 * @timetable: a timetable
 * @first: the first day
 * @n_days: how many days
 * @zone: the viewer's zone
 *
 * Counts the office hours of each day that are not cancelled, who holds them, and how far the next
 * deadline is, up to 60 days.
 *
 * Returns: (transfer full) (element-type CarrelCoverageDay): the days in order
 */
GPtrArray *
carrel_coverage_list_days (CarrelTimetable *timetable,
                           CarrelDate first,
                           guint n_days,
                           GTimeZone *zone)
{
  GPtrArray *days = g_ptr_array_new_with_free_func (free_day);
  gint64 from = carrel_zone_to_moment (zone, first, 0, NULL);
  gint64 to = carrel_zone_to_moment (
      zone, carrel_date_add_days (first, (int) n_days + DEADLINE_DAYS), 0, NULL);
  g_autoptr (GPtrArray) all = carrel_timetable_list (
      timetable, from, to, CARREL_OCCURRENCE_HOURS | CARREL_OCCURRENCE_DEADLINE);

  for (guint i = 0; i < n_days; i++)
    {
      CarrelCoverageDay *day = g_new0 (CarrelCoverageDay, 1);

      day->date = carrel_date_add_days (first, (int) i);
      day->people = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (days, day);
      for (guint j = 0; j < all->len; j++)
        count_occurrence (day, g_ptr_array_index (all, j), zone);
    }
  return days;
}

/**
 * carrel_coverage_get_uncovered:
 * @days: (element-type CarrelCoverageDay): days
 *
 * Returns: the days of the week, among these, on which nobody holds office hours
 */
CarrelDays
carrel_coverage_get_uncovered (GPtrArray *days)
{
  CarrelDays uncovered = CARREL_DAY_NONE;

  for (guint i = 0; i < days->len; i++)
    {
      const CarrelCoverageDay *day = g_ptr_array_index (days, i);

      if (day->minutes == 0)
        uncovered |= carrel_date_get_weekday (day->date);
    }
  return uncovered;
}
