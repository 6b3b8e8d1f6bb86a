/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a table of weights may say more in its other columns. */
#define G_LOG_DOMAIN "carrel-weight-cells"

#include "config.h"

#include "carrel-weight-cells.h"

#include "carrel-pattern.h"

#include <string.h>

/* More are no pieces of work but words, pages or points. */
#define MAX_PIECES 60

static void
read_count_cell (const CarrelWeightTable *table, const CarrelTableRow *row, CarrelWeight *weight)
{
  g_autofree char *cell = carrel_weight_table_dup_cell (row, table->count_column);
  CarrelQuantity quantity;

  if (!carrel_quantity_find (table->page->words, cell, 0, &quantity) || quantity.is_range
      || quantity.value <= 0 || quantity.start > 0
      || quantity.value > MAX_PIECES * CARREL_QUANTITY_ONE)
    return;
  weight->count = carrel_quantity_get_integer (quantity.value);
  if (carrel_weight_table_head_has (table, table->weight_column, CARREL_LABEL_COUNT))
    return;
  if (weight->percent < 0 && weight->percent_each > 0)
    weight->percent = weight->percent_each * weight->count;
}

static void
read_drop_cell (const CarrelWeightTable *table, const CarrelTableRow *row, CarrelWeight *weight)
{
  g_autofree char *cell = carrel_weight_table_dup_cell (row, table->drop_column);
  gsize n = strspn (cell, "0123456789");

  if (n > 0 && n <= 2 && cell[n] == '\0' && weight->drop_lowest <= 0 && *cell != '0')
    weight->drop_lowest = (int) g_ascii_strtoll (cell, NULL, 10);
}

/* "Weight each", "Points per lab", "Percentage of the grade per activity" */
static gboolean
header_says_each (const CarrelWeightTable *table)
{
  static const char each[]
      = "\\b(?:each|apiece|per (?:item|assignment|activity|piece|unit|assessment|task|exercise"
        "|problem set|quiz|exam|paper|lab|session|one))\\b";
  g_autofree char *text = carrel_weight_table_dup_head (table, table->weight_column);

  return carrel_pattern_matches (each, text, G_REGEX_CASELESS);
}

/* "Weight per task" above tasks: of one each, where nothing says how many. */
static gboolean
header_says_per (const CarrelWeightTable *table)
{
  g_autofree char *text = carrel_weight_table_dup_head (table, table->weight_column);

  return carrel_pattern_matches ("\\bper\\b", text, G_REGEX_CASELESS);
}

static void
take_as_each (CarrelWeight *weight)
{
  weight->percent_each = weight->percent;
  weight->points_each = weight->points;
  weight->percent = weight->points = CARREL_WEIGHT_UNKNOWN;
}

/* "n/a" in the column of numbers: there is one. */
static void
take_as_one (CarrelWeight *weight)
{
  weight->percent = weight->percent_each;
  weight->points = weight->points_each;
  weight->percent_each = weight->points_each = CARREL_WEIGHT_UNKNOWN;
}

/* Remarks beside the names and the weights, and no "Penalty if late" or "Rubric". */
static gboolean
may_hold_parts (const CarrelWeightTable *table, guint column)
{
  g_autofree char *head = carrel_weight_table_dup_head (table, column);

  return column != table->name_column && column != table->weight_column
         && carrel_pattern_matches ("^(?:descriptions?|details?|notes?|remarks?|comments?|breakdown"
                                    "|components?|parts?|explanations?|)$",
                                    head, G_REGEX_CASELESS);
}

/* What parts add up to; -1 where one is none: "one in October: 30%". */
static gint64
sum_parts (const CarrelWeightTable *table, GPtrArray *parts)
{
  gint64 sum = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const CarrelWeight *part = g_ptr_array_index (parts, i);

      if (part->name == NULL || carrel_words_match_month (table->page->words, part->name, NULL) > 0)
        return -1;
      sum += part->percent;
    }
  return sum;
}

/* "Midterm: 20%; final: 20%" beside "Examinations | 40%": what adds up to the weight are its parts.
 */
static void
read_part_cells (const CarrelWeightTable *table, const CarrelTableRow *row, CarrelWeight *weight)
{
  for (guint i = 0; weight->percent > 0 && weight->children->len == 0 && i < row->n_cells; i++)
    {
      g_autofree char *cell = carrel_weight_table_dup_cell (row, i);
      g_autoptr (GPtrArray) parts = NULL;

      if (strchr (cell, '%') == NULL || !may_hold_parts (table, i))
        continue;
      parts = carrel_weight_read_sentence (table->page->words, cell);
      if (parts->len > 1 && sum_parts (table, parts) == weight->percent)
        g_ptr_array_extend_and_steal (weight->children, g_steal_pointer (&parts));
    }
}

/**
 * carrel_weight_cells_read:
 * @table: a table of weights
 * @row: one of its rows
 * @weight: (inout): the weight of the row; gets how many pieces it has, what each of them counts,
 * how many are dropped and its parts, as far as the other cells say it
 */
void
carrel_weight_cells_read (const CarrelWeightTable *table,
                          const CarrelTableRow *row,
                          CarrelWeight *weight)
{
  gboolean is_each
      = header_says_each (table) && weight->percent_each < 0 && weight->points_each < 0;

  if (is_each)
    take_as_each (weight);
  read_count_cell (table, row, weight);
  if (is_each && weight->count < 0
      && (table->count_column != CARREL_NO_COLUMN || header_says_per (table)))
    take_as_one (weight);
  read_drop_cell (table, row, weight);
  read_part_cells (table, row, weight);
}
