/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl backup and restore: all data to one file, and back. */
#define G_LOG_DOMAIN "carrel-command-backup"

#include "config.h"

#include "carrel-cli-store.h"
#include "carrel-cli.h"
#include "carrel-store-backup.h"

#include <glib/gi18n.h>

static CarrelExit
run_backup (const char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelStore) store = carrel_cli_open_store (CARREL_CLI_OPEN_PLAIN, &error);

  if (store != NULL && carrel_store_back_up (store, operands[0], &error))
    {
      /* Translators: a file name. */
      g_print (_ ("All courses and all that is yours is in %s.\n"), operands[0]);
      return CARREL_EXIT_DONE;
    }
  carrel_cli_print_error (error);
  return CARREL_EXIT_REFUSED;
}

static CarrelExit
run_restore (const char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = carrel_cli_dup_path ();
  g_autofree char *kept_aside = NULL;

  if (carrel_store_rescue (path, operands[0], &kept_aside, &error))
    {
      /* Translators: two file names. */
      g_print (_ ("Restored from %s. What was there before is in %s.\n"), operands[0], kept_aside);
      return CARREL_EXIT_DONE;
    }
  carrel_cli_print_error (error);
  return CARREL_EXIT_REFUSED;
}

const CarrelCommand carrel_command_backup = {
  "backup", N_ ("FILE"), N_ ("Copy all data to one file"), NULL, 1, 1, run_backup,
};

const CarrelCommand carrel_command_restore = {
  "restore",   N_ ("FILE"), N_ ("Take all data from a backup; the present data is kept aside"),
  NULL,        1,           1,
  run_restore,
};
