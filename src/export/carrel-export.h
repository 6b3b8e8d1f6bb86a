/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways out of Carrel, one row a format. */
#pragma once

#include "carrel-course.h"
#include "carrel-export-options.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;   /* "pack", as carrelctl takes it */
  const char *title;  /* untranslated, for a list of formats */
  const char *suffix; /* ".carrel.json" */
  const char *media_type;
  char *(*write) (const CarrelCourse *course, const CarrelExportOptions *options);
} CarrelExportFormat;

const CarrelExportFormat *carrel_export_get_formats (guint *n_formats);
const CarrelExportFormat *carrel_export_find_format (const char *name);

G_END_DECLS
