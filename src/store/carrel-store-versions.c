/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Publishing drafts as versions, and the way back to an old one. */
#define G_LOG_DOMAIN "carrel-store-versions"

#include "config.h"

#include "carrel-store-versions.h"

#include <glib/gi18n-lib.h>

#include "carrel-course-item.h"
#include "carrel-draft-match.h"
#include "carrel-overlay.h"
#include "carrel-publication.h"
#include "carrel-records.h"
#include "carrel-store-courses.h"

/**
 * carrel_store_dup_new_course_id:
 * @self: a store
 * @draft: a course that is to be one of its own
 *
 * Makes a name from what names the course on its page. A draft that is published by it is a new
 * course, whatever it resembles.
 *
 * Returns: (transfer full): an id that no course here has
 */
char *
carrel_store_dup_new_course_id (CarrelStore *self, CarrelCourse *draft)
{
  g_autofree char *title = carrel_course_dup_slug (
      draft->code != NULL ? draft->code : (draft->title != NULL ? draft->title : ""));
  g_autofree char *term = carrel_course_dup_slug (draft->term != NULL ? draft->term : "");
  g_autofree char *base = g_strjoin (*title != '\0' && *term != '\0' ? "-" : "", title, term, NULL);
  gboolean has_id = draft->id != NULL && *draft->id != '\0';
  g_autofree char *file = carrel_draft_match_dup_stem (draft);
  const char *stem = has_id ? draft->id : (*base != '\0' ? base : file);
  char *id = g_strdup (stem);

  for (guint n = 2; carrel_overlay_get_current_version (carrel_store_get_database (self), id) != 0;
       n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem, n);
    }
  return id;
}

/* The same facts change nothing; nor does a page that was read before and then corrected here, as
 * long as the page itself stays the same. */
static gboolean
is_unchanged (CarrelStore *self,
              gint64 version,
              CarrelCourse *course,
              const CarrelPublication *publication)
{
  g_autofree char *hash = carrel_records_dup_hash (course);
  const CarrelBinding bindings[] = { CARREL_BIND_INTEGER (":version", version),
                                     CARREL_BIND_TEXT (":content_hash", hash),
                                     CARREL_BIND_TEXT (":source_hash", publication->source_hash),
                                     { NULL } };

  return version != 0
         && carrel_store_query_integer (
                self,
                "SELECT count(*) FROM versions AS v WHERE version = :version"
                " AND (content_hash = :content_hash OR (source_hash = :source_hash AND EXISTS"
                " (SELECT 1 FROM versions WHERE course = v.course"
                "  AND content_hash = :content_hash)))",
                bindings)
                > 0;
}

/* A new course comes last, in the colour that the fewest have. */
static gboolean
add_course (CarrelStore *self, const char *course_id, gboolean is_example, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_INTEGER (":is_example", is_example),
                                     CARREL_BIND_INTEGER (":n_colours", CARREL_N_COURSE_COLOURS),
                                     { NULL } };

  return carrel_store_write (
      self,
      "WITH RECURSIVE colours (colour) AS"
      " (SELECT 0 UNION ALL SELECT colour + 1 FROM colours WHERE colour + 1 < :n_colours)"
      "INSERT INTO courses (id, position, colour, is_example) VALUES (:course,"
      " (SELECT ifnull(max(position) + 1, 0) FROM courses),"
      " (SELECT colour FROM colours ORDER BY"
      "  (SELECT count(*) FROM courses AS c WHERE c.colour = colours.colour), colour LIMIT 1),"
      " :is_example)",
      bindings, error);
}

static gboolean
write_all (CarrelStore *self,
           CarrelPublished *published,
           CarrelCourse *course,
           const CarrelPublication *publication,
           GPtrArray *renames,
           GError **error)
{
  if (published->is_new && !add_course (self, published->course_id, publication->is_example, error))
    return FALSE;
  published->version
      = carrel_publication_write (self, published->course_id, course, publication, error);
  return published->version != 0
         && carrel_publication_rename (self, published->course_id, renames, error);
}

/* The course that a draft goes to: the one asked for, one that it is an edition of, or a new one.
 */
static char *
dup_course_id (CarrelStore *self,
               const char *course_id,
               CarrelCourse *draft,
               const CarrelPublication *publication)
{
  g_autofree char *found
      = course_id != NULL ? g_strdup (course_id) : carrel_store_find_course_of_draft (self, draft);

  if (found == NULL && publication->source_hash != NULL)
    found = carrel_draft_match_by_hash (self, publication->source_hash);
  return found != NULL ? g_steal_pointer (&found) : carrel_store_dup_new_course_id (self, draft);
}

/* A draft as it is written: with the course's own id and with ids of all facts. A value that no
 * page can state is refused, not dropped. */
