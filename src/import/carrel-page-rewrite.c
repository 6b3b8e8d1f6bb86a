/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A change is tried on the line that tells the fact, and the page is read again: it stays when that
 * fact, and nothing else, says what it should. A line may tell a part of what changed, such as the
 * new time of an hour but not that it is online now; that it does not tell is said. */
#define G_LOG_DOMAIN "carrel-page-rewrite"

#include "config.h"

#include "carrel-page-rewrite.h"

#include "carrel-check-page.h"
#include "carrel-diff-text.h"
#include "carrel-line-rewrite.h"
#include "carrel-section-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  CarrelCourse *draft;
  CarrelCourse *read; /* its page as it is now */
  CarrelRecord *told; /* what the page says of the last fact that was changed; NULL is as before */
} Rewriting;

/* Where a line of the page is. */
typedef struct
{
  CarrelSection *section;
  int line; /* of its body */
  GStrv lines;
} PageLine;

static void
clear_place (PageLine *place)
{
  g_clear_pointer (&place->lines, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PageLine, clear_place)

static CarrelCourse *
read_page (const CarrelCourse *draft)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  char *page = carrel_section_source_write (draft->sections);
  g_autoptr (GBytes) bytes = g_bytes_new_take (page, strlen (page));
  CarrelCourse *read;

  g_ptr_array_add (files, carrel_import_file_new ("page.md", bytes));
  read = carrel_import_parse (files, NULL, NULL);
  if (read != NULL)
    carrel_course_assign_ids (read);
  return read;
}

static gboolean
is_told_at_all (const CarrelField *field)
{
  return field->child == NULL && !g_str_equal (field->name, "id");
}

static gboolean
is_alike_field (const CarrelField *field, gconstpointer record, gconstpointer other)
{
  g_autofree char *one_text = carrel_record_dup_field (record, field);
  g_autofree char *other_text = carrel_record_dup_field (other, field);

  return one_text == NULL || other_text == NULL || g_str_equal (one_text, other_text);
}

/* Whether nothing that both records say differs. */
static gboolean
is_alike (gconstpointer record, gconstpointer other)
{
  for (const CarrelField *field = ((const CarrelRecord *) record)->type->fields;
       field->name != NULL; field++)
    if (is_told_at_all (field) && !is_alike_field (field, record, other))
      return FALSE;
  return TRUE;
}

/* The fact of the page that is like @record, if it is the only one. */
static CarrelRecord *
find_alike (CarrelCourse *course, gconstpointer record)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (course);
  const CarrelRecordType *type = ((const CarrelRecord *) record)->type;
  CarrelRecord *found = NULL;

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = g_ptr_array_index (facts, i);
      CarrelRecord *other = fact->record;

      if (other->type != type || !is_alike (record, other))
        continue;
      if (found != NULL)
        return NULL;
      found = other;
    }
  return found;
}

/* Sections repeat what facts say, and people follow from their hours. */
static gboolean
is_consequence (const CarrelDifference *difference)
{
  return g_str_equal (difference->kind, carrel_section_type.name)
         || g_str_equal (difference->kind, carrel_person_type.name);
}

/* Notes the one record that came, went or changed; FALSE when there is another. */
static gboolean
note_record (gconstpointer *noted, gconstpointer record)
{
  gboolean is_first = *noted == NULL || record == NULL || *noted == record;

  *noted = record != NULL ? record : *noted;
  return is_first;
}

static gboolean
is_as_wanted (gconstpointer wanted, gconstpointer record)
{
  if (wanted == NULL || record == NULL)
    return wanted == record;
  return is_alike (wanted, record);
}

/* Where nothing is said, an hour is in person. */
static char *
dup_field (gconstpointer record, const CarrelField *field)
{
  char *text = carrel_record_dup_field (record, field);

  if (text == NULL && g_str_equal (field->name, "mode"))
    return g_strdup ("in-person");
  return text;
}

static gboolean
is_same_field (const CarrelField *field, gconstpointer record, gconstpointer other)
{
  g_autofree char *one_text = dup_field (record, field);
  g_autofree char *other_text = dup_field (other, field);

  return g_strcmp0 (one_text, other_text) == 0;
}

