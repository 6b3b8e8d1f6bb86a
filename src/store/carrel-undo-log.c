/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo by triggers, as sqlite.org/undoredo.html has it: temporary triggers write, for each row that
 * is added, changed or deleted, the SQL that takes it back. Playing a step runs that SQL backwards,
 * and the triggers write what plays it the other way. The log is in memory and ends with the
 * program. */
#define G_LOG_DOMAIN "carrel-undo-log"

#include "config.h"

#include "carrel-undo-log.h"

/* More steps than anyone goes back; what is older is forgotten. */
#define N_STEPS_MOST 200

struct _CarrelUndoLog
{
  CarrelDatabase *database;

  gboolean is_installed;
  gint64 mark;         /* the last row of the log when the verb began */
  GPtrArray *steps[2]; /* of CarrelUndoStep: to undo, to redo; the newest last */
};

static void
free_step (gpointer data)
{
  CarrelUndoStep *step = data;

  g_free (step->label);
  g_free (step->course);
  g_free (step);
}

/* Every table whose rows are somebody's; the search index is worked out again instead. */
static GStrv
list_tables (CarrelDatabase *database, GError **error)
{
  g_autoptr (GStrvBuilder) tables = g_strv_builder_new ();
  g_autoptr (CarrelStatement) statement
      = carrel_database_prepare (database,
                                 "SELECT name FROM main.sqlite_schema WHERE type = 'table'"
                                 " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'",
                                 error);

  if (statement == NULL)
    return NULL;
  while (carrel_statement_step (statement, error) == CARREL_STEP_ROW)
    g_strv_builder_add (tables, carrel_statement_get_text (statement, 0));
  return g_strv_builder_end (tables);
}

static GStrv
list_columns (CarrelDatabase *database, const char *table, GError **error)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  g_autoptr (CarrelStatement) statement
      = carrel_database_prepare (database, "SELECT name FROM pragma_table_info (:table)", error);

  if (statement == NULL)
    return NULL;
  carrel_statement_bind_text (statement, ":table", table);
  while (carrel_statement_step (statement, error) == CARREL_STEP_ROW)
    g_strv_builder_add (columns, carrel_statement_get_text (statement, 0));
  return g_strv_builder_end (columns);
}

/* SQL that makes the three triggers of a table; its first column is its integer key. */
static char *
dup_trigger_sql (const char *table, GStrv columns)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) settings = g_string_new (NULL);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      const char *comma = i > 0 ? "," : "";

      g_string_append_printf (names, "%s\"%s\"", comma, columns[i]);
      g_string_append_printf (values, "%s'||quote(old.\"%s\")||'", comma, columns[i]);
      g_string_append_printf (settings, "%s\"%s\"='||quote(old.\"%s\")||'", comma, columns[i],
                              columns[i]);
    }
  return g_strdup_printf (
      "CREATE TEMP TRIGGER undo_added_%1$s AFTER INSERT ON main.%1$s BEGIN"
      " INSERT INTO undo_log (sql) VALUES ('DELETE FROM main.%1$s WHERE rowid='||new.rowid); END;"
      "CREATE TEMP TRIGGER undo_changed_%1$s AFTER UPDATE ON main.%1$s BEGIN"
      " INSERT INTO undo_log (sql)"
      " VALUES ('UPDATE main.%1$s SET %2$s WHERE rowid='||new.rowid); END;"
      "CREATE TEMP TRIGGER undo_removed_%1$s AFTER DELETE ON main.%1$s BEGIN"
      " INSERT INTO undo_log (sql)"
      " VALUES ('INSERT INTO main.%1$s (%3$s) VALUES (%4$s)'); END;",
      table, settings->str, names->str, values->str);
}

