/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Requests to change office hours, read back through the timetable: who is where on which day. */
#include "config.h"

#include "carrel-hour-request.h"

#include "carrel-timetable.h"

#include "course-fixture.h"

#define TERM_DAYS 110

/* Ada on Monday at 10, Bob on Thursday at 15; no hours in the break of 4 to 8 March. */
static CarrelCourse *
make_course (void)
{
  CarrelCourse *course = make_spring_course ();

  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "person", "Ada", "day", "MO", "start",
                                "10:00", "end", "11:00", "location", "A", "role", "TA", NULL));
  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "person", "Bob", "day", "TH", "start",
                                "15:00", "end", "16:00", "location", "B", "role", "head", NULL));
  carrel_course_assign_ids (course);
  return course;
}

static GPtrArray *
list_hours (CarrelCourse *course)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (CarrelTimetable) timetable = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  gint64 from = moment_in ("America/New_York", 2024, 1, 15, 0, 0);

  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, zone);
  return carrel_timetable_list (timetable, from, from + TERM_DAYS * G_GINT64_CONSTANT (86400),
                                CARREL_OCCURRENCE_HOURS);
}

static CarrelOccurrence *
find (CarrelCourse *course, const char *id)
{
  g_autoptr (GPtrArray) all = list_hours (course);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *name = carrel_occurrence_dup_id (all->pdata[i]);

      if (g_str_equal (name, id))
        return carrel_occurrence_ref (all->pdata[i]);
    }
  g_assert_not_reached ();
}

/* "01-22 10 Ada" for each hour that takes place, one a line. */
static char *
describe (CarrelCourse *course)
{
  g_autoptr (GPtrArray) all = list_hours (course);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const CarrelOccurrence *hour = all->pdata[i];

      if ((hour->flags & CARREL_OCCURRENCE_CANCELLED) == 0)
        g_string_append_printf (text, "%02u-%02u %d %s %s\n", hour->date.month, hour->date.day,
                                hour->minutes / 60, hour->person, hour->location);
    }
  return g_string_free (text, FALSE);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

/* Carries out a request made of fields and says what the term is then. */
static char *
run (CarrelCourse **course,
     CarrelHourDeed deed,
     const char *id,
     const char *with,
     const char *span,
     const char *until,
     const char *field,
     const char *value)
{
  g_autoptr (CarrelOccurrence) occurrence = find (*course, id);
  g_autoptr (CarrelOccurrence) other = with != NULL ? find (*course, with) : NULL;
  g_autoptr (CarrelHourRequest) request = carrel_hour_request_new (occurrence);
  g_autoptr (GPtrArray) facts = NULL;
  CarrelCourse *changed;

  carrel_record_set_field (request, carrel_record_find_field (request, "span"), span, NULL);
  carrel_record_set_field (request, carrel_record_find_field (request, "until"), until, NULL);
  if (field != NULL)
    carrel_record_set_field (request, carrel_record_find_field (request, field), value, NULL);
  facts = carrel_hour_request_list_facts (request, deed, occurrence, other);
  changed = carrel_hour_request_apply (*course, facts);
  carrel_record_unref (*course);
  *course = changed;
  return describe (changed);
}

static void
swap_of_one_day_goes_both_ways (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *before = describe (course);
  g_autofree char *text = run (&course, CARREL_HOUR_SWAP, "hour-ada-mo/2024-01-22",
                               "hour-bob-th/2024-01-25", "once", NULL, NULL, NULL);

  g_assert_nonnull (strstr (text, "01-22 10 Bob A\n01-25 15 Ada B\n01-29 10 Ada A\n"));
  g_assert_cmpuint (count (text, "\n"), ==, count (before, "\n"));
  g_assert_cmpuint (course->changes->len, ==, 2);
}

static void
swap_of_weeks_ends_with_its_last_day (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *text = run (&course, CARREL_HOUR_SWAP, "hour-ada-mo/2024-01-22",
                               "hour-bob-th/2024-01-25", "until", "2024-02-08", NULL, NULL);

  g_assert_cmpuint (count (text, " 10 Bob A\n"), ==, 3);
  g_assert_cmpuint (count (text, " 15 Ada B\n"), ==, 3);
  g_assert_nonnull (strstr (text, "02-12 10 Ada A\n02-15 15 Bob B\n"));
}