static CarrelCourse *
dup_named (CarrelCourse *draft, const char *course_id, GError **error)
{
  g_autoptr (CarrelCourse) course = carrel_record_copy (draft);

  if (!carrel_record_equal (course, draft))
    {
      carrel_publication_refuse (error);
      return NULL;
    }
  g_free (course->id);
  course->id = g_strdup (course_id);
  carrel_course_assign_ids (course);
  return g_steal_pointer (&course);
}

static gpointer
read_version (CarrelStatement *statement)
{
  CarrelVersion *version = g_new0 (CarrelVersion, 1);

  version->version = carrel_statement_get_integer (statement, 0);
  version->imported_at = carrel_statement_get_integer (statement, 1);
  version->sources = carrel_statement_dup_text (statement, 2);
  version->content_hash = carrel_statement_dup_text (statement, 3);
  version->n_facts = (guint) carrel_statement_get_integer (statement, 4);
  version->log = carrel_statement_dup_text (statement, 5);
  return version;
}

/* Where a version came from; free sources and source_hash. */
static void
read_publication (CarrelStore *self, gint64 version, char **sources, char **source_hash)
{
  const CarrelBinding bindings[] = { CARREL_BIND_INTEGER (":version", version), { NULL } };

  *sources = carrel_store_query_text (self, "SELECT sources FROM versions WHERE version = :version",
                                      bindings);
  *source_hash = carrel_store_query_text (
      self, "SELECT source_hash FROM versions WHERE version = :version", bindings);
}

/**
 * carrel_store_find_course_of_draft:
 * @self: a store
 * @draft: a course that was read
 *
 * Looks whether a draft is a newer edition of a course that is there: the same id, the same title
 * and code in no other term, or, where one of them has no name, the same file with like sections.
 *
 * Returns: (transfer full) (nullable): the id of that course
 */
char *
carrel_store_find_course_of_draft (CarrelStore *self, CarrelCourse *draft)
{
  char *found = carrel_draft_match_by_name (self, draft);

  return found != NULL ? found : carrel_draft_match_by_sections (self, draft);
}

/**
 * carrel_store_list_courses_alike:
 * @self: a store
 * @draft: a course that was read
 *
 * Looks whether a draft that says no term may as well be of several courses: the same course in
 * several terms.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the ids of those courses; %NULL when it
 *   is clear
 */
GPtrArray *
carrel_store_list_courses_alike (CarrelStore *self, CarrelCourse *draft)
{
  g_autoptr (GPtrArray) ids
      = draft->term == NULL ? carrel_draft_match_list_by_name (self, draft) : NULL;

  if (ids == NULL || ids->len < 2 || g_strcmp0 (g_ptr_array_index (ids, 0), draft->id) == 0)
    return NULL;
  return g_steal_pointer (&ids);
}

/**
 * carrel_store_preview:
 * @self: a store
 * @course_id: (nullable): the course that @draft is an edition of; %NULL to find it out
 * @draft: a course that was read
 * @error: where an error goes
 *
 * Says what publishing would change, and which graded things were perhaps renamed.
 *
 * Returns: (transfer full) (nullable): the differences; everything is added in a new course
 */
CarrelDiff *
carrel_store_preview (CarrelStore *self, const char *course_id, CarrelCourse *draft, GError **error)
{
  g_autofree char *found
      = course_id != NULL ? g_strdup (course_id) : carrel_store_find_course_of_draft (self, draft);
  g_autoptr (CarrelCourse) course = dup_named (draft, found != NULL ? found : "", error);
  g_autoptr (CarrelCourse) before = NULL;
  CarrelDatabase *database = carrel_store_get_database (self);

  if (course == NULL)
    return NULL;
  if (found != NULL && carrel_overlay_get_current_version (database, found) != 0)
    {
      before = carrel_overlay_load_published (database, found, error);
      if (before == NULL)
        return NULL;
    }
  return carrel_diff_new (before, course);
}

/**
 * carrel_store_publish:
 * @self: a store
 * @course_id: (nullable): the course that @draft is an edition of; %NULL to find it out, or to make
 *   a new one
 * @draft: a course that was read
 * @publication: where it comes from
 * @renames: (nullable) (element-type CarrelRename): renames that a person confirmed, so that what
 * is mine moves along; others may be asked for afterwards from the result's diff
 * @error: where an error goes
 *
 * Keeps a draft as the newest version of its course, in one transaction. The same source, or the
 * same facts, again change nothing. All that is mine stays.
 *
 * Returns: (transfer full) (nullable): what happened
 */
