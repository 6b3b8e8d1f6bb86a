/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Works a grade again as it is worked by hand, and writes down every step (grade mathematics,
 * sections 3, 4 and 9). */
#define G_LOG_DOMAIN "carrel-grade-step"

#include "config.h"

#include "carrel-grade-step.h"

#include "carrel-grade-branch.h"
#include "carrel-grade-points.h"

typedef CarrelRational Number;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Number, carrel_rational_unref)

typedef struct
{
  const CarrelGradeCourse *course;
  CarrelGradePoints points;
  CarrelGradeBranch *branch; /* the one that counts */
  const CarrelGradeScheme *scheme;
  GPtrArray *steps; /* of CarrelGradeStep */
  Number *shares;   /* of normal groups */
  Number *weights;
  Number *bonus;
} Work;

static void
clear_work (Work *self)
{
  carrel_grade_points_clear (&self->points);
  carrel_rational_unref (self->shares);
  carrel_rational_unref (self->weights);
  carrel_rational_unref (self->bonus);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

/* ---- steps ---- */

static CarrelGradeStep *
add_step (Work *work, CarrelGradeRule rule, const char *label)
{
  CarrelGradeStep *step = g_new0 (CarrelGradeStep, 1);

  step->rule = rule;
  step->label = g_strdup (label);
  step->group = CARREL_STEP_NONE;
  step->item = CARREL_STEP_NONE;
  step->scheme = CARREL_STEP_NONE;
  g_ptr_array_add (work->steps, step);
  return step;
}

static CarrelGradeStep *
add_group_step (Work *work, CarrelGradeRule rule, guint group)
{
  const CarrelGradeGroup *of = g_ptr_array_index (work->scheme->groups, group);
  CarrelGradeStep *step = add_step (work, rule, of->name);

  step->group = group;
  return step;
}

static CarrelGradeStep *
add_item_step (Work *work, CarrelGradeRule rule, guint group, guint item)
{
  const CarrelGradeItem *of = g_ptr_array_index (work->course->items, item);
  CarrelGradeStep *step = add_step (work, rule, of->name != NULL ? of->name : of->id);

  step->group = group;
  step->item = item;
  return step;
}

static void
operate (CarrelGradeStep *step, const Number *operand)
{
  step->operands[step->n_operands++] = carrel_rational_ref (operand);
}

static void
give (CarrelGradeStep *step, const Number *result)
{
  step->result = carrel_rational_ref (result);
}

static void
add_to (Number **sum, const Number *number)
{
  Number *more = carrel_rational_add (*sum, number);

  carrel_rational_unref (*sum);
  *sum = more;
}

/* ---- items ---- */

static gboolean
has_place (const GArray *places, guint item)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) == item)
      return TRUE;
  return FALSE;
}

/* The item whose percentage takes the place of that of @item, or CARREL_STEP_NONE. */
static guint
find_replacing (const Work *work, guint item)
{
  for (guint i = work->course->replacements->len; i > 0; i--)
    if (carrel_grade_branch_get_replaced (work->branch, i - 1) == item)
      return ((CarrelGradeReplacement *) g_ptr_array_index (work->course->replacements, i - 1))->by;
  return CARREL_STEP_NONE;
}

static Number *
get_fraction (const Number *score, const CarrelGradeItem *item)
{
  if (carrel_rational_get_sign (item->max) == 0)
    return NULL;
  return carrel_rational_divide (score, item->max);
}

/* The score that counts: its own, or that of another. */
static Number *
replace (Work *work, guint group, guint item, const Number *own)
{
  guint by = find_replacing (work, item);
  const CarrelGradeItem *to = g_ptr_array_index (work->course->items, item);
  const CarrelGradeItem *from
      = by != CARREL_STEP_NONE ? g_ptr_array_index (work->course->items, by) : NULL;
  CarrelGradeStep *step = NULL;
  g_autoptr (Number) before = NULL;
  g_autoptr (Number) after = NULL;

  if (from == NULL)
    return carrel_rational_ref (own);
  before = get_fraction (own, to);
  after = get_fraction (work->points.points[by].value, from);
  step = add_item_step (work, CARREL_RULE_REPLACED, group, item);
  step->other = g_strdup (from->name != NULL ? from->name : from->id);
  operate (step, before);
  give (step, after);
  return carrel_rational_multiply (after, to->max);
}

