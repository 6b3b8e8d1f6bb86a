/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Notes on, and bookmarks of, sections. */
#define G_LOG_DOMAIN "carrel-store-notes"

#include "config.h"

#include "carrel-store-notes.h"

#include <glib/gi18n-lib.h>

#include "carrel-store-private.h"

static gpointer
read_text (CarrelStatement *statement)
{
  return carrel_statement_dup_text (statement, 0);
}

/**
 * carrel_store_dup_note:
 * @self: a store
 * @course_id: a course
 * @section_id: the id of a section
 *
 * Returns: (transfer full) (nullable): the note on it
 */
char *
carrel_store_dup_note (CarrelStore *self, const char *course_id, const char *section_id)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_TEXT (":section", section_id),
                                     { NULL } };

  return carrel_store_query_text (
      self, "SELECT body FROM notes WHERE course = :course AND section = :section", bindings);
}

/**
 * carrel_store_set_note:
 * @self: a store
 * @course_id: a course
 * @section_id: the id of a section
 * @text: (nullable): the note; %NULL or "" takes it away
 * @error: where an error goes
 *
 * Writes a note on a section.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_set_note (CarrelStore *self,
                       const char *course_id,
                       const char *section_id,
                       const char *text,
                       GError **error)
{
  const CarrelVerb verb = { _ ("Change note"), course_id, CARREL_CHANGED_NOTES };
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_TEXT (":section", section_id),
                                     CARREL_BIND_TEXT (":body", text),
                                     { NULL } };

  if (text == NULL || *text == '\0')
    return carrel_store_run_verb (self, &verb,
                                  "DELETE FROM notes WHERE course = :course"
                                  " AND section = :section AND ifnull(:body, '') = ''",
                                  bindings, error);
  return carrel_store_run_verb (
      self, &verb,
      "INSERT INTO notes (course, section, body) VALUES (:course, :section, :body)"
      " ON CONFLICT (course, section) DO UPDATE SET body = excluded.body"
      " WHERE body <> excluded.body",
      bindings, error);
}

/**
 * carrel_store_read_notes:
 * @database: a database, perhaps within a verb that has not ended
 * @course_id: a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the notes by the ids of their
 *   sections
 */
GHashTable *
carrel_store_read_notes (CarrelDatabase *database, const char *course_id, GError **error)
{
  const char sql[] = "SELECT section, body FROM notes WHERE course = :course";
  g_autoptr (GHashTable) notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (database, sql, error);
  CarrelStep step;

  if (statement == NULL)
    return NULL;
  carrel_statement_bind_text (statement, ":course", course_id);
  for (step = carrel_statement_step (statement, error); step == CARREL_STEP_ROW;
       step = carrel_statement_step (statement, error))
    g_hash_table_insert (notes, carrel_statement_dup_text (statement, 0),
                         carrel_statement_dup_text (statement, 1));
  return step == CARREL_STEP_DONE ? g_steal_pointer (&notes) : NULL;
}

/**
 * carrel_store_list_notes:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the notes by the ids of their
 *   sections
 */
GHashTable *
carrel_store_list_notes (CarrelStore *self, const char *course_id, GError **error)
{
  return carrel_store_read_notes (carrel_store_get_database (self), course_id, error);
}

/**
 * carrel_store_list_bookmarks:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the ids of the sections with a bookmark, the oldest first
 */
GStrv
carrel_store_list_bookmarks (CarrelStore *self, const char *course_id, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id), { NULL } };
  g_autoptr (GPtrArray) sections = carrel_store_query (
      self, "SELECT section FROM bookmarks WHERE course = :course ORDER BY row", bindings,
      read_text, g_free, error);

  if (sections == NULL)
    return NULL;
  g_ptr_array_add (sections, NULL);
  return (GStrv) g_ptr_array_steal (sections, NULL);
}

/**
 * carrel_store_has_bookmark:
 * @self: a store
 * @course_id: the id of a course
 * @section_id: (nullable): the id of a section
 *
 * Returns: whether the section has a bookmark
 */
gboolean
carrel_store_has_bookmark (CarrelStore *self, const char *course_id, const char *section_id)
{
  g_auto (GStrv) bookmarks = carrel_store_list_bookmarks (self, course_id, NULL);

  return section_id != NULL && bookmarks != NULL
         && g_strv_contains ((const char *const *) bookmarks, section_id);
}

/**
 * carrel_store_set_bookmark:
 * @self: a store
 * @course_id: a course
 * @section_id: the id of a section
 * @is_set: whether it shall have a bookmark
 * @error: where an error goes
 *
 * Puts a bookmark on a section, or takes it away.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_set_bookmark (CarrelStore *self,
                           const char *course_id,
                           const char *section_id,
                           gboolean is_set,
                           GError **error)
{
  const CarrelVerb verb
      = { is_set ? _ ("Add bookmark") : _ ("Remove bookmark"), course_id, CARREL_CHANGED_NOTES };
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_TEXT (":section", section_id),
                                     { NULL } };

  return carrel_store_run_verb (
      self, &verb,
      is_set ? "INSERT INTO bookmarks (course, section) VALUES (:course, :section)"
               " ON CONFLICT DO NOTHING"
             : "DELETE FROM bookmarks WHERE course = :course AND section = :section",
      bindings, error);
}
