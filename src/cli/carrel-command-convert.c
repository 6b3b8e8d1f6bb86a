/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl convert: reads a course and writes it in another format; no database is opened. */
#define G_LOG_DOMAIN "carrel-command-convert"

#include "config.h"

#include "carrel-cli.h"
#include "carrel-export.h"
#include "carrel-import-pack.h"

#include <glib/gi18n.h>
#include <string.h>

static char *format_name;
static char *output_path;

static const GOptionEntry options[] = {
  { "to", 't', 0, G_OPTION_ARG_STRING, &format_name,
    N_ ("Write this format: pack (the default), markdown, ics or text"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
      N_ ("Write to a file instead of standard output"), N_ ("FILE") }, { NULL },
    };

static CarrelCourse *
read_course (const char *const *paths, GError **error)
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  if (!g_file_get_contents (paths[0], &data, &length, error))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  return carrel_import_pack_parse (bytes, paths[0], error);
}

static CarrelExit
run_convert (const char *const *operands)
{
  const CarrelExportFormat *format
      = carrel_export_find_format (format_name != NULL ? format_name : "pack");
  g_autoptr (CarrelCourse) course = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (format == NULL)
    /* Translators: what was given as the name of a format. */
    return carrel_cli_refuse_use (_ ("there is no format “%s”"), format_name);
  course = read_course (operands, &error);
  if (course != NULL)
    {
      text = format->write (course);
      if (carrel_cli_write (text, strlen (text), output_path, &error))
        return CARREL_EXIT_DONE;
    }
  carrel_cli_print_error (error);
  return CARREL_EXIT_REFUSED;
}

const CarrelCommand carrel_command_convert
    = {
        "convert",
        N_ ("FILE|DIR…"),
            N_ ("Read a course and write it in another format"),
                options,
                1,
                G_MAXUINT,
                run_convert,
        };
