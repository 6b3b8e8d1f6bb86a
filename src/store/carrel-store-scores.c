/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores, scenarios, pins and targets. A scenario's scores are rows of their own, so that nothing
 * done in a scenario can write a real score. */
#define G_LOG_DOMAIN "carrel-store-scores"

#include "config.h"

#include "carrel-store-scores.h"

#include <glib/gi18n-lib.h>

#include "carrel-store-private.h"

/* Real scores have no scenario: SQL NULL. */
#define BIND_SCENARIO(value)                                                                       \
  {                                                                                                \
    ":scenario", NULL, (value), (value) == CARREL_SCENARIO_REAL                                    \
  }

static const char score_sql[]
    = "INSERT INTO scores (course, scenario, item, state, score, max, is_pinned)"
      " VALUES (:course, :scenario, :item, :state, :score, :max, :is_pinned)"
      " ON CONFLICT (course, ifnull(scenario, 0), item) DO UPDATE SET"
      " state = excluded.state, score = excluded.score, max = excluded.max,"
      " is_pinned = excluded.is_pinned"
      " WHERE state <> excluded.state OR score IS NOT excluded.score OR max IS NOT excluded.max"
      " OR is_pinned <> excluded.is_pinned";

static gpointer
read_score (CarrelStatement *statement)
{
  CarrelScore *score = g_new0 (CarrelScore, 1);

  score->item = carrel_statement_dup_text (statement, 0);
  score->state = carrel_statement_dup_text (statement, 1);
  score->score = carrel_statement_dup_text (statement, 2);
  score->max = carrel_statement_dup_text (statement, 3);
  score->is_pinned = carrel_statement_get_integer (statement, 4) != 0;
  return score;
}

static gpointer
read_scenario (CarrelStatement *statement)
{
  CarrelScenario *scenario = g_new0 (CarrelScenario, 1);

  scenario->id = carrel_statement_get_integer (statement, 0);
  scenario->name = carrel_statement_dup_text (statement, 1);
  return scenario;
}

static gboolean
write_score (CarrelStore *self,
             const char *course_id,
             gint64 scenario,
             const CarrelScore *score,
             GError **error)
{
  const CarrelBinding bindings[] = {
    CARREL_BIND_TEXT (":course", course_id),
    BIND_SCENARIO (scenario),
    CARREL_BIND_TEXT (":item", score->item),
    CARREL_BIND_TEXT (":state", score->state),
    CARREL_BIND_TEXT (":score", score->score),
    CARREL_BIND_TEXT (":max", score->max),
    CARREL_BIND_INTEGER (":is_pinned", score->is_pinned != FALSE),
    { NULL },
  };

  return carrel_store_write (self, score_sql, bindings, error);
}

