/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers about one item (grade mathematics, sections 6 and 7). */
#define G_LOG_DOMAIN "carrel-item-forecast"

#include "config.h"

#include "carrel-item-forecast.h"

#include "carrel-grade-points.h"

/**
 * carrel_item_forecast_get_with:
 * @course: what is graded
 * @item: one item
 * @points: a score for it
 *
 * Returns: (transfer full) (nullable): the grade with that score, other open items at their lower
 *   bounds; %NULL when there is none
 */
CarrelRational *
carrel_item_forecast_get_with (const CarrelGradeCourse *course,
                               guint item,
                               const CarrelRational *points)
{
  g_auto (CarrelGradePoints) all = { 0 };

  carrel_grade_points_init (&all, course);
  carrel_grade_points_close (&all, course);
  all.points[item].value = points;
  return carrel_grade_points_get_at (&all, course, all.zero);
}

/**
 * carrel_item_forecast_get_leverage:
 * @course: what is graded
 * @item: one item
 *
 * Returns: (transfer full) (nullable): percentage points of the course for one more percentage
 * point of the item; %NULL when there is no grade
 */
CarrelRational *
carrel_item_forecast_get_leverage (const CarrelGradeCourse *course, guint item)
{
  const CarrelGradeItem *graded = g_ptr_array_index (course->items, item);
  g_autoptr (CarrelRational) zero = carrel_rational_new (0, 1);
  g_autoptr (CarrelRational) hundred = carrel_rational_new (100, 1);
  g_autoptr (CarrelRational) percent = carrel_rational_divide (graded->max, hundred);
  const CarrelRational *score = graded->score != NULL ? graded->score
                                : graded->lo != NULL  ? graded->lo
                                                      : zero;
  g_autoptr (CarrelRational) more = carrel_rational_add (score, percent);
  g_autoptr (CarrelRational) before = carrel_item_forecast_get_with (course, item, score);
  g_autoptr (CarrelRational) after = carrel_item_forecast_get_with (course, item, more);
  g_autoptr (CarrelRational) gain = NULL;

  if (before == NULL || after == NULL)
    return NULL;
  gain = carrel_rational_subtract (after, before);
  return carrel_rational_multiply (gain, hundred);
}

/**
 * carrel_item_forecast_cannot_matter:
 * @course: what is graded
 * @item: one item
 *
 * Returns: whether the grade is the same with the least and with the most points of the item
 */
gboolean
carrel_item_forecast_cannot_matter (const CarrelGradeCourse *course, guint item)
{
  const CarrelGradeItem *graded = g_ptr_array_index (course->items, item);
  g_autoptr (CarrelRational) zero = carrel_rational_new (0, 1);
  g_autoptr (CarrelRational) least
      = carrel_item_forecast_get_with (course, item, graded->lo != NULL ? graded->lo : zero);
  g_autoptr (CarrelRational) most
      = carrel_item_forecast_get_with (course, item, carrel_grade_item_get_hi (graded));

  return least != NULL && most != NULL && carrel_rational_compare (least, most) == 0;
}

/**
 * carrel_item_forecast_is_safe_to_skip:
 * @course: what is graded
 * @item: one item
 * @target: what is to be reached, a fraction of 1
 *
 * Returns: whether the target is reached with 0 points on the item, other open items at their lower
 *   bounds
 */
gboolean
carrel_item_forecast_is_safe_to_skip (const CarrelGradeCourse *course,
                                      guint item,
                                      const CarrelRational *target)
{
  g_autoptr (CarrelRational) zero = carrel_rational_new (0, 1);
  g_autoptr (CarrelRational) grade = carrel_item_forecast_get_with (course, item, zero);

  return grade != NULL && carrel_rational_compare (grade, target) >= 0;
}

/**
 * carrel_item_forecast_get_next_mark:
 * @course: what is graded
 * @item: one item
 * @target: what is to be reached, a fraction of 1
 * @step: marks come in steps of so many points, such as 1 or 1/2
 *
 * The least mark that can be given and that reaches the target: what is needed exactly, rounded up
 * to the step, and the grade which that makes.
 *
 * Returns: (transfer full): the answer
 */
CarrelAnswer *
carrel_item_forecast_get_next_mark (const CarrelGradeCourse *course,
                                    guint item,
                                    const CarrelRational *target,
                                    const CarrelRational *step)
{
  const CarrelQuery query = { target, item, NULL, step };

  return carrel_forecast_ask (course, &query);
}
