/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on, now and next: terms, breaks, changes, dated rows and nights of a change of clocks. */
#include "config.h"

#include "carrel-timetable.h"

#include "course-fixture.h"

#include <string.h>

/* Lists a window of New York dates as lines "MM-DD HH:MM title|kind flags". */
static char *
list_as_text (CarrelCourse *course, CarrelDate from, CarrelDate to, CarrelOccurrenceKind kinds)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");
  g_autoptr (CarrelTimetable) timetable = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GString *text = g_string_new (NULL);

  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, zone);
  found = carrel_timetable_list (timetable, carrel_zone_to_moment (zone, from, 0, NULL),
                                 carrel_zone_to_moment (zone, to, 0, NULL), kinds);
  for (guint i = 0; i < found->len; i++)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (found, i);
      int minutes;
      CarrelDate date = carrel_zone_get_date (occurrence->zone, occurrence->start, &minutes);

      g_assert_cmpint (carrel_date_compare (date, occurrence->date), ==, 0);
      g_string_append_printf (
          text, "%02d-%02d %02d:%02d %s %x\n", date.month, date.day, minutes / 60, minutes % 60,
          occurrence->title != NULL ? occurrence->title
                                    : carrel_occurrence_kind_get_name (occurrence->kind),
          occurrence->flags);
    }
  return g_string_free (text, FALSE);
}

static void
assert_window (CarrelCourse *course, CarrelDate from, CarrelDate to, const char *expected)
{
  g_autofree char *text = list_as_text (course, from, to, CARREL_OCCURRENCE_ALL);

  g_assert_cmpstr (text, ==, expected);
}

static void
weekly_meetings_keep_to_the_term (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  assert_window (course, (CarrelDate){ 2024, 1, 8 }, (CarrelDate){ 2024, 1, 24 },
                 "01-17 17:00 lecture 0\n01-22 17:00 lecture 0\n");
  assert_window (course, (CarrelDate){ 2024, 4, 28 }, (CarrelDate){ 2024, 6, 1 },
                 "04-29 17:00 lecture 0\n");
}

static void
break_suspends_and_wall_time_stays (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  assert_window (course, (CarrelDate){ 2024, 2, 28 }, (CarrelDate){ 2024, 3, 14 },
                 "02-28 17:00 lecture 0\n03-04 00:00 Spring break 10\n03-11 17:00 lecture 0\n"
                 "03-13 17:00 lecture 0\n");
}

static void
no_term_repeats_without_end_and_says_so (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  course->starts_on = course->ends_on = (CarrelDate){ 0 };
  assert_window (course, (CarrelDate){ 2031, 7, 7 }, (CarrelDate){ 2031, 7, 9 },
                 "07-07 17:00 lecture 40\n");
}

static void
every_second_week_counts_from_the_first (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  g_ptr_array_set_size (course->meetings, 0);
  g_ptr_array_add (course->meetings,
                   make_record (&carrel_meeting_type, "id", "lab", "kind", "lab", "days", "FR",
                                "start", "10:00", "end", "12:00", "every_weeks", "2", "from",
                                "01-26", "until", "02-29", NULL));
  assert_window (course, (CarrelDate){ 2024, 1, 1 }, (CarrelDate){ 2024, 3, 2 },
                 "01-26 10:00 lab 0\n02-09 10:00 lab 0\n02-23 10:00 lab 0\n");
}

static void
changes_cancel_move_and_add_once (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  g_ptr_array_add (course->changes,
                   make_record (&carrel_change_type, "id", "a", "of", "lecture", "date",
                                "2024-02-05", "action", "cancel", "reason", "Snow", NULL));
  g_ptr_array_add (course->changes,
                   make_record (&carrel_change_type, "id", "b", "of", "lecture", "date",
                                "2024-02-07", "action", "move", "to_date", "2024-02-08", "start",
                                "10:00", "location", "WH 3110", NULL));
  g_ptr_array_add (course->changes, make_record (&carrel_change_type, "id", "c", "of", "lecture",
                                                 "date", "2024-02-09", "action", "add", "start",
                                                 "09:00", "end", "10:00", NULL));
  assert_window (course, (CarrelDate){ 2024, 2, 5 }, (CarrelDate){ 2024, 2, 13 },
                 "02-05 17:00 lecture 1\n02-08 10:00 lecture 2\n02-09 09:00 lecture 4\n"
                 "02-12 17:00 lecture 0\n");
  /* What is moved into a window is there although its own date is not. */
  assert_window (course, (CarrelDate){ 2024, 2, 8 }, (CarrelDate){ 2024, 2, 9 },
                 "02-08 10:00 lecture 2\n");
  assert_window (course, (CarrelDate){ 2024, 2, 7 }, (CarrelDate){ 2024, 2, 8 }, "");
}

