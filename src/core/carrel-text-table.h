/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that GFM does not know or refuses: Pandoc's grid, simple and multiline tables, MyST's
 * lists of rows, rows of pipes with no or a wrong delimiter row, cells between tabs, HTML tables
 * with blank lines inside. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CARREL_TEXT_TABLE_GRID,
  CARREL_TEXT_TABLE_SIMPLE,
  CARREL_TEXT_TABLE_MULTILINE,
  CARREL_TEXT_TABLE_PIPES,
  CARREL_TEXT_TABLE_LIST,
  CARREL_TEXT_TABLE_TABS,
  CARREL_TEXT_TABLE_HTML,
} CarrelTextTableKind;

typedef struct
{
  CarrelTextTableKind kind;
  gsize start; /* bytes of the text, at the start of a line */
  gsize end;   /* after the line end */
} CarrelTextTable;

gboolean
carrel_text_table_find (const char *text, gsize length, gsize from, CarrelTextTable *table);
char *carrel_text_table_to_gfm (const char *text,
                                const CarrelTextTable *table,
                                GArray *lines,
                                gboolean *has_header);

G_END_DECLS