static gboolean
install (CarrelUndoLog *self, GError **error)
{
  g_auto (GStrv) tables = list_tables (self->database, error);

  if (tables == NULL
      || !carrel_database_execute (
          self->database,
          "CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY AUTOINCREMENT, sql TEXT NOT NULL)",
          error))
    return FALSE;
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_auto (GStrv) columns = list_columns (self->database, tables[i], error);
      g_autofree char *sql = columns != NULL ? dup_trigger_sql (tables[i], columns) : NULL;

      if (sql == NULL || !carrel_database_execute (self->database, sql, error))
        return FALSE;
    }
  return TRUE;
}

static gint64
get_last_row (CarrelUndoLog *self)
{
  gint64 last = 0;

  carrel_database_get_integer (
      self->database, "SELECT seq FROM temp.sqlite_sequence WHERE name = 'undo_log'", &last, NULL);
  return last;
}

static gboolean
forget_rows (CarrelUndoLog *self, const CarrelUndoStep *step, GError **error)
{
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (
      self->database, "DELETE FROM temp.undo_log WHERE seq BETWEEN :first AND :last", error);

  if (statement == NULL)
    return FALSE;
  carrel_statement_bind_integer (statement, ":first", step->first);
  carrel_statement_bind_integer (statement, ":last", step->last);
  return carrel_statement_run (statement, error);
}

static void
forget_steps (CarrelUndoLog *self, CarrelUndoDirection direction, guint n_kept)
{
  GPtrArray *steps = self->steps[direction];

  while (steps->len > n_kept)
    {
      forget_rows (self, steps->pdata[0], NULL);
      g_ptr_array_remove_index (steps, 0);
    }
}

static GStrv
list_rows_backwards (CarrelUndoLog *self, const CarrelUndoStep *step, GError **error)
{
  g_autoptr (GStrvBuilder) rows = g_strv_builder_new ();
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (
      self->database,
      "SELECT sql FROM temp.undo_log WHERE seq BETWEEN :first AND :last ORDER BY seq DESC", error);

  if (statement == NULL)
    return NULL;
  carrel_statement_bind_integer (statement, ":first", step->first);
  carrel_statement_bind_integer (statement, ":last", step->last);
  while (carrel_statement_step (statement, error) == CARREL_STEP_ROW)
    g_strv_builder_add (rows, carrel_statement_get_text (statement, 0));
  return g_strv_builder_end (rows);
}

/**
 * carrel_undo_log_new:
 * @database: the connection, which must outlive the log
 *
 * Makes an empty log. Its triggers are installed before the first verb, not at the start.
 *
 * Returns: (transfer full): the log
 */
CarrelUndoLog *
carrel_undo_log_new (CarrelDatabase *database)
{
  CarrelUndoLog *self = g_new0 (CarrelUndoLog, 1);

  self->database = database;
  for (guint i = 0; i < G_N_ELEMENTS (self->steps); i++)
    self->steps[i] = g_ptr_array_new_with_free_func (free_step);
  return self;
}

/**
 * carrel_undo_log_free:
 * @self: (transfer full): a log
 *
 * Frees a log; its triggers end with the connection.
 */
void
carrel_undo_log_free (CarrelUndoLog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->steps); i++)
    g_ptr_array_unref (self->steps[i]);
  g_free (self);
}

/**
 * carrel_undo_log_mark:
 * @self: a log
 * @error: where an error goes
 *
 * Notes where a verb begins; to be called before its transaction.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_undo_log_mark (CarrelUndoLog *self, GError **error)
{
  if (!self->is_installed && !install (self, error))
    {
      carrel_undo_log_uninstall (self);
      return FALSE;
    }
  self->is_installed = TRUE;
  self->mark = get_last_row (self);
  return TRUE;
}

/**
 * carrel_undo_log_has_changes:
 * @self: a log
 *
 * Returns: whether a row was added, changed or deleted since the mark
 */
gboolean
carrel_undo_log_has_changes (CarrelUndoLog *self)
{
  return get_last_row (self) > self->mark;
}

/**
 * carrel_undo_log_push:
 * @self: a log
 * @label: the name of the verb, translated
 * @course: (nullable): the course that it changed
 * @changes: flags that the caller wants back
 *
 * Makes what happened since the mark one step that can be undone; nothing can be redone after it.
 */
