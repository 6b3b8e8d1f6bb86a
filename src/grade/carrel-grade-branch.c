/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The weighted mean of the groups of one scheme, along a line. */
#define G_LOG_DOMAIN "carrel-grade-branch"

#include "config.h"

#include "carrel-grade-branch.h"

#include "carrel-fraction-sum.h"
#include "carrel-rational-private.h"

/* A group without drops is three sums; one with drops keeps its items. */
typedef struct
{
  const CarrelGradeGroup *group;
  gboolean has_drops;
  mpq_t s, slope, t;
  CarrelTrimmedRatio ratio;
  guint *items; /* the place in the course of each term of @ratio */
} Part;

struct _CarrelGradeBranch
{
  const CarrelGradeScheme *scheme;
  guint at;
  Part *parts;
  guint n_parts;
  GArray *replaced; /* of guint, one for each replacement; NULL is none */
};

/* The smaller of a piece and a cap; of equals the one that is smaller on the given side. */
static void
apply_cap (mpq_ptr value, mpq_ptr slope, int direction, const CarrelRational *cap)
{
  int order = cap != NULL ? mpq_cmp (value, carrel_rational_get_mpq (cap)) : -1;

  if (order < 0 || (order == 0 && mpq_sgn (slope) * direction <= 0))
    return;
  mpq_set (value, carrel_rational_get_mpq (cap));
  mpq_set_ui (slope, 0, 1);
}

static guint
scale_drops (guint n_drops, guint n_present, guint n_all, CarrelDropPolicy policy)
{
  if (policy == CARREL_DROPS_NONE || n_all == 0)
    return 0;
  return policy == CARREL_DROPS_PROPORTIONAL ? n_drops * n_present / n_all : n_drops;
}

/* What S is the score times: the weight by the maximum for a mean, 1 for a sum of points. */
static void
get_factors (const CarrelGradeGroup *group,
             const CarrelGradeItem *item,
             const CarrelRational **factor,
             const CarrelRational **divisor)
{
  gboolean is_mean = group->aggregation == CARREL_AGGREGATION_MEAN;

  *factor = is_mean ? item->weight : NULL;
  *divisor = is_mean && mpq_sgn (carrel_rational_peek (item->max)) != 0 ? item->max : NULL;
}

static void
set_product (mpq_ptr product,
             const CarrelRational *number,
             const CarrelRational *factor,
             const CarrelRational *divisor)
{
  if (number == NULL)
    return;
  mpq_set (product, carrel_rational_get_mpq (number));
  if (factor != NULL)
    mpq_mul (product, product, carrel_rational_get_mpq (factor));
  if (divisor != NULL)
    mpq_div (product, product, carrel_rational_get_mpq (divisor));
}

/* What the item adds to the sum of maxima: its weight for a mean, its maximum for points. */
static const CarrelRational *
get_stake (const CarrelGradeGroup *group, const CarrelGradeItem *item)
{
  if (group->aggregation == CARREL_AGGREGATION_POINTS)
    return item->max;
  return item->weight;
}

/* What counts for nothing takes no drop from the others. */
static gboolean
is_droppable (const CarrelGradeGroup *group, const CarrelGradeItem *item)
{
  const CarrelRational *stake = get_stake (group, item);

  return !item->is_extra && !item->never_drop
         && (stake == NULL || mpq_sgn (carrel_rational_peek (stake)) > 0);
}

static void
fill_term (CarrelTerm *term,
           const CarrelGradeGroup *group,
           const CarrelGradeItem *item,
           const CarrelGradePoint *point)
{
  const CarrelRational *stake = get_stake (group, item);
  const CarrelRational *factor, *divisor;

  get_factors (group, item, &factor, &divisor);
  set_product (term->s, point->value, factor, divisor);
  set_product (term->slope, point->slope, factor, divisor);
  term->is_fixed = !is_droppable (group, item);
  if (item->is_extra)
    return;
  if (stake == NULL)
    mpq_set_ui (term->t, 1, 1);
  else
    mpq_set (term->t, carrel_rational_get_mpq (stake));
}

static void
fill_ratio (Part *part, const CarrelGradeCourse *course, const CarrelGradePoint *points, guint n)
{
  const GArray *places = part->group->items;
  guint at = 0;

  carrel_trimmed_ratio_init (&part->ratio, n);
  part->items = g_new (guint, n);
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);

      if (points[place].value == NULL)
        continue;
      part->items[at] = place;
      fill_term (&part->ratio.terms[at++], part->group, g_ptr_array_index (course->items, place),
                 &points[place]);
    }
}

