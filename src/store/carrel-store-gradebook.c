/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From what is published and the scores that are kept to what the grade engine calculates with. */
#define G_LOG_DOMAIN "carrel-store"

#include "config.h"

#include "carrel-store-gradebook.h"

#include "carrel-store-courses.h"

/* Items that a newer page no longer has are passed over. */
static gboolean
enter_score (CarrelGradebook *book, const CarrelScore *score, GError **error)
{
  const CarrelMark mark = { score->item, score->state, score->score, score->max };
  g_autoptr (GError) problem = NULL;

  if (carrel_gradebook_mark (book, &mark, &problem)
      || g_error_matches (problem, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_UNKNOWN_ITEM))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * carrel_store_load_gradebook:
 * @self: a store
 * @course_id: a course
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 * @error: where an error goes
 *
 * Makes the gradebook of a course and enters the scores of a scenario.
 *
 * Returns: (transfer full) (nullable): the gradebook, empty when the course publishes no grading
 */
CarrelGradebook *
carrel_store_load_gradebook (CarrelStore *self,
                             const char *course_id,
                             gint64 scenario,
                             GError **error)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (self, course_id, error);
  g_autoptr (CarrelGradebook) book = course != NULL ? carrel_gradebook_new (course) : NULL;
  g_autoptr (GPtrArray) scores
      = book != NULL ? carrel_store_list_scores (self, course_id, scenario, error) : NULL;

  if (scores == NULL)
    return NULL;
  for (guint i = 0; i < scores->len; i++)
    if (!enter_score (book, g_ptr_array_index (scores, i), error))
      return NULL;
  return g_steal_pointer (&book);
}
