/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Corrections laid over what is published, answers, and publishing them. */
#include "config.h"

#include "carrel-store-edits.h"
#include "carrel-store-undo.h"
#include "store-fixture.h"

static void
set_up_course (StoreFixture *fixture)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  store_fixture_publish (fixture->store, course);
}

static void
edit (StoreFixture *fixture, const char *kind, const char *key, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  const CarrelFieldEdit change = { kind, key, field, text };

  carrel_store_edit_field (fixture->store, "compilers", &change, &error);
  g_assert_no_error (error);
}

static void
assert_field (StoreFixture *fixture,
              const char *kind,
              const char *key,
              const char *field,
              const char *expected)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (fixture->store, "compilers", NULL);
  gpointer record = carrel_fact_find (course, kind, key);
  g_autofree char *text = NULL;

  g_assert_nonnull (record);
  text = carrel_record_dup_field (record, carrel_record_find_field (record, field));
  g_assert_cmpstr (text, ==, expected);
}

static guint
count_edits (StoreFixture *fixture)
{
  g_autoptr (CarrelDiff) diff = carrel_store_list_edits (fixture->store, "compilers", NULL);

  return diff->differences->len;
}

static void
correction_is_seen_and_published_stays (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) published = NULL;
  g_autoptr (CarrelCourse) made = store_fixture_make_course ();

  set_up_course (fixture);
  edit (fixture, "office_hour", "hour-cheng-ma-fr", "start", "16:00");
  edit (fixture, "office_hour", "hour-cheng-ma-fr", "location", NULL);
  edit (fixture, "course", "", "title", "Compilers");
  assert_field (fixture, "office_hour", "hour-cheng-ma-fr", "start", "16:00");
  assert_field (fixture, "office_hour", "hour-cheng-ma-fr", "location", NULL);
  g_assert_cmpstr (
      carrel_course_item_get_title (carrel_store_find_course (fixture->store, "compilers")), ==,
      "Compilers");
  g_assert_cmpuint (count_edits (fixture), ==, 3);
  published = carrel_store_load_version (fixture->store, 1, NULL);
  g_assert_true (carrel_record_equal (published, made));
}

static void
correction_back_to_the_published_value_is_none (StoreFixture *fixture, gconstpointer data)
{
  set_up_course (fixture);
  edit (fixture, "office_hour", "hour-cheng-ma-fr", "start", "16:00");
  edit (fixture, "office_hour", "hour-cheng-ma-fr", "start", "13:00");
  g_assert_cmpuint (count_edits (fixture), ==, 0);
}

static void
renamed_group_can_be_edited_again (StoreFixture *fixture, gconstpointer data)
{
  set_up_course (fixture);
  edit (fixture, "grading_group", "Homework", "name", "Assignments");
  edit (fixture, "grading_group", "Assignments", "weight_total", "55");
  assert_field (fixture, "grading_group", "Assignments", "weight_total", "55");
}

