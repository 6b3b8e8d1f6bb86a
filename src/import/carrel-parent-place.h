/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of a time that the line above it says. */
#pragma once

#include "carrel-line-scanner.h"

G_BEGIN_DECLS

gboolean carrel_parent_place_read (const CarrelLineScanner *scanner,
                                   gboolean is_hours,
                                   const char *prefix,
                                   CarrelPlace *place);

G_END_DECLS
