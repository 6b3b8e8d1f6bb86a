/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A course of several pages may be read again page by page, and a calendar joins a course without
 * replacing it: facts know their file. */
#define G_LOG_DOMAIN "carrel-edition"

#include "config.h"

#include "carrel-edition.h"

static gboolean
are_calendars (const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_has_suffix (names[i], ".ics"))
      return FALSE;
  return names[0] != NULL;
}

/**
 * carrel_edition_list_kept:
 * @old_names: the files that the course was read from
 * @new_names: the files that are read now, not a whole folder
 *
 * Says whose facts stay: those of the other pages when one of several is read again, and all of
 * them when only calendars are. Pages of other names are a new edition of the whole course.
 *
 * Returns: (transfer full): names of files, perhaps none
 */
GStrv
carrel_edition_list_kept (const char *const *old_names, const char *const *new_names)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  gboolean shares_file = are_calendars (new_names);

  for (guint i = 0; old_names[i] != NULL; i++)
    shares_file = shares_file || g_strv_contains (new_names, old_names[i]);
  for (guint i = 0; shares_file && old_names[i] != NULL; i++)
    if (!g_strv_contains (new_names, old_names[i]))
      g_strv_builder_add (kept, old_names[i]);
  return g_strv_builder_end (kept);
}

/**
 * carrel_edition_dup_sources:
 * @old_names: the files that the course was read from
 * @new_names: the files that are read now
 * @kept: those of @old_names whose facts stay
 *
 * Returns: (transfer full): the files of the new edition, one a line, in the order of the old one
 */
char *
carrel_edition_dup_sources (const char *const *old_names,
                            const char *const *new_names,
                            const char *const *kept)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; old_names[i] != NULL; i++)
    if (g_strv_contains (kept, old_names[i]) || g_strv_contains (new_names, old_names[i]))
      g_strv_builder_add (builder, old_names[i]);
  for (guint i = 0; new_names[i] != NULL; i++)
    if (!g_strv_contains (old_names, new_names[i]))
      g_strv_builder_add (builder, new_names[i]);
  names = g_strv_builder_end (builder);
  return g_strjoinv ("\n", names);
}

/* A fact of the new pages that has the id of an old one says the same, on another page. */
static gpointer
find_by_id (GPtrArray *list, const char *id)
{
  for (guint i = 0; id != NULL && i < list->len; i++)
    if (g_strcmp0 (carrel_record_get_id (g_ptr_array_index (list, i)), id) == 0)
      return g_ptr_array_index (list, i);
  return NULL;
}

static gboolean
holds_text (const CarrelField *field)
{
  return field->kind != CARREL_FIELD_RECORD && field->kind != CARREL_FIELD_RECORDS
         && field->kind != CARREL_FIELD_BOOLEAN;
}

/* What the new one does not say the old one may. */
static void
fill_fields (gpointer record, gconstpointer old)
{
  for (const CarrelField *field = ((const CarrelRecord *) record)->type->fields;
       field->name != NULL; field++)
    {
      g_autofree char *text = holds_text (field) ? carrel_record_dup_field (record, field) : NULL;
      g_autofree char *before = NULL;

      if (!holds_text (field) || text != NULL || g_str_equal (field->name, "id"))
        continue;
      before = carrel_record_dup_field (old, field);
      if (before != NULL)
        carrel_record_set_field (record, field, before, NULL);
    }
}

static gboolean
is_from (const CarrelRecord *record, const char *const *kept)
{
  return record->file != NULL && g_strv_contains (kept, record->file);
}

/* A fact of two pages: it stays where it was found first. */
static void
fill_from (gpointer record, const CarrelRecord *old, const char *const *kept)
{
  fill_fields (record, old);
  if (is_from (old, kept))
    carrel_record_set_source (record, old->file, old->line);
}

/* Old facts stay before the new ones or behind them, as they stood to those of the file that was
 * read again. A fact of several pages has one of their names, so what is new of it is filled up
 * whichever that is. */