static gboolean
write_scores (
    CarrelStore *self, const char *course_id, gint64 scenario, GPtrArray *scores, GError **error)
{
  for (guint i = 0; i < scores->len; i++)
    if (!write_score (self, course_id, scenario, scores->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* What acts on a scenario that another window deleted must not seem to have worked. */
static gboolean
check_scenario (CarrelStore *self, const char *course_id, gint64 scenario, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_INTEGER (":scenario", scenario),
                                     { NULL } };

  if (scenario == CARREL_SCENARIO_REAL
      || carrel_store_query_integer (self,
                                     "SELECT count(*) FROM scenarios"
                                     " WHERE course = :course AND scenario = :scenario",
                                     bindings)
             > 0)
    return TRUE;
  g_set_error_literal (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND,
                       _ ("This scenario is not there any more, so nothing was changed."));
  return FALSE;
}

/* Adds a scenario within a verb; 0 when it failed. */
static gint64
write_scenario (CarrelStore *self, const char *course_id, const char *name, GError **error)
{
  const CarrelBinding bindings[]
      = { CARREL_BIND_TEXT (":course", course_id), CARREL_BIND_TEXT (":name", name), { NULL } };

  if (!carrel_store_write (self, "INSERT INTO scenarios (course, name) VALUES (:course, :name)",
                           bindings, error))
    return 0;
  return carrel_database_get_last_row (carrel_store_get_database (self));
}

/* Real scores show in every scenario that says nothing else: there is nothing to copy of them. */
static gboolean
copy_scenario (
    CarrelStore *self, const char *course_id, gint64 scenario, gint64 copy, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     BIND_SCENARIO (scenario),
                                     CARREL_BIND_INTEGER (":copy", copy),
                                     { NULL } };

  if (scenario == CARREL_SCENARIO_REAL)
    return TRUE;
  return carrel_store_write (
             self,
             "INSERT INTO scores (course, scenario, item, state, score, max, is_pinned)"
             " SELECT course, :copy, item, state, score, max, is_pinned FROM scores"
             " WHERE course = :course AND scenario IS :scenario",
             bindings, error)
         && carrel_store_write (self,
                                "INSERT INTO targets (course, scenario, target)"
                                " SELECT course, :copy, target FROM targets"
                                " WHERE course = :course AND scenario IS :scenario",
                                bindings, error);
}

/**
 * carrel_store_list_scores:
 * @self: a store
 * @course_id: a course
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 * @error: where an error goes
 *
 * A scenario lists only what is imagined in it; the real scores show where it says nothing.
 *
 * Returns: (transfer full) (nullable) (element-type CarrelScore): the scores
 */
GPtrArray *
carrel_store_list_scores (CarrelStore *self, const char *course_id, gint64 scenario, GError **error)
{
  const CarrelBinding bindings[]
      = { CARREL_BIND_TEXT (":course", course_id), BIND_SCENARIO (scenario), { NULL } };

  return carrel_store_query (self,
                             "SELECT item, state, score, max, is_pinned FROM scores"
                             " WHERE course = :course AND scenario IS :scenario ORDER BY item",
                             bindings, read_score, (GDestroyNotify) carrel_score_free, error);
}

/**
 * carrel_store_set_score:
 * @self: a store
 * @course_id: a course
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 * @score: the score; its item is what it replaces
 * @name: (nullable): what the item is called where one can undo it
 * @error: where an error goes
 *
 * Writes a score.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_set_score (CarrelStore *self,
                        const char *course_id,
                        gint64 scenario,
                        const CarrelScore *score,
                        const char *name,
                        GError **error)
{
  g_autofree char *label
      /* Translators: %s is a graded item. */
      = name != NULL ? g_strdup_printf (_ ("Change score of %s"), name)
                     : g_strdup (_ ("Change score"));
  const CarrelVerb verb = { label, course_id, CARREL_CHANGED_SCORES };

  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (self, &verb, write_score (self, course_id, scenario, score, error),
                           error);
}

/**
 * carrel_store_set_scores:
 * @self: a store
 * @course_id: a course
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 * @scores: (element-type CarrelScore): several scores, such as of a file
 * @error: where an error goes
 *
 * Writes several scores as one verb.
 *
 * Returns: whether it succeeded; none was written otherwise
 */
gboolean
carrel_store_set_scores (
    CarrelStore *self, const char *course_id, gint64 scenario, GPtrArray *scores, GError **error)
{
  const CarrelVerb verb = { _ ("Change scores"), course_id, CARREL_CHANGED_SCORES };

  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (self, &verb, write_scores (self, course_id, scenario, scores, error),
                           error);
}

/**
 * carrel_store_seed_scores:
 * @self: a store
 * @course_id: a course that was just added
 * @scores: (element-type CarrelScore): scores that come with it
 * @error: where an error goes
 *
 * Writes the real scores that an example comes with. As its course, they are no step to undo.
 *
 * Returns: whether it succeeded; none was written otherwise
 */