static void
fill_sums (Part *part, const CarrelGradeCourse *course, const CarrelGradePoint *points)
{
  g_auto (CarrelFractionSum) s, slope, t;
  const GArray *places = part->group->items;
  guint n_stakes = 0;

  carrel_fraction_sum_init (&s);
  carrel_fraction_sum_init (&slope);
  carrel_fraction_sum_init (&t);
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      const CarrelGradeItem *item = g_ptr_array_index (course->items, place);
      const CarrelGradePoint *point = &points[place];
      const CarrelRational *factor, *divisor, *stake = get_stake (part->group, item);

      if (point->value == NULL)
        continue;
      get_factors (part->group, item, &factor, &divisor);
      carrel_fraction_sum_add (&s, point->value, factor, divisor);
      if (point->slope != NULL)
        carrel_fraction_sum_add (&slope, point->slope, factor, divisor);
      if (stake != NULL && !item->is_extra)
        carrel_fraction_sum_add (&t, stake, NULL, NULL);
      n_stakes += stake == NULL && !item->is_extra;
    }
  carrel_fraction_sum_get (&s, part->s);
  carrel_fraction_sum_get (&slope, part->slope);
  carrel_fraction_sum_get (&t, part->t);
  mpz_addmul_ui (mpq_numref (part->t), mpq_denref (part->t), n_stakes);
}

static void
count_items (const CarrelGradeCourse *course,
             const CarrelGradeGroup *group,
             const CarrelGradePoint *points,
             guint counts[3])
{
  for (guint i = 0; i < group->items->len; i++)
    {
      guint place = g_array_index (group->items, guint, i);
      const CarrelGradeItem *item = g_ptr_array_index (course->items, place);
      gboolean is_present = points[place].value != NULL;

      counts[0] += is_present;
      counts[1] += is_present && is_droppable (group, item);
      counts[2] += item->state != CARREL_ITEM_EXCUSED && is_droppable (group, item);
    }
}

static void
fill_part (Part *part,
           const CarrelGradeCourse *course,
           const CarrelGradePoint *points,
           CarrelDropPolicy policy)
{
  const CarrelGradeGroup *group = part->group;
  guint counts[3] = { 0 };

  mpq_inits (part->s, part->slope, part->t, NULL);
  part->has_drops = group->drop_lowest + group->drop_highest > 0;
  if (!part->has_drops)
    {
      fill_sums (part, course, points);
      return;
    }
  count_items (course, group, points, counts);
  fill_ratio (part, course, points, counts[0]);
  part->ratio.n_low = scale_drops (group->drop_lowest, counts[1], counts[2], policy);
  part->ratio.n_high = scale_drops (group->drop_highest, counts[1], counts[2], policy);
}

/* Adds number times factor; nothing is worked where one of them is 0. */
static void
add_product (mpq_ptr sum, mpq_srcptr number, mpq_srcptr factor)
{
  mpq_t product;

  if (mpq_sgn (number) == 0 || mpq_sgn (factor) == 0)
    return;
  mpq_init (product);
  mpq_mul (product, number, factor);
  mpq_add (sum, sum, product);
  mpq_clear (product);
}

/* FALSE when the group has no value, as when nothing of it is graded. */
static gboolean
evaluate_part (Part *part, mpq_srcptr x, int direction, mpq_ptr value, mpq_ptr slope)
{
  mpq_set_ui (slope, 0, 1);
  if (part->has_drops)
    {
      if (!carrel_trimmed_ratio_solve (&part->ratio, x, direction, value, slope))
        return FALSE;
    }
  else
    {
      if (mpq_sgn (part->t) <= 0)
        return FALSE;
      mpq_div (value, part->s, part->t);
      if (mpq_sgn (part->slope) != 0)
        {
          mpq_div (slope, part->slope, part->t);
          add_product (value, slope, x);
        }
    }
  apply_cap (value, slope, direction, part->group->cap);
  return TRUE;
}

/* The sums over what is kept, after @part has been evaluated. */
static void
sum_kept (const Part *part, mpq_ptr earned, mpq_ptr worth)
{
  if (!part->has_drops)
    {
      mpq_set (earned, part->s);
      mpq_set (worth, part->t);
      return;
    }
  for (guint i = 0; i < part->ratio.n_terms; i++)
    {
      const CarrelTerm *term = &part->ratio.terms[i];

      if (!term->is_kept)
        continue;
      mpq_add (earned, earned, term->s);
      mpq_add (worth, worth, term->t);
    }
  mpz_mul (mpq_denref (earned), mpq_denref (earned), part->ratio.scale);
  mpz_mul (mpq_denref (worth), mpq_denref (worth), part->ratio.scale);
  mpq_canonicalize (earned);
  mpq_canonicalize (worth);
}

