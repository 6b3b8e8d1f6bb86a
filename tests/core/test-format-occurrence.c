/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences about now, next, rows and office hours. */
#include "config.h"

#include "carrel-format-occurrence.h"

#include "course-fixture.h"

typedef struct
{
  CarrelTimetable *timetable;
  GTimeZone *zone;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();

  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "id", "h1", "day", "TH", "start", "15:00",
                                "end", "16:00", "person", "Ada", "location", "GHC 5417", NULL));
  g_ptr_array_add (course->changes, make_record (&carrel_change_type, "id", "m", "of", "h1", "date",
                                                 "2024-02-15", "action", "move", "location",
                                                 "WH 3110", "reason", "Room is taken", NULL));
  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "id", "r", "date", "2024-02-13", "topic",
                                "HW2", "kind", "due", NULL));
  g_ptr_array_add (courses, course);
  fixture->zone = carrel_zone_find ("America/New_York");
  fixture->timetable = carrel_timetable_new (courses, fixture->zone);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  carrel_timetable_unref (fixture->timetable);
  g_time_zone_unref (fixture->zone);
}

static void
assert_hours_status (Fixture *fixture, gint64 now, const char *expected)
{
  CarrelFormatContext context = { now, fixture->zone, CARREL_FORMAT_12_HOURS };
  g_autoptr (CarrelNowNext) answer
      = carrel_timetable_find_now_next (fixture->timetable, now, CARREL_OCCURRENCE_HOURS);
  g_autofree char *text = carrel_format_hours_status (answer, &context);

  g_assert_cmpstr (text, ==, expected);
}

static void
hours_say_whether_help_is_there (Fixture *fixture, gconstpointer data)
{
  const char *zone = "America/New_York";

  assert_hours_status (fixture, moment_in (zone, 2024, 2, 8, 15, 30),
                       "Open now until 4 pm: Ada, GHC 5417.");
  assert_hours_status (fixture, moment_in (zone, 2024, 2, 8, 14, 20),
                       "No office hours now. Next: 3 pm, in 40 minutes, Ada, GHC 5417.");
  assert_hours_status (fixture, moment_in (zone, 2024, 2, 12, 14, 20),
                       "No office hours now. Next: Thursday 3 pm, Ada, WH 3110.");
  assert_hours_status (fixture, moment_in (zone, 2024, 6, 1, 14, 20),
                       "No office hours are planned.");
}

static void
hours_elsewhere_say_both_times (Fixture *fixture, gconstpointer data)
{
  GTimeZone *own = fixture->zone;
  g_autoptr (GTimeZone) berlin = carrel_zone_find ("Europe/Berlin");

  fixture->zone = berlin;
  assert_hours_status (fixture, moment_in ("America/New_York", 2024, 2, 8, 15, 30),
                       "Open now until 10 pm (4 pm New York time): Ada, GHC 5417.");
  assert_hours_status (fixture, moment_in ("America/New_York", 2024, 2, 8, 14, 20),
                       "No office hours now. Next: 9 pm (3 pm New York time), in 40 minutes, Ada, "
                       "GHC 5417.");
  fixture->zone = own;
}

static void
assert_now_next (Fixture *fixture, gint64 now, const char *expected_now, const char *expected_next)
{
  CarrelFormatContext context = { now, fixture->zone, CARREL_FORMAT_12_HOURS };
  g_autoptr (CarrelNowNext) answer
      = carrel_timetable_find_now_next (fixture->timetable, now, CARREL_OCCURRENCE_ALL);
  g_autofree char *now_text = carrel_format_now (answer, &context);
  g_autofree char *next_text = carrel_format_next (answer, &context);

  g_assert_cmpstr (now_text, ==, expected_now);
  g_assert_cmpstr (next_text, ==, expected_next);
}

static void
now_and_next_are_sentences (Fixture *fixture, gconstpointer data)
{
  const char *zone = "America/New_York";

  assert_now_next (fixture, moment_in (zone, 2024, 2, 12, 17, 30),
                   "Lecture, POS A35, until 6:20 pm",
                   "Next: HW2, due by the end of the day, tomorrow");
  assert_now_next (fixture, moment_in (zone, 2024, 2, 14, 16, 20), "Nothing now",
                   "Next: 5 pm, in 40 minutes, Lecture, POS A35");
  assert_now_next (fixture, moment_in (zone, 2024, 2, 8, 15, 30),
                   "Office hours, Ada, GHC 5417, until 4 pm",
                   "Next: Monday 5 pm, Lecture, POS A35");
  assert_now_next (fixture, moment_in (zone, 2024, 2, 8, 14, 20), "Nothing now",
                   "Next: 3 pm, in 40 minutes, Office hours, Ada, GHC 5417");
  assert_now_next (fixture, moment_in (zone, 2024, 6, 14, 16, 20), "Nothing now",
                   "Nothing else is planned");
}

/* Among several courses each is named. */
static void
now_and_next_name_the_course (Fixture *fixture, gconstpointer data)
{
  gint64 now = moment_in ("America/New_York", 2024, 2, 14, 16, 20);
  CarrelFormatContext context
      = { now, fixture->zone, CARREL_FORMAT_12_HOURS | CARREL_FORMAT_WITH_COURSE };
  g_autoptr (CarrelNowNext) answer
      = carrel_timetable_find_now_next (fixture->timetable, now, CARREL_OCCURRENCE_ALL);
  g_autofree char *next = carrel_format_next (answer, &context);

  g_assert_cmpstr (next, ==, "Next: 5 pm, in 40 minutes, Lecture, POS A35, CS 1");
}

