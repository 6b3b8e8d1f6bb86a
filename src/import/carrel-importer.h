/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Applies a draft to the store in one transaction; used by the window and by carrelctl. */
#pragma once

#include "carrel-import-conflict.h"
#include "carrel-store-versions.h"

G_BEGIN_DECLS

/* What was read to make a draft. */
typedef struct
{
  GStrv names;       /* of the files, as people know them */
  GBytes **bytes;    /* one for each name; may be NULL */
  gint64 read_at;    /* seconds since 1970, UTC */
  gboolean is_whole; /* a folder: what is not in it is not in the course any more */
} CarrelImportSources;

/* What keeping a draft would do. */
typedef struct
{
  char *course_id;      /* that the draft is an edition of; NULL is a new course */
  CarrelCourse *course; /* the draft with what the pages that were not read again say */
  char *sources;        /* the files of the edition, one a line; NULL is unknown */
  CarrelDiff *diff;     /* against what is published; everything is added in a new course */
  GPtrArray *conflicts; /* of CarrelImportConflict; the corrections stay unless a person says no */
} CarrelImportPlan;

char *carrel_importer_dup_hash (const CarrelImportSources *sources);
CarrelImportPlan *carrel_importer_plan (CarrelStore *store,
                                        const char *course_id,
                                        CarrelCourse *draft,
                                        const CarrelImportSources *sources,
                                        GError **error);
void carrel_import_plan_free (CarrelImportPlan *plan);
CarrelPublished *carrel_importer_apply (CarrelStore *store,
                                        const char *course_id,
                                        CarrelCourse *draft,
                                        const CarrelImportSources *sources,
                                        GPtrArray *renames,
                                        GError **error);
CarrelPublished *carrel_importer_add_example (
    CarrelStore *store, CarrelCourse *example, CarrelDate today, gint64 now, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelImportPlan, carrel_import_plan_free)

G_END_DECLS
