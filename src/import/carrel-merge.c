/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Merges the draft of one page into that of a course: a loop over the field tables. What both say
 * in the same words is one fact; what they say differently is a question with both places. */
#define G_LOG_DOMAIN "carrel-merge"

#include "config.h"

#include "carrel-merge.h"

#include "carrel-extract.h"

#include <glib/gi18n-lib.h>

/* Each page has a title of its own; only what a course has once can contradict. */
static const char *const asked_fields[]
    = { "term", "time_zone", "starts_on", "ends_on", "code", NULL };

static char *
dup_folded (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (folded, FALSE);
}

static gboolean
says_the_same (const char *one, const char *other)
{
  g_autofree char *folded = dup_folded (one);
  g_autofree char *other_folded = dup_folded (other);

  return g_str_equal (folded, other_folded);
}

/* Sets what is unknown; asks when both records know it and disagree. */
static void
merge_field (CarrelCourse *course,
             gpointer record,
             const CarrelRecord *other,
             const CarrelField *field,
             const char *path)
{
  g_autofree char *mine = carrel_record_dup_field (record, field);
  g_autofree char *theirs = carrel_record_dup_field (other, field);
  g_autofree char *text = NULL;
  const CarrelRecord *base = record;

  if (theirs == NULL || theirs[0] == '\0' || field->kind == CARREL_FIELD_BOOLEAN)
    return;
  if (mine == NULL || mine[0] == '\0')
    {
      carrel_record_set_field (record, field, theirs, NULL);
      return;
    }
  if (path == NULL || says_the_same (mine, theirs))
    return;
  /* Translators: two pages of a course contradict each other: name of a field, the first value and
   * its file, the second value and its file. */
  text = g_strdup_printf (_("Which %s is right: “%s” (%s) or “%s” (%s)?"), field->name, mine,
                             base->file != NULL ? base->file : "?", theirs,
                             other->file != NULL ? other->file : "?");
  carrel_extract_ask (course, path, other->file, other->line, text);
}

static gboolean
contains (GPtrArray *records, gconstpointer record)
{
  for (guint i = 0; i < records->len; i++)
    if (carrel_record_equal (g_ptr_array_index (records, i), record))
      return TRUE;
  return FALSE;
}

static void
merge_record (CarrelCourse *course, gpointer *record, CarrelRecord *other, const char *path)
{
  if (other == NULL)
    return;
  if (*record == NULL)
    {
      *record = carrel_record_ref (other);
      return;
    }
  for (const CarrelField *field = other->type->fields; field->name != NULL; field++)
    if (field->kind != CARREL_FIELD_RECORD && field->kind != CARREL_FIELD_RECORDS)
      merge_field (course, *record, other, field, path);
}

static void
merge_records (GPtrArray *records, GPtrArray *others, gboolean keep_all)
{
  guint n_own = records->len;

  for (guint i = 0; i < others->len; i++)
    {
      gpointer other = g_ptr_array_index (others, i);

      if (keep_all || n_own == 0 || !contains (records, other))
        g_ptr_array_add (records, carrel_record_ref (other));
    }
}

/**
 * carrel_merge_course:
 * @course: (inout): a draft
 * @other: the draft of one more page of the same course
 *
 * Adds the facts of @other that @course does not have, and questions where they contradict.
 */
void
carrel_merge_course (CarrelCourse *course, CarrelCourse *other)
{
  for (const CarrelField *field = carrel_course_type.fields; field->name != NULL; field++)
    {
      gboolean is_asked = g_strv_contains (asked_fields, field->name);
      g_autofree char *path = g_strconcat ("/", field->name, NULL);

      if (field->kind == CARREL_FIELD_RECORDS)
        merge_records (*CARREL_FIELD_PTR (course, field, GPtrArray *),
                       *CARREL_FIELD_PTR (other, field, GPtrArray *),
                       g_str_equal (field->name, "sections")
                           || g_str_equal (field->name, "schedule"));
      else if (field->kind == CARREL_FIELD_RECORD)
        merge_record (course, CARREL_FIELD_PTR (course, field, gpointer),
                      *CARREL_FIELD_PTR (other, field, CarrelRecord *), path);
      else
        merge_field (course, course, &other->record, field, is_asked ? field->name : NULL);
    }
  if (course->record.file == NULL && other->record.file != NULL)
    carrel_record_set_source (course, other->record.file, other->record.line);
  if (course->record.extra == NULL)
    course->record.extra = g_strdup (other->record.extra);
}
