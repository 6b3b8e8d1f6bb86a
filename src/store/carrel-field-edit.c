/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A correction of one field, kept beside what is published. */
#define G_LOG_DOMAIN "carrel-field-edit"

#include "config.h"

#include "carrel-field-edit.h"

#include <glib/gi18n-lib.h>

#include "carrel-store-private.h"

/**
 * carrel_field_edit_check:
 * @edit: a field of a kind of facts, and what it shall say
 * @error: where %CARREL_STORE_ERROR_INVALID goes
 *
 * Returns: whether the text fits the field
 */
gboolean
carrel_field_edit_check (const CarrelFieldEdit *edit, GError **error)
{
  const CarrelRecordType *type = carrel_fact_get_type (edit->kind);
  g_autoptr (CarrelRecord) scratch = type != NULL ? carrel_record_new (type) : NULL;
  const CarrelField *field
      = scratch != NULL ? carrel_record_find_field (scratch, edit->field) : NULL;

  g_return_val_if_fail (field != NULL && field->child == NULL, FALSE);

  if (carrel_record_set_field (scratch, field, edit->text, NULL))
    return TRUE;
  /* Translators: %s is what a person typed. */
  g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_INVALID,
               _ ("“%s” does not fit here, so nothing was changed. Type a date as 2024-01-17, a "
                  "time as 17:00, a number as 6.5."),
               edit->text);
  return FALSE;
}

/**
 * carrel_field_edit_write:
 * @edit: a field of a fact, and what it shall say
 * @store: a store that has begun a verb
 * @course_id: a course
 * @published: (nullable): the fact as it is published; %NULL is a fact of one's own
 * @error: where an error goes
 *
 * Keeps a correction; one that says what is published is none.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_field_edit_write (const CarrelFieldEdit *edit,
                         CarrelStore *store,
                         const char *course_id,
                         gconstpointer published,
                         GError **error)
{
  const CarrelBinding bindings[]
      = { CARREL_BIND_TEXT (":course", course_id), CARREL_BIND_TEXT (":kind", edit->kind),
          CARREL_BIND_TEXT (":key", edit->key),    CARREL_BIND_TEXT (":field", edit->field),
          CARREL_BIND_TEXT (":value", edit->text), { NULL } };
  g_autofree char *before = NULL;

  if (published != NULL)
    before = carrel_record_dup_field (published, carrel_record_find_field (published, edit->field));
  if (published != NULL && g_strcmp0 (before, edit->text) == 0)
    return carrel_store_write (store,
                               "DELETE FROM edits WHERE course = :course AND kind = :kind"
                               " AND key = :key AND field = :field AND value IS NOT :value",
                               bindings, error);
  return carrel_store_write (
      store,
      "INSERT INTO edits (course, kind, key, field, value)"
      " VALUES (:course, :kind, :key, :field, :value)"
      " ON CONFLICT (course, kind, key, field) DO UPDATE SET value = excluded.value"
      " WHERE value IS NOT excluded.value",
      bindings, error);
}
