/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing one version of a course, and moving what is mine to facts that were renamed. */
#define G_LOG_DOMAIN "carrel-publication"

#include "config.h"

#include "carrel-publication.h"

#include <glib/gi18n-lib.h>

#include "carrel-records.h"

static gboolean
write_version (CarrelStore *self,
               const char *course_id,
               CarrelCourse *course,
               const CarrelPublication *publication,
               GError **error)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);
  g_autofree char *hash = carrel_records_dup_hash (course);
  const CarrelBinding bindings[] = {
    CARREL_BIND_TEXT (":course", course_id),
    CARREL_BIND_INTEGER (":imported_at", publication->imported_at),
    CARREL_BIND_TEXT (":sources", publication->sources),
    CARREL_BIND_TEXT (":source_hash", publication->source_hash),
    CARREL_BIND_TEXT (":log", publication->log),
    CARREL_BIND_TEXT (":content_hash", hash),
    CARREL_BIND_INTEGER (":n_facts", facts->len),
    { NULL },
  };

  return carrel_store_write (
      self,
      "INSERT INTO versions (course, imported_at, sources, source_hash, content_hash, n_facts, log)"
      " VALUES (:course, :imported_at, :sources, :source_hash, :content_hash, :n_facts, :log)",
      bindings, error);
}

/**
 * carrel_publication_refuse:
 * @error: where the error goes
 *
 * Sets the error of a course that cannot be kept as it is.
 */
void
carrel_publication_refuse (GError **error)
{
  g_set_error_literal (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_INVALID,
                       _ ("The course has a date, time or number that does not exist, so it was "
                          "not saved, and nothing was changed. Correct its page, then import it "
                          "again."));
}

/* What cannot be read back as it was must not be shown as saved. */
static gboolean
check_written (CarrelStore *self, gint64 version, CarrelCourse *course, GError **error)
{
  g_autoptr (CarrelCourse) read
      = carrel_records_load (carrel_store_get_database (self), version, NULL);

  if (read != NULL && carrel_record_equal (read, course))
    return TRUE;
  carrel_publication_refuse (error);
  return FALSE;
}

/* What is mine and hangs on a graded item; done marks and dates may hang on other facts as well,
 * but their ids never look like an item's. */
static const char *const item_updates[] = {
  "UPDATE OR IGNORE scores SET item = :new WHERE course = :course AND item = :old",
  "UPDATE OR IGNORE done_marks SET fact = :new WHERE course = :course AND fact = :old",
  "UPDATE OR IGNORE personal_dates SET fact = :new WHERE course = :course AND fact = :old",
  "UPDATE OR IGNORE reminders SET fact = :new WHERE course = :course AND fact = :old",
};

/* Items that a page only counts ("5 homeworks") are named by the group and a number, the only one
 * by the group alone. */
static const char *const group_updates[] = {
  "UPDATE OR IGNORE scores SET item = :new || substr (item, length (:old) + 1)"
  " WHERE course = :course AND (item = :old OR (item GLOB '*-[0-9]*'"
  " AND rtrim (item, '0123456789') = :old || '-'))",
};

static gboolean
rename_one (CarrelStore *self, const char *course_id, const CarrelRename *rename, GError **error)
{
  gboolean is_item = g_str_equal (rename->kind, carrel_grading_item_type.name);
  const char *const *updates = is_item ? item_updates : group_updates;
  guint n_updates = is_item ? G_N_ELEMENTS (item_updates) : G_N_ELEMENTS (group_updates);
  g_autofree char *old_slug = carrel_course_dup_slug (rename->old_title);
  g_autofree char *new_slug = carrel_course_dup_slug (rename->new_title);
  const CarrelBinding bindings[]
      = { CARREL_BIND_TEXT (":course", course_id),
          CARREL_BIND_TEXT (":old", is_item ? rename->old_key : old_slug),
          CARREL_BIND_TEXT (":new", is_item ? rename->new_key : new_slug),
          { NULL } };

  for (guint i = 0; i < n_updates; i++)
    if (!carrel_store_write (self, updates[i], bindings, error))
      return FALSE;
  return TRUE;
}

/**
 * carrel_publication_write:
 * @self: a store that has begun a verb
 * @course_id: a course that is there
 * @course: what it says now
 * @publication: where that comes from
 * @error: where an error goes
 *
 * Writes a version and reads it back to be sure.
 *
 * Returns: its number, 0 when it failed
 */
gint64
carrel_publication_write (CarrelStore *self,
                          const char *course_id,
                          CarrelCourse *course,
                          const CarrelPublication *publication,
                          GError **error)
{
  CarrelDatabase *database = carrel_store_get_database (self);
  gint64 version;

  if (!write_version (self, course_id, course, publication, error))
    return 0;
  version = carrel_database_get_last_row (database);
  if (!carrel_records_write (database, version, course, error)
      || !check_written (self, version, course, error))
    return 0;
  return version;
}

/**
 * carrel_publication_rename:
 * @self: a store that has begun a verb
 * @course_id: a course
 * @renames: (nullable) (element-type CarrelRename): what a person confirmed
 * @error: where an error goes
 *
 * Moves what is mine to the new names of graded things. Groups go last, for what their items did
 * not name.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_publication_rename (CarrelStore *self,
                           const char *course_id,
                           GPtrArray *renames,
                           GError **error)
{
  const CarrelRecordType *const order[] = { &carrel_grading_item_type, &carrel_grading_group_type };

  for (guint i = 0; renames != NULL && i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < renames->len; j++)
      {
        const CarrelRename *rename = renames->pdata[j];

        if (g_str_equal (rename->kind, order[i]->name)
            && !rename_one (self, course_id, rename, error))
          return FALSE;
      }
  return TRUE;
}
