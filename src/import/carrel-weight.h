/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of weights: what one line or one sentence says about the parts of a grade. */
#pragma once

#include "carrel-quantity.h"

G_BEGIN_DECLS

#define CARREL_WEIGHT_UNKNOWN G_GINT64_CONSTANT (-1)

/* One part of a grade. Numbers are millionths, or CARREL_WEIGHT_UNKNOWN. */
typedef struct
{
  char *name;
  gint64 percent; /* all of it */
  gint64 percent_each;
  gint64 points;
  gint64 points_each;
  int count; /* or -1 */
  gboolean is_bonus;
  gboolean is_open;    /* the page leaves the number open: "(?%)" */
  GPtrArray *children; /* of CarrelWeight */
  int drop_lowest;     /* or -1 */
  int drop_highest;    /* or -1 */
  int line;            /* of the page, 0 unknown */
  guint depth;         /* of the list it stands in */
  guint group_depth;   /* of the item without a weight that it stands below, or 0 */
} CarrelWeight;

CarrelWeight *carrel_weight_new (const char *name);
void carrel_weight_free (CarrelWeight *self);

CarrelWeight *carrel_weight_read_line (const CarrelWords *words, const char *text);
CarrelWeight *
carrel_weight_read_below (const CarrelWords *words, const char *name, const char *text);
CarrelWeight *carrel_weight_read_cells (const CarrelWords *words,
                                        const char *name,
                                        const char *weight,
                                        CarrelUnit unit);
GPtrArray *carrel_weight_read_sentence (const CarrelWords *words, const char *text);
gint64 carrel_weight_read_total (const CarrelWords *words, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelWeight, carrel_weight_free)

G_END_DECLS
