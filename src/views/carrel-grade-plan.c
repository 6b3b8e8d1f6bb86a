/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps what a person types as real or as imagined, in the words of the engine. */
#define G_LOG_DOMAIN "carrel-grade-plan"

#include "config.h"

#include "carrel-grade-plan.h"

#include "carrel-store-courses.h"
#include "carrel-store-gradebook.h"

#include <glib/gi18n.h>
#include <string.h>

/* A score of more characters is a slip of the hand, such as a page that was pasted. */
#define MAX_TYPED 64
/* Digits that are tried before a score is kept as a fraction. */
#define N_DIGITS 12

static void
clear_plan (gpointer data)
{
  CarrelGradePlan *self = data;

  g_clear_object (&self->store);
  g_clear_pointer (&self->book, carrel_gradebook_free);
  g_clear_pointer (&self->course, carrel_record_unref);
  g_clear_pointer (&self->real, g_hash_table_unref);
  g_clear_pointer (&self->imagined, g_hash_table_unref);
  g_free (self->target);
}

/* One number that a person typed, with the decimal sign of the locale. */
static char *
dup_number (const char *text, GError **error)
{
  char *number = carrel_format_parse_decimal (text);

  if (number == NULL)
    g_set_error_literal (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER,
                         _ ("That is no score. Write it like 85, 85/100 or 85%."));
  return number;
}

/* "8,5/10" becomes "8.5/10", as the engine reads it. */
static char *
dup_plain (const char *text, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strndup (text, MAX_TYPED + 1));
  g_auto (GStrv) parts = g_strsplit (trimmed, "/", 2);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (strlen (trimmed) > MAX_TYPED)
    {
      g_set_error_literal (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER,
                           _ ("That is too long for a score."));
      return NULL;
    }
  if (parts[0] != NULL && parts[1] == NULL && g_str_has_suffix (trimmed, "%"))
    {
      trimmed[strlen (trimmed) - 1] = '\0';
      first = dup_number (trimmed, error);
      return first != NULL ? g_strconcat (first, "%", NULL) : NULL;
    }
  first = dup_number (parts[0] != NULL ? parts[0] : "", error);
  if (first == NULL || parts[1] == NULL)
    return g_steal_pointer (&first);
  second = dup_number (parts[1], error);
  return second != NULL ? g_strdup_printf ("%s/%s", first, second) : NULL;
}

/* Decimal text where that is exact, else a fraction. */
static char *
dup_exact (const CarrelRational *value)
{
  g_autofree char *decimal = carrel_rational_to_decimal (value, N_DIGITS, CARREL_ROUND_HALF_UP);
  g_autoptr (CarrelRational) read = carrel_rational_parse (decimal, NULL);

  if (read != NULL && carrel_rational_compare (read, value) == 0)
    return g_steal_pointer (&decimal);
  return carrel_rational_to_text (value);
}

/* The points that a person typed, as they are kept. */
static char *
dup_points (const CarrelGradePlan *self,
            const CarrelGradebookItem *item,
            const char *text,
            GError **error)
{
  const CarrelGradeItem *graded = carrel_gradebook_get_item (self->book, item);
  g_autofree char *plain = dup_plain (text, error);
  g_autoptr (CarrelRational) points = NULL;

  if (plain != NULL)
    points = carrel_gradebook_parse_score (plain, graded->max, error);
  return points != NULL ? dup_exact (points) : NULL;
}

static gboolean
write_score (const CarrelGradePlan *self,
             const CarrelGradebookItem *item,
             const CarrelScore *score,
             GError **error)
{
  return carrel_store_set_score (self->store, self->course->id, self->scenario, score, item->name,
                                 error);
}

/* Refuses what the engine would not take, before anything is written. */
static gboolean
check_fits (const CarrelGradePlan *self, const CarrelScore *score, GError **error)
{
  const CarrelMark entered = { score->item, score->state, score->score, score->max };
  g_autoptr (CarrelGradebook) trial = carrel_gradebook_new (self->course);

  return carrel_gradebook_mark (trial, &entered, error);
}

/**
 * carrel_grade_plan_load:
 * @store: a store
 * @course_id: one of its courses
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the scores of a course
 */
CarrelGradePlan *
carrel_grade_plan_load (CarrelStore *store, const char *course_id, gint64 scenario, GError **error)
{
  g_autoptr (CarrelGradePlan) self = g_rc_box_new0 (CarrelGradePlan);

  self->store = g_object_ref (store);
  self->scenario = scenario;
  self->course = carrel_store_load_course (store, course_id, error);
  if (self->course == NULL)
    return NULL;
  self->real = carrel_store_load_score_table (store, course_id, CARREL_SCENARIO_REAL, error);
  if (self->real == NULL)
    return NULL;
  self->imagined = scenario != CARREL_SCENARIO_REAL
                       ? carrel_store_load_score_table (store, course_id, scenario, error)
                       : g_hash_table_new (g_str_hash, g_str_equal);
  if (self->imagined == NULL)
    return NULL;
  self->target = carrel_store_dup_target (store, course_id, scenario);
  self->book = carrel_gradebook_new (self->course);
  self->n_strays = carrel_gradebook_enter_scores (self->book, self->real, self->imagined, NULL);
  return g_steal_pointer (&self);
}

/**
 * carrel_grade_plan_ref:
 * @self: a plan
 *
 * Keeps a plan while a verb of it runs: the store tells of the change before the verb ends.
 *
 * Returns: (transfer full): @self
 */
