/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Filling the search index from the courses as they are seen now, and with the reader's notes. */
#define G_LOG_DOMAIN "carrel-search-index"

#include "config.h"

#include "carrel-search-index.h"

#include "carrel-fact.h"
#include "carrel-overlay.h"
#include "carrel-search-hit.h"
#include "carrel-store-private.h"

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

/* Between the texts of a row. A page that has it in a text is only indexed a little oddly. */
#define SEPARATOR "\001"

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

/* What is searched of one fact, in one text that two equal rows share; NULL when nothing is. */
static char *
dup_row (const CarrelFact *fact)
{
  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    if (g_str_equal (searched[i].type->name, fact->kind))
      {
        g_autofree char *title = carrel_fact_dup_title (fact->record);
        g_autofree char *body = dup_body (fact->record, searched[i].body);

        return g_strjoin (SEPARATOR, fact->kind, fact->key, title, body, NULL);
      }
  return NULL;
}

/* The same of the note on a section; it is a row of its own, which only the reader may see. Who
 * searches for the title wants the section once, so the note has none. */
static char *
dup_note_row (const CarrelFact *fact, GHashTable *notes)
{
  gboolean is_section = g_str_equal (fact->kind, carrel_section_type.name);
  const char *note = is_section ? g_hash_table_lookup (notes, fact->key) : NULL;

  return note != NULL ? g_strjoin (SEPARATOR, CARREL_SEARCH_HIT_NOTE, fact->key, "", note, NULL)
                      : NULL;
}

/* The rows that are there: their texts and their numbers. */
static GHashTable *
list_rows (CarrelDatabase *database, const char *course_id, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (
      database, "SELECT row, kind, fact, title, body FROM search_facts WHERE course = :course",
      error);
  CarrelStep step;

  if (statement == NULL)
    return NULL;
  carrel_statement_bind_text (statement, ":course", course_id);
  for (step = carrel_statement_step (statement, error); step == CARREL_STEP_ROW;
       step = carrel_statement_step (statement, error))
    {
      gint64 row = carrel_statement_get_integer (statement, 0);

      g_hash_table_insert (rows,
                           g_strjoin (SEPARATOR, carrel_statement_get_text (statement, 1),
                                      carrel_statement_get_text (statement, 2),
                                      carrel_statement_get_text (statement, 3),
                                      carrel_statement_get_text (statement, 4), NULL),
                           g_memdup2 (&row, sizeof row));
    }
  return step == CARREL_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static gboolean
insert_row (CarrelStatement *insert, const char *row, GError **error)
{
  static const char *const parameters[] = { ":kind", ":fact", ":title", ":body" };
  g_auto (GStrv) texts = g_strsplit (row, SEPARATOR, G_N_ELEMENTS (parameters));

  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    carrel_statement_bind_text (insert, parameters[i], texts[i]);
  return carrel_statement_run (insert, error);
}

/* Adds a row that is not there yet, if there is one at all. */
static gboolean
add_row (CarrelStatement *insert, const char *row, GHashTable *rows, GError **error)
{
  return row == NULL || g_hash_table_remove (rows, row) || insert_row (insert, row, error);
}

/* Adds the rows of @course that are not in @rows and takes those out of it that are. */
static gboolean
add_rows (CarrelDatabase *database,
          const char *course_id,
          CarrelCourse *course,
          GHashTable *rows,
          GError **error)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);
  g_autoptr (GHashTable) notes = carrel_store_read_notes (database, course_id, error);
  g_autoptr (CarrelStatement) insert
      = carrel_database_prepare (database,
                                 "INSERT INTO search_facts (course, kind, fact, title, body)"
                                 " VALUES (:course, :kind, :fact, :title, :body)",
                                 error);

  if (notes == NULL || insert == NULL)
    return FALSE;
  carrel_statement_bind_text (insert, ":course", course_id);
  for (guint i = 0; i < facts->len; i++)
    {
      g_autofree char *row = dup_row (facts->pdata[i]);
      g_autofree char *note = dup_note_row (facts->pdata[i], notes);

      if (!add_row (insert, row, rows, error) || !add_row (insert, note, rows, error))
        return FALSE;
    }
  return TRUE;
}

/* Removes what is left over. */
static gboolean
remove_rows (CarrelDatabase *database, GHashTable *rows, GError **error)
{
  g_autoptr (CarrelStatement) statement
      = carrel_database_prepare (database, "DELETE FROM search_facts WHERE row = :row", error);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, rows);
  while (statement != NULL && g_hash_table_iter_next (&iter, NULL, &row))
    {
      carrel_statement_bind_integer (statement, ":row", *(const gint64 *) row);
      if (!carrel_statement_run (statement, error))
        return FALSE;
    }
  return statement != NULL;
}

/* Courses, and notes, that are older than the index of them. */
static GStrv
list_missing (CarrelDatabase *database, GError **error)
{
  g_autoptr (GStrvBuilder) courses = g_strv_builder_new ();
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (
      database,
      "SELECT DISTINCT course FROM versions WHERE NOT EXISTS"
      " (SELECT 1 FROM search_facts AS f WHERE f.course = versions.course)"
      " AND EXISTS (SELECT 1 FROM published_section AS s WHERE s.version = versions.version)"
      " UNION SELECT notes.course FROM notes JOIN search_facts AS f ON f.course = notes.course"
      " AND f.fact = notes.section AND f.kind = 'section' WHERE NOT EXISTS"
      " (SELECT 1 FROM search_facts AS n WHERE n.course = notes.course AND n.fact = notes.section"
      " AND n.kind = '" CARREL_SEARCH_HIT_NOTE "' AND n.body = notes.body)",
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
 * Brings what is searched of a course up to date; rows that stay the same are not written, since to
 * take a course out of the index and to put it in again costs far more than to compare.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_search_index_update (CarrelDatabase *database, const char *course_id, GError **error)
{
  g_autoptr (GHashTable) rows = list_rows (database, course_id, error);
  g_autoptr (CarrelCourse) course = NULL;

  if (rows == NULL)
    return FALSE;
  if (carrel_overlay_get_current_version (database, course_id) != 0)
    {
      course = carrel_overlay_load (database, course_id, error);
      if (course == NULL || !add_rows (database, course_id, course, rows, error))
        return FALSE;
    }
  return remove_rows (database, rows, error);
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
