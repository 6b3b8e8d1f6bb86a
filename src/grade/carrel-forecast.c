/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The four numbers of a course, and the answers to "what do I need?" (grade mathematics, sections 5
 * to 7). */
#define G_LOG_DOMAIN "carrel-forecast"

#include "config.h"

#include "carrel-forecast.h"

#include "carrel-grade-shares.h"

/* A score for each item of a course, and the numbers that were made for them. */
typedef struct
{
  CarrelGradePoint *points;
  GPtrArray *owned;
  CarrelRational *zero;
} Points;

static void
clear_points (Points *self)
{
  g_free (self->points);
  g_ptr_array_unref (self->owned);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Points, clear_points)

static const CarrelRational *
own (Points *self, CarrelRational *number)
{
  g_ptr_array_add (self->owned, number);
  return number;
}

static const CarrelRational *
get_hi (const CarrelGradeItem *item)
{
  return item->hi != NULL ? item->hi : item->max;
}

static gboolean
is_open (const CarrelGradeItem *item)
{
  return item->state == CARREL_ITEM_UNGRADED;
}

/* Graded and missing items have a score; what is ungraded and excused is left out. */
static void
init_points (Points *self, const CarrelGradeCourse *course)
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

static const CarrelRational *
get_lo (const Points *self, const CarrelGradeItem *item)
{
  return item->lo != NULL ? item->lo : self->zero;
}

/* Every ungraded item runs from its lower to its upper bound as x goes from 0 to 1. */
static void
open_all (Points *self, const CarrelGradeCourse *course)
{
  for (guint i = 0; i < course->items->len; i++)
    {
      const CarrelGradeItem *item = g_ptr_array_index (course->items, i);

      if (!is_open (item))
        continue;
      self->points[i].value = get_lo (self, item);
      self->points[i].slope = item->lo == NULL
                                  ? get_hi (item)
                                  : own (self, carrel_rational_subtract (get_hi (item), item->lo));
    }
}

static void
close_all (Points *self, const CarrelGradeCourse *course)
{
  for (guint i = 0; i < course->items->len; i++)
    if (is_open (g_ptr_array_index (course->items, i)))
      self->points[i].value = get_lo (self, g_ptr_array_index (course->items, i));
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
get_gate_cap (const CarrelGradeCourse *course, const Points *points, const CarrelRational *x)
{
  CarrelRational *lowest = NULL;

  for (guint i = 0; i < course->gates->len; i++)
    {
      const CarrelGradeGate *gate = g_ptr_array_index (course->gates, i);
      const CarrelGradeItem *item = g_ptr_array_index (course->items, gate->item);
      const CarrelGradePoint *point = &points->points[gate->item];
      g_autoptr (CarrelRational) score = NULL;
      g_autoptr (CarrelRational) needed = NULL;

      if (point->value == NULL)
        continue;
      score = get_value_at (point, x);
      needed = carrel_rational_multiply (gate->at_least, item->max);
      if (carrel_rational_compare (score, needed) >= 0
          || (lowest != NULL && carrel_rational_compare (lowest, gate->cap) <= 0))
        continue;
      g_clear_pointer (&lowest, carrel_rational_unref);
      lowest = carrel_rational_ref (gate->cap);
    }
  return lowest;
}

/* The grade with its gates. */
static CarrelRational *
get_gated (const CarrelGradeCourse *course,
           const Points *points,
           CarrelGradeLine *line,
           const CarrelRational *x,
           guint *scheme)
{
  g_autoptr (CarrelRational) grade = carrel_grade_line_get (line, x, scheme);
  g_autoptr (CarrelRational) cap = grade != NULL ? get_gate_cap (course, points, x) : NULL;

  if (cap != NULL && carrel_rational_compare (cap, grade) < 0)
    return g_steal_pointer (&cap);
  return g_steal_pointer (&grade);
}

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
            const Points *points,
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
            const Points *points,
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
  reached = get_gated (course, points, line, passed, NULL);
  return carrel_rational_compare (reached, target) >= 0 ? g_steal_pointer (&passed) : NULL;
}

