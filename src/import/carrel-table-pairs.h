/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of a key and a value: "Time | MWF 10-11". */
#pragma once

#include "carrel-table-scanner.h"

G_BEGIN_DECLS

void carrel_table_pairs_scan (CarrelTableScanner *scanner, int column);

G_END_DECLS
