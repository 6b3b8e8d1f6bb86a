/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates beside times: "Monday 9/14, 9-10" is one day, not a time of each week. */
#define G_LOG_DOMAIN "carrel-slot"

#include "config.h"

#include "carrel-slot-dates.h"

#include "carrel-line-sentence.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-row-date.h"
#include "carrel-slot.h"

#include <string.h>

#define MAX_GAP   60
#define MAX_RANGE 14

/* "except", "no class", "cancelled" */
#define EXCEPTION                                                                                  \
  "\\b(?:except|cancell?ed|no (?:class(?:es)?|lectures?|labs?|meetings?|sections?|office "         \
  "hours))\\b"

/* "Monday 9-10 starting 9/14" is every Monday. */
static gboolean
is_first_or_last (const char *text, gsize date)
{
  static const char *const words[]
      = { "starting",    "starting on",  "starting from", "beginning",
          "begin",       "begins",       "starts",        "from",
          "since",       "until",        "through",       "ab",
          "bis",         "till",         "ab dem",        "seit dem",
          "bis zum",     "ab",           "from the",      "starting the",
          "a partir de", "a partir del", "desde",         "hasta",
          "à partir du", "jusqu'au",     "ending",        NULL };

  while (date > 0 && strchr (" (,", text[date - 1]) != NULL)
    date--;
  return carrel_phrase_match_back (text, date, words) > 0;
}

/* "Room 2.14, Mon 3-4pm" */
static gboolean
is_number_of_room (const char *text, const CarrelRowDate *date)
{
  static const char *const rooms[] = { "room", "rm",   "rm.",  "hall", "building", "bldg", "bldg.",
                                       "lab",  "raum", "saal", "sala", "salle",    NULL };
  gsize n = strspn (text + date->start, "0123456789.");

  return n > 0 && date->start > 0 && text[date->start - 1] == ' '
         && carrel_phrase_match_back (text, date->start - 1, rooms) > 0;
}

/* "(Aug 24 – Dec 7)" are the bounds of a term. */
static gboolean
is_long_range (const CarrelRowDate *date)
{
  int days = (date->until.month - date->date.month) * 31 + date->until.day - date->date.day;

  return date->until.month > 0 && (days > MAX_RANGE || days < 0);
}

/* How far a date at which a class is not held may lie behind its time, and what makes the time one
 * of its own before it, in bytes. */
#define MAX_BETWEEN 200
#define MAX_BEFORE  80

/* "Tuesdays 2-4. No class on Tuesday, Nov 26": a date at which it does not happen; what is extra
 * happens once. */
static gboolean
is_exception (const CarrelSlot *slot, const char *text, gsize date)
{
  static const char once[] = "\\b(?:make-?up|extra|instead|special|review|this week)\\b[^.;]*$";
  const char *near = carrel_phrase_step_back (text, slot->from, MAX_BEFORE);
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;

  if (date <= slot->until || date - slot->until > MAX_BETWEEN)
    return FALSE;
  before = g_strndup (near, (gsize) (text + slot->from - near));
  between = g_strndup (text + slot->until, date - slot->until);
  return !carrel_pattern_matches (once, before, G_REGEX_CASELESS)
         && carrel_pattern_matches (EXCEPTION "[^.;]{0,40}$", between, G_REGEX_CASELESS);
}

/* Whether a sentence begins in a part of a text. */
static gboolean
has_sentence (const char *text, gsize from, gsize until)
{
  g_autofree char *between = g_strndup (text + from, until - from);

  return carrel_line_sentence_find_next (between) != NULL;
}

/* Whether a date is that of another time in another sentence: "The exam is on December 9, 2-4pm.
 * Lectures meet MWF 10-11". */
static gboolean
is_of_other_time (const GArray *slots, guint index, const char *text, const CarrelRowDate *date)
{
  const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, index);

  if (index > 0 && date->end < slot->from)
    {
      const CarrelSlot *before = slot - 1;

      return date->start < before->until && has_sentence (text, before->until, slot->from);
    }
  return index + 1 < slots->len && date->start > slot->until && slot[1].until > date->start
         && has_sentence (text, slot->until, MIN (slot[1].from, date->start));
}

/* Whether a date stands inside a slot or near it. */
static gboolean
is_dated_by (const GArray *slots, guint index, const char *text, const CarrelRowDate *date)
{
  const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, index);

  if (is_of_other_time (slots, index, text, date)
      || (slot->days != CARREL_DAY_NONE && is_long_range (date))
      || is_exception (slot, text, date->start))
    return FALSE;
  if (date->end <= slot->from)
    return slot->from - date->end < MAX_GAP;
  return date->start < slot->until || date->start - slot->until < MAX_GAP;
}

/* A date in the line that is no part of a slot. The day stands first where a year is third: "24/7"
 * is none. */
static void
mark_in_order (GArray *slots, const CarrelWords *words, const char *text, CarrelDateOrder order)
{
  const CarrelDateStyle style = { words, order };
  CarrelRowDate date;
  gsize from = 0;

  while (slots->len > 0 && carrel_row_date_find (&style, text, from, &date))
    {
      gboolean is_sure = (order == CARREL_ORDER_MONTH_FIRST || date.date.year > 0)
                         && !is_first_or_last (text, date.start)
                         && !is_number_of_room (text, &date);

      for (guint i = 0; is_sure && i < slots->len; i++)
        {
          CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);

          slot->is_dated = slot->is_dated || is_dated_by (slots, i, text, &date);
        }
      from = MAX (date.end, from + 1);
    }
}

/**
 * carrel_slot_dates_mark:
 * @slots: (element-type CarrelSlot) (inout): the times of a line
 * @words: the words of the page's language
 * @text: the line
 *
 * Marks the times that are those of a date, in either order of day and month.
 */
void
carrel_slot_dates_mark (GArray *slots, const CarrelWords *words, const char *text)
{
  mark_in_order (slots, words, text, CARREL_ORDER_MONTH_FIRST);
  mark_in_order (slots, words, text, CARREL_ORDER_DAY_FIRST);
}

/**
 * carrel_slot_dates_dup_regular:
 * @text: what stands behind the last time of a line
 *
 * Returns: (transfer full): @text without the dates at which it does not happen, ", except on Oct
 *   10" and "There is no class on Nov 26"; "except Wednesday" changes each week, and stays
 */
char *
carrel_slot_dates_dup_regular (const char *text)
{
  static const char exceptions[]
      = "[,;(]? ?" EXCEPTION
        "[^.;]*?(?:[0-9]/[0-9]|\\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)"
        "[a-z]*\\.? [0-9]|\\b(?:holidays?|break|recess|vacation|thanksgiving|week|exam days?)\\b)"
        "[^.;]*";

  return carrel_pattern_dup_without (exceptions, text, G_REGEX_CASELESS);
}
