/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The row that names the columns of a table, marked as such by the page or not. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

const CarrelTableRow *carrel_table_head_find (const CarrelPage *page, const CarrelBlock *block);
gboolean carrel_table_head_is_first (const CarrelPage *page, const CarrelBlock *block);
gboolean carrel_table_head_is (const CarrelTableRow *head, const CarrelTableRow *row);
gboolean carrel_table_head_is_numbered (const CarrelPage *page,
                                        const CarrelBlock *block,
                                        const CarrelTableRow *head,
                                        guint section);
char *carrel_table_head_dup_label (const CarrelTableRow *header, guint column);

G_END_DECLS
