/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells between tabs, as a spreadsheet or a browser copies them. */
#define G_LOG_DOMAIN "carrel-tab-table"

#include "config.h"

#include "carrel-tab-table.h"

#include <string.h>

/* Fewer rows than these may be text with tabs in it. */
#define MIN_ROWS 3

/* So many lines show whether most of them have as many cells. */
#define MAX_LOOK 200

/**
 * carrel_tab_table_count_cells:
 * @line: a line
 *
 * Returns: how many cells it has between tabs
 */
guint
carrel_tab_table_count_cells (const CarrelTextLine *line)
{
  guint n_cells = 1;

  for (gsize i = line->at; i < line->end; i++)
    n_cells += line->text[i] == '\t';
  return n_cells;
}

/* "-\titem", "1.\titem": a tab behind the mark of an item, a quotation, a heading or a row. */
static gboolean
starts_with_mark (const CarrelTextLine *line)
{
  const char *start = line->text + line->at;

  return strchr ("-*+>#|:<", *start) != NULL
         || (g_ascii_isdigit (*start)
             && strchr (".)", start[strspn (start, "0123456789")]) != NULL);
}

/* The head has something in its first cell, and no label: "Room:\tBirch 12" is a line of its own.
 */
static gboolean
may_be_head (const CarrelTextLine *line)
{
  const char *start = line->text + line->at;
  const char *tab = memchr (start, '\t', line->end - line->at);
  gsize n = tab != NULL ? (gsize) (tab - start) : 0;

  while (n > 0 && start[n - 1] == ' ')
    n--;
  return n > 0 && !g_ascii_isspace (*start) && start[n - 1] != ':' && !starts_with_mark (line);
}

static gboolean
is_table (guint n_rows, guint n_like)
{
  return n_rows >= MIN_ROWS && n_like * 2 > n_rows;
}

/**
 * carrel_tab_table_find:
 * @line: a line that has a tab
 * @table: (out): where the table is that starts there
 *
 * Finds three and more lines with cells between tabs, most of them with as many as the first. A
 * line without a tab between two of them goes on with the last cell above it. The first
 * %MAX_LOOK lines decide, so that lines that are no table take no time by their square.
 *
 * Returns: whether there is one
 */
gboolean
carrel_tab_table_find (const CarrelTextLine *line, CarrelTextTable *table)
{
  CarrelTextLine row = *line;
  guint n_cells = carrel_tab_table_count_cells (line);
  guint n_rows = 0, n_like = 0, n_lines = 0;

  if (!may_be_head (line))
    return FALSE;
  table->kind = CARREL_TEXT_TABLE_TABS;
  table->start = line->at;
  do
    {
      guint n = carrel_tab_table_count_cells (&row);

      if (row.end == row.at)
        break;
      if (++n_lines == MAX_LOOK && !is_table (n_rows, n_like))
        return FALSE;
      table->end = n > 1 ? row.next : table->end;
      if (n == 1 || n_lines > MAX_LOOK)
        continue;
      n_rows++;
      n_like += n == n_cells;
    }
  while (carrel_text_line_read (row.text, row.length, row.next, &row));
  return is_table (n_rows, n_like);
}
