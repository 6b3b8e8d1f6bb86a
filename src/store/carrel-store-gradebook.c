/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From what is published and the scores that are kept to what the grade engine calculates with. */
#define G_LOG_DOMAIN "carrel-store"

#include "config.h"

#include "carrel-store-gradebook.h"

#include "carrel-store-courses.h"

/* An imagined score that is not counted on leaves its item open. */
static gboolean
enter_score (CarrelGradebook *book, const CarrelScore *score, gboolean is_imagined, GError **error)
{
  const gboolean is_open
      = is_imagined && !score->is_pinned && g_strcmp0 (score->state, "graded") == 0;
  const CarrelMark mark = { score->item, is_open ? "ungraded" : score->state,
                            is_open ? NULL : score->score, score->max };

  return carrel_gradebook_mark (book, &mark, error);
}

/* Returns how many of @scores have no item; those of items that are in @but are passed over. The
 * first that has one and does not fit goes to @error. */
static guint
enter_scores (CarrelGradebook *book,
              GHashTable *scores,
              GHashTable *but,
              gboolean is_imagined,
              GError **error)
{
  GHashTableIter iter;
  gpointer item;
  gpointer score;
  guint n_strays = 0;

  g_hash_table_iter_init (&iter, scores);
  while (g_hash_table_iter_next (&iter, &item, &score))
    {
      g_autoptr (GError) problem = NULL;

      if ((but != NULL && g_hash_table_contains (but, item))
          || enter_score (book, score, is_imagined, &problem))
        continue;
      n_strays++;
      if (error != NULL && *error == NULL
          && !g_error_matches (problem, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_UNKNOWN_ITEM))
        g_propagate_error (error, g_steal_pointer (&problem));
    }
  return n_strays;
}

/**
 * carrel_store_load_score_table:
 * @self: a store
 * @course_id: a course
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable) (element-type utf8 CarrelScore): what
 *   carrel_store_list_scores() lists, by the ids of its items
 */
GHashTable *
carrel_store_load_score_table (CarrelStore *self,
                               const char *course_id,
                               gint64 scenario,
                               GError **error)
{
  g_autoptr (GPtrArray) scores = carrel_store_list_scores (self, course_id, scenario, error);
  GHashTable *table = NULL;

  if (scores == NULL)
    return NULL;
  table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) carrel_score_free);
  g_ptr_array_set_free_func (scores, NULL);
  for (guint i = 0; i < scores->len; i++)
    {
      CarrelScore *score = g_ptr_array_index (scores, i);

      g_hash_table_insert (table, score->item, score);
    }
  return table;
}

/**
 * carrel_gradebook_enter_scores:
 * @book: a gradebook without marks
 * @real: (element-type utf8 CarrelScore): the real scores
 * @imagined: (nullable) (element-type utf8 CarrelScore): those of a scenario; they hide real ones
 * @error: (nullable): where the first score goes that has an item and does not fit it
 *
 * Lays what is imagined over what is real, and enters it.
 *
 * Returns: how many scores were not entered, such as those of items that a newer page dropped
 */
guint
carrel_gradebook_enter_scores (CarrelGradebook *book,
                               GHashTable *real,
                               GHashTable *imagined,
                               GError **error)
{
  guint n_strays = enter_scores (book, real, imagined, FALSE, error);

  if (imagined != NULL)
    n_strays += enter_scores (book, imagined, NULL, TRUE, error);
  return n_strays;
}

/**
 * carrel_store_load_gradebook:
 * @self: a store
 * @course_id: a course
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 * @error: where an error goes
 *
 * Makes the gradebook of a course and enters its real scores, with those of a scenario over them.
 * Items that a newer page no longer has are passed over.
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
  g_autoptr (GHashTable) real = NULL;
  g_autoptr (GHashTable) imagined = NULL;
  g_autoptr (CarrelGradebook) book = NULL;
  g_autoptr (GError) problem = NULL;

  if (course == NULL)
    return NULL;
  real = carrel_store_load_score_table (self, course_id, CARREL_SCENARIO_REAL, error);
  if (real == NULL)
    return NULL;
  if (scenario != CARREL_SCENARIO_REAL)
    {
      imagined = carrel_store_load_score_table (self, course_id, scenario, error);
      if (imagined == NULL)
        return NULL;
    }
  book = carrel_gradebook_new (course);
  carrel_gradebook_enter_scores (book, real, imagined, &problem);
  if (problem == NULL)
    return g_steal_pointer (&book);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
