/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is published and what is scored become one gradebook. */
#include "config.h"

#include "carrel-store-gradebook.h"
#include "store-fixture.h"

static void
set_up_course (StoreFixture *fixture)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  store_fixture_publish (fixture->store, course);
}

static void
set_score (
    StoreFixture *fixture, gint64 scenario, const char *item, const char *state, const char *points)
{
  g_autoptr (GError) error = NULL;
  CarrelScore score = { .item = (char *) item, .state = (char *) state, .score = (char *) points };

  carrel_store_set_score (fixture->store, "compilers", scenario, &score, &error);
  g_assert_no_error (error);
}

/* The value of a group as a fraction, "" where it has none. */
static char *
dup_group_value (CarrelGradebook *book, guint group)
{
  g_autoptr (CarrelRational) value = carrel_gradebook_get_group_value (book, group, NULL);

  return value != NULL ? carrel_rational_to_text (value) : g_strdup ("");
}

static void
scores_are_entered_into_their_items (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelGradebook) book = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *homework = NULL;
  g_autofree char *reading = NULL;

  set_up_course (fixture);
  set_score (fixture, CARREL_SCENARIO_REAL, "homework-hw1", "graded", "50");
  set_score (fixture, CARREL_SCENARIO_REAL, "homework-hw2", "graded", "40.5");
  book = carrel_store_load_gradebook (fixture->store, "compilers", CARREL_SCENARIO_REAL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book->groups->len, ==, 2);
  homework = dup_group_value (book, 0);
  reading = dup_group_value (book, 1);
  g_assert_cmpstr (homework, ==, "1/1"); /* the lowest is dropped */
  g_assert_cmpstr (reading, ==, "");
}

static void
a_scenario_is_another_gradebook (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelGradebook) real = NULL;
  g_autoptr (CarrelGradebook) imagined = NULL;
  g_autofree char *real_value = NULL;
  g_autofree char *imagined_value = NULL;
  gint64 scenario;

  set_up_course (fixture);
  scenario = carrel_store_create_scenario (fixture->store, "compilers", "If", NULL);
  set_score (fixture, CARREL_SCENARIO_REAL, "reading-and-review-review", "missing", NULL);
  set_score (fixture, scenario, "homework-hw1", "graded", "100");
  real = carrel_store_load_gradebook (fixture->store, "compilers", CARREL_SCENARIO_REAL, NULL);
  imagined = carrel_store_load_gradebook (fixture->store, "compilers", scenario, NULL);
  real_value = dup_group_value (real, 0);
  imagined_value = dup_group_value (imagined, 0);
  g_assert_cmpstr (real_value, ==, "");
  g_assert_cmpstr (imagined_value, ==, "1/1");
}

static void
a_score_of_an_item_that_went_is_passed_over (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) newer = store_fixture_make_course ();
  g_autoptr (CarrelGradebook) book = NULL;
  g_autoptr (GError) error = NULL;

  set_up_course (fixture);
  set_score (fixture, CARREL_SCENARIO_REAL, "homework-hw1", "graded", "50");
  g_ptr_array_remove_index (((CarrelGradingGroup *) newer->grading->pdata[0])->items, 0);
  store_fixture_publish (fixture->store, newer);
  book = carrel_store_load_gradebook (fixture->store, "compilers", CARREL_SCENARIO_REAL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (book);
}

static void
a_course_that_is_not_there_has_no_gradebook (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      carrel_store_load_gradebook (fixture->store, "nothing", CARREL_SCENARIO_REAL, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/gradebook/scores-are-entered-into-their-items",
              scores_are_entered_into_their_items);
  STORE_TEST ("/carrel/store/gradebook/a-scenario-is-another-gradebook",
              a_scenario_is_another_gradebook);
  STORE_TEST ("/carrel/store/gradebook/a-score-of-an-item-that-went-is-passed-over",
              a_score_of_an_item_that_went_is_passed_over);
  STORE_TEST ("/carrel/store/gradebook/a-course-that-is-not-there-has-no-gradebook",
              a_course_that_is_not_there_has_no_gradebook);
  return g_test_run ();
}