static void
moved_occurrence_keeps_its_name_and_length (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (CarrelTimetable) timetable = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *id = NULL;
  const CarrelOccurrence *moved;

  g_ptr_array_add (course->changes,
                   make_record (&carrel_change_type, "id", "b", "of", "lecture", "date",
                                "2024-02-07", "action", "move", "start", "10:00", NULL));
  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, utc);
  found = carrel_timetable_list (timetable, moment_in ("America/New_York", 2024, 2, 7, 0, 0),
                                 moment_in ("America/New_York", 2024, 2, 8, 0, 0),
                                 CARREL_OCCURRENCE_ALL);
  g_assert_cmpuint (found->len, ==, 1);
  moved = g_ptr_array_index (found, 0);
  id = carrel_occurrence_dup_id (moved);
  g_assert_cmpstr (id, ==, "lecture/2024-02-07");
  g_assert_cmpint (moved->end - moved->start, ==, 80 * 60);
  g_assert_cmpstr (moved->location, ==, "POS A35");
}

static void
a_day_can_follow_another_schedule (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "id", "hour", "day", "TU", "start",
                                "10:00", "end", "11:00", "person", "A", NULL));
  g_ptr_array_add (course->breaks, make_record (&carrel_break_type, "from", "2024-02-20", "title",
                                                "Tuesday follows a Monday schedule", NULL));
  assert_window (course, (CarrelDate){ 2024, 2, 20 }, (CarrelDate){ 2024, 2, 22 },
                 "02-20 00:00 Tuesday follows a Monday schedule 10\n02-20 10:00 hours 0\n"
                 "02-20 17:00 lecture 8\n02-21 17:00 lecture 0\n");
}

static void
dated_rows_name_the_lectures (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "id", "r1", "date", "01-22", "topic",
                                "GPU", "kind", "lecture", "homework", "HW1 due / HW2 out", NULL));
  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "id", "r2", "date_inferred", "01-24",
                                "topic", "Attention", NULL));
  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "id", "r3", "date", "01-25", "topic",
                                "Guest", "kind", "lecture", NULL));
  assert_window (course, (CarrelDate){ 2024, 1, 22 }, (CarrelDate){ 2024, 1, 26 },
                 "01-22 00:00 HW1 due 10\n01-22 17:00 GPU 0\n01-24 17:00 Attention 20\n"
                 "01-25 00:00 Guest 10\n");
}

static void
row_without_class_closes_the_class_only (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "id", "hour", "day", "MO", "start",
                                "10:00", "end", "11:00", "person", "A", NULL));
  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "id", "r1", "date", "01-22", "topic",
                                "No class", "kind", "break", NULL));
  assert_window (course, (CarrelDate){ 2024, 1, 22 }, (CarrelDate){ 2024, 1, 23 },
                 "01-22 00:00 No class 10\n01-22 10:00 hours 0\n");
}

static void
item_with_a_date_is_one_deadline (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  CarrelGradingGroup *group = make_record (&carrel_grading_group_type, "name", "Homework", NULL);

  g_ptr_array_add (group->items, make_record (&carrel_grading_item_type, "id", "hw1", "name", "HW1",
                                              "due", "2024-02-06", NULL));
  g_ptr_array_add (course->grading, group);
  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "id", "r1", "date", "02-06", "topic",
                                "Office", "kind", "other", "homework", "HW1 due", NULL));
  assert_window (course, (CarrelDate){ 2024, 2, 6 }, (CarrelDate){ 2024, 2, 7 },
                 "02-06 00:00 HW1 10\n02-06 00:00 Office 10\n");
}

static void
hours_past_midnight_are_one_occurrence (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  g_ptr_array_set_size (course->meetings, 0);
  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "id", "hour", "day", "TU", "start",
                                "23:00", "end", "01:00", "person", "A", NULL));
  assert_window (course, (CarrelDate){ 2024, 1, 24 }, (CarrelDate){ 2024, 1, 25 },
                 "01-23 23:00 hours 0\n");
}

