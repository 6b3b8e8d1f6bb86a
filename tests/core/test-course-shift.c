/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Laying a course onto other weeks: weekdays stay, and years come from the term. */
#include "config.h"

#include "carrel-course-shift.h"

static void
every_date_moves_by_whole_weeks (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (CarrelCourse) shifted = NULL;
  CarrelScheduleRow *row = carrel_record_new (&carrel_schedule_row_type);
  const CarrelScheduleRow *moved;
  g_autofree char *date = NULL;
  g_autofree char *end = NULL;

  /* A Wednesday: the term's week starts on Monday 2024-01-15. */
  course->starts_on = (CarrelDate){ 2024, 1, 17 };
  course->ends_on = (CarrelDate){ 2024, 4, 26 };
  row->date = (CarrelDate){ 0, 2, 28 };
  g_ptr_array_add (course->schedule, row);
  shifted = carrel_course_shift (course, (CarrelDate){ 2026, 10, 26 });
  moved = shifted->schedule->pdata[0];
  date = carrel_date_to_text (shifted->starts_on);
  end = carrel_date_to_text (moved->date);
  g_assert_cmpstr (date, ==, "2026-10-28");
  g_assert_cmpstr (end, ==, "2026-12-09");
  g_assert_cmpint (carrel_date_get_weekday (moved->date), ==, CARREL_WEDNESDAY);
}

static void
course_without_a_term_stays (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (CarrelCourse) shifted = carrel_course_shift (course, (CarrelDate){ 2026, 10, 26 });

  g_assert_true (carrel_record_equal (course, shifted));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/course-shift/every-date-moves-by-whole-weeks",
                   every_date_moves_by_whole_weeks);
  g_test_add_func ("/carrel/core/course-shift/course-without-a-term-stays",
                   course_without_a_term_stays);
  return g_test_run ();
}
