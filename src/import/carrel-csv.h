/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of comma-separated values, as spreadsheets and grading systems write them. */
#pragma once

#include "carrel-import.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *cells; /* of char, without blanks around */
  guint line;       /* where the row starts, from 1 */
} CarrelCsvRow;

typedef struct
{
  GPtrArray *rows; /* of CarrelCsvRow; rows without any text are left out */
  char delimiter;  /* "," ";" or a tabulator */
} CarrelCsv;

CarrelCsv *carrel_csv_parse (const CarrelImportFile *file, GError **error);
void carrel_csv_free (CarrelCsv *self);
const char *carrel_csv_get (const CarrelCsvRow *row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelCsv, carrel_csv_free)

G_END_DECLS
