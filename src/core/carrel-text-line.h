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

gboolean carrel_text_line_read (const char *text, gsize length, gsize at, CarrelTextLine *line);
gboolean carrel_text_line_consists_of (const CarrelTextLine *line, const char *chars);
gsize carrel_text_line_get_first (const CarrelTextLine *line);
guint carrel_text_line_count_dash_runs (const CarrelTextLine *line);
guint carrel_text_line_count_cells (const CarrelTextLine *line);
gboolean carrel_text_line_is_delimiter (const CarrelTextLine *line);
gboolean carrel_text_line_is_pipe_row (const CarrelTextLine *line);
gsize carrel_text_line_find_cell (const CarrelTextLine *line, gboolean *starts_row);

G_END_DECLS
