/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Laying corrections over what is published. A correction whose fact is not published any more, or
 * whose value does not fit, is passed over and kept. */
#define G_LOG_DOMAIN "carrel-overlay"

#include "config.h"

#include "carrel-overlay.h"

#include <glib/gi18n-lib.h>

#include "carrel-fact.h"
#include "carrel-records.h"
#include "carrel-store-error.h"

typedef struct
{
  CarrelDatabase *database;
  const char *course_id;
  CarrelCourse *course;
  GHashTable *facts; /* "kind\nkey" -> record */
  GPtrArray *removed;
} Overlay;

typedef void (*ApplyFunc) (Overlay *self, CarrelStatement *statement);

static char *
dup_name (const char *kind, const char *key)
{
  return g_strconcat (kind, "\n", key, NULL);
}

static void
index_facts (Overlay *self)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (self->course);

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];

      g_hash_table_insert (self->facts, dup_name (fact->kind, fact->key), fact->record);
    }
}

/* A fact that was renamed by a correction is known by its new key as well. */
static gpointer
find_record (Overlay *self, const char *kind, const char *key)
{
  g_autofree char *name = dup_name (kind, key);

  if (!g_hash_table_contains (self->facts, name))
    index_facts (self);
  return g_hash_table_lookup (self->facts, name);
}

static void
apply_addition (Overlay *self, CarrelStatement *statement)
{
  const char *kind = carrel_statement_get_text (statement, 0);
  const char *key = carrel_statement_get_text (statement, 1);
  const CarrelRecordType *type = carrel_fact_get_type (kind);
  CarrelRecord *parent = find_record (self, carrel_statement_get_text (statement, 2),
                                      carrel_statement_get_text (statement, 3));
  GPtrArray *list = type != NULL && parent != NULL ? carrel_fact_find_list (parent, type) : NULL;
  gpointer record;

  if (list == NULL || find_record (self, kind, key) != NULL)
    return;
  record = carrel_record_new (type);
  if (carrel_record_find_field (record, "id") != NULL)
    carrel_record_set_field (record, carrel_record_find_field (record, "id"), key, NULL);
  g_ptr_array_add (list, record);
  g_hash_table_insert (self->facts, dup_name (kind, key), record);
}

static void
apply_removal (Overlay *self, CarrelStatement *statement)
{
  gpointer record = find_record (self, carrel_statement_get_text (statement, 0),
                                 carrel_statement_get_text (statement, 1));

  if (record != NULL)
    g_ptr_array_add (self->removed, record);
}

static void
apply_field (Overlay *self, CarrelStatement *statement)
{
  gpointer record = find_record (self, carrel_statement_get_text (statement, 0),
                                 carrel_statement_get_text (statement, 1));
  const CarrelField *field
      = record != NULL ? carrel_record_find_field (record, carrel_statement_get_text (statement, 2))
                       : NULL;

  if (field != NULL && field->child == NULL)
    carrel_record_set_field (record, field, carrel_statement_get_text (statement, 3), NULL);
}

static void
apply_answer (Overlay *self, CarrelStatement *statement)
{
  const char *about = carrel_statement_get_text (statement, 0);
  const char *text = carrel_statement_get_text (statement, 1);
  GPtrArray *questions = self->course->questions;

  for (guint i = questions->len; i > 0; i--)
    {
      const CarrelQuestion *question = questions->pdata[i - 1];

      if (g_strcmp0 (question->about, about) == 0
          && (text == NULL || g_strcmp0 (question->text, text) == 0))
        g_ptr_array_remove_index (questions, i - 1);
    }
}

