/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Averages over courses by their units, and the straight line that a curve is. */
#define G_LOG_DOMAIN "carrel-grade-average"

#include "config.h"

#include "carrel-grade-average.h"

/**
 * carrel_grade_average_get:
 * @courses: (array length=n_courses): units and grades
 * @n_courses: how many
 * @units: (out) (optional) (transfer full): the sum of the units
 *
 * Returns: (transfer full) (nullable): sum of units times grade by sum of units, or %NULL without
 *   units
 */
CarrelRational *
carrel_grade_average_get (const CarrelUnits *courses, guint n_courses, CarrelRational **units)
{
  CarrelRational *average = NULL;
  mpq_t sum, all, part;

  mpq_inits (sum, all, part, NULL);
  for (guint i = 0; i < n_courses; i++)
    {
      mpq_srcptr weight = carrel_rational_get_mpq (courses[i].units);

      mpq_mul (part, weight, carrel_rational_get_mpq (courses[i].grade));
      mpq_add (sum, sum, part);
      mpq_add (all, all, weight);
    }
  if (mpq_sgn (all) > 0)
    {
      mpq_div (sum, sum, all);
      average = carrel_rational_new_mpq (sum);
      if (units != NULL)
        *units = carrel_rational_new_mpq (all);
    }
  mpq_clears (sum, all, part, NULL);
  return average;
}

/**
 * carrel_grade_average_get_needed:
 * @have: units so far and their average
 * @next_units: units to come, greater than 0
 * @target: the average to reach
 *
 * Returns: (transfer full): the average that the units to come need
 */
CarrelRational *
carrel_grade_average_get_needed (const CarrelUnits *have,
                                 const CarrelRational *next_units,
                                 const CarrelRational *target)
{
  g_autoptr (CarrelRational) all = carrel_rational_add (have->units, next_units);
  g_autoptr (CarrelRational) goal = carrel_rational_multiply (target, all);
  g_autoptr (CarrelRational) got = carrel_rational_multiply (have->units, have->grade);
  g_autoptr (CarrelRational) rest = carrel_rational_subtract (goal, got);

  return carrel_rational_divide (rest, next_units);
}

/**
 * carrel_grade_curve_linear:
 * @score: a mark
 * @from: two marks, different
 * @to: what they become
 *
 * Returns: (transfer full): what @score becomes on the straight line through both
 */
CarrelRational *
carrel_grade_curve_linear (const CarrelRational *score,
                           const CarrelRational *from[2],
                           const CarrelRational *to[2])
{
  g_autoptr (CarrelRational) run = carrel_rational_subtract (from[1], from[0]);
  g_autoptr (CarrelRational) rise = carrel_rational_subtract (to[1], to[0]);
  g_autoptr (CarrelRational) slope = carrel_rational_divide (rise, run);
  g_autoptr (CarrelRational) beyond = carrel_rational_subtract (score, from[0]);
  g_autoptr (CarrelRational) more = carrel_rational_multiply (beyond, slope);

  return carrel_rational_add (to[0], more);
}
