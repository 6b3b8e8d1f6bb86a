/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores of a file. */
#include "fuzz-target.h"

#include "carrel-scores-csv.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (CarrelImportFile) file = carrel_import_file_new ("Homework_1_scores.csv", bytes);
  g_autoptr (CarrelScoresCsv) csv = carrel_scores_csv_parse (file, NULL);
  guint student;

  if (csv != NULL)
    carrel_scores_csv_find (csv, "Ana", &student);
  return 0;
}
