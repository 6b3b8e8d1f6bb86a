/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Comparing versions: what is found, what is taken for a rename, and how it is told. */
#include "config.h"

#include "carrel-diff-text.h"

static void
set_fields (gpointer record, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i += 2)
    g_assert_true (carrel_record_set_field (record, carrel_record_find_field (record, fields[i]),
                                            fields[i + 1], NULL));
}

static gpointer
add (GPtrArray *list, const CarrelRecordType *type, const char *const *fields)
{
  gpointer record = carrel_record_new (type);

  set_fields (record, fields);
  g_ptr_array_add (list, record);
  return record;
}

#define FIELDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Two hours and two groups, as a page might have them. */
static CarrelCourse *
make_course (const char *const *ma, const char *const *xu, const char *group, const char *weight)
{
  CarrelCourse *course = carrel_record_new (&carrel_course_type);
  CarrelGradingGroup *homework;
  CarrelGradingGroup *reading;
  gpointer hour = add (course->office_hours, &carrel_office_hour_type,
                       FIELDS ("person", "Cheng Ma", "location", "GHC 5417", "role", "TA"));

  set_fields (hour, ma);
  hour = add (course->office_hours, &carrel_office_hour_type,
              FIELDS ("person", "Kedi Xu", "day", "MO", "start", "10:00", "end", "11:00"));
  set_fields (hour, xu);
  homework = add (course->grading, &carrel_grading_group_type,
                  FIELDS ("name", "Homework", "weight_total", weight));
  reading = add (course->grading, &carrel_grading_group_type,
                 FIELDS ("name", group, "weight_total", "40"));
  add (homework->items, &carrel_grading_item_type, FIELDS ("name", "HW1"));
  add (reading->items, &carrel_grading_item_type, FIELDS ("name", "Paper review"));
  carrel_course_assign_ids (course);
  return course;
}

static CarrelCourse *
make_first (void)
{
  return make_course (FIELDS ("day", "FR", "start", "13:00", "end", "14:00"),
                      FIELDS ("location", "GHC 6121"), "Reading", "60");
}

static void
assert_sentences (CarrelCourse *after, const char *const *expected)
{
  g_autoptr (CarrelCourse) before = make_first ();
  g_autoptr (CarrelDiff) diff = carrel_diff_new (before, after);
  g_auto (GStrv) sentences = carrel_diff_dup_sentences (diff, CARREL_FORMAT_12_HOURS);

  g_assert_cmpstrv (sentences, (char **) expected);
}

static void
same_course_has_no_differences (void)
{
  g_autoptr (CarrelCourse) course = make_first ();

  assert_sentences (course, (const char *const[]){ NULL });
}

static void
moved_hour_is_one_sentence (void)
{
  g_autoptr (CarrelCourse) course
      = make_course (FIELDS ("day", "FR", "start", "16:00", "end", "17:00"),
                     FIELDS ("location", "TCS 349"), "Reading", "50");

  assert_sentences (
      course, FIELDS ("Cheng Ma: Friday 1 pm moved to 4 pm.",
                      "Kedi Xu, Monday 10 am: the place changed from “GHC 6121” to “TCS 349”.",
                      "Homework: the weight in per cent changed from “60” to “50”."));
}

/* The day is part of the id of an hour, so this is another fact that is much alike. */
static void
hour_on_another_day_is_moved_and_not_new (void)
{
  g_autoptr (CarrelCourse) course
      = make_course (FIELDS ("day", "TH", "start", "13:00", "end", "14:00"),
                     FIELDS ("location", "GHC 6121"), "Reading", "60");

  assert_sentences (course, FIELDS ("Cheng Ma: Friday 1 pm moved to Thursday 1 pm."));
}

static void
longer_hour_ends_later (void)
{
  g_autoptr (CarrelCourse) course
      = make_course (FIELDS ("day", "FR", "start", "13:00", "end", "15:00"),
                     FIELDS ("location", "GHC 6121"), "Reading", "60");

  assert_sentences (course, FIELDS ("Cheng Ma: Friday 1 pm now ends at 3 pm."));
}

static void
other_person_is_new_and_gone (void)
{
  g_autoptr (CarrelCourse) course
      = make_course (FIELDS ("day", "FR", "start", "13:00", "end", "14:00"),
                     FIELDS ("person", "Ada Roe", "day", "WE", "start", "09:00", "location", "A1"),
                     "Reading", "60");

  assert_sentences (course, FIELDS ("New office hour: Ada Roe, Wednesday 9 am.",
                                    "Office hour removed: Kedi Xu, Monday 10 am."));
}

