/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures weekly rules beside libical's, and a timetable of 20 courses of 1,000 events. */
#include "config.h"

#include "carrel-recurrence.h"
#include "carrel-timetable.h"

#include <libical/ical.h>
#include <string.h>

#define N_COURSES  20
#define N_RULES    54 /* 810 events in 15 weeks; with the rows, 1,000 */
#define N_ROWS     190
#define N_ROUNDS   200
#define N_REPEATED 15
#define FIRST_DAY  19737 /* Monday, 2024-01-15 */
#define TERM_DAYS  105

static int
compare_numbers (gconstpointer one, gconstpointer other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static double
get_median (double *values, guint n_values)
{
  qsort (values, n_values, sizeof (double), compare_numbers);
  return values[n_values / 2];
}

static GArray *
expand_with_libical (const char *text, struct icaltimetype start)
{
  GArray *dates = g_array_sized_new (FALSE, FALSE, sizeof (CarrelDate), 64);
  icalrecur_iterator *iterator
      = icalrecur_iterator_new (icalrecurrencetype_from_string (text), start);
  struct icaltimetype at = icalrecur_iterator_next (iterator);

  for (; !icaltime_is_null_time (at); at = icalrecur_iterator_next (iterator))
    {
      CarrelDate date = { (gint16) at.year, (guint8) at.month, (guint8) at.day };

      g_array_append_val (dates, date);
    }
  icalrecur_iterator_free (iterator);
  return dates;
}

static GArray *
expand_with_carrel (const CarrelRecurrence *rule)
{
  GArray *dates = g_array_sized_new (FALSE, FALSE, sizeof (CarrelDate), 64);
  g_autoptr (GArray) days = g_array_sized_new (FALSE, FALSE, sizeof (int), 64);

  carrel_recurrence_expand (rule, rule->first, rule->last, days);
  for (guint i = 0; i < days->len; i++)
    {
      CarrelDate date = carrel_day_number_to_date (g_array_index (days, int, i));

      g_array_append_val (dates, date);
    }
  return dates;
}

static void
measure_rules (void)
{
  const CarrelRecurrence rule
      = { FIRST_DAY, FIRST_DAY + TERM_DAYS, CARREL_MONDAY | CARREL_WEDNESDAY, 1 };
  const struct icaltimetype start = icaltime_from_string ("20240115T170000");
  double own[N_REPEATED], other[N_REPEATED];
  gboolean is_same = TRUE;

  for (guint i = 0; i < N_REPEATED; i++)
    {
      gint64 began = g_get_monotonic_time ();

      for (guint j = 0; j < N_ROUNDS; j++)
        g_array_unref (
            expand_with_libical ("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20240429T235959", start));
      other[i] = (double) (g_get_monotonic_time () - began) / N_ROUNDS;
      began = g_get_monotonic_time ();
      for (guint j = 0; j < N_ROUNDS; j++)
        g_array_unref (expand_with_carrel (&rule));
      own[i] = (double) (g_get_monotonic_time () - began) / N_ROUNDS;
    }
  {
    g_autoptr (GArray) one = expand_with_carrel (&rule);
    g_autoptr (GArray) two
        = expand_with_libical ("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20240429T235959", start);

    is_same = one->len == two->len
              && memcmp (one->data, two->data, one->len * sizeof (CarrelDate)) == 0;
  }
  g_print ("weekly rule: carrel %.2f us, libical %.2f us, ratio %.3f (at most 0.25), output %s\n",
           get_median (own, N_REPEATED), get_median (other, N_REPEATED),
           get_median (own, N_REPEATED) / get_median (other, N_REPEATED),
           is_same ? "identical" : "DIFFERENT");
}

static CarrelCourse *
make_course (guint index)
{
  CarrelCourse *course = carrel_record_new (&carrel_course_type);

  course->id = g_strdup_printf ("course-%u", index);
  course->time_zone = g_strdup (index % 2 == 0 ? "America/New_York" : "Europe/Berlin");
  course->starts_on = carrel_day_number_to_date (FIRST_DAY);
  course->ends_on = carrel_day_number_to_date (FIRST_DAY + TERM_DAYS - 1);
  for (guint i = 0; i < N_RULES; i++)
    {
      CarrelMeeting *meeting = carrel_record_new (&carrel_meeting_type);

      meeting->id = g_strdup_printf ("meeting-%u", i);
      meeting->kind = g_strdup (i % 2 == 0 ? "lecture" : "lab");
      meeting->days = carrel_day_from_index (i % 5);
      meeting->start = 480 + (int) (i * 7 % 600);
      meeting->end = meeting->start + 50;
      g_ptr_array_add (course->meetings, meeting);
    }
  for (guint i = 0; i < N_ROWS; i++)
    {
      CarrelScheduleRow *row = carrel_record_new (&carrel_schedule_row_type);

      row->id = g_strdup_printf ("row-%u", i);
      row->date = carrel_day_number_to_date (FIRST_DAY + (int) (i * TERM_DAYS / N_ROWS));
      row->topic = g_strdup_printf ("Topic %u", i);
      row->kind = g_strdup (i % 3 == 0 ? "due" : "other");
      g_ptr_array_add (course->schedule, row);
    }
  return course;
}

static void
measure_window (CarrelTimetable *timetable, const char *name, int n_days, double limit)
{
  double times[N_REPEATED];
  double median;
  guint n_found = 0;

  for (guint i = 0; i < N_REPEATED; i++)
    {
      gint64 from
          = (FIRST_DAY + (n_days < TERM_DAYS ? (int) i * 7 : 0)) * G_GINT64_CONSTANT (86400);
      gint64 began = g_get_monotonic_time ();
      g_autoptr (GPtrArray) found = carrel_timetable_list (
          timetable, from, from + n_days * G_GINT64_CONSTANT (86400), CARREL_OCCURRENCE_ALL);

      times[i] = (double) (g_get_monotonic_time () - began) / 1000;
      n_found = found->len;
    }
  median = get_median (times, N_REPEATED);
  g_print ("%s: %u occurrences, median %.2f ms, worst %.2f ms (at most %.0f)\n", name, n_found,
           median, times[N_REPEATED - 1], limit);
}

int
main (void)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new_with_free_func (carrel_record_unref);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  g_autoptr (CarrelTimetable) timetable = NULL;
  gint64 began;

  measure_rules ();
  for (guint i = 0; i < N_COURSES; i++)
    g_ptr_array_add (courses, make_course (i));
  began = g_get_monotonic_time ();
  timetable = carrel_timetable_new (courses, zone);
  g_print ("timetable of %d courses: made in %.2f ms\n", N_COURSES,
           (double) (g_get_monotonic_time () - began) / 1000);
  measure_window (timetable, "any week", 7, 2);
  measure_window (timetable, "the term", TERM_DAYS, 20);
  began = g_get_monotonic_time ();
  carrel_now_next_free (carrel_timetable_find_now_next (
      timetable, (FIRST_DAY + 30) * G_GINT64_CONSTANT (86400), CARREL_OCCURRENCE_ALL));
  g_print ("now and next: %.2f ms\n", (double) (g_get_monotonic_time () - began) / 1000);
  return 0;
}
