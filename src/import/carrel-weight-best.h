/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How many pieces of a part of the grade count. */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

gboolean carrel_weight_best_read_number (const CarrelWords *words,
                                         const char *text,
                                         int *number,
                                         gsize *length);
const char *
carrel_weight_best_find (const CarrelWords *words, const char *sentence, int *kept, int *all);

G_END_DECLS
