/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights said as what is left: "the project is 60%, with the exam making up the rest". */
#pragma once

#include "carrel-weight.h"

G_BEGIN_DECLS

GPtrArray *carrel_weight_rest_read_sentence (const CarrelWords *words,
                                             const char *text,
                                             gboolean *is_completed);
char *carrel_weight_rest_dup_sure (const char *text);
gboolean carrel_weight_rest_goes_on (const char *text, const char *before);

G_END_DECLS
