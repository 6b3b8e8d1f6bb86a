/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Late rules are read sentence by sentence where late work, extensions or grace are spoken of. */
#define G_LOG_DOMAIN "carrel-extract-late"

#include "config.h"

#include "carrel-extract.h"
#include "carrel-late-rule.h"
#include "carrel-phrase.h"
#include "carrel-sentence.h"

static const char *const spoken[]
    = { "late",      "slip",       "grace",      "extension", "extensions",
        "lateness",  "tardy",      "overdue",    "past due",  "retard",
        "verspätet", "verspätete", "verspätung", "atraso",    "retraso",
        "late days", "tokens",     "迟交",       "逾期",      "after the deadline",
        "retards",   "retrasos",   "atrasos",    "atrasada",  "atrasadas",
        "coupons",   "tardías",    NULL };

static gboolean
is_in_late_section (const CarrelPage *page, const CarrelPageLine *line)
{
  return carrel_page_section_has_label (page, line->section, CARREL_LABEL_LATE);
}

static gboolean
is_about_late (const CarrelPage *page, const CarrelPageLine *line)
{
  return carrel_phrase_occurs (line->text, -1, spoken) || is_in_late_section (page, line);
}

static void
read_line (const CarrelPage *page, const CarrelPageLine *line, CarrelLatePolicy *policy)
{
  g_auto (GStrv) sentences = carrel_sentence_split (line->text);

  gboolean is_late = is_in_late_section (page, line);

  for (guint i = 0; sentences[i] != NULL; i++)
    if (carrel_late_rule_read (page->words, sentences[i], is_late, policy)
        && policy->record.line == 0)
      carrel_record_set_source (policy, page->file, line->line);
}

static void
read_tables (const CarrelPage *page, CarrelLatePolicy *policy)
{
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);

      for (guint j = 0; block->kind == CARREL_BLOCK_TABLE && j < block->n_rows; j++)
        for (guint k = 0; k < block->rows[j].n_cells; k++)
          {
            g_autofree char *text = carrel_page_dup_text (&block->rows[j].cells[k]);
            CarrelPageLine line
                = { text, block->rows[j].line, i, carrel_page_find_section (page, i) };

            if (is_about_late (page, &line))
              read_line (page, &line, policy);
          }
    }
}

/**
 * carrel_extract_late:
 * @page: a page
 * @course: a draft that is being built
 *
 * Adds the numbers of the rules about late work. Without a number or a plain refusal the draft gets
 * no policy.
 */
void
carrel_extract_late (const CarrelPage *page, CarrelCourse *course)
{
  g_autoptr (CarrelLatePolicy) policy = carrel_record_new (&carrel_late_policy_type);

  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (page, i);

      if (is_about_late (page, line))
        read_line (page, line, policy);
    }
  read_tables (page, policy);
  if (policy->record.line > 0 && course->late_policy == NULL)
    course->late_policy = g_steal_pointer (&policy);
}