/* The day and the times of a fact, which are told in one sentence. */
static gboolean
is_moment (const CarrelField *field)
{
  return field->kind == CARREL_FIELD_TIME || field->kind == CARREL_FIELD_DAY
         || field->kind == CARREL_FIELD_DAYS;
}

static gboolean
is_old_or_new (const CarrelField *field,
               gconstpointer record,
               gconstpointer page,
               gconstpointer before,
               gconstpointer after)
{
  if (is_same_field (field, before, after))
    return is_alike_field (field, record, after);
  return is_same_field (field, record, after) || is_same_field (field, record, page);
}

/* Whether the page says @record where it said @page and should say @after in place of @before: each
 * field that changes is as it was or as it should be, some are new, and not half of a moment is. */
static gboolean
is_on_the_way (gconstpointer record, gconstpointer page, gconstpointer before, gconstpointer after)
{
  guint n_told[2] = { 0, 0 }; /* moments last */
  guint n_untold[2] = { 0, 0 };

  for (const CarrelField *field = ((const CarrelRecord *) before)->type->fields;
       field->name != NULL; field++)
    {
      guint *counts;

      if (!is_told_at_all (field))
        continue;
      if (!is_old_or_new (field, record, page, before, after))
        return FALSE;
      if (is_same_field (field, before, after))
        continue;
      counts = is_same_field (field, record, after) ? n_told : n_untold;
      counts[is_moment (field) ? 1 : 0]++;
    }
  return n_told[0] + n_told[1] > 0 && (n_told[1] == 0 || n_untold[1] == 0);
}

/* Whether the page says what it should now: @before is gone, @after has come as far as the line
 * tells it, and all else is as it was. Either may be NULL. */
static gboolean
is_told (Rewriting *self, CarrelCourse *page, gconstpointer before, gconstpointer after)
{
  g_autoptr (CarrelDiff) diff = carrel_diff_new (self->read, page);
  gconstpointer old_record = NULL;
  gconstpointer new_record = NULL;

  for (guint i = 0; i < diff->differences->len; i++)
    {
      const CarrelDifference *difference = g_ptr_array_index (diff->differences, i);

      if (is_consequence (difference))
        continue;
      if (!note_record (&old_record, difference->old_record)
          || !note_record (&new_record, difference->new_record))
        return FALSE;
    }
  if (!is_as_wanted (before, old_record))
    return FALSE;
  if (before == NULL || after == NULL || new_record == NULL)
    return is_as_wanted (after, new_record);
  self->told = carrel_record_ref ((gpointer) new_record);
  return is_on_the_way (new_record, old_record, before, after);
}

static gboolean
find_place (Rewriting *self, const CarrelRecord *record, PageLine *place)
{
  place->section = carrel_section_source_find (self->draft->sections, record->line, &place->line);
  if (place->section == NULL || place->line < 0 || place->section->body == NULL)
    return FALSE;
  place->lines = g_strsplit (place->section->body, "\n", -1);
  return place->line < (int) g_strv_length (place->lines);
}

/* The text of a section with one line replaced by @line: %NULL takes it out, and two lines are
 * one more. */
static char *
dup_body (const PageLine *place, const char *line)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (int i = 0; place->lines[i] != NULL; i++)
    if (i != place->line)
      g_strv_builder_add (lines, place->lines[i]);
    else if (line != NULL)
      g_strv_builder_add (lines, line);
  all = g_strv_builder_end (lines);
  return g_strjoinv ("\n", all);
}

/* Keeps the line if the page then tells the change, else nothing is changed. */
static gboolean
try_line (Rewriting *self,
          const PageLine *place,
          const char *line,
          gconstpointer before,
          gconstpointer after)
{
  g_autofree char *body = g_steal_pointer (&place->section->body);
  g_autoptr (CarrelCourse) read = NULL;

  place->section->body = dup_body (place, line);
  read = read_page (self->draft);
  if (read == NULL || !is_told (self, read, before, after))
    {
      g_clear_pointer (&self->told, carrel_record_unref);
      g_free (place->section->body);
      place->section->body = g_steal_pointer (&body);
      return FALSE;
    }
  carrel_record_unref (self->read);
  self->read = g_steal_pointer (&read);
  return TRUE;
}

