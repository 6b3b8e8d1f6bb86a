/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables whose cells stand between tabs. */
#pragma once

#include "carrel-text-line.h"
#include "carrel-text-table.h"

G_BEGIN_DECLS

guint carrel_tab_table_count_cells (const CarrelTextLine *line);
gboolean carrel_tab_table_find (const CarrelTextLine *line, CarrelTextTable *table);

G_END_DECLS
