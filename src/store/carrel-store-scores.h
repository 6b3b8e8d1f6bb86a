/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores, real and imagined, pins and targets; all mine, none of it in any export but a backup. */
#pragma once

#include "carrel-store.h"

G_BEGIN_DECLS

/* The scenario of real scores. */
#define CARREL_SCENARIO_REAL 0

typedef struct
{
  char *item;  /* the key of a grading item */
  char *state; /* "ungraded", "graded", "missing", "excused" */
  char *score; /* exact decimal text, NULL is none */
  char *max;   /* where it differs from the published one, NULL otherwise */
  gboolean is_pinned;
} CarrelScore;

typedef struct
{
  gint64 id;
  char *name;
} CarrelScenario;

GPtrArray *carrel_store_list_scores (CarrelStore *self,
                                     const char *course_id,
                                     gint64 scenario,
                                     GError **error);
gboolean carrel_store_set_score (CarrelStore *self,
                                 const char *course_id,
                                 gint64 scenario,
                                 const CarrelScore *score,
                                 const char *name,
                                 GError **error);
gboolean carrel_store_set_scores (
    CarrelStore *self, const char *course_id, gint64 scenario, GPtrArray *scores, GError **error);
gboolean carrel_store_seed_scores (CarrelStore *self,
                                   const char *course_id,
                                   GPtrArray *scores,
                                   GError **error);
gboolean carrel_store_clear_score (CarrelStore *self,
                                   const char *course_id,
                                   gint64 scenario,
                                   const char *item,
                                   const char *name,
                                   GError **error);

char *carrel_store_dup_target (CarrelStore *self, const char *course_id, gint64 scenario);
gboolean carrel_store_set_target (
    CarrelStore *self, const char *course_id, gint64 scenario, const char *target, GError **error);

GPtrArray *carrel_store_list_scenarios (CarrelStore *self, const char *course_id, GError **error);
gint64 carrel_store_create_scenario (CarrelStore *self,
                                     const char *course_id,
                                     const char *name,
                                     GError **error);
gint64 carrel_store_duplicate_scenario (
    CarrelStore *self, const char *course_id, gint64 scenario, const char *name, GError **error);
gboolean carrel_store_rename_scenario (
    CarrelStore *self, const char *course_id, gint64 scenario, const char *name, GError **error);
gboolean carrel_store_delete_scenario (CarrelStore *self,
                                       const char *course_id,
                                       gint64 scenario,
                                       GError **error);

void carrel_score_free (CarrelScore *score);
void carrel_scenario_free (CarrelScenario *scenario);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelScore, carrel_score_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelScenario, carrel_scenario_free)

G_END_DECLS
