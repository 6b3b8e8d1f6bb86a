/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The name of a part of a grade, cut out of the words around its weight. */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_NAME_BEFORE, /* "Homework: 10%": the words before the weight */
  CARREL_NAME_AFTER,  /* "10% homework (weekly)": the words after it */
} CarrelNameSide;

char *carrel_weight_name_cut (
    const CarrelWords *words, const char *text, gsize length, CarrelNameSide side, int *count);
gboolean carrel_weight_name_is_like (const char *name, const char *other);
gboolean carrel_weight_name_is_in (const char *name, const char *text, gsize length);
gboolean carrel_weight_name_is_name (const char *text, gboolean is_in_sentence);

gboolean carrel_weight_name_is_of_spans (const char *text);

G_END_DECLS
