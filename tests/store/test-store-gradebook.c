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
keep_score (StoreFixture *fixture, gint64 scenario, const CarrelScore *score)
{
  g_autoptr (GError) error = NULL;

  carrel_store_set_score (fixture->store, "compilers", scenario, score, NULL, &error);
  g_assert_no_error (error);
}

static void
set_score (StoreFixture *fixture, const char *item, const char *state, const char *points)
{
  const CarrelScore score
      = { .item = (char *) item, .state = (char *) state, .score = (char *) points };

  keep_score (fixture, CARREL_SCENARIO_REAL, &score);
}

static void
imagine_hw1 (StoreFixture *fixture, gint64 scenario, const char *points, gboolean is_pinned)
{
  const CarrelScore score = { .item = (char *) "homework-hw1",
                              .state = (char *) "graded",
                              .score = (char *) points,
                              .is_pinned = is_pinned };

  keep_score (fixture, scenario, &score);
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
  set_score (fixture, "homework-hw1", "graded", "50");
  set_score (fixture, "homework-hw2", "graded", "40.5");
  book = carrel_store_load_gradebook (fixture->store, "compilers", CARREL_SCENARIO_REAL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book->groups->len, ==, 2);
  homework = dup_group_value (book, 0);
  reading = dup_group_value (book, 1);
  g_assert_cmpstr (homework, ==, "1/1"); /* the lowest is dropped */
  g_assert_cmpstr (reading, ==, "");
}

/* The value of the homework as a fraction, with what a scenario says. */
static char *
dup_homework (StoreFixture *fixture, gint64 scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelGradebook) book
      = carrel_store_load_gradebook (fixture->store, "compilers", scenario, &error);

  g_assert_no_error (error);
  return dup_group_value (book, 0);
}

static void
a_scenario_is_another_gradebook (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *real = NULL;
  g_autofree char *imagined = NULL;
  gint64 scenario;

  set_up_course (fixture);
  scenario = carrel_store_create_scenario (fixture->store, "compilers", "If", NULL);
  set_score (fixture, "reading-and-review-review", "missing", NULL);
  imagine_hw1 (fixture, scenario, "100", TRUE);
  real = dup_homework (fixture, CARREL_SCENARIO_REAL);
  imagined = dup_homework (fixture, scenario);
  g_assert_cmpstr (real, ==, "");
  g_assert_cmpstr (imagined, ==, "1/1");
}

static void
real_scores_count_where_a_scenario_says_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *guessed = NULL;
  g_autofree char *counted = NULL;
  gint64 scenario;

  set_up_course (fixture);
  set_score (fixture, "homework-hw1", "graded", "50");
  scenario = carrel_store_create_scenario (fixture->store, "compilers", "If", NULL);
  before = dup_homework (fixture, scenario);
  g_assert_cmpstr (before, ==, "1/2");
  imagine_hw1 (fixture, scenario, "25", FALSE);
  guessed = dup_homework (fixture, scenario);
  g_assert_cmpstr (guessed, ==, "");
  imagine_hw1 (fixture, scenario, "25", TRUE);
  counted = dup_homework (fixture, scenario);
  g_assert_cmpstr (counted, ==, "1/4");
}

static void
a_copy_of_the_real_scores_shares_them (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 copy;

  set_up_course (fixture);
  set_score (fixture, "homework-hw1", "graded", "50");
  copy = carrel_store_duplicate_scenario (fixture->store, "compilers", CARREL_SCENARIO_REAL, "Copy",
                                          NULL);
  before = dup_homework (fixture, copy);
  g_assert_cmpstr (before, ==, "1/2");
  set_score (fixture, "homework-hw1", "graded", "25");
  after = dup_homework (fixture, copy);
  g_assert_cmpstr (after, ==, "1/4");
}

static void
a_score_of_an_item_that_went_is_passed_over (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) newer = store_fixture_make_course ();
  g_autoptr (CarrelGradebook) book = NULL;
  g_autoptr (GError) error = NULL;

  set_up_course (fixture);
  set_score (fixture, "homework-hw1", "graded", "50");
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
  STORE_TEST ("/carrel/store/gradebook/real-scores-count-where-a-scenario-says-nothing",
              real_scores_count_where_a_scenario_says_nothing);
  STORE_TEST ("/carrel/store/gradebook/a-copy-of-the-real-scores-shares-them",
              a_copy_of_the_real_scores_shares_them);
  STORE_TEST ("/carrel/store/gradebook/a-score-of-an-item-that-went-is-passed-over",
              a_score_of_an_item_that_went_is_passed_over);
  STORE_TEST ("/carrel/store/gradebook/a-course-that-is-not-there-has-no-gradebook",
              a_course_that_is_not_there_has_no_gradebook);
  return g_test_run ();
}
