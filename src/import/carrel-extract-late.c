/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Late rules are read sentence by sentence where late work, extensions or grace are spoken of. */
#define G_LOG_DOMAIN "carrel-extract-late"

#include "config.h"

#include "carrel-extract.h"
#include "carrel-late-rule.h"
#include "carrel-late-steps.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-sentence.h"

#include <string.h>

/* The longest rule of two lines, in bytes. */
#define MAX_RULE 400

static const char *const spoken[]
    = { "late",      "slip",          "grace",      "extension",          "extensions",
        "lateness",  "tardy",         "overdue",    "past due",           "retard",
        "verspätet", "verspätete",    "verspätung", "späte abgabe",       "späte abgaben",
        "zu spät",   "atraso",        "retraso",    "late days",          "tokens",
        "迟交",      "逾期",          "超过期限",   "after the deadline", "retards",
        "retrasos",  "atrasos",       "atrasada",   "atrasadas",          "coupons",
        "tardías",   "days of delay", "in ritardo", "di ritardo",         NULL };

static gboolean
is_in_late_section (const CarrelPage *page, const CarrelPageLine *line)
{
  return carrel_page_section_has_label (page, line->section, CARREL_LABEL_LATE);
}

static gboolean
is_about_late (const CarrelPage *page, const CarrelPageLine *line)
{
  static const char past[]
      = "\\b(?:assignments?|work|homework|projects?|papers?|labs?)\\b[^.]{0,60}"
        "\\b(?:past|after) the (?:deadline|due date)\\b";

  return carrel_phrase_occurs (line->text, -1, spoken) || is_in_late_section (page, line)
         || carrel_pattern_matches (past, line->text, G_REGEX_CASELESS);
}

static void
read_line (const CarrelPage *page, const CarrelPageLine *line, CarrelLatePolicy *policy)
{
  g_auto (GStrv) sentences = carrel_sentence_split (line->text);

  gboolean is_late = is_in_late_section (page, line);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      /* A sentence goes on from the one before it: "… Each passing day you will lose 20%." */
      gboolean goes_on = i > 0 && carrel_phrase_occurs (sentences[i - 1], -1, spoken);

      if (carrel_late_rule_read (page->words, sentences[i], is_late || goes_on, policy)
          && policy->record.line == 0)
        carrel_record_set_source (policy, page->file, line->line);
    }
  /* "One day late: 10% off. Two days late: 20% off." */
  carrel_late_steps_read (page->words, line->text, policy);
  carrel_late_steps_read_thereafter (line->text, policy);
  if ((policy->penalty_per_day != NULL || policy->max_days_late != NULL)
      && policy->record.line == 0)
    carrel_record_set_source (policy, page->file, line->line);
}

/* "24 hours late: 90% of the grade", "48 hours late: 80% of the grade": items that are steps. */
static void
read_listed_steps (const CarrelPage *page, guint index, CarrelLatePolicy *policy)
{
  g_autoptr (GString) steps = g_string_new (NULL);
  const CarrelPageLine *first = carrel_page_get_line (page, index);

  if (policy->penalty_per_day != NULL || !is_in_late_section (page, first))
    return;
  for (guint i = index; i < carrel_page_get_n_lines (page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (page, i);

      if (line->section != first->section || strchr (line->text, '%') == NULL
          || steps->len + strlen (line->text) > MAX_RULE)
        break;
      g_string_append_printf (steps, "%s. ", line->text);
    }
  carrel_late_steps_read (page->words, steps->str, policy);
  if (policy->penalty_per_day != NULL && policy->record.line == 0)
    carrel_record_set_source (policy, page->file, first->line);
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

/* "Within 24 hours: 50% credit" or "…: -20%", and "later: no credit" on this line or the next: one
 * day, and what is lost on it. */
static void
read_single_day (const CarrelPage *page, guint index, CarrelLatePolicy *policy)
{
  static const char pattern[]
      = "\\b(?:within|up to|less than) (?:24 hours|(?:1|one) day)\\b[^.;%]{0,40}?"
        "(?:\\b([0-9]{1,2})% (?:of the |of )?(?:credit|points|grade)\\b"
        "|[-−–]([0-9]{1,2})%|\\b([0-9]{1,2})% (?:penalty|off|deduction|reduction)\\b)"
        ".{0,60}\\b(?:later|after that|thereafter|beyond|more than)\\b.{0,30}"
        "\\b(?:no credit|zero|not accepted|0%)";
  const CarrelPageLine *line = carrel_page_get_line (page, index);
  const char *next = index + 1 < carrel_page_get_n_lines (page)
                         ? carrel_page_get_line (page, index + 1)->text
                         : "";
  g_autofree char *text = NULL;
  g_autofree char *left = NULL;
  g_autofree char *lost = NULL;
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (policy->penalty_per_day != NULL || strlen (line->text) + strlen (next) > MAX_RULE
      || strchr (line->text, '%') == NULL)
    return;
  text = g_strconcat (line->text, " ", next, NULL);
  regex = carrel_pattern_get (pattern, G_REGEX_CASELESS);
  if (!g_regex_match (regex, text, 0, &match))
    return;
  left = g_match_info_fetch (match, 1);
  lost = g_match_info_fetch (match, *left != '\0' ? 1 : g_match_info_get_match_count (match) - 1);
  policy->penalty_per_day
      = g_strdup_printf ("%" G_GINT64_FORMAT, *left != '\0' ? 100 - g_ascii_strtoll (left, NULL, 10)
                                                            : g_ascii_strtoll (lost, NULL, 10));
  g_free (policy->max_days_late);
  policy->max_days_late = g_strdup ("1");
  carrel_record_set_source (policy, page->file, line->line);
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

      if (!is_about_late (page, line))
        continue;
      read_line (page, line, policy);
      read_single_day (page, i, policy);
      read_listed_steps (page, i, policy);
    }
  read_tables (page, policy);
  if (policy->record.line > 0 && course->late_policy == NULL)
    course->late_policy = g_steal_pointer (&policy);
}
