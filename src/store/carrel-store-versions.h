/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The versions of a course: publishing a draft, reading an old version, restoring one. */
#pragma once

#include "carrel-diff.h"
#include "carrel-store.h"

G_BEGIN_DECLS

/* Where a draft comes from. */
typedef struct
{
  const char *sources;     /* names of the files, one a line; NULL is unknown */
  const char *source_hash; /* of the bytes that were read; NULL is unknown */
  const char *log;         /* what was known and published all the same, one a line; NULL is none */
  gint64 imported_at;      /* seconds since 1970, UTC */
  gboolean is_example;
} CarrelPublication;

typedef struct
{
  char *course_id;
  gint64 version;        /* the version that is now current */
  gboolean is_unchanged; /* nothing was written */
  gboolean is_new;       /* the course was not there before */
  CarrelDiff *diff;      /* against the version before; everything is added in a new course */
} CarrelPublished;

typedef struct
{
  gint64 version;
  gint64 imported_at; /* seconds since 1970, UTC */
  char *sources;
  char *log; /* what was known when it was published, one a line; NULL is none */
  char *content_hash;
  guint n_facts;
  gboolean is_current;
} CarrelVersion;

char *carrel_store_find_course_of_draft (CarrelStore *self, CarrelCourse *draft);
GPtrArray *carrel_store_list_courses_alike (CarrelStore *self, CarrelCourse *draft);
char *carrel_store_dup_new_course_id (CarrelStore *self, CarrelCourse *draft);
CarrelDiff *carrel_store_preview (CarrelStore *self,
                                  const char *course_id,
                                  CarrelCourse *draft,
                                  GError **error);
CarrelPublished *carrel_store_publish (CarrelStore *self,
                                       const char *course_id,
                                       CarrelCourse *draft,
                                       const CarrelPublication *publication,
                                       GPtrArray *renames,
                                       GError **error);
gboolean carrel_store_apply_renames (CarrelStore *self,
                                     const char *course_id,
                                     GPtrArray *renames,
                                     GError **error);
void carrel_published_free (CarrelPublished *published);

GPtrArray *carrel_store_list_versions (CarrelStore *self, const char *course_id, GError **error);
CarrelCourse *carrel_store_load_version (CarrelStore *self, gint64 version, GError **error);
CarrelCourse *
carrel_store_load_published (CarrelStore *self, const char *course_id, GError **error);
gboolean carrel_store_restore_version (
    CarrelStore *self, const char *course_id, gint64 version, gint64 now, GError **error);
void carrel_version_free (CarrelVersion *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelPublished, carrel_published_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelVersion, carrel_version_free)

G_END_DECLS
