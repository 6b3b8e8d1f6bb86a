/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands of carrelctl share: how a command is described, how it ends, how it speaks. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What carrelctl exits with. */
typedef enum
{
  CARREL_EXIT_DONE = 0,
  CARREL_EXIT_REFUSED = 1, /* or there were findings */
  CARREL_EXIT_WRONG_USE = 2,
} CarrelExit;

typedef struct
{
  const char *name;
  const char *operands; /* "FILE|DIR...", shown by --help */
  const char *summary;
  const GOptionEntry *options; /* of this command, ends with an empty entry; or NULL */
  guint min_operands;
  guint max_operands;
  CarrelExit (*run) (const char *const *operands);
} CarrelCommand;

extern const CarrelCommand carrel_command_average;
extern const CarrelCommand carrel_command_backup;
extern const CarrelCommand carrel_command_check;
extern const CarrelCommand carrel_command_convert;
extern const CarrelCommand carrel_command_export;
extern const CarrelCommand carrel_command_grade;
extern const CarrelCommand carrel_command_import;
extern const CarrelCommand carrel_command_list;
extern const CarrelCommand carrel_command_next;
extern const CarrelCommand carrel_command_restore;
extern const CarrelCommand carrel_command_scores;
extern const CarrelCommand carrel_command_show;

CarrelExit carrel_cli_run (const CarrelCommand *command, int argc, char **argv);
void carrel_cli_print_error (const GError *error);
CarrelExit carrel_cli_refuse_use (const char *format, ...) G_GNUC_PRINTF (1, 2);
gboolean carrel_cli_write (const char *text, gsize length, const char *path, GError **error);

G_END_DECLS
