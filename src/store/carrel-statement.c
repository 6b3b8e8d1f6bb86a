/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Prepared statements whose parameters are bound by name, so that an order cannot be mistaken. */
#define G_LOG_DOMAIN "carrel-statement"

#include "config.h"

#include "carrel-statement.h"

#include "carrel-statement-private.h"
#include "carrel-store-error-private.h"

struct _CarrelStatement
{
  sqlite3_stmt *statement;
};

static int
find_parameter (CarrelStatement *self, const char *name)
{
  int index = sqlite3_bind_parameter_index (self->statement, name);

  g_return_val_if_fail (index > 0, 0);

  return index;
}

/**
 * carrel_statement_new:
 * @handle: a connection
 * @sql: one statement
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the prepared statement
 */
CarrelStatement *
carrel_statement_new (sqlite3 *handle, const char *sql, GError **error)
{
  sqlite3_stmt *prepared = NULL;
  CarrelStatement *self;

  if (sqlite3_prepare_v2 (handle, sql, -1, &prepared, NULL) != SQLITE_OK)
    {
      carrel_store_error_set_from_sqlite (error, handle);
      return NULL;
    }
  self = g_new0 (CarrelStatement, 1);
  self->statement = prepared;
  return self;
}

/**
 * carrel_statement_free:
 * @self: (transfer full): a statement
 *
 * Ends a statement. To be done before its database is closed.
 */
void
carrel_statement_free (CarrelStatement *self)
{
  sqlite3_finalize (self->statement);
  g_free (self);
}

/**
 * carrel_statement_bind_text:
 * @self: a statement that was not stepped yet, or has been run
 * @name: the parameter with its colon, such as ":course"
 * @text: (nullable): the value; copied
 *
 * Sets a parameter.
 */
void
carrel_statement_bind_text (CarrelStatement *self, const char *name, const char *text)
{
  sqlite3_bind_text (self->statement, find_parameter (self, name), text, -1, SQLITE_TRANSIENT);
}

/**
 * carrel_statement_bind_integer:
 * @self: a statement that was not stepped yet, or has been run
 * @name: the parameter with its colon
 * @number: the value
 *
 * Sets a parameter.
 */
void
carrel_statement_bind_integer (CarrelStatement *self, const char *name, gint64 number)
{
  sqlite3_bind_int64 (self->statement, find_parameter (self, name), number);
}

/**
 * carrel_statement_bind:
 * @self: a statement that was not stepped yet, or has been run
 * @bindings: (nullable): values, up to one without a name
 *
 * Sets several parameters.
 */
void
carrel_statement_bind (CarrelStatement *self, const CarrelBinding *bindings)
{
  for (const CarrelBinding *binding = bindings; binding != NULL && binding->name != NULL; binding++)
    if (binding->is_null || binding->text != NULL)
      carrel_statement_bind_text (self, binding->name, binding->text);
    else
      carrel_statement_bind_integer (self, binding->name, binding->number);
}

/**
 * carrel_statement_step:
 * @self: a statement
 * @error: where an error goes
 *
 * Goes on to the next row.
 *
 * Returns: whether there is a row, the statement is done, or it failed
 */
CarrelStep
carrel_statement_step (CarrelStatement *self, GError **error)
{
  int code = sqlite3_step (self->statement);

  if (code == SQLITE_ROW)
    return CARREL_STEP_ROW;
  if (code == SQLITE_DONE)
    return CARREL_STEP_DONE;
  carrel_store_error_set_from_sqlite (error, sqlite3_db_handle (self->statement));
  return CARREL_STEP_FAILED;
}

/**
 * carrel_statement_run:
 * @self: a statement
 * @error: where an error goes
 *
 * Runs a statement to its end and makes it ready to be bound and run again; rows are passed over.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_statement_run (CarrelStatement *self, GError **error)
{
  CarrelStep step = CARREL_STEP_ROW;

  while (step == CARREL_STEP_ROW)
    step = carrel_statement_step (self, error);
  sqlite3_reset (self->statement);
  return step == CARREL_STEP_DONE;
}

/**
 * carrel_statement_get_n_columns:
 * @self: a statement
 *
 * Returns: how many columns its rows have
 */
guint
carrel_statement_get_n_columns (CarrelStatement *self)
{
  return (guint) sqlite3_column_count (self->statement);
}

/**
 * carrel_statement_get_text:
 * @self: a statement that stands on a row
 * @column: which column, from 0
 *
 * Returns: (nullable) (transfer none): the value as text, good until the next step
 */
const char *
carrel_statement_get_text (CarrelStatement *self, guint column)
{
  return (const char *) sqlite3_column_text (self->statement, (int) column);
}

/**
 * carrel_statement_dup_text:
 * @self: a statement that stands on a row
 * @column: which column, from 0
 *
 * Returns: (nullable) (transfer full): the value as text
 */
char *
carrel_statement_dup_text (CarrelStatement *self, guint column)
{
  return g_strdup (carrel_statement_get_text (self, column));
}

/**
 * carrel_statement_get_integer:
 * @self: a statement that stands on a row
 * @column: which column, from 0
 *
 * Returns: the value; 0 for NULL
 */
gint64
carrel_statement_get_integer (CarrelStatement *self, guint column)
{
  return sqlite3_column_int64 (self->statement, (int) column);
}
