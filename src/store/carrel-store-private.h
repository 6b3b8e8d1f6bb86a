/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the families of the store share; only for the files of the store and its tests. */
#pragma once

#include "carrel-database.h"
#include "carrel-store.h"
#include "carrel-undo-log.h"

G_BEGIN_DECLS

/* One thing that a person does: its name in the undo menu and what it touches. */
typedef struct
{
  const char *label;  /* translated; NULL is not to be undone */
  const char *course; /* NULL is any */
  CarrelStoreChanges changes;
} CarrelVerb;

typedef gpointer (*CarrelRowFunc) (CarrelStatement *statement);

CarrelDatabase *carrel_store_get_database (CarrelStore *self);
CarrelUndoLog *carrel_store_get_undo_log (CarrelStore *self);
GListStore *carrel_store_get_course_items (CarrelStore *self);
GHashTable *carrel_store_get_loaded (CarrelStore *self);

/* Between begin and end a verb writes; end commits, or takes all back when something failed. */
gboolean carrel_store_begin (CarrelStore *self, GError **error);
gboolean
carrel_store_end (CarrelStore *self, const CarrelVerb *verb, gboolean is_good, GError **error);
gboolean carrel_store_write (CarrelStore *self,
                             const char *sql,
                             const CarrelBinding *bindings,
                             GError **error);
gboolean carrel_store_run_verb (CarrelStore *self,
                                const CarrelVerb *verb,
                                const char *sql,
                                const CarrelBinding *bindings,
                                GError **error);
gboolean carrel_store_write_answer (
    CarrelStore *self, const char *course_id, const char *about, const char *text, GError **error);
gboolean carrel_store_write_facts (CarrelStore *self,
                                   const char *course_id,
                                   CarrelCourse *course,
                                   GPtrArray *records,
                                   GError **error);
gboolean carrel_store_write_removal (
    CarrelStore *self, const char *course_id, const char *kind, const char *key, GError **error);
void carrel_store_tell (CarrelStore *self, const char *course, CarrelStoreChanges changes);
gboolean carrel_store_notice_others (CarrelStore *self);
gboolean carrel_store_prepare_database (CarrelStore *self, GError **error);

GHashTable *
carrel_store_read_notes (CarrelDatabase *database, const char *course_id, GError **error);
GPtrArray *carrel_store_query (CarrelStore *self,
                               const char *sql,
                               const CarrelBinding *bindings,
                               CarrelRowFunc func,
                               GDestroyNotify free_func,
                               GError **error);
char *carrel_store_query_text (CarrelStore *self, const char *sql, const CarrelBinding *bindings);
gint64
carrel_store_query_integer (CarrelStore *self, const char *sql, const CarrelBinding *bindings);

G_END_DECLS
