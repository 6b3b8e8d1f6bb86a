/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Merges the draft of one page into that of a course: a loop over the field tables. What both say
 * in the same words is one fact; what they say differently is a question with both places. */
#define G_LOG_DOMAIN "carrel-merge"

#include "config.h"

#include "carrel-merge.h"

#include "carrel-extract.h"
#include "carrel-diff-text.h"
#include "carrel-fact.h"
#include "carrel-field-label.h"

#include <glib/gi18n-lib.h>

/* Each page has a title of its own; only what a course has once can contradict. */
static const char *const asked_fields[]
    = { "term", "time_zone", "starts_on", "ends_on", "code", NULL };

/* Every row of these counts, also an equal one. */
static const char *const kept_lists[] = { "sections", "schedule", NULL };

/* What tells which thing a record is about. */
typedef struct
{
  const char *list;
  const char *fields[3];
} ListKey;

static const ListKey keys[] = {
  { "meetings", { "kind", "section" } },
  { "office_hours", { "person", "day" } },
  { "staff", { "name" } },
  { "grading", { "name" } },
  { "letter_grades", { "letter" } },
  { "contacts", { "title" } },
};

static const ListKey *
find_key (const char *list)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].list, list))
      return &keys[i];
  return NULL;
}

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

static char *
dup_place (const CarrelRecord *record)
{
  if (record->file == NULL)
    return g_strdup ("?");
  return record->line > 0 ? g_strdup_printf ("%s:%d", record->file, record->line)
                          : g_strdup (record->file);
}

/* What a fact is called; "" for the course itself, which the question is about anyway. */
static char *
dup_title (CarrelCourse *course, gpointer record)
{
  if (record == course)
    return g_strdup ("");
  return carrel_diff_dup_fact_name (record, course, CARREL_FORMAT_DEFAULT);
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
  g_autofree char *place = dup_place (record);
  g_autofree char *other_place = dup_place (other);
  g_autofree char *title = dup_title (course, record);
  const char *label = carrel_field_label_get (field);

  if (theirs == NULL || theirs[0] == '\0' || field->kind == CARREL_FIELD_BOOLEAN)
    return;
  if (mine == NULL || mine[0] == '\0')
    {
      carrel_record_set_field (record, field, theirs, NULL);
      return;
    }
  if (path == NULL || says_the_same (mine, theirs))
    return;
  if (*title != '\0')
    /* Translators: two pages of a course contradict each other: a fact, what of it, such as "the
     * place", the first value and its file, the second value and its file. */
    text = g_strdup_printf (_ ("“%s”: which is right for %s, “%s” (%s) or “%s” (%s)?"), title,
                            label, mine, place, theirs, other_place);
  else
    /* Translators: two pages of a course contradict each other: what of it, such as "the title",
     * the first value and its file, the second value and its file. */
    text = g_strdup_printf (_ ("Which is right for %s, “%s” (%s) or “%s” (%s)?"), label, mine,
                            place, theirs, other_place);
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

static gboolean
has_same_key (const ListKey *key, gconstpointer record, gconstpointer other)
{
  for (gsize i = 0; i < G_N_ELEMENTS (key->fields) && key->fields[i] != NULL; i++)
    {
      const CarrelField *field = carrel_record_find_field (record, key->fields[i]);
      g_autofree char *mine = carrel_record_dup_field (record, field);
      g_autofree char *theirs = carrel_record_dup_field (other, field);

      if (g_strcmp0 (mine, theirs) != 0)
        return FALSE;
    }
  return TRUE;
}

/* The one record with the key of @other; NULL if there is none, or are several. */
static gpointer
find_only (const ListKey *key, GPtrArray *records, guint n_records, gconstpointer other)
{
  gpointer found = NULL;

  for (guint i = 0; i < n_records; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (!has_same_key (key, record, other))
        continue;
      if (found != NULL)
        return NULL;
      found = record;
    }
  return found;
}

/* What both pages tell of one thing is merged; of several things with one name nothing is known. */
static gboolean
merge_into_known (CarrelCourse *course,
                  const ListKey *key,
                  GPtrArray *records,
                  guint n_own,
                  GPtrArray *others,
                  CarrelRecord *other)
{
  gpointer known = find_only (key, records, n_own, other);
  g_autofree char *path = g_strconcat ("/", key->list, NULL);

  if (known == NULL || find_only (key, others, others->len, other) == NULL)
    return FALSE;
  merge_record (course, &known, other, path);
  return TRUE;
}

static void
merge_records (CarrelCourse *course, const CarrelField *field, GPtrArray *others)
{
  GPtrArray *records = *CARREL_FIELD_PTR (course, field, GPtrArray *);
  const ListKey *key = find_key (field->name);
  guint n_own = records->len;

  for (guint i = 0; i < others->len; i++)
    {
      gpointer other = g_ptr_array_index (others, i);
      gboolean is_known
          = n_own > 0 && !g_strv_contains (kept_lists, field->name) && contains (records, other);

      if (!is_known && key != NULL && n_own > 0)
        is_known = merge_into_known (course, key, records, n_own, others, other);
      if (!is_known)
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
        merge_records (course, field, *CARREL_FIELD_PTR (other, field, GPtrArray *));
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
