/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader of a course's pages would stumble over. */
#pragma once

#include "carrel-import.h"

G_BEGIN_DECLS

typedef struct
{
  char *file;
  int line;   /* from 1 */
  char *text; /* a sentence */
} CarrelFinding;

GPtrArray *carrel_check_files (GPtrArray *files, GCancellable *cancellable, GError **error);
GPtrArray *carrel_check_course (const CarrelCourse *course);

G_END_DECLS
