/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of a time that its own line does not say. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-line-days.h"

#include "carrel-day-list.h"

#include <string.h>

#define DAYS_REACH 2

/* The days of a line that says nothing else behind its label: "Sections: Thursday". */
static CarrelDays
read_days_line (const CarrelLineScanner *scanner, guint index, gboolean needs_label)
{
  const CarrelWords *words = scanner->page->words;
  const char *text = carrel_page_get_line (scanner->page, index)->text;
  g_autofree char *label = carrel_line_scanner_dup_label (text);
  const char *after = label != NULL ? strpbrk (text, ":\357") : NULL;
  CarrelDays days = needs_label ? CARREL_DAY_NONE : carrel_day_list_read_all (words, text);

  if (days != CARREL_DAY_NONE || after == NULL
      || (needs_label && carrel_words_find_label (words, label) != CARREL_LABEL_DAY))
    return days;
  after += *after == ':' ? 1 : 3;
  return carrel_day_list_read_all (words, after + strspn (after, " "));
}

/* "Days: Monday, Wednesday" on a line beside the time. */
static CarrelDays
find_days_beside (const CarrelLineScanner *scanner)
{
  guint from = MAX (scanner->index, DAYS_REACH) - DAYS_REACH;
  guint until = MIN (scanner->index + DAYS_REACH + 1, carrel_page_get_n_lines (scanner->page));
  CarrelDays days = CARREL_DAY_NONE;

  for (guint i = from; i < until && days == CARREL_DAY_NONE; i++)
    if (i != scanner->index
        && carrel_page_get_line (scanner->page, i)->section == scanner->line->section
        && carrel_line_scanner_is_beside (scanner, i))
      days = read_days_line (scanner, i, TRUE);
  return days;
}

/* "MONDAY:" on a line of its own in the same paragraph or code, above several times. */
static CarrelDays
find_days_above (const CarrelLineScanner *scanner)
{
  for (guint i = scanner->index; i > 0; i--)
    {
      const CarrelPageLine *above = carrel_page_get_line (scanner->page, i - 1);
      CarrelDays days;

      if (above->block != scanner->line->block || scanner->index - i > CARREL_LINE_REACH)
        return CARREL_DAY_NONE;
      days = carrel_day_list_read_all (scanner->page->words, above->text);
      if (days != CARREL_DAY_NONE)
        return days;
    }
  return CARREL_DAY_NONE;
}

/**
 * carrel_line_days_find:
 * @scanner: a walk, at a line with a time
 *
 * Returns: the days that another line says: "Monday" alone above a list of times, or "Days: Monday,
 * Wednesday" on a line beside it
 */
CarrelDays
carrel_line_days_find (const CarrelLineScanner *scanner)
{
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);
  int parent = carrel_line_scanner_find_parent (scanner, scanner->index);
  CarrelDays days = parent >= 0 ? read_days_line (scanner, (guint) parent, FALSE)
                                : carrel_day_list_read_all (scanner->page->words, section->heading);

  if (days == CARREL_DAY_NONE)
    days = find_days_above (scanner);
  return days != CARREL_DAY_NONE ? days : find_days_beside (scanner);
}
