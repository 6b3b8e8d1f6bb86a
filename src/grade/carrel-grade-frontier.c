/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The frontier of two items (grade mathematics, section 7). For each score of one the needed score
 * of the other is exact; it never rises, and is made of straight pieces. A piece is guessed from
 * its ends and kept when every score tried on it agrees; else it is cut where the lines at its ends
 * meet, or at the score where the other item falls, so that corners are exact, too. */
#define G_LOG_DOMAIN "carrel-grade-frontier"

#include "config.h"

#include "carrel-grade-frontier.h"

#include "carrel-item-forecast.h"

/* A piece is cut so often; enough for corners that are 2^-40 apart. */
#define MAX_DEPTH 40
/* The tries at the ends of a piece lie so many of its parts inside. */
#define N_PARTS 64

typedef CarrelRational Number;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Number, carrel_rational_unref)

typedef struct
{
  const CarrelGradeCourse *course;
  guint one;
  guint other;
  const Number *target;
  GPtrArray *corners; /* of CarrelFrontierPoint */
} Search;

/* y = at + slope (x - from) */
typedef struct
{
  Number *from;
  Number *at;
  Number *slope;
} Straight;

static void
clear_straight (Straight *self)
{
  g_clear_pointer (&self->from, carrel_rational_unref);
  g_clear_pointer (&self->at, carrel_rational_unref);
  g_clear_pointer (&self->slope, carrel_rational_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Straight, clear_straight)

static void
free_point (gpointer data)
{
  CarrelFrontierPoint *point = data;

  carrel_rational_unref (point->one);
  carrel_rational_unref (point->other);
  g_free (point);
}

static const Number *
get_top (const Search *search, guint item)
{
  return carrel_grade_item_get_hi (g_ptr_array_index (search->course->items, item));
}

/* The least score of @unknown where @given has so many points; NULL when none is enough. */
static Number *
get_least (const Search *search, guint given, const Number *points, guint unknown)
{
  g_autoptr (CarrelGradeCourse) course
      = carrel_grade_course_copy_with (search->course, given, points);
  const CarrelQuery query = { search->target, unknown, NULL, NULL };
  g_autoptr (CarrelAnswer) answer = carrel_forecast_ask (course, &query);

  if (answer->points != NULL)
    return g_steal_pointer (&answer->points);
  if (answer->status == CARREL_ANSWER_CANNOT_MATTER
      && carrel_item_forecast_is_safe_to_skip (course, unknown, search->target))
    return carrel_rational_new (0, 1);
  return NULL;
}

static Number *
get_other (const Search *search, const Number *one)
{
  return get_least (search, search->one, one, search->other);
}

/* The place that lies so many parts of the way from @low to @high. */
static Number *
get_place (const Number *low, const Number *high, gint64 part, gint64 n_parts)
{
  g_autoptr (Number) way = carrel_rational_subtract (high, low);
  g_autoptr (Number) share = carrel_rational_new (part, n_parts);
  g_autoptr (Number) step = carrel_rational_multiply (way, share);

  return carrel_rational_add (low, step);
}

static Number *
get_at (const Straight *line, const Number *x)
{
  g_autoptr (Number) way = carrel_rational_subtract (x, line->from);
  g_autoptr (Number) rise = carrel_rational_multiply (way, line->slope);

  return carrel_rational_add (line->at, rise);
}

/* The line through two places of the frontier. */
static void
init_straight (Straight *self, const Search *search, const Number *x, const Number *next)
{
  g_autoptr (Number) y = get_other (search, x);
  g_autoptr (Number) next_y = get_other (search, next);
  g_autoptr (Number) rise = carrel_rational_subtract (next_y, y);
  g_autoptr (Number) way = carrel_rational_subtract (next, x);

  self->from = carrel_rational_ref (x);
  self->at = g_steal_pointer (&y);
  self->slope = carrel_rational_divide (rise, way);
}

static gboolean
is_on (const Search *search, const Straight *line, const Number *x)
{
  g_autoptr (Number) expected = get_at (line, x);
  g_autoptr (Number) y = get_other (search, x);

  return carrel_rational_compare (expected, y) == 0;
}

/* Whether the line is right up to @high. Where the frontier falls there, the other item answers for
 * all scores of the fall that @high is the least. */
static gboolean
ends_at (const Search *search, const Straight *line, const Number *high)
{
  static const gint64 parts[] = { 1, N_PARTS / 2, N_PARTS - 1 };
  g_autoptr (Number) expected = get_at (line, high);
  g_autoptr (Number) y = get_other (search, high);
  int order = carrel_rational_compare (expected, y);

  if (order <= 0)
    return order == 0;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (Number) between = get_place (y, expected, parts[i], N_PARTS);
      g_autoptr (Number) x = get_least (search, search->other, between, search->one);

      if (x == NULL || carrel_rational_compare (x, high) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Whether the frontier is one line from @low to before @high. */
static gboolean
is_straight (const Search *search, const Straight *line, const Number *low, const Number *high)
{
  static const gint64 parts[] = { 2, 13, N_PARTS / 2, 49, N_PARTS - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (Number) x = get_place (low, high, parts[i], N_PARTS);

      if (!is_on (search, line, x))
        return FALSE;
    }
  return ends_at (search, line, high);
}

static gboolean
is_between (const Number *x, const Number *low, const Number *high)
{
  return x != NULL && carrel_rational_compare (x, low) > 0 && carrel_rational_compare (x, high) < 0;
}

/* Where two lines meet, or NULL. */
static Number *
meet (const Straight *line, const Straight *other)
{
  g_autoptr (Number) slope = carrel_rational_subtract (other->slope, line->slope);
  g_autoptr (Number) at = get_at (line, other->from);
  g_autoptr (Number) gap = carrel_rational_subtract (at, other->at);
  g_autoptr (Number) way = NULL;

  if (carrel_rational_get_sign (slope) == 0)
    return NULL;
  way = carrel_rational_divide (gap, slope);
  return carrel_rational_add (other->from, way);
}

/* Where a piece that is not straight is cut. */
static Number *
get_cut (const Search *search, const Straight *line, const Number *low, const Number *high)
{
  g_auto (Straight) last = { NULL };
  g_autoptr (Number) before = get_place (low, high, N_PARTS - 2, N_PARTS);
  g_autoptr (Number) after = get_place (low, high, N_PARTS - 1, N_PARTS);
  g_autoptr (Number) x = NULL;
  g_autoptr (Number) y = NULL;

  init_straight (&last, search, before, after);
  x = meet (line, &last);
  if (is_between (x, low, high))
    return g_steal_pointer (&x);
  g_clear_pointer (&x, carrel_rational_unref);
  y = get_place (line->at, last.at, 1, 2);
  x = get_least (search, search->other, y, search->one);
  if (is_between (x, low, high))
    return g_steal_pointer (&x);
  return get_place (low, high, 1, 2);
}

static gboolean
is_same (const CarrelFrontierPoint *point, const Number *one, const Number *other)
{
  return carrel_rational_compare (point->one, one) == 0
         && carrel_rational_compare (point->other, other) == 0;
}

/* Whether three corners lie on one line, so that the one between is none. */
static gboolean
is_in_line (const CarrelFrontierPoint *a,
            const CarrelFrontierPoint *b,
            const CarrelFrontierPoint *c)
{
  g_autoptr (Number) ab_one = carrel_rational_subtract (b->one, a->one);
  g_autoptr (Number) ac_one = carrel_rational_subtract (c->one, a->one);
  g_autoptr (Number) ab_other = carrel_rational_subtract (b->other, a->other);
  g_autoptr (Number) ac_other = carrel_rational_subtract (c->other, a->other);
  g_autoptr (Number) left = carrel_rational_multiply (ab_one, ac_other);
  g_autoptr (Number) right = carrel_rational_multiply (ac_one, ab_other);

  return carrel_rational_compare (left, right) == 0;
}

static void
add_corner (Search *search, const Number *one, const Number *other)
{
  GPtrArray *corners = search->corners;
  CarrelFrontierPoint *point = NULL;

  if (corners->len > 0 && is_same (g_ptr_array_index (corners, corners->len - 1), one, other))
    return;
  point = g_new0 (CarrelFrontierPoint, 1);
  point->one = carrel_rational_ref (one);
  point->other = carrel_rational_ref (other);
  if (corners->len > 1
      && is_in_line (g_ptr_array_index (corners, corners->len - 2),
                     g_ptr_array_index (corners, corners->len - 1), point))
    g_ptr_array_remove_index (corners, corners->len - 1);
  g_ptr_array_add (corners, point);
}

/* Adds the corners from @low to before @high, and where the frontier arrives at @high. */
static void
trace (Search *search, const Number *low, const Number *high, guint depth)
{
  g_auto (Straight) line = { NULL };
  g_autoptr (Number) next = get_place (low, high, 1, N_PARTS);
  g_autoptr (Number) cut = NULL;
  g_autoptr (Number) end = NULL;

  init_straight (&line, search, low, next);
  if (depth < MAX_DEPTH && !is_straight (search, &line, low, high))
    {
      cut = get_cut (search, &line, low, high);
      trace (search, low, cut, depth + 1);
      trace (search, cut, high, depth + 1);
      return;
    }
  end = get_at (&line, high);
  add_corner (search, low, line.at);
  add_corner (search, high, end);
}

/**
 * carrel_grade_frontier_list:
 * @course: what is graded
 * @one: an item
 * @other: another item
 * @target: what is to be reached, a fraction of 1
 *
 * The corners of the needed score of @other as a function of the score of @one, from the least
 * score of @one that leaves a chance up to its upper bound. Other open items count with their lower
 * bounds. Two corners with the same score of @one are a fall; the second is what is needed there.
 *
 * Returns: (transfer full) (element-type CarrelFrontierPoint): the corners; empty when no pair of
 *   scores reaches the target
 */
GPtrArray *
carrel_grade_frontier_list (const CarrelGradeCourse *course,
                            guint one,
                            guint other,
                            const CarrelRational *target)
{
  Search search = { course, one, other, target, g_ptr_array_new_with_free_func (free_point) };
  const Number *top = get_top (&search, one);
  g_autoptr (Number) zero = carrel_rational_new (0, 1);
  g_autoptr (Number) first = get_least (&search, other, get_top (&search, other), one);
  g_autoptr (Number) enough = get_least (&search, other, zero, one);
  const Number *last = enough != NULL ? enough : top;
  g_autoptr (Number) end = NULL;

  if (first == NULL || carrel_rational_compare (first, top) > 0)
    return search.corners;
  if (carrel_rational_compare (first, last) < 0)
    trace (&search, first, last, 0);
  end = get_other (&search, last);
  add_corner (&search, last, end);
  if (carrel_rational_compare (last, top) < 0)
    add_corner (&search, top, zero);
  return search.corners;
}

/**
 * carrel_grade_frontier_get:
 * @course: what is graded
 * @one: an item
 * @other: another item
 * @target: what is to be reached, a fraction of 1
 * @points: a score of @one
 *
 * Returns: (transfer full) (nullable): the least score of @other in points with that score of @one,
 *   or %NULL when none is enough
 */
CarrelRational *
carrel_grade_frontier_get (const CarrelGradeCourse *course,
                           guint one,
                           guint other,
                           const CarrelRational *target,
                           const CarrelRational *points)
{
  const Search search = { course, one, other, target, NULL };

  return get_other (&search, points);
}
