/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A walk over one table: what its columns hold, and what its rows are about. */
#pragma once

#include "carrel-occasion.h"

G_BEGIN_DECLS

#define CARREL_MAX_COLUMNS 32

/* What a column holds. */
typedef enum
{
  CARREL_COLUMN_OTHER,
  CARREL_COLUMN_DAY,
  CARREL_COLUMN_TIME,
  CARREL_COLUMN_PLACE,
  CARREL_COLUMN_PERSON,
  CARREL_COLUMN_SECTION,
  CARREL_COLUMN_HOURS,
  CARREL_COLUMN_ROW, /* of dated rows: the table is a schedule */
  CARREL_N_COLUMNS,
} CarrelColumn;

typedef struct
{
  const CarrelPage *page;
  GPtrArray *occasions;
  CarrelTimeFlags flags;
  const CarrelBlock *block;
  guint section;
  guint index;      /* of the block */
  guint first_row;  /* of data: 0 where the first row is no head */
  const char *role; /* of the column of people */
  int columns[CARREL_N_COLUMNS];
  CarrelOccasionKind kind;
  const char *meeting_kind;
  CarrelDays last_days;
  const CarrelTableRow *last_person; /* the last row that names a person */
} CarrelTableScanner;

const char *carrel_table_scanner_skip_named (const CarrelTableScanner *scanner,
                                             const char *after,
                                             char **names);
gboolean carrel_table_scanner_has_both (const CarrelTableScanner *scanner);
void carrel_table_scanner_map_columns (CarrelTableScanner *scanner);
const char *carrel_table_scanner_get_numbered_kind (const CarrelTableScanner *scanner);
char *carrel_table_scanner_dup_cell (const CarrelTableRow *row, int column);
gboolean carrel_table_scanner_scan_grid (CarrelTableScanner *scanner);
gboolean carrel_table_scanner_has_kinds (const CarrelTableScanner *scanner);
gboolean carrel_table_scanner_scan_kinds (CarrelTableScanner *scanner);

G_END_DECLS
