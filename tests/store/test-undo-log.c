/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The log takes back what a verb wrote, row for row, and forgets what nobody goes back to. */
#include "config.h"

#include "carrel-undo-log.h"

typedef struct
{
  CarrelDatabase *database;
  CarrelUndoLog *log;
} Fixture;

static void
execute (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  carrel_database_execute (fixture->database, sql, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->database = carrel_database_open (":memory:", NULL);
  fixture->log = carrel_undo_log_new (fixture->database);
  execute (fixture,
           "CREATE TABLE parents (row INTEGER PRIMARY KEY, name TEXT) STRICT;"
           "CREATE TABLE children (row INTEGER PRIMARY KEY, \"order\" INTEGER,"
           " parent INTEGER REFERENCES parents (row) ON DELETE CASCADE, note ANY) STRICT;"
           "INSERT INTO parents VALUES (1, 'one'), (2, 'it''s two');"
           "INSERT INTO children VALUES (1, 10, 1, 'x'), (2, 20, 1, x'00ff'), (3, 30, 2, 1.5)");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  carrel_undo_log_free (fixture->log);
  carrel_database_close (fixture->database);
  g_object_unref (fixture->database);
}

/* A verb that runs @sql. */
static void
run_verb (Fixture *fixture, const char *sql, const char *label)
{
  g_assert_true (carrel_undo_log_mark (fixture->log, NULL));
  execute (fixture, sql);
  if (carrel_undo_log_has_changes (fixture->log))
    carrel_undo_log_push (fixture->log, label, "course", 1);
}

static void
play (Fixture *fixture, CarrelUndoDirection direction)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (carrel_undo_log_mark (fixture->log, &error));
  execute (fixture, "BEGIN");
  g_assert_true (carrel_undo_log_play (fixture->log, direction, &error));
  g_assert_no_error (error);
  carrel_undo_log_turn (fixture->log, direction);
  execute (fixture, "COMMIT");
}

static char *
dump (Fixture *fixture)
{
  g_autoptr (CarrelStatement) rows = carrel_database_prepare (
      fixture->database,
      "SELECT 'p', row, quote (name), 0, 0 FROM parents"
      " UNION ALL SELECT 'c', row, \"order\", parent, quote (note) FROM children ORDER BY 1, 2",
      NULL);
  GString *text = g_string_new (NULL);

  while (carrel_statement_step (rows, NULL) == CARREL_STEP_ROW)
    for (guint i = 0; i < 5; i++)
      g_string_append_printf (text, "%s|", carrel_statement_get_text (rows, i));
  return g_string_free (text, FALSE);
}

