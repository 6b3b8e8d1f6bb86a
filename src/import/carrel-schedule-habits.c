/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "1/17 Sets" may be a fraction of sets, and "Sets (1/17)" too; many such lines of a section are
 * dates. */
#define G_LOG_DOMAIN "carrel-schedule-habits"

#include "config.h"

#include "carrel-schedule-habits.h"

#include "carrel-dash-dates.h"
#include "carrel-day-order.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

#define MIN_ALIKE 4

/* So many with a sign show that the others among them are dates. */
#define MIN_SIGNED 2

/* A class has no more parts. */
#define MAX_PARTS 6

/* What follows the date that a line starts with; NULL where it starts with none. */
static const char *
skip_date (const CarrelScheduleReader *reader, const char *text, CarrelRowDate *date)
{
  return (g_ascii_isdigit (*text) || g_unichar_isupper (g_utf8_get_char (text)))
                 && carrel_row_date_read (&reader->style, text, date)
             ? text + date->end
             : NULL;
}

/* Nothing but a blank stands between a date and a capital, or what no class is: "11/23 no class".
 */
static gboolean
is_bare (const CarrelScheduleReader *reader, const char *text)
{
  static const char *const free_days[]
      = { "no class", "no classes", "no lecture", "no lectures", "no meeting", "holiday",
          "break",    "no school",  "no lab",     "no section",  NULL };
  CarrelRowDate date;
  const char *rest = skip_date (reader, text, &date);

  if (rest == NULL || (*rest != ' ' && rest[-1] != ' '))
    return FALSE;
  rest += strspn (rest, " ");
  return g_unichar_isupper (g_utf8_get_char (rest))
         || carrel_phrase_match_any (rest, free_days) > 0;
}

/* "11/21 Tu: Waves", "11/21: Waves": a date with a sign behind it. */
static gboolean
is_signed (const CarrelScheduleReader *reader, const char *text)
{
  CarrelRowDate date;
  const char *rest = skip_date (reader, text, &date);

  return rest != NULL && (*rest == ':' || g_str_has_prefix (rest, " - "));
}

/* The numbers of "(1/17)" at the end of a line. */
static gboolean
read_slashes (const char *text, int *month, int *day)
{
  const char *open = strrchr (text, '(');
  const char *slash = open != NULL ? strchr (open, '/') : NULL;

  if (slash == NULL || open == text
      || !carrel_pattern_matches ("^\\((?:1[0-2]|0?[1-9])/(?:[12][0-9]|3[01]|0?[1-9])\\)$", open,
                                  0))
    return FALSE;
  *month = (int) g_ascii_strtoll (open + 1, NULL, 10);
  *day = (int) g_ascii_strtoll (slash + 1, NULL, 10);
  return TRUE;
}

/* Days that follow each other, where the second number tells that they are no parts of a whole:
 * "(1/2)", "(2/2)". */
static gboolean
has_slashes (const CarrelScheduleReader *reader, guint index)
{
  const CarrelPageSection *section = carrel_page_get_section (reader->page, index);
  guint n = 0, n_sure = 0, n_steps = 0;
  int last = 0;

  for (guint i = section->first_line; i < section->end_line; i++)
    {
      int month, day;

      if (!read_slashes (carrel_page_get_line (reader->page, i)->text, &month, &day))
        continue;
      n++;
      n_sure += month > day || day > MAX_PARTS;
      n_steps += month * 31 + day > last;
      last = month * 31 + day;
    }
  return n >= MIN_ALIKE && n_sure * 2 > n && n_steps + 1 >= n;
}

/* "[9/4] Sets", "[9/9] Maps", "[9/11] Trees": days that follow each other, and no "[1/3]", "[2/3]",
 * "[3/3]" or weights. */
