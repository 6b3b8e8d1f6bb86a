/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Office hours counted by day, and the distance to the next deadline. */
#include "config.h"

#include "carrel-coverage.h"

#include "course-fixture.h"

static void
add_hour (
    CarrelCourse *course, const char *person, const char *day, const char *from, const char *to)
{
  g_ptr_array_add (course->office_hours, make_record (&carrel_office_hour_type, "person", person,
                                                      "day", day, "start", from, "end", to, NULL));
}

static void
add_deadline (CarrelCourse *course, const char *date, const char *topic)
{
  g_ptr_array_add (course->schedule, make_record (&carrel_schedule_row_type, "date", date, "topic",
                                                  topic, "kind", "due", NULL));
}

static GPtrArray *
list_week (const char *zone_name)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) zone = carrel_zone_find (zone_name);
  g_autoptr (CarrelTimetable) timetable = NULL;

  add_hour (course, "Ada", "MO", "10:00", "11:30");
  add_hour (course, "Bob", "MO", "11:00", "12:00");
  add_hour (course, "Ada", "MO", "15:00", "15:30");
  add_hour (course, "Cy", "FR", "22:00", "23:00");
  add_deadline (course, "2024-01-24", "HW1");
  add_deadline (course, "2024-01-27", "HW2");
  g_ptr_array_add (course->changes, make_record (&carrel_change_type, "of", "hour-bob-mo", "date",
                                                 "2024-01-22", "action", "cancel", NULL));
  carrel_course_assign_ids (course);
  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, zone);
  return carrel_coverage_list_days (timetable, (CarrelDate){ 2024, 1, 22 }, 7, zone);
}

static const CarrelCoverageDay *
get (GPtrArray *days, guint index)
{
  return g_ptr_array_index (days, index);
}

static void
hours_of_a_day_are_added_up (void)
{
  g_autoptr (GPtrArray) days = list_week ("America/New_York");

  g_assert_cmpuint (days->len, ==, 7);
  g_assert_cmpint (get (days, 0)->minutes, ==, 120);
  g_assert_cmpuint (get (days, 0)->people->len, ==, 1);
  g_assert_cmpstr (get (days, 0)->people->pdata[0], ==, "Ada");
  g_assert_cmpint (get (days, 1)->minutes, ==, 0);
  g_assert_cmpint (get (days, 4)->minutes, ==, 60);
}

static void
days_without_hours_are_named (void)
{
  g_autoptr (GPtrArray) days = list_week ("America/New_York");

  g_assert_cmpint (carrel_coverage_get_uncovered (days), ==,
                   CARREL_TUESDAY | CARREL_WEDNESDAY | CARREL_THURSDAY | CARREL_SATURDAY
                       | CARREL_SUNDAY);
}

static void
deadline_is_the_next_one (void)
{
  g_autoptr (GPtrArray) days = list_week ("America/New_York");

  g_assert_cmpint (get (days, 0)->n_days_to_deadline, ==, 2);
  g_assert_cmpstr (get (days, 0)->deadline->title, ==, "HW1");
  g_assert_cmpint (get (days, 2)->n_days_to_deadline, ==, 0);
  g_assert_cmpstr (get (days, 3)->deadline->title, ==, "HW2");
  g_assert_cmpint (get (days, 3)->n_days_to_deadline, ==, 2);
  g_assert_null (get (days, 6)->deadline);
}

static void
day_is_that_of_the_viewer (void)
{
  g_autoptr (GPtrArray) days = list_week ("Europe/Helsinki");

  g_assert_cmpint (get (days, 4)->minutes, ==, 0);
  g_assert_cmpint (get (days, 5)->minutes, ==, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/coverage/hours-of-a-day-are-added-up",
                   hours_of_a_day_are_added_up);
  g_test_add_func ("/carrel/core/coverage/days-without-hours-are-named",
                   days_without_hours_are_named);
  g_test_add_func ("/carrel/core/coverage/deadline-is-the-next-one", deadline_is_the_next_one);
  g_test_add_func ("/carrel/core/coverage/day-is-that-of-the-viewer", day_is_that_of_the_viewer);
  return g_test_run ();
}