/* How far the term is above the average, S - q T. */
static int
compare_ratings (const CarrelTerm *one, const CarrelTerm *other, mpq_srcptr average)
{
  mpq_t ratings[2];
  int order;

  mpq_inits (ratings[0], ratings[1], NULL);
  mpq_mul (ratings[0], average, one->t);
  mpq_sub (ratings[0], one->s, ratings[0]);
  mpq_mul (ratings[1], average, other->t);
  mpq_sub (ratings[1], other->s, ratings[1]);
  order = mpq_cmp (ratings[0], ratings[1]);
  mpq_clears (ratings[0], ratings[1], NULL);
  return order;
}

/* Whether a dropped term is among the lowest of what is dropped. */
static gboolean
is_low (const Part *part, guint at, mpq_srcptr average)
{
  const CarrelTrimmedRatio *ratio = &part->ratio;
  guint n_below = 0;

  for (guint i = 0; i < ratio->n_terms; i++)
    {
      int order = ratio->terms[i].is_kept || i == at
                      ? 1
                      : compare_ratings (&ratio->terms[i], &ratio->terms[at], average);

      n_below += order < 0 || (order == 0 && i < at);
    }
  return n_below < ratio->n_low;
}

/**
 * carrel_grade_branch_new:
 * @course: what is graded; kept alive by the caller
 * @scheme: which of its schemes
 * @points: a score for each item of @course
 * @policy: how drops count
 *
 * Returns: (transfer full): the scheme with its scores
 */
CarrelGradeBranch *
carrel_grade_branch_new (const CarrelGradeCourse *course,
                         guint scheme,
                         const CarrelGradePoint *points,
                         CarrelDropPolicy policy)
{
  CarrelGradeBranch *self = g_new0 (CarrelGradeBranch, 1);

  self->scheme = g_ptr_array_index (course->schemes, scheme);
  self->at = scheme;
  self->n_parts = self->scheme->groups->len;
  self->parts = g_new0 (Part, self->n_parts);
  for (guint i = 0; i < self->n_parts; i++)
    {
      self->parts[i].group = g_ptr_array_index (self->scheme->groups, i);
      fill_part (&self->parts[i], course, points, policy);
    }
  return self;
}

/**
 * carrel_grade_branch_free:
 * @self: (transfer full): a branch
 *
 * Frees it.
 */
void
carrel_grade_branch_free (CarrelGradeBranch *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      Part *part = &self->parts[i];

      mpq_clears (part->s, part->slope, part->t, NULL);
      if (part->has_drops)
        carrel_trimmed_ratio_clear (&part->ratio);
      g_free (part->items);
    }
  g_clear_pointer (&self->replaced, g_array_unref);
  g_free (self->parts);
  g_free (self);
}

/**
 * carrel_grade_branch_evaluate:
 * @self: a branch
 * @x: the unknown
 * @direction: -1 or 1 for the slope on that side of @x, 0 for none
 * @piece: where value, slope and scheme go, initialised
 *
 * total = sum of w G over normal groups that have a value, by the sum of those w, and w G of the
 * bonus groups on top (grade mathematics, section 4).
 *
 * Returns: whether there is a grade
 */
gboolean
carrel_grade_branch_evaluate (CarrelGradeBranch *self,
                              mpq_srcptr x,
                              int direction,
                              CarrelGradePiece *piece)
{
  CarrelGradePiece sums[2]; /* of normal and of bonus groups */
  mpq_t value, slope, weights;
  gboolean is_defined;

  mpq_inits (value, slope, weights, sums[0].value, sums[0].slope, sums[1].value, sums[1].slope,
             NULL);
  for (guint i = 0; i < self->n_parts; i++)
    {
      const CarrelGradeGroup *group = self->parts[i].group;
      CarrelGradePiece *sum = &sums[group->is_bonus ? 1 : 0];
      mpq_srcptr weight = carrel_rational_get_mpq (group->weight);

      if (!evaluate_part (&self->parts[i], x, direction, value, slope))
        continue;
      add_product (sum->value, value, weight);
      if (mpq_sgn (slope) != 0)
        add_product (sum->slope, slope, weight);
      if (!group->is_bonus)
        mpq_add (weights, weights, weight);
    }
  is_defined = mpq_sgn (weights) > 0;
  if (is_defined)
    {
      mpq_div (piece->value, sums[0].value, weights);
      mpq_div (piece->slope, sums[0].slope, weights);
      mpq_add (piece->value, piece->value, sums[1].value);
      mpq_add (piece->slope, piece->slope, sums[1].slope);
      piece->scheme = self->at;
      apply_cap (piece->value, piece->slope, direction, self->scheme->cap);
    }
  mpq_clears (value, slope, weights, sums[0].value, sums[0].slope, sums[1].value, sums[1].slope,
              NULL);
  return is_defined;
}

