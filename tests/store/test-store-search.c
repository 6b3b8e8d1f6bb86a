/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Search: what is found, in which order, and with which words marked. */
#include "config.h"

#include "carrel-store-edits.h"
#include "carrel-store-search.h"
#include "store-fixture.h"

static void
set_up_course (StoreFixture *fixture)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  store_fixture_publish (fixture->store, course);
}

static void
every_kind_is_found_by_beginnings (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words, *kind, *fact;
  } cases[] = {
    { "grace day", "section", "section-late-policy" },
    { "REGIS alloc", "schedule_row", "row-register-allocation" },
    { "emile", "person", "person-émile-roux" },
    { "hw2", "grading_item", "homework-hw2" },
    { "late", "section", "section-late-policy" },
  };

  set_up_course (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits
          = carrel_store_search (fixture->store, cases[i].words, NULL, 10, NULL);
      CarrelSearchHit *hit;

      g_assert_cmpuint (hits->len, ==, 1);
      hit = hits->pdata[0];
      g_assert_cmpstr (carrel_search_hit_get_course (hit), ==, "compilers");
      g_assert_cmpstr (carrel_search_hit_get_kind (hit), ==, cases[i].kind);
      g_assert_cmpstr (carrel_search_hit_get_fact (hit), ==, cases[i].fact);
    }
}

static void
matches_are_marked_in_the_snippet (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  const CarrelSearchMatch *matches;
  g_autofree char *first = NULL;
  CarrelSearchHit *hit;
  guint n_matches;

  set_up_course (fixture);
  hits = carrel_store_search (fixture->store, "grace early", NULL, 10, NULL);
  hit = hits->pdata[0];
  g_assert_cmpstr (carrel_search_hit_get_title (hit), ==, "Late policy");
  g_assert_cmpstr (carrel_search_hit_get_snippet (hit), ==, "Three grace days; ask *early*.");
  matches = carrel_search_hit_get_matches (hit, &n_matches);
  g_assert_cmpuint (n_matches, ==, 2);
  first = g_strndup (carrel_search_hit_get_snippet (hit) + matches[0].start,
                     matches[0].end - matches[0].start);
  g_assert_cmpstr (first, ==, "grace");
}

static void
operators_are_only_words (StoreFixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "",      "   ",      "\"",           "*",
                                         "a AND", "NEAR(",    "title:x OR y", "-",
                                         "'; --", "\xff\xfe", "🦉" };

  set_up_course (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits
          = carrel_store_search (fixture->store, queries[i], NULL, 10, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, ==, 0);
    }
}

static void
one_course_can_be_searched_alone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) other = store_fixture_make_course ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) one = NULL;

  set_up_course (fixture);
  g_free (other->id);
  other->id = g_strdup ("other");
  store_fixture_publish (fixture->store, other);
  all = carrel_store_search (fixture->store, "ethics", NULL, 10, NULL);
  one = carrel_store_search (fixture->store, "ethics", "other", 10, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (one->len, ==, 1);
}

static void
correction_is_found (StoreFixture *fixture, gconstpointer data)
{
  const CarrelFieldEdit edit = { "section", "section-ethics", "body", "Nobody plagiarises." };
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GPtrArray) before = NULL;

  set_up_course (fixture);
  g_assert_true (carrel_store_edit_field (fixture->store, "compilers", &edit, NULL));
  now = carrel_store_search (fixture->store, "plagiar", NULL, 10, NULL);
  before = carrel_store_search (fixture->store, "cite", NULL, 10, NULL);
  g_assert_cmpuint (now->len, ==, 1);
  g_assert_cmpuint (before->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/search/every-kind-is-found-by-beginnings",
              every_kind_is_found_by_beginnings);
  STORE_TEST ("/carrel/store/search/matches-are-marked-in-the-snippet",
              matches_are_marked_in_the_snippet);
  STORE_TEST ("/carrel/store/search/operators-are-only-words", operators_are_only_words);
  STORE_TEST ("/carrel/store/search/one-course-can-be-searched-alone",
              one_course_can_be_searched_alone);
  STORE_TEST ("/carrel/store/search/correction-is-found", correction_is_found);
  return g_test_run ();
}