CarrelGradePlan *
carrel_grade_plan_ref (CarrelGradePlan *self)
{
  return g_rc_box_acquire (self);
}

/**
 * carrel_grade_plan_unref:
 * @self: (transfer full): a plan
 *
 * Frees it with its last reference.
 */
void
carrel_grade_plan_unref (CarrelGradePlan *self)
{
  g_rc_box_release_full (self, clear_plan);
}

/**
 * carrel_grade_plan_make_book:
 * @self: a plan
 * @course: what another version of the course publishes, or a trial
 *
 * Returns: (transfer full): the same scores by the scheme of @course
 */
CarrelGradebook *
carrel_grade_plan_make_book (const CarrelGradePlan *self, const CarrelCourse *course)
{
  CarrelGradebook *book = carrel_gradebook_new (course);

  carrel_gradebook_enter_scores (book, self->real, self->imagined, NULL);
  return book;
}

/**
 * carrel_grade_plan_find:
 * @self: a plan
 * @item: the id of an item
 * @is_imagined: (out): whether what is returned is of the scenario
 *
 * Returns: (transfer none) (nullable): the score that shows
 */
const CarrelScore *
carrel_grade_plan_find (const CarrelGradePlan *self, const char *item, gboolean *is_imagined)
{
  const CarrelScore *score = g_hash_table_lookup (self->imagined, item);

  *is_imagined = score != NULL;
  return score != NULL ? score : g_hash_table_lookup (self->real, item);
}

/**
 * carrel_grade_plan_enter:
 * @self: a plan
 * @item: an item of its gradebook
 * @text: "85", "85/100" or "85%"
 * @error: where an error goes
 *
 * Keeps a score that a person typed. One that is imagined is counted on until it is unpinned.
 *
 * Returns: whether it was taken; nothing changed otherwise
 */
gboolean
carrel_grade_plan_enter (const CarrelGradePlan *self,
                         const CarrelGradebookItem *item,
                         const char *text,
                         GError **error)
{
  g_autofree char *exact = NULL;
  CarrelScore score = { .item = item->id, .state = (char *) "graded" };

  exact = dup_points (self, item, text, error);
  if (exact == NULL)
    return FALSE;
  score.score = exact;
  score.is_pinned = self->scenario != CARREL_SCENARIO_REAL;
  return check_fits (self, &score, error) && write_score (self, item, &score, error);
}

/**
 * carrel_grade_plan_preview:
 * @self: a plan of a scenario
 * @item: an item of its gradebook
 * @text: as for carrel_grade_plan_enter()
 * @error: where an error goes
 *
 * Calculates with a score that is not kept: the gradebook of @self has it, the store does not.
 *
 * Returns: whether it fits
 */
gboolean
carrel_grade_plan_preview (const CarrelGradePlan *self,
                           const CarrelGradebookItem *item,
                           const char *text,
                           GError **error)
{
  g_autofree char *points = dup_points (self, item, text, error);
  const CarrelMark mark = { item->id, "graded", points, NULL };

  return points != NULL && carrel_gradebook_mark (self->book, &mark, error);
}

/**
 * carrel_grade_plan_set_state:
 * @self: a plan
 * @item: an item of its gradebook
 * @state: "ungraded", "graded", "missing" or "excused"
 * @error: where an error goes
 *
 * Sets the state of an item. The score is kept beside it, so that "graded" brings it back.
 *
 * Returns: whether it was written; "graded" without a score is refused
 */
gboolean
carrel_grade_plan_set_state (const CarrelGradePlan *self,
                             const CarrelGradebookItem *item,
                             const char *state,
                             GError **error)
{
  gboolean is_imagined = FALSE;
  const CarrelScore *old = carrel_grade_plan_find (self, item->id, &is_imagined);
  const CarrelScore score = { .item = item->id,
                              .state = (char *) state,
                              .score = old != NULL ? old->score : NULL,
                              .max = old != NULL ? old->max : NULL,
                              .is_pinned = self->scenario != CARREL_SCENARIO_REAL };

  if (g_str_equal (state, "graded") && score.score == NULL)
    {
      g_set_error_literal (error, CARREL_GRADE_ERROR, CARREL_GRADE_ERROR_NUMBER,
                           _ ("Type a score first."));
      return FALSE;
    }
  return write_score (self, item, &score, error);
}

/**
 * carrel_grade_plan_pin:
 * @self: a plan of a scenario
 * @item: an item of its gradebook with an imagined score
 * @is_pinned: whether to count on that score
 * @error: where an error goes
 *
 * Pins an imagined score, so that it counts, or leaves the item open to be solved for.
 *
 * Returns: whether it was written
 */
gboolean
carrel_grade_plan_pin (const CarrelGradePlan *self,
                       const CarrelGradebookItem *item,
                       gboolean is_pinned,
                       GError **error)
{
  const CarrelScore *old = g_hash_table_lookup (self->imagined, item->id);
  CarrelScore score;

  if (old == NULL)
    return TRUE;
  score = *old;
  score.is_pinned = is_pinned;
  return write_score (self, item, &score, error);
}

/**
 * carrel_grade_plan_forget:
 * @self: a plan
 * @item: an item of its gradebook
 * @error: where an error goes
 *
 * Takes a score away; in a scenario the real one shows again.
 *
 * Returns: whether it was written
 */
gboolean
carrel_grade_plan_forget (const CarrelGradePlan *self,
                          const CarrelGradebookItem *item,
                          GError **error)
{
  return carrel_store_clear_score (self->store, self->course->id, self->scenario, item->id,
                                   item->name, error);
}
