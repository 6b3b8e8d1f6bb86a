/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A correction stays when a page is read again, and fields that only one of both changed merge by
 * themselves. Where both changed the same field, a person is asked. */
#define G_LOG_DOMAIN "carrel-import-conflict"

#include "config.h"

#include "carrel-import-conflict.h"

#include "carrel-store-courses.h"

#include <glib/gi18n-lib.h>

/* Whether both changed the same field of the same published fact, and not into the same. */
static gboolean
collide (const CarrelDifference *mine, const CarrelDifference *theirs)
{
  return theirs->action == CARREL_DIFF_CHANGED && g_strcmp0 (mine->kind, theirs->kind) == 0
         && g_strcmp0 (mine->field, theirs->field) == 0
         && g_strcmp0 (mine->after, theirs->after) != 0
         && carrel_record_equal (mine->old_record, theirs->old_record);
}

static void
add_conflicts (GPtrArray *conflicts, const CarrelDifference *mine, const CarrelDiff *diff)
{
  for (guint i = 0; i < diff->differences->len; i++)
    {
      const CarrelDifference *theirs = g_ptr_array_index (diff->differences, i);
      const CarrelImportConflict conflict
          = { mine->kind, mine->key, mine->field, mine->title, mine->after, theirs->after };

      if (collide (mine, theirs))
        g_ptr_array_add (conflicts, carrel_import_conflict_copy (&conflict));
    }
}

/**
 * carrel_import_conflict_list:
 * @store: the store
 * @course_id: a course, perhaps one that is not in it yet
 * @diff: what a newer edition changes in what is published
 * @error: where an error of %CARREL_STORE_ERROR goes
 *
 * Returns: (transfer full) (nullable) (element-type CarrelImportConflict): the fields that are
 *   corrected here and that @diff changes into something else
 */
GPtrArray *
carrel_import_conflict_list (CarrelStore *store,
                             const char *course_id,
                             const CarrelDiff *diff,
                             GError **error)
{
  g_autoptr (GPtrArray) conflicts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_conflict_free);
  g_autoptr (CarrelDiff) edits = NULL;

  if (carrel_store_find_course (store, course_id) == NULL)
    return g_steal_pointer (&conflicts);
  edits = carrel_store_list_edits (store, course_id, error);
  if (edits == NULL)
    return NULL;
  for (guint i = 0; i < edits->differences->len; i++)
    {
      const CarrelDifference *mine = g_ptr_array_index (edits->differences, i);

      if (mine->action == CARREL_DIFF_CHANGED)
        add_conflicts (conflicts, mine, diff);
    }
  return g_steal_pointer (&conflicts);
}

/**
 * carrel_import_conflict_copy:
 * @self: a conflict
 *
 * Returns: (transfer full): a copy
 */
CarrelImportConflict *
carrel_import_conflict_copy (const CarrelImportConflict *self)
{
  CarrelImportConflict *copy = g_new0 (CarrelImportConflict, 1);

  *copy = *self;
  copy->key = g_strdup (self->key);
  copy->title = g_strdup (self->title);
  copy->mine = g_strdup (self->mine);
  copy->theirs = g_strdup (self->theirs);
  return copy;
}

/**
 * carrel_import_conflict_free:
 * @self: (transfer full): a conflict
 */
void
carrel_import_conflict_free (CarrelImportConflict *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self);
}

static const char *
get_value (const char *text)
{
  /* Translators: stands for a value that is not known, in quotation marks. */
  return text != NULL && *text != '\0' ? text : C_ ("value", "nothing");
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
  /* Translators: what a fact is called, such as a person; the value that was typed in; and the
   * value on the page. */
  return g_strdup_printf (_ ("%s: you corrected this to “%s”, and the page says “%s” now."),
                          self->title, get_value (self->mine), get_value (self->theirs));
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
  /* Translators: what a fact is called, such as a person; the value on the page; and the value that
   * was typed in. */
  return g_strdup_printf (_ ("%s: take “%s” from the page instead of your “%s”"), self->title,
                          get_value (self->theirs), get_value (self->mine));
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
  const CarrelFieldEdit edit = { self->kind, self->key, self->field, self->theirs };

  return carrel_store_edit_field (store, course_id, &edit, error);
}
