/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds tables (and HTML headings) that the Markdown parser would not see, or not see whole. */
#define G_LOG_DOMAIN "carrel-text-table"

#include "config.h"

#include "carrel-text-table.h"

#include "carrel-char-finder.h"
#include "carrel-tab-table.h"
#include "carrel-text-line.h"

#include <string.h>

/* The most lines of the head of a multiline table. */
#define MAX_HEAD_LINES 4

static gboolean
has_pipe (const CarrelTextLine *line)
{
  return line->end > line->at && memchr (line->text + line->at, '|', line->end - line->at) != NULL;
}

/* "#  | Week | Topic": the head of a column of numbers, to CommonMark a heading. */
static gboolean
starts_with_number_sign (const CarrelTextLine *line)
{
  gsize first = carrel_text_line_get_first (line);
  gsize at = first + 1;

  while (at < line->end && line->text[at] == ' ')
    at++;
  return line->text[first] == '#' && at < line->end && line->text[at] == '|';
}

/* An item, a quotation, a heading or a fence. */
static gboolean
starts_block (const CarrelTextLine *line)
{
  gsize first = carrel_text_line_get_first (line);

  if (starts_with_number_sign (line))
    return FALSE;
  return strchr ("*-+>#`", line->text[first]) != NULL
         || (g_ascii_isdigit (line->text[first]) && strchr (".)", line->text[first + 1]) != NULL);
}

/* A row without a pipe at its edge: cells between pipes that stand alone. */
static gboolean
is_bare_row (const CarrelTextLine *line)
{
  gsize first = carrel_text_line_get_first (line);
  guint n_pipes = 0;

  if (!has_pipe (line) || starts_block (line))
    return FALSE;
  for (gsize i = first + 1; i + 1 < line->end; i++)
    if (line->text[i] == '|' && line->text[i - 1] == ' ' && line->text[i + 1] == ' ')
      n_pipes++;
  return n_pipes >= 2;
}

static gboolean
find_grid (const CarrelTextLine *line, const CarrelTextLine *above, CarrelTextTable *table)
{
  CarrelTextLine below = *line;
  guint n_lines = 0;

  if (!carrel_text_line_consists_of (line, "+-=: ") || line->text[line->end - 1] != '+'
      || line->end - line->at < 3)
    return FALSE;
  while (carrel_text_line_read (line->text, line->length, below.next, &below)
         && below.end > below.at
         && strchr ("+|", line->text[carrel_text_line_get_first (&below)]) != NULL)
    {
      table->end = below.next;
      n_lines++;
    }
  table->kind = CARREL_TEXT_TABLE_GRID;
  table->start = line->at;
  return n_lines >= 2;
}

/* Rows between two lines of as many runs of dashes: a simple table without a head. */
static gboolean
find_headless (const CarrelTextLine *line, guint n_runs, CarrelTextTable *table)
{
  CarrelTextLine below = *line;

  table->kind = CARREL_TEXT_TABLE_SIMPLE;
  table->start = line->at;
  for (guint n_rows = 0;
       carrel_text_line_read (line->text, line->length, below.next, &below) && below.end > below.at;
       n_rows++)
    {
      table->end = below.next;
      if (carrel_text_line_count_dash_runs (&below) > 0)
        return n_rows > 0 && carrel_text_line_count_dash_runs (&below) == n_runs;
    }
  return FALSE;
}

/* A line of dashes in two or more runs, below a head or below a line of dashes and a head, or above
 * rows and another such line. */
static gboolean
find_simple (const CarrelTextLine *line, const CarrelTextLine *above, CarrelTextTable *table)
{
  CarrelTextLine below = *line;
  guint n_rows = 0;
  gboolean has_head = above->end > above->at && line->at > 0;

  if (carrel_text_line_count_dash_runs (line) < 2)
    return FALSE;
  if (!has_head)
    return find_headless (line, carrel_text_line_count_dash_runs (line), table);
  table->kind = CARREL_TEXT_TABLE_SIMPLE;
  table->start = above->at;
  table->end = line->next;
  while (carrel_text_line_read (line->text, line->length, below.next, &below))
    {
      if (below.end == below.at)
        break;
      table->end = below.next;
      if (carrel_text_line_count_dash_runs (&below) > 0)
        break;
      n_rows++;
    }
  return n_rows > 0;
}

