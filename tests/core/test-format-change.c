/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A one-time change says whose session it is, when, what happens and why. */
#include "config.h"

#include "carrel-format-change.h"

#include "course-fixture.h"

#define N_MOST_CHANGES 3

static CarrelCourse *
make_course (void)
{
  CarrelCourse *course = make_spring_course ();

  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "id", "hour-ada-th", "day", "TH", "start",
                                "15:00", "end", "16:00", "person", "Ada", "location", "GHC 5417",
                                NULL));
  return course;
}

/* Adds a change of Ada's hour, or of what @of names. */
static void
add_change (CarrelCourse *course, const char *const *fields)
{
  CarrelChange *change = make_record (&carrel_change_type, "of", "hour-ada-th", NULL);

  for (guint i = 0; fields[i] != NULL; i += 2)
    g_assert_true (carrel_record_set_field (change, carrel_record_find_field (change, fields[i]),
                                            fields[i + 1], NULL));
  g_ptr_array_add (course->changes, change);
}

static char *
say_first (CarrelCourse *course)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (CarrelTimetable) timetable = NULL;

  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, utc);
  return carrel_format_change (g_ptr_array_index (course->changes, 0), course, timetable,
                               CARREL_FORMAT_12_HOURS);
}

static void
a_change_is_said_in_words (void)
{
  static const struct
  {
    const char *changes[N_MOST_CHANGES][12];
    const char *words; /* for the first of them */
  } cases[] = {
    { { { "date", "2024-02-15", "action", "cancel", "reason", "Ill", NULL } },
      "Thursday 15 February 2024, 3–4 pm, Office hours, Ada, GHC 5417, cancelled, Ill" },
    { { { "date", "2024-02-15", "action", "move", "to_date", "2024-02-16", "start", "10:00", "end",
          "11:00", NULL } },
      "Friday 16 February 2024, 10–11 am, Office hours, Ada, GHC 5417, "
      "moved from Thursday 15 February 2024, 3 pm" },
    { { { "date", "2024-02-15", "action", "move", "to_date", "2024-02-16", NULL } },
      "Friday 16 February 2024, 3–4 pm, Office hours, Ada, GHC 5417, "
      "moved from Thursday 15 February 2024" },
    { { { "date", "2024-02-15", "action", "move", "start", "10:00", "location", "WH 3110", NULL } },
      "Thursday 15 February 2024, 10–11 am, Office hours, Ada, WH 3110, moved from 3 pm, "
      "changed for this day only" },
    { { { "date", "2024-02-15", "action", "move", "person", "Bo", "reason", "Swap", NULL } },
      "Thursday 15 February 2024, 3–4 pm, Office hours, Bo, GHC 5417, instead of Ada, "
      "changed for this day only, Swap" },
    { { { "date", "2024-02-15", "action", "move", "person", "Bo", NULL },
        { "date", "2024-02-29", "action", "move", "person", "Bo", NULL },
        { "date", "2024-02-22", "action", "move", "person", "Bo", NULL } },
      "Thursday 15 February 2024, 3–4 pm, Office hours, Bo, GHC 5417, instead of Ada, "
      "changed on several days, until Thursday 29 February 2024" },
    { { { "date", "2024-02-29", "action", "move", "person", "Bo", NULL },
        { "date", "2024-02-22", "action", "move", "person", "Bo", NULL } },
      "Thursday 29 February 2024, 3–4 pm, Office hours, Bo, GHC 5417, instead of Ada, "
      "changed on several days, until Thursday 29 February 2024" },
    { { { "date", "2024-02-15", "action", "move", "person", "Bo", NULL },
        { "date", "2024-02-22", "action", "move", "person", "Cy", NULL } },
      "Thursday 15 February 2024, 3–4 pm, Office hours, Bo, GHC 5417, instead of Ada, "
      "changed for this day only" },
    { { { "date", "2024-02-14", "action", "cancel", "of", "lecture", NULL } },
      "Wednesday 14 February 2024, 5–6:20 pm, Lecture, POS A35, cancelled" },
    { { { "date", "2024-02-17", "action", "add", "start", "09:00", "end", "10:00", NULL } },
      "Saturday 17 February 2024, 9–10 am, Office hours, Ada, GHC 5417, extra" },
    { { { "date", "2024-02-17", "action", "add", "of", NULL, "start", "09:00", "end", "10:00",
          NULL } },
      "Saturday 17 February 2024, 9–10 am, Event, extra" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelCourse) course = make_course ();
      g_autofree char *words = NULL;

      for (guint j = 0; j < N_MOST_CHANGES && cases[i].changes[j][0] != NULL; j++)
        add_change (course, cases[i].changes[j]);
      words = say_first (course);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* A change of a day on which nothing is, or of what the course does not have, has no id in it. */
static void
a_change_of_nothing_is_said_as_far_as_it_goes (void)
{
  static const struct
  {
    const char *fields[10];
    const char *words;
  } cases[] = {
    { { "date", "2024-03-07", "action", "cancel", "reason", "Ill", NULL },
      "Thursday 7 March 2024, Ada, cancelled, Ill" },
    { { "date", "2024-03-06", "action", "cancel", "of", "lecture", NULL },
      "Wednesday 6 March 2024, Lecture, cancelled" },
    { { "date", "2024-02-15", "action", "move", "of", "hour-none", NULL },
      "Thursday 15 February 2024, changed for this day only" },
    { { "of", "hour-none", NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelCourse) course = make_course ();
      g_autofree char *words = NULL;

      add_change (course, cases[i].fields);
      words = say_first (course);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/format-change/a-change-is-said-in-words",
                   a_change_is_said_in_words);
  g_test_add_func ("/carrel/core/format-change/a-change-of-nothing-is-said-as-far-as-it-goes",
                   a_change_of_nothing_is_said_as_far_as_it_goes);
  return g_test_run ();
}
