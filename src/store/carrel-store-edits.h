/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Corrections laid over what is published, and answers to the importer's questions; mine until they
 * are published as a new version. Facts are named by kind and key as carrel-fact.h has them. */
#pragma once

#include "carrel-diff.h"
#include "carrel-field-edit.h"
#include "carrel-store-answers.h"

G_BEGIN_DECLS

gboolean carrel_store_edit_field (CarrelStore *self,
                                  const char *course_id,
                                  const CarrelFieldEdit *edit,
                                  GError **error);
gboolean carrel_store_edit_fact (CarrelStore *self,
                                 const char *course_id,
                                 const char *key,
                                 gconstpointer record,
                                 GError **error);
char *carrel_store_add_fact (CarrelStore *self,
                             const char *course_id,
                             const char *parent_kind,
                             const char *parent_key,
                             gconstpointer record,
                             GError **error);
gboolean carrel_store_save_facts (CarrelStore *self,
                                  const char *course_id,
                                  const char *label,
                                  GPtrArray *records,
                                  GError **error);
gboolean carrel_store_remove_fact (
    CarrelStore *self, const char *course_id, const char *kind, const char *key, GError **error);

CarrelDiff *carrel_store_list_edits (CarrelStore *self, const char *course_id, GError **error);
gboolean carrel_store_discard_edits (CarrelStore *self, const char *course_id, GError **error);
gboolean carrel_store_discard_kinds (CarrelStore *self,
                                     const char *course_id,
                                     const char *label,
                                     const char *const *kinds,
                                     GError **error);
gboolean carrel_store_publish_edits (CarrelStore *self,
                                     const char *course_id,
                                     CarrelCourse *draft,
                                     const char *log,
                                     gint64 now,
                                     GError **error);

G_END_DECLS
