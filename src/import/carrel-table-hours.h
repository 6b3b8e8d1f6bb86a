/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that say when people are there. */
#pragma once

#include "carrel-table-scanner.h"

G_BEGIN_DECLS

gboolean carrel_table_hours_are_of_people (const CarrelTableScanner *scanner);

G_END_DECLS