void
carrel_undo_log_push (CarrelUndoLog *self, const char *label, const char *course, guint changes)
{
  CarrelUndoStep *step = g_new0 (CarrelUndoStep, 1);

  step->label = g_strdup (label);
  step->course = g_strdup (course);
  step->changes = changes;
  step->first = self->mark + 1;
  step->last = get_last_row (self);
  forget_steps (self, CARREL_REDO, 0);
  forget_steps (self, CARREL_UNDO, N_STEPS_MOST - 1);
  g_ptr_array_add (self->steps[CARREL_UNDO], step);
}

/**
 * carrel_undo_log_clear:
 * @self: a log
 *
 * Forgets all steps, as when another program has changed what they rely on.
 */
void
carrel_undo_log_clear (CarrelUndoLog *self)
{
  forget_steps (self, CARREL_UNDO, 0);
  forget_steps (self, CARREL_REDO, 0);
}

/**
 * carrel_undo_log_uninstall:
 * @self: a log
 *
 * Forgets all steps and removes the triggers, so that the schema may change.
 */
void
carrel_undo_log_uninstall (CarrelUndoLog *self)
{
  g_autoptr (GString) sql = g_string_new ("DROP TABLE IF EXISTS temp.undo_log;");
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (
      self->database, "SELECT name FROM sqlite_temp_schema WHERE type = 'trigger'", NULL);

  carrel_undo_log_clear (self);
  while (statement != NULL && carrel_statement_step (statement, NULL) == CARREL_STEP_ROW)
    g_string_append_printf (sql, "DROP TRIGGER temp.%s;", carrel_statement_get_text (statement, 0));
  g_clear_pointer (&statement, carrel_statement_free);
  carrel_database_execute (self->database, sql->str, NULL);
  self->is_installed = FALSE;
}

/**
 * carrel_undo_log_peek:
 * @self: a log
 * @direction: undo or redo
 *
 * Returns: (nullable) (transfer none): the step that would be played next
 */
const CarrelUndoStep *
carrel_undo_log_peek (CarrelUndoLog *self, CarrelUndoDirection direction)
{
  GPtrArray *steps = self->steps[direction];

  return steps->len > 0 ? steps->pdata[steps->len - 1] : NULL;
}

/**
 * carrel_undo_log_play:
 * @self: a log that has a step to play, marked, with an open transaction
 * @direction: undo or redo
 * @error: where an error goes
 *
 * Runs the SQL of the next step backwards. Call carrel_undo_log_turn() after the commit.
 *
 * Returns: whether it succeeded; the transaction is to be rolled back otherwise
 */
gboolean
carrel_undo_log_play (CarrelUndoLog *self, CarrelUndoDirection direction, GError **error)
{
  const CarrelUndoStep *step = carrel_undo_log_peek (self, direction);
  g_auto (GStrv) rows = list_rows_backwards (self, step, error);

  /* A row may come back before the row that it refers to. */
  if (rows == NULL
      || !carrel_database_execute (self->database, "PRAGMA defer_foreign_keys = ON", error)
      || !forget_rows (self, step, error))
    return FALSE;
  for (guint i = 0; rows[i] != NULL; i++)
    if (!carrel_database_execute (self->database, rows[i], error))
      return FALSE;
  return TRUE;
}

/**
 * carrel_undo_log_turn:
 * @self: a log whose next step was played and committed
 * @direction: undo or redo
 *
 * Moves the step to the other side: what was undone can be redone.
 */
void
carrel_undo_log_turn (CarrelUndoLog *self, CarrelUndoDirection direction)
{
  GPtrArray *from = self->steps[direction];
  CarrelUndoStep *step = g_ptr_array_steal_index (from, from->len - 1);

  step->first = self->mark + 1;
  step->last = get_last_row (self);
  g_ptr_array_add (self->steps[direction == CARREL_UNDO ? CARREL_REDO : CARREL_UNDO], step);
}
