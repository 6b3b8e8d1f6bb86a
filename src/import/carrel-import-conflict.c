/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A correction stays when a page is read again, and fields that only one of both changed merge by
 * themselves. Where both changed the same field, a person is asked. */
#define G_LOG_DOMAIN "carrel-import-conflict"

#include "config.h"

#include "carrel-import-conflict.h"

#include "carrel-diff-text.h"
#include "carrel-field-label.h"
#include "carrel-store-courses.h"
#include "carrel-store-versions.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CarrelCourse *published;
  CarrelCourse *edition;
  const CarrelDiff *diff; /* from one to the other */
  GPtrArray *conflicts;
} Search;

static void
free_conflict (gpointer data)
{
  CarrelImportConflict *self = data;

  g_free (self->key);
  g_free (self->value);
  g_free (self->title);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self);
}

/* Whether both changed the same field of the same published fact, and not into the same. A fact
 * that the edition calls by another name has left the correction behind. */
static gboolean
collide (const Search *self, const CarrelDifference *mine, const CarrelDifference *theirs)
{
  gpointer before;

  if (theirs->action != CARREL_DIFF_CHANGED || g_strcmp0 (mine->kind, theirs->kind) != 0
      || g_strcmp0 (mine->field, theirs->field) != 0 || g_strcmp0 (mine->after, theirs->after) == 0
      || !carrel_record_equal (mine->old_record, theirs->old_record))
    return FALSE;
  before = carrel_fact_find (self->published, theirs->kind, theirs->key);
  return before != NULL && carrel_record_equal (before, theirs->old_record);
}

static void
add_conflict (Search *self, const CarrelDifference *mine, const CarrelDifference *theirs)
{
  CarrelImportConflict *conflict = g_new0 (CarrelImportConflict, 1);

  conflict->kind = mine->kind;
  conflict->key = g_strdup (mine->key);
  conflict->field = mine->field;
  conflict->value = g_strdup (theirs->after);
  conflict->title
      = carrel_diff_dup_fact_name (theirs->new_record, self->edition, CARREL_FORMAT_DEFAULT);
  conflict->label
      = carrel_field_label_get (carrel_record_find_field (mine->new_record, mine->field));
  conflict->mine = carrel_diff_dup_value (mine->new_record, mine->field, CARREL_FORMAT_DEFAULT);
  conflict->theirs
      = carrel_diff_dup_value (theirs->new_record, theirs->field, CARREL_FORMAT_DEFAULT);
  g_ptr_array_add (self->conflicts, conflict);
}

static void
search (Search *self, const CarrelDiff *edits)
{
  for (guint i = 0; i < edits->differences->len; i++)
    {
      const CarrelDifference *mine = g_ptr_array_index (edits->differences, i);

      if (mine->action != CARREL_DIFF_CHANGED)
        continue;
      for (guint j = 0; j < self->diff->differences->len; j++)
        {
          const CarrelDifference *theirs = g_ptr_array_index (self->diff->differences, j);

          if (collide (self, mine, theirs))
            add_conflict (self, mine, theirs);
        }
    }
}

/**
 * carrel_import_conflict_list:
 * @store: the store
 * @course_id: a course, perhaps one that is not in it yet
 * @edition: a newer edition of it
 * @diff: what @edition changes in what is published
 * @error: where an error of %CARREL_STORE_ERROR goes
 *
 * Returns: (transfer full) (nullable) (element-type CarrelImportConflict): the fields that are
 *   corrected here and that @edition changes into something else
 */
GPtrArray *
carrel_import_conflict_list (CarrelStore *store,
                             const char *course_id,
                             CarrelCourse *edition,
                             const CarrelDiff *diff,
                             GError **error)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (free_conflict);
  g_autoptr (CarrelDiff) edits = NULL;
  g_autoptr (CarrelCourse) published = NULL;
  Search self = { NULL, edition, diff, conflicts };

  if (carrel_store_find_course (store, course_id) == NULL)
    return g_steal_pointer (&conflicts);
  edits = carrel_store_list_edits (store, course_id, error);
  if (edits == NULL)
    return NULL;
  published = carrel_store_load_published (store, course_id, error);
  if (published == NULL)
    return NULL;
  self.published = published;
  search (&self, edits);
  return g_steal_pointer (&conflicts);
}

static const char *
get_words (const char *value)
{
  /* Translators: stands for a value that is not known, in quotation marks. */
  return value != NULL && *value != '\0' ? value : C_ ("value", "nothing");
}

/**
 * carrel_import_conflict_dup_sentence:
 * @self: a conflict
 *
 * Returns: (transfer full): both values, for people
 */
char *
carrel_import_conflict_dup_sentence (const CarrelImportConflict *self)
{
  /* Translators: what a fact is called, the words for one of its fields, the value that was typed
   * in, and the value on the page. */
  return g_strdup_printf (
      _ ("%1$s: %2$s is “%3$s” by your correction, and “%4$s” on the page now."), self->title,
      self->label, get_words (self->mine), get_words (self->theirs));
}

/**
 * carrel_import_conflict_dup_offer:
 * @self: a conflict
 *
 * Returns: (transfer full): what is offered, for something to be ticked
 */
char *
carrel_import_conflict_dup_offer (const CarrelImportConflict *self)
{
  /* Translators: what a fact is called, the words for one of its fields, the value on the page, and
   * the value that was typed in. */
  return g_strdup_printf (
      _ ("%1$s: %2$s is “%3$s” as the page says, not “%4$s” as you corrected it"), self->title,
      self->label, get_words (self->theirs), get_words (self->mine));
}

/**
 * carrel_import_conflict_take_page:
 * @self: a conflict
 * @store: the store, after the newer edition was kept
 * @course_id: the course
 * @error: where an error of %CARREL_STORE_ERROR goes
 *
 * Gives up the correction for what the page says; may be undone.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_import_conflict_take_page (const CarrelImportConflict *self,
                                  CarrelStore *store,
                                  const char *course_id,
                                  GError **error)
{
  const CarrelFieldEdit edit = { self->kind, self->key, self->field, self->value };

  return carrel_store_edit_field (store, course_id, &edit, error);
}
