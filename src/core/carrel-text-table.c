/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds tables (and HTML headings) that the Markdown parser would not see and spells them as GFM
 * tables, one row a line, so that it reads their cells. */
#define G_LOG_DOMAIN "carrel-text-table"

#include "config.h"

#include "carrel-text-table.h"

#include <string.h>

#define MAX_COLUMNS 64

typedef struct
{
  const char *text;
  gsize length;
  gsize at;  /* start of the line */
  gsize end; /* of the line, without its line end */
  gsize next;
} Line;

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

static gboolean
read_line (const char *text, gsize length, gsize at, Line *line)
{
  const char *line_end;

  if (at >= length)
    return FALSE;
  line_end = memchr (text + at, '\n', length - at);
  line->text = text;
  line->length = length;
  line->at = at;
  line->end = line_end != NULL ? (gsize) (line_end - text) : length;
  line->next = line_end != NULL ? line->end + 1 : length;
  while (line->end > at && g_ascii_isspace (text[line->end - 1]))
    line->end--;
  return TRUE;
}

static gboolean
consists_of (const Line *line, const char *chars)
{
  for (gsize i = line->at; i < line->end; i++)
    if (strchr (chars, line->text[i]) == NULL)
      return FALSE;
  return line->end > line->at;
}

static gsize
get_first (const Line *line)
{
  gsize first = line->at;

  while (first < line->end && g_ascii_isspace (line->text[first]))
    first++;
  return first;
}

/* The number of runs of three and more dashes of a line that has nothing else; 0 for other lines.
 */
static guint
count_dash_runs (const Line *line)
{
  guint n_runs = 0;

  if (!consists_of (line, "- "))
    return 0;
  for (gsize i = get_first (line); i < line->end;)
    {
      gsize n = 0;

      while (i + n < line->end && line->text[i + n] == '-')
        n++;
      if (n < 3)
        return 0;
      n_runs++;
      for (i += n; i < line->end && line->text[i] == ' ';)
        i++;
    }
  return n_runs;
}

/* Cells between pipes that no backslash escapes. */
static guint
count_cells (const Line *line)
{
  guint n_cells = 1;

  for (gsize i = get_first (line) + 1; i < line->end; i++)
    if (line->text[i] == '|' && line->text[i - 1] != '\\' && i + 1 < line->end)
      n_cells++;
  return n_cells;
}

static gboolean
is_delimiter (const Line *line)
{
  return consists_of (line, "|:- \t")
         && memchr (line->text + line->at, '-', line->end - line->at) != NULL;
}

static gboolean
is_pipe_row (const Line *line)
{
  gsize first = get_first (line);

  return first < line->end && line->text[first] == '|' && first < line->at + 4;
}

/* A row without a pipe at its edge: cells between pipes that stand alone. */
static gboolean
is_bare_row (const Line *line)
{
  gsize first = get_first (line);
  guint n_pipes = 0;

  if (line->end == line->at || memchr (line->text + line->at, '|', line->end - line->at) == NULL
      || strchr ("*-+>#`", line->text[first]) != NULL
      || (g_ascii_isdigit (line->text[first]) && strchr (".)", line->text[first + 1]) != NULL))
    return FALSE;
  for (gsize i = first + 1; i + 1 < line->end; i++)
    if (line->text[i] == '|' && line->text[i - 1] == ' ' && line->text[i + 1] == ' ')
      n_pipes++;
  return n_pipes >= 2;
}

static gboolean
find_grid (const Line *line, const Line *above, CarrelTextTable *table)
{
  Line below = *line;
  guint n_lines = 0;

  if (!consists_of (line, "+-=: ") || line->text[line->end - 1] != '+' || line->end - line->at < 3)
    return FALSE;
  while (read_line (line->text, line->length, below.next, &below) && below.end > below.at
         && strchr ("+|", line->text[get_first (&below)]) != NULL)
    {
      table->end = below.next;
      n_lines++;
    }
  table->kind = CARREL_TEXT_TABLE_GRID;
  table->start = line->at;
  return n_lines >= 2;
}

/* A line of dashes in two or more runs, below a head or below a line of dashes and a head. */
static gboolean
find_simple (const Line *line, const Line *above, CarrelTextTable *table)
{
  Line below = *line;
  guint n_rows = 0;
  gboolean has_head = above->end > above->at && line->at > 0;

  if (count_dash_runs (line) < 2 || !has_head)
    return FALSE;
  table->kind = CARREL_TEXT_TABLE_SIMPLE;
  table->start = above->at;
  table->end = line->next;
  while (read_line (line->text, line->length, below.next, &below))
    {
      if (below.end == below.at)
        break;
      table->end = below.next;
      if (count_dash_runs (&below) > 0)
        break;
      n_rows++;
    }
  return n_rows > 0;
}

