/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two schemes with the same scores (grade mathematics, section 7). */
#define G_LOG_DOMAIN "carrel-grade-revision"

#include "config.h"

#include "carrel-grade-revision.h"

static CarrelRational *
subtract_or_null (const CarrelRational *number, const CarrelRational *other)
{
  return number != NULL && other != NULL ? carrel_rational_subtract (number, other) : NULL;
}

static void
free_answer (gpointer data)
{
  CarrelRevisionAnswer *answer = data;

  carrel_answer_free (answer->before);
  carrel_answer_free (answer->after);
  g_clear_pointer (&answer->difference, carrel_rational_unref);
  g_free (answer);
}

/* All numbers of one course, in the order of CarrelRevisionNumber. */
static void
calculate (const CarrelGradeCourse *course, CarrelRational *numbers[CARREL_REVISION_N_NUMBERS])
{
  numbers[CARREL_REVISION_CURRENT]
      = carrel_forecast_get_current (course, CARREL_DROPS_AS_GRADED, NULL);
  numbers[CARREL_REVISION_ITEM_LEVEL] = carrel_forecast_get_item_level (course);
  numbers[CARREL_REVISION_BANKED] = carrel_forecast_get_banked (course);
  carrel_forecast_get_bounds (course, &numbers[CARREL_REVISION_LEAST],
                              &numbers[CARREL_REVISION_MOST]);
}

/* An item that one of the courses does not have cannot matter there. */
static CarrelAnswer *
ask (const CarrelGradeCourse *course, const char *unknown, const CarrelRational *target)
{
  CarrelQuery query = { target, CARREL_ALL_REMAINING, NULL, NULL };
  CarrelAnswer *answer = NULL;

  if (unknown == NULL || carrel_grade_course_find_item (course, unknown, &query.unknown))
    return carrel_forecast_ask (course, &query);
  answer = g_new0 (CarrelAnswer, 1);
  answer->status = CARREL_ANSWER_CANNOT_MATTER;
  return answer;
}

/**
 * carrel_grade_revision_new:
 * @before: what is graded by the old scheme, such as the published one
 * @after: the same by the new scheme; carrel_grade_course_take_scores() gives it the scores of
 *   @before
 * @unknown: (nullable): the id of the item whose score is needed; %NULL is everything left
 * @targets: (array length=n_targets): grades to be reached, fractions of 1
 * @n_targets: how many
 *
 * Returns: (transfer full): every number in both, and what has become of it
 */
CarrelGradeRevision *
carrel_grade_revision_new (const CarrelGradeCourse *before,
                           const CarrelGradeCourse *after,
                           const char *unknown,
                           const CarrelRational *const *targets,
                           guint n_targets)
{
  CarrelGradeRevision *self = g_new0 (CarrelGradeRevision, 1);
  CarrelRational *numbers[2][CARREL_REVISION_N_NUMBERS] = { { NULL } };

  calculate (before, numbers[0]);
  calculate (after, numbers[1]);
  for (guint i = 0; i < CARREL_REVISION_N_NUMBERS; i++)
    self->numbers[i] = (CarrelRevisionPair){ numbers[0][i], numbers[1][i],
                                             subtract_or_null (numbers[1][i], numbers[0][i]) };
  self->answers = g_ptr_array_new_with_free_func (free_answer);
  for (guint i = 0; i < n_targets; i++)
    {
      CarrelRevisionAnswer *answer = g_new0 (CarrelRevisionAnswer, 1);

      answer->before = ask (before, unknown, targets[i]);
      answer->after = ask (after, unknown, targets[i]);
      answer->difference = subtract_or_null (answer->after->percent, answer->before->percent);
      g_ptr_array_add (self->answers, answer);
    }
  return self;
}

/**
 * carrel_grade_revision_free:
 * @self: (transfer full): a comparison
 *
 * Frees it.
 */
void
carrel_grade_revision_free (CarrelGradeRevision *self)
{
  for (guint i = 0; i < CARREL_REVISION_N_NUMBERS; i++)
    {
      g_clear_pointer (&self->numbers[i].before, carrel_rational_unref);
      g_clear_pointer (&self->numbers[i].after, carrel_rational_unref);
      g_clear_pointer (&self->numbers[i].difference, carrel_rational_unref);
    }
  g_ptr_array_unref (self->answers);
  g_free (self);
}
