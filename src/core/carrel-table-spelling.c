/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Spells tables that the Markdown parser would not see as GFM tables, one row a line, so that it
 * reads their cells. */
#define G_LOG_DOMAIN "carrel-table-spelling"

#include "config.h"

#include "carrel-tab-table.h"
#include "carrel-text-line.h"
#include "carrel-text-table.h"

#include <string.h>

#define MAX_COLUMNS 64

typedef struct
{
  GString *out;
  GArray *lines; /* of int: the source line of each line of out, from 0 */
  GString *cells[MAX_COLUMNS];
  guint n_columns;
  int row_line;
  gboolean is_row_open;
  guint starts[MAX_COLUMNS + 1]; /* characters, of grids and simple tables */
} Speller;

static void
add_piece (Speller *speller, guint column, const char *text, gsize length)
{
  g_autofree char *piece = g_strstrip (g_strndup (text, length));
  GString *cell = speller->cells[column];
  gboolean is_item = strlen (piece) > 1 && strchr ("-*+", piece[0]) != NULL && piece[1] == ' ';

  if (piece[0] == '\0' || strspn (piece, "-=+") == strlen (piece))
    return;
  if (cell->len > 0 && cell->str[cell->len - 1] == '\\')
    {
      g_string_truncate (cell, cell->len - 1);
      g_string_append (cell, "<br>");
    }
  else if (cell->len > 0)
    g_string_append (cell, is_item ? "<br>" : " ");
  g_string_append (cell, piece + (is_item ? 2 : 0));
}

static void
end_row (Speller *speller)
{
  if (!speller->is_row_open)
    return;
  for (guint i = 0; i < speller->n_columns; i++)
    {
      g_string_append_printf (speller->out, "| %s ", speller->cells[i]->str);
      g_string_truncate (speller->cells[i], 0);
    }
  g_string_append (speller->out, "|\n");
  g_array_append_val (speller->lines, speller->row_line);
  speller->is_row_open = FALSE;
}

static void
add_delimiter (Speller *speller, int line)
{
  for (guint i = 0; i < speller->n_columns; i++)
    g_string_append (speller->out, "|---");
  g_string_append (speller->out, "|\n");
  g_array_append_val (speller->lines, line);
}

static void
open_row (Speller *speller, int line)
{
  if (speller->is_row_open)
    return;
  speller->is_row_open = TRUE;
  speller->row_line = line;
}

static gboolean
is_edge (const char *at, const char *edges)
{
  return edges == NULL || strchr (edges, *at) != NULL;
}

/* Whether the column after @column starts at the character @index. */
static gboolean
starts_column (const Speller *speller, guint column, guint index)
{
  return index > 0 && column + 1 < speller->n_columns && index == speller->starts[column + 1];
}

/* Adds a line of a grid or of a simple table, whose columns are at fixed characters. */
static void
add_sliced (Speller *speller, const CarrelTextLine *line, const char *edges)
{
  const char *at = line->text + line->at;
  const char *end = line->text + line->end;
  gsize n_edge = edges != NULL ? 1 : 0;
  const char *cell = at + (is_edge (at, edges) ? n_edge : 0);
  guint column = 0;

  for (guint i = 0; at < end; i++, at = g_utf8_next_char (at))
    {
      if (!starts_column (speller, column, i) || !is_edge (at, edges))
        continue;
      add_piece (speller, column, cell, (gsize) (at - cell));
      cell = at + n_edge;
      column++;
    }
  if (n_edge > 0 && end > cell && is_edge (end - 1, edges))
    end--;
  add_piece (speller, column, cell, end > cell ? (gsize) (end - cell) : 0);
}

/* Whether a cell ends at @i: at a pipe that no backslash escapes, or at the end of the line. */
static gboolean
ends_cell (const CarrelTextLine *line, gsize i)
{
  return i == line->end || (line->text[i] == '|' && line->text[i - 1] != '\\');
}

