/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The real scores of a course or one scenario of it, as the engine sees them, and the verbs that
 * change them. In a scenario every verb writes imagined scores only. */
#pragma once

#include "carrel-grade-text.h"
#include "carrel-store-scores.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelStore *store;
  CarrelCourse *course;
  CarrelGradebook *book; /* with the marks that count */
  gint64 scenario;
  GHashTable *real;     /* of ids of items to CarrelScore */
  GHashTable *imagined; /* the same; empty for real scores */
  guint n_strays;       /* marks that no item of the course has any more */
  char *target;         /* NULL is none */
} CarrelGradePlan;

CarrelGradePlan *
carrel_grade_plan_load (CarrelStore *store, const char *course_id, gint64 scenario, GError **error);
CarrelGradePlan *carrel_grade_plan_ref (CarrelGradePlan *self);
void carrel_grade_plan_unref (CarrelGradePlan *self);

CarrelGradebook *carrel_grade_plan_make_book (const CarrelGradePlan *self,
                                              const CarrelCourse *course);
const CarrelScore *
carrel_grade_plan_find (const CarrelGradePlan *self, const char *item, gboolean *is_imagined);
gboolean carrel_grade_plan_enter (const CarrelGradePlan *self,
                                  const CarrelGradebookItem *item,
                                  const char *text,
                                  GError **error);
gboolean carrel_grade_plan_preview (const CarrelGradePlan *self,
                                    const CarrelGradebookItem *item,
                                    const char *text,
                                    GError **error);
gboolean carrel_grade_plan_set_state (const CarrelGradePlan *self,
                                      const CarrelGradebookItem *item,
                                      const char *state,
                                      GError **error);
gboolean carrel_grade_plan_pin (const CarrelGradePlan *self,
                                const CarrelGradebookItem *item,
                                gboolean is_pinned,
                                GError **error);
gboolean carrel_grade_plan_forget (const CarrelGradePlan *self,
                                   const CarrelGradebookItem *item,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelGradePlan, carrel_grade_plan_unref)

G_END_DECLS
