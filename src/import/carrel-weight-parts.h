/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of its own may divide one part of a grade. */
#pragma once

#include "carrel-weight-list.h"

G_BEGIN_DECLS

void
carrel_weight_parts_attach (const CarrelPage *page, GPtrArray *lists, const CarrelWeightList *best);
void carrel_weight_parts_drop_restated (CarrelWeightList *list);
void carrel_weight_parts_drop_completed (GPtrArray *lists);
void carrel_weight_parts_drop_pieces (GPtrArray *lists);
guint carrel_weight_parts_count_whole (const GPtrArray *weights);
gboolean carrel_weight_parts_are_same (const CarrelWeightList *list, const CarrelWeightList *other);
void carrel_weight_parts_drop_numbers (CarrelWeightList *list);
gboolean carrel_weight_parts_are_two (const char *name);

G_END_DECLS
