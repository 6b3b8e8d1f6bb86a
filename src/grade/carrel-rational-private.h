/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is inside an exact number, for the sums that look at thousands of them. */
#pragma once

#include "carrel-rational.h"

G_BEGIN_DECLS

struct _CarrelRational
{
  mpq_t value;
};

static inline mpq_srcptr
carrel_rational_peek (const CarrelRational *self)
{
  return self->value;
}

G_END_DECLS
