/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The four numbers of a course, and the answers to "what do I need?" (grade mathematics, sections 5
 * to 7). */
#define G_LOG_DOMAIN "carrel-forecast"

#include "config.h"

#include "carrel-forecast.h"

#include "carrel-grade-points.h"
#include "carrel-grade-shares.h"

static CarrelAnswer *
new_answer (CarrelAnswerStatus status)
{
  CarrelAnswer *answer = g_new0 (CarrelAnswer, 1);

  answer->status = status;
  return answer;
}

static CarrelAnswer *
new_impossible (const CarrelRational *target, const CarrelRational *best)
{
  CarrelAnswer *answer = new_answer (CARREL_ANSWER_IMPOSSIBLE);

  answer->best_total = carrel_rational_ref (best);
  answer->shortfall = carrel_rational_subtract (target, best);
  return answer;
}

/* The x at which an item passes a gate. */
static CarrelRational *
get_gate_place (const CarrelGradeGate *gate,
                const CarrelGradeItem *item,
                const CarrelGradePoint *point)
{
  g_autoptr (CarrelRational) score = carrel_rational_multiply (gate->at_least, item->max);
  g_autoptr (CarrelRational) rise = carrel_rational_subtract (score, point->value);

  return carrel_rational_divide (rise, point->slope);
}

/* Where x has to be, so that every gate that would keep the grade below the target is passed. */
static CarrelRational *
pass_gates (const CarrelGradeCourse *course,
            const CarrelGradePoints *points,
            const CarrelRational *target,
            const CarrelRational *x)
{
  CarrelRational *most = carrel_rational_ref (x);

  for (guint i = 0; i < course->gates->len; i++)
    {
      const CarrelGradeGate *gate = g_ptr_array_index (course->gates, i);
      const CarrelGradeItem *item = g_ptr_array_index (course->items, gate->item);
      const CarrelGradePoint *point = &points->points[gate->item];
      g_autoptr (CarrelRational) needed = NULL;

      if (carrel_rational_compare (gate->cap, target) >= 0 || point->slope == NULL
          || carrel_rational_get_sign (point->slope) <= 0)
        continue;
      needed = get_gate_place (gate, item, point);
      if (carrel_rational_compare (needed, most) <= 0)
        continue;
      carrel_rational_unref (most);
      most = g_steal_pointer (&needed);
    }
  return most;
}

/* The least x between two bounds that reaches the target with all gates, or NULL. */
static CarrelRational *
find_gated (const CarrelGradeCourse *course,
            const CarrelGradePoints *points,
            const CarrelRational *target,
            const CarrelRational *from,
            const CarrelRational *until)
{
  g_autoptr (CarrelGradeLine) line
      = carrel_grade_line_new (course, points->points, CARREL_DROPS_AS_GRADED);
  g_autoptr (CarrelRational) least = carrel_grade_line_find (line, target, from, until);
  g_autoptr (CarrelRational) passed = NULL;
  g_autoptr (CarrelRational) reached = NULL;

  if (least == NULL)
    return NULL;
  passed = pass_gates (course, points, target, least);
  if (carrel_rational_compare (passed, until) > 0)
    return NULL;
  reached = carrel_grade_points_get (points, course, line, passed, NULL);
  return carrel_rational_compare (reached, target) >= 0 ? g_steal_pointer (&passed) : NULL;
}

static gboolean
has_item (const CarrelGradeScheme *scheme, guint place)
{
  for (guint i = 0; i < scheme->groups->len; i++)
    {
      const CarrelGradeGroup *group = g_ptr_array_index (scheme->groups, i);

      for (guint j = 0; j < group->items->len; j++)
        if (g_array_index (group->items, guint, j) == place
            && carrel_rational_get_sign (group->weight) > 0)
          return TRUE;
    }
  return FALSE;
}

/* Whether an item has a part in the grade: in a group, in the place of another, or at a gate. */
static gboolean
is_weighted (const CarrelGradeCourse *course, guint place)
{
  for (guint i = 0; i < course->schemes->len; i++)
    if (has_item (g_ptr_array_index (course->schemes, i), place))
      return TRUE;
  for (guint i = 0; i < course->replacements->len; i++)
    if (((CarrelGradeReplacement *) g_ptr_array_index (course->replacements, i))->by == place)
      return TRUE;
  for (guint i = 0; i < course->gates->len; i++)
    if (((CarrelGradeGate *) g_ptr_array_index (course->gates, i))->item == place)
      return TRUE;
  return FALSE;
}

