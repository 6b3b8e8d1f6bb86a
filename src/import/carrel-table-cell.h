/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of a table look like, whatever they mean. */
#pragma once

#include "carrel-page.h"
#include "carrel-words.h"

G_BEGIN_DECLS

gboolean carrel_table_cell_has_letters (const char *text);
gboolean carrel_table_cell_is_blank_row (const CarrelTableRow *cells, guint but);
gboolean carrel_table_cell_is_bold (const CarrelInline *cell);
char *carrel_table_cell_dup_dates (const CarrelTableRow *row, guint column);
gboolean carrel_table_cell_is_deadline (const char *cell);
gboolean carrel_table_cell_are_words (const CarrelBlock *block, guint from);
gboolean carrel_table_cell_are_family_first (const CarrelBlock *block, int column);
const char *carrel_table_cell_skip_names (const CarrelWords *words, const char *text);

G_END_DECLS
