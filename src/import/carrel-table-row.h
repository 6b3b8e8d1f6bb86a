/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a table of classes or office hours. */
#pragma once

#include "carrel-table-scanner.h"

G_BEGIN_DECLS

void carrel_table_row_add_slot (CarrelTableScanner *scanner,
                                const CarrelTableRow *row,
                                const CarrelSlot *slot,
                                const char *after);
void carrel_table_row_add_appointment (CarrelTableScanner *scanner,
                                       const CarrelTableRow *row,
                                       const char *person);
gboolean carrel_table_row_says_appointment (const CarrelTableScanner *scanner, const char *text);
char *carrel_table_row_dup_person (CarrelTableScanner *scanner, const CarrelTableRow *row);

G_END_DECLS
