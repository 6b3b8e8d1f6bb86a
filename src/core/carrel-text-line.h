/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of a text, looked at where it stands, and what it may be in a table. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  gsize length;
  gsize at;  /* start of the line */
  gsize end; /* of the line, without its line end */
  gsize next;
} CarrelTextLine;

/* Where the first character of the line is that is no blank. */
static inline gsize
carrel_text_line_get_first (const CarrelTextLine *line)
{
  gsize first = line->at;

  while (first < line->end && g_ascii_isspace (line->text[first]))
    first++;
  return first;
}

gboolean carrel_text_line_read (const char *text, gsize length, gsize at, CarrelTextLine *line);
gboolean carrel_text_line_consists_of (const CarrelTextLine *line, const char *chars);
gboolean carrel_text_line_starts_with (const CarrelTextLine *line, const char *what);
guint carrel_text_line_count_dash_runs (const CarrelTextLine *line);
guint carrel_text_line_count_cells (const CarrelTextLine *line);
gboolean carrel_text_line_is_delimiter (const CarrelTextLine *line);
gboolean carrel_text_line_is_pipe_row (const CarrelTextLine *line);
gboolean carrel_text_line_leaves_first_cell (const CarrelTextLine *line);
gsize carrel_text_line_find_cell (const CarrelTextLine *line, gboolean *starts_row);

G_END_DECLS
