/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores and scenarios: what is imagined never touches what is real. */
#include "config.h"

#include "carrel-store-scores.h"
#include "store-fixture.h"

static void
set_up_course (StoreFixture *fixture)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  store_fixture_publish (fixture->store, course);
}

static void
set_score (StoreFixture *fixture, gint64 scenario, const char *item, const char *points)
{
  g_autoptr (GError) error = NULL;
  CarrelScore score = { .item = (char *) item,
                        .state = points != NULL ? "graded" : "missing",
                        .score = (char *) points,
                        .is_pinned = scenario != CARREL_SCENARIO_REAL };

  carrel_store_set_score (fixture->store, "compilers", scenario, &score, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_score (StoreFixture *fixture, gint64 scenario, const char *item, const char *expected)
{
  g_autoptr (GPtrArray) scores
      = carrel_store_list_scores (fixture->store, "compilers", scenario, NULL);
  const char *found = "nothing";

  for (guint i = 0; i < scores->len; i++)
    {
      const CarrelScore *score = scores->pdata[i];

      if (g_str_equal (score->item, item))
        found = score->score != NULL ? score->score : score->state;
    }
  g_assert_cmpstr (found, ==, expected);
}

static void
score_is_kept_exactly (StoreFixture *fixture, gconstpointer data)
{
  set_up_course (fixture);
  set_score (fixture, CARREL_SCENARIO_REAL, "homework-hw1", "87.50");
  set_score (fixture, CARREL_SCENARIO_REAL, "homework-hw2", NULL);
  store_fixture_reopen (fixture);
  assert_score (fixture, CARREL_SCENARIO_REAL, "homework-hw1", "87.50");
  assert_score (fixture, CARREL_SCENARIO_REAL, "homework-hw2", "missing");
  g_assert_true (carrel_store_clear_score (fixture->store, "compilers", CARREL_SCENARIO_REAL,
                                           "homework-hw1", NULL, NULL));
  assert_score (fixture, CARREL_SCENARIO_REAL, "homework-hw1", "nothing");
}

static void
scenario_never_touches_real_scores (StoreFixture *fixture, gconstpointer data)
{
  gint64 first;
  gint64 second;

  set_up_course (fixture);
  set_score (fixture, CARREL_SCENARIO_REAL, "homework-hw1", "80");
  first = carrel_store_create_scenario (fixture->store, "compilers", "Realistic", NULL);
  set_score (fixture, first, "homework-hw1", "100");
  second = carrel_store_duplicate_scenario (fixture->store, "compilers", first, "Hard", NULL);
  g_assert_cmpint (second, !=, first);
  set_score (fixture, second, "homework-hw1", "10");
  assert_score (fixture, CARREL_SCENARIO_REAL, "homework-hw1", "80");
  assert_score (fixture, first, "homework-hw1", "100");
  assert_score (fixture, second, "homework-hw1", "10");
  g_assert_true (carrel_store_delete_scenario (fixture->store, "compilers", first, NULL));
  assert_score (fixture, CARREL_SCENARIO_REAL, "homework-hw1", "80");
  assert_score (fixture, first, "homework-hw1", "nothing");
  assert_score (fixture, second, "homework-hw1", "10");
}

static void
scenarios_are_listed_by_age (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) scenarios = NULL;
  gint64 first;

  set_up_course (fixture);
  first = carrel_store_create_scenario (fixture->store, "compilers", "B", NULL);
  carrel_store_create_scenario (fixture->store, "compilers", "A", NULL);
  g_assert_true (
      carrel_store_rename_scenario (fixture->store, "compilers", first, "Renamed", NULL));
  scenarios = carrel_store_list_scenarios (fixture->store, "compilers", NULL);
  g_assert_cmpuint (scenarios->len, ==, 2);
  g_assert_cmpstr (((CarrelScenario *) scenarios->pdata[0])->name, ==, "Renamed");
  g_assert_cmpstr (((CarrelScenario *) scenarios->pdata[1])->name, ==, "A");
}

static void
scenario_that_is_not_there_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) rename_error = NULL;
  g_autoptr (GError) copy_error = NULL;
  g_autoptr (GError) delete_error = NULL;
  g_autoptr (GPtrArray) scenarios = NULL;
  gint64 gone;

  set_up_course (fixture);
  gone = carrel_store_create_scenario (fixture->store, "compilers", "Gone", NULL);
  g_assert_true (carrel_store_delete_scenario (fixture->store, "compilers", gone, NULL));
  g_assert_false (
      carrel_store_rename_scenario (fixture->store, "compilers", gone, "Back", &rename_error));
  g_assert_error (rename_error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (
      carrel_store_duplicate_scenario (fixture->store, "compilers", gone, "Copy", &copy_error), ==,
      0);
  g_assert_error (copy_error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
  g_assert_false (carrel_store_delete_scenario (fixture->store, "compilers", gone, &delete_error));
  g_assert_error (delete_error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
  scenarios = carrel_store_list_scenarios (fixture->store, "compilers", NULL);
  g_assert_cmpuint (scenarios->len, ==, 0);
}

static void
same_name_again_is_no_error (StoreFixture *fixture, gconstpointer data)
{
  gint64 scenario;

  set_up_course (fixture);
  scenario = carrel_store_create_scenario (fixture->store, "compilers", "Hard", NULL);
  g_assert_true (
      carrel_store_rename_scenario (fixture->store, "compilers", scenario, "Hard", NULL));
}

static void
scenario_without_a_target_has_the_real_one (StoreFixture *fixture, gconstpointer data)
{
  static const char *const targets[] = { "A-", "92.5", NULL };
  static const char *const expected[] = { "A-", "92.5", "90" };
  gint64 scenario;

  set_up_course (fixture);
  scenario = carrel_store_create_scenario (fixture->store, "compilers", "Realistic", NULL);
  g_assert_true (
      carrel_store_set_target (fixture->store, "compilers", CARREL_SCENARIO_REAL, "90", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *target = NULL;

      g_assert_true (
          carrel_store_set_target (fixture->store, "compilers", scenario, targets[i], NULL));
      target = carrel_store_dup_target (fixture->store, "compilers", scenario);
      g_assert_cmpstr (target, ==, expected[i]);
    }
}

static void
several_scores_are_all_or_none (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scores = g_ptr_array_new ();
  CarrelScore good = { .item = "homework-hw1", .state = "graded", .score = "1" };
  CarrelScore bad = { .item = "homework-hw2", .state = "nonsense" };

  set_up_course (fixture);
  g_ptr_array_add (scores, &good);
  g_ptr_array_add (scores, &bad);
  g_assert_false (
      carrel_store_set_scores (fixture->store, "compilers", CARREL_SCENARIO_REAL, scores, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_INVALID);
  assert_score (fixture, CARREL_SCENARIO_REAL, "homework-hw1", "nothing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/scores/score-is-kept-exactly", score_is_kept_exactly);
  STORE_TEST ("/carrel/store/scores/scenario-never-touches-real-scores",
              scenario_never_touches_real_scores);
  STORE_TEST ("/carrel/store/scores/scenarios-are-listed-by-age", scenarios_are_listed_by_age);
  STORE_TEST ("/carrel/store/scores/scenario-that-is-not-there-is-refused",
              scenario_that_is_not_there_is_refused);
  STORE_TEST ("/carrel/store/scores/same-name-again-is-no-error", same_name_again_is_no_error);
  STORE_TEST ("/carrel/store/scores/scenario-without-a-target-has-the-real-one",
              scenario_without_a_target_has_the_real_one);
  STORE_TEST ("/carrel/store/scores/several-scores-are-all-or-none",
              several_scores_are_all_or_none);
  return g_test_run ();
}