CarrelPublished *
carrel_store_publish (CarrelStore *self,
                      const char *course_id,
                      CarrelCourse *draft,
                      const CarrelPublication *publication,
                      GPtrArray *renames,
                      GError **error)
{
  CarrelVerb verb
      = { publication->is_example ? NULL : _ ("Import course"), NULL, CARREL_CHANGED_ALL };
  g_autoptr (CarrelPublished) published = g_new0 (CarrelPublished, 1);
  g_autoptr (CarrelCourse) course = NULL;
  g_autoptr (CarrelCourse) before = NULL;
  CarrelDatabase *database = carrel_store_get_database (self);

  published->course_id = dup_course_id (self, course_id, draft, publication);
  course = dup_named (draft, published->course_id, error);
  if (course == NULL)
    return NULL;
  published->version = carrel_overlay_get_current_version (database, published->course_id);
  published->is_new = published->version == 0;
  published->is_unchanged = is_unchanged (self, published->version, course, publication);
  if (!published->is_new)
    before = carrel_records_load (database, published->version, error);
  if (!published->is_new && before == NULL)
    return NULL;
  published->diff = carrel_diff_new (before, published->is_unchanged ? before : course);
  if (published->is_unchanged)
    return g_steal_pointer (&published);
  if (!carrel_store_begin (self, error))
    return NULL;
  verb.course = published->course_id;
  if (!carrel_store_end (self, &verb,
                         write_all (self, published, course, publication, renames, error), error))
    return NULL;
  return g_steal_pointer (&published);
}

/**
 * carrel_store_apply_renames:
 * @self: a store
 * @course_id: a course
 * @renames: (element-type CarrelRename): renames that a person confirmed
 * @error: where an error goes
 *
 * Moves what is mine to the new names of graded things, when they are confirmed after publishing.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_apply_renames (CarrelStore *self,
                            const char *course_id,
                            GPtrArray *renames,
                            GError **error)
{
  const CarrelVerb verb
      = { _ ("Move scores to new names"), course_id,
          CARREL_CHANGED_SCORES | CARREL_CHANGED_MARKS | CARREL_CHANGED_REMINDERS };

  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (self, &verb, carrel_publication_rename (self, course_id, renames, error),
                           error);
}

/**
 * carrel_published_free:
 * @published: (transfer full): what publishing returned
 *
 * Frees it.
 */
void
carrel_published_free (CarrelPublished *published)
{
  g_free (published->course_id);
  g_clear_pointer (&published->diff, carrel_diff_free);
  g_free (published);
}

/**
 * carrel_store_list_versions:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable) (element-type CarrelVersion): its versions, the newest first
 */
GPtrArray *
carrel_store_list_versions (CarrelStore *self, const char *course_id, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id), { NULL } };
  g_autoptr (GPtrArray) versions = carrel_store_query (
      self,
      "SELECT version, imported_at, sources, content_hash, n_facts, log FROM versions"
      " WHERE course = :course ORDER BY version DESC",
      bindings, read_version, (GDestroyNotify) carrel_version_free, error);

  if (versions != NULL && versions->len > 0)
    ((CarrelVersion *) versions->pdata[0])->is_current = TRUE;
  return g_steal_pointer (&versions);
}

/**
 * carrel_store_load_version:
 * @self: a store
 * @version: the number of a version
 * @error: where %CARREL_STORE_ERROR_NOT_FOUND or another error goes
 *
 * Returns: (transfer full) (nullable): what a course said in that version
 */
CarrelCourse *
carrel_store_load_version (CarrelStore *self, gint64 version, GError **error)
{
  return carrel_records_load (carrel_store_get_database (self), version, error);
}

/**
 * carrel_store_load_published:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): what a course said when it was published last, without the
 *   edits since then
 */
CarrelCourse *
carrel_store_load_published (CarrelStore *self, const char *course_id, GError **error)
{
  g_autoptr (GPtrArray) versions = carrel_store_list_versions (self, course_id, error);

  if (versions == NULL)
    return NULL;
  if (versions->len == 0)
    return carrel_store_load_course (self, course_id, error);
  return carrel_store_load_version (
      self, ((CarrelVersion *) g_ptr_array_index (versions, 0))->version, error);
}

/**
 * carrel_store_restore_version:
 * @self: a store
 * @course_id: a course
 * @version: one of its old versions
 * @now: seconds since 1970, UTC
 * @error: where an error goes
 *
 * Makes what an old version says the newest version; nothing in between is lost.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_restore_version (
    CarrelStore *self, const char *course_id, gint64 version, gint64 now, GError **error)
{
  const CarrelVerb verb
      = { _ ("Restore version"), course_id, CARREL_CHANGED_FACTS | CARREL_CHANGED_COURSES };
  g_autoptr (CarrelCourse) course = carrel_store_load_version (self, version, error);
  g_autofree char *sources = NULL;
  g_autofree char *source_hash = NULL;
  CarrelPublication publication = { .imported_at = now };

  if (course == NULL)
    return FALSE;
  read_publication (self, version, &sources, &source_hash);
  publication.sources = sources;
  publication.source_hash = source_hash;
  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (
      self, &verb, carrel_publication_write (self, course_id, course, &publication, error) != 0,
      error);
}

/**
 * carrel_version_free:
 * @version: (transfer full): a version
 *
 * Frees what is known of a version; the version stays.
 */
void
carrel_version_free (CarrelVersion *version)
{
  g_free (version->sources);
  g_free (version->log);
  g_free (version->content_hash);
  g_free (version);
}
