/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table that lays out a page holds lines as a paragraph does, "Instructor: Ann Lee<br>Office
 * hours: Mon 3-4", and has no columns. */
#define G_LOG_DOMAIN "carrel-page-cells"

#include "config.h"

#include "carrel-page-cells.h"

#include "carrel-page.h"
#include "carrel-pattern.h"

#include <string.h>

/* Larger tables have columns, whatever is in their cells. */
#define MAX_ROWS 12

/* How many lines have labels. Two cells with the same label are of two people: G_MAXUINT. */
static guint
count_labels (char **lines, GHashTable *labels)
{
  guint n_labels = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (!carrel_pattern_matches ("^\\p{Lu}[^:]{2,24}: +\\S", line, 0))
        continue;
      n_labels++;
      if (!g_hash_table_add (labels, g_strndup (line, strcspn (line, ":"))))
        return G_MAXUINT;
    }
  return n_labels;
}

/* Adds the lines of a cell to @texts when most have labels; whether it may. */
static gboolean
read_cell (const CarrelInline *cell, GHashTable *labels, GPtrArray *texts)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_labels;

  if (strchr (cell->text, '\n') == NULL)
    return TRUE;
  text = carrel_page_dup_text (cell);
  lines = g_strsplit (text, "\n", -1);
  n_labels = count_labels (lines, labels);
  if (n_labels < 2 || n_labels == G_MAXUINT || n_labels * 2 < g_strv_length (lines))
    return n_labels == 0;
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (texts, g_strdup (lines[i]));
  return TRUE;
}

/* Whether one cell of a row has several lines and two others have one each: it has columns, unless
 * those lines say when somebody has office hours. */
static gboolean
has_columns (const CarrelTableRow *row)
{
  guint n_long = 0, n_short = 0;

  for (guint i = 0; i < row->n_cells; i++)
    if (carrel_pattern_matches ("\noffice hours?: +\\S", row->cells[i].text, G_REGEX_CASELESS))
      return FALSE;
    else if (strchr (row->cells[i].text, '\n') != NULL)
      n_long++;
    else if (row->cells[i].text[0] != '\0')
      n_short++;
  return n_long == 1 && n_short >= 2;
}

static gboolean
read_rows (const CarrelBlock *block, GPtrArray *texts, GArray *numbers)
{
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->rows[i].n_cells; j++)
      {
        if (has_columns (&block->rows[i]) || !read_cell (&block->rows[i].cells[j], labels, texts))
          return FALSE;
        while (numbers->len < texts->len)
          g_array_append_val (numbers, block->rows[i].line);
      }
  return TRUE;
}

/* Adds the lines of a cell that begins with a name, "Ann Lee<br>Office: Hall 5", below @head;
 * whether it does. */
static gboolean
read_person (const CarrelInline *head, const CarrelInline *cell, GPtrArray *texts)
{
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *role = carrel_page_dup_text (head);
  g_autofree char *text = carrel_page_dup_text (cell);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_labels = count_labels (lines, labels);

  if (n_labels == 0 || n_labels == G_MAXUINT || strpbrk (lines[0], "0123456789:@") != NULL
      || !carrel_pattern_matches ("^\\p{Lu}[^\n:0-9]{1,40}$", role, 0))
    return FALSE;
  g_ptr_array_add (texts, g_strdup_printf ("%s: %s", role, lines[0]));
  for (guint i = 1; lines[i] != NULL; i++)
    g_ptr_array_add (texts, g_strdup (lines[i]));
  return TRUE;
}

/* "Instructor | TA" above one cell of each: the lines of one person after those of the other. */
static gboolean
read_people (const CarrelBlock *block, GPtrArray *texts, GArray *numbers)
{
  const CarrelTableRow *rows = block->rows;

  if (block->n_rows != 2 || !rows[0].is_header || rows[0].n_cells < 2
      || rows[1].n_cells != rows[0].n_cells)
    return FALSE;
  for (guint i = 0; i < rows[0].n_cells; i++)
    if (!read_person (&rows[0].cells[i], &rows[1].cells[i], texts))
      return FALSE;
  while (numbers->len < texts->len)
    g_array_append_val (numbers, rows[1].line);
  return TRUE;
}

/* What the cells of a table hold. */
typedef struct
{
  guint n_lines;
  guint n_labels;
  guint n_columns;   /* with labels */
  gboolean is_twice; /* a label stands in two columns, which are of two people */
} CellSurvey;