static gboolean
write_change (Rewriting *self, gconstpointer before, gconstpointer after)
{
  const CarrelRecord *old_record = find_alike (self->read, before);
  g_auto (PageLine) place = { 0 };
  g_autofree char *line = NULL;

  if (old_record == NULL || !find_place (self, old_record, &place))
    return FALSE;
  line = carrel_line_rewrite_fact (place.lines[place.line], before, after);
  return line != NULL && try_line (self, &place, line, before, after);
}

static gboolean
write_removal (Rewriting *self, gconstpointer before)
{
  const CarrelRecord *old_record = find_alike (self->read, before);
  g_auto (PageLine) place = { 0 };

  return old_record != NULL && find_place (self, old_record, &place)
         && carrel_line_rewrite_is_row (place.lines[place.line])
         && try_line (self, &place, NULL, before, NULL);
}

/* A new row below that of @model. */
static gboolean
write_row (Rewriting *self, const CarrelRecord *model, gconstpointer after)
{
  g_auto (PageLine) place = { 0 };
  g_autofree char *row = NULL;
  g_autofree char *lines = NULL;

  if (!find_place (self, model, &place) || !carrel_line_rewrite_is_row (place.lines[place.line]))
    return FALSE;
  row = carrel_line_rewrite_row (place.lines[place.line], model, after);
  lines = g_strjoin ("\n", place.lines[place.line], row, NULL);
  return try_line (self, &place, lines, NULL, after);
}

/* Hours stand by day: a new one goes below the last one of its day or of an earlier one. */
static gboolean
write_addition (Rewriting *self, const CarrelOfficeHour *after)
{
  g_autoptr (GPtrArray) models = g_ptr_array_new ();
  GPtrArray *hours = self->read->office_hours;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = hours->len; i > 0; i--)
      {
        CarrelOfficeHour *hour = g_ptr_array_index (hours, i - 1);

        if ((hour->day <= after->day) == (pass == 0))
          g_ptr_array_add (models, hour);
      }
  for (guint i = 0; i < models->len; i++)
    if (write_row (self, g_ptr_array_index (models, i), after))
      return TRUE;
  return FALSE;
}

static gboolean
write_difference (Rewriting *self, const CarrelDifference *difference)
{
  if (difference->action == CARREL_DIFF_CHANGED)
    return write_change (self, difference->old_record, difference->new_record);
  if (difference->action == CARREL_DIFF_REMOVED)
    return write_removal (self, difference->old_record);
  return g_str_equal (difference->kind, carrel_office_hour_type.name)
         && write_addition (self, difference->new_record);
}

/* Where the facts of a draft stand on its page now, for a course of one page; those of a calendar
 * that joined it stand elsewhere. */
static void
renew_lines (Rewriting *self)
{
  g_autoptr (GPtrArray) facts = carrel_fact_list (self->draft);
  g_autofree char *page
      = g_strdup (((CarrelRecord *) g_ptr_array_index (self->draft->sections, 0))->file);

  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = g_ptr_array_index (facts, i);
      const CarrelRecord *read = carrel_fact_find (self->read, fact->kind, fact->key);
      CarrelRecord *record = fact->record;

      if (read == NULL || read->line <= 0 || fact->parent == NULL)
        continue;
      if (record->file == NULL || g_strcmp0 (record->file, page) == 0)
        carrel_record_set_source (record, page, read->line);
    }
}

/* A course pack holds text that stands on no page. */
static gboolean
has_one_page (const CarrelCourse *course)
{
  const char *file = ((CarrelRecord *) g_ptr_array_index (course->sections, 0))->file;

  if (file != NULL && g_str_has_suffix (file, ".json"))
    return FALSE;
  for (guint i = 1; i < course->sections->len; i++)
    if (g_strcmp0 (((CarrelRecord *) g_ptr_array_index (course->sections, i))->file, file) != 0)
      return FALSE;
  return TRUE;
}

/* Where the page tells a fact that it does not tell as it should. */
static const CarrelRecord *
find_standing (Rewriting *self, const CarrelDifference *difference)
{
  if (self->told != NULL || difference->old_record == NULL)
    return self->told;
  return find_alike (self->read, difference->old_record);
}

