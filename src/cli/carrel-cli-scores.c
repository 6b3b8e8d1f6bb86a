/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From the scores that are kept to a gradebook. */
#define G_LOG_DOMAIN "carrel-cli-scores"

#include "config.h"

#include "carrel-cli-scores.h"

/**
 * carrel_cli_enter_scores:
 * @book: a gradebook
 * @store: where the scores are
 * @course_id: the course
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 * @error: where an error goes
 *
 * Enters the scores of a scenario; items that a newer page no longer has are passed over.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_cli_enter_scores (CarrelGradebook *book,
                         CarrelStore *store,
                         const char *course_id,
                         gint64 scenario,
                         GError **error)
{
  g_autoptr (GPtrArray) scores = carrel_store_list_scores (store, course_id, scenario, error);

  if (scores == NULL)
    return FALSE;
  for (guint i = 0; i < scores->len; i++)
    {
      const CarrelScore *score = g_ptr_array_index (scores, i);
      const CarrelMark mark = { score->item, score->state, score->score, score->max };
      g_autoptr (GError) passed_over = NULL;

      if (!carrel_gradebook_mark (book, &mark, &passed_over)
          && !g_error_matches (passed_over, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_UNKNOWN_ITEM))
        {
          g_propagate_error (error, g_steal_pointer (&passed_over));
          return FALSE;
        }
    }
  return TRUE;
}
