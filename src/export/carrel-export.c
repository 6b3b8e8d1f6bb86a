/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of formats that a course can be written in. */
#define G_LOG_DOMAIN "carrel-export"

#include "config.h"

#include "carrel-export.h"

#include "carrel-export-ical.h"
#include "carrel-export-markdown.h"
#include "carrel-export-pack.h"
#include "carrel-export-text.h"

#include <glib/gi18n-lib.h>

static char *
write_pack (const CarrelCourse *course, const CarrelExportOptions *options)
{
  return carrel_export_pack_write (course);
}

static char *
write_text (const CarrelCourse *course, const CarrelExportOptions *options)
{
  return carrel_export_text_write (course);
}

static const CarrelExportFormat formats[] = {
  { "pack", N_ ("Course pack"), ".carrel.json", "application/vnd.carrel.course+json", write_pack },
  { "markdown", N_ ("Page of Markdown"), ".md", "text/markdown", carrel_export_markdown_write },
  { "ics", N_ ("Calendar"), ".ics", "text/calendar", carrel_export_ical_write },
  { "text", N_ ("Plain text"), ".txt", "text/plain", write_text },
};

/**
 * carrel_export_get_formats:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): the formats, the richest first
 */
const CarrelExportFormat *
carrel_export_get_formats (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * carrel_export_find_format:
 * @name: the name of a format, such as "ics"
 *
 * Returns: (transfer none) (nullable): the format, or %NULL when there is none of that name
 */
const CarrelExportFormat *
carrel_export_find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      return &formats[i];
  return NULL;
}
