/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The value of a group whose lowest and highest items are dropped: the best set of low drops
 * against the worst of high drops, exactly. */
#pragma once

#include "carrel-rational.h"

G_BEGIN_DECLS

/* One item: S(x) = s + slope x over T. */
typedef struct
{
  mpq_t s;
  mpq_t slope;
  mpq_t t;
  gboolean is_fixed; /* never dropped: extra credit and never-drop items */
  gboolean is_kept;  /* the answer */
  mpq_t rating;      /* scratch */
  mpq_t tilt;        /* scratch */
} CarrelTerm;

typedef struct
{
  CarrelTerm *terms;
  guint n_terms;
  guint n_low;
  guint n_high;
  mpz_t scale; /* what all s, slope and t have been multiplied by, to be whole */
} CarrelTrimmedRatio;

void carrel_trimmed_ratio_init (CarrelTrimmedRatio *self, guint n_terms);
void carrel_trimmed_ratio_clear (CarrelTrimmedRatio *self);
gboolean carrel_trimmed_ratio_solve (
    CarrelTrimmedRatio *self, mpq_srcptr x, int direction, mpq_ptr value, mpq_ptr slope);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CarrelTrimmedRatio, carrel_trimmed_ratio_clear)

G_END_DECLS
