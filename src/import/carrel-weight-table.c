/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of weights: a column of weights beside a column of names, cells that hold both, or names
 * across the head. */
#define G_LOG_DOMAIN "carrel-weight-table"

#include "config.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-table-head.h"
#include "carrel-weight-cells.h"
#include "carrel-weight-columns.h"
#include "carrel-weight-list.h"
#include "carrel-weight-mention.h"
#include "carrel-weight-parts.h"
#include "carrel-weight-pieces.h"

#include <string.h>

#define HUNDRED   (100 * CARREL_QUANTITY_ONE)
#define MAX_PARTS 12

#define MAX_RELATIVE (10 * CARREL_QUANTITY_ONE)

static gboolean
is_head (const CarrelWeightTable *table, const CarrelTableRow *row)
{
  return carrel_table_head_is (table->header, row);
}

/* "Projects (total)" is the total of what stands below it, "Course (total)" that of all. */
static gboolean
is_part_total (const CarrelWeightTable *table, const char *name)
{
  static const char *const wholes[]
      = { "course", "class", "points", "overall", "grand", "sum", "final", "grade", NULL };
  const char *open = strrchr (name, '(');
  g_autofree char *before
      = open != NULL ? g_strstrip (g_strndup (name, (gsize) (open - name))) : NULL;

  return before != NULL && before[0] != '\0' && !carrel_phrase_occurs (before, -1, wholes)
         && !carrel_words_has_label (table->page->words, before, CARREL_LABEL_TOTAL);
}

static gboolean
is_total (const CarrelWeightTable *table, const char *name)
{
  const char *at = name + strspn (name, " *");
  CarrelLabel label = carrel_words_find_label (table->page->words, at);

  return label == CARREL_LABEL_TOTAL && strlen (at) < 32 && !is_part_total (table, at);
}

static void
add_total (const CarrelWeightTable *table, const CarrelTableRow *row, CarrelWeightList *list)
{
  g_autofree char *cell = carrel_weight_table_dup_cell (row, table->weight_column);
  CarrelQuantity quantity;

  if (table->unit == CARREL_UNIT_POINTS
      && carrel_quantity_find (table->page->words, cell, 0, &quantity))
    list->points = quantity.value;
}

static void
read_row (const CarrelWeightTable *table, const CarrelTableRow *row, CarrelWeightList *list)
{
  const CarrelWords *words = table->page->words;
  g_autofree char *whole = carrel_weight_table_dup_cell (row, table->name_column);
  g_autofree char *name = carrel_weight_pieces_dup_bracketed (whole);
  g_autofree char *cell = carrel_weight_table_dup_cell (row, table->weight_column);
  g_autoptr (CarrelWeight) weight = NULL;

  if (is_total (table, name))
    {
      add_total (table, row, list);
      return;
    }
  if (*cell == '\0' && row->n_cells <= table->weight_column + 1)
    weight = carrel_weight_read_line (words, name);
  else
    weight = carrel_weight_read_cells (words, name, cell, table->unit);
  if (weight == NULL || weight->name == NULL)
    return;
  carrel_weight_cells_read (table, row, weight);
  weight->line = row->line;
  g_ptr_array_add (list->weights, g_steal_pointer (&weight));
}

/* "Midterm: 30% | Labs: 20% | Final: 50%": whether every cell holds a name and its weight. */
static gboolean
is_row_of_weights (const CarrelTableRow *row)
{
  guint n = 0;

  for (guint column = 0; column < row->n_cells; column++)
    {
      g_autofree char *cell = carrel_page_dup_text (&row->cells[column]);

      g_strstrip (cell);
      if (*cell == '\0')
        continue;
      if (!carrel_pattern_matches ("^[^%:(]{2,50}(?:: *[0-9.]+ ?%|[(][0-9.]+ ?%[)])$", cell, 0))
        return FALSE;
      n++;
    }
  return n > 1;
}

/* Rows without a column of weights: one cell holds the name and the weight, or each of them does.
 */
static void
read_loose_row (const CarrelWeightTable *table,
                const CarrelTableRow *row,
                gboolean is_first_only,
                CarrelWeightList *list)
{
  gboolean has_more = !is_first_only && is_row_of_weights (row);

  for (guint column = 0; column < row->n_cells; column++)
    {
      g_autofree char *cell = carrel_weight_table_dup_cell (row, column);
      g_autoptr (CarrelWeight) weight = NULL;

      if (strlen (cell) > 120 || is_total (table, cell))
        continue;
      weight = carrel_weight_read_line (table->page->words, cell);
      if (weight == NULL)
        continue;
      weight->line = row->line;
      g_ptr_array_add (list->weights, g_steal_pointer (&weight));
      if (!has_more)
        return;
    }
}