/* The grade where the unknown is x, with all gates. */
static CarrelRational *
get_grade_at (const CarrelGradeCourse *course, const Points *points, const CarrelRational *x)
{
  g_autoptr (CarrelGradeLine) line
      = carrel_grade_line_new (course, points->points, CARREL_DROPS_AS_GRADED);

  return get_gated (course, points, line, x, NULL);
}

static gboolean
is_weighted (const CarrelGradeCourse *course, guint place)
{
  for (guint i = 0; i < course->schemes->len; i++)
    {
      const CarrelGradeScheme *scheme = g_ptr_array_index (course->schemes, i);

      for (guint j = 0; j < scheme->groups->len; j++)
        {
          const CarrelGradeGroup *group = g_ptr_array_index (scheme->groups, j);

          for (guint k = 0; k < group->items->len; k++)
            if (g_array_index (group->items, guint, k) == place
                && carrel_rational_get_sign (group->weight) > 0)
              return TRUE;
        }
    }
  return FALSE;
}

/* Takes the points up to the next mark that can be given, and says what grade that makes. */
static void
finish_item (CarrelAnswer *answer,
             const CarrelGradeCourse *course,
             const Points *points,
             const CarrelGradeItem *item,
             const CarrelQuery *query)
{
  answer->points = query->step != NULL
                       ? carrel_rational_round (answer->exact, query->step, CARREL_ROUND_CEILING)
                       : carrel_rational_ref (answer->exact);
  answer->total = get_grade_at (course, points, answer->points);
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
  const CarrelRational *most = query->most != NULL ? query->most : get_hi (item);
  g_auto (Points) points = { 0 };
  g_autoptr (CarrelRational) one = carrel_rational_new (1, 1);
  g_autoptr (CarrelRational) least = NULL;
  g_autoptr (CarrelRational) best = NULL;
  CarrelAnswer *answer = NULL;

  if (item->state == CARREL_ITEM_EXCUSED || !is_weighted (course, query->unknown))
    return new_answer (CARREL_ANSWER_CANNOT_MATTER);
  init_points (&points, course);
  close_all (&points, course);
  points.points[query->unknown] = (CarrelGradePoint){ points.zero, one };
  least = get_grade_at (course, &points, points.zero);
  best = get_grade_at (course, &points, most);
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
  return carrel_rational_divide (get_hi (item), item->max);
}