/* @is_bare: the head of the table has no pipe in front */
static void
add_pipes (Speller *speller, const CarrelTextLine *line, gboolean is_bare)
{
  gboolean is_blank = is_bare && carrel_text_line_leaves_first_cell (line);
  gboolean has_edge = is_blank || carrel_text_line_is_pipe_row (line);
  gsize from = carrel_text_line_get_first (line) + (has_edge ? 1 : 0);
  guint column = is_blank ? 1 : 0;

  for (gsize i = from + (has_edge ? 0 : 1); i <= line->end && column < speller->n_columns; i++)
    {
      if (!ends_cell (line, i))
        continue;
      add_piece (speller, column, line->text + from, i > from ? i - from : 0);
      from = i + 1;
      column++;
    }
}

static void
set_columns (Speller *speller, const CarrelTextLine *line, char mark)
{
  gboolean after = FALSE;

  for (gsize i = line->at; i < line->end && speller->n_columns < MAX_COLUMNS; i++)
    {
      gboolean is_mark = line->text[i] == mark;

      if (mark == '+' ? is_mark && i + 1 < line->end : is_mark && !after)
        {
          speller->starts[speller->n_columns] = (guint) (i - line->at);
          speller->n_columns++;
        }
      after = is_mark;
    }
}

static gboolean
spell_grid (Speller *speller, const char *text, const CarrelTextTable *table)
{
  CarrelTextLine line = { 0 };
  int number = 0;
  gboolean has_header = FALSE;

  carrel_text_line_read (text, table->end, table->start, &line);
  set_columns (speller, &line, '+');
  for (gsize at = line.next; at < table->end && carrel_text_line_read (text, table->end, at, &line);
       at = line.next)
    {
      number++;
      if (text[carrel_text_line_get_first (&line)] == '|')
        {
          open_row (speller, number);
          add_sliced (speller, &line, "|+");
          continue;
        }
      end_row (speller);
      if (memchr (text + line.at, '=', line.end - line.at) != NULL && speller->lines->len == 1)
        {
          add_delimiter (speller, number);
          has_header = TRUE;
        }
    }
  end_row (speller);
  return has_header;
}

/* The head of a simple table, if it has one, and the line that says where its columns are. */
static gboolean
spell_simple_head (Speller *speller,
                   const char *text,
                   const CarrelTextTable *table,
                   CarrelTextLine *line)
{
  CarrelTextLine head = { 0 };

  carrel_text_line_read (text, table->end, table->start, &head);
  *line = head;
  if (carrel_text_line_count_dash_runs (&head) > 1)
    {
      set_columns (speller, line, '-');
      return FALSE;
    }
  carrel_text_line_read (text, table->end, head.next, line);
  set_columns (speller, line, '-');
  open_row (speller, 0);
  add_sliced (speller, &head, NULL);
  end_row (speller);
  add_delimiter (speller, 1);
  return TRUE;
}

static gboolean
spell_simple (Speller *speller, const char *text, const CarrelTextTable *table)
{
  CarrelTextLine line = { 0 };
  gboolean has_head = spell_simple_head (speller, text, table, &line);
  int number = has_head ? 1 : 0;

  for (gsize at = line.next; at < table->end && carrel_text_line_read (text, table->end, at, &line);
       at = line.next)
    {
      number++;
      if (carrel_text_line_count_dash_runs (&line) > 0)
        break;
      open_row (speller, number);
      add_sliced (speller, &line, NULL);
      end_row (speller);
    }
  return has_head;
}

static gboolean
is_rule (const CarrelTextLine *line)
{
  return line->end > line->at && carrel_text_line_count_dash_runs (line) > 0;
}

/* The runs of dashes below the head of a multiline table say where its columns are. */
static void
set_multiline_columns (Speller *speller, const char *text, const CarrelTextTable *table)
{
  CarrelTextLine line = { 0 };

  carrel_text_line_read (text, table->end, table->start, &line);
  while (carrel_text_line_read (text, table->end, line.next, &line) && !is_rule (&line))
    ;
  set_columns (speller, &line, '-');
}