/* md4c wants three marks in each cell of a delimiter row, GFM one. */
static gboolean
is_long_delimiter (const Line *line)
{
  gsize n = 0;

  if (!is_delimiter (line))
    return FALSE;
  for (gsize i = get_first (line); i < line->end; i++)
    {
      if (line->text[i] == '|' && n > 0 && n < 3)
        return FALSE;
      n = line->text[i] == '|' ? 0 : n + (strchr ("-:", line->text[i]) != NULL);
    }
  return n == 0 || n >= 3;
}

/* GFM takes a head with as many cells as the delimiter row below it, after a blank line, and what
 * stands below a head without a pipe in front. */
static gboolean
is_gfm (const Line *line, const Line *above)
{
  Line below = *line;

  if (is_long_delimiter (line))
    return above->end > above->at && !is_pipe_row (above)
           && count_cells (above) == count_cells (line);
  return above->end == above->at && read_line (line->text, line->length, line->next, &below)
         && is_long_delimiter (&below) && count_cells (&below) == count_cells (line);
}

/* Rows without outer pipes need to be three, and to start after a blank line. */
static gboolean
may_start_rows (const Line *line, const Line *above)
{
  if (is_gfm (line, above))
    return FALSE;
  if (is_pipe_row (line))
    return count_cells (line) >= 2;
  return is_bare_row (line) && above->end == above->at;
}

/* Rows of pipes that GFM would not take as a table. */
static gboolean
find_pipes (const Line *line, const Line *above, CarrelTextTable *table)
{
  Line below = *line;
  guint n_rows = is_delimiter (line) ? 0 : 1;
  gboolean is_bare = !is_pipe_row (line);

  if (!may_start_rows (line, above))
    return FALSE;
  table->kind = CARREL_TEXT_TABLE_PIPES;
  table->start = line->at;
  table->end = line->next;
  while (read_line (line->text, line->length, below.next, &below)
         && (is_bare ? is_bare_row (&below) || is_delimiter (&below) : is_pipe_row (&below)))
    {
      n_rows += !is_delimiter (&below);
      table->end = below.next;
    }
  return n_rows >= (is_bare ? 3 : 2);
}

static gboolean
has_blank_line (const char *text, gsize from, gsize until)
{
  Line line = { 0 };

  for (gsize at = from; at < until && read_line (text, until, at, &line); at = line.next)
    if (line.end == line.at)
      return TRUE;
  return FALSE;
}

/* An HTML heading: md4c before 0.5 takes it for words of a paragraph. */
static gboolean
find_html_heading (const Line *line, CarrelTextTable *table)
{
  const char *tag = line->text + get_first (line);
  Line below = *line;

  if ((tag[1] != 'h' && tag[1] != 'H') || tag[2] < '1' || tag[2] > '6'
      || strchr (" \t>", tag[3]) == NULL)
    return FALSE;
  table->kind = CARREL_TEXT_TABLE_HTML;
  table->start = line->at;
  table->end = line->next;
  while (read_line (line->text, line->length, table->end, &below) && below.end > below.at)
    table->end = below.next;
  return TRUE;
}

/* An HTML table with a blank line inside, which ends an HTML block of CommonMark. */
static gboolean
find_html (const Line *line, const Line *above, CarrelTextTable *table)
{
  const char *start = line->text + get_first (line);
  const char *limit = line->text + line->length;
  const char *at = start;
  guint n_open = 0;
  Line last = { 0 };

  if (g_ascii_strncasecmp (start, "<table", MIN (6, (gsize) (limit - start))) != 0
      || limit - start < 15)
    return FALSE;
  while (at != NULL && at + 7 < limit)
    {
      n_open += g_ascii_strncasecmp (at, "<table", 6) == 0 ? 1 : 0;
      if (g_ascii_strncasecmp (at, "</table", 7) == 0)
        n_open--;
      if (n_open == 0)
        break;
      at = memchr (at + 1, '<', (gsize) (limit - at - 1));
    }
  if (n_open > 0 || at == NULL)
    return FALSE;
  table->kind = CARREL_TEXT_TABLE_HTML;
  table->start = line->at;
  read_line (line->text, line->length, (gsize) (at - line->text), &last);
  table->end = last.next;
  return has_blank_line (line->text, table->start, (gsize) (at - line->text));
}

static gboolean
is_fence (const Line *line)
{
  gsize first = get_first (line);

  return line->end - first >= 3
         && (memcmp (line->text + first, "```", 3) == 0
             || memcmp (line->text + first, "~~~", 3) == 0);
}

