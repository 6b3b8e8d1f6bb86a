/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sums of many products of fractions, fast where the numbers are small. */
#define G_LOG_DOMAIN "carrel-fraction-sum"

#include "config.h"

#include "carrel-fraction-sum.h"

#include "carrel-rational-private.h"

/* Multiplies what stands above and below the line by a number; FALSE when it is not small. */
static inline gboolean
multiply_small (const CarrelRational *number, gint64 *above, gint64 *below)
{
  *above *= number->above;
  *below *= number->below;
  return number->below > 0;
}

static inline gboolean
add_to_bin (CarrelFractionSum *self, guint bin, gint64 above)
{
  gint64 sum;

  if (__builtin_add_overflow (self->numerators[bin], above, &sum))
    return FALSE;
  self->numerators[bin] = sum;
  self->last = bin;
  return TRUE;
}

static inline gboolean
add_small (CarrelFractionSum *self, gint64 above, gint64 below)
{
  if (self->n_bins > 0 && self->denominators[self->last] == below)
    return add_to_bin (self, self->last, above);
  for (guint i = 0; i < self->n_bins; i++)
    if (self->denominators[i] == below)
      return add_to_bin (self, i, above);
  if (self->n_bins == CARREL_FRACTION_SUM_BINS)
    return FALSE;
  self->denominators[self->n_bins] = below;
  self->numerators[self->n_bins] = above;
  self->last = self->n_bins++;
  return TRUE;
}

static void
add_large (CarrelFractionSum *self,
           const CarrelRational *factor,
           const CarrelRational *other,
           const CarrelRational *divisor)
{
  mpq_t product;

  mpq_init (product);
  mpq_set (product, carrel_rational_get_mpq (factor));
  if (other != NULL)
    mpq_mul (product, product, carrel_rational_get_mpq (other));
  if (divisor != NULL)
    mpq_div (product, product, carrel_rational_get_mpq (divisor));
  if (!self->has_rest)
    mpq_init (self->rest);
  self->has_rest = TRUE;
  mpq_add (self->rest, self->rest, product);
  mpq_clear (product);
}

/**
 * carrel_fraction_sum_init:
 * @self: (out caller-allocates): a sum
 *
 * Makes an empty sum.
 */
void
carrel_fraction_sum_init (CarrelFractionSum *self)
{
  self->n_bins = 0;
  self->last = 0;
  self->has_rest = FALSE;
}

/**
 * carrel_fraction_sum_clear:
 * @self: a sum
 *
 * Frees what a sum holds.
 */
void
carrel_fraction_sum_clear (CarrelFractionSum *self)
{
  if (self->has_rest)
    mpq_clear (self->rest);
  self->has_rest = FALSE;
}

/**
 * carrel_fraction_sum_add:
 * @self: a sum
 * @factor: a number
 * @other: (nullable): what it is multiplied by; %NULL is 1
 * @divisor: (nullable): what it is divided by, greater than 0; %NULL is 1
 *
 * Adds @factor times @other by @divisor, exactly.
 */
void
carrel_fraction_sum_add (CarrelFractionSum *self,
                         const CarrelRational *factor,
                         const CarrelRational *other,
                         const CarrelRational *divisor)
{
  gint64 above = 1, below = 1;

  if (multiply_small (factor, &above, &below)
      && (other == NULL || multiply_small (other, &above, &below))
      && (divisor == NULL || multiply_small (divisor, &below, &above)) && below > 0
      && add_small (self, above, below))
    return;
  add_large (self, factor, other, divisor);
}

/**
 * carrel_fraction_sum_get:
 * @self: a sum
 * @sum: where it goes, initialised
 *
 * Puts the bins together.
 */
void
carrel_fraction_sum_get (CarrelFractionSum *self, mpq_ptr sum)
{
  mpq_t part;

  mpz_set_si (mpq_numref (sum), self->n_bins > 0 ? self->numerators[0] : 0);
  mpz_set_si (mpq_denref (sum), self->n_bins > 0 ? self->denominators[0] : 1);
  if (self->n_bins > 0)
    mpq_canonicalize (sum);
  if (self->has_rest)
    mpq_add (sum, sum, self->rest);
  if (self->n_bins < 2)
    return;
  mpq_init (part);
  for (guint i = 1; i < self->n_bins; i++)
    {
      mpz_set_si (mpq_numref (part), self->numerators[i]);
      mpz_set_si (mpq_denref (part), self->denominators[i]);
      mpq_canonicalize (part);
      mpq_add (sum, sum, part);
    }
  mpq_clear (part);
}
