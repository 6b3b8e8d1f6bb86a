/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of facts that stay the same when a page is imported again, and the tables of records. */
#include "config.h"

#include "course-fixture.h"

#include "carrel-fact.h"

static void
slugs_are_letters_and_digits (void)
{
  static const struct
  {
    const char *text;
    const char *slug;
  } slugs[] = {
    { "Homework 1", "homework-1" },
    { "  Final -- Project!  ", "final-project" },
    { "C++", "c" },
    { "Émile Roux", "émile-roux" },
    { "GROSSE ÜBUNG", "grosse-übung" },
    { "第1回", "第1回" },
    { "ｆｕｌｌ", "full" },
    { "ﬁnal", "final" },
    { "…", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (slugs); i++)
    {
      g_autofree char *slug = carrel_course_dup_slug (slugs[i].text);

      g_assert_cmpstr (slug, ==, slugs[i].slug);
    }
}

static void
facts_are_named_by_what_they_are (void)
{
  static const struct
  {
    const char *list;
    const char *fields[7];
    const char *id;
  } facts[] = {
    { "staff", { "name", "Ada Roe", "role", "TA" }, "person-ada-roe" },
    { "staff", { "role", "TA" }, "person" },
    { "meetings", { "kind", "lab", "section", "B", "days", "TU TH" }, "meeting-lab-b-tu-th" },
    { "meetings", { "kind", "lecture" }, "meeting-lecture" },
    { "office_hours", { "person", "Kai Ito", "day", "WE" }, "hour-kai-ito-we" },
    { "office_hours", { "day", "WE", "location", "A 1" }, "hour-we" },
    { "changes",
      { "of", "hour-we", "date", "2024-02-07", "action", "cancel" },
      "change-hour-we-2024-02-07-cancel" },
    { "schedule", { "topic", "Hash tables", "date", "02-07" }, "row-hash-tables" },
    { "sections", { "heading", "Late work", "level", "2" }, "section-late-work" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
      const CarrelField *field = carrel_record_find_field (course, facts[i].list);
      gpointer record = carrel_record_new (field->child);

      for (gsize j = 0; facts[i].fields[j] != NULL; j += 2)
        carrel_record_set_field (record, carrel_record_find_field (record, facts[i].fields[j]),
                                 facts[i].fields[j + 1], NULL);
      g_ptr_array_add (*CARREL_FIELD_PTR (course, field, GPtrArray *), record);
      carrel_course_assign_ids (course);
      g_assert_cmpstr (carrel_record_get_id (record), ==, facts[i].id);
    }
}

static void
known_ids_are_kept_and_not_taken_twice (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  static const char *const ids[] = { NULL, "row-quiz-2", NULL, "row-quiz", NULL };
  static const char *const expected[]
      = { "row-quiz-3", "row-quiz-2", "row-quiz-4", "row-quiz", "row-quiz-5" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_ptr_array_add (course->schedule,
                     make_record (&carrel_schedule_row_type, "topic", "Quiz", "id", ids[i], NULL));
  carrel_course_assign_ids (course);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (carrel_record_get_id (course->schedule->pdata[i]), ==, expected[i]);
}

static void
the_second_of_a_name_is_number_two (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);

  g_ptr_array_add (course->schedule, make_record (&carrel_schedule_row_type, "topic", "Quiz", "id",
                                                  "row-quiz", NULL));
  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "topic", "Quiz", NULL));
  carrel_course_assign_ids (course);
  g_assert_cmpstr (carrel_record_get_id (course->schedule->pdata[1]), ==, "row-quiz-2");
}

static void
ids_do_not_change_when_given_again (void)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (CarrelCourse) again = NULL;

  g_ptr_array_add (course->staff, make_record (&carrel_person_type, "name", "Ada Roe", NULL));
  carrel_course_assign_ids (course);
  again = carrel_record_copy (course);
  carrel_course_assign_ids (again);
  g_assert_true (carrel_record_equal (course, again));
}

static void
ten_thousand_equal_names_are_no_hurdle (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);

  for (guint i = 0; i < 10000; i++)
    g_ptr_array_add (course->schedule,
                     make_record (&carrel_schedule_row_type, "topic", "Quiz", NULL));
  carrel_course_assign_ids (course);
  g_assert_cmpstr (carrel_record_get_id (course->schedule->pdata[9999]), ==, "row-quiz-10000");
}

