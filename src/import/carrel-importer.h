/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Applies a draft to the store in one transaction; used by the window and by carrelctl. */
#pragma once

#include "carrel-store-versions.h"

G_BEGIN_DECLS

/* What was read to make a draft. */
typedef struct
{
  GStrv names;    /* of the files, as people know them */
  GBytes **bytes; /* one for each name; may be NULL */
  gint64 read_at; /* seconds since 1970, UTC */
} CarrelImportSources;

char *carrel_importer_dup_hash (const CarrelImportSources *sources);
CarrelPublished *carrel_importer_apply (CarrelStore *store,
                                        const char *course_id,
                                        CarrelCourse *draft,
                                        const CarrelImportSources *sources,
                                        GPtrArray *renames,
                                        GError **error);
CarrelPublished *carrel_importer_add_example (
    CarrelStore *store, CarrelCourse *example, CarrelDate today, gint64 now, GError **error);

G_END_DECLS
