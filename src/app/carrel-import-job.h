/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading and parsing in a thread: paths or bytes in, a draft and what it was read from out. */
#pragma once

#include "carrel-import.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelCourse *draft;
  GPtrArray *files;  /* of CarrelImportFile */
  gboolean is_whole; /* a folder was read */
} CarrelImportJob;

void carrel_import_job_free (CarrelImportJob *job);
void carrel_import_job_run_async (GStrv paths,
                                  GPtrArray *files,
                                  GCancellable *cancellable,
                                  CarrelImportProgress progress,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
CarrelImportJob *carrel_import_job_run_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelImportJob, carrel_import_job_free)

G_END_DECLS