static void
add_untold (Rewriting *self, const CarrelDiff *diff, guint index, GPtrArray *findings)
{
  const CarrelDifference *difference = g_ptr_array_index (diff->differences, index);
  const CarrelRecord *stands = find_standing (self, difference);
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;
  CarrelFinding *finding;

  if (carrel_diff_is_told (diff, index))
    return;
  sentence = carrel_difference_dup_sentence (difference, CARREL_FORMAT_DEFAULT);
  /* Translators: %s is a sentence about a change, such as "Cheng Ma: Friday 1 pm moved to 4 pm." */
  text = g_strdup_printf (_ ("The text of the page does not say this: %s"), sentence);
  finding = carrel_check_add (findings, NULL, stands != NULL ? stands->line : 0, text);
  finding->kind = CARREL_FINDING_UNTOLD;
  finding->line = stands != NULL ? stands->line : 0;
}

static gboolean
has_fact (const CarrelDiff *diff, const CarrelDifference *difference)
{
  for (guint i = 0; i < diff->differences->len; i++)
    {
      const CarrelDifference *other = g_ptr_array_index (diff->differences, i);

      if (g_str_equal (other->kind, difference->kind)
          && g_strcmp0 (other->key, difference->key) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the page says another time or place than the course, which was read from it. */
static gboolean
is_contradicted (const CarrelDifference *difference, const char *page)
{
  const CarrelRecord *record = difference->new_record;

  return difference->action == CARREL_DIFF_CHANGED && difference->before != NULL
         && difference->after != NULL
         && (record->type == &carrel_office_hour_type || record->type == &carrel_meeting_type)
         && (record->file == NULL || g_strcmp0 (record->file, page) == 0);
}

/* What was published although the page does not tell it stays untold, and is said again. */
static void
add_untold_before (Rewriting *self, const CarrelDiff *known, GPtrArray *findings)
{
  g_autoptr (CarrelDiff) diff = carrel_diff_new (self->read, self->draft);
  const char *page = ((CarrelRecord *) g_ptr_array_index (self->draft->sections, 0))->file;

  for (guint i = 0; i < diff->differences->len; i++)
    {
      const CarrelDifference *difference = g_ptr_array_index (diff->differences, i);

      if (is_contradicted (difference, page) && !has_fact (known, difference))
        add_untold (self, diff, i, findings);
    }
}

/* A line that was changed may still not tell a field. */
static gboolean
is_field_told (Rewriting *self, const CarrelDifference *difference)
{
  return self->told == NULL
         || is_same_field (carrel_record_find_field (self->told, difference->field), self->told,
                           difference->new_record);
}

static void
write_all (Rewriting *self, const CarrelDiff *diff, GPtrArray *findings)
{
  gconstpointer last = NULL;
  gboolean is_written = FALSE;

  for (guint i = 0; i < diff->differences->len; i++)
    {
      const CarrelDifference *difference = g_ptr_array_index (diff->differences, i);

      if (g_str_equal (difference->kind, carrel_section_type.name))
        continue;
      if (difference->action != CARREL_DIFF_CHANGED || difference->new_record != last)
        {
          g_clear_pointer (&self->told, carrel_record_unref);
          is_written = write_difference (self, difference);
        }
      last = difference->new_record;
      if (!is_written || !is_field_told (self, difference))
        add_untold (self, diff, i, findings);
    }
  g_clear_pointer (&self->told, carrel_record_unref);
}

/**
 * carrel_page_rewrite:
 * @published: a course as it is published
 * @draft: the same course with changes; its sections get them
 *
 * Writes changed facts into the text that tells them, a line each.
 *
 * Returns: (transfer full) (element-type CarrelFinding): the changes that the page does not tell
 */
GPtrArray *
carrel_page_rewrite (CarrelCourse *published, CarrelCourse *draft)
{
  GPtrArray *findings = carrel_check_new_list ();
  g_autoptr (CarrelDiff) diff = carrel_diff_new (published, draft);
  Rewriting self = { draft, draft->sections->len > 0 ? read_page (draft) : NULL, NULL };

  if (self.read == NULL)
    return findings;
  write_all (&self, diff, findings);
  if (has_one_page (draft))
    {
      add_untold_before (&self, diff, findings);
      renew_lines (&self);
    }
  carrel_record_unref (self.read);
  return findings;
}