static void
nights_of_a_change_are_marked (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  course->ends_on = (CarrelDate){ 2024, 12, 1 };
  g_ptr_array_set_size (course->meetings, 0);
  g_ptr_array_add (course->meetings, make_record (&carrel_meeting_type, "id", "n", "kind", "other",
                                                  "days", "SU", "start", "02:30", "end", "03:30",
                                                  "from", "03-10", "until", "03-10", NULL));
  g_ptr_array_add (course->meetings, make_record (&carrel_meeting_type, "id", "m", "kind", "other",
                                                  "days", "SU", "start", "01:30", "end", "02:30",
                                                  "from", "11-03", "until", "11-03", NULL));
  assert_window (course, (CarrelDate){ 2024, 3, 10 }, (CarrelDate){ 2024, 3, 11 },
                 "03-10 03:30 other 100\n");
  assert_window (course, (CarrelDate){ 2024, 11, 3 }, (CarrelDate){ 2024, 11, 4 },
                 "11-03 01:30 other 200\n");
}

static void
unknown_zone_is_read_in_the_viewers (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  carrel_record_set_field (course, carrel_record_find_field (course, "time_zone"), "Nowhere/Here",
                           NULL);
  assert_window (course, (CarrelDate){ 2024, 1, 22 }, (CarrelDate){ 2024, 1, 23 },
                 "01-22 17:00 lecture 80\n");
}

static void
assert_now_next (CarrelTimetable *timetable, gint64 now, const char *expected)
{
  g_autoptr (CarrelNowNext) answer
      = carrel_timetable_find_now_next (timetable, now, CARREL_OCCURRENCE_ALL);
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *const lists[] = { answer->now, answer->next };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_string_append (text, i == 0 ? "now" : " next");
      for (guint j = 0; j < lists[i]->len; j++)
        {
          const CarrelOccurrence *occurrence = g_ptr_array_index (lists[i], j);

          g_string_append_printf (text, " %s", carrel_occurrence_get_fact_id (occurrence));
        }
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
says_what_is_now_and_next (void)
{
  static const struct
  {
    int day, hour, minute;
    const char *expected;
  } moments[] = {
    { 22, 9, 59, "now next hour" },          { 22, 10, 0, "now hour next lecture other" },
    { 22, 11, 0, "now next lecture other" }, { 22, 17, 0, "now lecture other next r1" },
    { 22, 18, 20, "now next r1" },           { 22, 23, 59, "now next lecture" },
    { 24, 18, 19, "now lecture next hour" },
  };
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");
  g_autoptr (CarrelTimetable) timetable = NULL;

  g_ptr_array_add (course->meetings,
                   make_record (&carrel_meeting_type, "id", "other", "kind", "lab", "days", "MO",
                                "start", "17:00", "end", "18:20", NULL));
  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "id", "hour", "day", "MO", "start",
                                "10:00", "end", "11:00", NULL));
  g_ptr_array_add (course->schedule, make_record (&carrel_schedule_row_type, "id", "r1", "date",
                                                  "01-22", "topic", "HW1", "kind", "due", NULL));
  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, zone);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    assert_now_next (
        timetable,
        moment_in ("America/New_York", 2024, 1, moments[i].day, moments[i].hour, moments[i].minute),
        moments[i].expected);
}

/* A deadline of the course's day is one of that day wherever it is read; a time is where it falls.
 */
static void
whole_days_keep_their_date_elsewhere (void)
{
  static const char *const zones[]
      = { "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago" };
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();

  g_ptr_array_add (course->schedule, make_record (&carrel_schedule_row_type, "id", "r1", "date",
                                                  "02-03", "topic", "HW1", "kind", "due", NULL));
  g_ptr_array_add (courses, course);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = carrel_zone_find (zones[i]);
      g_autoptr (CarrelTimetable) timetable = carrel_timetable_new (courses, zone);

      for (int day = 2; day <= 4; day++)
        {
          g_autoptr (GPtrArray) found = carrel_timetable_list_days (
              timetable, zone, (CarrelDate){ 2024, 2, (guint8) day },
              (CarrelDate){ 2024, 2, (guint8) (day + 1) }, CARREL_OCCURRENCE_ALL);

          g_assert_cmpuint (found->len, ==, day == 3 ? 1 : 0);
        }
    }
}

