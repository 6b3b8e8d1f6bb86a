/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words before a weight in a sentence, among which is its name. */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

char *carrel_weight_beside_dup_lead (const CarrelWords *words, const char *text, gsize until);
char *carrel_weight_beside_dup_between (const CarrelWords *words,
                                        const char *text,
                                        gsize from,
                                        gsize until);
char *
carrel_weight_beside_cut_name (const CarrelWords *words, const char *text, gsize until, int *count);

G_END_DECLS
