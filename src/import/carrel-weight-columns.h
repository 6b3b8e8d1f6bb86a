/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a table of weights hold. */
#pragma once

#include "carrel-page.h"
#include "carrel-quantity.h"

G_BEGIN_DECLS

/* Of a table without such a column. */
#define CARREL_NO_COLUMN G_MAXUINT

typedef struct
{
  const CarrelPage *page;
  const CarrelBlock *block;
  const CarrelTableRow *header; /* or NULL */
  guint name_column;
  guint weight_column;
  guint count_column;
  guint drop_column;
  CarrelUnit unit; /* of numbers in the column of weights */
} CarrelWeightTable;

char *carrel_weight_table_dup_cell (const CarrelTableRow *row, guint column);
char *carrel_weight_table_dup_head (const CarrelWeightTable *table, guint column);
gboolean
carrel_weight_table_head_has (const CarrelWeightTable *table, guint column, CarrelLabel label);
gboolean carrel_weight_table_head_is_percent (const CarrelWeightTable *table, guint column);
guint carrel_weight_table_count_weights (const CarrelWeightTable *table, guint column);
void carrel_weight_table_find_columns (CarrelWeightTable *table);

G_END_DECLS
