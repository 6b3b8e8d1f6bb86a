/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A needed score for every cut-off (grade mathematics, section 7). */
#define G_LOG_DOMAIN "carrel-grade-ladder"

#include "config.h"

#include "carrel-grade-ladder.h"

static void
free_rung (gpointer data)
{
  CarrelGradeRung *rung = data;

  carrel_rational_unref (rung->target);
  carrel_answer_free (rung->answer);
  g_free (rung);
}

/**
 * carrel_grade_ladder_list:
 * @course: what is graded
 * @scale: its letters
 * @unknown: an item, or %CARREL_ALL_REMAINING
 *
 * Returns: (transfer full) (element-type CarrelGradeRung): what each letter needs, highest first,
 *   with the rounding of the course taken into account; empty when the course has no letters
 */
GPtrArray *
carrel_grade_ladder_list (const CarrelGradeCourse *course,
                          const CarrelLetterScale *scale,
                          guint unknown)
{
  GPtrArray *ladder = g_ptr_array_new_with_free_func (free_rung);
  g_autoptr (CarrelRational) hundred = carrel_rational_new (100, 1);

  for (guint i = 0; i < scale->cutoffs->len; i++)
    {
      const CarrelCutoff *cutoff = g_ptr_array_index (scale->cutoffs, i);
      g_autoptr (CarrelRational) raw = carrel_letter_scale_get_raw_target (scale, cutoff->min);
      CarrelGradeRung *rung = g_new0 (CarrelGradeRung, 1);
      CarrelQuery query = { NULL, unknown, NULL, NULL };

      rung->cutoff = cutoff;
      rung->target = carrel_rational_divide (raw, hundred);
      query.target = rung->target;
      rung->answer = carrel_forecast_ask (course, &query);
      g_ptr_array_add (ladder, rung);
    }
  return ladder;
}

/**
 * carrel_grade_ladder_find_next:
 * @ladder: (element-type CarrelGradeRung): a ladder
 *
 * Returns: (transfer none) (nullable): the lowest letter that is not secured and can be reached, or
 *   %NULL when there is none
 */
const CarrelGradeRung *
carrel_grade_ladder_find_next (const GPtrArray *ladder)
{
  for (guint i = ladder->len; i > 0; i--)
    {
      const CarrelGradeRung *rung = g_ptr_array_index (ladder, i - 1);

      if (rung->answer->status == CARREL_ANSWER_POSSIBLE
          || rung->answer->status == CARREL_ANSWER_NEEDS_EXTRA_CREDIT)
        return rung;
    }
  return NULL;
}
