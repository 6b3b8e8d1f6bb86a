/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Corrections of a course: laid over what is published, listed, discarded or published. */
#define G_LOG_DOMAIN "carrel-store-edits"

#include "config.h"

#include "carrel-store-edits.h"

#include <glib/gi18n-lib.h>

#include "carrel-overlay.h"
#include "carrel-publication.h"
#include "carrel-store-courses.h"

/* A new fact and where it goes. */
typedef struct
{
  const char *parent_kind;
  const char *parent_key;
  gconstpointer record;
  const char *key;
} Addition;

static const CarrelStoreChanges edit_changes = CARREL_CHANGED_FACTS | CARREL_CHANGED_COURSES;

static void
refuse_missing (GError **error, const char *key)
{
  /* Translators: %s is the short technical name of a fact. */
  g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND,
               _ ("The course has no “%s” any more, so nothing was changed."), key);
}

/* Writes every field of @record that differs from @before, or that is set when that is NULL. */
static gboolean
edit_all (CarrelStore *self,
          const char *course_id,
          const char *key,
          gconstpointer before,
          gconstpointer record,
          GError **error)
{
  g_autoptr (CarrelCourse) published
      = carrel_overlay_load_published (carrel_store_get_database (self), course_id, error);
  const CarrelRecordType *type = ((const CarrelRecord *) record)->type;
  g_autoptr (CarrelRecord) empty = before == NULL ? carrel_record_new (type) : NULL;
  gpointer beneath;

  if (published == NULL)
    return FALSE;
  beneath = carrel_fact_find (published, type->name, key);
  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    {
      g_autofree char *old_text = NULL;
      g_autofree char *text = NULL;
      CarrelFieldEdit edit = { type->name, key, field->name, NULL };

      if (field->child != NULL || g_str_equal (field->name, "id"))
        continue;
      old_text = carrel_record_dup_field (before != NULL ? before : empty, field);
      text = carrel_record_dup_field (record, field);
      edit.text = text;
      if (g_strcmp0 (old_text, text) != 0
          && !carrel_field_edit_write (&edit, self, course_id, beneath, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
mark_added (CarrelStore *self, const char *course_id, const Addition *addition, GError **error)
{
  const CarrelRecord *record = addition->record;
  const CarrelBinding bindings[] = {
    CARREL_BIND_TEXT (":course", course_id),
    CARREL_BIND_TEXT (":kind", record->type->name),
    CARREL_BIND_TEXT (":key", addition->key),
    CARREL_BIND_TEXT (":parent_kind", addition->parent_kind),
    CARREL_BIND_TEXT (":parent", addition->parent_key),
    { NULL },
  };

  return carrel_store_write (
      self,
      "INSERT INTO edited_facts (course, kind, key, action, parent_kind, parent)"
      " VALUES (:course, :kind, :key, 'add', :parent_kind, :parent)"
      " ON CONFLICT (course, kind, key) DO UPDATE SET action = excluded.action,"
      " parent_kind = excluded.parent_kind, parent = excluded.parent",
      bindings, error);
}

/* The key that a new record gets in its place. */
static char *
dup_new_key (CarrelCourse *course,
             const char *parent_kind,
             const char *parent_key,
             gconstpointer record,
             GError **error)
{
  g_autoptr (CarrelCourse) copy = carrel_record_copy (course);
  gpointer parent = carrel_fact_find (copy, parent_kind, parent_key);
  GPtrArray *list = parent != NULL
                        ? carrel_fact_find_list (parent, ((const CarrelRecord *) record)->type)
                        : NULL;
  gpointer added = carrel_record_copy (record);
  g_autoptr (GPtrArray) facts = NULL;

  if (list == NULL)
    {
      carrel_record_unref (added);
      refuse_missing (error, parent_key);
      return NULL;
    }
  g_ptr_array_add (list, added);
  carrel_course_assign_ids (copy);
  facts = carrel_fact_list (copy);
  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];

      if (fact->record == added)
        return g_strdup (fact->key);
    }
  g_return_val_if_reached (NULL);
}

/* The course with @records in it, each where it belongs and with its key; %NULL where one has no
 * place. */
static CarrelCourse *
put_records (CarrelCourse *course, GPtrArray *records, GHashTable *keys, GError **error)
{
  g_autoptr (CarrelCourse) copy = carrel_record_copy (course);

  for (guint i = 0; i < records->len; i++)
    {
      const CarrelRecord *record = g_ptr_array_index (records, i);
      GPtrArray *list = carrel_fact_find_list (copy, record->type);
      const char *id = carrel_record_get_id (record);
      gpointer added = NULL;

      if (list == NULL)
        {
          refuse_missing (error, record->type->name);
          return NULL;
        }
      if (id != NULL && carrel_fact_find (course, record->type->name, id) != NULL)
        continue;
      added = carrel_record_copy (record);
      g_ptr_array_add (list, added);
      g_hash_table_insert (keys, added, (gpointer) record);
    }
  carrel_course_assign_ids (copy);
  return g_steal_pointer (&copy);
}

static gboolean
add_records (
    CarrelStore *self, const char *course_id, CarrelCourse *copy, GHashTable *keys, GError **error)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (copy);

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = g_ptr_array_index (facts, i);
      gconstpointer record = g_hash_table_lookup (keys, fact->record);
      const Addition addition = { "course", "", record, fact->key };

      if (record != NULL
          && (!mark_added (self, course_id, &addition, error)
              || !edit_all (self, course_id, fact->key, NULL, record, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
edit_records (CarrelStore *self,
              const char *course_id,
              CarrelCourse *course,
              GPtrArray *records,
              GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      const CarrelRecord *record = g_ptr_array_index (records, i);
      const char *id = carrel_record_get_id (record);
      gpointer before = id != NULL ? carrel_fact_find (course, record->type->name, id) : NULL;

      if (before != NULL && !edit_all (self, course_id, id, before, record, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * carrel_store_write_facts:
 * @self: a store that has begun a verb
 * @course_id: a course
 * @course: the course as it is
 * @records: (element-type CarrelRecord): facts of the course's own lists; one whose id the course
 *   has is corrected, the others are added
 * @error: where an error goes
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_write_facts (CarrelStore *self,
                          const char *course_id,
                          CarrelCourse *course,
                          GPtrArray *records,
                          GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  g_autoptr (CarrelCourse) copy = put_records (course, records, keys, error);

  return copy != NULL && edit_records (self, course_id, course, records, error)
         && add_records (self, course_id, copy, keys, error);
}

/**
 * carrel_store_write_removal:
 * @self: a store that has begun a verb
 * @course_id: a course
 * @kind: the kind of a fact that the course has
 * @key: its key
 * @error: where an error goes
 *
 * Takes out a fact: one of one's own is simply gone, one that is published is hidden.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_write_removal (
    CarrelStore *self, const char *course_id, const char *kind, const char *key, GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_TEXT (":kind", kind),
                                     CARREL_BIND_TEXT (":key", key),
                                     { NULL } };
  g_autoptr (CarrelCourse) published
      = carrel_overlay_load_published (carrel_store_get_database (self), course_id, error);
  gboolean is_own
      = carrel_store_query_integer (self,
                                    "SELECT count(*) FROM edited_facts WHERE course = :course"
                                    " AND kind = :kind AND key = :key AND action = 'add'",
                                    bindings)
        > 0;

  if (published == NULL)
    return FALSE;
  /* One that was taken out and added again is both. */
  if (is_own && carrel_fact_find (published, kind, key) == NULL)
    return carrel_store_write (
               self,
               "DELETE FROM edited_facts WHERE course = :course AND kind = :kind AND key = :key",
               bindings, error)
           && carrel_store_write (
               self, "DELETE FROM edits WHERE course = :course AND kind = :kind AND key = :key",
               bindings, error);
  return carrel_store_write (self,
                             "INSERT INTO edited_facts (course, kind, key, action)"
                             " VALUES (:course, :kind, :key, 'remove')"
                             " ON CONFLICT (course, kind, key) DO UPDATE SET action = 'remove'",
                             bindings, error);
}

static gboolean
forget (CarrelStore *self, const char *course_id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM edits WHERE course = :course",
    "DELETE FROM edited_facts WHERE course = :course",
    "DELETE FROM answers WHERE course = :course",
  };
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id), { NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!carrel_store_write (self, statements[i], bindings, error))
      return FALSE;
  return TRUE;
}

static gboolean
forget_kind (CarrelStore *self, const char *course_id, const char *kind, GError **error)
{
  const CarrelBinding bindings[]
      = { CARREL_BIND_TEXT (":course", course_id), CARREL_BIND_TEXT (":kind", kind), { NULL } };

  return carrel_store_write (self, "DELETE FROM edits WHERE course = :course AND kind = :kind",
                             bindings, error)
         && carrel_store_write (self,
                                "DELETE FROM edited_facts WHERE course = :course AND kind = :kind",
                                bindings, error);
}

/**
 * carrel_store_edit_field:
 * @self: a store
 * @course_id: a course
 * @edit: which field, and what it shall say
 * @error: where %CARREL_STORE_ERROR_INVALID, %CARREL_STORE_ERROR_NOT_FOUND or another error goes
 *
 * Corrects one field; what is published stays beneath until the corrections are published.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_edit_field (CarrelStore *self,
                         const char *course_id,
                         const CarrelFieldEdit *edit,
                         GError **error)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (self, course_id, error);
  g_autoptr (CarrelRecord) edited = NULL;
  gpointer record;

  if (course == NULL)
    return FALSE;
  record = carrel_fact_find (course, edit->kind, edit->key);
  if (record == NULL)
    {
      refuse_missing (error, edit->key);
      return FALSE;
    }
  if (!carrel_field_edit_check (edit, error))
    return FALSE;
  edited = carrel_record_copy (record);
  carrel_record_set_field (edited, carrel_record_find_field (edited, edit->field), edit->text,
                           NULL);
  return carrel_store_edit_fact (self, course_id, edit->key, edited, error);
}

/**
 * carrel_store_edit_fact:
 * @self: a store
 * @course_id: a course
 * @key: the key of a fact
 * @record: what it shall say; its lists of records do not count
 * @error: where %CARREL_STORE_ERROR_NOT_FOUND or another error goes
 *
 * Corrects all fields that differ, as one verb.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_edit_fact (
    CarrelStore *self, const char *course_id, const char *key, gconstpointer record, GError **error)
{
  const CarrelVerb verb = { _ ("Edit course"), course_id, edit_changes };
  g_autoptr (CarrelCourse) course = carrel_store_load_course (self, course_id, error);
  gpointer before;

  if (course == NULL)
    return FALSE;
  before = carrel_fact_find (course, ((const CarrelRecord *) record)->type->name, key);
  if (before == NULL)
    {
      refuse_missing (error, key);
      return FALSE;
    }
  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (self, &verb, edit_all (self, course_id, key, before, record, error),
                           error);
}

/**
 * carrel_store_add_fact:
 * @self: a store
 * @course_id: a course
 * @parent_kind: the kind of fact that it is added to, mostly "course"
 * @parent_key: its key, "" for the course itself
 * @record: what to add; its lists of records do not count
 * @error: where an error goes
 *
 * Adds a fact, such as a one-off change.
 *
 * Returns: (transfer full) (nullable): its key, which is its id where it has one
 */
char *
carrel_store_add_fact (CarrelStore *self,
                       const char *course_id,
                       const char *parent_kind,
                       const char *parent_key,
                       gconstpointer record,
                       GError **error)
{
  const CarrelVerb verb = { _ ("Add to course"), course_id, edit_changes };
  g_autoptr (CarrelCourse) course = carrel_store_load_course (self, course_id, error);
  g_autofree char *key = NULL;

  if (course == NULL)
    return NULL;
  key = dup_new_key (course, parent_kind, parent_key, record, error);
  if (key == NULL || !carrel_store_begin (self, error))
    return NULL;
  if (!carrel_store_end (
          self, &verb,
          mark_added (self, course_id, &(Addition){ parent_kind, parent_key, record, key }, error)
              && edit_all (self, course_id, key, NULL, record, error),
          error))
    return NULL;
  return g_steal_pointer (&key);
}

/**
 * carrel_store_save_facts:
 * @self: a store
 * @course_id: a course
 * @label: what the person did, translated, for the menu that undoes it
 * @records: (element-type CarrelRecord): facts of the course's own lists, such as office hours and
 *   changes; one whose id the course has is corrected, the others are added
 * @error: where an error goes
 *
 * Writes several facts as one verb: all of them or none.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_save_facts (
    CarrelStore *self, const char *course_id, const char *label, GPtrArray *records, GError **error)
{
  const CarrelVerb verb = { label, course_id, edit_changes };
  g_autoptr (CarrelCourse) course = carrel_store_load_course (self, course_id, error);

  if (course == NULL || !carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (
      self, &verb, carrel_store_write_facts (self, course_id, course, records, error), error);
}

/**
 * carrel_store_remove_fact:
 * @self: a store
 * @course_id: a course
 * @kind: the kind of a fact
 * @key: its key
 * @error: where %CARREL_STORE_ERROR_NOT_FOUND or another error goes
 *
 * Takes a fact out of a course; what is published stays beneath.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_remove_fact (
    CarrelStore *self, const char *course_id, const char *kind, const char *key, GError **error)
{
  const CarrelVerb verb = { _ ("Remove from course"), course_id, edit_changes };
  g_autoptr (CarrelCourse) course = carrel_store_load_course (self, course_id, error);

  if (course == NULL)
    return FALSE;
  if (carrel_fact_find (course, kind, key) == NULL)
    {
      refuse_missing (error, key);
      return FALSE;
    }
  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (self, &verb,
                           carrel_store_write_removal (self, course_id, kind, key, error), error);
}

/**
 * carrel_store_list_edits:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): what is corrected and not published yet
 */
CarrelDiff *
carrel_store_list_edits (CarrelStore *self, const char *course_id, GError **error)
{
  g_autoptr (CarrelCourse) published
      = carrel_overlay_load_published (carrel_store_get_database (self), course_id, error);
  g_autoptr (CarrelCourse) course
      = published != NULL ? carrel_store_load_course (self, course_id, error) : NULL;

  return course != NULL ? carrel_diff_new (published, course) : NULL;
}

/**
 * carrel_store_discard_edits:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Goes back to what is published; answers are taken back as well.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_discard_edits (CarrelStore *self, const char *course_id, GError **error)
{
  const CarrelVerb verb = { _ ("Discard corrections"), course_id, edit_changes };

  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (self, &verb, forget (self, course_id, error), error);
}

/**
 * carrel_store_discard_kinds:
 * @self: a store
 * @course_id: a course
 * @label: what the person did, translated, for the menu that undoes it
 * @kinds: (array zero-terminated=1): kinds of facts, such as "grading_group"
 * @error: where an error goes
 *
 * Goes back to what is published for some kinds of facts, as one verb; other corrections stay.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_discard_kinds (CarrelStore *self,
                            const char *course_id,
                            const char *label,
                            const char *const *kinds,
                            GError **error)
{
  const CarrelVerb verb = { label, course_id, edit_changes };
  gboolean is_good = TRUE;

  if (!carrel_store_begin (self, error))
    return FALSE;
  for (guint i = 0; kinds[i] != NULL && is_good; i++)
    is_good = forget_kind (self, course_id, kinds[i], error);
  return carrel_store_end (self, &verb, is_good, error);
}

/**
 * carrel_store_publish_edits:
 * @self: a store
 * @course_id: a course
 * @draft: (nullable): what the course shall say; %NULL is what it says with its corrections
 * @log: (nullable): what is known and published all the same, one a line
 * @now: seconds since 1970, UTC
 * @error: where an error goes
 *
 * Makes the corrections a new version.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_publish_edits (CarrelStore *self,
                            const char *course_id,
                            CarrelCourse *draft,
                            const char *log,
                            gint64 now,
                            GError **error)
{
  const CarrelVerb verb = { _ ("Publish corrections"), course_id, edit_changes };
  g_autoptr (CarrelCourse) course = draft != NULL
                                        ? carrel_record_ref (draft)
                                        : carrel_store_load_course (self, course_id, error);
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id), { NULL } };
  const char hash_sql[]
      = "SELECT source_hash FROM versions WHERE course = :course ORDER BY version DESC";
  g_autofree char *source_hash = carrel_store_query_text (self, hash_sql, bindings);
  const CarrelPublication publication
      = { .imported_at = now, .source_hash = source_hash, .log = log };
  gboolean is_good;

  if (course == NULL || !carrel_store_begin (self, error))
    return FALSE;
  is_good = carrel_publication_write (self, course_id, course, &publication, error) != 0
            && forget (self, course_id, error);
  return carrel_store_end (self, &verb, is_good, error);
}
