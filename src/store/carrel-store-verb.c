/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of every verb: one transaction, one step of undo, one word of what changed; and the
 * short way to a query. */
#define G_LOG_DOMAIN "carrel-store-verb"

#include "config.h"

#include "carrel-search-index.h"
#include "carrel-store-private.h"

/**
 * carrel_store_begin:
 * @self: a store
 * @error: where an error goes
 *
 * Begins the one transaction of a verb.
 *
 * Returns: whether it began; call carrel_store_end() then, in any case
 */
gboolean
carrel_store_begin (CarrelStore *self, GError **error)
{
  return carrel_undo_log_mark (carrel_store_get_undo_log (self), error)
         && carrel_database_execute (carrel_store_get_database (self), "BEGIN IMMEDIATE", error);
}

/**
 * carrel_store_end:
 * @self: a store that has begun a verb
 * @verb: what the person did
 * @is_good: whether all went well so far
 * @error: where an error goes
 *
 * Commits a verb, makes it a step that can be undone, and tells what changed; or takes everything
 * back when something failed. A verb that changed nothing is no step and is not told; one without a
 * label is nobody's deed and no step.
 *
 * Returns: whether the verb succeeded
 */
gboolean
carrel_store_end (CarrelStore *self, const CarrelVerb *verb, gboolean is_good, GError **error)
{
  CarrelDatabase *database = carrel_store_get_database (self);
  CarrelUndoLog *log = carrel_store_get_undo_log (self);
  gboolean has_changes = is_good && carrel_undo_log_has_changes (log);

  if (has_changes && (verb->changes & CARREL_CHANGED_SEARCHED) != 0)
    is_good = carrel_search_index_update (database, verb->course, error);
  is_good = is_good && carrel_database_execute (database, "COMMIT", error);
  if (!is_good)
    {
      if (carrel_database_is_in_transaction (database))
        carrel_database_execute (database, "ROLLBACK", NULL);
      return FALSE;
    }
  if (has_changes)
    {
      if (verb->label != NULL)
        carrel_undo_log_push (log, verb->label, verb->course, verb->changes);
      carrel_store_tell (self, verb->course, verb->changes);
    }
  return TRUE;
}

/**
 * carrel_store_write:
 * @self: a store that has begun a verb
 * @sql: one statement
 * @bindings: (nullable): its parameters
 * @error: where an error goes
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_write (CarrelStore *self,
                    const char *sql,
                    const CarrelBinding *bindings,
                    GError **error)
{
  g_autoptr (CarrelStatement) statement
      = carrel_database_prepare (carrel_store_get_database (self), sql, error);

  if (statement == NULL)
    return FALSE;
  carrel_statement_bind (statement, bindings);
  return carrel_statement_run (statement, error);
}

/**
 * carrel_store_run_verb:
 * @self: a store
 * @verb: what the person does
 * @sql: the one statement of the verb
 * @bindings: (nullable): its parameters
 * @error: where an error goes
 *
 * Does a verb that is a single statement.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_run_verb (CarrelStore *self,
                       const CarrelVerb *verb,
                       const char *sql,
                       const CarrelBinding *bindings,
                       GError **error)
{
  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (self, verb, carrel_store_write (self, sql, bindings, error), error);
}

/**
 * carrel_store_query:
 * @self: a store
 * @sql: a query
 * @bindings: (nullable): its parameters
 * @func: makes a value of the row a statement stands on
 * @free_func: frees such a value
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the values of all rows
 */
GPtrArray *
carrel_store_query (CarrelStore *self,
                    const char *sql,
                    const CarrelBinding *bindings,
                    CarrelRowFunc func,
                    GDestroyNotify free_func,
                    GError **error)
{
  g_autoptr (CarrelStatement) statement
      = carrel_database_prepare (carrel_store_get_database (self), sql, error);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (free_func);
  CarrelStep step;

  if (statement == NULL)
    return NULL;
  carrel_statement_bind (statement, bindings);
  for (step = carrel_statement_step (statement, error); step == CARREL_STEP_ROW;
       step = carrel_statement_step (statement, error))
    g_ptr_array_add (values, func (statement));
  return step == CARREL_STEP_DONE ? g_steal_pointer (&values) : NULL;
}

/**
 * carrel_store_query_text:
 * @self: a store
 * @sql: a query for one text
 * @bindings: (nullable): its parameters
 *
 * Returns: (transfer full) (nullable): the text, %NULL when there is none
 */
char *
carrel_store_query_text (CarrelStore *self, const char *sql, const CarrelBinding *bindings)
{
  g_autoptr (CarrelStatement) statement
      = carrel_database_prepare (carrel_store_get_database (self), sql, NULL);

  if (statement == NULL)
    return NULL;
  carrel_statement_bind (statement, bindings);
  return carrel_statement_step (statement, NULL) == CARREL_STEP_ROW
             ? carrel_statement_dup_text (statement, 0)
             : NULL;
}

/**
 * carrel_store_query_integer:
 * @self: a store
 * @sql: a query for one number
 * @bindings: (nullable): its parameters
 *
 * Returns: the number, 0 when there is none
 */
gint64
carrel_store_query_integer (CarrelStore *self, const char *sql, const CarrelBinding *bindings)
{
  g_autofree char *text = carrel_store_query_text (self, sql, bindings);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}
