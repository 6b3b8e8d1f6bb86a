/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sections repeat the lines that the facts were read from. Where every line that differs in a
 * section belongs to a fact that is told to have changed, the section is not told as well. */
#define G_LOG_DOMAIN "carrel-diff-section"

#include "config.h"

#include "carrel-diff-section.h"

static gboolean
is_body (const CarrelDifference *difference)
{
  return difference->action == CARREL_DIFF_CHANGED
         && g_str_equal (difference->kind, carrel_section_type.name)
         && g_str_equal (difference->field, "body");
}

/* Whether a record was read between the line of a section and that of the next one. */
static gboolean
is_inside (CarrelCourse *course, const CarrelSection *section, const CarrelRecord *record)
{
  const CarrelRecord *start = &section->record;

  if (record->file == NULL || g_strcmp0 (record->file, start->file) != 0
      || record->line < start->line)
    return FALSE;
  for (guint i = 0; i < course->sections->len; i++)
    {
      const CarrelRecord *other = course->sections->pdata[i];

      if (g_strcmp0 (other->file, start->file) == 0 && other->line > start->line
          && other->line <= record->line)
        return FALSE;
    }
  return TRUE;
}

/* How many lines of @text are not in @other. */
static guint
count_new_lines (const char *text, const char *other)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_auto (GStrv) others = g_strsplit (other != NULL ? other : "", "\n", -1);
  guint n_new = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n_new += !g_strv_contains ((const char *const *) others, lines[i]);
  return n_new;
}

/* How many lines of a section have a fact that came, went or changed; @is_old looks at the version
 * before. */
static guint
count_told_lines (CarrelDiff *diff,
                  CarrelCourse *course,
                  const CarrelSection *section,
                  gboolean is_old)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < diff->differences->len; i++)
    {
      const CarrelDifference *difference = diff->differences->pdata[i];
      const CarrelRecord *record = is_old ? difference->old_record : difference->new_record;

      if (record != NULL && record->type != &carrel_section_type
          && is_inside (course, section, record))
        g_hash_table_add (lines, GINT_TO_POINTER (record->line));
    }
  return g_hash_table_size (lines);
}

static gboolean
is_explained (CarrelDiff *diff,
              const CarrelDifference *difference,
              CarrelCourse *before,
              CarrelCourse *after)
{
  const char *old_text = difference->before;
  const char *new_text = difference->after;

  return count_new_lines (new_text, old_text)
             <= count_told_lines (diff, after, difference->new_record, FALSE)
         && count_new_lines (old_text, new_text)
                <= count_told_lines (diff, before, difference->old_record, TRUE);
}

/* Whether the body is all that changed of a section. */
static gboolean
is_alone (CarrelDiff *diff, const CarrelDifference *difference)
{
  for (guint i = 0; i < diff->differences->len; i++)
    {
      const CarrelDifference *other = diff->differences->pdata[i];

      if (other != difference && other->new_record == difference->new_record)
        return FALSE;
    }
  return TRUE;
}

/**
 * carrel_diff_drop_explained_sections:
 * @diff: a comparison
 * @before: the old version
 * @after: the new version
 *
 * Takes out the sections whose text differs only in the lines of facts that are told themselves.
 */
void
carrel_diff_drop_explained_sections (CarrelDiff *diff, CarrelCourse *before, CarrelCourse *after)
{
  for (guint i = diff->differences->len; i > 0; i--)
    {
      const CarrelDifference *difference = diff->differences->pdata[i - 1];

      if (!is_body (difference) || !is_explained (diff, difference, before, after))
        continue;
      diff->n_changed -= is_alone (diff, difference);
      g_ptr_array_remove_index (diff->differences, i - 1);
    }
}
