/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Filling the search index from the courses as they are seen now. */
#define G_LOG_DOMAIN "carrel-search-index"

#include "config.h"

#include "carrel-search-index.h"

#include "carrel-fact.h"
#include "carrel-overlay.h"

/* What is searched: a title, and the other fields of its words. */
static const struct
{
  const CarrelRecordType *type;
  const char *body[4];
} searched[] = {
  { &carrel_section_type, { "body" } },
  { &carrel_schedule_row_type, { "readings", "homework", "due" } },
  { &carrel_person_type, { "role", "email" } },
  { &carrel_grading_item_type, { NULL } },
};

static char *
dup_body (gconstpointer record, const char *const *names)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < 4 && names[i] != NULL; i++)
    {
      g_autofree char *text
          = carrel_record_dup_field (record, carrel_record_find_field (record, names[i]));

      if (text != NULL)
        g_string_append_printf (body, "%s%s", body->len > 0 ? "\n" : "", text);
    }
  return g_strdup (body->str);
}

static gboolean
add_fact (CarrelStatement *insert, const CarrelFact *fact, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    {
      g_autofree char *title = NULL;
      g_autofree char *body = NULL;

      if (!g_str_equal (searched[i].type->name, fact->kind))
        continue;
      title = carrel_fact_dup_title (fact->record);
      body = dup_body (fact->record, searched[i].body);
      carrel_statement_bind_text (insert, ":kind", fact->kind);
      carrel_statement_bind_text (insert, ":fact", fact->key);
      carrel_statement_bind_text (insert, ":title", title);
      carrel_statement_bind_text (insert, ":body", body);
      return carrel_statement_run (insert, error);
    }
  return TRUE;
}

static gboolean
clear (CarrelDatabase *database, const char *course_id, GError **error)
{
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (
      database, "DELETE FROM search_facts WHERE course = :course", error);

  if (statement == NULL)
    return FALSE;
  carrel_statement_bind_text (statement, ":course", course_id);
  return carrel_statement_run (statement, error);
}

static gboolean
add_course (CarrelDatabase *database, const char *course_id, GError **error)
{
  g_autoptr (CarrelCourse) course = carrel_overlay_load (database, course_id, error);
  g_autoptr (CarrelStatement) insert = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  if (course == NULL)
    return FALSE;
  insert = carrel_database_prepare (database,
                                    "INSERT INTO search_facts (course, kind, fact, title, body)"
                                    " VALUES (:course, :kind, :fact, :title, :body)",
                                    error);
  if (insert == NULL)
    return FALSE;
  carrel_statement_bind_text (insert, ":course", course_id);
  facts = carrel_fact_list (course);
  for (guint i = 0; i < facts->len; i++)
    if (!add_fact (insert, facts->pdata[i], error))
      return FALSE;
  return TRUE;
}

static GStrv
list_missing (CarrelDatabase *database, GError **error)
{
  g_autoptr (GStrvBuilder) courses = g_strv_builder_new ();
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (
      database,
      "SELECT DISTINCT course FROM versions WHERE NOT EXISTS"
      " (SELECT 1 FROM search_facts AS f WHERE f.course = versions.course)"
      " AND EXISTS (SELECT 1 FROM published_section AS s WHERE s.version = versions.version)",
      error);

  if (statement == NULL)
    return NULL;
  while (carrel_statement_step (statement, error) == CARREL_STEP_ROW)
    g_strv_builder_add (courses, carrel_statement_get_text (statement, 0));
  return g_strv_builder_end (courses);
}

/**
 * carrel_search_index_update:
 * @database: a database with an open transaction
 * @course_id: a course, perhaps one that is gone
 * @error: where an error goes
 *
 * Works out again what is searched of a course.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_search_index_update (CarrelDatabase *database, const char *course_id, GError **error)
{
  if (!clear (database, course_id, error))
    return FALSE;
  return carrel_overlay_get_current_version (database, course_id) == 0
         || add_course (database, course_id, error);
}

/**
 * carrel_search_index_fill:
 * @database: a database
 * @error: where an error goes
 *
 * Fills the index for courses that are older than it.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_search_index_fill (CarrelDatabase *database, GError **error)
{
  g_auto (GStrv) courses = list_missing (database, error);

  if (courses == NULL)
    return FALSE;
  for (guint i = 0; courses[i] != NULL; i++)
    if (!carrel_database_execute (database, "BEGIN IMMEDIATE", error)
        || !carrel_search_index_update (database, courses[i], error)
        || !carrel_database_execute (database, "COMMIT", error))
      {
        if (carrel_database_is_in_transaction (database))
          carrel_database_execute (database, "ROLLBACK", NULL);
        return FALSE;
      }
  return TRUE;
}