/* The line of two or more runs of dashes below the head of a multiline table, which starts with a
 * line of dashes at @line that is as wide. */
static gboolean
find_runs (const CarrelTextLine *line, CarrelTextLine *runs)
{
  guint n_lines = 0;

  *runs = *line;
  while (n_lines <= MAX_HEAD_LINES
         && carrel_text_line_read (line->text, line->length, runs->next, runs)
         && runs->end > runs->at)
    {
      if (carrel_text_line_count_dash_runs (runs) > 0)
        return n_lines > 0 && carrel_text_line_count_dash_runs (runs) > 1
               && (line->end - line->at) * 5 >= (runs->end - runs->at) * 4;
      n_lines++;
    }
  return FALSE;
}

/* Rows with blank lines between them, from below @line to a line of dashes. */
static gboolean
find_rows_between_blanks (const CarrelTextLine *line, CarrelTextTable *table)
{
  CarrelTextLine below = *line;
  guint n_blanks = 0;
  gboolean has_row = FALSE;

  while (carrel_text_line_read (line->text, line->length, below.next, &below)
         && line->text[carrel_text_line_get_first (&below)] != '#')
    {
      gboolean is_blank = below.end == below.at;

      table->end = below.next;
      if (!is_blank && carrel_text_line_count_dash_runs (&below) > 0)
        return n_blanks > 0;
      n_blanks += is_blank && has_row ? 1 : 0;
      has_row = has_row || !is_blank;
    }
  return FALSE;
}

/* Pandoc's multiline table: a line of dashes, a head, runs of dashes, rows with blank lines between
 * them, and a line of dashes. */
static gboolean
find_multiline (const CarrelTextLine *line, const CarrelTextLine *above, CarrelTextTable *table)
{
  CarrelTextLine runs = *line;

  table->kind = CARREL_TEXT_TABLE_MULTILINE;
  table->start = line->at;
  return above->end == above->at && carrel_text_line_count_dash_runs (line) == 1
         && find_runs (line, &runs) && find_rows_between_blanks (&runs, table);
}

/* md4c wants three marks in each cell of a delimiter row, GFM one. */
static gboolean
is_long_delimiter (const CarrelTextLine *line)
{
  gsize n = 0;

  if (!carrel_text_line_is_delimiter (line))
    return FALSE;
  for (gsize i = carrel_text_line_get_first (line); i < line->end; i++)
    {
      if (line->text[i] == '|' && n > 0 && n < 3)
        return FALSE;
      n = line->text[i] == '|' ? 0 : n + (line->text[i] == '-' || line->text[i] == ':');
    }
  return n == 0 || n >= 3;
}

/* md4c skips a cell without even a blank between its pipes: those after it would move. */
static gboolean
has_bare_cells (const CarrelTextLine *line)
{
  CarrelTextLine row = *line;
  gboolean is_row = TRUE;

  while (is_row && has_pipe (&row))
    {
      for (gsize i = row.at; i + 1 < row.end; i++)
        if (row.text[i] == '|' && row.text[i + 1] == '|'
            && (i == row.at || row.text[i - 1] != '\\'))
          return TRUE;
      is_row = carrel_text_line_read (row.text, row.length, row.next, &row);
    }
  return FALSE;
}

/* "    | Tu | 30" below "Aug. | Th | 25": the first cell is left blank, and to GFM there is none.
 */
static gboolean
has_blank_first_cells (const CarrelTextLine *line)
{
  CarrelTextLine row = *line;
  guint n_cells = carrel_text_line_count_cells (line);

  if (carrel_text_line_get_first (line) > line->at)
    return FALSE;
  while (carrel_text_line_read (row.text, row.length, row.next, &row) && has_pipe (&row))
    if (carrel_text_line_leaves_first_cell (&row)
        && carrel_text_line_count_cells (&row) + 1 == n_cells)
      return TRUE;
  return FALSE;
}

/* A head after a blank line, with as many cells as the delimiter row below it. */
static gboolean
is_gfm_head (const CarrelTextLine *line, const CarrelTextLine *above)
{
  CarrelTextLine below = *line;

  return above->end == above->at && has_pipe (line) && !starts_block (line)
         && !starts_with_number_sign (line)
         && carrel_text_line_read (line->text, line->length, line->next, &below)
         && is_long_delimiter (&below)
         && carrel_text_line_count_cells (&below) == carrel_text_line_count_cells (line);
}

