/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps are few a file, so that asking costs nothing. */
#define G_LOG_DOMAIN "carrel-import-watch"

#include "config.h"

#include "carrel-import-watch.h"

/**
 * carrel_import_watch_step:
 * @self: (nullable): who waits
 * @fraction: how much of the file is done, 0 to 1
 *
 * Returns: whether to go on
 */
gboolean
carrel_import_watch_step (const CarrelImportWatch *self, double fraction)
{
  if (self == NULL)
    return TRUE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return FALSE;
  if (self->progress != NULL)
    self->progress (self->start + fraction * (self->end - self->start), self->progress_data);
  return TRUE;
}
