/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose place a label announces. */
#pragma once

#include "carrel-line-scanner.h"

G_BEGIN_DECLS

gboolean carrel_place_label_is_of_hours (const char *label);
gboolean carrel_place_label_is_of (const CarrelLineScanner *scanner,
                                   const CarrelOccasion *occasion,
                                   const char *label);

G_END_DECLS