/* GFM takes such a head and its rows, and what stands below a head without a pipe in front. */
static gboolean
is_gfm (const CarrelTextLine *line, const CarrelTextLine *above)
{
  if (is_long_delimiter (line))
    return above->end > above->at && !carrel_text_line_is_pipe_row (above)
           && carrel_text_line_count_cells (above) == carrel_text_line_count_cells (line);
  return is_gfm_head (line, above) && !has_bare_cells (line) && !has_blank_first_cells (line);
}

/* What md4c takes for no delimiter row of @n_cells, or for one of fewer columns. */
static gboolean
is_odd_delimiter (const CarrelTextLine *line, guint n_cells)
{
  return carrel_text_line_is_delimiter (line) && has_pipe (line)
         && (carrel_text_line_count_cells (line) < n_cells
             || (carrel_text_line_count_cells (line) == n_cells && !is_long_delimiter (line)));
}

/* A head without outer pipes above a delimiter row that lacks cells or marks ("-|-"), or one that
 * starts with a number sign: kramdown and readers take it for a table of all its columns. */
static gboolean
is_odd_head (const CarrelTextLine *line, const CarrelTextLine *above)
{
  CarrelTextLine below = *line;
  guint n_cells = carrel_text_line_count_cells (line);

  if (above->end > above->at || carrel_text_line_is_pipe_row (line) || !has_pipe (line)
      || starts_block (line) || n_cells < 2
      || !carrel_text_line_read (line->text, line->length, line->next, &below))
    return FALSE;
  return is_odd_delimiter (&below, n_cells)
         || (starts_with_number_sign (line) && is_long_delimiter (&below)
             && carrel_text_line_count_cells (&below) == n_cells);
}

/* A head of nothing but pipes, of any number, above a delimiter row: kramdown's table without a
 * head. */
static gboolean
is_empty_head (const CarrelTextLine *line)
{
  CarrelTextLine below = *line;

  return has_pipe (line) && carrel_text_line_consists_of (line, "| \t")
         && carrel_text_line_read (line->text, line->length, line->next, &below)
         && carrel_text_line_is_delimiter (&below) && has_pipe (&below)
         && carrel_text_line_count_cells (&below) >= 2;
}

static gboolean
is_head (const CarrelTextLine *line, const CarrelTextLine *above)
{
  return is_gfm_head (line, above) || is_odd_head (line, above);
}

/* Rows without outer pipes need to be three, and to start after a blank line. */
static gboolean
may_start_rows (const CarrelTextLine *line, const CarrelTextLine *above)
{
  if (is_gfm (line, above))
    return FALSE;
  if (is_empty_head (line))
    return TRUE;
  if (carrel_text_line_is_pipe_row (line))
    return carrel_text_line_count_cells (line) >= 2;
  return is_head (line, above) || (is_bare_row (line) && above->end == above->at);
}

/* "Ann Lee | TA | Mon 2-3 |" below "| Name | Role | Hours |": as many cells, without the first
 * pipe.
 */
static gboolean
is_row_below (const CarrelTextLine *line, const CarrelTextLine *first)
{
  guint n_cells = carrel_text_line_count_cells (first);

  return n_cells >= 3 && is_bare_row (line) && carrel_text_line_count_cells (line) == n_cells;
}

/* Whether a table that starts without a pipe, below the head of GFM or not, goes on. */
static gboolean
is_next_row (const CarrelTextLine *line,
             const CarrelTextLine *first,
             gboolean is_bare,
             gboolean has_head)
{
  if (has_head)
    return has_pipe (line);
  return is_bare ? is_bare_row (line) || carrel_text_line_is_delimiter (line)
                 : carrel_text_line_is_pipe_row (line) || is_row_below (line, first);
}

/* Rows of pipes that GFM would not take as a table. */
static gboolean
find_pipes (const CarrelTextLine *line, const CarrelTextLine *above, CarrelTextTable *table)
{
  CarrelTextLine below = *line;
  guint n_rows = carrel_text_line_is_delimiter (line) ? 0 : 1;
  gboolean is_bare = !carrel_text_line_is_pipe_row (line);
  gboolean has_head = is_empty_head (line) || (is_bare && is_head (line, above));

  if (!may_start_rows (line, above))
    return FALSE;
  table->kind = CARREL_TEXT_TABLE_PIPES;
  table->start = line->at;
  table->end = line->next;
  while (carrel_text_line_read (line->text, line->length, below.next, &below)
         && is_next_row (&below, line, is_bare, has_head))
    {
      n_rows += !carrel_text_line_is_delimiter (&below);
      table->end = below.next;
    }
  return n_rows >= (is_bare && !has_head ? 3 : 2);
}

