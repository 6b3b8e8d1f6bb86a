/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The scores of a course, along a line, and the grade that they make with all gates. */
#define G_LOG_DOMAIN "carrel-grade-points"

#include "config.h"

#include "carrel-grade-points.h"

static const CarrelRational *
own (CarrelGradePoints *self, CarrelRational *number)
{
  g_ptr_array_add (self->owned, number);
  return number;
}

static const CarrelRational *
get_lo (const CarrelGradePoints *self, const CarrelGradeItem *item)
{
  return item->lo != NULL ? item->lo : self->zero;
}

static CarrelRational *
get_value_at (const CarrelGradePoint *point, const CarrelRational *x)
{
  g_autoptr (CarrelRational) more = NULL;

  if (point->slope == NULL)
    return carrel_rational_ref (point->value);
  more = carrel_rational_multiply (point->slope, x);
  return carrel_rational_add (point->value, more);
}

/* The lowest cap of the gates that fail where the unknown is x. */
static CarrelRational *
get_gate_cap (const CarrelGradeCourse *course,
              const CarrelGradePoints *points,
              const CarrelRational *x)
{
  CarrelRational *lowest = NULL;

  for (guint i = 0; i < course->gates->len; i++)
    {
      const CarrelGradeGate *gate = g_ptr_array_index (course->gates, i);

      if (!carrel_grade_points_fail_gate (points, course, gate, x)
          || (lowest != NULL && carrel_rational_compare (lowest, gate->cap) <= 0))
        continue;
      g_clear_pointer (&lowest, carrel_rational_unref);
      lowest = carrel_rational_ref (gate->cap);
    }
  return lowest;
}

/**
 * carrel_grade_points_init:
 * @self: scores, uninitialised
 * @course: what is graded; kept alive by the caller
 *
 * Graded and missing items have a score; what is ungraded and excused is left out.
 */
void
carrel_grade_points_init (CarrelGradePoints *self, const CarrelGradeCourse *course)
{
  self->points = g_new0 (CarrelGradePoint, course->items->len);
  self->owned = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_rational_unref);
  self->zero = carrel_rational_new (0, 1);
  own (self, self->zero);
  for (guint i = 0; i < course->items->len; i++)
    {
      const CarrelGradeItem *item = g_ptr_array_index (course->items, i);

      if (item->state == CARREL_ITEM_GRADED)
        self->points[i].value = item->score;
      else if (item->state == CARREL_ITEM_MISSING)
        self->points[i].value = self->zero;
    }
}

/**
 * carrel_grade_points_clear:
 * @self: scores
 *
 * Frees what they hold.
 */
void
carrel_grade_points_clear (CarrelGradePoints *self)
{
  g_free (self->points);
  g_clear_pointer (&self->owned, g_ptr_array_unref);
}

/**
 * carrel_grade_points_open:
 * @self: scores of @course
 * @course: what is graded
 *
 * Lets every ungraded item run from its lower to its upper bound as x goes from 0 to 1.
 */
void
carrel_grade_points_open (CarrelGradePoints *self, const CarrelGradeCourse *course)
{
  for (guint i = 0; i < course->items->len; i++)
    {
      const CarrelGradeItem *item = g_ptr_array_index (course->items, i);
      const CarrelRational *hi = carrel_grade_item_get_hi (item);

      if (!carrel_grade_item_is_open (item))
        continue;
      self->points[i].value = get_lo (self, item);
      self->points[i].slope
          = item->lo == NULL ? hi : own (self, carrel_rational_subtract (hi, item->lo));
    }
}

/**
 * carrel_grade_points_close:
 * @self: scores of @course
 * @course: what is graded
 *
 * Gives every ungraded item its lower bound.
 */
void
carrel_grade_points_close (CarrelGradePoints *self, const CarrelGradeCourse *course)
{
  for (guint i = 0; i < course->items->len; i++)
    if (carrel_grade_item_is_open (g_ptr_array_index (course->items, i)))
      self->points[i].value = get_lo (self, g_ptr_array_index (course->items, i));
}

/**
 * carrel_grade_points_fail_gate:
 * @self: scores of @course
 * @course: what is graded
 * @gate: one of its gates
 * @x: the unknown
 *
 * Returns: whether the item of the gate has a score, and that is below the gate
 */
gboolean
carrel_grade_points_fail_gate (const CarrelGradePoints *self,
                               const CarrelGradeCourse *course,
                               const CarrelGradeGate *gate,
                               const CarrelRational *x)
{
  const CarrelGradeItem *item = g_ptr_array_index (course->items, gate->item);
  const CarrelGradePoint *point = &self->points[gate->item];
  g_autoptr (CarrelRational) score = NULL;
  g_autoptr (CarrelRational) needed = NULL;

  if (point->value == NULL)
    return FALSE;
  score = get_value_at (point, x);
  needed = carrel_rational_multiply (gate->at_least, item->max);
  return carrel_rational_compare (score, needed) < 0;
}

/**
 * carrel_grade_points_get:
 * @self: scores of @course
 * @course: what is graded
 * @line: the grade along these scores
 * @x: the unknown
 * @scheme: (out) (optional): the best scheme
 *
 * Returns: (transfer full) (nullable): the grade with all gates, or %NULL when there is none
 */
CarrelRational *
carrel_grade_points_get (const CarrelGradePoints *self,
                         const CarrelGradeCourse *course,
                         CarrelGradeLine *line,
                         const CarrelRational *x,
                         guint *scheme)
{
  g_autoptr (CarrelRational) grade = carrel_grade_line_get (line, x, scheme);
  g_autoptr (CarrelRational) cap = grade != NULL ? get_gate_cap (course, self, x) : NULL;

  if (cap != NULL && carrel_rational_compare (cap, grade) < 0)
    return g_steal_pointer (&cap);
  return g_steal_pointer (&grade);
}

/**
 * carrel_grade_points_get_at:
 * @self: scores of @course
 * @course: what is graded
 * @x: the unknown
 *
 * Returns: (transfer full) (nullable): the grade with all gates, or %NULL when there is none
 */
CarrelRational *
carrel_grade_points_get_at (const CarrelGradePoints *self,
                            const CarrelGradeCourse *course,
                            const CarrelRational *x)
{
  g_autoptr (CarrelGradeLine) line
      = carrel_grade_line_new (course, self->points, CARREL_DROPS_AS_GRADED);

  return carrel_grade_points_get (self, course, line, x, NULL);
}
