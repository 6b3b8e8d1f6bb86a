/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of marks in numbers and their bounds: "95 and above | 10", "Grade | 4.0 | 3.5". */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-letter-marks.h"

#include "carrel-letter-row.h"
#include "carrel-pattern.h"

#include <string.h>

/* The longest head of a column of marks, in bytes, and the fewest marks that make a scale. */
#define MAX_HEAD  24
#define MIN_MARKS 3

/* "10", "1.0", "3.75" or "4,0": a mark in numbers. */
static gboolean
is_mark (const char *text, char *letter)
{
  gsize n = strspn (text, "0123456789");
  gboolean has_part = (text[n] == '.' || text[n] == ',') && g_ascii_isdigit (text[n + 1]);

  const char *rest = text + (has_part ? n + 1 + MIN (strspn (text + n + 1, "0123456789"), 2) : n);

  if (n == 0 || n > 2 || (*rest != '\0' && !carrel_letter_row_is_remark (rest)))
    return FALSE;
  g_strlcpy (letter, text, (gsize) (rest - text) + 1);
  if (has_part)
    letter[n] = '.';
  return TRUE;
}

/* The column that its head calls the grade, or -1. */
static int
find_mark_column (const CarrelWords *words, const CarrelTableRow *head)
{
  for (guint i = 0; i < head->n_cells; i++)
    {
      g_autofree char *text = carrel_page_dup_text (&head->cells[i]);

      if (strlen (text) <= MAX_HEAD && strchr (text, '%') == NULL
          && (carrel_words_has_label (words, text, CARREL_LABEL_GRADING)
              || carrel_words_has_label (words, text, CARREL_LABEL_LETTER))
          && !carrel_words_has_label (words, text, CARREL_LABEL_WEIGHT))
        return (int) i;
    }
  return -1;
}

/* "below 50 | failed": what is below all marks. */
static gboolean
is_failed_row (const CarrelWords *words, const CarrelTableRow *row, int column)
{
  g_autofree char *mark = NULL;
  g_autofree char *range = NULL;
  CarrelCutoff cutoff = { 0 };
  char letter[8];

  if (row->n_cells != 2 || column > 1)
    return FALSE;
  mark = carrel_page_dup_text (&row->cells[column]);
  range = carrel_page_dup_text (&row->cells[1 - column]);
  return !is_mark (mark, letter) && carrel_cutoff_read_bound (words, range, &cutoff)
         && cutoff.min == 0;
}

/* "95 and above | 10" */
static gboolean
read_numbered_row (const CarrelWords *words, const CarrelTableRow *row, int column, GArray *cutoffs)
{
  g_autofree char *mark = NULL;
  g_autofree char *range = NULL;
  CarrelCutoff cutoff = { 0 };

  if (row->n_cells != 2 || column > 1)
    return FALSE;
  mark = carrel_page_dup_text (&row->cells[column]);
  range = carrel_page_dup_text (&row->cells[1 - column]);
  if (!is_mark (mark, cutoff.letter) || !carrel_cutoff_read_bound (words, range, &cutoff)
      || (g_ascii_isalpha (range[0]) && cutoff.min > 0))
    return FALSE;
  g_array_append_val (cutoffs, cutoff);
  return TRUE;
}

/* A head that says which is the grade, and every row a mark and its range. */
static void
read_numbered (const CarrelWords *words, const CarrelBlock *block, GArray *cutoffs)
{
  int column = find_mark_column (words, &block->rows[0]);
  guint n_rows = block->n_rows;

  if (column >= 0 && n_rows > 1 && is_failed_row (words, &block->rows[n_rows - 1], column))
    n_rows--;
  for (guint i = 1; column >= 0 && i < n_rows; i++)
    if (!read_numbered_row (words, &block->rows[i], column, cutoffs))
      break;
  if (cutoffs->len + 1 != n_rows || cutoffs->len < MIN_MARKS)
    g_array_set_size (cutoffs, 0);
}

/* "Points", "Percentage" */
static gboolean
has_head_of_bounds (const CarrelTableRow *row)
{
  g_autofree char *head = carrel_page_dup_text (&row->cells[0]);

  return carrel_pattern_matches (
      "\\b(?:points?|percent(?:age)?s?|scores?|range|cut-?offs?|minimum)\\b|%", head,
      G_REGEX_CASELESS);
}

/* "Grade | 4.0 | 3.75 | 3.5" above "Points | 950-1000 | 920-949 | 890-919". */
static void
read_across (const CarrelWords *words, const CarrelBlock *block, GArray *cutoffs)
{
  const CarrelTableRow *marks = &block->rows[0];
  guint n_before = cutoffs->len;

  if (block->n_rows != 2 || find_mark_column (words, marks) != 0
      || !has_head_of_bounds (&block->rows[1]))
    return;
  for (guint i = 1; i < MIN (marks->n_cells, block->rows[1].n_cells); i++)
    {
      g_autofree char *mark = carrel_page_dup_text (&marks->cells[i]);
      g_autofree char *bound = carrel_page_dup_text (&block->rows[1].cells[i]);
      CarrelCutoff cutoff = { 0 };

      if (strpbrk (mark, ".,") == NULL || !is_mark (mark, cutoff.letter)
          || !carrel_cutoff_read_bound (words, bound, &cutoff))
        break;
      g_array_append_val (cutoffs, cutoff);
    }
  if (cutoffs->len - n_before + 1 != marks->n_cells || cutoffs->len - n_before < MIN_MARKS)
    g_array_set_size (cutoffs, n_before);
}

/**
 * carrel_letter_marks_read:
 * @words: the words of the page's language
 * @block: a table
 * @cutoffs: (element-type CarrelCutoff) (inout): empty; gets the marks of the table, all of them or
 *   none
 *
 * Reads a table that has a mark and its range in each row, or in each column.
 */
void
carrel_letter_marks_read (const CarrelWords *words, const CarrelBlock *block, GArray *cutoffs)
{
  read_numbered (words, block, cutoffs);
  if (cutoffs->len == 0)
    read_across (words, block, cutoffs);
}
