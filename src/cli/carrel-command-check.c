/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl check: what a reader of the pages would stumble over, a line each. */
#define G_LOG_DOMAIN "carrel-command-check"

#include "config.h"

#include "carrel-check.h"
#include "carrel-cli.h"

#include <glib/gi18n.h>

static CarrelExit
run_check (const char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = carrel_import_load (operands, NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;

  if (files != NULL)
    findings = carrel_check_files (files, NULL, &error);
  if (findings == NULL)
    {
      carrel_cli_print_error (error);
      return CARREL_EXIT_REFUSED;
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const CarrelFinding *finding = g_ptr_array_index (findings, i);

      g_print ("%s:%d: %s\n", finding->file, finding->line, finding->text);
    }
  return findings->len == 0 ? CARREL_EXIT_DONE : CARREL_EXIT_REFUSED;
}

const CarrelCommand carrel_command_check = {
  "check",
  N_ ("FILE|DIR…"),
  N_ ("Say what a reader of a course's pages would stumble over"),
  NULL,
  1,
  G_MAXUINT,
  run_check,
};
