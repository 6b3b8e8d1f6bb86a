/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every record of a course has an address of its own that does not depend on its position. */
#include "config.h"

#include "course-fixture.h"

#include "carrel-fact.h"

/* A course with a record of every kind that has a parent other than the course. */
static CarrelCourse *
make_course (void)
{
  CarrelCourse *course = make_spring_course ();
  CarrelMeeting *meeting = course->meetings->pdata[0];
  CarrelGradingGroup *labs = make_record (&carrel_grading_group_type, "name", "Labs", NULL);
  CarrelScheduleRow *row = make_record (&carrel_schedule_row_type, "topic", "Sets", NULL);

  g_ptr_array_add (meeting->segments,
                   make_record (&carrel_segment_type, "minutes", "10", "title", "Questions", NULL));
  g_ptr_array_add (meeting->segments,
                   make_record (&carrel_segment_type, "minutes", "20", "title", "Questions", NULL));
  g_ptr_array_add (labs->children,
                   make_record (&carrel_grading_group_type, "name", "Reports", NULL));
  g_ptr_array_add (labs->items, make_record (&carrel_grading_item_type, "name", "Lab 1", NULL));
  g_ptr_array_add (course->grading, labs);
  g_ptr_array_add (row->links, make_record (&carrel_link_type, "url", "sets.pdf", NULL));
  g_ptr_array_add (course->schedule, row);
  course->rounding = make_record (&carrel_rounding_type, "to", "1", NULL);
  course->late_policy = make_record (&carrel_late_policy_type, "late_days", "4", NULL);
  carrel_course_assign_ids (course);
  return course;
}

static void
walks_over_all_records_from_the_top (void)
{
  static const char *const expected[] = {
    "course ",
    "meeting lecture",
    "segment lecture/Questions",
    "segment lecture/Questions~2",
    "break Spring break",
    "grading_group Labs",
    "grading_group Labs/Reports",
    "grading_item labs-lab-1",
    "rounding ",
    "late_policy ",
    "schedule_row row-sets",
    "link row-sets/sets.pdf",
  };
  g_autoptr (CarrelCourse) course = make_course ();
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);

  g_assert_cmpuint (facts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s %s", fact->kind, fact->key);

      g_assert_cmpstr (text, ==, expected[i]);
      g_assert_true ((fact->parent == NULL) == (i == 0));
      g_assert_true ((fact->field == NULL) == (i == 0));
    }
}

static void
each_fact_is_found_by_its_address (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];

      g_assert_true (carrel_fact_find (course, fact->kind, fact->key) == fact->record);
    }
  g_assert_null (carrel_fact_find (course, "meeting", "nothing"));
  g_assert_null (carrel_fact_find (course, "nothing", "lecture"));
}

static void
order_does_not_change_an_address (void)
{
  g_autoptr (CarrelCourse) course = make_course ();
  gpointer meeting = course->meetings->pdata[0];

  g_ptr_array_insert (course->meetings, 0,
                      make_record (&carrel_meeting_type, "id", "lab", "kind", "lab", NULL));
  g_assert_true (carrel_fact_find (course, "meeting", "lecture") == meeting);
}

static void
title_is_what_a_page_calls_the_fact (void)
{
  static const struct
  {
    const CarrelRecordType *type;
    const char *fields[5];
    const char *title;
  } titles[] = {
    { &carrel_course_type, { "title", "Compilers", "code", "CS 1" }, "Compilers" },
    { &carrel_course_type, { "code", "CS 1" }, "CS 1" },
    { &carrel_link_type, { "url", "a.html" }, "a.html" },
    { &carrel_contact_type, { "phone", "555", "url", "x" }, "555" },
    { &carrel_person_type, { "email", "a@b.c" }, "a@b.c" },
    { &carrel_meeting_type, { "kind", "lab", "section", "B" }, "B" },
    { &carrel_meeting_type, { "kind", "lab" }, "lab" },
    { &carrel_office_hour_type, { "location", "A 1", "day", "MO" }, "A 1" },
    { &carrel_break_type, { "from", "03-04" }, "03-04" },
    { &carrel_schedule_row_type, { "homework", "HW 1", "date", "03-04" }, "HW 1" },
    { &carrel_schedule_row_type, { "date_inferred", "2024-03-04" }, "2024-03-04" },
    { &carrel_letter_grade_type, { "letter", "A-", "min", "90" }, "A-" },
    { &carrel_rounding_type, { "to", "1" }, "" },
    { &carrel_question_type, { NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (CarrelRecord) record = carrel_record_new (titles[i].type);
      g_autofree char *title = NULL;

      for (gsize j = 0; titles[i].fields[j] != NULL; j += 2)
        g_assert_true (
            carrel_record_set_field (record, carrel_record_find_field (record, titles[i].fields[j]),
                                     titles[i].fields[j + 1], NULL));
      title = carrel_fact_dup_title (record);
      g_assert_cmpstr (title, ==, titles[i].title);
    }
}

static void
types_are_found_by_their_names (void)
{
  const CarrelRecordType *type;
  guint n = 0;

  for (; (type = carrel_fact_get_nth_type (n)) != NULL; n++)
    g_assert_true (carrel_fact_get_type (type->name) == type);
  g_assert_cmpuint (n, ==, 18);
  g_assert_null (carrel_fact_get_type ("nothing"));
}

static void
lists_are_found_by_what_they_hold (void)
{
  g_autoptr (CarrelCourse) course = make_course ();

  g_assert_true (carrel_fact_find_list (course, &carrel_meeting_type) == course->meetings);
  g_assert_true (carrel_fact_find_list (course->grading->pdata[0], &carrel_grading_group_type)
                 == ((CarrelGradingGroup *) course->grading->pdata[0])->children);
  g_assert_null (carrel_fact_find_list (course, &carrel_rounding_type));
  g_assert_null (carrel_fact_find_list (course, &carrel_segment_type));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/fact/walks-over-all-records-from-the-top",
                   walks_over_all_records_from_the_top);
  g_test_add_func ("/carrel/core/fact/each-fact-is-found-by-its-address",
                   each_fact_is_found_by_its_address);
  g_test_add_func ("/carrel/core/fact/order-does-not-change-an-address",
                   order_does_not_change_an_address);
  g_test_add_func ("/carrel/core/fact/title-is-what-a-page-calls-the-fact",
                   title_is_what_a_page_calls_the_fact);
  g_test_add_func ("/carrel/core/fact/types-are-found-by-their-names",
                   types_are_found_by_their_names);
  g_test_add_func ("/carrel/core/fact/lists-are-found-by-what-they-hold",
                   lists_are_found_by_what_they_hold);
  return g_test_run ();
}
