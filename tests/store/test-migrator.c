/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Migrations: every old file reaches the newest schema, with its rows, and a backup beside it. */
#include "config.h"

#include <glib/gstdio.h>

#include "carrel-migrator.h"
#include "carrel-store-notes.h"
#include "carrel-store-private.h"
#include "carrel-store-scores.h"
#include "carrel-store-search.h"
#include "store-fixture.h"

/* All that a schema says, in an order of its own. */
static char *
dup_schema (CarrelDatabase *database)
{
  g_autoptr (GString) schema = g_string_new (NULL);
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (
      database,
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
      " ORDER BY type, name",
      NULL);

  while (carrel_statement_step (statement, NULL) == CARREL_STEP_ROW)
    g_string_append_printf (schema, "%s;\n", carrel_statement_get_text (statement, 0));
  return g_strdup (schema->str);
}

static char *
read_data (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "store", name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Makes a file of an old version from the migrations up to it and the rows of its fixture. */
static void
make_old_file (StoreFixture *fixture, guint version)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("v%u.sql", version);
  g_autofree char *rows = read_data (name);
  g_autoptr (CarrelDatabase) database = NULL;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_unlink (fixture->path);
  database = carrel_database_open (fixture->path, &error);
  g_assert_no_error (error);
  carrel_migrator_run_to (database, version, &error);
  g_assert_no_error (error);
  carrel_database_execute (database, rows, &error);
  g_assert_no_error (error);
  carrel_database_close (database);
}

static void
new_file_has_the_expected_schema (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *schema = dup_schema (carrel_store_get_database (fixture->store));
  g_autofree char *expected = NULL;

  if (g_getenv ("CARREL_UPDATE_SCHEMA") != NULL)
    {
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "data", "store", "schema.expected", NULL);

      g_assert_true (g_file_set_contents (path, schema, -1, NULL));
    }
  expected = read_data ("schema.expected");
  g_assert_cmpstr (schema, ==, expected);
}

static void
every_old_file_reaches_the_newest_schema (StoreFixture *fixture, gconstpointer data)
{
  for (guint version = 1; version < carrel_migrator_get_newest (); version++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *schema = NULL;
      g_autofree char *expected = read_data ("schema.expected");

      make_old_file (fixture, version);
      fixture->store = carrel_store_open (fixture->path, &error);
      g_assert_no_error (error);
      schema = dup_schema (carrel_store_get_database (fixture->store));
      g_assert_cmpstr (schema, ==, expected);
    }
}

static void
old_rows_are_kept_and_searched (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *note = NULL;

  make_old_file (fixture, 1);
  fixture->store = carrel_store_open (fixture->path, NULL);
  course = carrel_store_load_course (fixture->store, "compilers", NULL);
  g_assert_cmpstr (course->title, ==, "Compiler Construction");
  g_assert_cmpuint (course->office_hours->len, ==, 1);
  note = carrel_store_dup_note (fixture->store, "compilers", "section-ethics");
  g_assert_cmpstr (note, ==, "read this");
  scores = carrel_store_list_scores (fixture->store, "compilers", CARREL_SCENARIO_REAL, NULL);
  g_assert_cmpuint (scores->len, ==, 1);
  hits = carrel_store_search (fixture->store, "ethics", NULL, 5, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
}

static void
backup_is_written_first (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strconcat (fixture->path, ".v1-backup", NULL);
  g_autoptr (CarrelDatabase) backup = NULL;
  gint64 version = 0;

  make_old_file (fixture, 1);
  fixture->store = carrel_store_open (fixture->path, NULL);
  backup = carrel_database_open_read_only (path, NULL);
  g_assert_nonnull (backup);
  g_assert_true (carrel_database_get_integer (backup, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, 1);
}

/* A table in the way makes the second migration fail. */
static void
failed_migration_leaves_the_file (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelDatabase) database = NULL;
  gint64 version = 0;

  make_old_file (fixture, 1);
  database = carrel_database_open (fixture->path, NULL);
  g_assert_true (carrel_database_execute (
      database, "CREATE TABLE search_facts_by_course (row INTEGER PRIMARY KEY)", NULL));
  g_assert_false (carrel_migrator_run (database, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_FAILED);
  g_assert_false (carrel_database_is_in_transaction (database));
  g_assert_true (carrel_database_get_integer (database, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, 1);
  g_assert_true (carrel_database_get_integer (
      database, "SELECT count(*) FROM sqlite_schema WHERE name = 'search_facts'", &version, NULL));
  g_assert_cmpint (version, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/migrator/new-file-has-the-expected-schema",
              new_file_has_the_expected_schema);
  STORE_TEST ("/carrel/store/migrator/every-old-file-reaches-the-newest-schema",
              every_old_file_reaches_the_newest_schema);
  STORE_TEST ("/carrel/store/migrator/old-rows-are-kept-and-searched",
              old_rows_are_kept_and_searched);
  STORE_TEST ("/carrel/store/migrator/backup-is-written-first", backup_is_written_first);
  STORE_TEST ("/carrel/store/migrator/failed-migration-leaves-the-file",
              failed_migration_leaves_the_file);
  return g_test_run ();
}