/* The next mark that can be given; the most that the item may get always can. */
static CarrelRational *
round_up (const CarrelRational *exact, const CarrelRational *step, const CarrelRational *most)
{
  g_autoptr (CarrelRational) mark = NULL;

  if (step == NULL || carrel_rational_get_sign (step) <= 0)
    return carrel_rational_ref (exact);
  mark = carrel_rational_round (exact, step, CARREL_ROUND_CEILING);
  return carrel_rational_compare (mark, most) > 0 ? carrel_rational_ref (most)
                                                  : g_steal_pointer (&mark);
}

/* Takes the points up to the next mark that can be given, and says what grade that makes. */
static void
finish_item (CarrelAnswer *answer,
             const CarrelGradeCourse *course,
             const CarrelGradePoints *points,
             const CarrelGradeItem *item,
             const CarrelQuery *query)
{
  const CarrelRational *most = query->most != NULL ? query->most : carrel_grade_item_get_hi (item);

  answer->points = round_up (answer->exact, query->step, most);
  answer->total = carrel_grade_points_get_at (points, course, answer->points);
  if (carrel_rational_get_sign (item->max) > 0)
    answer->percent = carrel_rational_divide (answer->exact, item->max);
  if (answer->status == CARREL_ANSWER_POSSIBLE
      && carrel_rational_compare (answer->exact, item->max) > 0)
    answer->status = CARREL_ANSWER_NEEDS_EXTRA_CREDIT;
}

static CarrelAnswer *
ask_item (const CarrelGradeCourse *course, const CarrelQuery *query)
{
  const CarrelGradeItem *item = g_ptr_array_index (course->items, query->unknown);
  const CarrelRational *most = query->most != NULL ? query->most : carrel_grade_item_get_hi (item);
  g_auto (CarrelGradePoints) points = { 0 };
  g_autoptr (CarrelRational) one = carrel_rational_new (1, 1);
  g_autoptr (CarrelRational) least = NULL;
  g_autoptr (CarrelRational) best = NULL;
  CarrelAnswer *answer = NULL;

  if (item->state == CARREL_ITEM_EXCUSED || !is_weighted (course, query->unknown))
    return new_answer (CARREL_ANSWER_CANNOT_MATTER);
  carrel_grade_points_init (&points, course);
  carrel_grade_points_close (&points, course);
  points.points[query->unknown] = (CarrelGradePoint){ points.zero, one };
  least = carrel_grade_points_get_at (&points, course, points.zero);
  best = carrel_grade_points_get_at (&points, course, most);
  if (least == NULL || best == NULL)
    return new_answer (CARREL_ANSWER_UNDEFINED);
  if (carrel_rational_compare (best, query->target) < 0)
    return new_impossible (query->target, best);
  answer
      = new_answer (carrel_rational_compare (least, query->target) >= 0 ? CARREL_ANSWER_GUARANTEED
                                                                        : CARREL_ANSWER_POSSIBLE);
  answer->exact = answer->status == CARREL_ANSWER_GUARANTEED
                      ? carrel_rational_new (0, 1)
                      : find_gated (course, &points, query->target, points.zero, most);
  finish_item (answer, course, &points, item, query);
  return answer;
}

/* The percentage up to which an item can go. */
static CarrelRational *
get_limit (const CarrelGradeItem *item)
{
  if (carrel_rational_get_sign (item->max) == 0)
    return carrel_rational_new (1, 1);
  return carrel_rational_divide (carrel_grade_item_get_hi (item), item->max);
}

/* The lines of an equal percentage: beyond the bound of an item its score stays there. */
static void
open_equally (CarrelGradePoints *self, const CarrelGradeCourse *course, const CarrelRational *from)
{
  for (guint i = 0; i < course->items->len; i++)
    {
      const CarrelGradeItem *item = g_ptr_array_index (course->items, i);
      g_autoptr (CarrelRational) limit = NULL;

      if (!carrel_grade_item_is_open (item))
        continue;
      limit = get_limit (item);
      self->points[i].slope = NULL;
      self->points[i].value = carrel_grade_item_get_hi (item);
      if (carrel_rational_compare (from, limit) >= 0)
        continue;
      self->points[i].value = self->zero;
      self->points[i].slope
          = carrel_rational_get_sign (item->max) == 0 ? carrel_grade_item_get_hi (item) : item->max;
    }
}

static int
compare_numbers (gconstpointer one, gconstpointer other)
{
  return carrel_rational_compare (*(CarrelRational *const *) one, *(CarrelRational *const *) other);
}

/* The percentages at which items reach their bounds, in order. */
static GPtrArray *
list_limits (const CarrelGradeCourse *course)
{
  GPtrArray *limits = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_rational_unref);

  for (guint i = 0; i < course->items->len; i++)
    if (carrel_grade_item_is_open (g_ptr_array_index (course->items, i)))
      g_ptr_array_add (limits, get_limit (g_ptr_array_index (course->items, i)));
  g_ptr_array_sort (limits, compare_numbers);
  return limits;
}

