/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Search: what is found, in which order, and with which words marked. */
#include "config.h"

#include "carrel-store-edits.h"
#include "carrel-store-notes.h"
#include "carrel-store-private.h"
#include "carrel-store-search.h"
#include "carrel-store-undo.h"
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
assert_n_hits (StoreFixture *fixture, const char *words, guint n_hits)
{
  g_autoptr (GPtrArray) hits = carrel_store_search (fixture->store, words, NULL, 10, NULL);

  g_assert_cmpuint (hits->len, ==, n_hits);
}

static void
note_is_found_by_its_section (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;

  set_up_course (fixture);
  assert_n_hits (fixture, "zebra", 0);
  g_assert_true (carrel_store_set_note (fixture->store, "compilers", "section-late-policy",
                                        "Bring the zebra", NULL));
  hits = carrel_store_search (fixture->store, "zeb", NULL, 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (carrel_search_hit_get_fact (hits->pdata[0]), ==, "section-late-policy");
  g_assert_cmpstr (carrel_search_hit_get_kind (hits->pdata[0]), ==, CARREL_SEARCH_HIT_NOTE);
  g_assert_cmpstr (carrel_search_hit_get_title (hits->pdata[0]), ==, "Late policy");
  g_assert_cmpstr (carrel_search_hit_get_snippet (hits->pdata[0]), ==, "Bring the zebra");
  assert_n_hits (fixture, "late policy", 1);
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  assert_n_hits (fixture, "zebra", 0);
  assert_n_hits (fixture, "grace", 1);
}

static void
short_forms_are_found (StoreFixture *fixture, gconstpointer data)
{
  set_up_course (fixture);
  g_assert_true (carrel_store_set_note (fixture->store, "compilers", "section-late-policy",
                                        "Homework 3, problem set 12 and midterm 4", NULL));
  assert_n_hits (fixture, "hw3", 1);
  assert_n_hits (fixture, "HW 3", 1);
  assert_n_hits (fixture, "ps12", 1);
  assert_n_hits (fixture, "mt4 pset", 1);
  assert_n_hits (fixture, "hw7", 0);
  assert_n_hits (fixture, "ps OR", 0);
}

static void
note_that_is_older_than_the_index_is_found (StoreFixture *fixture, gconstpointer data)
{
  set_up_course (fixture);
  g_assert_true (
      carrel_database_execute (carrel_store_get_database (fixture->store),
                               "INSERT INTO notes (course, section, body)"
                               " VALUES ('compilers', 'section-late-policy', 'Bring the zebra')",
                               NULL));
  store_fixture_reopen (fixture);
  assert_n_hits (fixture, "zebra", 1);
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

/* A course whose sections are the pairs of @texts: heading and body. */
static void
publish_sections (StoreFixture *fixture, const char *id, const char *const (*texts)[2], gsize n)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);

  course->id = g_strdup (id);
  for (gsize i = 0; i < n; i++)
    {
      CarrelSection *section = carrel_record_new (&carrel_section_type);

      section->heading = g_strdup (texts[i][0]);
      section->body = g_strdup (texts[i][1]);
      g_ptr_array_add (course->sections, section);
    }
  carrel_course_assign_ids (course);
  store_fixture_publish (fixture->store, course);
}

static void
words_in_a_title_go_before_words_in_a_body (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[][2] = {
    { "Reading", "We talk about grading, and then about grading again: grading, grading." },
    { "Grading", "How the parts are weighed." },
    { "Staff", "Ask about grading." },
  };
  g_autoptr (GPtrArray) hits = NULL;

  publish_sections (fixture, "a", texts, G_N_ELEMENTS (texts));
  hits = carrel_store_search (fixture->store, "grading", NULL, 10, NULL);
  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpstr (carrel_search_hit_get_title (hits->pdata[0]), ==, "Grading");
}

static void
words_of_every_script_are_found_without_their_accents (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[][2] = {
    { "Évaluation", "Les épreuves comptent." },
    { "Prüfung", "Größe der Gruppen" },
    { "评分 标准", "作业 占 总成绩" },
    { "Оценка", "Домашняя работа" },
    { "الدرجات", "واجبات" },
    { "ACM/ICPC", "C++ and F#" },
  };
  static const struct
  {
    const char *words;
    const char *title;
  } queries[] = {
    { "evaluation", "Évaluation" }, { "ÉPREUVES", "Évaluation" }, { "prufung", "Prüfung" },
    { "gruppen große", "Prüfung" }, { "作业", "评分 标准" },      { "评", "评分 标准" },
    { "оценк", "Оценка" },          { "واجب", "الدرجات" },        { "icpc", "ACM/ICPC" },
  };

  publish_sections (fixture, "a", texts, G_N_ELEMENTS (texts));
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits
          = carrel_store_search (fixture->store, queries[i].words, NULL, 1, NULL);

      g_assert_cmpuint (hits->len, ==, 1);
      g_assert_cmpstr (carrel_search_hit_get_title (hits->pdata[0]), ==, queries[i].title);
    }
}