static void
swap_leaves_weeks_alone_in_which_one_does_not_take_place (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *cancelled
      = run (&course, CARREL_HOUR_CANCEL, "hour-bob-th/2024-02-01", NULL, "once", NULL, NULL, NULL);
  g_autofree char *text = run (&course, CARREL_HOUR_SWAP, "hour-ada-mo/2024-01-22",
                               "hour-bob-th/2024-01-25", "until", "2024-02-08", NULL, NULL);

  g_assert_null (strstr (cancelled, "02-01"));
  g_assert_nonnull (strstr (text, "01-29 10 Ada A\n02-05 10 Bob A\n"));
  g_assert_null (strstr (text, "02-01"));
}

static void
swap_from_a_day_on_changes_both_rules (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *text = run (&course, CARREL_HOUR_SWAP, "hour-ada-mo/2024-02-05",
                               "hour-bob-th/2024-02-08", "on", NULL, NULL, NULL);
  const CarrelOfficeHour *later;

  g_assert_nonnull (strstr (text, "01-29 10 Ada A\n02-01 15 Bob B\n02-05 10 Bob A\n"
                                  "02-08 15 Ada B\n02-12 10 Bob A\n"));
  g_assert_cmpuint (course->changes->len, ==, 0);
  g_assert_cmpuint (course->office_hours->len, ==, 4);
  later = course->office_hours->pdata[2];
  g_assert_cmpstr (later->id, ==, "hour-ada-mo-from-2024-02-05");
  g_assert_cmpstr (later->role, ==, "head");
}

static void
swap_from_the_first_week_on_edits_in_place (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *text = run (&course, CARREL_HOUR_SWAP, "hour-ada-mo/2024-01-22",
                               "hour-bob-th/2024-01-18", "on", NULL, NULL, NULL);

  g_assert_cmpuint (course->office_hours->len, ==, 2);
  g_assert_true (g_str_has_prefix (text, "01-18 15 Ada B\n01-22 10 Bob A\n"));
}

static void
swapping_back_leaves_all_as_it_was (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *before = describe (course);
  g_autofree char *swapped = run (&course, CARREL_HOUR_SWAP, "hour-ada-mo/2024-01-22",
                                  "hour-bob-th/2024-01-25", "until", NULL, NULL, NULL);
  g_autofree char *text = run (&course, CARREL_HOUR_SWAP, "hour-ada-mo/2024-01-22",
                               "hour-bob-th/2024-01-25", "until", NULL, NULL, NULL);

  g_assert_cmpstr (swapped, !=, before);
  g_assert_cmpstr (text, ==, before);
}

static void
cancelling_weeks_passes_over_breaks (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *text = run (&course, CARREL_HOUR_CANCEL, "hour-ada-mo/2024-02-26", NULL, "until",
                               "2024-03-12", "reason", "Away");

  g_assert_nonnull (strstr (text, "02-19 10 Ada A\n"));
  g_assert_null (strstr (text, "02-26 10"));
  g_assert_null (strstr (text, "03-11 10"));
  g_assert_nonnull (strstr (text, "03-18 10 Ada A\n"));
  g_assert_cmpuint (course->changes->len, ==, 2);
  g_assert_cmpstr (((CarrelChange *) course->changes->pdata[0])->reason, ==, "Away");
}

static void
cancelling_from_a_day_on_voids_later_changes (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *moved = run (&course, CARREL_HOUR_MOVE, "hour-ada-mo/2024-02-19", NULL, "once",
                                NULL, "to_date", "2024-02-20");
  g_autofree char *text
      = run (&course, CARREL_HOUR_CANCEL, "hour-ada-mo/2024-02-05", NULL, "on", NULL, NULL, NULL);

  g_assert_nonnull (strstr (moved, "02-20 10 Ada A\n"));
  g_assert_cmpuint (count (text, "Ada"), ==, 2);
}