static void
add_extra (Work *work, guint group, guint place, const Number *score)
{
  const CarrelGradeItem *item = g_ptr_array_index (work->course->items, place);
  const CarrelGradeGroup *in = g_ptr_array_index (work->scheme->groups, group);
  gboolean is_mean = in->aggregation == CARREL_AGGREGATION_MEAN;
  CarrelGradeStep *step = add_item_step (work, CARREL_RULE_EXTRA, group, place);
  g_autoptr (Number) part = is_mean ? get_fraction (score, item) : NULL;
  g_autoptr (Number) weighted = NULL;

  if (part == NULL)
    part = carrel_rational_ref (score);
  weighted = is_mean && item->weight != NULL ? carrel_rational_multiply (part, item->weight)
                                             : carrel_rational_ref (part);
  operate (step, score);
  give (step, weighted);
}

static void
add_scored (Work *work, guint group, guint place, const CarrelGradeSums *sums)
{
  const CarrelGradeItem *item = g_ptr_array_index (work->course->items, place);
  const CarrelGradeGroup *in = g_ptr_array_index (work->scheme->groups, group);
  g_autoptr (Number) score = replace (work, group, place, work->points.points[place].value);
  g_autoptr (Number) fraction = get_fraction (score, item);
  CarrelGradeRule rule = CARREL_RULE_SCORE;
  CarrelGradeStep *step = NULL;

  if (item->is_extra)
    {
      add_extra (work, group, place, score);
      return;
    }
  if (has_place (sums->lows, place))
    rule = CARREL_RULE_DROPPED_LOW;
  else if (has_place (sums->highs, place))
    rule = CARREL_RULE_DROPPED_HIGH;
  step = add_item_step (work, rule, group, place);
  operate (step, score);
  operate (step, item->max);
  if (item->weight != NULL && in->aggregation == CARREL_AGGREGATION_MEAN)
    operate (step, item->weight);
  if (fraction != NULL)
    give (step, fraction);
}

static void
add_item (Work *work, guint group, guint place, const CarrelGradeSums *sums)
{
  const CarrelGradeItem *item = g_ptr_array_index (work->course->items, place);
  CarrelGradeStep *step = NULL;

  if (item->state == CARREL_ITEM_EXCUSED)
    add_item_step (work, CARREL_RULE_EXCUSED, group, place);
  else if (item->state == CARREL_ITEM_UNGRADED)
    add_item_step (work, CARREL_RULE_UNGRADED, group, place);
  else if (item->state == CARREL_ITEM_MISSING && !has_place (sums->lows, place)
           && !has_place (sums->highs, place) && find_replacing (work, place) == CARREL_STEP_NONE)
    {
      step = add_item_step (work, CARREL_RULE_MISSING, group, place);
      operate (step, item->max);
      give (step, work->points.zero);
    }
  else
    add_scored (work, group, place, sums);
}

/* ---- groups ---- */

static Number *
cap_group (Work *work, guint group, const Number *value)
{
  const CarrelGradeGroup *of = g_ptr_array_index (work->scheme->groups, group);
  CarrelGradeStep *step = NULL;

  if (of->cap == NULL || carrel_rational_compare (value, of->cap) <= 0)
    return carrel_rational_ref (value);
  step = add_group_step (work, CARREL_RULE_GROUP_CAP, group);
  operate (step, value);
  operate (step, of->cap);
  give (step, of->cap);
  return carrel_rational_ref (of->cap);
}

static void
add_share (Work *work, guint group, const Number *value)
{
  const CarrelGradeGroup *of = g_ptr_array_index (work->scheme->groups, group);
  CarrelGradeStep *step = add_group_step (work, CARREL_RULE_SHARE, group);
  g_autoptr (Number) share = carrel_rational_multiply (of->weight, value);

  operate (step, of->weight);
  operate (step, value);
  give (step, share);
  add_to (of->is_bonus ? &work->bonus : &work->shares, share);
  if (!of->is_bonus)
    add_to (&work->weights, of->weight);
}

