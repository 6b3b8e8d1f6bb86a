/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that lay out a page. */
#pragma once

#include "carrel-markdown.h"

G_BEGIN_DECLS

GPtrArray *carrel_page_cells_read (const CarrelBlock *block, GArray *numbers);
gboolean carrel_page_cells_are_lines (const CarrelBlock *block);

G_END_DECLS
