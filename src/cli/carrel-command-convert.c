/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl convert: reads a course and writes it in another format; no database is opened. */
#define G_LOG_DOMAIN "carrel-command-convert"

#include "config.h"

#include "carrel-cli-input.h"
#include "carrel-cli-term.h"
#include "carrel-cli.h"
#include "carrel-clock.h"
#include "carrel-export.h"

#include <glib/gi18n.h>
#include <string.h>

static char *format_name;
static char *output_path;

static const GOptionEntry options[] = {
  { "to", 't', 0, G_OPTION_ARG_STRING, &format_name,
    N_ ("Write this format: pack (the default), markdown, ics or text"), N_ ("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
    N_ ("Write to a file instead of standard output"), N_ ("FILE") },
  { NULL },
};

static CarrelExit
run_convert (const char *const *operands)
{
  const CarrelExportFormat *format
      = carrel_export_find_format (format_name != NULL ? format_name : "pack");
  g_autoptr (CarrelClock) clock = carrel_clock_new_from_environment (NULL);
  g_autoptr (CarrelCliInput) input = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  CarrelExportOptions export_options
      = { .now = carrel_clock_get_now (clock), .alarm = CARREL_EXPORT_NO_ALARM };

  if (format == NULL)
    /* Translators: what was given as the name of a format. */
    return carrel_cli_refuse_use (_ ("there is no format “%s”"), format_name);
  input = carrel_cli_input_read (operands, &error);
  if (input != NULL)
    {
      text = format->write (input->course, &export_options);
      carrel_cli_warn_of_calendar (input->course, text);
      if (carrel_cli_write (text, strlen (text), output_path, &error))
        return CARREL_EXIT_DONE;
    }
  carrel_cli_print_error (error);
  return CARREL_EXIT_REFUSED;
}

const CarrelCommand carrel_command_convert = {
  "convert", N_ ("FILE|DIR…"), N_ ("Read a course and write it in another format"), options, 1,
  G_MAXUINT, run_convert,
};