static void
value_that_does_not_fit_is_refused (StoreFixture *fixture, gconstpointer data)
{
  const CarrelFieldEdit nonsense = { "office_hour", "hour-cheng-ma-fr", "start", "25:00" };
  const CarrelFieldEdit missing = { "office_hour", "hour-of-nobody", "start", "10:00" };
  g_autoptr (GError) error = NULL;

  set_up_course (fixture);
  g_assert_false (carrel_store_edit_field (fixture->store, "compilers", &nonsense, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (carrel_store_edit_field (fixture->store, "compilers", &missing, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_edits (fixture), ==, 0);
}

static char *
add_move (StoreFixture *fixture)
{
  g_autoptr (CarrelChange) change = carrel_record_new (&carrel_change_type);

  change->of = g_strdup ("hour-cheng-ma-fr");
  change->date = (CarrelDate){ 2024, 2, 2 };
  change->action = g_strdup ("move");
  change->start = 16 * 60;
  change->location = g_strdup ("WH 3110");
  return carrel_store_add_fact (fixture->store, "compilers", "course", "", change, NULL);
}

static void
one_off_change_can_be_added_and_removed (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *key = NULL;
  g_autoptr (CarrelCourse) without = NULL;

  set_up_course (fixture);
  key = add_move (fixture);
  g_assert_cmpstr (key, ==, "change-hour-cheng-ma-fr-2024-02-02-move");
  assert_field (fixture, "change", key, "location", "WH 3110");
  g_assert_true (carrel_store_remove_fact (fixture->store, "compilers", "change", key, NULL));
  without = carrel_store_load_course (fixture->store, "compilers", NULL);
  g_assert_cmpuint (without->changes->len, ==, 0);
}

static void
item_can_be_added_to_a_group (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelGradingItem) item = carrel_record_new (&carrel_grading_item_type);
  g_autofree char *key = NULL;

  set_up_course (fixture);
  item->name = g_strdup ("HW3");
  key = carrel_store_add_fact (fixture->store, "compilers", "grading_group", "Homework", item,
                               NULL);
  g_assert_cmpstr (key, ==, "homework-hw3");
  assert_field (fixture, "grading_item", "homework-hw3", "name", "HW3");
  g_assert_true (
      carrel_store_remove_fact (fixture->store, "compilers", "grading_item", "homework-hw1", NULL));
  g_assert_cmpuint (count_edits (fixture), ==, 2);
}

static void
fact_that_is_not_there_cannot_be_removed (StoreFixture *fixture, gconstpointer data)
{
  static const char *const missing[][3] = {
    { "compilers", "office_hour", "hour-of-nobody" },
    { "compilers", "no_such_kind", "hour-cheng-ma-fr" },
    { "no-course", "office_hour", "hour-cheng-ma-fr" },
  };

  set_up_course (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (carrel_store_remove_fact (fixture->store, missing[i][0], missing[i][1],
                                                missing[i][2], &error));
      g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
    }
  g_assert_cmpuint (count_edits (fixture), ==, 0);
}

static void
fact_is_removed_once (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_up_course (fixture);
  g_assert_true (carrel_store_remove_fact (fixture->store, "compilers", "office_hour",
                                           "hour-cheng-ma-fr", NULL));
  g_assert_false (carrel_store_remove_fact (fixture->store, "compilers", "office_hour",
                                            "hour-cheng-ma-fr", &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
}

static void
answer_fills_the_field_and_hides_the_question (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = NULL;
  g_autoptr (CarrelCourse) back = NULL;
  g_autoptr (GError) error = NULL;
  CarrelCourseItem *item;

  set_up_course (fixture);
  g_assert_true (
      carrel_store_answer (fixture->store, "compilers", "time_zone", "Europe/Berlin", NULL));
  course = carrel_store_load_course (fixture->store, "compilers", NULL);
  g_assert_cmpstr (course->time_zone, ==, "Europe/Berlin");
  g_assert_cmpuint (course->questions->len, ==, 1);
  item = carrel_store_find_course (fixture->store, "compilers");
  g_assert_cmpuint (carrel_course_item_get_n_questions (item), ==, 1);
  g_assert_true (carrel_store_dismiss_question (fixture->store, "compilers",
                                                course->questions->pdata[0], NULL));
  item = carrel_store_find_course (fixture->store, "compilers");
  g_assert_cmpuint (carrel_course_item_get_n_questions (item), ==, 0);
  g_assert_false (carrel_store_answer (fixture->store, "compilers", "starts_on", "soon", &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_INVALID);
  g_assert_true (carrel_store_answer (fixture->store, "compilers", "time_zone", NULL, NULL));
  back = carrel_store_load_course (fixture->store, "compilers", NULL);
  g_assert_null (back->time_zone);
  g_assert_cmpuint (back->questions->len, ==, 1);
}

static void
published_corrections_are_a_version (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *key = NULL;
  g_autoptr (CarrelCourse) seen = NULL;
  g_autoptr (CarrelCourse) published = NULL;

  set_up_course (fixture);
  edit (fixture, "office_hour", "hour-cheng-ma-fr", "start", "16:00");
  key = add_move (fixture);
  seen = carrel_store_load_course (fixture->store, "compilers", NULL);
  g_assert_true (
      carrel_store_publish_edits (fixture->store, "compilers", NULL, NULL, 1700000100, NULL));
  published = carrel_store_load_version (fixture->store, 2, NULL);
  g_assert_true (carrel_record_equal (published, seen));
  g_assert_cmpuint (count_edits (fixture), ==, 0);
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count_edits (fixture), ==, 2);
}

/* What was shown is what is published, with what was known of it. */
static void
draft_is_published_with_its_log (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) seen = NULL;
  g_autoptr (CarrelCourse) draft = NULL;
  g_autoptr (CarrelCourse) published = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  set_up_course (fixture);
  edit (fixture, "office_hour", "hour-cheng-ma-fr", "start", "16:00");
  seen = carrel_store_load_course (fixture->store, "compilers", NULL);
  draft = carrel_record_copy (seen);
  g_free (((CarrelSection *) draft->sections->pdata[0])->body);
  ((CarrelSection *) draft->sections->pdata[0])->body = g_strdup ("Told anew.");
  g_assert_true (carrel_store_publish_edits (fixture->store, "compilers", draft,
                                             "One thing.\nAnother thing.", 1700000100, NULL));
  published = carrel_store_load_version (fixture->store, 2, NULL);
  g_assert_true (carrel_record_equal (published, draft));
  versions = carrel_store_list_versions (fixture->store, "compilers", NULL);
  g_assert_cmpstr (((CarrelVersion *) versions->pdata[0])->log, ==, "One thing.\nAnother thing.");
  g_assert_null (((CarrelVersion *) versions->pdata[1])->log);
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count_edits (fixture), ==, 1);
}

static void
discarded_corrections_are_gone (StoreFixture *fixture, gconstpointer data)
{
  set_up_course (fixture);
  edit (fixture, "office_hour", "hour-cheng-ma-fr", "start", "16:00");
  g_assert_true (carrel_store_discard_edits (fixture->store, "compilers", NULL));
  assert_field (fixture, "office_hour", "hour-cheng-ma-fr", "start", "13:00");
}

static void
corrections_survive_a_newer_page (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) newer = store_fixture_make_course ();

  set_up_course (fixture);
  edit (fixture, "office_hour", "hour-cheng-ma-fr", "start", "16:00");
  g_ptr_array_remove_index (newer->office_hours, 1);
  store_fixture_publish (fixture->store, newer);
  assert_field (fixture, "office_hour", "hour-cheng-ma-fr", "start", "16:00");
}

/* One hour is corrected, another one and a change are added. */
static GPtrArray *
make_three_facts (StoreFixture *fixture)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (fixture->store, "compilers", NULL);
  GPtrArray *records = g_ptr_array_new_with_free_func (carrel_record_unref);
  CarrelOfficeHour *hour
      = carrel_record_copy (carrel_fact_find (course, "office_hour", "hour-cheng-ma-fr"));
  CarrelOfficeHour *later = carrel_record_copy (hour);
  CarrelChange *change = carrel_record_new (&carrel_change_type);

  hour->until = (CarrelDate){ 2024, 2, 1 };
  g_free (later->id);
  later->id = g_strdup ("hour-later");
  later->from = (CarrelDate){ 2024, 2, 2 };
  change->of = g_strdup ("hour-later");
  change->date = later->from;
  change->action = g_strdup ("cancel");
  g_ptr_array_add (records, hour);
  g_ptr_array_add (records, later);
  g_ptr_array_add (records, change);
  return records;
}

