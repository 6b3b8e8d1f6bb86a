/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a way out needs to know besides the course. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 now;         /* seconds UTC: when the export is made */
  GTimeZone *zone;    /* the viewer's, for a course that names none; NULL is UTC */
  const char *person; /* only the hours and meetings of this person; NULL is all */
  const char *fact;   /* only the meeting, hour or row of this id; NULL is all */
  int alarm;          /* minutes before each event with a time; below 0 is no alarm */
} CarrelExportOptions;

#define CARREL_EXPORT_NO_ALARM (-1)

G_END_DECLS