/* Whether a line goes on a row of a list table that starts at @indent: a cell or more text. */
static gboolean
is_in_list (const CarrelTextLine *line, gsize indent)
{
  return line->end == line->at || carrel_text_line_get_first (line) - line->at > indent;
}

/* Whether a row of a list table starts at @indent. */
static gboolean
starts_list_row (const CarrelTextLine *line, gsize indent)
{
  gboolean starts_row = FALSE;

  carrel_text_line_find_cell (line, &starts_row);
  return starts_row && carrel_text_line_get_first (line) - line->at == indent;
}

/* The end of a row of a list table, where the next one may start, and how many cells it has. */
static guint
count_row_cells (CarrelTextLine *line, gsize indent, gsize *end)
{
  guint n_cells = 0;
  gboolean starts_row = TRUE;
  gboolean is_more;

  do
    {
      n_cells += carrel_text_line_find_cell (line, &starts_row) > 0 ? 1 : 0;
      *end = line->end > line->at ? line->next : *end;
      is_more = carrel_text_line_read (line->text, line->length, line->next, line);
      if (is_more)
        carrel_text_line_find_cell (line, &starts_row);
    }
  while (is_more && !starts_row && is_in_list (line, indent));
  return n_cells;
}

/* MyST's "{list-table}": two rows or more, "* - cell" with "  - cell" below, of as many cells. */
static gboolean
find_list (const CarrelTextLine *line, CarrelTextTable *table)
{
  CarrelTextLine row = *line;
  gsize indent = carrel_text_line_get_first (line) - line->at;
  gsize end = line->next;
  guint n_rows = 0;
  guint n_columns = 0;

  table->kind = CARREL_TEXT_TABLE_LIST;
  table->start = table->end = line->at;
  while (starts_list_row (&row, indent) && row.at >= table->end)
    {
      guint n_cells = count_row_cells (&row, indent, &end);

      if (n_cells < 2 || (n_rows > 0 && n_cells != n_columns))
        break;
      n_columns = n_cells;
      table->end = end;
      n_rows++;
    }
  return n_rows >= 2;
}

static gboolean
has_blank_line (const char *text, gsize from, gsize until)
{
  CarrelTextLine line = { 0 };

  for (gsize at = from; at < until && carrel_text_line_read (text, until, at, &line);
       at = line.next)
    if (line.end == line.at)
      return TRUE;
  return FALSE;
}

static gboolean
starts_html_table (const CarrelTextLine *line)
{
  const char *start = line->text + carrel_text_line_get_first (line);

  return line->text + line->length - start > 6 && g_ascii_strncasecmp (start, "<table", 6) == 0
         && strchr (" \t\n\r>", start[6]) != NULL;
}

/* An HTML heading: md4c before 0.5 takes it for words of a paragraph. */
static gboolean
find_html_heading (const CarrelTextLine *line, CarrelTextTable *table)
{
  const char *tag = line->text + carrel_text_line_get_first (line);
  CarrelTextLine below = *line;

  if ((tag[1] != 'h' && tag[1] != 'H') || tag[2] < '1' || tag[2] > '6'
      || strchr (" \t>", tag[3]) == NULL)
    return FALSE;
  table->kind = CARREL_TEXT_TABLE_HTML;
  table->start = line->at;
  table->end = line->next;
  /* A table below may have blank lines: it is found for itself. */
  while (carrel_text_line_read (line->text, line->length, table->end, &below)
         && below.end > below.at && !starts_html_table (&below))
    table->end = below.next;
  return TRUE;
}

/* Where the element @name that starts at @start ends, before its last tag; NULL when none does. */
static const char *
find_element_end (const char *start, const char *limit, const char *name)
{
  gsize n = strlen (name);
  guint n_open = 0;

  for (const char *at = start; at != NULL && at + n + 2 < limit;
       at = memchr (at + 1, '<', (gsize) (limit - at - 1)))
    {
      if (g_ascii_strncasecmp (at + 1, name, n) == 0 && !g_ascii_isalnum (at[n + 1]))
        n_open++;
      else if (n_open > 0 && at[1] == '/' && g_ascii_strncasecmp (at + 2, name, n) == 0)
        n_open--;
      if (n_open == 0)
        return at > start ? at : NULL;
    }
  return NULL;
}

