/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The log of what takes back each verb, for one connection. */
#pragma once

#include "carrel-database.h"

G_BEGIN_DECLS

typedef struct _CarrelUndoLog CarrelUndoLog;

typedef enum
{
  CARREL_UNDO,
  CARREL_REDO,
} CarrelUndoDirection;

/* A verb that can be taken back, or done again. */
typedef struct
{
  char *label;
  char *course;
  guint changes;
  gint64 first; /* rows of the log */
  gint64 last;
} CarrelUndoStep;

CarrelUndoLog *carrel_undo_log_new (CarrelDatabase *database);
void carrel_undo_log_free (CarrelUndoLog *self);
gboolean carrel_undo_log_mark (CarrelUndoLog *self, GError **error);
gboolean carrel_undo_log_has_changes (CarrelUndoLog *self);
void
carrel_undo_log_push (CarrelUndoLog *self, const char *label, const char *course, guint changes);
void carrel_undo_log_clear (CarrelUndoLog *self);
void carrel_undo_log_uninstall (CarrelUndoLog *self);

const CarrelUndoStep *carrel_undo_log_peek (CarrelUndoLog *self, CarrelUndoDirection direction);
gboolean carrel_undo_log_play (CarrelUndoLog *self, CarrelUndoDirection direction, GError **error);
void carrel_undo_log_turn (CarrelUndoLog *self, CarrelUndoDirection direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelUndoLog, carrel_undo_log_free)

G_END_DECLS
