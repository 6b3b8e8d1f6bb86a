/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The best of all branches, and the least x that reaches a target. */
#define G_LOG_DOMAIN "carrel-grade-line"

#include "config.h"

#include "carrel-grade-branch.h"

#include <string.h>

struct _CarrelGradeLine
{
  GPtrArray *branches; /* of CarrelGradeBranch */
  CarrelDropPolicy policy;
  GArray *replaced; /* the choice while branches are made */
};

/* Replaces the score of an item by the percentage of another. */
static CarrelGradePoint
replace_point (const CarrelGradeCourse *course,
               const CarrelGradePoint *by_point,
               guint by,
               guint target,
               GPtrArray *owned)
{
  const CarrelGradeItem *from = g_ptr_array_index (course->items, by);
  const CarrelGradeItem *to = g_ptr_array_index (course->items, target);
  g_autoptr (CarrelRational) scale = carrel_rational_divide (to->max, from->max);
  CarrelGradePoint point = { NULL, NULL };

  point.value = carrel_rational_multiply (by_point->value, scale);
  g_ptr_array_add (owned, (gpointer) point.value);
  if (by_point->slope == NULL)
    return point;
  point.slope = carrel_rational_multiply (by_point->slope, scale);
  g_ptr_array_add (owned, (gpointer) point.slope);
  return point;
}

static void
add_schemes (CarrelGradeLine *self, const CarrelGradeCourse *course, const CarrelGradePoint *points)
{
  for (guint i = 0; i < course->schemes->len; i++)
    {
      CarrelGradeBranch *branch = carrel_grade_branch_new (course, i, points, self->policy);

      if (self->replaced->len > 0)
        carrel_grade_branch_set_replaced (branch, self->replaced);
      g_ptr_array_add (self->branches, branch);
    }
}

static void
add_branches (CarrelGradeLine *self,
              const CarrelGradeCourse *course,
              const CarrelGradePoint *points,
              guint replacement)
{
  const CarrelGradeReplacement *rule = NULL;
  gsize size = course->items->len * sizeof *points;

  if (replacement == course->replacements->len)
    {
      add_schemes (self, course, points);
      return;
    }
  add_branches (self, course, points, replacement + 1);
  rule = g_ptr_array_index (course->replacements, replacement);
  for (guint i = 0; points[rule->by].value != NULL && i < rule->targets->len; i++)
    {
      guint target = g_array_index (rule->targets, guint, i);
      g_autoptr (GPtrArray) owned
          = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_rational_unref);
      g_autofree CarrelGradePoint *changed = NULL;

      if (points[target].value == NULL)
        continue;
      changed = g_memdup2 (points, size);
      changed[target] = replace_point (course, &points[rule->by], rule->by, target, owned);
      g_array_index (self->replaced, guint, replacement) = target;
      add_branches (self, course, changed, replacement + 1);
    }
  g_array_index (self->replaced, guint, replacement) = G_MAXUINT;
}

/* Whether a piece is better than another on the given side of x. */
static gboolean
is_better (const CarrelGradePiece *piece, const CarrelGradePiece *than, int direction)
{
  int order = mpq_cmp (piece->value, than->value);

  return order > 0 || (order == 0 && mpq_cmp (piece->slope, than->slope) * direction > 0);
}

static void
swap_pieces (CarrelGradePiece *one, CarrelGradePiece *other)
{
  guint scheme = one->scheme;

  one->scheme = other->scheme;
  other->scheme = scheme;
  mpq_swap (one->value, other->value);
  mpq_swap (one->slope, other->slope);
}

/* Moves @from or @until to @x; TRUE when @x is the least that reaches the target. */
static gboolean
narrow (CarrelGradeLine *self, mpq_srcptr target, mpq_ptr from, mpq_ptr until, mpq_srcptr x)
{
  CarrelGradePiece piece;
  gboolean is_found;
  int order;

  mpq_inits (piece.value, piece.slope, NULL);
  carrel_grade_line_evaluate (self, x, -1, &piece);
  order = mpq_cmp (piece.value, target);
  is_found = order == 0 && mpq_sgn (piece.slope) > 0;
  mpq_set (order >= 0 ? until : from, x);
  mpq_clears (piece.value, piece.slope, NULL);
  return is_found;
}

/* Where the piece that starts at @from meets the target, if that lies before @until. */
static gboolean
follow (CarrelGradeLine *self, mpq_srcptr target, mpq_srcptr from, mpq_srcptr until, mpq_ptr x)
{
  CarrelGradePiece piece;
  gboolean is_inside = FALSE;

  mpq_inits (piece.value, piece.slope, NULL);
  carrel_grade_line_evaluate (self, from, 1, &piece);
  if (mpq_sgn (piece.slope) > 0)
    {
      mpq_sub (x, target, piece.value);
      mpq_div (x, x, piece.slope);
      mpq_add (x, x, from);
      is_inside = mpq_cmp (x, until) < 0;
    }
  mpq_clears (piece.value, piece.slope, NULL);
  return is_inside;
}

/**
 * carrel_grade_line_new:
 * @course: what is graded; kept alive by the caller
 * @points: a score for each item of @course; not needed after
 * @policy: how drops count
 *
 * Returns: (transfer full): the grade along a line
 */
