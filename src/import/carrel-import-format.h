/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of formats that a course is read from. Adding one is one row here. */
#pragma once

#include "carrel-import-watch.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;              /* "page", "data", "pack" */
  const char *const *extensions; /* without dot, ends with NULL */
  gboolean (*sniff) (const char *name, GBytes *bytes);
  gboolean (*read) (const CarrelImportFile *file,
                    const CarrelImportWatch *watch,
                    CarrelCourse *course,
                    GError **error);
} CarrelImportFormat;

const CarrelImportFormat *carrel_import_format_find (const char *name, GBytes *bytes);
gboolean carrel_import_format_is_known (const char *name);

G_END_DECLS