/* An HTML table or list of terms with a blank line inside, which ends an HTML block of CommonMark.
 */
static gboolean
find_html (const CarrelTextLine *line, CarrelTextTable *table)
{
  static const char *const names[] = { "table", "dl" };
  const char *start = line->text + carrel_text_line_get_first (line);
  const char *limit = line->text + line->length;
  const char *end = NULL;
  CarrelTextLine last = { 0 };

  for (gsize i = 0; end == NULL && i < G_N_ELEMENTS (names); i++)
    end = find_element_end (start, limit, names[i]);
  if (end == NULL)
    return FALSE;
  table->kind = CARREL_TEXT_TABLE_HTML;
  table->start = line->at;
  carrel_text_line_read (line->text, line->length, (gsize) (end - line->text), &last);
  table->end = last.next;
  return has_blank_line (line->text, table->start, (gsize) (end - line->text));
}

/* All of a line that starts with @first after its blanks. */
static gboolean
is_fence (const CarrelTextLine *line, char first)
{
  return (first == '`' && carrel_text_line_starts_with (line, "```"))
         || (first == '~' && carrel_text_line_starts_with (line, "~~~"));
}

static gboolean
find_tabs (const CarrelTextLine *line, CarrelTextTable *table)
{
  return memchr (line->text + line->at, '\t', line->end - line->at) != NULL && !has_pipe (line)
         && carrel_tab_table_find (line, table);
}

/* HTML; "<span></span> | <span></span>" is a head left blank. */
static gboolean
find_tag (const CarrelTextLine *line, const CarrelTextLine *above, CarrelTextTable *table)
{
  return find_html_heading (line, table) || find_html (line, table)
         || (has_pipe (line) && find_pipes (line, above, table));
}

static gboolean
find_at (const CarrelTextLine *line,
         char first,
         const CarrelTextLine *above,
         CarrelTextTable *table)
{
  switch (first)
    {
    case '+':
      return find_grid (line, above, table);
    case '-':
      return find_simple (line, above, table) || find_multiline (line, above, table)
             || find_list (line, table);
    case '*':
      return find_list (line, table) || find_pipes (line, above, table);
    case '|':
      return find_pipes (line, above, table);
    case '<':
      return find_tag (line, above, table);
    default:
      return find_pipes (line, above, table) || find_tabs (line, table);
    }
}

/* The end of a table that is well as it is: no search inside it. */
static gsize
skip_pipes (const CarrelTextLine *line)
{
  CarrelTextLine below = *line;
  gsize next = line->next;

  while (carrel_text_line_read (line->text, line->length, next, &below)
         && carrel_text_line_is_pipe_row (&below))
    next = below.next;
  return next;
}

static gboolean
may_start_table (const CarrelTextLine *line,
                 char first,
                 CarrelCharFinder *pipes,
                 CarrelCharFinder *tabs)
{
  if (line->end == line->at)
    return FALSE;
  switch (first)
    {
    case '\0':
      return FALSE;
    case '+':
    case '-':
    case '*':
    case '|':
    case '<':
      return TRUE;
    default:
      return carrel_char_finder_is_in (pipes, line->text, line->length, line->at, line->end)
             || carrel_char_finder_is_in (tabs, line->text, line->length, line->at, line->end);
    }
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
  CarrelTextLine line = { .text = text, .at = from, .end = from };
  CarrelTextLine above = line;
  CarrelCharFinder pipes = { .what = '|' };
  CarrelCharFinder tabs = { .what = '\t' };
  gboolean in_code = FALSE;

  for (gsize at = from; carrel_text_line_read (text, length, at, &line); at = line.next)
    {
      char first = text[carrel_text_line_get_first (&line)];

      if (is_fence (&line, first))
        in_code = !in_code;
      else if (!in_code && may_start_table (&line, first, &pipes, &tabs))
        {
          if (find_at (&line, first, &above, table))
            return TRUE;
          if (carrel_text_line_is_pipe_row (&line))
            line.next = skip_pipes (&line);
        }
      above = line;
    }
  return FALSE;
}