/**
 * carrel_grade_branch_get_n_groups:
 * @self: a branch
 *
 * Returns: how many groups its scheme has
 */
guint
carrel_grade_branch_get_n_groups (const CarrelGradeBranch *self)
{
  return self->n_parts;
}

/**
 * carrel_grade_branch_get_group:
 * @self: a branch
 * @group: which group of the scheme
 * @dropped: (nullable): an array of guint to which the places of dropped items are added
 *
 * Returns: (transfer full) (nullable): the value of the group where the unknown is 0, or %NULL when
 *   it has none
 */
CarrelRational *
carrel_grade_branch_get_group (CarrelGradeBranch *self, guint group, GArray *dropped)
{
  Part *part = &self->parts[group];
  CarrelRational *result = NULL;
  mpq_t x, value, slope;

  mpq_inits (x, value, slope, NULL);
  if (evaluate_part (part, x, 0, value, slope))
    result = carrel_rational_new_mpq (value);
  mpq_clears (x, value, slope, NULL);
  if (!part->has_drops || dropped == NULL)
    return result;
  for (guint i = 0; i < part->ratio.n_terms; i++)
    if (!part->ratio.terms[i].is_kept)
      g_array_append_val (dropped, part->items[i]);
  return result;
}

/**
 * carrel_grade_branch_get_scheme:
 * @self: a branch
 *
 * Returns: which scheme of its course it is
 */
guint
carrel_grade_branch_get_scheme (const CarrelGradeBranch *self)
{
  return self->at;
}

/**
 * carrel_grade_branch_get_sums:
 * @self: a branch
 * @group: which group of the scheme
 * @sums: (out): where the sums go; cleared by carrel_grade_sums_clear() in any case
 *
 * What the value of a group is made of where the unknown is 0: what is kept, and why the others are
 * dropped.
 *
 * Returns: whether the group has a value
 */
gboolean
carrel_grade_branch_get_sums (CarrelGradeBranch *self, guint group, CarrelGradeSums *sums)
{
  Part *part = &self->parts[group];
  mpq_t x, value, slope, earned, worth;

  sums->lows = g_array_new (FALSE, FALSE, sizeof (guint));
  sums->highs = g_array_new (FALSE, FALSE, sizeof (guint));
  mpq_inits (x, value, slope, earned, worth, NULL);
  if (evaluate_part (part, x, 0, value, slope))
    {
      sum_kept (part, earned, worth);
      sums->earned = carrel_rational_new_mpq (earned);
      sums->worth = carrel_rational_new_mpq (worth);
      mpq_div (value, earned, worth);
    }
  for (guint i = 0; sums->worth != NULL && part->has_drops && i < part->ratio.n_terms; i++)
    if (!part->ratio.terms[i].is_kept)
      g_array_append_val (is_low (part, i, value) ? sums->lows : sums->highs, part->items[i]);
  mpq_clears (x, value, slope, earned, worth, NULL);
  return sums->worth != NULL;
}

/**
 * carrel_grade_sums_clear:
 * @self: sums
 *
 * Frees what they hold.
 */
void
carrel_grade_sums_clear (CarrelGradeSums *self)
{
  g_clear_pointer (&self->earned, carrel_rational_unref);
  g_clear_pointer (&self->worth, carrel_rational_unref);
  g_clear_pointer (&self->lows, g_array_unref);
  g_clear_pointer (&self->highs, g_array_unref);
}

/**
 * carrel_grade_branch_set_replaced:
 * @self: a branch
 * @replaced: for each replacement of the course the item whose score is replaced, or %G_MAXUINT
 *
 * Remembers which way of replacing scores the branch is.
 */
void
carrel_grade_branch_set_replaced (CarrelGradeBranch *self, GArray *replaced)
{
  self->replaced = g_array_copy (replaced);
}

/**
 * carrel_grade_branch_get_replaced:
 * @self: a branch
 * @replacement: a replacement of the course
 *
 * Returns: the item whose score it replaces, or %G_MAXUINT
 */
guint
carrel_grade_branch_get_replaced (const CarrelGradeBranch *self, guint replacement)
{
  return self->replaced != NULL ? g_array_index (self->replaced, guint, replacement) : G_MAXUINT;
}
