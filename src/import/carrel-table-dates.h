/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates that a cell of a table does not say alone. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

GPtrArray *carrel_table_dates_read (const CarrelPage *page,
                                    const CarrelBlock *block,
                                    const CarrelTableRow *head,
                                    guint *column);

G_END_DECLS
