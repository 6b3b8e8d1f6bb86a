/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The next term of a course: classes keep their order on its class days, fixed days are asked
 * about, and what was of the old term only is gone. */
#include "config.h"

#include "carrel-next-term.h"

#include <string.h>

static CarrelDate
date (const char *text)
{
  CarrelDate read = { 0 };

  g_assert_true (carrel_date_parse (text, &read));
  return read;
}

static void
add_row (CarrelCourse *course, const char *day, const char *topic, const char *kind)
{
  CarrelScheduleRow *row = carrel_record_new (&carrel_schedule_row_type);

  row->date = date (day);
  row->topic = g_strdup (topic);
  row->kind = g_strdup (kind);
  g_ptr_array_add (course->schedule, row);
}

/* Monday and Wednesday from Wednesday 2026-01-14; the week of Monday 2026-02-02 is free. */
static CarrelCourse *
new_course (void)
{
  CarrelCourse *course = carrel_record_new (&carrel_course_type);
  CarrelMeeting *meeting = carrel_record_new (&carrel_meeting_type);
  CarrelBreak *pause = carrel_record_new (&carrel_break_type);
  CarrelChange *change = carrel_record_new (&carrel_change_type);

  course->id = g_strdup ("cs101");
  course->title = g_strdup ("Small Machines");
  course->term = g_strdup ("Spring 2026");
  course->starts_on = date ("2026-01-14");
  course->ends_on = date ("2026-02-18");
  meeting->kind = g_strdup ("lecture");
  meeting->days = CARREL_MONDAY | CARREL_WEDNESDAY;
  meeting->start = 600;
  meeting->end = 660;
  meeting->until = course->ends_on;
  pause->from = date ("2026-02-02");
  pause->until = date ("2026-02-06");
  change->action = g_strdup ("cancel");
  change->date = date ("2026-01-21");
  g_ptr_array_add (course->meetings, meeting);
  g_ptr_array_add (course->breaks, pause);
  g_ptr_array_add (course->changes, change);
  add_row (course, "01-14", "First", "lecture");
  add_row (course, "01-19", "Second", "lecture");
  add_row (course, "2026-01-21", "Third", "lecture");
  add_row (course, "2026-02-03", "Free week", "break");
  add_row (course, "2026-02-09", "After the break", "lecture");
  add_row (course, "2026-02-11", "Midterm", "exam");
  add_row (course, "2026-02-13", "Visit", NULL);
  return course;
}

static CarrelNextTerm *
new_next (const CarrelCourse *course, const char *first, const char *last, const char *closed)
{
  CarrelNextTerm *next = carrel_next_term_new (course);

  next->term = g_strdup ("Autumn 2026");
  next->starts_on = date (first);
  if (last != NULL)
    next->ends_on = date (last);
  next->closed = g_strdup (closed);
  return next;
}

static CarrelScheduleRow *
find_row (CarrelCourse *course, const char *topic)
{
  for (guint i = 0; i < course->schedule->len; i++)
    {
      CarrelScheduleRow *row = course->schedule->pdata[i];

      if (g_strcmp0 (row->topic, topic) == 0)
        return row;
    }
  return NULL;
}

static void
assert_on (CarrelCourse *course, const char *topic, const char *day)
{
  CarrelScheduleRow *row = find_row (course, topic);
  g_autofree char *text = NULL;

  g_assert_nonnull (row);
  text = carrel_date_to_text (row->date);
  g_assert_cmpstr (text, ==, day);
}

static const char *
find_question (CarrelCourse *course, const char *part)
{
  for (guint i = 0; i < course->questions->len; i++)
    {
      const CarrelQuestion *question = course->questions->pdata[i];

      if (strstr (question->text, part) != NULL)
        return question->text;
    }
  return NULL;
}

static void
classes_keep_their_order_around_free_days (void)
{
  g_autoptr (CarrelCourse) course = new_course ();
  g_autoptr (CarrelNextTerm) next
      = new_next (course, "2026-09-07", NULL, "2026-09-09, 2026-09-21/2026-09-25");
  g_autoptr (CarrelCourse) laid = NULL;
  g_autofree char *last = NULL;
  const char *field = "";

  g_assert_null (carrel_next_term_check (next, course, &field));
  g_assert_null (field);
  laid = carrel_next_term_lay_out (next, course);
  assert_on (laid, "First", "2026-09-07");
  assert_on (laid, "Second", "2026-09-14");
  assert_on (laid, "Third", "2026-09-16");
  /* The sixth class day of both terms. */
  assert_on (laid, "After the break", "2026-10-05");
  last = carrel_date_to_text (laid->ends_on);
  g_assert_cmpstr (last, ==, "2026-10-12");
  g_assert_null (find_question (laid, "Second"));
}

