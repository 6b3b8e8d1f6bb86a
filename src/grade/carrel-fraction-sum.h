/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sums of many products of fractions. Marks are small numbers over a few denominators, so that most
 * sums are made of machine words, a denominator apart; what does not fit is summed by GMP. */
#pragma once

#include "carrel-rational.h"

G_BEGIN_DECLS

#define CARREL_FRACTION_SUM_BINS 24

typedef struct
{
  gint64 denominators[CARREL_FRACTION_SUM_BINS];
  gint64 numerators[CARREL_FRACTION_SUM_BINS];
  guint n_bins;
  guint last;
  gboolean has_rest;
  mpq_t rest;
} CarrelFractionSum;

void carrel_fraction_sum_init (CarrelFractionSum *self);
void carrel_fraction_sum_clear (CarrelFractionSum *self);
void carrel_fraction_sum_add (CarrelFractionSum *self,
                              const CarrelRational *factor,
                              const CarrelRational *other,
                              const CarrelRational *divisor);
void carrel_fraction_sum_get (CarrelFractionSum *self, mpq_ptr sum);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CarrelFractionSum, carrel_fraction_sum_clear)

G_END_DECLS