static gboolean
find_at (const Line *line, const Line *above, CarrelTextTable *table)
{
  if (line->end == line->at)
    return FALSE;
  switch (line->text[get_first (line)])
    {
    case '+':
      return find_grid (line, above, table);
    case '-':
      return find_simple (line, above, table);
    case '|':
      return find_pipes (line, above, table);
    case '<':
      return find_html_heading (line, table) || find_html (line, above, table);
    default:
      return find_pipes (line, above, table);
    }
}

/* The end of a table that is well as it is: no search inside it. */
static gsize
skip_pipes (const Line *line)
{
  Line below = *line;
  gsize next = line->next;

  while (read_line (line->text, line->length, next, &below) && is_pipe_row (&below))
    next = below.next;
  return next;
}

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
add_sliced (Speller *speller, const Line *line, const char *edges)
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

static void
add_pipes (Speller *speller, const Line *line)
{
  gsize from = get_first (line) + (is_pipe_row (line) ? 1 : 0);
  guint column = 0;

  for (gsize i = from + (is_pipe_row (line) ? 0 : 1); i <= line->end && column < speller->n_columns;
       i++)
    {
      gboolean is_edge = i == line->end || (line->text[i] == '|' && line->text[i - 1] != '\\');

      if (!is_edge)
        continue;
      add_piece (speller, column, line->text + from, i > from ? i - from : 0);
      from = i + 1;
      column++;
    }
}

static void
set_columns (Speller *speller, const Line *line, char mark)
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
  Line line = { 0 };
  int number = 0;
  gboolean has_header = FALSE;

  read_line (text, table->end, table->start, &line);
  set_columns (speller, &line, '+');
  for (gsize at = line.next; at < table->end && read_line (text, table->end, at, &line);
       at = line.next)
    {
      number++;
      if (text[get_first (&line)] == '|')
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

static gboolean
spell_simple (Speller *speller, const char *text, const CarrelTextTable *table)
{
  Line head = { 0 };
  Line line = { 0 };
  int number = 1;

  read_line (text, table->end, table->start, &head);
  read_line (text, table->end, head.next, &line);
  set_columns (speller, &line, '-');
  open_row (speller, 0);
  add_sliced (speller, &head, NULL);
  end_row (speller);
  add_delimiter (speller, 1);
  for (gsize at = line.next; at < table->end && read_line (text, table->end, at, &line);
       at = line.next)
    {
      number++;
      if (count_dash_runs (&line) > 0)
        break;
      open_row (speller, number);
      add_sliced (speller, &line, NULL);
      end_row (speller);
    }
  return TRUE;
}

static gboolean
spell_pipes (Speller *speller, const char *text, const CarrelTextTable *table)
{
  Line line = { 0 };
  int number = 0;
  gboolean has_header = FALSE;

  for (gsize at = table->start; at < table->end && read_line (text, table->end, at, &line);
       at = line.next)
    speller->n_columns = MIN (MAX (speller->n_columns, count_cells (&line)), MAX_COLUMNS);
  for (gsize at = table->start; at < table->end && read_line (text, table->end, at, &line);
       at = line.next)
    {
      if (!is_delimiter (&line))
        {
          open_row (speller, number);
          add_pipes (speller, &line);
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

static gboolean
may_start_table (const Line *line)
{
  char c = line->text[get_first (line)];

  return line->end > line->at && c != '\0' && (strchr ("+-|<", c) != NULL || is_bare_row (line));
}

/**
 * carrel_text_table_find:
 * @text: cleaned Markdown
 * @length: its bytes
 * @from: where to start, at the start of a line
 * @table: (out): where the next such table is
 *
 * Returns: whether there is one
 */
gboolean
carrel_text_table_find (const char *text, gsize length, gsize from, CarrelTextTable *table)
{
  Line line = { .text = text, .at = from, .end = from };
  Line above = line;
  gboolean in_code = FALSE;

  for (gsize at = from; read_line (text, length, at, &line); at = line.next)
    {
      if (is_fence (&line))
        in_code = !in_code;
      else if (!in_code && may_start_table (&line) && find_at (&line, &above, table))
        return TRUE;
      else if (!in_code && is_pipe_row (&line))
        line.next = skip_pipes (&line);
      above = line;
    }
  return FALSE;
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
  else
    *has_header = spell_pipes (&speller, text, table);
  if (!*has_header)
    prepend_head (&speller);
  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_string_free (speller.cells[i], TRUE);
  return g_string_free (speller.out, FALSE);
}
