/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the command line of one command and runs it. */
#define G_LOG_DOMAIN "carrel-cli"

#include "config.h"

#include "carrel-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static CarrelExit
check_operands (const CarrelCommand *command, const char *const *operands)
{
  guint n_operands = g_strv_length ((char **) operands);

  if (n_operands < command->min_operands)
    /* Translators: the name of a command, and what it needs, such as FILE. */
    return carrel_cli_refuse_use (_ ("“%s” needs %s"), command->name, command->operands);
  if (n_operands > command->max_operands)
    /* Translators: the name of a command, and an argument that is one too many. */
    return carrel_cli_refuse_use (_ ("“%s” has no use for “%s”"), command->name,
                                  operands[command->max_operands]);
  return command->run (operands);
}

/**
 * carrel_cli_run:
 * @command: a command
 * @argc: how many arguments, the name of the command being the first
 * @argv: the arguments
 *
 * Reads the options of a command and runs it.
 *
 * Returns: what the program exits with
 */
CarrelExit
carrel_cli_run (const CarrelCommand *command, int argc, char **argv)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", command->name, command->operands);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_auto (GStrv) operands = NULL;
  GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &operands, NULL, NULL },
    { NULL },
  };
  const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, _ (command->summary));
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return carrel_cli_refuse_use ("%s", error->message);
  return check_operands (command, operands != NULL ? (const char *const *) operands : none);
}

/**
 * carrel_cli_print_error:
 * @error: an error whose message says where, what, and how to fix it
 *
 * Prints a message on standard error.
 */
void
carrel_cli_print_error (const GError *error)
{
  g_printerr ("%s\n", error->message);
}

/**
 * carrel_cli_refuse_use:
 * @format: what is wrong with the command line
 * @...: its arguments
 *
 * Says that the command line is wrong, and where to read how it is right.
 *
 * Returns: %CARREL_EXIT_WRONG_USE
 */
CarrelExit
carrel_cli_refuse_use (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: what is wrong with the command line. */
  g_printerr (_ ("carrelctl: %s: try “carrelctl --help”\n"), message);
  return CARREL_EXIT_WRONG_USE;
}

/* What the system says of a file that is only on its way to @path. */
static char *
dup_reason (const GError *error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  const char *found = strstr (error->message, name);
  const char *suffix = found != NULL ? found + strlen (name) : "";

  if (*suffix != '.' || strlen (suffix) < strlen (".XXXXXX"))
    return g_strdup (error->message);
  return g_strdup_printf ("%.*s%s", (int) (suffix - error->message), error->message,
                          suffix + strlen (".XXXXXX"));
}

static gboolean
write_file (const char *text, gsize length, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *reason = NULL;
  g_autoptr (GError) failure = NULL;

  if (g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0666,
                                &failure))
    return TRUE;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                   /* Translators: a file, and the folder that it should be in. */
                   _ ("%s: There is no folder “%s”: make it, or choose another place"), path,
                   folder);
      return FALSE;
    }
  reason = dup_reason (failure, path);
  g_set_error (error, G_FILE_ERROR, failure->code,
               /* Translators: a file name, and what the system says. */
               _ ("%s: The file could not be written; choose another place or make room: %s"), path,
               reason);
  return FALSE;
}

/**
 * carrel_cli_write:
 * @text: what a command made
 * @length: its length in bytes
 * @path: (nullable) (type filename): the file to write, or %NULL for standard output
 * @error: where an error goes: one of %G_FILE_ERROR, with the file and what to do
 *
 * Writes the result of a command. A file is replaced in one step, so that a full disk leaves the
 * old one whole.
 *
 * Returns: whether all of it was written
 */
gboolean
carrel_cli_write (const char *text, gsize length, const char *path, GError **error)
{
  if (path != NULL)
    return write_file (text, length, path, error);
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               /* Translators: what the system says. */
               _ ("standard output: The result could not be written (%s): make room, or write it "
                  "to another place"),
               g_strerror (errno));
  return FALSE;
}