gboolean
carrel_store_seed_scores (CarrelStore *self,
                          const char *course_id,
                          GPtrArray *scores,
                          GError **error)
{
  const CarrelVerb verb = { NULL, course_id, CARREL_CHANGED_SCORES };

  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (
      self, &verb, write_scores (self, course_id, CARREL_SCENARIO_REAL, scores, error), error);
}

/**
 * carrel_store_clear_score:
 * @self: a store
 * @course_id: a course
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 * @item: the key of an item
 * @name: (nullable): what the item is called where one can undo it
 * @error: where an error goes
 *
 * Takes away what is said of an item; in a scenario the real score shows again.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_clear_score (CarrelStore *self,
                          const char *course_id,
                          gint64 scenario,
                          const char *item,
                          const char *name,
                          GError **error)
{
  g_autofree char *label
      /* Translators: %s is a graded item. */
      = name != NULL ? g_strdup_printf (_ ("Clear score of %s"), name)
                     : g_strdup (_ ("Clear score"));
  const CarrelVerb verb = { label, course_id, CARREL_CHANGED_SCORES };
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     BIND_SCENARIO (scenario),
                                     CARREL_BIND_TEXT (":item", item),
                                     { NULL } };

  return carrel_store_run_verb (
      self, &verb,
      "DELETE FROM scores WHERE course = :course AND scenario IS :scenario AND item = :item",
      bindings, error);
}

/**
 * carrel_store_dup_target:
 * @self: a store
 * @course_id: a course
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 *
 * Returns: (transfer full) (nullable): what carrel_store_set_target() set; a scenario without one
 *   has the real one's
 */
char *
carrel_store_dup_target (CarrelStore *self, const char *course_id, gint64 scenario)
{
  const CarrelBinding bindings[]
      = { CARREL_BIND_TEXT (":course", course_id), BIND_SCENARIO (scenario), { NULL } };

  return carrel_store_query_text (
      self,
      "SELECT target FROM targets WHERE course = :course"
      " AND (scenario IS :scenario OR scenario IS NULL) ORDER BY scenario IS NOT :scenario",
      bindings);
}

/**
 * carrel_store_set_target:
 * @self: a store
 * @course_id: a course
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 * @target: (nullable): a letter or decimal text; %NULL is none
 * @error: where an error goes
 *
 * Chooses the grade to reach.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_set_target (
    CarrelStore *self, const char *course_id, gint64 scenario, const char *target, GError **error)
{
  const CarrelVerb verb = { _ ("Change target"), course_id, CARREL_CHANGED_SCORES };
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     BIND_SCENARIO (scenario),
                                     CARREL_BIND_TEXT (":target", target),
                                     { NULL } };

  if (target == NULL)
    return carrel_store_run_verb (
        self, &verb,
        "DELETE FROM targets WHERE course = :course AND scenario IS :scenario"
        " AND :target IS NULL",
        bindings, error);
  return carrel_store_run_verb (
      self, &verb,
      "INSERT INTO targets (course, scenario, target) VALUES (:course, :scenario, :target)"
      " ON CONFLICT (course, ifnull(scenario, 0)) DO UPDATE SET target = excluded.target"
      " WHERE target <> excluded.target",
      bindings, error);
}

/**
 * carrel_store_list_scenarios:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable) (element-type CarrelScenario): its scenarios, the oldest
 * first
 */
GPtrArray *
carrel_store_list_scenarios (CarrelStore *self, const char *course_id, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id), { NULL } };

  return carrel_store_query (
      self, "SELECT scenario, name FROM scenarios WHERE course = :course ORDER BY scenario",
      bindings, read_scenario, (GDestroyNotify) carrel_scenario_free, error);
}

/**
 * carrel_store_create_scenario:
 * @self: a store
 * @course_id: a course
 * @name: what to call it
 * @error: where an error goes
 *
 * Makes a scenario in which nothing is imagined yet.
 *
 * Returns: its id, 0 when it failed
 */