static void
every_kind_of_write_is_taken_back_and_done_again (Fixture *fixture, gconstpointer data)
{
  static const char *const writes[] = {
    "INSERT INTO parents VALUES (3, NULL)",
    "UPDATE parents SET name = 'a ''quoted'' \"name\"' WHERE row = 1",
    "UPDATE parents SET name = 'x' WHERE row = 2; UPDATE parents SET name = 'y' WHERE row = 2",
    "INSERT INTO parents VALUES (4, 'z'); UPDATE parents SET name = 'w' WHERE row = 4",
    "UPDATE children SET note = NULL",
    "UPDATE children SET row = 9 WHERE row = 2",
    "DELETE FROM children WHERE row = 9",
    "DELETE FROM parents WHERE row = 1", /* takes children with it */
    "DELETE FROM children; DELETE FROM parents",
    "INSERT INTO parents VALUES (7, 'ſtrange 🦉\nline'); INSERT INTO children VALUES (1, 1, 7, "
    "'y')",
  };
  char *states[G_N_ELEMENTS (writes) + 1];

  execute (fixture, "PRAGMA foreign_keys = ON");
  states[0] = dump (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      run_verb (fixture, writes[i], "verb");
      states[i + 1] = dump (fixture);
    }
  for (gsize i = G_N_ELEMENTS (writes); i > 0; i--)
    {
      g_autofree char *state = NULL;

      play (fixture, CARREL_UNDO);
      state = dump (fixture);
      g_assert_cmpstr (state, ==, states[i - 1]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autofree char *state = NULL;

      play (fixture, CARREL_REDO);
      state = dump (fixture);
      g_assert_cmpstr (state, ==, states[i + 1]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    g_free (states[i]);
}

static void
a_verb_that_writes_nothing_is_no_step (Fixture *fixture, gconstpointer data)
{
  run_verb (fixture, "DELETE FROM parents WHERE row = 99", "nothing");
  g_assert_null (carrel_undo_log_peek (fixture->log, CARREL_UNDO));
}

static void
a_step_knows_its_verb (Fixture *fixture, gconstpointer data)
{
  run_verb (fixture, "DELETE FROM children WHERE row = 1", "first");
  run_verb (fixture, "DELETE FROM children WHERE row = 2", "second");
  g_assert_cmpstr (carrel_undo_log_peek (fixture->log, CARREL_UNDO)->label, ==, "second");
  g_assert_cmpstr (carrel_undo_log_peek (fixture->log, CARREL_UNDO)->course, ==, "course");
  play (fixture, CARREL_UNDO);
  g_assert_cmpstr (carrel_undo_log_peek (fixture->log, CARREL_UNDO)->label, ==, "first");
  g_assert_cmpstr (carrel_undo_log_peek (fixture->log, CARREL_REDO)->label, ==, "second");
}

static void
a_new_verb_ends_what_could_be_done_again (Fixture *fixture, gconstpointer data)
{
  run_verb (fixture, "DELETE FROM children WHERE row = 1", "first");
  play (fixture, CARREL_UNDO);
  g_assert_nonnull (carrel_undo_log_peek (fixture->log, CARREL_REDO));
  run_verb (fixture, "DELETE FROM children WHERE row = 2", "second");
  g_assert_null (carrel_undo_log_peek (fixture->log, CARREL_REDO));
}

static void
old_steps_are_forgotten_with_their_rows (Fixture *fixture, gconstpointer data)
{
  guint n_steps = 0;
  gint64 n_rows = 0;

  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE parents SET name = '%u' WHERE row = 1", i);

      run_verb (fixture, sql, "verb");
    }
  g_assert_true (carrel_database_get_integer (fixture->database,
                                              "SELECT count(*) FROM temp.undo_log", &n_rows, NULL));
  g_assert_cmpint (n_rows, ==, 200);
  for (; carrel_undo_log_peek (fixture->log, CARREL_UNDO) != NULL; n_steps++)
    play (fixture, CARREL_UNDO);
  g_assert_cmpuint (n_steps, ==, 200);
}

static void
a_cleared_log_has_no_steps (Fixture *fixture, gconstpointer data)
{
  run_verb (fixture, "DELETE FROM children WHERE row = 1", "first");
  run_verb (fixture, "DELETE FROM children WHERE row = 2", "second");
  play (fixture, CARREL_UNDO);
  carrel_undo_log_clear (fixture->log);
  g_assert_null (carrel_undo_log_peek (fixture->log, CARREL_UNDO));
  g_assert_null (carrel_undo_log_peek (fixture->log, CARREL_REDO));
}

static void
a_log_that_was_taken_out_starts_anew (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  gint64 n = 0;

  run_verb (fixture, "DELETE FROM children WHERE row = 1", "first");
  play (fixture, CARREL_UNDO);
  carrel_undo_log_uninstall (fixture->log);
  g_assert_true (carrel_database_get_integer (fixture->database,
                                              "SELECT count(*) FROM sqlite_temp_schema", &n, NULL));
  g_assert_cmpint (n, <=, 1); /* sqlite_sequence stays */
  run_verb (fixture, "DELETE FROM children WHERE row = 2", "second");
  play (fixture, CARREL_UNDO);
  after = dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/carrel/store/undo-log/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-kind-of-write-is-taken-back-and-done-again",
       every_kind_of_write_is_taken_back_and_done_again);
  ADD ("a-verb-that-writes-nothing-is-no-step", a_verb_that_writes_nothing_is_no_step);
  ADD ("a-step-knows-its-verb", a_step_knows_its_verb);
  ADD ("a-new-verb-ends-what-could-be-done-again", a_new_verb_ends_what_could_be_done_again);
  ADD ("old-steps-are-forgotten-with-their-rows", old_steps_are_forgotten_with_their_rows);
  ADD ("a-cleared-log-has-no-steps", a_cleared_log_has_no_steps);
  ADD ("a-log-that-was-taken-out-starts-anew", a_log_that_was_taken_out_starts_anew);
  return g_test_run ();
}
