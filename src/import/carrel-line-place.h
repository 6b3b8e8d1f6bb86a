/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where something that a line announces takes place. */
#pragma once

#include "carrel-line-scanner.h"

G_BEGIN_DECLS

void carrel_line_place_set (const CarrelLineScanner *scanner,
                            CarrelOccasion *occasion,
                            const char *prefix,
                            const char *after,
                            gboolean is_below_label);
void carrel_line_place_set_of_table (const CarrelLineScanner *scanner, CarrelOccasion *occasion);
void carrel_line_place_set_behind (const CarrelLineScanner *scanner,
                                   CarrelOccasion *occasion,
                                   const char *rest);

G_END_DECLS