static void
fixed_days_are_asked_about (void)
{
  g_autoptr (CarrelCourse) course = new_course ();
  g_autoptr (CarrelNextTerm) next = new_next (course, "2026-09-07", NULL, "2026-10-09");
  g_autoptr (CarrelCourse) laid = NULL;
  CarrelGradingGroup *group = carrel_record_new (&carrel_grading_group_type);
  CarrelGradingItem *item = carrel_record_new (&carrel_grading_item_type);

  item->name = g_strdup ("HW1");
  item->due = date ("2026-01-30");
  g_ptr_array_add (group->items, item);
  g_ptr_array_add (course->grading, group);
  laid = carrel_next_term_lay_out (next, course);
  assert_on (laid, "Midterm", "2026-10-07");
  g_assert_nonnull (find_question (laid, "Midterm"));
  g_assert_nonnull (find_question (laid, "HW1"));
  assert_on (laid, "Visit", "2026-10-09");
  g_assert_nonnull (strstr (find_question (laid, "Visit"), "without classes"));
  g_assert_null (find_question (laid, "First"));
}

static void
what_was_of_the_old_term_is_gone (void)
{
  g_autoptr (CarrelCourse) course = new_course ();
  g_autoptr (CarrelNextTerm) next = new_next (course, "2026-09-07", "2026-12-11", NULL);
  g_autoptr (CarrelCourse) laid = carrel_next_term_lay_out (next, course);
  const CarrelMeeting *meeting = laid->meetings->pdata[0];

  g_assert_null (laid->id);
  g_assert_cmpstr (laid->term, ==, "Autumn 2026");
  g_assert_cmpuint (laid->changes->len, ==, 0);
  g_assert_cmpuint (laid->breaks->len, ==, 0);
  g_assert_null (find_row (laid, "Free week"));
  g_assert_false (carrel_date_is_set (meeting->until));
  /* The course itself is as it was. */
  g_assert_cmpuint (course->changes->len, ==, 1);
  g_assert_cmpuint (course->schedule->len, ==, 7);
}

static void
class_without_a_day_is_asked_about (void)
{
  g_autoptr (CarrelCourse) course = new_course ();
  g_autoptr (CarrelNextTerm) next = new_next (course, "2026-09-07", "2026-09-13", NULL);
  g_autoptr (CarrelCourse) laid = carrel_next_term_lay_out (next, course);

  assert_on (laid, "Second", "2026-09-09");
  g_assert_nonnull (strstr (find_question (laid, "Third"), "no class day left"));
}

static void
request_says_what_is_wrong (void)
{
  static const struct
  {
    const char *term;
    const char *first;
    const char *last;
    const char *closed;
    const char *field;
    const char *part;
  } wrong[] = {
    { NULL, "2026-09-07", NULL, NULL, "term", "name" },
    { "Spring 2026", "2026-09-07", NULL, NULL, "term", "name" },
    { "Autumn", "09-07", NULL, NULL, "starts_on", "first day" },
    { "Autumn", "2026-09-07", "2026-09-01", NULL, "ends_on", "last day" },
    { "Autumn", "2026-09-07", "2028-09-01", NULL, "ends_on", "last day" },
    { "Autumn", "2026-09-07", NULL, "Christmas", "closed", "2027-05-31" },
    { "Autumn", "2026-09-07", NULL, "2026-10-09/2026-10-02", "closed", "2027-05-31" },
    { "Autumn", "2026-09-07", NULL, "/", "closed", "2027-05-31" },
  };
  g_autoptr (CarrelCourse) course = new_course ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (CarrelNextTerm) next
          = new_next (course, wrong[i].first, wrong[i].last, wrong[i].closed);
      g_autofree char *text = NULL;
      const char *field = NULL;

      g_free (next->term);
      next->term = g_strdup (wrong[i].term);
      text = carrel_next_term_check (next, course, &field);
      g_assert_cmpstr (field, ==, wrong[i].field);
      g_assert_nonnull (text);
      g_assert_nonnull (strstr (text, wrong[i].part));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/next-term/classes-keep-their-order-around-free-days",
                   classes_keep_their_order_around_free_days);
  g_test_add_func ("/carrel/core/next-term/fixed-days-are-asked-about", fixed_days_are_asked_about);
  g_test_add_func ("/carrel/core/next-term/what-was-of-the-old-term-is-gone",
                   what_was_of_the_old_term_is_gone);
  g_test_add_func ("/carrel/core/next-term/class-without-a-day-is-asked-about",
                   class_without_a_day_is_asked_about);
  g_test_add_func ("/carrel/core/next-term/request-says-what-is-wrong", request_says_what_is_wrong);
  return g_test_run ();
}