/* Rows end at blank lines, the head at the runs of dashes. */
static gboolean
spell_multiline (Speller *speller, const char *text, const CarrelTextTable *table)
{
  CarrelTextLine line = { 0 };
  int number = 0;
  gboolean is_below_head = FALSE;

  set_multiline_columns (speller, text, table);
  carrel_text_line_read (text, table->end, table->start, &line);
  while (line.next < table->end && carrel_text_line_read (text, table->end, line.next, &line))
    {
      number++;
      if (line.end > line.at && !is_rule (&line))
        {
          open_row (speller, number);
          add_sliced (speller, &line, NULL);
          continue;
        }
      end_row (speller);
      if (is_rule (&line) && !is_below_head)
        add_delimiter (speller, number);
      is_below_head = is_below_head || is_rule (&line);
    }
  return TRUE;
}

static gboolean
spell_pipes (Speller *speller, const char *text, const CarrelTextTable *table)
{
  CarrelTextLine line = { 0 };
  int number = 0;
  gboolean has_header = FALSE;
  gboolean is_bare = g_unichar_isalnum (g_utf8_get_char (text + table->start));

  for (gsize at = table->start;
       at < table->end && carrel_text_line_read (text, table->end, at, &line); at = line.next)
    speller->n_columns
        = MIN (MAX (speller->n_columns, carrel_text_line_count_cells (&line)), MAX_COLUMNS);
  for (gsize at = table->start;
       at < table->end && carrel_text_line_read (text, table->end, at, &line); at = line.next)
    {
      if (!carrel_text_line_is_delimiter (&line))
        {
          open_row (speller, number);
          add_pipes (speller, &line, is_bare);
          end_row (speller);
        }
      else if (speller->lines->len == 1)
        {
          add_delimiter (speller, number);
          has_header = TRUE;
        }
      number++;
    }
  return has_header;
}

/* A pipe inside a cell does not end it. */
static void
add_text (Speller *speller, guint column, const char *text, gsize length)
{
  g_autofree char *piece = g_strndup (text, length);
  g_auto (GStrv) parts = g_strsplit (piece, "|", -1);
  g_autofree char *escaped = g_strjoinv ("\\|", parts);

  add_piece (speller, column, escaped, strlen (escaped));
}

static void
add_list_line (Speller *speller, const CarrelTextLine *line, int number, guint *column)
{
  gboolean starts_row;
  gsize cell = carrel_text_line_find_cell (line, &starts_row);

  if (starts_row)
    {
      end_row (speller);
      if (speller->lines->len == 1)
        add_delimiter (speller, number);
      open_row (speller, number);
      *column = 0;
    }
  else if (cell > 0)
    *column += 1;
  if (*column < speller->n_columns)
    add_text (speller, *column, line->text + MAX (cell, line->at),
              line->end - MAX (cell, line->at));
}

/* The first row names the columns, as in nearly every such table. */
static gboolean
spell_list (Speller *speller, const char *text, const CarrelTextTable *table)
{
  CarrelTextLine line = { 0 };
  int number = 0;
  guint column = 0;
  gboolean starts_row = FALSE;

  for (gsize at = table->start;
       at < table->end && carrel_text_line_read (text, table->end, at, &line); at = line.next)
    {
      gboolean is_cell = carrel_text_line_find_cell (&line, &starts_row) > 0;

      if (starts_row && at > table->start)
        break;
      speller->n_columns = MIN (speller->n_columns + (is_cell ? 1 : 0), MAX_COLUMNS);
    }
  for (gsize at = table->start;
       at < table->end && carrel_text_line_read (text, table->end, at, &line); at = line.next)
    add_list_line (speller, &line, number++, &column);
  end_row (speller);
  return TRUE;
}

