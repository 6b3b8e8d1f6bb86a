/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The date of a cell of a schedule. */
#pragma once

#include "carrel-schedule-reader.h"

G_BEGIN_DECLS

/* Days of nothing but numbers below each other, which may be parts of a whole: "1/3", "2/3". */
typedef struct
{
  guint n;
  guint n_steps; /* later than the day before */
  guint n_parts; /* of the whole of the first */
  guint whole;
  int last;
} CarrelDayOrder;

gsize carrel_cell_date_match_week (const CarrelScheduleReader *self, const char *cell);
gboolean carrel_cell_date_is_only (const CarrelScheduleReader *self, const char *rest);
gboolean
carrel_cell_date_read (const CarrelScheduleReader *self, const char *cell, CarrelRowDate *date);
gboolean carrel_cell_date_is_behind_class (const char *cell, const CarrelRowDate *date);
void carrel_day_order_add (CarrelDayOrder *self, const char *text, const CarrelRowDate *date);
gboolean carrel_day_order_is_sure (const CarrelDayOrder *self);

G_END_DECLS
