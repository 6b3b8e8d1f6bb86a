/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which reader a file gets: by its content first, then by its name. */
#define G_LOG_DOMAIN "carrel-import-format"

#include "config.h"

#include "carrel-import-format.h"

#include "carrel-extract.h"
#include "carrel-import-ical.h"
#include "carrel-import-pack.h"
#include "carrel-merge.h"

#include <string.h>

static gboolean
read_page (const CarrelImportFile *file,
           const CarrelImportWatch *watch,
           CarrelCourse *course,
           GError **error)
{
  g_autoptr (CarrelPage) page = carrel_page_new (file->name, file->bytes, error);

  if (page == NULL)
    return FALSE;
  carrel_extract_all (page, watch, course);
  return TRUE;
}

/* Formats that are read as a whole course. */
typedef CarrelCourse *(*ParseFunc) (GBytes *bytes, const char *file, GError **error);

static gboolean
read_with (ParseFunc parse, const CarrelImportFile *file, CarrelCourse *course, GError **error)
{
  g_autoptr (CarrelCourse) read = parse (file->bytes, file->name, error);

  if (read == NULL)
    return FALSE;
  carrel_merge_course (course, read);
  return TRUE;
}

static gboolean
read_pack (const CarrelImportFile *file,
           const CarrelImportWatch *watch,
           CarrelCourse *course,
           GError **error)
{
  return read_with (carrel_import_pack_parse, file, course, error);
}

static gboolean
read_calendar (const CarrelImportFile *file,
               const CarrelImportWatch *watch,
               CarrelCourse *course,
               GError **error)
{
  return read_with (carrel_import_ical_parse, file, course, error);
}

static const char *const pack_extensions[] = { "json", NULL };
static const char *const calendar_extensions[] = { "ics", "ical", NULL };
static const char *const page_extensions[]
    = { "md", "markdown", "mdx", "qmd", "rmd", "mkd", "txt", "text", "html", "htm", NULL };
static const char *const data_extensions[] = { "yml", "yaml", NULL };

static const CarrelImportFormat formats[] = {
  { "pack", pack_extensions, carrel_import_pack_sniff, read_pack },
  { "calendar", calendar_extensions, carrel_import_ical_sniff, read_calendar },
  { "data", data_extensions, NULL, read_page },
  { "page", page_extensions, NULL, read_page },
};

static gboolean
has_extension (const CarrelImportFormat *format, const char *name)
{
  const char *dot = strrchr (name, '.');

  for (gsize i = 0; dot != NULL && format->extensions[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, format->extensions[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * carrel_import_format_find:
 * @name: the name of a file
 * @bytes: its bytes
 *
 * Returns: (transfer none): the format that reads it; a page if no other does
 */
const CarrelImportFormat *
carrel_import_format_find (const char *name, GBytes *bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].sniff != NULL && formats[i].sniff (name, bytes))
      return &formats[i];
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (has_extension (&formats[i], name))
      return &formats[i];
  return &formats[G_N_ELEMENTS (formats) - 1];
}

/**
 * carrel_import_format_is_known:
 * @name: the name of a file
 *
 * Returns: whether a file with such a name in a folder is read
 */
gboolean
carrel_import_format_is_known (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (has_extension (&formats[i], name))
      return TRUE;
  return FALSE;
}