static void
add_group (Work *work, guint group)
{
  const CarrelGradeGroup *of = g_ptr_array_index (work->scheme->groups, group);
  CarrelGradeStep *step = add_group_step (work, CARREL_RULE_GROUP, group);
  g_auto (CarrelGradeSums) sums = { NULL };
  gboolean has_value = carrel_grade_branch_get_sums (work->branch, group, &sums);
  g_autoptr (Number) average = NULL;
  g_autoptr (Number) value = NULL;

  operate (step, of->weight);
  for (guint i = 0; i < of->items->len; i++)
    add_item (work, group, g_array_index (of->items, guint, i), &sums);
  if (!has_value)
    {
      add_group_step (work, CARREL_RULE_NO_VALUE, group);
      return;
    }
  average = carrel_rational_divide (sums.earned, sums.worth);
  step = add_group_step (
      work, of->aggregation == CARREL_AGGREGATION_MEAN ? CARREL_RULE_MEAN : CARREL_RULE_POINTS,
      group);
  operate (step, sums.earned);
  operate (step, sums.worth);
  give (step, average);
  value = cap_group (work, group, average);
  add_share (work, group, value);
}

/* ---- the course ---- */

static Number *
add_cap (Work *work, Number *total)
{
  CarrelGradeStep *step = NULL;

  if (work->scheme->cap == NULL || carrel_rational_compare (total, work->scheme->cap) <= 0)
    return total;
  step = add_step (work, CARREL_RULE_TOTAL_CAP, NULL);
  operate (step, total);
  operate (step, work->scheme->cap);
  give (step, work->scheme->cap);
  carrel_rational_unref (total);
  return carrel_rational_ref (work->scheme->cap);
}

/* The groups together, bonus groups on top, and the cap. */
static Number *
add_total (Work *work)
{
  CarrelGradeStep *step = add_step (work, CARREL_RULE_SUM, NULL);
  Number *total = carrel_rational_divide (work->shares, work->weights);

  operate (step, work->shares);
  operate (step, work->weights);
  give (step, total);
  if (carrel_rational_get_sign (work->bonus) != 0)
    {
      step = add_step (work, CARREL_RULE_BONUS, NULL);
      operate (step, total);
      operate (step, work->bonus);
      add_to (&total, work->bonus);
      give (step, total);
    }
  return add_cap (work, total);
}

static void
add_schemes (Work *work, CarrelGradeLine *line)
{
  guint best = carrel_grade_branch_get_scheme (work->branch);

  for (guint i = 0; work->course->schemes->len > 1 && i < work->course->schemes->len; i++)
    {
      const CarrelGradeScheme *scheme = g_ptr_array_index (work->course->schemes, i);
      g_autoptr (Number) total = NULL;
      CarrelGradeStep *step = NULL;

      if (carrel_grade_line_find_best (line, i, &total) == NULL)
        continue;
      step = add_step (work, i == best ? CARREL_RULE_BEST_SCHEME : CARREL_RULE_OTHER_SCHEME,
                       scheme->name);
      step->scheme = i;
      operate (step, total);
      give (step, total);
    }
}

static Number *
add_gates (Work *work, Number *grade)
{
  for (guint i = 0; i < work->course->gates->len; i++)
    {
      const CarrelGradeGate *gate = g_ptr_array_index (work->course->gates, i);
      const CarrelGradeItem *item = g_ptr_array_index (work->course->items, gate->item);
      g_autoptr (Number) part = NULL;
      CarrelGradeStep *step = NULL;

      if (!carrel_grade_points_fail_gate (&work->points, work->course, gate, work->points.zero)
          || carrel_rational_compare (grade, gate->cap) <= 0)
        continue;
      step = add_item_step (work, CARREL_RULE_GATE, CARREL_STEP_NONE, gate->item);
      part = carrel_rational_divide (work->points.points[gate->item].value, item->max);
      operate (step, grade);
      operate (step, part);
      operate (step, gate->at_least);
      operate (step, gate->cap);
      give (step, gate->cap);
      carrel_rational_unref (grade);
      grade = carrel_rational_ref (gate->cap);
    }
  return grade;
}

