/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of a text, looked at where it stands, and what it may be in a table. */
#define G_LOG_DOMAIN "carrel-text-line"

#include "config.h"

#include "carrel-text-line.h"

#include <string.h>

/**
 * carrel_text_line_read:
 * @text: a text
 * @length: its bytes
 * @at: the start of a line
 * @line: (out): the line there, without its line end and the blanks before it
 *
 * Returns: whether there is one: @line is untouched at the end of @text
 */
gboolean
carrel_text_line_read (const char *text, gsize length, gsize at, CarrelTextLine *line)
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

/**
 * carrel_text_line_consists_of:
 * @line: a line
 * @chars: ASCII characters
 *
 * Returns: whether @line is not empty and has only @chars
 */
gboolean
carrel_text_line_consists_of (const CarrelTextLine *line, const char *chars)
{
  return line->end > line->at && strspn (line->text + line->at, chars) >= line->end - line->at;
}

/**
 * carrel_text_line_starts_with:
 * @line: a line
 * @what: ASCII characters
 *
 * Returns: whether the first characters of @line that are no blanks are @what
 */
gboolean
carrel_text_line_starts_with (const CarrelTextLine *line, const char *what)
{
  gsize first = carrel_text_line_get_first (line);
  gsize n = strlen (what);

  return line->end - first >= n && memcmp (line->text + first, what, n) == 0;
}

/**
 * carrel_text_line_count_dash_runs:
 * @line: a line
 *
 * Returns: the number of runs of three and more dashes of a line that has nothing else, or 0
 */
guint
carrel_text_line_count_dash_runs (const CarrelTextLine *line)
{
  guint n_runs = 0;

  if (!carrel_text_line_starts_with (line, "---") || !carrel_text_line_consists_of (line, "- "))
    return 0;
  for (gsize i = carrel_text_line_get_first (line); i < line->end;)
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

/**
 * carrel_text_line_count_cells:
 * @line: a line
 *
 * Returns: how many cells it has between pipes that no backslash escapes
 */
guint
carrel_text_line_count_cells (const CarrelTextLine *line)
{
  guint n_cells = 1;

  for (gsize i = carrel_text_line_get_first (line) + 1; i < line->end; i++)
    if (line->text[i] == '|' && line->text[i - 1] != '\\' && i + 1 < line->end)
      n_cells++;
  return n_cells;
}

/**
 * carrel_text_line_is_delimiter:
 * @line: a line
 *
 * Returns: whether it could be what GFM has below the head of a table
 */
gboolean
carrel_text_line_is_delimiter (const CarrelTextLine *line)
{
  return carrel_text_line_consists_of (line, "|:- \t")
         && memchr (line->text + line->at, '-', line->end - line->at) != NULL;
}

/**
 * carrel_text_line_is_pipe_row:
 * @line: a line
 *
 * Returns: whether it starts with a pipe and is no indented code
 */
gboolean
carrel_text_line_is_pipe_row (const CarrelTextLine *line)
{
  gsize first = carrel_text_line_get_first (line);

  return first < line->end && line->text[first] == '|' && first < line->at + 4;
}

/**
 * carrel_text_line_leaves_first_cell:
 * @line: a row of a table whose head has no pipe in front
 *
 * Returns: whether nothing but blanks stands where the first cell is
 */
gboolean
carrel_text_line_leaves_first_cell (const CarrelTextLine *line)
{
  gsize first = carrel_text_line_get_first (line);

  return first > line->at && first < line->end && line->text[first] == '|';
}

/* Whether an item starts at @at: "- text", or "-" at the end of the line. */
static gboolean
is_item (const CarrelTextLine *line, gsize at)
{
  return at < line->end && (line->text[at] == '*' || line->text[at] == '-')
         && (at + 1 == line->end || line->text[at + 1] == ' ');
}

/**
 * carrel_text_line_find_cell:
 * @line: a line of a table that is written as a list of lists, as in reStructuredText and MyST:
 *   "* - first cell" and "  - next cell"
 * @starts_row: (out): whether the line starts a row
 *
 * Returns: where the text of the cell starts; 0 when the line starts none
 */
gsize
carrel_text_line_find_cell (const CarrelTextLine *line, gboolean *starts_row)
{
  gsize first = carrel_text_line_get_first (line);
  gsize at = first;

  *starts_row = FALSE;
  if (!is_item (line, at))
    return 0;
  for (at++; at < line->end && line->text[at] == ' '; at++)
    ;
  *starts_row = is_item (line, at);
  if (*starts_row)
    return at + 1;
  return first > line->at ? first + 1 : 0;
}