gint64
carrel_store_create_scenario (CarrelStore *self,
                              const char *course_id,
                              const char *name,
                              GError **error)
{
  const CarrelVerb verb = { _ ("Add scenario"), course_id, CARREL_CHANGED_SCENARIOS };
  gint64 scenario;

  if (!carrel_store_begin (self, error))
    return 0;
  scenario = write_scenario (self, course_id, name, error);
  return carrel_store_end (self, &verb, scenario != 0, error) ? scenario : 0;
}

/**
 * carrel_store_duplicate_scenario:
 * @self: a store
 * @course_id: a course
 * @scenario: a scenario, or %CARREL_SCENARIO_REAL
 * @name: what to call the copy
 * @error: where %CARREL_STORE_ERROR_NOT_FOUND or another error goes
 *
 * Makes a scenario that imagines the same. A copy of the real scores imagines nothing: it has them
 * as every scenario has.
 *
 * Returns: its id, 0 when it failed
 */
gint64
carrel_store_duplicate_scenario (
    CarrelStore *self, const char *course_id, gint64 scenario, const char *name, GError **error)
{
  const CarrelVerb verb
      = { _ ("Duplicate scenario"), course_id, CARREL_CHANGED_SCENARIOS | CARREL_CHANGED_SCORES };
  gint64 copy;

  if (!check_scenario (self, course_id, scenario, error))
    return 0;
  if (!carrel_store_begin (self, error))
    return 0;
  copy = write_scenario (self, course_id, name, error);
  return carrel_store_end (self, &verb,
                           copy != 0 && copy_scenario (self, course_id, scenario, copy, error),
                           error)
             ? copy
             : 0;
}

/**
 * carrel_store_rename_scenario:
 * @self: a store
 * @course_id: a course
 * @scenario: one of its scenarios
 * @name: what to call it
 * @error: where %CARREL_STORE_ERROR_NOT_FOUND or another error goes
 *
 * Renames a scenario.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_rename_scenario (
    CarrelStore *self, const char *course_id, gint64 scenario, const char *name, GError **error)
{
  const CarrelVerb verb = { _ ("Rename scenario"), course_id, CARREL_CHANGED_SCENARIOS };
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_INTEGER (":scenario", scenario),
                                     CARREL_BIND_TEXT (":name", name),
                                     { NULL } };

  if (!check_scenario (self, course_id, scenario, error))
    return FALSE;
  return carrel_store_run_verb (
      self, &verb,
      "UPDATE scenarios SET name = :name"
      " WHERE course = :course AND scenario = :scenario AND name <> :name",
      bindings, error);
}

/**
 * carrel_store_delete_scenario:
 * @self: a store
 * @course_id: a course
 * @scenario: one of its scenarios
 * @error: where %CARREL_STORE_ERROR_NOT_FOUND or another error goes
 *
 * Deletes a scenario with all that is imagined in it; real scores stay.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_delete_scenario (CarrelStore *self,
                              const char *course_id,
                              gint64 scenario,
                              GError **error)
{
  const CarrelVerb verb
      = { _ ("Delete scenario"), course_id, CARREL_CHANGED_SCENARIOS | CARREL_CHANGED_SCORES };
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_INTEGER (":scenario", scenario),
                                     { NULL } };

  if (!check_scenario (self, course_id, scenario, error))
    return FALSE;
  return carrel_store_run_verb (
      self, &verb, "DELETE FROM scenarios WHERE course = :course AND scenario = :scenario",
      bindings, error);
}

/**
 * carrel_score_free:
 * @score: (transfer full): a score
 *
 * Frees a score.
 */
void
carrel_score_free (CarrelScore *score)
{
  g_free (score->item);
  g_free (score->state);
  g_free (score->score);
  g_free (score->max);
  g_free (score);
}

/**
 * carrel_scenario_free:
 * @scenario: (transfer full): a scenario
 *
 * Frees what is known of a scenario; the scenario stays.
 */
void
carrel_scenario_free (CarrelScenario *scenario)
{
  g_free (scenario->name);
  g_free (scenario);
}