/* Takes the removed records out at the very end, since nothing else holds them. */
static void
remove_facts (Overlay *self)
{
  g_autoptr (GPtrArray) facts = self->removed->len > 0 ? carrel_fact_list (self->course) : NULL;

  for (guint i = facts != NULL ? facts->len : 0; i > 0; i--)
    {
      const CarrelFact *fact = facts->pdata[i - 1];

      if (fact->field == NULL || !g_ptr_array_find (self->removed, fact->record, NULL))
        continue;
      if (fact->field->kind == CARREL_FIELD_RECORDS)
        g_ptr_array_remove (*CARREL_FIELD_PTR (fact->parent, fact->field, GPtrArray *),
                            fact->record);
      else
        g_clear_pointer (CARREL_FIELD_PTR (fact->parent, fact->field, gpointer),
                         carrel_record_unref);
    }
}

static gboolean
apply_rows (Overlay *self, const char *sql, ApplyFunc apply, GError **error)
{
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (self->database, sql, error);
  CarrelStep step;

  if (statement == NULL)
    return FALSE;
  carrel_statement_bind_text (statement, ":course", self->course_id);
  for (step = carrel_statement_step (statement, error); step == CARREL_STEP_ROW;
       step = carrel_statement_step (statement, error))
    apply (self, statement);
  return step == CARREL_STEP_DONE;
}

static gboolean
apply_all (Overlay *self, GError **error)
{
  static const struct
  {
    const char *sql;
    ApplyFunc apply;
  } passes[] = {
    { "SELECT kind, key, parent_kind, parent FROM edited_facts"
      " WHERE course = :course AND action = 'add' ORDER BY row",
      apply_addition },
    { "SELECT kind, key, field, value FROM edits WHERE course = :course ORDER BY row",
      apply_field },
    { "SELECT kind, key FROM edited_facts WHERE course = :course AND action = 'remove'",
      apply_removal },
    { "SELECT about, question FROM answers WHERE course = :course", apply_answer },
  };

  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    if (!apply_rows (self, passes[i].sql, passes[i].apply, error))
      return FALSE;
  remove_facts (self);
  return TRUE;
}

/**
 * carrel_overlay_get_current_version:
 * @database: a database
 * @course_id: a course
 *
 * Returns: its newest version, 0 when there is no such course
 */
gint64
carrel_overlay_get_current_version (CarrelDatabase *database, const char *course_id)
{
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (
      database, "SELECT max(version) FROM versions WHERE course = :course", NULL);

  if (statement == NULL)
    return 0;
  carrel_statement_bind_text (statement, ":course", course_id);
  return carrel_statement_step (statement, NULL) == CARREL_STEP_ROW
             ? carrel_statement_get_integer (statement, 0)
             : 0;
}

/**
 * carrel_overlay_load_published:
 * @database: a database
 * @course_id: a course
 * @error: where %CARREL_STORE_ERROR_NOT_FOUND or another error goes
 *
 * Returns: (transfer full) (nullable): what the newest version says
 */
CarrelCourse *
carrel_overlay_load_published (CarrelDatabase *database, const char *course_id, GError **error)
{
  gint64 version = carrel_overlay_get_current_version (database, course_id);

  if (version != 0)
    return carrel_records_load (database, version, error);
  /* Translators: %s is the short name of a course. */
  g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND,
               _ ("There is no course “%s”."), course_id);
  return NULL;
}

/**
 * carrel_overlay_load:
 * @database: a database
 * @course_id: a course
 * @error: where %CARREL_STORE_ERROR_NOT_FOUND or another error goes
 *
 * Returns: (transfer full) (nullable): what the newest version says, corrected, without the
 *   questions that are answered
 */
CarrelCourse *
carrel_overlay_load (CarrelDatabase *database, const char *course_id, GError **error)
{
  g_autoptr (CarrelCourse) course = carrel_overlay_load_published (database, course_id, error);
  g_autoptr (GHashTable) facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  Overlay overlay = { database, course_id, course, facts, removed };

  if (course == NULL)
    return NULL;
  index_facts (&overlay);
  if (!apply_all (&overlay, error))
    return NULL;
  return g_steal_pointer (&course);
}
