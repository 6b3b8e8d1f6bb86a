/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo: one step of the log, in one transaction, told as the verb itself was. */
#define G_LOG_DOMAIN "carrel-store-undo"

#include "config.h"

#include "carrel-store-undo.h"

#include <glib/gi18n-lib.h>

#include "carrel-search-index.h"
#include "carrel-store-private.h"

static const char *
get_label (CarrelStore *self, CarrelUndoDirection direction)
{
  const CarrelUndoStep *step = carrel_undo_log_peek (carrel_store_get_undo_log (self), direction);

  return step != NULL ? step->label : NULL;
}

static gboolean
play_and_commit (CarrelStore *self, CarrelUndoDirection direction, GError **error)
{
  CarrelUndoLog *log = carrel_store_get_undo_log (self);
  CarrelDatabase *database = carrel_store_get_database (self);
  const CarrelUndoStep *step = carrel_undo_log_peek (log, direction);

  if (!carrel_undo_log_play (log, direction, error))
    return FALSE;
  if ((step->changes & CARREL_CHANGED_SEARCHED) != 0
      && !carrel_search_index_update (database, step->course, error))
    return FALSE;
  return carrel_database_execute (database, "COMMIT", error);
}

static gboolean
play (CarrelStore *self, CarrelUndoDirection direction, GError **error)
{
  CarrelUndoLog *log = carrel_store_get_undo_log (self);
  CarrelDatabase *database = carrel_store_get_database (self);
  const CarrelUndoStep *step;

  carrel_store_notice_others (self);
  step = carrel_undo_log_peek (log, direction);
  if (step == NULL)
    {
      g_set_error_literal (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND,
                           direction == CARREL_UNDO ? _ ("There is nothing to undo.")
                                                    : _ ("There is nothing to redo."));
      return FALSE;
    }
  if (!carrel_store_begin (self, error))
    return FALSE;
  if (!play_and_commit (self, direction, error))
    {
      carrel_database_execute (database, "ROLLBACK", NULL);
      return FALSE;
    }
  carrel_undo_log_turn (log, direction);
  carrel_store_tell (self, step->course, step->changes);
  return TRUE;
}

/**
 * carrel_store_can_undo:
 * @self: a store
 *
 * Returns: whether there is something to undo
 */
gboolean
carrel_store_can_undo (CarrelStore *self)
{
  return get_label (self, CARREL_UNDO) != NULL;
}

/**
 * carrel_store_can_redo:
 * @self: a store
 *
 * Returns: whether there is something to do again
 */
gboolean
carrel_store_can_redo (CarrelStore *self)
{
  return get_label (self, CARREL_REDO) != NULL;
}

/**
 * carrel_store_get_undo_label:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): what would be undone, translated, such as "Change a score"
 */
const char *
carrel_store_get_undo_label (CarrelStore *self)
{
  return get_label (self, CARREL_UNDO);
}

/**
 * carrel_store_get_redo_label:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): what would be done again, translated
 */
const char *
carrel_store_get_redo_label (CarrelStore *self)
{
  return get_label (self, CARREL_REDO);
}

/**
 * carrel_store_undo:
 * @self: a store
 * @error: where an error goes
 *
 * Takes back the last verb, whichever view it came from.
 *
 * Returns: whether it succeeded; nothing was changed otherwise
 */
gboolean
carrel_store_undo (CarrelStore *self, GError **error)
{
  return play (self, CARREL_UNDO, error);
}

/**
 * carrel_store_redo:
 * @self: a store
 * @error: where an error goes
 *
 * Does again what was undone last.
 *
 * Returns: whether it succeeded; nothing was changed otherwise
 */
gboolean
carrel_store_redo (CarrelStore *self, GError **error)
{
  return play (self, CARREL_REDO, error);
}
