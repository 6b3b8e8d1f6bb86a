/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Occurrences: their names, their order, and whether they are going on. */
#include "config.h"

#include "course-fixture.h"

#include "carrel-occurrence.h"

static CarrelOccurrence
make (CarrelCourse *course, gpointer fact, gint64 start, gint64 end)
{
  return (CarrelOccurrence){ .kind = CARREL_OCCURRENCE_LECTURE,
                             .start = start,
                             .end = end,
                             .rule_date = { 2024, 1, 24 },
                             .course = course,
                             .fact = fact };
}

static void
kinds_have_names_both_ways (void)
{
  for (guint i = 0; i < CARREL_N_OCCURRENCE_KINDS; i++)
    {
      CarrelOccurrenceKind kind = (CarrelOccurrenceKind) (1u << i);

      g_assert_cmpint (carrel_occurrence_kind_from_name (carrel_occurrence_kind_get_name (kind)),
                       ==, kind);
    }
  g_assert_cmpint (carrel_occurrence_kind_from_name ("due"), ==, CARREL_OCCURRENCE_DEADLINE);
  g_assert_cmpint (carrel_occurrence_kind_from_name ("seminar"), ==, CARREL_OCCURRENCE_OTHER);
  g_assert_cmpint (carrel_occurrence_kind_from_name (NULL), ==, CARREL_OCCURRENCE_OTHER);
}

static void
is_on_from_its_start_until_before_its_end (void)
{
  static const struct
  {
    gint64 now;
    CarrelOccurrenceFlags flags;
    gboolean is_on;
  } moments[] = {
    { 999, 0, FALSE },
    { 1000, 0, TRUE },
    { 1999, 0, TRUE },
    { 2000, 0, FALSE },
    { 1500, CARREL_OCCURRENCE_CANCELLED, FALSE },
    { 1500, CARREL_OCCURRENCE_MOVED, TRUE },
  };
  g_autoptr (CarrelCourse) course = make_spring_course ();

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      CarrelOccurrence occurrence = make (course, course->meetings->pdata[0], 1000, 2000);

      occurrence.flags = moments[i].flags;
      g_assert_cmpint (carrel_occurrence_is_on (&occurrence, moments[i].now), ==, moments[i].is_on);
    }
}

/* Each stands before the next, whatever order they come in. */
static void
order_is_start_then_all_day_then_end_then_name (void)
{
  g_autoptr (CarrelCourse) first = make_record (&carrel_course_type, "id", "a", NULL);
  g_autoptr (CarrelCourse) second = make_record (&carrel_course_type, "id", "b", NULL);
  g_autoptr (CarrelMeeting) lab = make_record (&carrel_meeting_type, "id", "lab", NULL);
  g_autoptr (CarrelMeeting) talk = make_record (&carrel_meeting_type, "id", "talk", NULL);
  CarrelOccurrence sorted[] = {
    make (second, talk, 900, 5000),  make (second, talk, 1000, 9000),
    make (second, talk, 1000, 1500), make (first, talk, 1000, 2000),
    make (second, lab, 1000, 2000),  make (second, talk, 1000, 2000),
    make (second, talk, 1000, 2000),
  };

  sorted[1].flags = CARREL_OCCURRENCE_ALL_DAY;
  sorted[5].title = "A";
  sorted[6].title = "B";
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        const CarrelOccurrence *one = &sorted[i], *other = &sorted[j];
        int order = carrel_occurrence_compare (&one, &other);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
name_is_the_fact_and_the_date_of_its_rule (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  CarrelOccurrence lecture = make (course, course->meetings->pdata[0], 0, 1);
  CarrelOccurrence closed = make (course, course->breaks->pdata[0], 0, 1);
  g_autofree char *name = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *piece = NULL;
  g_autofree char *nameless = NULL;

  name = carrel_occurrence_dup_id (&lecture);
  g_assert_cmpstr (name, ==, "lecture/2024-01-24");
  lecture.date = (CarrelDate){ 2024, 1, 26 };
  moved = carrel_occurrence_dup_id (&lecture);
  g_assert_cmpstr (moved, ==, name);
  lecture.own_title = (char *) "HW 1 due";
  piece = carrel_occurrence_dup_id (&lecture);
  g_assert_cmpstr (piece, ==, "lecture/2024-01-24/hw-1-due");
  closed.kind = CARREL_OCCURRENCE_BREAK;
  nameless = carrel_occurrence_dup_id (&closed);
  g_assert_null (carrel_occurrence_get_fact_id (&closed));
  g_assert_cmpstr (nameless, ==, "break/2024-01-24");
}

static void
only_meetings_have_segments (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  CarrelMeeting *meeting = course->meetings->pdata[0];
  CarrelOccurrence lecture = make (course, meeting, 0, 1);
  CarrelOccurrence closed = make (course, course->breaks->pdata[0], 0, 1);

  g_assert_true (carrel_occurrence_get_segments (&lecture) == meeting->segments);
  g_assert_null (carrel_occurrence_get_segments (&closed));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/occurrence/kinds-have-names-both-ways",
                   kinds_have_names_both_ways);
  g_test_add_func ("/carrel/core/occurrence/is-on-from-its-start-until-before-its-end",
                   is_on_from_its_start_until_before_its_end);
  g_test_add_func ("/carrel/core/occurrence/order-is-start-then-all-day-then-end-then-name",
                   order_is_start_then_all_day_then_end_then_name);
  g_test_add_func ("/carrel/core/occurrence/name-is-the-fact-and-the-date-of-its-rule",
                   name_is_the_fact_and_the_date_of_its_rule);
  g_test_add_func ("/carrel/core/occurrence/only-meetings-have-segments",
                   only_meetings_have_segments);
  return g_test_run ();
}