static gboolean
has_brackets (const CarrelScheduleReader *reader, guint index)
{
  const CarrelPageSection *section = carrel_page_get_section (reader->page, index);
  CarrelDayOrder order = { 0 };

  for (guint i = section->first_line; i < section->end_line; i++)
    {
      const char *text = carrel_page_get_line (reader->page, i)->text;
      CarrelRowDate date;

      if ((*text == '(' || *text == '[') && g_ascii_isdigit (text[1])
          && carrel_row_date_read (&reader->style, text + 1, &date))
        carrel_day_order_add (&order, &date, text + 1);
    }
  return carrel_day_order_is_sure (&order);
}

/* Whether "@n/" starts a line, and the same number follows the stroke as in the lines before:
 * "1/5", "2/5". */
static gboolean
is_part (const char *text, guint n, guint *whole)
{
  char *end = NULL;
  guint64 second;

  if (g_ascii_strtoull (text, &end, 10) != n || *end != '/')
    return FALSE;
  second = g_ascii_strtoull (end + 1, NULL, 10);
  if (n == 1)
    *whole = (guint) second;
  return second == *whole && n <= *whole;
}

/* Whether lines begin with dates and nothing behind them; others among them may have a sign. */
static gboolean
has_bare (const CarrelScheduleReader *reader, guint index)
{
  const CarrelPageSection *section = carrel_page_get_section (reader->page, index);
  guint n = 0, n_signed = 0, n_parts = 0, whole = 0;

  for (guint i = section->first_line; i < section->end_line; i++)
    {
      const char *text = carrel_page_get_line (reader->page, i)->text;

      n_signed += is_signed (reader, text);
      if (!is_bare (reader, text))
        continue;
      n++;
      n_parts += is_part (text, n, &whole);
    }
  return (n >= MIN_ALIKE || (n > 0 && n_signed >= MIN_SIGNED)) && n_parts < n;
}

/**
 * carrel_schedule_habits_find:
 * @reader: the rows of a page
 * @section: the index of a section
 *
 * Returns: how the lines of the section write their dates
 */
CarrelScheduleHabits
carrel_schedule_habits_find (const CarrelScheduleReader *reader, guint section)
{
  return (CarrelScheduleHabits){
    .has_bare = has_bare (reader, section),
    .has_slashes = has_slashes (reader, section),
    .has_brackets = has_brackets (reader, section),
    .has_dashes = carrel_dash_dates_are_in_section (reader->page, section),
  };
}

/**
 * carrel_schedule_habits_is_bare:
 * @self: the habits of a section
 * @reader: the rows of a page
 * @text: a line of the section
 *
 * Returns: whether a topic follows a date without a sign between them, as in other lines
 */
gboolean
carrel_schedule_habits_is_bare (const CarrelScheduleHabits *self,
                                const CarrelScheduleReader *reader,
                                const char *text)
{
  return self->has_bare && is_bare (reader, text);
}

/**
 * carrel_schedule_habits_ends_in_slashes:
 * @self: the habits of a section
 * @text: a line of the section
 *
 * Returns: whether "(1/17)" ends the line, as it does others
 */
gboolean
carrel_schedule_habits_ends_in_slashes (const CarrelScheduleHabits *self, const char *text)
{
  int month, day;

  return self->has_slashes && read_slashes (text, &month, &day);
}

/**
 * carrel_schedule_habits_is_post:
 * @reader: the rows of a page
 * @line: a line of the page
 * @date: the date in it
 *
 * Returns: whether it is of a post or a comment, and of no class: "September 3 · 5 min read", or
 *   "September 3 • Ann Lee" below "Comments"
 */
gboolean
carrel_schedule_habits_is_post (const CarrelScheduleReader *reader,
                                const CarrelPageLine *line,
                                const CarrelRowDate *date)
{
  const char *heading = carrel_page_get_section (reader->page, line->section)->heading;
  gboolean is_below_posts = carrel_pattern_matches (
      "^(?:[0-9]+ |recent |latest )?(?:comments?|replies|posts?)$", heading, G_REGEX_CASELESS);

  return carrel_pattern_matches (is_below_posts ? "^ *[•·]" : "^ *[•·] *[0-9]+ min(?:ute)?s?\\b",
                                 line->text + date->end, 0);
}