/* Names across the head and weights in the one row below. */
static void
read_across (const CarrelWeightTable *table, CarrelWeightList *list)
{
  const CarrelTableRow *row = NULL;

  for (guint i = 0; i < table->block->n_rows; i++)
    if (!is_head (table, &table->block->rows[i]) && row == NULL)
      row = &table->block->rows[i];
  for (guint column = 0; row != NULL && column < table->header->n_cells; column++)
    {
      g_autofree char *name = carrel_weight_table_dup_cell (table->header, column);
      g_autofree char *cell = carrel_weight_table_dup_cell (row, column);
      g_autoptr (CarrelWeight) weight
          = carrel_weight_read_cells (table->page->words, name, cell, CARREL_UNIT_NONE);

      if (weight == NULL || is_total (table, name))
        continue;
      weight->line = row->line;
      g_ptr_array_add (list->weights, g_steal_pointer (&weight));
    }
}

/* "Plan A | Plan B" above "Homework (50%) | Homework (30%)": several hundreds side by side. */
static gboolean
has_several_wholes (const CarrelWeightList *list)
{
  gint64 sum = carrel_weight_list_get_sum (list);

  return sum > HUNDRED && sum % HUNDRED == 0;
}

static void
read_loose_rows (const CarrelWeightTable *table, gboolean is_first_only, CarrelWeightList *list)
{
  for (guint i = 0; i < table->block->n_rows; i++)
    if (!is_head (table, &table->block->rows[i]))
      read_loose_row (table, &table->block->rows[i], is_first_only, list);
}

static void
read_rows (const CarrelWeightTable *table, CarrelWeightList *list)
{
  gboolean has_columns
      = table->weight_column != CARREL_NO_COLUMN && table->name_column != CARREL_NO_COLUMN;

  for (guint i = 0; has_columns && i < table->block->n_rows; i++)
    if (!is_head (table, &table->block->rows[i]))
      read_row (table, &table->block->rows[i], list);
  if (has_columns)
    return;
  read_loose_rows (table, FALSE, list);
  if (!has_several_wholes (list))
    return;
  g_ptr_array_set_size (list->weights, 0);
  read_loose_rows (table, TRUE, list);
}

static gboolean
is_in_points (const CarrelWeightList *list)
{
  for (guint i = 0; i < list->weights->len; i++)
    if (((CarrelWeight *) g_ptr_array_index (list->weights, i))->points < 0)
      return FALSE;
  return list->weights->len > 0;
}

/* The points of a list of points, else the per cent. */
static gint64
get_size (const CarrelWeightList *list, guint index, gboolean in_points)
{
  const CarrelWeight *weight = g_ptr_array_index (list->weights, index);

  return MAX (in_points ? weight->points : weight->percent, 0);
}

/* How much more than the whole the rows add up to; without a total that is a hundred. */
static gint64
count_excess (const CarrelWeightList *list, gboolean in_points)
{
  gint64 sum = 0;

  if (!in_points)
    return carrel_weight_list_get_sum (list) - HUNDRED;
  for (guint i = 0; i < list->weights->len; i++)
    if (!((CarrelWeight *) g_ptr_array_index (list->weights, i))->is_bonus)
      sum += get_size (list, i, TRUE);
  return sum - (list->points > 0 ? list->points : HUNDRED);
}

/* How many weights after the one at @index add up to it; 0 if none do. */
static guint
count_parts (const CarrelWeightList *list, guint index, gboolean in_points)
{
  gint64 whole = get_size (list, index, in_points);
  gint64 sum = 0;
  guint i = index + 1;

  while (i < list->weights->len && i - index <= MAX_PARTS && sum < whole)
    sum += get_size (list, i++, in_points);
  return sum == whole && i - index > 2 ? i - index - 1 : 0;
}

static void
take_parts (CarrelWeightList *list, guint index, gboolean in_points)
{
  CarrelWeight *weight = g_ptr_array_index (list->weights, index);

  for (guint n = count_parts (list, index, in_points); n > 0; n--)
    g_ptr_array_add (weight->children, g_ptr_array_steal_index (list->weights, index + 1));
}

/* Rows that add up to the row above them are its parts, where only that makes the sum the whole. */
static void
nest_parts (CarrelWeightList *list)
{
  g_autoptr (GArray) wholes = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean in_points = is_in_points (list);
  gint64 excess = count_excess (list, in_points);

  for (guint i = 0; excess > 0 && i < list->weights->len; i++)
    {
      gint64 size = get_size (list, i, in_points);

      if (size == 0 || size > excess || count_parts (list, i, in_points) == 0)
        continue;
      excess -= size;
      g_array_append_val (wholes, i);
    }
  if (excess != 0)
    return;
  for (guint i = wholes->len; i > 0; i--)
    take_parts (list, g_array_index (wholes, guint, i - 1), in_points);
}

