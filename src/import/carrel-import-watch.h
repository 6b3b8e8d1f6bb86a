/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who waits for a file to be read: is told how far it is, and may have it stopped. */
#pragma once

#include "carrel-import.h"

G_BEGIN_DECLS

typedef struct
{
  GCancellable *cancellable;
  CarrelImportProgress progress;
  gpointer progress_data;
  double start; /* how much of all files is done before this one, and with it */
  double end;
} CarrelImportWatch;

gboolean carrel_import_watch_step (const CarrelImportWatch *self, double fraction);

G_END_DECLS