static GStrv
split_cell (const CarrelTableRow *row, guint column)
{
  g_autofree char *text
      = column < row->n_cells ? carrel_page_dup_text (&row->cells[column]) : g_strdup ("");

  return g_strsplit (text, "\n", -1);
}

/* Notes which labels of a column stand in another one too, and counts its lines; an address needs
 * no label. */
static void
note_lines (char **lines, GHashTable *all, CellSurvey *survey)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize n = strcspn (lines[i], ":");

      if (lines[i][n] == ':' && !g_hash_table_add (all, g_strndup (lines[i], n)))
        survey->is_twice = TRUE;
      survey->n_lines += *lines[i] != '\0' && strpbrk (lines[i], "@/") == NULL;
    }
}

/* Whether something stands in the first row without a label: "Monday" above "Lecture: 9-10am" is
 * the head of a column. */
static gboolean
is_head (const CarrelBlock *block, guint column)
{
  g_auto (GStrv) lines = split_cell (&block->rows[0], column);

  return lines[0] != NULL && strchr (lines[0], ':') == NULL;
}

/* Returns whether there are labels in the column and none of them twice, as values below a head
 * would have, or nothing at all. */
static gboolean
survey_column (const CarrelBlock *block, guint column, GHashTable *all, CellSurvey *survey)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_labels_before = survey->n_labels;
  guint n_lines_before = survey->n_lines;

  if (is_head (block, column))
    return FALSE;
  for (guint i = 0; i < block->n_rows; i++)
    {
      g_auto (GStrv) lines = split_cell (&block->rows[i], column);
      guint n = count_labels (lines, own);

      if (n == G_MAXUINT)
        return FALSE;
      survey->n_labels += n;
      note_lines (lines, all, survey);
    }
  survey->n_columns += survey->n_labels > n_labels_before;
  return survey->n_labels > n_labels_before || survey->n_lines == n_lines_before;
}

/* Row by row, or one column after the other. */
static void
add_cells (const CarrelBlock *block, gboolean is_by_column, GPtrArray *texts, GArray *numbers)
{
  for (guint i = 0; i < block->n_rows * block->n_columns; i++)
    {
      guint column = is_by_column ? i / block->n_rows : i % block->n_columns;
      const CarrelTableRow *row
          = &block->rows[is_by_column ? i % block->n_rows : i / block->n_columns];
      g_auto (GStrv) lines = split_cell (row, column);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_array_append_val (numbers, row->line);
          g_ptr_array_add (texts, g_strstrip (g_strdup (lines[j])));
        }
    }
}

/* Whether a cell has several lines, as few tables have. */
static gboolean
has_breaks (const CarrelBlock *block)
{
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->rows[i].n_cells; j++)
      if (strchr (block->rows[i].cells[j].text, '\n') != NULL)
        return TRUE;
  return FALSE;
}

/* "Instructor: Ann Lee | Office hours: Mon 3-4" above "Office: Hall 5 | Class: TR 9-10": cells that
 * have their own labels, side by side, and no columns; two people follow each other. */
static gboolean
read_labelled (const CarrelBlock *block, GPtrArray *texts, GArray *numbers)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CellSurvey survey = { 0 };

  for (guint i = 0; block->n_rows > 0 && i < block->n_columns; i++)
    if (!survey_column (block, i, all, &survey))
      return FALSE;
  if (survey.n_columns < 2 || survey.n_labels < 3 || survey.n_labels * 3 < survey.n_lines * 2
      || (survey.is_twice && has_breaks (block)))
    return FALSE;
  add_cells (block, survey.is_twice, texts, numbers);
  return TRUE;
}

/**
 * carrel_page_cells_read:
 * @block: a table
 * @numbers: (element-type int) (inout): empty; gets the line in the source of each line
 *
 * Returns: (transfer full) (element-type utf8): the lines that are laid out in the cells; none for
 * a table with columns
 */
GPtrArray *
carrel_page_cells_read (const CarrelBlock *block, GArray *numbers)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  if (block->n_rows > MAX_ROWS || read_labelled (block, texts, numbers) || !has_breaks (block)
      || read_rows (block, texts, numbers))
    return texts;
  g_ptr_array_set_size (texts, 0);
  g_array_set_size (numbers, 0);
  if (!read_people (block, texts, numbers))
    g_ptr_array_set_size (texts, 0);
  return texts;
}

/**
 * carrel_page_cells_are_lines:
 * @block: a table
 *
 * Returns: whether it only lays out lines
 */
gboolean
carrel_page_cells_are_lines (const CarrelBlock *block)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) texts = carrel_page_cells_read (block, numbers);

  return texts->len > 0;
}
