/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The database of a command, and the course that its command line means. */
#pragma once

#include "carrel-store-courses.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_CLI_OPEN_PLAIN,
  CARREL_CLI_OPEN_WITH_EXAMPLE, /* a database that is new gets the example course, as in the window
                                 */
} CarrelCliOpen;

char *carrel_cli_dup_path (void);
CarrelStore *carrel_cli_open_store (CarrelCliOpen how, GError **error);
char *carrel_cli_find_course (CarrelStore *store, const char *wanted, GError **error);
CarrelCourse *carrel_cli_load_course (CarrelStore *store, const char *wanted, GError **error);

G_END_DECLS
