/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The files that a command names, as one course. */
#pragma once

#include "carrel-importer.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelCourse *course;
  CarrelImportSources sources;
} CarrelCliInput;

CarrelCliInput *carrel_cli_input_read (const char *const *paths, GError **error);
void carrel_cli_input_free (CarrelCliInput *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelCliInput, carrel_cli_input_free)

G_END_DECLS