static void
renamed_group_is_asked_with_its_items (void)
{
  g_autoptr (CarrelCourse) before = make_first ();
  g_autoptr (CarrelCourse) after
      = make_course (FIELDS ("day", "FR", "start", "13:00", "end", "14:00"),
                     FIELDS ("location", "GHC 6121"), "Participation", "60");
  g_autoptr (CarrelDiff) diff = carrel_diff_new (before, after);
  const CarrelRename *group;
  const CarrelRename *item;

  g_assert_cmpuint (diff->renames->len, ==, 2);
  group = diff->renames->pdata[0];
  item = diff->renames->pdata[1];
  g_assert_cmpstr (group->kind, ==, "grading_group");
  g_assert_cmpstr (group->old_key, ==, "Reading");
  g_assert_cmpstr (group->new_key, ==, "Participation");
  g_assert_cmpstr (item->old_key, ==, "reading-paper-review");
  g_assert_cmpstr (item->new_key, ==, "participation-paper-review");
  g_assert_cmpuint (diff->n_added + diff->n_removed, ==, 0);
}

/* A page with one hour a line in a section, and a sentence below. */
static CarrelCourse *
make_page (const char *start, const char *sentence)
{
  CarrelCourse *course
      = make_course (FIELDS ("day", "FR", "start", start), FIELDS ("day", "MO"), "Reading", "60");
  CarrelSection *section = carrel_record_new (&carrel_section_type);

  section->heading = g_strdup ("Hours");
  section->body = g_strdup_printf ("| Friday | %s | Cheng Ma |\n\n%s", start, sentence);
  carrel_record_set_source (section, "page.md", 20);
  carrel_record_set_source (course->office_hours->pdata[0], "page.md", 22);
  g_ptr_array_add (course->sections, section);
  carrel_course_assign_ids (course);
  return course;
}

static void
section_is_told_only_for_what_no_fact_says (void)
{
  static const struct
  {
    const char *sentence;
    gboolean is_told;
  } cases[] = { { "Come early.", FALSE }, { "Come late.", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelCourse) before = make_page ("13:00", "Come early.");
      g_autoptr (CarrelCourse) after = make_page ("16:00", cases[i].sentence);
      g_autoptr (CarrelDiff) diff = carrel_diff_new (before, after);
      g_auto (GStrv) sentences = carrel_diff_dup_sentences (diff, CARREL_FORMAT_12_HOURS);

      g_assert_cmpstr (sentences[0], ==, "Cheng Ma: Friday 1 pm moved to 4 pm.");
      g_assert_cmpuint (diff->n_changed, ==, cases[i].is_told ? 2 : 1);
      g_assert_true ((sentences[1] != NULL) == cases[i].is_told);
    }
}

static void
first_version_is_all_new (void)
{
  g_autoptr (CarrelCourse) course = make_first ();
  g_autoptr (CarrelDiff) diff = carrel_diff_new (NULL, course);
  g_autofree char *summary = carrel_diff_dup_summary (diff);

  g_assert_cmpstr (summary, ==, "Added: 6, changed: 0, removed: 0.");
  g_assert_cmpuint (diff->differences->len, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/diff/same-course-has-no-differences",
                   same_course_has_no_differences);
  g_test_add_func ("/carrel/core/diff/moved-hour-is-one-sentence", moved_hour_is_one_sentence);
  g_test_add_func ("/carrel/core/diff/hour-on-another-day-is-moved-and-not-new",
                   hour_on_another_day_is_moved_and_not_new);
  g_test_add_func ("/carrel/core/diff/longer-hour-ends-later", longer_hour_ends_later);
  g_test_add_func ("/carrel/core/diff/other-person-is-new-and-gone", other_person_is_new_and_gone);
  g_test_add_func ("/carrel/core/diff/renamed-group-is-asked-with-its-items",
                   renamed_group_is_asked_with_its_items);
  g_test_add_func ("/carrel/core/diff/section-is-told-only-for-what-no-fact-says",
                   section_is_told_only_for_what_no_fact_says);
  g_test_add_func ("/carrel/core/diff/first-version-is-all-new", first_version_is_all_new);
  return g_test_run ();
}
