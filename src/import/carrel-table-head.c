/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages write tables without a head, with an empty one, or with the head as the first plain row. */
#define G_LOG_DOMAIN "carrel-table-head"

#include "config.h"

#include "carrel-table-head.h"

#include "carrel-pattern.h"

#include <string.h>

/* Longer cells are no names of columns. */
#define MAX_NAME 48

/* Fewer numbers are no course. */
#define MIN_NUMBERS 4

static guint
count_names (const CarrelPage *page, const CarrelTableRow *row, guint *n_others)
{
  guint n = 0;

  *n_others = 0;
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *cell = carrel_page_dup_text (&row->cells[i]);
      gsize length = 0;

      if (*cell == '\0')
        continue;
      if (strlen (cell) <= MAX_NAME && strpbrk (cell, "0123456789%") == NULL
          && (carrel_words_find_label (page->words, cell) != CARREL_LABEL_NONE
              || carrel_words_match_day (page->words, cell, &length) != CARREL_DAY_NONE))
        n++;
      else
        (*n_others)++;
    }
  return n;
}

/* "points", "% of the grade" behind a number. */
static gboolean
is_unit (const char *text)
{
  return carrel_pattern_matches ("^ ?(?:%|points?|pts|percent|marks)(?: of (?:the |your )?(?:final "
                                 "|course |total )?(?:grade|mark))?\\.? *$",
                                 text, G_REGEX_CASELESS);
}

/* Two cells, the first without any number. */
static gboolean
is_of_name_and_value (const CarrelTableRow *row)
{
  g_autofree char *name = row->n_cells == 2 ? carrel_page_dup_text (&row->cells[0]) : NULL;

  return name != NULL && *name != '\0' && strpbrk (name, "0123456789%") == NULL;
}

