/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of a page while what is not to be read is blanked in place. */
#pragma once

#include "carrel-char-finder.h"
#include "carrel-markdown.h"

G_BEGIN_DECLS

/* How far MkDocs indents what belongs to "!!! note". */
#define CARREL_DIALECT_INDENT 4

/* MyST's directives inside each other. */
#define CARREL_DIALECT_MAX_DIRECTIVES 8

typedef struct
{
  CarrelMarkdownFlags flags;
  char *text;
  gsize length;
  gsize at;  /* start of the line */
  gsize end; /* of the line, without its line end */
  CarrelCharFinder tags;
  CarrelCharFinder braces;
  CarrelCharFinder carets;
  char fence; /* of the code block that is open, or NUL */
  gsize n_fence;
  gboolean has_open_comment; /* a comment was not closed: none behind it is */
  gboolean after_text;       /* the line above is text */
  gboolean after_gap;        /* the line above is blank, and the one above that text */
  gboolean in_table;         /* a line of dashes above makes the lines rows */
  gboolean after_marker;     /* the line above opens an admonition: options may follow */
  gsize indent;              /* of the lines of a MkDocs admonition, 0 outside of one */
  gsize n_ticks[CARREL_DIALECT_MAX_DIRECTIVES]; /* of the fences of the MyST directives around the
                                                   line */
  guint n_directives;
} CarrelDialectLine;

void carrel_dialect_line_blank (CarrelDialectLine *line, gsize from, gsize until);
gsize carrel_dialect_line_find (CarrelDialectLine *line, gsize from, gsize until, const char *what);
gsize carrel_dialect_line_count_run (CarrelDialectLine *line, gsize at, char c);
gboolean carrel_dialect_line_starts_with (CarrelDialectLine *line, gsize at, const char *what);
void carrel_dialect_line_apply (CarrelDialectLine *line, gsize first);

G_END_DECLS
