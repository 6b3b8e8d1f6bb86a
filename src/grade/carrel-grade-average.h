/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Averages over courses, and curves over marks. */
#pragma once

#include "carrel-rational.h"

G_BEGIN_DECLS

typedef struct
{
  const CarrelRational *units;
  const CarrelRational *grade;
} CarrelUnits;

CarrelRational *
carrel_grade_average_get (const CarrelUnits *courses, guint n_courses, CarrelRational **units);
CarrelRational *carrel_grade_average_get_needed (const CarrelUnits *have,
                                                 const CarrelRational *next_units,
                                                 const CarrelRational *target);
CarrelRational *carrel_grade_curve_linear (const CarrelRational *score,
                                           const CarrelRational *from[2],
                                           const CarrelRational *to[2]);

G_END_DECLS
