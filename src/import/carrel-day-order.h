/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether numbers below each other are days that follow each other. */
#pragma once

#include "carrel-row-date.h"

G_BEGIN_DECLS

/* What may be days, or parts of a whole: "1/3", "2/3". */
typedef struct
{
  guint n;
  guint n_certain; /* that can be nothing but days */
  guint n_steps;   /* later than the day before */
  guint n_drops;   /* earlier than the day before */
  guint n_parts;   /* of the same whole as the one before */
  guint whole;
  gboolean is_doubtful; /* the last one */
  CarrelDate last;
} CarrelDayOrder;

void carrel_day_order_add (CarrelDayOrder *self, const CarrelRowDate *date, const char *numbers);
gboolean carrel_day_order_is_sure (const CarrelDayOrder *self);

G_END_DECLS