/* A marked head may hold data: some pages write tables that have no head. */
static gboolean
holds_data (const CarrelTableRow *row)
{
  gboolean is_pair = is_of_name_and_value (row);

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *cell = carrel_page_dup_text (&row->cells[i]);
      const char *end = cell + strspn (cell, "0123456789.,/-");

      if (end > cell && (end[strspn (end, " %")] == '\0' || (is_pair && is_unit (end))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_empty (const CarrelTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *cell = carrel_page_dup_text (&row->cells[i]);

      if (*cell != '\0')
        return FALSE;
    }
  return TRUE;
}

/**
 * carrel_table_head_is:
 * @head: (nullable): what carrel_table_head_find() found
 * @row: a row of the same table
 *
 * Returns: whether @row is no row of data: the head, or an empty one above it
 */
gboolean
carrel_table_head_is (const CarrelTableRow *head, const CarrelTableRow *row)
{
  return row == head || (row->is_header && !holds_data (row));
}

/**
 * carrel_table_head_find:
 * @page: a page
 * @block: a table on it
 *
 * Finds the row that names the columns: the one marked as head, unless it is empty, or a first row
 * whose cells are mostly known names.
 *
 * Returns: (nullable) (transfer none): the row, or %NULL
 */
const CarrelTableRow *
carrel_table_head_find (const CarrelPage *page, const CarrelBlock *block)
{
  guint n_names, n_others;
  guint first = 0;

  if (block->n_rows == 0)
    return NULL;
  if (block->rows[0].is_header && holds_data (&block->rows[0]))
    return NULL;
  if (block->rows[0].is_header && !is_empty (&block->rows[0]))
    return &block->rows[0];
  first = block->rows[0].is_header ? 1 : 0;
  if (first >= block->n_rows)
    return NULL;
  n_names = count_names (page, &block->rows[first], &n_others);
  return n_names >= 2 && n_names > n_others ? &block->rows[first] : NULL;
}

/**
 * carrel_table_head_is_first:
 * @page: a page
 * @block: a table on it with a row at least
 *
 * Returns: whether the first row names the columns, be it marked as head or not, as in kramdown
 */
gboolean
carrel_table_head_is_first (const CarrelPage *page, const CarrelBlock *block)
{
  return block->rows[0].is_header || carrel_table_head_find (page, block) == &block->rows[0];
}

static gboolean
has_label (const CarrelPage *page, const CarrelTableRow *row, guint column, CarrelLabel label)
{
  g_autofree char *cell = carrel_page_dup_text (&row->cells[column]);

  return carrel_words_has_label (page->words, cell, label);
}

/* "1", "2", "3", … down the first column. */
static gboolean
counts_rows (const CarrelBlock *block, const CarrelTableRow *head)
{
  gint64 n = 0;

  for (guint i = 0; i < block->n_rows; i++)
    {
      const CarrelTableRow *row = &block->rows[i];
      const char *cell = row->n_cells > 0 ? row->cells[0].text : "";

      if (carrel_table_head_is (head, row))
        continue;
      n++;
      if (g_ascii_strtoll (cell, NULL, 10) != n || cell[strspn (cell, "0123456789. ")] != '\0')
        return FALSE;
    }
  return n >= MIN_NUMBERS;
}

/* "Class 1", "Class 2", "Class 4", … down the first column say by themselves what the rows are. */
static gboolean
counts_classes (const CarrelBlock *block, const CarrelTableRow *head)
{
  static const char class[] = "^(?:class|lecture|session|meeting|day|aula|clase|sesión|séance|"
                              "cours|vorlesung|sitzung|lezione|luento) ?#?([0-9]{1,2})$";
  gint64 last = 0;
  guint n = 0;

  for (guint i = 0; i < block->n_rows; i++)
    {
      g_autofree char *cell = block->rows[i].n_cells > 0
                                  ? g_strstrip (carrel_page_dup_text (&block->rows[i].cells[0]))
                                  : g_strdup ("");
      g_autoptr (GRegex) regex = carrel_pattern_get (class, G_REGEX_CASELESS);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *number = NULL;

      if (carrel_table_head_is (head, &block->rows[i]))
        continue;
      if (!g_regex_match (regex, cell, 0, &match))
        return FALSE;
      number = g_match_info_fetch (match, 1);
      if (g_ascii_strtoll (number, NULL, 10) <= last)
        return FALSE;
      last = g_ascii_strtoll (number, NULL, 10);
      n++;
    }
  return n >= MIN_NUMBERS;
}

/**
 * carrel_table_head_is_numbered:
 * @page: a page
 * @block: a table on it
 * @head: (nullable): what carrel_table_head_find() found
 * @section: the section of the table
 *
 * Tells "# | Topic" above numbered classes from other lists, by the heading: "Class meetings"; or
 * by the numbers, "Class 1".
 *
 * Returns: whether the rows are classes in their order
 */
gboolean
carrel_table_head_is_numbered (const CarrelPage *page,
                               const CarrelBlock *block,
                               const CarrelTableRow *head,
                               guint section)
{
  static const CarrelLabel labels[]
      = { CARREL_LABEL_MEETING, CARREL_LABEL_LECTURE, CARREL_LABEL_SCHEDULE, CARREL_LABEL_TOPIC };
  const char *heading = carrel_page_get_section (page, section)->heading;
  gboolean is_of_classes = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    is_of_classes = is_of_classes || carrel_words_has_label (page->words, heading, labels[i]);
  if (head == NULL
      || !((is_of_classes && counts_rows (block, head)) || counts_classes (block, head)))
    return FALSE;
  for (guint i = 1; i < head->n_cells; i++)
    if (has_label (page, head, i, CARREL_LABEL_TOPIC))
      return TRUE;
  return FALSE;
}

/**
 * carrel_table_head_dup_label:
 * @header: (nullable): the head of a table
 * @column: of the table
 *
 * Returns: (transfer full): the head of a column, without how long what it names takes, "Lecture (2
 * hours)"; empty if there is none
 */
char *
carrel_table_head_dup_label (const CarrelTableRow *header, guint column)
{
  g_autofree char *text = header != NULL && column < header->n_cells
                              ? carrel_page_dup_text (&header->cells[column])
                              : g_strdup ("");

  return carrel_pattern_dup_without (
      "[ (x×]+[0-9.,]+ ?(?:x ?)?(?:hours?|hrs?|h|minutes?|min)\\b\\)?", text, G_REGEX_CASELESS);
}