static void
moving_weeks_keeps_the_distance (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *text = run (&course, CARREL_HOUR_MOVE, "hour-ada-mo/2024-01-22", NULL, "until",
                               "2024-01-29", "to_date", "2024-01-24");

  g_assert_nonnull (strstr (text, "01-24 10 Ada A\n01-25 15 Bob B\n01-31 10 Ada A\n"));
  g_assert_nonnull (strstr (text, "02-05 10 Ada A\n"));
}

/* As when the page gives the hour another room after one day of it was moved to another time. */
static void
moved_day_follows_what_was_not_moved (void)
{
  static const struct
  {
    const char *field, *value, *expected;
  } cases[] = {
    { "start", "10:30", "01-22 10 Ada Z\n" },
    { "to_date", "2024-01-23", "01-23 12 Ada Z\n" },
    { "location", "Y", "01-22 12 Ada Y\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelCourse) course = make_course ();
      g_autofree char *moved = run (&course, CARREL_HOUR_MOVE, "hour-ada-mo/2024-01-22", NULL,
                                    "once", NULL, cases[i].field, cases[i].value);
      CarrelOfficeHour *hour = course->office_hours->pdata[0];
      g_autofree char *text = NULL;

      hour->start = 12 * 60;
      hour->end = 13 * 60;
      carrel_record_set_field (hour, carrel_record_find_field (hour, "location"), "Z", NULL);
      text = describe (course);
      g_assert_nonnull (strstr (text, cases[i].expected));
    }
}

/* What a day holds goes again when it is moved back to where the hour is. */
static void
moved_day_can_be_moved_back (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *before = describe (course);
  g_autofree char *moved = run (&course, CARREL_HOUR_MOVE, "hour-ada-mo/2024-01-22", NULL, "once",
                                NULL, "location", "Y");
  g_autofree char *after = run (&course, CARREL_HOUR_MOVE, "hour-ada-mo/2024-01-22", NULL, "once",
                                NULL, "location", "A");

  g_assert_cmpstr (moved, !=, before);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (((CarrelChange *) course->changes->pdata[0])->location);
}

static void
moving_from_a_day_on_takes_another_weekday (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *text = run (&course, CARREL_HOUR_MOVE, "hour-ada-mo/2024-02-05", NULL, "on",
                               NULL, "to_date", "2024-02-07");

  g_assert_nonnull (strstr (text, "01-29 10 Ada A\n02-01 15 Bob B\n02-07 10 Ada A\n"));
  g_assert_null (strstr (text, "02-05"));
  g_assert_nonnull (strstr (text, "02-14 10 Ada A\n"));
}

static void
later_request_takes_the_place_of_the_earlier (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *cancelled
      = run (&course, CARREL_HOUR_CANCEL, "hour-ada-mo/2024-01-22", NULL, "once", NULL, NULL, NULL);
  g_autofree char *text = run (&course, CARREL_HOUR_HAND_OVER, "hour-ada-mo/2024-01-22", NULL,
                               "once", NULL, "person", "Cy");

  g_assert_null (strstr (cancelled, "01-22"));
  g_assert_nonnull (strstr (text, "01-22 10 Cy A\n"));
  g_assert_cmpuint (course->changes->len, ==, 1);
}

static void
moved_hour_stays_moved_when_handed_over (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *moved = run (&course, CARREL_HOUR_MOVE, "hour-ada-mo/2024-01-22", NULL, "once",
                                NULL, "to_date", "2024-01-23");
  g_autofree char *text = run (&course, CARREL_HOUR_HAND_OVER, "hour-ada-mo/2024-01-22", NULL,
                               "once", NULL, "person", "Cy");

  g_assert_nonnull (strstr (moved, "01-23 10 Ada A\n"));
  g_assert_nonnull (strstr (text, "01-23 10 Cy A\n"));
}

static void
extra_session_is_added_and_can_be_cancelled (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *text = run (&course, CARREL_HOUR_EXTRA, "hour-ada-mo/2024-01-22", NULL, "once",
                               NULL, "to_date", "2024-01-24");
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (text, "01-22 10 Ada A\n01-24 10 Ada A\n01-25 15 Bob B\n"));
  after
      = run (&course, CARREL_HOUR_CANCEL, "hour-ada-mo/2024-01-24", NULL, "once", NULL, NULL, NULL);
  g_assert_null (strstr (after, "01-24"));
}