static void
add_tabbed (Speller *speller, const CarrelTextLine *line)
{
  const char *end = line->text + line->end;
  guint column = 0;

  for (const char *at = line->text + line->at; at <= end && column < speller->n_columns; column++)
    {
      const char *tab = memchr (at, '\t', (gsize) (end - at));
      gsize length = tab != NULL ? (gsize) (tab - at) : (gsize) (end - at);

      add_text (speller, column, at, length);
      at += length + 1;
    }
}

static gboolean
has_digit (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;
  return FALSE;
}

/* A first row without numbers names the columns. A line without a tab goes on with the last cell.
 */
static gboolean
spell_tabs (Speller *speller, const char *text, const CarrelTextTable *table)
{
  CarrelTextLine line = { 0 };
  gboolean has_header;
  int number = 0;

  carrel_text_line_read (text, table->end, table->start, &line);
  speller->n_columns = MIN (carrel_tab_table_count_cells (&line), MAX_COLUMNS);
  has_header = !has_digit (text + line.at, line.end - line.at);
  for (gsize at = table->start;
       at < table->end && carrel_text_line_read (text, table->end, at, &line); at = line.next)
    {
      if (carrel_tab_table_count_cells (&line) > 1)
        {
          end_row (speller);
          if (has_header && speller->lines->len == 1)
            add_delimiter (speller, number);
          open_row (speller, number);
          add_tabbed (speller, &line);
        }
      else
        {
          g_string_append (speller->cells[speller->n_columns - 1], "<br>");
          add_text (speller, speller->n_columns - 1, line.text + line.at, line.end - line.at);
        }
      number++;
    }
  end_row (speller);
  return has_header;
}

static void
prepend_head (Speller *speller)
{
  GString *rows = g_steal_pointer (&speller->out);
  const int none[] = { 0, 0 };

  speller->out = g_string_new (NULL);
  for (guint i = 0; i < speller->n_columns; i++)
    g_string_append (speller->out, "| x ");
  g_string_append (speller->out, "|\n");
  add_delimiter (speller, 0);
  g_array_set_size (speller->lines, speller->lines->len - 1);
  g_array_prepend_vals (speller->lines, none, 2);
  g_string_append_len (speller->out, rows->str, (gssize) rows->len);
  g_string_free (rows, TRUE);
}

/**
 * carrel_text_table_to_gfm:
 * @text: cleaned Markdown
 * @table: where a table is, not an HTML one
 * @lines: (element-type int): gets the source line of each line of the result, counted from 0 at
 *   the start of the table
 * @has_header: (out): whether the first row names the columns; if not, it is made up
 *
 * Returns: (transfer full): the table as GFM
 */
char *
carrel_text_table_to_gfm (const char *text,
                          const CarrelTextTable *table,
                          GArray *lines,
                          gboolean *has_header)
{
  Speller speller = { .out = g_string_new (NULL), .lines = lines };

  for (guint i = 0; i < MAX_COLUMNS; i++)
    speller.cells[i] = g_string_new (NULL);
  if (table->kind == CARREL_TEXT_TABLE_GRID)
    *has_header = spell_grid (&speller, text, table);
  else if (table->kind == CARREL_TEXT_TABLE_SIMPLE)
    *has_header = spell_simple (&speller, text, table);
  else if (table->kind == CARREL_TEXT_TABLE_MULTILINE)
    *has_header = spell_multiline (&speller, text, table);
  else if (table->kind == CARREL_TEXT_TABLE_LIST)
    *has_header = spell_list (&speller, text, table);
  else if (table->kind == CARREL_TEXT_TABLE_TABS)
    *has_header = spell_tabs (&speller, text, table);
  else
    *has_header = spell_pipes (&speller, text, table);
  if (!*has_header)
    prepend_head (&speller);
  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_string_free (speller.cells[i], TRUE);
  return g_string_free (speller.out, FALSE);
}
