/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which part of the grade a number in a sentence counts: "two midterm exams". */
#pragma once

#include "carrel-quantity.h"
#include "carrel-weight.h"

G_BEGIN_DECLS

/* More pieces than this are something else. */
#define CARREL_WEIGHT_MAX_COUNT 60

gboolean carrel_weight_count_announces (const char *sentence, const CarrelQuantity *quantity);
CarrelWeight *carrel_weight_count_find (GPtrArray *weights, const char *noun);
gsize carrel_weight_count_find_numbers (const char *name, int *count);

G_END_DECLS