CarrelGradeLine *
carrel_grade_line_new (const CarrelGradeCourse *course,
                       const CarrelGradePoint *points,
                       CarrelDropPolicy policy)
{
  CarrelGradeLine *self = g_new0 (CarrelGradeLine, 1);

  self->branches = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_grade_branch_free);
  self->policy = policy;
  self->replaced = g_array_sized_new (FALSE, FALSE, sizeof (guint), course->replacements->len);
  g_array_set_size (self->replaced, course->replacements->len);
  for (guint i = 0; i < self->replaced->len; i++)
    g_array_index (self->replaced, guint, i) = G_MAXUINT;
  add_branches (self, course, points, 0);
  return self;
}

/**
 * carrel_grade_line_free:
 * @self: (transfer full): a line
 *
 * Frees it.
 */
void
carrel_grade_line_free (CarrelGradeLine *self)
{
  g_ptr_array_unref (self->branches);
  g_array_unref (self->replaced);
  g_free (self);
}

/**
 * carrel_grade_line_evaluate:
 * @self: a line
 * @x: the unknown
 * @direction: -1 or 1 for the slope on that side of @x, 0 for none
 * @piece: where value, slope and scheme go, initialised
 *
 * Returns: whether there is a grade
 */
gboolean
carrel_grade_line_evaluate (CarrelGradeLine *self,
                            mpq_srcptr x,
                            int direction,
                            CarrelGradePiece *piece)
{
  gboolean is_defined = FALSE;
  CarrelGradePiece other;

  mpq_inits (other.value, other.slope, NULL);
  for (guint i = 0; i < self->branches->len; i++)
    {
      CarrelGradeBranch *branch = g_ptr_array_index (self->branches, i);

      if (!carrel_grade_branch_evaluate (branch, x, direction, &other)
          || (is_defined && !is_better (&other, piece, direction)))
        continue;
      swap_pieces (piece, &other);
      is_defined = TRUE;
    }
  mpq_clears (other.value, other.slope, NULL);
  return is_defined;
}

/**
 * carrel_grade_line_find_best:
 * @self: a line
 * @scheme: a scheme of the course, or %CARREL_ANY_SCHEME
 * @total: (out) (optional) (transfer full): its grade without gates, where the unknown is 0
 *
 * Returns: (transfer none) (nullable): the branch that counts where the unknown is 0, or %NULL when
 *   none has a grade
 */
CarrelGradeBranch *
carrel_grade_line_find_best (CarrelGradeLine *self, guint scheme, CarrelRational **total)
{
  CarrelGradeBranch *best = NULL;
  CarrelGradePiece piece, other;
  mpq_t x;

  mpq_inits (x, piece.value, piece.slope, other.value, other.slope, NULL);
  for (guint i = 0; i < self->branches->len; i++)
    {
      CarrelGradeBranch *branch = g_ptr_array_index (self->branches, i);

      if ((scheme != CARREL_ANY_SCHEME && carrel_grade_branch_get_scheme (branch) != scheme)
          || !carrel_grade_branch_evaluate (branch, x, 0, &other)
          || (best != NULL && mpq_cmp (other.value, piece.value) <= 0))
        continue;
      swap_pieces (&piece, &other);
      best = branch;
    }
  if (best != NULL && total != NULL)
    *total = carrel_rational_new_mpq (piece.value);
  mpq_clears (x, piece.value, piece.slope, other.value, other.slope, NULL);
  return best;
}

/**
 * carrel_grade_line_get:
 * @self: a line
 * @x: the unknown
 * @scheme: (out) (optional): the best scheme
 *
 * Returns: (transfer full) (nullable): the grade, or %NULL when there is none
 */
CarrelRational *
carrel_grade_line_get (CarrelGradeLine *self, const CarrelRational *x, guint *scheme)
{
  CarrelRational *value = NULL;
  CarrelGradePiece piece;

  mpq_inits (piece.value, piece.slope, NULL);
  if (carrel_grade_line_evaluate (self, carrel_rational_get_mpq (x), 0, &piece))
    {
      value = carrel_rational_new_mpq (piece.value);
      if (scheme != NULL)
        *scheme = piece.scheme;
    }
  mpq_clears (piece.value, piece.slope, NULL);
  return value;
}

/**
 * carrel_grade_line_find:
 * @self: a line that has a grade
 * @target: what is to be reached
 * @from: the least that x may be
 * @until: the most that x may be
 *
 * Finds the least x with a grade of @target or more: the piece at the lower end is followed to the
 * target; where another piece comes between, the interval is halved. Grades are exact, so that the
 * answer is, too.
 *
 * Returns: (transfer full) (nullable): the least x, or %NULL when no x up to @until is enough
 */
CarrelRational *
carrel_grade_line_find (CarrelGradeLine *self,
                        const CarrelRational *target,
                        const CarrelRational *from,
                        const CarrelRational *until)
{
  g_autoptr (CarrelRational) least = carrel_grade_line_get (self, from, NULL);
  g_autoptr (CarrelRational) most = carrel_grade_line_get (self, until, NULL);
  mpq_srcptr goal = carrel_rational_get_mpq (target);
  CarrelRational *result = NULL;
  mpq_t low, high, x;

  if (least == NULL || carrel_rational_compare (most, target) < 0)
    return NULL;
  if (carrel_rational_compare (least, target) >= 0)
    return carrel_rational_ref (from);

  mpq_inits (low, high, x, NULL);
  mpq_set (low, carrel_rational_get_mpq (from));
  mpq_set (x, carrel_rational_get_mpq (until));
  while (!narrow (self, goal, low, high, x))
    {
      if (follow (self, goal, low, high, x) && narrow (self, goal, low, high, x))
        break;
      mpq_add (x, low, high);
      mpq_div_2exp (x, x, 1);
    }
  result = carrel_rational_new_mpq (x);
  mpq_clears (low, high, x, NULL);
  return result;
}
