/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a class or office hours are, as headings say it. */
#pragma once

#include "carrel-line-scanner.h"
#include "carrel-place.h"

G_BEGIN_DECLS

gboolean
carrel_place_heading_read_lead (const CarrelPage *page, const char *text, CarrelPlace *place);
gboolean carrel_place_heading_read_bare (const CarrelLineScanner *scanner,
                                         const char *text,
                                         CarrelPlace *place);
gboolean carrel_place_heading_read (const CarrelLineScanner *scanner, CarrelPlace *place);
gboolean carrel_place_heading_read_beside (const CarrelLineScanner *scanner, CarrelPlace *place);

G_END_DECLS
