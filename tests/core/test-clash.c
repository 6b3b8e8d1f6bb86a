/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Overlaps, hours that fit into free time, and runs with hand-overs. */
#include "config.h"

#include "carrel-clash.h"

#include "carrel-format-occurrence.h"
#include "carrel-timetable.h"
#include "course-fixture.h"

#include <string.h>

static void
add_hour (CarrelCourse *course, const char *person, const char *start, const char *end)
{
  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "id", person, "day", "MO", "start", start,
                                "end", end, "person", person, "location", "GHC 5417", NULL));
}

static GPtrArray *
list_monday (CarrelCourse *course, CarrelOccurrenceKind kinds)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");
  g_autoptr (CarrelTimetable) timetable = NULL;

  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, zone);
  return carrel_timetable_list (timetable, moment_in ("America/New_York", 2024, 1, 22, 0, 0),
                                moment_in ("America/New_York", 2024, 1, 23, 0, 0), kinds);
}

static void
overlapping_meetings_clash_and_touching_ones_do_not (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) clashes = NULL;

  g_ptr_array_add (course->meetings,
                   make_record (&carrel_meeting_type, "id", "lab", "kind", "lab", "days", "MO",
                                "start", "18:00", "end", "19:00", NULL));
  g_ptr_array_add (course->meetings,
                   make_record (&carrel_meeting_type, "id", "late", "kind", "lab", "days", "MO",
                                "start", "19:00", "end", "20:00", NULL));
  add_hour (course, "Ada", "17:00", "20:00");
  found = list_monday (course, CARREL_OCCURRENCE_ALL);
  clashes = carrel_clash_find (found, CARREL_CLASH_ANY);
  g_assert_cmpuint (clashes->len, ==, 1);
  g_assert_cmpint (g_array_index (clashes, CarrelClash, 0).second->kind, ==, CARREL_OCCURRENCE_LAB);
}

static void
a_room_and_a_person_are_wanted_once (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) rooms = NULL;
  g_autoptr (GArray) people = NULL;

  add_hour (course, "Ada", "10:00", "11:00");
  add_hour (course, "Bob", "10:30", "11:30");
  found = list_monday (course, CARREL_OCCURRENCE_HOURS);
  rooms = carrel_clash_find (found, CARREL_CLASH_ROOM);
  people = carrel_clash_find (found, CARREL_CLASH_PERSON);
  g_assert_cmpuint (rooms->len, ==, 1);
  g_assert_cmpuint (people->len, ==, 0);
}

static void
hours_fit_into_free_time (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) hours = NULL;
  g_autoptr (GPtrArray) busy = NULL;
  g_autoptr (GPtrArray) fitting = NULL;

  add_hour (course, "Ada", "16:00", "17:00");
  add_hour (course, "Bob", "16:30", "17:30");
  hours = list_monday (course, CARREL_OCCURRENCE_HOURS);
  busy = list_monday (course, CARREL_OCCURRENCE_ALL);
  fitting = carrel_clash_list_free (hours, busy);
  g_assert_cmpuint (fitting->len, ==, 1);
  g_assert_cmpstr (((CarrelOccurrence *) g_ptr_array_index (fitting, 0))->person, ==, "Ada");
}

static void
hours_back_to_back_are_one_run (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) hours = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  add_hour (course, "Ada", "13:00", "14:00");
  add_hour (course, "Bob", "14:00", "15:00");
  add_hour (course, "Cy", "15:00", "16:00");
  add_hour (course, "Di", "16:30", "17:00");
  hours = list_monday (course, CARREL_OCCURRENCE_HOURS);
  runs = carrel_clash_list_runs (hours);
  g_assert_cmpuint (runs->len, ==, 2);
  g_assert_cmpuint (((GPtrArray *) g_ptr_array_index (runs, 0))->len, ==, 3);
}

static void
deadline_without_help_the_day_before_is_found (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) covered = NULL;
  g_autoptr (GPtrArray) uncovered = NULL;

  g_ptr_array_add (course->schedule, make_record (&carrel_schedule_row_type, "id", "r1", "date",
                                                  "01-22", "topic", "HW1", "kind", "due", NULL));
  none = list_monday (course, CARREL_OCCURRENCE_ALL);
  uncovered = carrel_clash_list_uncovered (none, none);
  g_assert_cmpuint (uncovered->len, ==, 1);
  add_hour (course, "Ada", "10:00", "11:00");
  found = list_monday (course, CARREL_OCCURRENCE_ALL);
  covered = carrel_clash_list_uncovered (found, found);
  g_assert_cmpuint (covered->len, ==, 0);
}

static void
clash_of_two_courses_names_both (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (CarrelCourse) other = make_spring_course ();
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autofree char *two = NULL;
  g_autofree char *same = NULL;
  const CarrelFormatContext context
      = { moment_in ("America/New_York", 2024, 1, 22, 9, 0), zone, 0 };
  CarrelClash clash;

  g_clear_pointer (&other->code, g_free);
  other->title = g_strdup ("Logic");
  first = list_monday (course, CARREL_OCCURRENCE_LECTURE);
  second = list_monday (other, CARREL_OCCURRENCE_LECTURE);
  clash = (CarrelClash){ g_ptr_array_index (first, 0), g_ptr_array_index (second, 0) };
  two = carrel_format_clash (&clash, &context);
  g_assert_nonnull (strstr (two, "Lecture, CS 1, "));
  g_assert_nonnull (strstr (two, "overlaps with Lecture, Logic, "));
  clash.second = clash.first;
  same = carrel_format_clash (&clash, &context);
  g_assert_null (strstr (same, "CS 1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/clash/overlapping-meetings-clash-and-touching-ones-do-not",
                   overlapping_meetings_clash_and_touching_ones_do_not);
  g_test_add_func ("/carrel/core/clash/a-room-and-a-person-are-wanted-once",
                   a_room_and_a_person_are_wanted_once);
  g_test_add_func ("/carrel/core/clash/hours-fit-into-free-time", hours_fit_into_free_time);
  g_test_add_func ("/carrel/core/clash/hours-back-to-back-are-one-run",
                   hours_back_to_back_are_one_run);
  g_test_add_func ("/carrel/core/clash/deadline-without-help-the-day-before-is-found",
                   deadline_without_help_the_day_before_is_found);
  g_test_add_func ("/carrel/core/clash/clash-of-two-courses-names-both",
                   clash_of_two_courses_names_both);
  return g_test_run ();
}