static void
swap_without_another_hour_changes_nothing (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autofree char *before = describe (course);
  g_autofree char *text
      = run (&course, CARREL_HOUR_SWAP, "hour-ada-mo/2024-01-22", NULL, "once", NULL, NULL, NULL);

  g_assert_cmpstr (text, ==, before);
}

static void
times_the_wrong_way_round_are_told_from_a_night (void)
{
  static const struct
  {
    int start, end;
    gboolean is_wrong;
  } cases[] = {
    { 15 * 60, 13 * 60, TRUE },
    { 15 * 60, 15 * 60, TRUE },
    { 9 * 60, 8 * 60 + 59, TRUE },
    { 13 * 60, 14 * 60, FALSE },
    { 22 * 60, 30, FALSE },
    { 23 * 60, 0, FALSE },
    { 13 * 60, CARREL_UNKNOWN, FALSE },
    { CARREL_UNKNOWN, 13 * 60, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (carrel_hour_request_ends_before_start (cases[i].start, cases[i].end) != cases[i].is_wrong)
      g_error ("case %u is not judged right", i);
}

static void
hour_without_an_end_is_moved_without_one (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autoptr (CarrelOccurrence) occurrence = NULL;
  g_autoptr (CarrelHourRequest) request = NULL;

  ((CarrelOfficeHour *) course->office_hours->pdata[0])->end = CARREL_UNKNOWN;
  occurrence = find (course, "hour-ada-mo/2024-01-22");
  request = carrel_hour_request_new (occurrence);
  g_assert_cmpint (request->start, ==, 10 * 60);
  g_assert_cmpint (request->end, ==, CARREL_UNKNOWN);
}

#define ADD(name, function) g_test_add_func ("/carrel/core/hour-request/" name, function)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("swap-of-one-day-goes-both-ways", swap_of_one_day_goes_both_ways);
  ADD ("swap-of-weeks-ends-with-its-last-day", swap_of_weeks_ends_with_its_last_day);
  ADD ("swap-leaves-weeks-alone-in-which-one-does-not-take-place",
       swap_leaves_weeks_alone_in_which_one_does_not_take_place);
  ADD ("swap-from-a-day-on-changes-both-rules", swap_from_a_day_on_changes_both_rules);
  ADD ("swap-from-the-first-week-on-edits-in-place", swap_from_the_first_week_on_edits_in_place);
  ADD ("swapping-back-leaves-all-as-it-was", swapping_back_leaves_all_as_it_was);
  ADD ("cancelling-weeks-passes-over-breaks", cancelling_weeks_passes_over_breaks);
  ADD ("cancelling-from-a-day-on-voids-later-changes",
       cancelling_from_a_day_on_voids_later_changes);
  ADD ("moving-weeks-keeps-the-distance", moving_weeks_keeps_the_distance);
  ADD ("moved-day-follows-what-was-not-moved", moved_day_follows_what_was_not_moved);
  ADD ("moved-day-can-be-moved-back", moved_day_can_be_moved_back);
  ADD ("moving-from-a-day-on-takes-another-weekday", moving_from_a_day_on_takes_another_weekday);
  ADD ("later-request-takes-the-place-of-the-earlier",
       later_request_takes_the_place_of_the_earlier);
  ADD ("moved-hour-stays-moved-when-handed-over", moved_hour_stays_moved_when_handed_over);
  ADD ("extra-session-is-added-and-can-be-cancelled", extra_session_is_added_and_can_be_cancelled);
  ADD ("swap-without-another-hour-changes-nothing", swap_without_another_hour_changes_nothing);
  ADD ("times-the-wrong-way-round-are-told-from-a-night",
       times_the_wrong_way_round_are_told_from_a_night);
  ADD ("hour-without-an-end-is-moved-without-one", hour_without_an_end_is_moved_without_one);
  return g_test_run ();
}
