/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Exact numbers: immutable fractions of any size. Scores, weights and grades are never doubles. */
#pragma once

#include <glib.h>
#include <gmp.h>

G_BEGIN_DECLS

typedef struct _CarrelRational CarrelRational;

typedef enum
{
  CARREL_ROUND_HALF_UP,
  CARREL_ROUND_HALF_EVEN,
  CARREL_ROUND_FLOOR,
  CARREL_ROUND_CEILING,
} CarrelRoundMode;

#define CARREL_GRADE_ERROR (carrel_grade_error_quark ())

typedef enum
{
  CARREL_GRADE_ERROR_NUMBER, /* a text that is no number, or a number out of bounds */
  CARREL_GRADE_ERROR_SCHEME, /* a scheme that cannot be calculated */
  CARREL_GRADE_ERROR_UNKNOWN_ITEM,
} CarrelGradeError;

GQuark carrel_grade_error_quark (void);

CarrelRational *carrel_rational_new (gint64 numerator, gint64 denominator);
CarrelRational *carrel_rational_new_mpq (mpq_srcptr value);
CarrelRational *carrel_rational_parse (const char *text, GError **error);
CarrelRational *carrel_rational_ref (const CarrelRational *self);
void carrel_rational_unref (CarrelRational *self);
mpq_srcptr carrel_rational_get_mpq (const CarrelRational *self);

CarrelRational *carrel_rational_add (const CarrelRational *self, const CarrelRational *other);
CarrelRational *carrel_rational_subtract (const CarrelRational *self, const CarrelRational *other);
CarrelRational *carrel_rational_multiply (const CarrelRational *self, const CarrelRational *other);
CarrelRational *carrel_rational_divide (const CarrelRational *self, const CarrelRational *other);
int carrel_rational_compare (const CarrelRational *self, const CarrelRational *other);
int carrel_rational_get_sign (const CarrelRational *self);
CarrelRational *carrel_rational_round (const CarrelRational *self,
                                       const CarrelRational *step,
                                       CarrelRoundMode mode);

char *carrel_rational_to_text (const CarrelRational *self);
char *carrel_rational_to_decimal (const CarrelRational *self, guint n_digits, CarrelRoundMode mode);
double carrel_rational_to_double (const CarrelRational *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelRational, carrel_rational_unref)

G_END_DECLS
