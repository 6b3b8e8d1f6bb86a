/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One file and its statements: values are bound by name and come back as they went in. */
#include "config.h"

#include "carrel-database.h"
#include "carrel-store-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static CarrelDatabase *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  CarrelDatabase *database = carrel_database_open (":memory:", &error);

  g_assert_no_error (error);
  g_assert_true (carrel_database_execute (
      database, "CREATE TABLE t (row INTEGER PRIMARY KEY, a TEXT, b INTEGER)", &error));
  g_assert_no_error (error);
  return database;
}

static void
text_comes_back_as_it_went_in (void)
{
  static const char *const texts[] = {
    "",      "plain", "it's", "\"a\"", "'; DROP TABLE t; --", "línea\nnueva", "日本語 🦉",
    "%s %d", NULL
  };
  g_autoptr (CarrelDatabase) database = open_memory ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CarrelStatement) statement
          = carrel_database_prepare (database, "SELECT :text, :text IS NULL", NULL);
      g_autofree char *copy = NULL;

      carrel_statement_bind_text (statement, ":text", texts[i]);
      g_assert_cmpint (carrel_statement_step (statement, NULL), ==, CARREL_STEP_ROW);
      copy = carrel_statement_dup_text (statement, 0);
      g_assert_cmpstr (copy, ==, texts[i]);
      g_assert_cmpint (carrel_statement_get_integer (statement, 1), ==, texts[i] == NULL);
      g_assert_cmpint (carrel_statement_step (statement, NULL), ==, CARREL_STEP_DONE);
    }
}

static void
numbers_come_back_as_they_went_in (void)
{
  static const gint64 numbers[] = { 0, 1, -1, G_MAXINT32, G_MAXINT64, G_MININT64 };
  g_autoptr (CarrelDatabase) database = open_memory ();

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (CarrelStatement) statement
          = carrel_database_prepare (database, "SELECT :number", NULL);

      carrel_statement_bind_integer (statement, ":number", numbers[i]);
      g_assert_cmpint (carrel_statement_step (statement, NULL), ==, CARREL_STEP_ROW);
      g_assert_cmpint (carrel_statement_get_integer (statement, 0), ==, numbers[i]);
    }
}

static void
bindings_are_found_by_name_in_any_order (void)
{
  const CarrelBinding bindings[] = { CARREL_BIND_INTEGER (":b", 7),
                                     CARREL_BIND_TEXT (":c", NULL),
                                     CARREL_BIND_TEXT (":a", "x"),
                                     { NULL } };
  g_autoptr (CarrelDatabase) database = open_memory ();
  g_autoptr (CarrelStatement) statement
      = carrel_database_prepare (database, "SELECT :a, :b, :c", NULL);

  carrel_statement_bind (statement, bindings);
  g_assert_cmpint (carrel_statement_step (statement, NULL), ==, CARREL_STEP_ROW);
  g_assert_cmpuint (carrel_statement_get_n_columns (statement), ==, 3);
  g_assert_cmpstr (carrel_statement_get_text (statement, 0), ==, "x");
  g_assert_cmpint (carrel_statement_get_integer (statement, 1), ==, 7);
  g_assert_null (carrel_statement_get_text (statement, 2));
}

static void
a_statement_runs_again_with_other_values (void)
{
  g_autoptr (CarrelDatabase) database = open_memory ();
  g_autoptr (CarrelStatement) insert
      = carrel_database_prepare (database, "INSERT INTO t (b) VALUES (:b)", NULL);
  gint64 sum = 0;

  for (gint64 i = 1; i <= 4; i++)
    {
      carrel_statement_bind_integer (insert, ":b", i);
      g_assert_true (carrel_statement_run (insert, NULL));
      g_assert_cmpint (carrel_database_get_last_row (database), ==, i);
      g_assert_cmpint (carrel_database_count_changes (database), ==, 1);
    }
  g_assert_true (carrel_database_get_integer (database, "SELECT sum(b) FROM t", &sum, NULL));
  g_assert_cmpint (sum, ==, 10);
}

static void
wrong_sql_is_an_error_with_the_words_of_the_library (void)
{
  g_autoptr (CarrelDatabase) database = open_memory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;
  gint64 number = 77;

  g_assert_null (carrel_database_prepare (database, "SELECT nothing", &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "nothing"));
  g_assert_false (carrel_database_get_integer (database, "SELECT nothing", &number, &other));
  g_assert_error (other, CARREL_STORE_ERROR, CARREL_STORE_ERROR_FAILED);
  g_assert_cmpint (number, ==, 77);
}