static void
no_more_are_given_than_asked_for (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[][2]
      = { { "Sets 1", "x" }, { "Sets 2", "x" }, { "Sets 3", "x" }, { "Sets 4", "x" } };
  static const guint wanted[] = { 0, 1, 3, 4, 100 };

  publish_sections (fixture, "a", texts, G_N_ELEMENTS (texts));
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (GPtrArray) hits
          = carrel_store_search (fixture->store, "sets", NULL, wanted[i], NULL);

      g_assert_cmpuint (hits->len, ==, MIN (wanted[i], G_N_ELEMENTS (texts)));
    }
}

static void
all_words_must_be_there (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[][2] = { { "Sets", "and maps" }, { "Maps", "and trees" } };
  static const struct
  {
    const char *words;
    guint n_hits;
  } queries[] = { { "maps", 2 }, { "maps sets", 1 }, { "maps, trees!", 1 }, { "sets trees", 0 } };

  publish_sections (fixture, "a", texts, G_N_ELEMENTS (texts));
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits
          = carrel_store_search (fixture->store, queries[i].words, NULL, 10, NULL);

      g_assert_cmpuint (hits->len, ==, queries[i].n_hits);
    }
}

/* A long query, and one of a thousand words, are searched like any other. */
static void
a_long_query_is_no_hurdle (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) long_word = NULL;
  g_autofree char *letters = g_strnfill (100000, 'x');

  set_up_course (fixture);
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (words, "word%u ", i);
  none = carrel_store_search (fixture->store, words->str, NULL, 10, NULL);
  long_word = carrel_store_search (fixture->store, letters, NULL, 10, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (long_word->len, ==, 0);
}

static void
a_newer_page_replaces_what_is_found (StoreFixture *fixture, gconstpointer data)
{
  static const char *const before[][2] = { { "Sets", "owls" }, { "Maps", "cats" } };
  static const char *const after[][2] = { { "Sets", "dogs" }, { "Maps", "cats" } };
  static const struct
  {
    const char *words;
    guint n_hits;
  } queries[] = { { "owls", 0 }, { "dogs", 1 }, { "cats", 1 }, { "sets", 1 } };

  publish_sections (fixture, "a", before, G_N_ELEMENTS (before));
  publish_sections (fixture, "a", after, G_N_ELEMENTS (after));
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits
          = carrel_store_search (fixture->store, queries[i].words, NULL, 10, NULL);

      g_assert_cmpuint (hits->len, ==, queries[i].n_hits);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/search/every-kind-is-found-by-beginnings",
              every_kind_is_found_by_beginnings);
  STORE_TEST ("/carrel/store/search/matches-are-marked-in-the-snippet",
              matches_are_marked_in_the_snippet);
  STORE_TEST ("/carrel/store/search/note-is-found-by-its-section", note_is_found_by_its_section);
  STORE_TEST ("/carrel/store/search/short-forms-are-found", short_forms_are_found);
  STORE_TEST ("/carrel/store/search/note-that-is-older-than-the-index-is-found",
              note_that_is_older_than_the_index_is_found);
  STORE_TEST ("/carrel/store/search/operators-are-only-words", operators_are_only_words);
  STORE_TEST ("/carrel/store/search/one-course-can-be-searched-alone",
              one_course_can_be_searched_alone);
  STORE_TEST ("/carrel/store/search/correction-is-found", correction_is_found);
  STORE_TEST ("/carrel/store/search/words-in-a-title-go-before-words-in-a-body",
              words_in_a_title_go_before_words_in_a_body);
  STORE_TEST ("/carrel/store/search/words-of-every-script-are-found-without-their-accents",
              words_of_every_script_are_found_without_their_accents);
  STORE_TEST ("/carrel/store/search/no-more-are-given-than-asked-for",
              no_more_are_given_than_asked_for);
  STORE_TEST ("/carrel/store/search/all-words-must-be-there", all_words_must_be_there);
  STORE_TEST ("/carrel/store/search/a-long-query-is-no-hurdle", a_long_query_is_no_hurdle);
  STORE_TEST ("/carrel/store/search/a-newer-page-replaces-what-is-found",
              a_newer_page_replaces_what_is_found);
  return g_test_run ();
}
