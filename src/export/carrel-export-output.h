/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What publishing a course writes: one output a format, beside what was there before. */
#pragma once

#include "carrel-export.h"

G_BEGIN_DECLS

typedef struct
{
  const CarrelExportFormat *format;
  char *name; /* of its file */
  char *text;
  GPtrArray *changes; /* of CarrelLineChange */
  gboolean is_same;   /* as what was there before */
} CarrelExportOutput;

GPtrArray *carrel_export_output_list (const CarrelCourse *before,
                                      const CarrelCourse *after,
                                      const CarrelExportOptions *options);
void carrel_export_output_compare (CarrelExportOutput *self, const char *before);

G_END_DECLS