static void
a_rule_of_the_schema_that_is_broken_is_a_value_that_does_not_fit (void)
{
  g_autoptr (CarrelDatabase) database = open_memory ();
  g_autoptr (GError) error = NULL;

  g_assert_true (carrel_database_execute (
      database, "CREATE TABLE u (a TEXT NOT NULL UNIQUE); INSERT INTO u VALUES ('x')", NULL));
  g_assert_false (carrel_database_execute (database, "INSERT INTO u VALUES ('x')", &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_INVALID);
}

static void
what_refers_to_nothing_is_not_there_any_more (void)
{
  g_autoptr (CarrelDatabase) database = open_memory ();
  g_autoptr (GError) error = NULL;

  g_assert_true (carrel_database_execute (
      database, "CREATE TABLE v (t INTEGER NOT NULL REFERENCES t (row))", NULL));
  g_assert_false (carrel_database_execute (database, "INSERT INTO v VALUES (9)", &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
}

static void
no_row_is_the_number_nought (void)
{
  g_autoptr (CarrelDatabase) database = open_memory ();
  gint64 number = 77;

  g_assert_true (carrel_database_get_integer (database, "SELECT b FROM t", &number, NULL));
  g_assert_cmpint (number, ==, 0);
}

static void
a_transaction_is_open_until_it_ends (void)
{
  static const struct
  {
    const char *sql;
    gboolean is_open;
  } steps[] = {
    { "SELECT 1", FALSE }, { "BEGIN IMMEDIATE", TRUE }, { "INSERT INTO t (b) VALUES (1)", TRUE },
    { "ROLLBACK", FALSE }, { "BEGIN", TRUE },           { "COMMIT", FALSE },
  };
  g_autoptr (CarrelDatabase) database = open_memory ();

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (carrel_database_execute (database, steps[i].sql, NULL));
      g_assert_cmpint (carrel_database_is_in_transaction (database), ==, steps[i].is_open);
    }
}

static void
a_reader_does_not_write (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (CarrelDatabase) reader = carrel_database_open_read_only (fixture->path, &error);
  g_autoptr (CarrelDatabase) nothing = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "nothing.db", NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (carrel_database_get_path (reader), ==, fixture->path);
  g_assert_true (carrel_database_check (reader, NULL));
  g_assert_false (carrel_database_execute (reader, "DELETE FROM courses", &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_READ_ONLY);
  nothing = carrel_database_open_read_only (path, &missing);
  g_assert_null (nothing);
  g_assert_error (missing, CARREL_STORE_ERROR, CARREL_STORE_ERROR_CANNOT_OPEN);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
a_copy_has_every_row_and_no_log_beside_it (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (CarrelDatabase) database = open_memory ();
  g_autoptr (CarrelDatabase) copy = NULL;
  gint64 sum = 0;

  g_assert_true (carrel_database_execute (database, "INSERT INTO t (b) VALUES (3), (4)", NULL));
  g_assert_true (g_file_set_contents (path, "what was there before", -1, NULL));
  g_assert_true (carrel_database_back_up (database, path, NULL));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  copy = carrel_database_open_read_only (path, NULL);
  g_assert_true (carrel_database_get_integer (copy, "SELECT sum(b) FROM t", &sum, NULL));
  g_assert_cmpint (sum, ==, 7);
}

static void
a_copy_that_fails_leaves_what_was_there (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "folder", NULL);
  g_autofree char *inside = g_build_filename (folder, "file", NULL);
  g_autofree char *part = g_strconcat (folder, ".part", NULL);
  g_autoptr (CarrelDatabase) database = open_memory ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "x", -1, NULL));
  g_assert_false (carrel_database_back_up (database, folder, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_CANNOT_OPEN);
  g_assert_true (g_file_test (inside, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

static void
replacing_brings_the_rows_of_the_other (void)
{
  g_autoptr (CarrelDatabase) one = open_memory ();
  g_autoptr (CarrelDatabase) other = open_memory ();
  gint64 number = 0;

  g_assert_true (carrel_database_execute (one, "INSERT INTO t (b) VALUES (1)", NULL));
  g_assert_true (carrel_database_execute (other, "INSERT INTO t (b) VALUES (2)", NULL));
  g_assert_true (carrel_database_replace (one, other, NULL));
  g_assert_true (carrel_database_get_integer (one, "SELECT b FROM t", &number, NULL));
  g_assert_cmpint (number, ==, 2);
}

#define ADD(name, function) g_test_add_func ("/carrel/store/statement/" name, function)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("text-comes-back-as-it-went-in", text_comes_back_as_it_went_in);
  ADD ("numbers-come-back-as-they-went-in", numbers_come_back_as_they_went_in);
  ADD ("bindings-are-found-by-name-in-any-order", bindings_are_found_by_name_in_any_order);
  ADD ("a-statement-runs-again-with-other-values", a_statement_runs_again_with_other_values);
  ADD ("wrong-sql-is-an-error-with-the-words-of-the-library",
       wrong_sql_is_an_error_with_the_words_of_the_library);
  ADD ("a-rule-of-the-schema-that-is-broken-is-a-value-that-does-not-fit",
       a_rule_of_the_schema_that_is_broken_is_a_value_that_does_not_fit);
  ADD ("what-refers-to-nothing-is-not-there-any-more",
       what_refers_to_nothing_is_not_there_any_more);
  ADD ("no-row-is-the-number-nought", no_row_is_the_number_nought);
  ADD ("a-transaction-is-open-until-it-ends", a_transaction_is_open_until_it_ends);
  ADD ("replacing-brings-the-rows-of-the-other", replacing_brings_the_rows_of_the_other);
  STORE_TEST ("/carrel/store/statement/a-reader-does-not-write", a_reader_does_not_write);
  STORE_TEST ("/carrel/store/statement/a-copy-has-every-row-and-no-log-beside-it",
              a_copy_has_every_row_and_no_log_beside_it);
  STORE_TEST ("/carrel/store/statement/a-copy-that-fails-leaves-what-was-there",
              a_copy_that_fails_leaves_what_was_there);
  return g_test_run ();
}
