/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is inside an exact number, for the sums that look at thousands of them. */
#pragma once

#include "carrel-rational.h"

G_BEGIN_DECLS

/* Small numbers are below this above and below the line: three of them can be multiplied in 62
 * bits. */
#define CARREL_RATIONAL_SMALL (1 << 20)

struct _CarrelRational
{
  mpq_t value;
  gint32 above, below; /* the same number when it is small; below is 0 when it is not */
};

static inline mpq_srcptr
carrel_rational_peek (const CarrelRational *self)
{
  return self->value;
}

G_END_DECLS