/* The lines of an equal percentage: beyond the bound of an item its score stays there. */
static void
open_equally (Points *self, const CarrelGradeCourse *course, const CarrelRational *from)
{
  for (guint i = 0; i < course->items->len; i++)
    {
      const CarrelGradeItem *item = g_ptr_array_index (course->items, i);
      g_autoptr (CarrelRational) limit = NULL;

      if (!is_open (item))
        continue;
      limit = get_limit (item);
      self->points[i].slope = NULL;
      self->points[i].value = get_hi (item);
      if (carrel_rational_compare (from, limit) >= 0)
        continue;
      self->points[i].value = self->zero;
      self->points[i].slope = carrel_rational_get_sign (item->max) == 0 ? get_hi (item) : item->max;
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
    if (is_open (g_ptr_array_index (course->items, i)))
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
  g_auto (Points) points = { 0 };
  g_autoptr (GPtrArray) limits = list_limits (course);
  g_autoptr (CarrelRational) best = NULL;
  const CarrelRational *from = NULL;

  init_points (&points, course);
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
        return finish_remaining (percent, query->target, get_grade_at (course, &points, percent));
      from = until;
    }
  open_equally (&points, course, from);
  best = get_grade_at (course, &points, from);
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
  g_auto (Points) points = { 0 };
  g_autoptr (CarrelGradeLine) line = NULL;

  init_points (&points, course);
  line = carrel_grade_line_new (course, points.points, policy);
  return get_gated (course, &points, line, points.zero, scheme);
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
 *   %NULL when the course has no scheme
 */
CarrelRational *
carrel_forecast_get_banked (const CarrelGradeCourse *course)
{
  return carrel_grade_shares_get_banked (course);
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
  guint scheme = 0;
  g_autoptr (CarrelRational) current
      = carrel_forecast_get_current (course, CARREL_DROPS_AS_GRADED, &scheme);
  g_autoptr (CarrelRational) sum = NULL;

  if (current == NULL)
    return NULL;
  sum = carrel_grade_scheme_sum_weights (g_ptr_array_index (course->schemes, scheme));
  return carrel_rational_multiply (current, sum);
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
  g_auto (Points) points = { 0 };
  g_autoptr (CarrelGradeLine) line = NULL;
  g_autoptr (CarrelRational) one = carrel_rational_new (1, 1);
  g_autoptr (CarrelRational) low = NULL;

  init_points (&points, course);
  open_all (&points, course);
  line = carrel_grade_line_new (course, points.points, CARREL_DROPS_AS_GRADED);
  low = get_gated (course, &points, line, points.zero, NULL);
  if (low == NULL)
    return FALSE;
  *least = g_steal_pointer (&low);
  *most = get_gated (course, &points, line, one, NULL);
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

/**
 * carrel_forecast_get_with:
 * @course: what is graded
 * @item: one item
 * @points: a score for it
 *
 * Returns: (transfer full) (nullable): the grade with that score, other open items at their lower
 *   bounds; %NULL when there is none
 */
CarrelRational *
carrel_forecast_get_with (const CarrelGradeCourse *course, guint item, const CarrelRational *points)
{
  g_auto (Points) all = { 0 };

  init_points (&all, course);
  close_all (&all, course);
  all.points[item].value = points;
  return get_grade_at (course, &all, all.zero);
}

/**
 * carrel_forecast_get_leverage:
 * @course: what is graded
 * @item: one item
 *
 * Returns: (transfer full) (nullable): percentage points of the course for one more percentage
 * point of the item; %NULL when there is no grade
 */
CarrelRational *
carrel_forecast_get_leverage (const CarrelGradeCourse *course, guint item)
{
  const CarrelGradeItem *graded = g_ptr_array_index (course->items, item);
  g_autoptr (CarrelRational) zero = carrel_rational_new (0, 1);
  g_autoptr (CarrelRational) hundred = carrel_rational_new (100, 1);
  g_autoptr (CarrelRational) percent = carrel_rational_divide (graded->max, hundred);
  const CarrelRational *score = graded->score != NULL ? graded->score
                                : graded->lo != NULL  ? graded->lo
                                                      : zero;
  g_autoptr (CarrelRational) more = carrel_rational_add (score, percent);
  g_autoptr (CarrelRational) before = carrel_forecast_get_with (course, item, score);
  g_autoptr (CarrelRational) after = carrel_forecast_get_with (course, item, more);
  g_autoptr (CarrelRational) gain = NULL;

  if (before == NULL || after == NULL)
    return NULL;
  gain = carrel_rational_subtract (after, before);
  return carrel_rational_multiply (gain, hundred);
}

/**
 * carrel_forecast_cannot_matter:
 * @course: what is graded
 * @item: one item
 *
 * Returns: whether the grade is the same with the least and with the most points of the item
 */
gboolean
carrel_forecast_cannot_matter (const CarrelGradeCourse *course, guint item)
{
  const CarrelGradeItem *graded = g_ptr_array_index (course->items, item);
  g_autoptr (CarrelRational) zero = carrel_rational_new (0, 1);
  g_autoptr (CarrelRational) least
      = carrel_forecast_get_with (course, item, graded->lo != NULL ? graded->lo : zero);
  g_autoptr (CarrelRational) most = carrel_forecast_get_with (course, item, get_hi (graded));

  return least != NULL && most != NULL && carrel_rational_compare (least, most) == 0;
}