static guint
count_body_rows (const CarrelWeightTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->block->n_rows; i++)
    n += is_head (table, &table->block->rows[i]) ? 0 : 1;
  return n;
}

static char *
dup_header (const CarrelWeightTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; table->header != NULL && i < table->header->n_cells; i++)
    {
      g_autofree char *cell = carrel_weight_table_dup_cell (table->header, i);

      g_string_append_printf (text, "%s | ", cell);
    }
  return g_strdup (text->str);
}

/* Above per cent these words say what a part counts, elsewhere many other things. */
static gboolean
header_means_share (const CarrelWeightTable *table)
{
  static const char *const shares[]
      = { "credit",   "credits", "value",  "share",      "portion", "proportion", "fraction",
          "counts",   "anteil",  "wert",   "valor",      "valeur",  "part",       "part of grade",
          "of grade", "marks",   "impact", "importance", NULL };
  g_autofree char *head = table->header != NULL
                              ? carrel_weight_table_dup_cell (table->header, table->weight_column)
                              : g_strdup ("");
  guint n = 0;

  for (guint i = 0; i < table->block->n_rows; i++)
    {
      g_autofree char *cell
          = carrel_weight_table_dup_cell (&table->block->rows[i], table->weight_column);

      n += g_str_has_suffix (cell, "%") && g_ascii_isdigit (cell[0]);
    }
  return n >= 3 && carrel_phrase_match_any (head, shares) == strlen (head) && *head != '\0';
}

static CarrelWeightList *
open_list (const CarrelWeightTable *table, guint block)
{
  g_autofree char *title = dup_header (table);
  CarrelWeightList *list
      = carrel_weight_list_new (CARREL_WEIGHT_LIST_TABLE, title,
                                carrel_page_find_section (table->page, block), table->block->line);

  list->has_weight_column
      = table->weight_column != CARREL_NO_COLUMN
        && (carrel_weight_table_head_has (table, table->weight_column, CARREL_LABEL_WEIGHT)
            || header_means_share (table));
  return list;
}

