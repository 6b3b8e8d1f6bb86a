/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which course a draft is an edition of: by its name, or, since many pages never say which course
 * they belong to, by its file and its sections. */
#define G_LOG_DOMAIN "carrel-draft-match"

#include "config.h"

#include "carrel-draft-match.h"

#include <string.h>

#include "carrel-fact.h"
#include "carrel-overlay.h"
#include "carrel-store-private.h"

static gpointer
read_text (CarrelStatement *statement)
{
  return carrel_statement_dup_text (statement, 0);
}

static gboolean
is_nameless (const CarrelCourse *course)
{
  return course->title == NULL && course->code == NULL;
}

/* The file that the first fact with a source was read from, NULL when none has one. */
static const char *
get_file (CarrelCourse *course)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];

      if (((CarrelRecord *) fact->record)->file != NULL)
        return ((CarrelRecord *) fact->record)->file;
    }
  return NULL;
}

/* Whether at least half of the sections of the shorter one have a heading of the other one. */
static gboolean
has_like_sections (CarrelCourse *course, CarrelCourse *draft)
{
  g_autoptr (GHashTable) headings = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_shared = 0;

  for (guint i = 0; i < course->sections->len; i++)
    {
      const char *heading = ((CarrelSection *) course->sections->pdata[i])->heading;

      g_hash_table_add (headings, (gpointer) (heading != NULL ? heading : ""));
    }
  for (guint i = 0; i < draft->sections->len; i++)
    {
      const char *heading = ((CarrelSection *) draft->sections->pdata[i])->heading;

      n_shared += g_hash_table_contains (headings, heading != NULL ? heading : "");
    }
  return n_shared > 0 && n_shared * 2 >= MIN (course->sections->len, draft->sections->len);
}

static gboolean
is_edition_of (CarrelStore *self, const char *course_id, CarrelCourse *draft)
{
  g_autoptr (CarrelCourse) course
      = carrel_overlay_load_published (carrel_store_get_database (self), course_id, NULL);

  return course != NULL && (is_nameless (course) || is_nameless (draft))
         && g_strcmp0 (get_file (course), get_file (draft)) == 0
         && has_like_sections (course, draft);
}

/**
 * carrel_draft_match_list_by_name:
 * @self: a store
 * @draft: a course that was read
 *
 * Looks for courses with the id of @draft, or with its title and code in no other term.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the ids of those courses, the most
 *   likely one first
 */
GPtrArray *
carrel_draft_match_list_by_name (CarrelStore *self, CarrelCourse *draft)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":id", draft->id),
                                     CARREL_BIND_TEXT (":title", draft->title),
                                     CARREL_BIND_TEXT (":code", draft->code),
                                     CARREL_BIND_TEXT (":term", draft->term),
                                     { NULL } };

  return carrel_store_query (self,
                             "SELECT c.id FROM courses AS c"
                             " JOIN published_course AS p ON p.version ="
                             "  (SELECT max(version) FROM versions WHERE course = c.id)"
                             " WHERE c.id = :id OR (ifnull(:title, :code) IS NOT NULL"
                             "  AND p.title IS :title AND p.code IS :code"
                             "  AND (p.term IS :term OR p.term IS NULL OR :term IS NULL))"
                             " ORDER BY c.id IS NOT :id, p.term IS NOT :term, c.row",
                             bindings, read_text, g_free, NULL);
}

/**
 * carrel_draft_match_by_name:
 * @self: a store
 * @draft: a course that was read
 *
 * Returns: (transfer full) (nullable): the first of carrel_draft_match_list_by_name()
 */
char *
carrel_draft_match_by_name (CarrelStore *self, CarrelCourse *draft)
{
  g_autoptr (GPtrArray) ids = carrel_draft_match_list_by_name (self, draft);

  return ids != NULL && ids->len > 0 ? g_strdup (g_ptr_array_index (ids, 0)) : NULL;
}

/**
 * carrel_draft_match_by_sections:
 * @self: a store
 * @draft: a course that was read
 *
 * Looks for a course that was read from a file of the same name and has most sections in common,
 * where it or @draft has neither title nor code. Another course's README.md is not taken for it.
 *
 * Returns: (transfer full) (nullable): the id of that course
 */
char *
carrel_draft_match_by_sections (CarrelStore *self, CarrelCourse *draft)
{
  const char *file = get_file (draft);
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":file", file), { NULL } };
  g_autoptr (GPtrArray) ids = NULL;

  if (file == NULL)
    return NULL;
  ids = carrel_store_query (
      self,
      "SELECT c.id FROM courses AS c WHERE EXISTS"
      " (SELECT 1 FROM published_section AS s WHERE s.file = :file AND s.version ="
      "  (SELECT max(version) FROM versions WHERE course = c.id)) ORDER BY c.row",
      bindings, read_text, g_free, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (is_edition_of (self, ids->pdata[i], draft))
      return g_strdup (ids->pdata[i]);
  return NULL;
}

/**
 * carrel_draft_match_by_hash:
 * @self: a store
 * @source_hash: of the bytes that were read
 *
 * Returns: (transfer full) (nullable): the id of the course that was read from the same bytes last
 */
char *
carrel_draft_match_by_hash (CarrelStore *self, const char *source_hash)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":hash", source_hash), { NULL } };

  return carrel_store_query_text (self,
                                  "SELECT c.id FROM courses AS c JOIN versions AS v ON v.version ="
                                  " (SELECT max(version) FROM versions WHERE course = c.id)"
                                  " WHERE v.source_hash = :hash ORDER BY c.row LIMIT 1",
                                  bindings);
}

/**
 * carrel_draft_match_dup_stem:
 * @draft: a course that was read
 *
 * Returns: (transfer full): a name for a course that has none, from its file, or "course"
 */
char *
carrel_draft_match_dup_stem (CarrelCourse *draft)
{
  const char *file = get_file (draft);
  g_autofree char *name = file != NULL ? g_path_get_basename (file) : g_strdup ("");
  char *dot = strrchr (name, '.');
  g_autofree char *slug = NULL;

  if (dot != NULL)
    *dot = '\0';
  slug = carrel_course_dup_slug (name);
  return *slug != '\0' ? g_steal_pointer (&slug) : g_strdup ("course");
}
