/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of a time that its own line does not say. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-line-days.h"

#include "carrel-day-list.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-row-date.h"
#include "carrel-slot.h"
#include "carrel-time-span.h"

#include <string.h>

#define DAYS_REACH 2

/* The longest line that leads to times, in bytes. */
#define MAX_LEAD 120

/* The days of a line that says nothing else behind its label: "Sections: Thursday". */
static CarrelDays
read_days_line (const CarrelLineScanner *scanner, guint index, gboolean needs_label)
{
  const CarrelWords *words = scanner->page->words;
  const char *text = carrel_page_get_line (scanner->page, index)->text;
  g_autofree char *label = carrel_line_scanner_dup_label (text);
  gsize n_colon = 0;
  const char *after = label != NULL ? carrel_phrase_find_colon (text, &n_colon) : NULL;
  CarrelDays days = needs_label ? CARREL_DAY_NONE : carrel_day_list_read_all (words, text);

  if (days != CARREL_DAY_NONE || after == NULL
      || (needs_label && !carrel_words_has_label (words, label, CARREL_LABEL_DAY))
      || carrel_pattern_matches ("^office|\\b(?:exam|due|quiz|test|midterm|final)", label,
                                 G_REGEX_CASELESS))
    return days;
  after += n_colon;
  return carrel_day_list_read_all (words, after + strspn (after, " "));
}

/* "Three labs, on Thursdays in Boyd 307:" above times: the days inside a line without a time. */
static CarrelDays
read_days_in_lead (const CarrelLineScanner *scanner, guint index)
{
  const CarrelWords *words = scanner->page->words;
  const char *text = carrel_page_get_line (scanner->page, index)->text;
  const CarrelDateStyle style = { words, CARREL_ORDER_MONTH_FIRST };
  gsize length = strlen (text);
  g_autoptr (GArray) slots = NULL;
  CarrelRowDate date;

  while (length > 0 && strchr (" *_", text[length - 1]) != NULL)
    length--;
  /* A day with a date is one day. */
  if (length == 0 || text[length - 1] != ':' || length > MAX_LEAD
      || carrel_row_date_find (&style, text, 0, &date))
    return CARREL_DAY_NONE;
  slots = carrel_slot_read_line (words, text, scanner->flags);
  for (const char *at = text; slots->len == 0 && *at != '\0'; at = carrel_phrase_next_word (at))
    {
      gsize n = 0;
      CarrelDays days = carrel_day_list_read (words, at, FALSE, &n);

      if (days != CARREL_DAY_NONE)
        return days;
    }
  return CARREL_DAY_NONE;
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
  if (days == CARREL_DAY_NONE && scanner->line->parent >= 0)
    days = read_days_in_lead (scanner, (guint) scanner->line->parent);
  return days != CARREL_DAY_NONE ? days : find_days_beside (scanner);
}

/* Where days end a line that no time of it has used: "Monday 10-11, Wednesdays" before "1-3pm";
 * @is_open: whether more days are to follow, "Tuesdays and". */
static const char *
find_days_at_end (const CarrelLineScanner *scanner, const char *text, gboolean *is_open)
{
  const CarrelWords *words = scanner->page->words;
  g_autoptr (GArray) slots = carrel_slot_read_line (words, text, scanner->flags);
  const char *at
      = slots->len > 0 ? text + g_array_index (slots, CarrelSlot, slots->len - 1).until : text;

  for (; *at != '\0'; at = carrel_phrase_next_word (at))
    {
      gsize n = 0;
      gsize n_and;

      if (carrel_day_list_read (words, at, FALSE, &n) == CARREL_DAY_NONE)
        continue;
      n += strspn (at + n, " ,&/");
      n_and = carrel_words_match_and (words, at + n);
      *is_open = n_and > 0 || strchr (",&/", at[n - 1]) != NULL
                 || (at[n - 1] == ' ' && strchr (",&/", at[n - 2]) != NULL);
      n += n_and;
      if (at[n + strspn (at + n, " ")] == '\0')
        return at;
    }
  return NULL;
}

/* Whether a line goes on after days at the end of the one before: with a time, or more days. */
static gboolean
goes_on_after_days (const CarrelLineScanner *scanner, gboolean is_open)
{
  const char *text = scanner->line->text + strspn (scanner->line->text, " ");
  CarrelTimeSpan span;
  gsize n = 0;

  return carrel_time_span_read (scanner->page->words, text, scanner->flags | CARREL_TIME_BARE,
                                &span)
         || (is_open
             && carrel_day_list_read (scanner->page->words, text, FALSE, &n) != CARREL_DAY_NONE);
}

/**
 * carrel_line_days_dup_joined:
 * @scanner: a walk, at a line
 *
 * Returns: (transfer full) (nullable): the text of the line behind the days that the line above it
 * in the same paragraph ends with, "Wednesdays" before "1-3pm"; %NULL when there are none
 */
char *
carrel_line_days_dup_joined (const CarrelLineScanner *scanner)
{
  const CarrelPageLine *above
      = scanner->index > 0 ? carrel_page_get_line (scanner->page, scanner->index - 1) : NULL;
  gboolean is_open = FALSE;
  const char *days;

  if (above == NULL || above->block != scanner->line->block
      || strlen (above->text) >= CARREL_LONG_LINE)
    return NULL;
  days = find_days_at_end (scanner, above->text, &is_open);
  if (days == NULL || !goes_on_after_days (scanner, is_open))
    return NULL;
  return g_strdup_printf ("%s %s", days, scanner->line->text);
}
