/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of formats that a course can be written in. */
#define G_LOG_DOMAIN "carrel-export"

#include "config.h"

#include "carrel-export.h"

#include "carrel-export-pack.h"

#include <glib/gi18n-lib.h>

static const CarrelExportFormat formats[] = {
  { "pack",
    N_ ("Course pack"),
        ".carrel.json",
        "application/vnd.carrel.course+json",
        carrel_export_pack_write },
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