/* The course rounds once, and the letter goes by what that makes. */
static void
add_letter (Work *work, const CarrelLetterScale *scale, const Number *grade)
{
  g_autoptr (Number) hundred = carrel_rational_new (100, 1);
  g_autoptr (Number) percent = carrel_rational_multiply (grade, hundred);
  const char *letter = carrel_letter_scale_find (scale, percent);
  const CarrelCutoff *cutoff
      = letter != NULL ? carrel_letter_scale_get_cutoff (scale, letter) : NULL;
  g_autoptr (Number) compared = carrel_rational_ref (grade);
  CarrelGradeStep *step = NULL;
  g_autoptr (Number) min = NULL;

  if (scale->rounds_to != NULL)
    {
      g_autoptr (Number) to = carrel_rational_divide (scale->rounds_to, hundred);

      carrel_rational_unref (compared);
      compared = carrel_rational_round (grade, to, scale->mode);
      step = add_step (work, CARREL_RULE_ROUNDED, NULL);
      operate (step, grade);
      operate (step, to);
      give (step, compared);
    }
  if (cutoff == NULL)
    return;
  min = carrel_rational_divide (cutoff->min, hundred);
  step = add_step (work, CARREL_RULE_LETTER, letter);
  operate (step, compared);
  operate (step, min);
  give (step, min);
}

static void
add_course (Work *work, CarrelGradeLine *line, const CarrelLetterScale *scale)
{
  g_autoptr (Number) grade = NULL;
  CarrelGradeStep *step = NULL;

  for (guint i = 0; i < work->scheme->groups->len; i++)
    add_group (work, i);
  if (carrel_rational_get_sign (work->weights) <= 0)
    {
      add_step (work, CARREL_RULE_NOTHING, NULL);
      return;
    }
  grade = add_total (work);
  add_schemes (work, line);
  grade = add_gates (work, g_steal_pointer (&grade));
  step = add_step (work, CARREL_RULE_GRADE, NULL);
  operate (step, grade);
  give (step, grade);
  if (scale != NULL)
    add_letter (work, scale, grade);
}

/**
 * carrel_grade_step_list:
 * @course: what is graded
 * @scale: (nullable): its letters and its rounding
 *
 * Every step from the marks to the current grade by the scheme that counts: for each group a
 * heading
 * (%CARREL_RULE_GROUP), its items, its average and its share; then the steps of the whole course.
 * To explain another number, such as what a needed score makes, hand in a copy with these scores.
 *
 * Returns: (transfer full) (element-type CarrelGradeStep): the steps in order; none when the course
 *   has no scheme
 */
GPtrArray *
carrel_grade_step_list (const CarrelGradeCourse *course, const CarrelLetterScale *scale)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_grade_step_free);
  g_auto (Work) work = { .course = course, .steps = steps };
  g_autoptr (CarrelGradeLine) line = NULL;
  g_autoptr (CarrelGradeBranch) empty = NULL;

  carrel_grade_points_init (&work.points, course);
  work.shares = carrel_rational_new (0, 1);
  work.weights = carrel_rational_new (0, 1);
  work.bonus = carrel_rational_new (0, 1);
  if (course->schemes->len == 0)
    return steps;
  line = carrel_grade_line_new (course, work.points.points, CARREL_DROPS_AS_GRADED);
  work.branch = carrel_grade_line_find_best (line, CARREL_ANY_SCHEME, NULL);
  if (work.branch == NULL)
    {
      empty = carrel_grade_branch_new (course, 0, work.points.points, CARREL_DROPS_AS_GRADED);
      work.branch = empty;
    }
  work.scheme = g_ptr_array_index (course->schemes, carrel_grade_branch_get_scheme (work.branch));
  add_course (&work, line, scale);
  return steps;
}

/**
 * carrel_grade_step_free:
 * @self: (transfer full): a step
 *
 * Frees it.
 */
void
carrel_grade_step_free (CarrelGradeStep *self)
{
  for (guint i = 0; i < self->n_operands; i++)
    carrel_rational_unref (self->operands[i]);
  g_clear_pointer (&self->result, carrel_rational_unref);
  g_free (self->label);
  g_free (self->other);
  g_free (self);
}

/**
 * carrel_grade_step_get_rule_name:
 * @self: a step
 *
 * Returns: (transfer none): the name of its rule for programs, such as "dropped-low"
 */
const char *
carrel_grade_step_get_rule_name (const CarrelGradeStep *self)
{
  static const char *const names[]
      = { "group",       "score",       "extra",        "missing", "excused",   "ungraded",
          "replaced",    "dropped-low", "dropped-high", "mean",    "points",    "group-cap",
          "no-value",    "share",       "sum",          "bonus",   "total-cap", "other-scheme",
          "best-scheme", "gate",        "nothing",      "grade",   "rounded",   "letter" };

  return names[self->rule];
}
