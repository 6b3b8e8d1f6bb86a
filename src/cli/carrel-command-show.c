/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl show: all facts of a course, as text. */
#define G_LOG_DOMAIN "carrel-command-show"

#include "config.h"

#include "carrel-cli-store.h"
#include "carrel-cli.h"
#include "carrel-clock.h"
#include "carrel-export.h"

#include <glib/gi18n.h>
#include <string.h>

static CarrelExit
run_show (const char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelClock) clock = carrel_clock_new_from_environment (&error);
  g_autoptr (CarrelStore) store = NULL;
  g_autoptr (CarrelCourse) course = NULL;
  g_autofree char *text = NULL;
  CarrelExportOptions options = { .alarm = CARREL_EXPORT_NO_ALARM };

  if (clock != NULL)
    store = carrel_cli_open_store (CARREL_CLI_OPEN_WITH_EXAMPLE, &error);
  if (store != NULL)
    course = carrel_cli_load_course (store, operands[0], &error);
  if (course != NULL)
    {
      options.now = carrel_clock_get_now (clock);
      options.zone = carrel_clock_get_zone (clock);
      text = carrel_export_find_format ("text")->write (course, &options);
      if (carrel_cli_write (text, strlen (text), NULL, &error))
        return CARREL_EXIT_DONE;
    }
  carrel_cli_print_error (error);
  return CARREL_EXIT_REFUSED;
}

const CarrelCommand carrel_command_show = {
  "show", N_ ("[COURSE]"), N_ ("Show all facts of a course"), NULL, 0, 1, run_show,
};
