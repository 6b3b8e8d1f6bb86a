/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes in, draft out: any format that a course is published in becomes one CarrelCourse. Nothing
 * is stored; what the pages do not say is in the questions of the draft. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_IMPORT_ERROR_NOT_FOUND,
  CARREL_IMPORT_ERROR_UNREADABLE,
  CARREL_IMPORT_ERROR_EMPTY,
  CARREL_IMPORT_ERROR_TOO_LARGE,
  CARREL_IMPORT_ERROR_NOT_TEXT,
  CARREL_IMPORT_ERROR_SYNTAX,
} CarrelImportError;

#define CARREL_IMPORT_ERROR (carrel_import_error_quark ())
GQuark carrel_import_error_quark (void);

/* A file of a course, under the name that people know it by. */
typedef struct
{
  char *name;
  GBytes *bytes;
} CarrelImportFile;

CarrelImportFile *carrel_import_file_new (const char *name, GBytes *bytes);
void carrel_import_file_free (CarrelImportFile *file);

/* Called now and then in the thread that parses, with how much is done: 0 to 1. */
typedef void (*CarrelImportProgress) (double fraction, gpointer user_data);

CarrelCourse *carrel_import_parse (GPtrArray *files, GCancellable *cancellable, GError **error);
CarrelCourse *carrel_import_parse_watched (GPtrArray *files,
                                           GCancellable *cancellable,
                                           CarrelImportProgress progress,
                                           gpointer progress_data,
                                           GError **error);

GPtrArray *carrel_import_load (const char *const *paths, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelImportFile, carrel_import_file_free)

G_END_DECLS