static void
items_are_named_by_their_group (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  CarrelGradingGroup *labs
      = make_record (&carrel_grading_group_type, "name", "Lab work", "weight_total", "40", NULL);
  CarrelGradingGroup *reports = make_record (&carrel_grading_group_type, "name", "Reports", NULL);
  CarrelGradingGroup *nameless = carrel_record_new (&carrel_grading_group_type);
  CarrelGradingScheme *scheme = make_record (&carrel_grading_scheme_type, "name", "B", NULL);

  g_ptr_array_add (labs->items, make_record (&carrel_grading_item_type, "name", "Lab 1", NULL));
  g_ptr_array_add (reports->items, make_record (&carrel_grading_item_type, "name", "R1", NULL));
  g_ptr_array_add (labs->children, reports);
  g_ptr_array_add (course->grading, labs);
  g_ptr_array_add (nameless->items, make_record (&carrel_grading_item_type, "name", "Q1", NULL));
  g_ptr_array_add (scheme->items, nameless);
  g_ptr_array_add (course->grading_schemes, scheme);
  carrel_course_assign_ids (course);
  g_assert_cmpstr (carrel_record_get_id (labs->items->pdata[0]), ==, "lab-work-lab-1");
  g_assert_cmpstr (carrel_record_get_id (reports->items->pdata[0]), ==, "reports-r1");
  g_assert_cmpstr (carrel_record_get_id (nameless->items->pdata[0]), ==, "-q1");
}

/* A text that fits a field of each kind. */
static const char *
get_example (CarrelFieldKind kind)
{
  switch (kind)
    {
    case CARREL_FIELD_TEXT:
      return "Words";
    case CARREL_FIELD_DECIMAL:
      return "12.5";
    case CARREL_FIELD_INTEGER:
      return "3";
    case CARREL_FIELD_BOOLEAN:
    case CARREL_FIELD_TRUTH:
      return "1";
    case CARREL_FIELD_TIME:
      return "13:05";
    case CARREL_FIELD_DAY:
      return "FR";
    case CARREL_FIELD_DAYS:
      return "TU FR";
    case CARREL_FIELD_DATE:
      return "2024-02-29";
    case CARREL_FIELD_RECORD:
    case CARREL_FIELD_RECORDS:
    default:
      return NULL;
    }
}

/* Two fields at one place in a struct, or a wrong kind, would show here. */
static void
every_field_of_every_record_is_its_own (void)
{
  const CarrelRecordType *type;

  for (guint i = 0; (type = carrel_fact_get_nth_type (i)) != NULL; i++)
    for (const CarrelField *field = type->fields; field->name != NULL; field++)
      {
        g_autoptr (CarrelRecord) record = carrel_record_new (type);
        const char *example = get_example (field->kind);

        if (example == NULL)
          continue;
        g_assert_true (carrel_record_set_field (record, field, example, NULL));
        for (const CarrelField *other = type->fields; other->name != NULL; other++)
          {
            g_autofree char *text = get_example (other->kind) != NULL
                                        ? carrel_record_dup_field (record, other)
                                        : NULL;
            gboolean is_blank = text == NULL || g_str_equal (text, "0");

            if (other == field)
              g_assert_cmpstr (text, ==, example);
            else if (!is_blank)
              g_test_fail_printf ("%s: setting %s sets %s", type->name, field->name, other->name);
          }
      }
}

static void
every_field_counts_when_records_are_compared (void)
{
  const CarrelRecordType *type;

  for (guint i = 0; (type = carrel_fact_get_nth_type (i)) != NULL; i++)
    for (const CarrelField *field = type->fields; field->name != NULL; field++)
      {
        g_autoptr (CarrelRecord) record = carrel_record_new (type);
        g_autoptr (CarrelRecord) other = carrel_record_copy (record);
        g_autoptr (CarrelRecord) copy = NULL;

        if (get_example (field->kind) != NULL)
          carrel_record_set_field (record, field, get_example (field->kind), NULL);
        else if (field->kind == CARREL_FIELD_RECORD)
          *CARREL_FIELD_PTR (record, field, gpointer) = carrel_record_new (field->child);
        else
          g_ptr_array_add (*CARREL_FIELD_PTR (record, field, GPtrArray *),
                           carrel_record_new (field->child));
        copy = carrel_record_copy (record);
        if (carrel_record_equal (record, other) || !carrel_record_equal (record, copy))
          g_test_fail_printf ("%s: %s is not compared or not copied", type->name, field->name);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/course/slugs-are-letters-and-digits",
                   slugs_are_letters_and_digits);
  g_test_add_func ("/carrel/core/course/facts-are-named-by-what-they-are",
                   facts_are_named_by_what_they_are);
  g_test_add_func ("/carrel/core/course/known-ids-are-kept-and-not-taken-twice",
                   known_ids_are_kept_and_not_taken_twice);
  g_test_add_func ("/carrel/core/course/the-second-of-a-name-is-number-two",
                   the_second_of_a_name_is_number_two);
  g_test_add_func ("/carrel/core/course/ids-do-not-change-when-given-again",
                   ids_do_not_change_when_given_again);
  g_test_add_func ("/carrel/core/course/ten-thousand-equal-names-are-no-hurdle",
                   ten_thousand_equal_names_are_no_hurdle);
  g_test_add_func ("/carrel/core/course/items-are-named-by-their-group",
                   items_are_named_by_their_group);
  g_test_add_func ("/carrel/core/course/every-field-of-every-record-is-its-own",
                   every_field_of_every_record_is_its_own);
  g_test_add_func ("/carrel/core/course/every-field-counts-when-records-are-compared",
                   every_field_counts_when_records_are_compared);
  return g_test_run ();
}