static char *
format_first (Fixture *fixture, gint64 at, GTimeZone *zone, CarrelFormatFlags flags)
{
  CarrelFormatContext context = { moment_in ("America/New_York", 2024, 2, 12, 9, 0), zone, flags };
  g_autoptr (GPtrArray) found
      = carrel_timetable_list (fixture->timetable, at, at + 60, CARREL_OCCURRENCE_ALL);

  g_assert_cmpuint (found->len, ==, 1);
  return carrel_format_occurrence_sentence (g_ptr_array_index (found, 0), &context);
}

static void
a_row_says_all_that_matters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) berlin = carrel_zone_find ("Europe/Berlin");
  gint64 hour = moment_in ("America/New_York", 2024, 2, 15, 15, 0);
  g_autofree char *moved
      = format_first (fixture, hour, fixture->zone, CARREL_FORMAT_12_HOURS | CARREL_FORMAT_SPOKEN);
  g_autofree char *away = format_first (fixture, moment_in ("America/New_York", 2024, 2, 14, 17, 0),
                                        berlin, CARREL_FORMAT_24_HOURS);

  g_assert_cmpstr (moved, ==,
                   "Thursday 15 February, 3 to 4 pm, Office hours, Ada, W H 3110, CS 1, "
                   "changed for this day only, Room is taken");
  g_assert_cmpstr (away, ==,
                   "Wednesday 14 February, 23:00–00:20, Lecture, POS A35, CS 1, "
                   "17:00–18:20 New York time");
}

static void
a_row_can_start_with_its_title (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text
      = format_first (fixture, moment_in ("America/New_York", 2024, 2, 15, 15, 0), fixture->zone,
                      CARREL_FORMAT_12_HOURS | CARREL_FORMAT_TITLE_FIRST);

  g_assert_true (g_str_has_prefix (text, "Office hours, Ada, Thursday 15 February, 3–4 pm, "));
}

/* "Office hours" is all that they are called. */
static void
hours_of_nobody_are_named_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "id", "h", "day", "FR", "start", "10:00",
                                "end", "11:00", "location", "GHC 4102", NULL));
  g_ptr_array_add (courses, course);
  carrel_timetable_unref (fixture->timetable);
  fixture->timetable = carrel_timetable_new (courses, fixture->zone);
  text = format_first (fixture, moment_in ("America/New_York", 2024, 2, 16, 10, 0), fixture->zone,
                       CARREL_FORMAT_12_HOURS);
  g_assert_cmpstr (text, ==, "Friday 16 February, 10–11 am, Office hours, GHC 4102, CS 1");
}

static void
parts_of_a_lecture_say_what_is_left (Fixture *fixture, gconstpointer data)
{
  gint64 start = moment_in ("America/New_York", 2024, 2, 12, 17, 0);
  CarrelFormatContext context = { start + 39 * 60, fixture->zone, CARREL_FORMAT_12_HOURS };
  g_autoptr (GPtrArray) found
      = carrel_timetable_list (fixture->timetable, start, start + 60, CARREL_OCCURRENCE_ALL);
  const CarrelOccurrence *lecture = g_ptr_array_index (found, 0);
  GPtrArray *segments = carrel_occurrence_get_segments (lecture);
  g_autofree char *text = NULL;

  g_ptr_array_add (segments,
                   make_record (&carrel_segment_type, "minutes", "40", "title", "Lecture", NULL));
  g_ptr_array_add (segments,
                   make_record (&carrel_segment_type, "minutes", "10", "title", "Review", NULL));
  text = carrel_format_segments (lecture, &context);
  g_assert_cmpstr (text, ==, "Lecture, 40 minutes (now, 1 minute left); Review, 10 minutes.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/carrel/core/format-occurrence/hours-say-whether-help-is-there", Fixture, NULL,
              set_up, hours_say_whether_help_is_there, tear_down);
  g_test_add ("/carrel/core/format-occurrence/hours-elsewhere-say-both-times", Fixture, NULL,
              set_up, hours_elsewhere_say_both_times, tear_down);
  g_test_add ("/carrel/core/format-occurrence/now-and-next-are-sentences", Fixture, NULL, set_up,
              now_and_next_are_sentences, tear_down);
  g_test_add ("/carrel/core/format-occurrence/now-and-next-name-the-course", Fixture, NULL, set_up,
              now_and_next_name_the_course, tear_down);
  g_test_add ("/carrel/core/format-occurrence/a-row-says-all-that-matters", Fixture, NULL, set_up,
              a_row_says_all_that_matters, tear_down);
  g_test_add ("/carrel/core/format-occurrence/a-row-can-start-with-its-title", Fixture, NULL,
              set_up, a_row_can_start_with_its_title, tear_down);
  g_test_add ("/carrel/core/format-occurrence/hours-of-nobody-are-named-once", Fixture, NULL,
              set_up, hours_of_nobody_are_named_once, tear_down);
  g_test_add ("/carrel/core/format-occurrence/parts-of-a-lecture-say-what-is-left", Fixture, NULL,
              set_up, parts_of_a_lecture_say_what_is_left, tear_down);
  return g_test_run ();
}
