/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a table of weights hold, by their heads and by their numbers. */
#define G_LOG_DOMAIN "carrel-weight-table"

#include "config.h"

#include "carrel-weight-columns.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-table-head.h"
#include "carrel-weight-mention.h"

#include <string.h>

#define HUNDRED (100 * CARREL_QUANTITY_ONE)

/**
 * carrel_weight_table_dup_cell:
 * @row: a row
 * @column: of the table
 *
 * Returns: (transfer full): the text of a cell, empty when the row is shorter
 */
char *
carrel_weight_table_dup_cell (const CarrelTableRow *row, guint column)
{
  return column < row->n_cells ? carrel_page_dup_text (&row->cells[column]) : g_strdup ("");
}

static gboolean
is_head (const CarrelWeightTable *table, const CarrelTableRow *row)
{
  return carrel_table_head_is (table->header, row);
}

/**
 * carrel_weight_table_dup_head:
 * @table: a table
 * @column: of the table
 *
 * Returns: (transfer full): the head of a column, empty when the table has none
 */
char *
carrel_weight_table_dup_head (const CarrelWeightTable *table, guint column)
{
  return table->header != NULL ? g_strstrip (carrel_weight_table_dup_cell (table->header, column))
                               : g_strdup ("");
}

/**
 * carrel_weight_table_head_has:
 * @table: a table
 * @column: of the table
 * @label: a label
 *
 * Returns: whether the head of a column holds a word for @label
 */
gboolean
carrel_weight_table_head_has (const CarrelWeightTable *table, guint column, CarrelLabel label)
{
  g_autofree char *text = carrel_weight_table_dup_head (table, column);

  return carrel_words_has_label (table->page->words, text, label);
}

/**
 * carrel_weight_table_head_is_percent:
 * @table: a table
 * @column: of the table
 *
 * Returns: whether the head of a column holds a per cent sign
 */
gboolean
carrel_weight_table_head_is_percent (const CarrelWeightTable *table, guint column)
{
  g_autofree char *text = carrel_weight_table_dup_head (table, column);

  return strchr (text, '%') != NULL && !g_ascii_isdigit (text[0]);
}

/**
 * carrel_weight_table_count_weights:
 * @table: a table
 * @column: of the table
 *
 * Returns: how many cells below the head of a column hold nothing but a weight
 */
guint
carrel_weight_table_count_weights (const CarrelWeightTable *table, guint column)
{
  guint n = 0;

  for (guint i = 0; i < table->block->n_rows; i++)
    {
      g_autofree char *text = carrel_weight_table_dup_cell (&table->block->rows[i], column);
      g_autoptr (GArray) mentions = carrel_weight_mention_find (table->page->words, text);

      if (mentions->len > 0 && !is_head (table, &table->block->rows[i])
          && g_array_index (mentions, CarrelWeightMention, 0).start <= 3)
        n++;
    }
  return n;
}

static guint
count_labelled (const CarrelWeightTable *table, guint column)
{
  guint n = 0;

  for (guint i = 0; i < table->block->n_rows; i++)
    {
      g_autofree char *text = carrel_weight_table_dup_cell (&table->block->rows[i], column);

      for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
        if (g_unichar_isalpha (g_utf8_get_char (at)))
          {
            n++;
            break;
          }
    }
  return n;
}

/* A cell that is a plain number. */
static gboolean
read_plain_cell (const CarrelWeightTable *table,
                 const CarrelTableRow *row,
                 guint column,
                 gint64 *value)
{
  g_autofree char *cell = carrel_weight_table_dup_cell (row, column);
  CarrelQuantity quantity;

  g_strstrip (cell);
  if (!carrel_quantity_find (table->page->words, cell, 0, &quantity) || quantity.start > 0
      || cell[quantity.end] != '\0' || quantity.unit != CARREL_UNIT_NONE || quantity.is_range
      || quantity.is_word)
    return FALSE;
  *value = quantity.value;
  return TRUE;
}