static gboolean
cells_have_sign (const CarrelWeightTable *table)
{
  for (guint i = 0; i < table->block->n_rows; i++)
    {
      g_autofree char *cell
          = carrel_weight_table_dup_cell (&table->block->rows[i], table->weight_column);

      if (!is_head (table, &table->block->rows[i]) && strchr (cell, '%') != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
column_has_sign (const CarrelWeightTable *table)
{
  return carrel_weight_table_head_is_percent (table, table->weight_column)
         || cells_have_sign (table);
}

/* "Weight: 1, 2, 3": how much tasks count among themselves, no per cent. */
static gboolean
is_relative (const CarrelWeightTable *table, const CarrelWeightList *list)
{
  gint64 sum = carrel_weight_list_get_sum (list);
  gint64 most = 0;

  if (table->weight_column == CARREL_NO_COLUMN || table->unit != CARREL_UNIT_PERCENT)
    return FALSE;
  for (guint i = 0; i < list->weights->len; i++)
    most = MAX (most, get_size (list, i, FALSE));
  return sum > CARREL_QUANTITY_ONE && sum < HUNDRED / 2 && most <= MAX_RELATIVE
         && !column_has_sign (table);
}

/* "Proportion: 0.05", "0.35": parts of one, as per cent. */
static void
scale_parts_of_one (const CarrelWeightTable *table, CarrelWeightList *list)
{
  gint64 sum = carrel_weight_list_get_sum (list);

  /* Below "%", they are all of one. */
  if (table->unit != CARREL_UNIT_PERCENT || sum < CARREL_QUANTITY_ONE / 10
      || sum > CARREL_QUANTITY_ONE || cells_have_sign (table)
      || (sum < CARREL_QUANTITY_ONE && column_has_sign (table)))
    return;
  for (guint i = 0; i < list->weights->len; i++)
    {
      CarrelWeight *weight = g_ptr_array_index (list->weights, i);

      weight->percent *= weight->percent > 0 ? 100 : 1;
      weight->percent_each *= weight->percent_each > 0 ? 100 : 1;
    }
}

static void
close_list (const CarrelWeightTable *table, CarrelWeightList *list, GPtrArray *lists)
{
  scale_parts_of_one (table, list);
  if (list->weights->len > 0 && !is_relative (table, list))
    g_ptr_array_add (lists, list);
  else
    carrel_weight_list_free (list);
}

/* "N/A" or a dash: the part does not count for those whom the column is about. */
static gboolean
is_absent (const char *cell)
{
  return carrel_pattern_matches ("^ *(?:n/?a|none|-+|–|—|\\*) *$", cell, G_REGEX_CASELESS);
}

/* Whether each row of a column says what the part counts, or that it does not. */
static gboolean
is_weight_column (const CarrelWeightTable *table, guint column, guint n_rows)
{
  guint n = carrel_weight_table_count_weights (table, column);

  if (n < 2)
    return FALSE;
  for (guint i = 0; i < table->block->n_rows; i++)
    {
      g_autofree char *cell = carrel_weight_table_dup_cell (&table->block->rows[i], column);

      n += !is_head (table, &table->block->rows[i]) && is_absent (cell);
    }
  return n == n_rows;
}

static guint
count_weight_columns (const CarrelWeightTable *table)
{
  guint n_rows = count_body_rows (table);
  guint n = 0;

  for (guint column = 0; table->header != NULL && column < table->block->n_columns; column++)
    n += n_rows > 1 && is_weight_column (table, column, n_rows);
  return n;
}

/* Columns that hold nothing but weights, under names of their own: one list for each alternative.
 */
static GPtrArray *
read_columns (CarrelWeightTable *table, guint block)
{
  GPtrArray *lists = g_ptr_array_new ();
  guint n_rows = count_body_rows (table);

  for (guint column = 0; column < table->block->n_columns; column++)
    {
      CarrelWeightList *list;

      if (!is_weight_column (table, column, n_rows))
        continue;
      table->weight_column = column;
      list = open_list (table, block);
      g_free (list->title);
      list->title = carrel_weight_table_dup_cell (table->header, column);
      list->is_one_of_columns = TRUE;
      read_rows (table, list);
      close_list (table, list, lists);
      if (lists->len > 1
          && carrel_weight_parts_are_same (g_ptr_array_index (lists, lists->len - 1),
                                           g_ptr_array_index (lists, 0)))
        carrel_weight_list_free (g_ptr_array_steal_index (lists, lists->len - 1));
    }
  return lists;
}

/* Whether a table weighs the parts in several ways; then @lists has got them. */
static gboolean
read_alternatives (const CarrelWeightTable *table, guint block, GPtrArray *lists)
{
  CarrelWeightTable copy = *table;
  g_autoptr (GPtrArray) columns = NULL;

  if (table->name_column == CARREL_NO_COLUMN || count_weight_columns (table) < 2)
    return FALSE;
  columns = read_columns (&copy, block);
  for (guint i = 0; i < columns->len; i++)
    if (columns->len > 1)
      g_ptr_array_add (lists, g_ptr_array_index (columns, i));
    else
      carrel_weight_list_free (g_ptr_array_index (columns, i));
  return columns->len > 1;
}

/* "Work | Share | Work | Share" */
static gboolean
repeats_heads (const CarrelWeightTable *table)
{
  g_auto (GStrv) heads = g_new0 (char *, 5);

  for (guint column = 0; column < 4; column++)
    heads[column] = carrel_weight_table_dup_head (table, column);
  return heads[0][0] != '\0' && g_str_equal (heads[0], heads[2])
         && g_str_equal (heads[1], heads[3]);
}

/* A table that goes on at its right; then @list has got its weights. */
static gboolean
read_side_by_side (const CarrelWeightTable *table, CarrelWeightList *list)
{
  CarrelWeightTable half = *table;

  if (table->block->n_columns != 4 || table->header == NULL
      || (table->weight_column != 1 && table->weight_column != 3) || !repeats_heads (table))
    return FALSE;
  for (guint column = 1; column < 4; column += 2)
    {
      half.name_column = column - 1;
      half.weight_column = column;
      read_rows (&half, list);
    }
  if (!has_several_wholes (list))
    return TRUE;
  g_ptr_array_set_size (list->weights, 0);
  return FALSE;
}

/**
 * carrel_weight_list_read_table:
 * @page: a page
 * @block: the index of a table on it
 * @lists: (element-type CarrelWeightList): where its weights are added
 *
 * Reads the weights of a table; a list for each column when there are several. Rows for a total are
 * no weights.
 */
void
carrel_weight_list_read_table (const CarrelPage *page, guint block, GPtrArray *lists)
{
  CarrelWeightTable table = { page, carrel_page_get_block (page, block) };
  CarrelWeightList *list;

  if (table.block->n_rows == 0)
    return;
  table.header = carrel_table_head_find (page, table.block);
  carrel_weight_table_find_columns (&table);
  list = open_list (&table, block);
  if (read_side_by_side (&table, list))
    {
      close_list (&table, list, lists);
      return;
    }
  if (read_alternatives (&table, block, lists))
    {
      carrel_weight_list_free (list);
      return;
    }
  if (table.header != NULL && count_body_rows (&table) == 1
      && table.weight_column == CARREL_NO_COLUMN)
    read_across (&table, list);
  if (list->weights->len == 0)
    read_rows (&table, list);
  nest_parts (list);
  close_list (&table, list, lists);
}