static void
several_facts_are_one_step (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (CarrelCourse) course = NULL;

  set_up_course (fixture);
  records = make_three_facts (fixture);
  g_assert_true (
      carrel_store_save_facts (fixture->store, "compilers", "Split hours", records, NULL));
  assert_field (fixture, "office_hour", "hour-cheng-ma-fr", "until", "2024-02-01");
  assert_field (fixture, "office_hour", "hour-later", "from", "2024-02-02");
  assert_field (fixture, "change", "change-hour-later-2024-02-02-cancel", "action", "cancel");
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Split hours");
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count_edits (fixture), ==, 0);
  course = carrel_store_load_course (fixture->store, "compilers", NULL);
  g_assert_null (carrel_fact_find (course, "office_hour", "hour-later"));
}

static void
fact_without_a_place_writes_none (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  set_up_course (fixture);
  records = make_three_facts (fixture);
  g_ptr_array_add (records, carrel_record_new (&carrel_grading_item_type));
  g_assert_false (
      carrel_store_save_facts (fixture->store, "compilers", "Split hours", records, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_edits (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/edits/correction-is-seen-and-published-stays",
              correction_is_seen_and_published_stays);
  STORE_TEST ("/carrel/store/edits/correction-back-to-the-published-value-is-none",
              correction_back_to_the_published_value_is_none);
  STORE_TEST ("/carrel/store/edits/renamed-group-can-be-edited-again",
              renamed_group_can_be_edited_again);
  STORE_TEST ("/carrel/store/edits/value-that-does-not-fit-is-refused",
              value_that_does_not_fit_is_refused);
  STORE_TEST ("/carrel/store/edits/one-off-change-can-be-added-and-removed",
              one_off_change_can_be_added_and_removed);
  STORE_TEST ("/carrel/store/edits/item-can-be-added-to-a-group", item_can_be_added_to_a_group);
  STORE_TEST ("/carrel/store/edits/fact-that-is-not-there-cannot-be-removed",
              fact_that_is_not_there_cannot_be_removed);
  STORE_TEST ("/carrel/store/edits/fact-is-removed-once", fact_is_removed_once);
  STORE_TEST ("/carrel/store/edits/answer-fills-the-field-and-hides-the-question",
              answer_fills_the_field_and_hides_the_question);
  STORE_TEST ("/carrel/store/edits/published-corrections-are-a-version",
              published_corrections_are_a_version);
  STORE_TEST ("/carrel/store/edits/draft-is-published-with-its-log",
              draft_is_published_with_its_log);
  STORE_TEST ("/carrel/store/edits/discarded-corrections-are-gone", discarded_corrections_are_gone);
  STORE_TEST ("/carrel/store/edits/corrections-survive-a-newer-page",
              corrections_survive_a_newer_page);
  STORE_TEST ("/carrel/store/edits/several-facts-are-one-step", several_facts_are_one_step);
  STORE_TEST ("/carrel/store/edits/fact-without-a-place-writes-none",
              fact_without_a_place_writes_none);
  return g_test_run ();
}
