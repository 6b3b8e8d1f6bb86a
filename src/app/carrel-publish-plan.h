/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What publishing a course would do: what changes, what is written, and what readers would stumble
 * over. Nothing is done yet. */
#pragma once

#include "carrel-check.h"
#include "carrel-clock.h"
#include "carrel-diff.h"
#include "carrel-export-output.h"
#include "carrel-store.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelCourse *draft; /* as it would be published: its text says what its facts say */
  CarrelDiff *diff;    /* against the last version */
  GPtrArray *outputs;  /* of CarrelExportOutput */
  GPtrArray *findings; /* of CarrelFinding */
} CarrelPublishPlan;

CarrelPublishPlan *carrel_publish_plan_new (
    CarrelStore *store, CarrelClock *clock, const char *course_id, GFile *folder, GError **error);
void carrel_publish_plan_free (CarrelPublishPlan *self);
gboolean carrel_publish_plan_has_changes (const CarrelPublishPlan *self);
char *carrel_publish_plan_dup_output_text (const CarrelPublishPlan *self,
                                           const CarrelExportOutput *output);
char *carrel_publish_plan_dup_log (const CarrelPublishPlan *self);
char *carrel_publish_plan_dup_forum_text (const CarrelPublishPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelPublishPlan, carrel_publish_plan_free)

G_END_DECLS
