/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* First and last day and zone are answers, whether they were asked for or not; days without classes
 * are facts that are added, corrected or taken out. So a break of the page keeps its name when only
 * its end is another one. */
#define G_LOG_DOMAIN "carrel-store-term"

#include "config.h"

#include "carrel-store-term.h"

#include <glib/gi18n-lib.h>

#include "carrel-fact.h"
#include "carrel-field-edit.h"
#include "carrel-overlay.h"
#include "carrel-store-courses.h"
#include "carrel-store-private.h"

/* What is changed, and what it was. */
typedef struct
{
  CarrelStore *store;
  const char *course_id;
  CarrelCourse *course;
  CarrelCourse *published;
  GPtrArray *closed; /* of CarrelBreak: those that are not found in the course yet */
} Change;

/* A question about the year is answered by the first day. */
static gboolean
answer_year (const Change *self, CarrelDate starts_on, GError **error)
{
  g_autofree char *year = g_strdup_printf ("%d", starts_on.year);

  for (guint i = 0; i < self->course->questions->len; i++)
    {
      const CarrelQuestion *question = self->course->questions->pdata[i];

      if (carrel_date_is_set (starts_on) && g_strcmp0 (question->about, "year") == 0)
        return carrel_store_write_answer (self->store, self->course_id, "year", year, error);
    }
  return TRUE;
}

static gboolean
answer_fields (const Change *self, const CarrelTerm *term, GError **error)
{
  static const char *const names[] = { "starts_on", "ends_on", "time_zone" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *before = carrel_record_dup_field (
          self->course, carrel_record_find_field (self->course, names[i]));
      g_autofree char *text
          = carrel_record_dup_field (term, carrel_record_find_field (term, names[i]));

      if (g_strcmp0 (before, text) != 0
          && !carrel_store_write_answer (self->store, self->course_id, names[i], text, error))
        return FALSE;
    }
  return answer_year (self, term->starts_on, error);
}

/* The wanted days that begin with those of a break, and end there too if there are such; -1 is
 * none. */
static int
find_wanted (const Change *self, CarrelDate from, CarrelDate until)
{
  int found = -1;

  for (guint i = 0; i < self->closed->len; i++)
    {
      const CarrelBreak *wanted = self->closed->pdata[i];

      if (carrel_date_compare (wanted->from, from) != 0)
        continue;
      if (carrel_date_compare (wanted->until, until) == 0)
        return (int) i;
      found = (int) i;
    }
  return found;
}

/* A break of the course stays, ends on another day or is taken out. */
static gboolean
keep_break (const Change *self, const CarrelFact *fact, GError **error)
{
  CarrelDate from, until;
  g_autoptr (CarrelBreak) wanted = NULL;
  g_autofree char *text = NULL;
  CarrelFieldEdit edit = { fact->kind, fact->key, "until", NULL };
  int index;

  if (!carrel_term_get_closed (self->course, fact->record, &from, &until))
    return TRUE;
  index = find_wanted (self, from, until);
  if (index < 0)
    return carrel_store_write_removal (self->store, self->course_id, fact->kind, fact->key, error);
  wanted = carrel_record_ref (self->closed->pdata[index]);
  g_ptr_array_remove_index (self->closed, (guint) index);
  if (carrel_date_compare (wanted->until, until) == 0)
    return TRUE;
  text = carrel_date_to_text (wanted->until);
  edit.text = text;
  return carrel_field_edit_write (&edit, self->store, self->course_id,
                                  carrel_fact_find (self->published, fact->kind, fact->key), error);
}

static gboolean
write_closed (const Change *self, GError **error)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (self->course);

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];

      if (g_str_equal (fact->kind, carrel_break_type.name) && !keep_break (self, fact, error))
        return FALSE;
    }
  return carrel_store_write_facts (self->store, self->course_id, self->course, self->closed, error);
}

/**
 * carrel_store_set_term:
 * @self: a store
 * @course_id: a course
 * @term: what it shall be, as carrel_term_check() lets pass; a day or zone that is not set is what
 *   the page says
 * @error: where %CARREL_STORE_ERROR_NOT_FOUND or another error goes
 *
 * States or corrects the term of a course and its days without classes, as one verb. What is
 * published stays beneath, and what was stated stays when the page is read again.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_set_term (CarrelStore *self,
                       const char *course_id,
                       const CarrelTerm *term,
                       GError **error)
{
  const CarrelVerb verb
      = { _ ("Change term"), course_id, CARREL_CHANGED_FACTS | CARREL_CHANGED_COURSES };
  g_autoptr (CarrelCourse) course = carrel_store_load_course (self, course_id, error);
  g_autoptr (CarrelCourse) published
      = course != NULL
            ? carrel_overlay_load_published (carrel_store_get_database (self), course_id, error)
            : NULL;
  g_autoptr (GPtrArray) closed = carrel_term_parse_closed (term->closed);
  const Change change = { self, course_id, course, published, closed };

  g_return_val_if_fail (closed != NULL, FALSE);

  if (published == NULL || !carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (
      self, &verb, answer_fields (&change, term, error) && write_closed (&change, error), error);
}
