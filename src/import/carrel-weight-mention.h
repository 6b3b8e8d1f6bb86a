/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each place of a text that says how much something counts: "10% each", "4 x 5%", "(?%)". */
#pragma once

#include "carrel-quantity.h"

G_BEGIN_DECLS

typedef struct
{
  gsize start; /* bytes of the text, with all words that belong to it */
  gsize end;
  gint64 value; /* millionths; -1 for "?%" */
  CarrelUnit unit;
  int count; /* of "4 x 5%", or -1 */
  gboolean is_each;
  gboolean is_of_pieces; /* "each of the 5 labs": the name stands before it */
  gboolean is_total;
  guint depth; /* of brackets around it */
} CarrelWeightMention;

GArray *carrel_weight_mention_find (const CarrelWords *words, const char *text);

G_END_DECLS
