/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers to the importer's questions. */
#define G_LOG_DOMAIN "carrel-store-answers"

#include "config.h"

#include "carrel-store-answers.h"

#include <glib/gi18n-lib.h>

#include "carrel-field-edit.h"
#include "carrel-overlay.h"
#include "carrel-store-private.h"

static const CarrelStoreChanges answer_changes = CARREL_CHANGED_FACTS | CARREL_CHANGED_COURSES;

static gboolean
write_answer (CarrelStore *self,
              const char *course_id,
              const char *about,
              const char *question,
              const char *answer,
              GError **error)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_TEXT (":about", about),
                                     CARREL_BIND_TEXT (":question", question),
                                     CARREL_BIND_TEXT (":answer", answer),
                                     { NULL } };

  return carrel_store_write (self,
                             "INSERT INTO answers (course, about, question, answer)"
                             " VALUES (:course, :about, :question, :answer)"
                             " ON CONFLICT (course, about, ifnull(question, ''))"
                             " DO UPDATE SET answer = excluded.answer",
                             bindings, error);
}

static gboolean
withdraw_answer (CarrelStore *self, const char *course_id, const char *about, GError **error)
{
  const CarrelBinding bindings[]
      = { CARREL_BIND_TEXT (":course", course_id), CARREL_BIND_TEXT (":about", about), { NULL } };

  return carrel_store_write (self, "DELETE FROM answers WHERE course = :course AND about = :about",
                             bindings, error)
         && carrel_store_write (self,
                                "DELETE FROM edits WHERE course = :course AND kind = 'course'"
                                " AND key = '' AND field = :about",
                                bindings, error);
}

static gboolean
is_course_field (const char *name)
{
  for (const CarrelField *field = carrel_course_type.fields; field->name != NULL; field++)
    if (field->child == NULL && g_str_equal (field->name, name))
      return TRUE;
  return FALSE;
}

/**
 * carrel_store_write_answer:
 * @self: a store that has begun a verb
 * @course_id: a course
 * @about: what a question is about: a field of the course such as "time_zone", or a path
 * @text: (nullable): the answer; %NULL takes it back
 * @error: where %CARREL_STORE_ERROR_INVALID or another error goes
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_write_answer (
    CarrelStore *self, const char *course_id, const char *about, const char *text, GError **error)
{
  g_autoptr (CarrelCourse) published
      = carrel_overlay_load_published (carrel_store_get_database (self), course_id, error);
  const CarrelFieldEdit edit = { carrel_course_type.name, "", about, text };

  if (published == NULL)
    return FALSE;
  if (text == NULL)
    return withdraw_answer (self, course_id, about, error);
  if (is_course_field (about)
      && (!carrel_field_edit_check (&edit, error)
          || !carrel_field_edit_write (&edit, self, course_id, published, error)))
    return FALSE;
  return write_answer (self, course_id, about, NULL, text, error);
}

/**
 * carrel_store_answer:
 * @self: a store
 * @course_id: a course
 * @about: what a question is about: a field of the course such as "time_zone", or a path
 * @text: (nullable): the answer, for a field as carrel_record_dup_field() writes it; %NULL takes
 * the answer back
 * @error: where %CARREL_STORE_ERROR_INVALID or another error goes
 *
 * Answers the questions about one thing; they are not asked again.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_answer (
    CarrelStore *self, const char *course_id, const char *about, const char *text, GError **error)
{
  const CarrelVerb verb = { _ ("Answer question"), course_id, answer_changes };

  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (self, &verb,
                           carrel_store_write_answer (self, course_id, about, text, error), error);
}

/**
 * carrel_store_dismiss_question:
 * @self: a store
 * @course_id: a course
 * @question: a question of the importer
 * @error: where an error goes
 *
 * Hides one question without an answer.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_dismiss_question (CarrelStore *self,
                               const char *course_id,
                               const CarrelQuestion *question,
                               GError **error)
{
  const CarrelVerb verb = { _ ("Dismiss question"), course_id, answer_changes };

  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (self, &verb,
                           write_answer (self, course_id,
                                         question->about != NULL ? question->about : "",
                                         question->text, NULL, error),
                           error);
}
