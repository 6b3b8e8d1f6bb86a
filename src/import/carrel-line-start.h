/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a time without an end is that of a class. */
#pragma once

#include "carrel-line-scanner.h"

G_BEGIN_DECLS

gboolean carrel_line_start_is_alone (const CarrelLineScanner *scanner, const CarrelSlot *slot);
gboolean carrel_line_start_is_of_class (const CarrelLineScanner *scanner, const CarrelSlot *slot);
gboolean carrel_line_start_is_weekly (const CarrelLineScanner *scanner, const CarrelSlot *slot);
gboolean carrel_line_start_is_behind_term (const CarrelLineScanner *scanner,
                                           const CarrelSlot *slot);
gboolean carrel_line_start_is_whole (const CarrelLineScanner *scanner, const CarrelSlot *slot);
char *carrel_line_start_find_class (const CarrelWords *words, char *text);
char *carrel_line_start_find_label (char *text);
gboolean carrel_line_start_has_time (const CarrelLineScanner *scanner, const char *text);

G_END_DECLS