/* Whether there is a digit in a cell below the head of a column. */
static gboolean
has_numbers (const CarrelWeightTable *table, guint column)
{
  for (guint i = 0; i < table->block->n_rows; i++)
    {
      g_autofree char *cell = carrel_weight_table_dup_cell (&table->block->rows[i], column);

      if (!is_head (table, &table->block->rows[i]) && strpbrk (cell, "0123456789?") != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What the plain numbers of a column add up to, how many there are, and the last of them. */
static gint64
sum_plain_cells (const CarrelWeightTable *table, guint column, guint *n, gint64 *last)
{
  gint64 sum = 0;

  *n = 0;
  *last = 0;
  for (guint i = 0; i < table->block->n_rows; i++)
    if (!is_head (table, &table->block->rows[i])
        && read_plain_cell (table, &table->block->rows[i], column, last))
      {
        sum += *last;
        (*n)++;
      }
  return sum;
}

/* Whether the plain numbers of a column make a hundred, with or without a row for the total. */
static gboolean
adds_up (const CarrelWeightTable *table, guint column)
{
  gint64 last;
  guint n;
  gint64 sum = sum_plain_cells (table, column, &n, &last);

  return (n > 2 && sum == HUNDRED) || (n > 3 && last == HUNDRED && sum == 2 * HUNDRED);
}

/* "Total" above products, with their sum in the last row: "20 labs | 10 | 200". */
static gboolean
is_total_column (const CarrelWeightTable *table, guint column)
{
  gint64 last;
  guint n;

  return carrel_weight_table_head_has (table, column, CARREL_LABEL_TOTAL)
         && !carrel_weight_table_head_has (table, column, CARREL_LABEL_WEIGHT)
         && sum_plain_cells (table, column, &n, &last) == 2 * last && n > 2;
}

static void
find_plain_column (CarrelWeightTable *table)
{
  for (guint column = 1;
       table->weight_column == CARREL_NO_COLUMN && column < table->block->n_columns; column++)
    if (adds_up (table, column))
      {
        table->weight_column = column;
        table->unit = CARREL_UNIT_PERCENT;
      }
}

/* What the head of a column says of its numbers; @score: how sure that is. */
static CarrelUnit
read_unit (const CarrelWeightTable *table, guint column, guint *score)
{
  if (carrel_weight_table_head_has (table, column, CARREL_LABEL_WEIGHT)
      || carrel_weight_table_head_is_percent (table, column))
    {
      /* "Unit %" beside "Total %" */
      *score = carrel_weight_table_head_has (table, column, CARREL_LABEL_TOTAL)
                       && adds_up (table, column)
                   ? 110
                   : 100;
      return CARREL_UNIT_PERCENT;
    }
  *score = is_total_column (table, column) ? 80 : 50;
  if (*score == 80 || carrel_weight_table_head_has (table, column, CARREL_LABEL_POINTS))
    return CARREL_UNIT_POINTS;
  *score = 0;
  return CARREL_UNIT_NONE;
}

static void
find_weight_column (CarrelWeightTable *table)
{
  guint best = 1;

  table->weight_column = CARREL_NO_COLUMN;
  for (guint column = 0; column < table->block->n_columns; column++)
    {
      guint score = 0;
      CarrelUnit unit = read_unit (table, column, &score);
      guint n = carrel_weight_table_count_weights (table, column) + score;

      /* "Percentage of grade" may stand above the names. */
      if (n <= best || !has_numbers (table, column))
        continue;
      best = n;
      table->weight_column = column;
      table->unit = unit;
    }
}

/* "Count", "# of assignments" */
static gboolean
is_count_column (const CarrelWeightTable *table, guint column)
{
  static const char *const phrases[]
      = { "# of", "number of", "no. of", "nr.", "nr of", "how many", "quantity", "qty", NULL };
  g_autofree char *head = carrel_weight_table_dup_head (table, column);

  return (carrel_weight_table_head_has (table, column, CARREL_LABEL_COUNT)
          && !carrel_weight_table_head_has (table, column, CARREL_LABEL_COMPONENT))
         || g_str_has_prefix (head, "# of ") || g_str_equal (head, "#")
         || carrel_phrase_match_any (head, phrases) > 0;
}

/* "Number dropped" */
static gboolean
is_drop_column (const CarrelWeightTable *table, guint column)
{
  static const char *const phrases[] = { "dropped", "drops", "drop", NULL };
  g_autofree char *head = carrel_weight_table_dup_head (table, column);

  return strlen (head) < 32 && carrel_phrase_occurs (head, -1, phrases);
}

/* "Due", "Description": what stands beside the names. */
static gboolean
is_beside_names (const CarrelWeightTable *table, guint column)
{
  g_autofree char *head = carrel_weight_table_dup_head (table, column);

  return carrel_pattern_matches (
      "^(?:(?:short )?(?:descriptions?|notes?|details?|comments?|remarks?|explanations?)|when|due|"
      "dates?|due dates?|deadlines?)$",
      head, G_REGEX_CASELESS);
}

/* Whether a column of @n labelled cells has the names rather than the one of @most found so far. */
static gboolean
has_better_names (const CarrelWeightTable *table, guint column, guint n, guint most)
{
  if (n <= 1)
    return FALSE;
  return most == 0 || n > 2 * most
         || (is_beside_names (table, table->name_column) && !is_beside_names (table, column));
}

/* "Exam | 40% | Exams | 20%": two tables side by side, where the weights have the names to their
 * left. */
static gboolean
has_names_to_the_left (const CarrelWeightTable *table, guint most)
{
  guint left = table->weight_column - 1;

  return table->weight_column != CARREL_NO_COLUMN && table->weight_column >= 3
         && table->name_column == 0 && count_labelled (table, left) >= most
         && carrel_weight_table_count_weights (table, left) == 0
         && carrel_weight_table_count_weights (table, 1) > 1;
}

/**
 * carrel_weight_table_find_columns:
 * @table: (inout): a table with its head; gets what its columns hold
 *
 * Tells the columns of names, weights, counts and dropped pieces by their heads and their numbers.
 */
void
carrel_weight_table_find_columns (CarrelWeightTable *table)
{
  guint most = 0;

  find_weight_column (table);
  find_plain_column (table);
  table->name_column = table->count_column = table->drop_column = CARREL_NO_COLUMN;
  for (guint column = 0; column < table->block->n_columns; column++)
    {
      guint n = count_labelled (table, column);

      if (column == table->weight_column)
        continue;
      if (is_drop_column (table, column))
        table->drop_column = column;
      else if (is_count_column (table, column))
        table->count_column = column;
      else if (has_better_names (table, column, n, most))
        {
          table->name_column = column;
          most = n;
        }
    }
  if (has_names_to_the_left (table, most))
    table->name_column = table->weight_column - 1;
}