static CarrelAnswer *
finish_remaining (CarrelRational *percent, const CarrelRational *target, CarrelRational *total)
{
  g_autoptr (CarrelRational) one = carrel_rational_new (1, 1);
  CarrelAnswer *answer = new_answer (CARREL_ANSWER_POSSIBLE);

  if (carrel_rational_compare (percent, one) > 0)
    answer->status = CARREL_ANSWER_NEEDS_EXTRA_CREDIT;
  if (carrel_rational_get_sign (percent) == 0)
    answer->status = CARREL_ANSWER_GUARANTEED;
  answer->percent = percent;
  answer->total = total;
  return answer;
}

static CarrelAnswer *
ask_remaining (const CarrelGradeCourse *course, const CarrelQuery *query)
{
  g_auto (CarrelGradePoints) points = { 0 };
  g_autoptr (GPtrArray) limits = list_limits (course);
  g_autoptr (CarrelRational) best = NULL;
  const CarrelRational *from = NULL;

  carrel_grade_points_init (&points, course);
  from = points.zero;
  for (guint i = 0; i < limits->len; i++)
    {
      const CarrelRational *until = g_ptr_array_index (limits, i);
      CarrelRational *percent = NULL;

      if (i > 0 && carrel_rational_compare (from, until) >= 0)
        continue;
      open_equally (&points, course, from);
      percent = find_gated (course, &points, query->target, from, until);
      if (percent != NULL)
        return finish_remaining (percent, query->target,
                                 carrel_grade_points_get_at (&points, course, percent));
      from = until;
    }
  open_equally (&points, course, from);
  best = carrel_grade_points_get_at (&points, course, from);
  if (best == NULL)
    return new_answer (CARREL_ANSWER_UNDEFINED);
  if (carrel_rational_compare (best, query->target) >= 0)
    return finish_remaining (carrel_rational_ref (from), query->target, g_steal_pointer (&best));
  return new_impossible (query->target, best);
}

/**
 * carrel_forecast_get_current:
 * @course: what is graded
 * @policy: how drops count while items are open
 * @scheme: (out) (optional): the best scheme
 *
 * The current grade: what is graded, and nothing else. Groups without any leave the denominator.
 *
 * Returns: (transfer full) (nullable): the grade, or %NULL when nothing is graded
 */
CarrelRational *
carrel_forecast_get_current (const CarrelGradeCourse *course,
                             CarrelDropPolicy policy,
                             guint *scheme)
{
  g_auto (CarrelGradePoints) points = { 0 };
  g_autoptr (CarrelGradeLine) line = NULL;

  carrel_grade_points_init (&points, course);
  line = carrel_grade_line_new (course, points.points, policy);
  return carrel_grade_points_get (&points, course, line, points.zero, scheme);
}

/**
 * carrel_forecast_get_item_level:
 * @course: what is graded
 *
 * The other current grade: every graded item with its share of the course, whatever its group.
 *
 * Returns: (transfer full) (nullable): the grade, or %NULL when nothing is graded
 */
CarrelRational *
carrel_forecast_get_item_level (const CarrelGradeCourse *course)
{
  return carrel_grade_shares_get_item_level (course);
}

/**
 * carrel_forecast_get_banked:
 * @course: what is graded
 *
 * Returns: (transfer full) (nullable): the points of the course that are earned, without drops;
 *   %NULL when nothing counts
 */
CarrelRational *
carrel_forecast_get_banked (const CarrelGradeCourse *course)
{
  return carrel_grade_shares_get_banked (course);
}

static void
divide_by (CarrelRational **number, const CarrelRational *divisor)
{
  CarrelRational *part = *number != NULL ? carrel_rational_divide (*number, divisor) : NULL;

  g_clear_pointer (number, carrel_rational_unref);
  *number = part;
}

/* A course with one scheme only, in which all that is not divided by the sum of the weights (bonus
 * points, the cap, the caps of gates) is divided by it beforehand: times that sum, its grade is the
 * one of the weights as they are written. */
static CarrelGradeCourse *
copy_divided (const CarrelGradeCourse *course, guint at, const CarrelRational *sum)
{
  CarrelGradeCourse *copy = carrel_grade_course_copy (course);
  CarrelGradeScheme *scheme = NULL;

  g_ptr_array_remove_range (copy->schemes, at + 1, copy->schemes->len - at - 1);
  g_ptr_array_remove_range (copy->schemes, 0, at);
  scheme = g_ptr_array_index (copy->schemes, 0);
  divide_by (&scheme->cap, sum);
  for (guint i = 0; i < scheme->groups->len; i++)
    {
      CarrelGradeGroup *group = g_ptr_array_index (scheme->groups, i);

      if (group->is_bonus)
        divide_by (&group->weight, sum);
    }
  for (guint i = 0; i < copy->gates->len; i++)
    divide_by (&((CarrelGradeGate *) g_ptr_array_index (copy->gates, i))->cap, sum);
  return copy;
}

