/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares: the weight of a group by what all its items are worth, excused ones apart (grade
 * mathematics, section 5). Drops play no part. */
#define G_LOG_DOMAIN "carrel-grade-shares"

#include "config.h"

#include "carrel-grade-shares.h"

#include "carrel-fraction-sum.h"

/* What a group is worth in all, what of it is graded, and what was got for that. */
typedef struct
{
  CarrelFractionSum worth;
  CarrelFractionSum graded;
  CarrelFractionSum got;
} Sums;

/* Points of the course. */
typedef struct
{
  mpq_t earned; /* in what counts in full */
  mpq_t graded; /* what of it is graded */
  mpq_t worth;  /* all of it */
  mpq_t bonus;  /* added, and never divided */
} Shares;

static void
clear_sums (Sums *self)
{
  carrel_fraction_sum_clear (&self->worth);
  carrel_fraction_sum_clear (&self->graded);
  carrel_fraction_sum_clear (&self->got);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sums, clear_sums)

static void
init_sums (Sums *self)
{
  carrel_fraction_sum_init (&self->worth);
  carrel_fraction_sum_init (&self->graded);
  carrel_fraction_sum_init (&self->got);
}

/* A mean counts the percentage by the weight of the item, points count as they are. */
static void
add_score (Sums *sums, const CarrelGradeGroup *group, const CarrelGradeItem *item)
{
  gboolean is_mean = group->aggregation == CARREL_AGGREGATION_MEAN;
  gboolean has_max = carrel_rational_get_sign (item->max) > 0;

  carrel_fraction_sum_add (&sums->got, item->score, is_mean ? item->weight : NULL,
                           is_mean && has_max ? item->max : NULL);
}

static void
add_item (Sums *sums, const CarrelGradeGroup *group, const CarrelGradeItem *item)
{
  g_autoptr (CarrelRational) one = carrel_rational_new (1, 1);
  const CarrelRational *weight = item->weight != NULL ? item->weight : one;
  const CarrelRational *stake = group->aggregation == CARREL_AGGREGATION_MEAN ? weight : item->max;
  gboolean is_graded = item->state == CARREL_ITEM_GRADED || item->state == CARREL_ITEM_MISSING;

  if (!item->is_extra)
    carrel_fraction_sum_add (&sums->worth, stake, NULL, NULL);
  if (!item->is_extra && is_graded)
    carrel_fraction_sum_add (&sums->graded, stake, NULL, NULL);
  if (item->state == CARREL_ITEM_GRADED)
    add_score (sums, group, item);
}

/* What was got of a group, a fraction of 1, with the cap that it has in the course. */
static void
get_part (Sums *sums, const CarrelGradeGroup *group, gboolean by_graded, mpq_t part)
{
  mpq_t worth;

  mpq_init (worth);
  carrel_fraction_sum_get (&sums->worth, worth);
  carrel_fraction_sum_get (&sums->got, part);
  mpq_div (part, part, worth);
  if (!by_graded && group->cap != NULL && mpq_cmp (part, carrel_rational_get_mpq (group->cap)) > 0)
    mpq_set (part, carrel_rational_get_mpq (group->cap));
  mpq_clear (worth);
}

static void
add_sums (Shares *shares, Sums *sums, const CarrelGradeGroup *group, gboolean by_graded)
{
  mpq_srcptr weight = carrel_rational_get_mpq (group->weight);
  mpq_t worth, part;

  mpq_inits (worth, part, NULL);
  carrel_fraction_sum_get (&sums->worth, worth);
  if (mpq_sgn (worth) > 0)
    {
      get_part (sums, group, by_graded, part);
      mpq_mul (part, part, weight);
      if (group->is_bonus)
        mpq_add (shares->bonus, shares->bonus, part);
      else
        {
          mpq_add (shares->earned, shares->earned, part);
          mpq_add (shares->worth, shares->worth, weight);
          carrel_fraction_sum_get (&sums->graded, part);
          mpq_div (part, part, worth);
          mpq_mul (part, part, weight);
          mpq_add (shares->graded, shares->graded, part);
        }
    }
  mpq_clears (worth, part, NULL);
}

static void
add_group (Shares *shares,
           const CarrelGradeCourse *course,
           const CarrelGradeGroup *group,
           gboolean by_graded)
{
  g_auto (Sums) sums;

  init_sums (&sums);
  for (guint i = 0; i < group->items->len; i++)
    {
      const CarrelGradeItem *item
          = g_ptr_array_index (course->items, g_array_index (group->items, guint, i));

      if (item->state != CARREL_ITEM_EXCUSED)
        add_item (&sums, group, item);
    }
  add_sums (shares, &sums, group, by_graded);
}

/* One scheme: the points earned of all that it counts; or, of what is graded, the grade of its
 * items. As in the grade itself, a group without items leaves the denominator, bonus points are
 * added, and the cap is the end. */
static CarrelRational *
get_scheme (const CarrelGradeCourse *course, const CarrelGradeScheme *scheme, gboolean by_graded)
{
  CarrelRational *result = NULL;
  Shares shares;
  mpq_ptr divisor = by_graded ? shares.graded : shares.worth;

  mpq_inits (shares.earned, shares.graded, shares.worth, shares.bonus, NULL);
  for (guint i = 0; i < scheme->groups->len; i++)
    add_group (&shares, course, g_ptr_array_index (scheme->groups, i), by_graded);
  if (mpq_sgn (divisor) > 0)
    {
      mpq_div (shares.earned, shares.earned, divisor);
      mpq_add (shares.earned, shares.earned, shares.bonus);
      if (scheme->cap != NULL && mpq_cmp (shares.earned, carrel_rational_get_mpq (scheme->cap)) > 0)
        mpq_set (shares.earned, carrel_rational_get_mpq (scheme->cap));
      result = carrel_rational_new_mpq (shares.earned);
    }
  mpq_clears (shares.earned, shares.graded, shares.worth, shares.bonus, NULL);
  return result;
}

static CarrelRational *
get_best (const CarrelGradeCourse *course, gboolean by_graded)
{
  CarrelRational *best = NULL;

  for (guint i = 0; i < course->schemes->len; i++)
    {
      g_autoptr (CarrelRational) value
          = get_scheme (course, g_ptr_array_index (course->schemes, i), by_graded);

      if (value == NULL || (best != NULL && carrel_rational_compare (best, value) >= 0))
        continue;
      g_clear_pointer (&best, carrel_rational_unref);
      best = g_steal_pointer (&value);
    }
  return best;
}

/**
 * carrel_grade_shares_get_banked:
 * @course: what is graded
 *
 * Returns: (transfer full) (nullable): the points of the course that are earned, a fraction of 1;
 * the most of all schemes; %NULL when nothing counts
 */
CarrelRational *
carrel_grade_shares_get_banked (const CarrelGradeCourse *course)
{
  return get_best (course, FALSE);
}

/**
 * carrel_grade_shares_get_item_level:
 * @course: what is graded
 *
 * Returns: (transfer full) (nullable): the grade of what is graded, each item by its share; %NULL
 *   when nothing is
 */
CarrelRational *
carrel_grade_shares_get_item_level (const CarrelGradeCourse *course)
{
  return get_best (course, TRUE);
}