static void
complete_list (GPtrArray *list, GPtrArray *before, const char *const *kept, gboolean is_text)
{
  guint position = 0;

  for (guint i = 0; i < before->len; i++)
    {
      CarrelRecord *old = g_ptr_array_index (before, i);
      gpointer found = is_text ? NULL : find_by_id (list, carrel_record_get_id (old));

      if (found != NULL)
        fill_from (found, old, kept);
      else if (is_from (old, kept))
        g_ptr_array_insert (list, (int) position++, carrel_record_copy (old));
      if (!is_from (old, kept))
        position = list->len;
    }
}

static void
complete_lists (CarrelCourse *course, const CarrelCourse *before, const char *const *kept)
{
  for (const CarrelField *field = carrel_course_type.fields; field->name != NULL; field++)
    if (field->kind == CARREL_FIELD_RECORDS && !g_str_equal (field->name, "questions"))
      complete_list (*CARREL_FIELD_PTR (course, field, GPtrArray *),
                     *CARREL_FIELD_PTR (before, field, GPtrArray *), kept,
                     g_str_equal (field->name, "sections"));
}

static void
complete_records (CarrelCourse *course, const CarrelCourse *before)
{
  if (course->late_policy == NULL && before->late_policy != NULL)
    course->late_policy = carrel_record_copy (before->late_policy);
  if (course->rounding == NULL && before->rounding != NULL)
    course->rounding = carrel_record_copy (before->rounding);
}

static gboolean
asks (GPtrArray *questions, const CarrelQuestion *question)
{
  for (guint i = 0; i < questions->len; i++)
    if (g_strcmp0 (((const CarrelQuestion *) questions->pdata[i])->text, question->text) == 0)
      return TRUE;
  return FALSE;
}

/* Old questions go first, so that the same pages again change nothing; those of no page are about
 * the whole course and stay open. */
static void
complete_questions (CarrelCourse *course, const CarrelCourse *before, const char *const *kept)
{
  guint position = 0;

  for (guint i = 0; i < before->questions->len; i++)
    {
      CarrelQuestion *old = g_ptr_array_index (before->questions, i);
      gboolean is_open = old->record.file == NULL || is_from (&old->record, kept);

      if (is_open && !asks (course->questions, old))
        g_ptr_array_insert (course->questions, (int) position++, carrel_record_copy (old));
    }
}

/* Questions about what the other pages answer are none. */
static void
drop_answered (CarrelCourse *course)
{
  for (guint i = course->questions->len; i > 0; i--)
    {
      const CarrelQuestion *question = g_ptr_array_index (course->questions, i - 1);
      const CarrelField *field
          = question->about != NULL ? carrel_record_find_field (course, question->about) : NULL;
      g_autofree char *text
          = field != NULL && holds_text (field) ? carrel_record_dup_field (course, field) : NULL;

      if (text != NULL)
        g_ptr_array_remove_index (course->questions, i - 1);
    }
}

/* Equal headings on two pages are two sections: the ids of the old ones that stay go first, so that
 * what is mine stays with them. */
static void
forget_ids_of_text (CarrelCourse *course)
{
  for (guint i = 0; i < course->sections->len; i++)
    g_clear_pointer (&((CarrelSection *) g_ptr_array_index (course->sections, i))->id, g_free);
}

/**
 * carrel_edition_complete:
 * @draft: what was read now
 * @before: what is published of the course
 * @kept: the files whose facts stay
 *
 * Adds to a draft what the pages that were not read again say. A fact that both have is taken from
 * the draft, and keeps what only the old one knew.
 *
 * Returns: (transfer full): the next edition, with ids
 */
CarrelCourse *
carrel_edition_complete (const CarrelCourse *draft,
                         const CarrelCourse *before,
                         const char *const *kept)
{
  CarrelCourse *course = carrel_record_copy (draft);

  carrel_course_assign_ids (course);
  forget_ids_of_text (course);
  complete_lists (course, before, kept);
  fill_from (course, &before->record, kept);
  complete_records (course, before);
  complete_questions (course, before, kept);
  drop_answered (course);
  carrel_course_assign_ids (course);
  return course;
}