static CarrelRational *
get_scheme_as_written (const CarrelGradeCourse *course, guint at)
{
  g_autoptr (CarrelRational) sum
      = carrel_grade_scheme_sum_weights (g_ptr_array_index (course->schemes, at));
  g_autoptr (CarrelGradeCourse) divided = NULL;
  g_autoptr (CarrelRational) grade = NULL;

  if (carrel_rational_get_sign (sum) <= 0)
    return NULL;
  divided = copy_divided (course, at, sum);
  grade = carrel_forecast_get_current (divided, CARREL_DROPS_AS_GRADED, NULL);
  return grade != NULL ? carrel_rational_multiply (grade, sum) : NULL;
}

/**
 * carrel_forecast_get_as_written:
 * @course: what is graded
 *
 * The current grade of a scheme whose weights do not make 100 %, read as they are written and not
 * scaled to 100 %.
 *
 * Returns: (transfer full) (nullable): the grade, or %NULL when nothing is graded
 */
CarrelRational *
carrel_forecast_get_as_written (const CarrelGradeCourse *course)
{
  CarrelRational *best = NULL;

  for (guint i = 0; i < course->schemes->len; i++)
    {
      g_autoptr (CarrelRational) grade = get_scheme_as_written (course, i);

      if (grade == NULL || (best != NULL && carrel_rational_compare (grade, best) <= 0))
        continue;
      g_clear_pointer (&best, carrel_rational_unref);
      best = g_steal_pointer (&grade);
    }
  return best;
}

/**
 * carrel_forecast_get_bounds:
 * @course: what is graded
 * @least: (out) (transfer full): the grade with every open item at its lower bound
 * @most: (out) (transfer full): the grade with every open item at its upper bound
 *
 * As more points never lower the grade, these two corners bound all that can still happen.
 *
 * Returns: whether there are bounds; the out-parameters are untouched when there are none
 */
gboolean
carrel_forecast_get_bounds (const CarrelGradeCourse *course,
                            CarrelRational **least,
                            CarrelRational **most)
{
  g_auto (CarrelGradePoints) points = { 0 };
  g_autoptr (CarrelGradeLine) line = NULL;
  g_autoptr (CarrelRational) one = carrel_rational_new (1, 1);
  g_autoptr (CarrelRational) low = NULL;

  carrel_grade_points_init (&points, course);
  carrel_grade_points_open (&points, course);
  line = carrel_grade_line_new (course, points.points, CARREL_DROPS_AS_GRADED);
  low = carrel_grade_points_get (&points, course, line, points.zero, NULL);
  if (low == NULL)
    return FALSE;
  *least = g_steal_pointer (&low);
  *most = carrel_grade_points_get (&points, course, line, one, NULL);
  return TRUE;
}

/**
 * carrel_forecast_ask:
 * @course: what is graded
 * @query: what is asked
 *
 * Finds the least score, or the least equal percentage of all that is left, that reaches a target.
 * Other open items count with their lower bounds.
 *
 * Returns: (transfer full): the answer
 */
CarrelAnswer *
carrel_forecast_ask (const CarrelGradeCourse *course, const CarrelQuery *query)
{
  if (query->unknown == CARREL_ALL_REMAINING)
    return ask_remaining (course, query);
  return ask_item (course, query);
}

/**
 * carrel_answer_free:
 * @self: (transfer full): an answer
 *
 * Frees it.
 */
void
carrel_answer_free (CarrelAnswer *self)
{
  g_clear_pointer (&self->percent, carrel_rational_unref);
  g_clear_pointer (&self->points, carrel_rational_unref);
  g_clear_pointer (&self->exact, carrel_rational_unref);
  g_clear_pointer (&self->total, carrel_rational_unref);
  g_clear_pointer (&self->best_total, carrel_rational_unref);
  g_clear_pointer (&self->shortfall, carrel_rational_unref);
  g_free (self);
}

/**
 * carrel_answer_status_to_text:
 * @status: the status of an answer
 *
 * Returns: (transfer none): its name for programs, such as "needs_extra_credit"
 */
const char *
carrel_answer_status_to_text (CarrelAnswerStatus status)
{
  static const char *const names[] = { "guaranteed", "possible",      "needs_extra_credit",
                                       "impossible", "cannot_matter", "undefined" };

  return names[status];
}
