/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the queries of the views take with 20 courses of 1,000 dated rows each, beside SQLite
 * reading the same rows alone in the same run. A view has 4 ms. */
#include "config.h"

#include <stdio.h>

#include "carrel-store-edits.h"
#include "carrel-store-private.h"
#include "carrel-store-scores.h"
#include "carrel-store-search.h"
#include "store-fixture.h"

#define N_COURSES 20
#define N_ROWS    1000
#define N_ROUNDS  31

typedef void (*QueryFunc) (CarrelStore *store, guint round);

static char *
dup_id (guint round)
{
  return g_strdup_printf ("course-%u", round % N_COURSES);
}

static CarrelCourse *
make_large_course (guint number)
{
  static const char *const words[]
      = { "register",   "allocation", "parsing",  "liveness", "garbage",
          "collection", "typing",     "inlining", "lexer",    "grammar" };
  CarrelCourse *course = store_fixture_make_course ();

  g_free (course->id);
  course->id = dup_id (number);
  for (guint i = 0; i < N_ROWS; i++)
    {
      CarrelScheduleRow *row = carrel_record_new (&carrel_schedule_row_type);

      row->topic = g_strdup_printf ("%s %s %u", words[i % 10], words[(i / 10) % 10], i);
      row->readings = g_strdup_printf ("Chapter %u on %s", i, words[(i / 100) % 10]);
      row->date = carrel_date_add_days ((CarrelDate){ 2024, 1, 15 }, (int) i % 110);
      row->kind = g_strdup ("lecture");
      g_ptr_array_add (course->schedule, row);
    }
  carrel_course_assign_ids (course);
  return course;
}

/* The floor: SQLite reads the rows of one course and nothing is done with them. */
static void
read_bare (CarrelStore *store, guint round)
{
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (
      carrel_store_get_database (store),
      "SELECT * FROM published_schedule_row WHERE version = :version ORDER BY number", NULL);

  carrel_statement_bind_integer (statement, ":version", 1 + round % N_COURSES);
  while (carrel_statement_step (statement, NULL) == CARREL_STEP_ROW)
    for (guint i = 0; i < carrel_statement_get_n_columns (statement); i++)
      carrel_statement_get_text (statement, i);
}

static void
load_first (CarrelStore *store, guint round)
{
  g_autofree char *id = dup_id (round);
  g_autoptr (CarrelCourse) course = NULL;

  g_hash_table_remove_all (carrel_store_get_loaded (store));
  course = carrel_store_load_course (store, id, NULL);
  g_assert_cmpuint (course->schedule->len, ==, N_ROWS + 1);
}

static void
load_again (CarrelStore *store, guint round)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (store, "course-0", NULL);

  g_assert_nonnull (course);
}

static void
list_courses (CarrelStore *store, guint round)
{
  g_autoptr (GPtrArray) versions = carrel_store_list_versions (store, "course-3", NULL);

  g_assert_cmpuint (versions->len, ==, 1);
}

static void
list_scores (CarrelStore *store, guint round)
{
  g_autofree char *id = dup_id (round);
  g_autoptr (GPtrArray) scores = carrel_store_list_scores (store, id, CARREL_SCENARIO_REAL, NULL);

  g_assert_nonnull (scores);
}

static void
search_common_word (CarrelStore *store, guint round)
{
  g_autoptr (GPtrArray) hits = carrel_store_search (store, "regis", NULL, 30, NULL);

  g_assert_cmpuint (hits->len, ==, 30);
}

static void
search_two_words (CarrelStore *store, guint round)
{
  g_autoptr (GPtrArray) hits = carrel_store_search (store, "chapter garb", NULL, 30, NULL);

  g_assert_cmpuint (hits->len, ==, 30);
}

static void
write_score (CarrelStore *store, guint round)
{
  g_autofree char *id = dup_id (round);
  g_autofree char *points = g_strdup_printf ("%u", round);
  const CarrelScore score = { .item = "homework-hw1", .state = "graded", .score = points };

  g_assert_true (carrel_store_set_score (store, id, CARREL_SCENARIO_REAL, &score, NULL, NULL));
}

/* What the start of the program pays for. */
static void
open_and_close (CarrelStore *store, guint round)
{
  g_autoptr (CarrelStore) other = carrel_store_open (carrel_store_get_path (store), NULL);

  g_assert_nonnull (other);
}

/* The first verb of a program installs the triggers of undo as well. */
static void
open_and_write (CarrelStore *store, guint round)
{
  g_autoptr (CarrelStore) other = carrel_store_open (carrel_store_get_path (store), NULL);

  write_score (other, round + 100);
}

static void
edit_hour (CarrelStore *store, guint round)
{
  g_autofree char *id = dup_id (round);
  const CarrelFieldEdit edit
      = { "office_hour", "hour-cheng-ma-fr", "start", round % 2 == 0 ? "16:00" : "15:00" };

  g_assert_true (carrel_store_edit_field (store, id, &edit, NULL));
}

static void
import_again (CarrelStore *store, guint round)
{
  g_autoptr (CarrelCourse) course = make_large_course (round);

  g_free (course->term);
  course->term = g_strdup_printf ("Term %u", round);
  store_fixture_publish (store, course);
}

static int
compare_times (gconstpointer one, gconstpointer other)
{
  gint64 difference = *(const gint64 *) one - *(const gint64 *) other;

  return difference < 0 ? -1 : difference > 0;
}

/* The median of some rounds, in microseconds. */
static gint64
measure (CarrelStore *store, QueryFunc query)
{
  gint64 times[N_ROUNDS];

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      query (store, round);
      times[round] = g_get_monotonic_time () - start;
    }
  qsort (times, N_ROUNDS, sizeof *times, compare_times);
  return times[N_ROUNDS / 2];
}

int
main (void)
{
  static const struct
  {
    const char *name;
    QueryFunc query;
  } queries[] = {
    { "a course, read for the first time", load_first },
    { "a course, read again", load_again },
    { "the versions of a course", list_courses },
    { "the scores of a course", list_scores },
    { "search for a word of 4,000 rows", search_common_word },
    { "search for two words", search_two_words },
    { "a score, on the disk", write_score },
    { "opening the store", open_and_close },
    { "opening it and a first score", open_and_write },
    { "correcting an hour of 1,000 rows", edit_hour },
    { "importing 1,000 rows again", import_again },
  };
  StoreFixture fixture = { NULL };
  gint64 bare;

  store_fixture_set_up (&fixture, NULL);
  for (guint i = 0; i < N_COURSES; i++)
    {
      g_autoptr (CarrelCourse) course = make_large_course (i);

      store_fixture_publish (fixture.store, course);
    }
  store_fixture_reopen (&fixture);
  bare = measure (fixture.store, read_bare);
  printf ("%-40s %8.3f ms\n", "SQLite alone, the rows of a course", (double) bare / 1000);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gint64 median = measure (fixture.store, queries[i].query);

      printf ("%-40s %8.3f ms  %6.2f x  %s\n", queries[i].name, (double) median / 1000,
              (double) median / (double) MAX (bare, 1),
              median <= 4000 ? "within 4 ms" : "over 4 ms");
    }
  store_fixture_tear_down (&fixture, NULL);
  return 0;
}