/* Eight days ahead a search is cut: what is due late on that day is not before what begins there.
 */
static void
a_late_deadline_does_not_hide_what_begins_before_it (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");
  g_autoptr (CarrelTimetable) timetable = NULL;

  course->starts_on = (CarrelDate){ 2024, 1, 24 };
  g_ptr_array_add (course->schedule, make_record (&carrel_schedule_row_type, "id", "r1", "date",
                                                  "01-24", "topic", "HW1", "kind", "due", NULL));
  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, zone);
  assert_now_next (timetable, moment_in ("America/New_York", 2024, 1, 16, 12, 0),
                   "now next lecture");
}

static void
windows_join_without_gap_or_overlap (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autofree char *whole = NULL;
  g_autoptr (GString) pieces = g_string_new (NULL);
  CarrelDate day = { 2024, 1, 1 };
  const CarrelDate end = { 2024, 6, 1 };

  g_ptr_array_set_size (course->breaks, 0);
  whole = list_as_text (course, day, end, CARREL_OCCURRENCE_ALL);
  for (; carrel_date_compare (day, end) < 0; day = carrel_date_add_days (day, 1))
    {
      g_autofree char *piece
          = list_as_text (course, day, carrel_date_add_days (day, 1), CARREL_OCCURRENCE_ALL);

      g_string_append (pieces, piece);
    }
  g_assert_cmpstr (pieces->str, ==, whole);
}

static gboolean
has_term_together (CarrelCourse *first, CarrelCourse *second)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");
  g_autoptr (CarrelTimetable) timetable = NULL;
  gint64 from, to;

  g_ptr_array_add (courses, first);
  g_ptr_array_add (courses, second);
  timetable = carrel_timetable_new (courses, zone);
  return carrel_timetable_get_term (timetable, &from, &to);
}

static void
course_without_a_term_leaves_the_term_of_all_open (void)
{
  g_autoptr (CarrelCourse) bounded = make_spring_course ();
  g_autoptr (CarrelCourse) open = make_spring_course ();
  g_autoptr (CarrelCourse) blank = carrel_record_new (&carrel_course_type);

  open->starts_on = open->ends_on = (CarrelDate){ 0 };
  g_assert_true (has_term_together (bounded, blank));
  g_assert_false (has_term_together (bounded, open));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    GTestFunc run;
  } tests[] = {
    { "weekly-meetings-keep-to-the-term", weekly_meetings_keep_to_the_term },
    { "break-suspends-and-wall-time-stays", break_suspends_and_wall_time_stays },
    { "no-term-repeats-without-end-and-says-so", no_term_repeats_without_end_and_says_so },
    { "every-second-week-counts-from-the-first", every_second_week_counts_from_the_first },
    { "changes-cancel-move-and-add-once", changes_cancel_move_and_add_once },
    { "moved-occurrence-keeps-its-name-and-length", moved_occurrence_keeps_its_name_and_length },
    { "a-day-can-follow-another-schedule", a_day_can_follow_another_schedule },
    { "dated-rows-name-the-lectures", dated_rows_name_the_lectures },
    { "row-without-class-closes-the-class-only", row_without_class_closes_the_class_only },
    { "item-with-a-date-is-one-deadline", item_with_a_date_is_one_deadline },
    { "hours-past-midnight-are-one-occurrence", hours_past_midnight_are_one_occurrence },
    { "nights-of-a-change-are-marked", nights_of_a_change_are_marked },
    { "unknown-zone-is-read-in-the-viewers", unknown_zone_is_read_in_the_viewers },
    { "says-what-is-now-and-next", says_what_is_now_and_next },
    { "whole-days-keep-their-date-elsewhere", whole_days_keep_their_date_elsewhere },
    { "a-late-deadline-does-not-hide-what-begins-before-it",
      a_late_deadline_does_not_hide_what_begins_before_it },
    { "course-without-a-term-leaves-the-term-of-all-open",
      course_without_a_term_leaves_the_term_of_all_open },
    { "windows-join-without-gap-or-overlap", windows_join_without_gap_or_overlap },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/carrel/core/timetable/", tests[i].path, NULL);

      g_test_add_func (path, tests[i].run);
    }
  return g_test_run ();
}
