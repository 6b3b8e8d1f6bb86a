/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl: Carrel without a display. The first argument names the command. */
#define G_LOG_DOMAIN "carrelctl"

#include "config.h"

#include "carrel-cli.h"
#include "carrel-installation.h"

#include <glib/gi18n.h>

static const CarrelCommand *const commands[] = {
  &carrel_command_convert, &carrel_command_check,  &carrel_command_import, &carrel_command_list,
  &carrel_command_show,    &carrel_command_next,   &carrel_command_grade,  &carrel_command_scores,
  &carrel_command_average, &carrel_command_export, &carrel_command_backup, &carrel_command_restore,
};

static void
print_help (void)
{
  g_print ("%s\n  carrelctl %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [OPTION…] [ARGUMENT…]"),
           _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-9s %s\n", commands[i]->name, _ (commands[i]->summary));
  g_print ("\n%s\n", _ ("Each command has its own help: “carrelctl COMMAND --help”."));
}

int
main (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;

  carrel_installation_begin ();
  g_set_prgname ("carrelctl");
  if (name == NULL)
    return carrel_cli_refuse_use ("%s", _ ("a command is missing"));
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    {
      print_help ();
      return CARREL_EXIT_DONE;
    }
  if (g_str_equal (name, "--version"))
    {
      g_print ("carrelctl %s\n", PACKAGE_VERSION);
      return CARREL_EXIT_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (name, commands[i]->name))
      return carrel_cli_run (commands[i], argc - 1, argv + 1);
  /* Translators: what was given as the name of a command. */
  return carrel_cli_refuse_use (_ ("there is no command “%s”"), name);
}
