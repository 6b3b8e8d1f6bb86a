/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The date that a cell of a schedule starts with, behind a week, a letter of a day or a label. */
#define G_LOG_DOMAIN "carrel-cell-date"

#include "config.h"

#include "carrel-cell-date.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

/**
 * carrel_cell_date_match_week:
 * @self: the rows of a page
 * @cell: the text of a cell
 *
 * Finds the label of a week at the start of a cell, alone or above a date: "Week 3 (", "3" and a
 * line end.
 *
 * Returns: how many bytes it has
 */
gsize
carrel_cell_date_match_week (const CarrelScheduleReader *self, const char *cell)
{
  gsize length = 0;
  gsize digits = strspn (cell, "0123456789");
  g_autofree char *week = carrel_schedule_reader_read_week (self->page->words, cell, &length);

  if (week != NULL)
    return length + strspn (cell + length, " (:,-|\n");
  if (digits == 0 || digits > 2)
    return 0;
  if (cell[digits] == ' ' && strchr ("([", cell[digits + strspn (cell + digits, " ")]) != NULL
      && cell[digits + strspn (cell + digits, " ")] != '\0')
    return digits + strspn (cell + digits, " ") + 1;
  /* "3, Feb 3 - Feb 7" */
  if (g_str_has_prefix (cell + digits, ", ")
      && carrel_words_match_month (self->page->words, cell + digits + 2, NULL) > 0)
    return digits + 2;
  return cell[digits] == '\n' ? digits + 1 : 0;
}

/* The letter of a day before a date: "M 9/9", "Th 1/18", "M-01-08-2024". */
static gsize
match_letters (const char *text)
{
  gsize length = 0;

  if (carrel_words_match_day_letters (text, &length) == CARREL_DAY_NONE || length > 2
      || strchr (" -", text[length]) == NULL || text[length] == '\0'
      || !g_ascii_isdigit (text[length + 1]))
    return 0;
  return length + 1;
}

/* "12. 7 Feb", "(1)" above "Apr. 20", "#3 Apr. 20": the number of a class before its date. */
static gsize
match_number (const char *text)
{
  static const char pattern[] = "^(?:[0-9]{1,2}\\. |\\(?[0-9]{1,2}\\)\\s*|#[0-9]{1,2}[:.]?\\s+)";
  gsize start = 0;
  gsize end = 0;

  return carrel_pattern_find (pattern, text, &start, &end) ? end : 0;
}

/* "Class 3" on a line of its own above the date. */
static gsize
match_class (const char *cell)
{
  gsize n = carrel_schedule_reader_match_class (cell);

  n += n > 0 ? strspn (cell + n, ": ") : 0;
  return n > 0 && cell[n] == '\n' ? n + 1 : 0;
}

/* "week of " before a date. */
static gsize
match_week_of (const char *text)
{
  static const char *const phrases[] = { "week of ", "the week of ", NULL };

  return carrel_phrase_match_any (text, phrases);
}

static gboolean
read_date_at_start (const CarrelScheduleReader *self, const char *cell, CarrelRowDate *date)
{
  const char *start = cell + strspn (cell, " *_(");

  /* "(1) Apr. 20" */
  start -= start > cell && start[-1] == '(' && match_number (start - 1) > 0 ? 1 : 0;
  start += carrel_cell_date_match_week (self, start);
  start += match_week_of (start);
  start += match_class (start);
  /* "Mo 24.08" has a day of the week and no letters of one. */
  if (!carrel_row_date_read (&self->style, start, date))
    {
      start += match_letters (start);
      start += match_number (start);
      if (!carrel_row_date_read (&self->style, start, date))
        return FALSE;
    }
  date->start = (gsize) (start - cell);
  date->end += date->start;
  return TRUE;
}

/* The day behind a date when nothing else is: "Aug 27, W", "9/3 Wednesday". */
static gsize
match_day_behind (const CarrelScheduleReader *self, const char *rest)
{
  gsize length = 0;

  if (carrel_words_match_day (self->page->words, rest, &length) == CARREL_DAY_NONE
      && carrel_words_match_day_letters (rest, &length) == CARREL_DAY_NONE)
    return 0;
  length += strspn (rest + length, " .)");
  return rest[length] == '\0' || rest[length] == '\n' ? length : 0;
}

/* "Lecture 3" and nothing else. */
static gboolean
is_class (const char *text)
{
  gsize n = carrel_schedule_reader_match_class (text);

  return n > 0 && text[n] == '\0';
}

/**
 * carrel_cell_date_is_only:
 * @self: the rows of a page
 * @rest: what follows a date in a cell
 *
 * Returns: whether that is nothing of weight: a time, a remark in brackets, a mark, another date
 */
gboolean
carrel_cell_date_is_only (const CarrelScheduleReader *self, const char *rest)
{
  CarrelRowDate next;

  rest += strspn (rest, " ,:*.)]");
  /* The day may stand on the next line of a cell, or the number of the class. */
  if (*rest == '\n' && (match_day_behind (self, rest + 1) > 0 || is_class (rest + 1)))
    rest++;
  rest += match_day_behind (self, rest);
  if (*rest == '\n')
    return read_date_at_start (self, rest + 1, &next);
  /* "Aug 26, Aug 28" */
  if (carrel_row_date_read (&self->style, rest, &next))
    return rest[next.end + strspn (rest + next.end, " .)")] == '\0';
  return *rest == '\0' || *rest == '(' || g_ascii_isdigit (*rest) || is_class (rest);
}

/* "Lecture 3 (", "Class 3: ", "Session 3 - ": the number of a class before its date. */
static gboolean
is_behind_class (const char *cell, gsize start)
{
  g_autofree char *front = g_strndup (cell, start);
  gsize n = carrel_schedule_reader_match_class (front);

  return n > 0 && carrel_pattern_matches ("^ ?[(:,–—-]* ?$", front + n, 0);
}

/**
 * carrel_cell_date_is_behind_class:
 * @cell: the text of a cell
 * @date: the date in it
 *
 * Returns: whether nothing but two numbers stand behind that of a class: "Lecture 3 (9/10)", which
 *   may be a part of a whole as well
 */
gboolean
carrel_cell_date_is_behind_class (const char *cell, const CarrelRowDate *date)
{
  return date->start > 1 && date->date.year == 0
         && strspn (cell + date->start, "0123456789/.-") >= date->end - date->start
         && is_behind_class (cell, date->start);
}

/**
 * carrel_cell_date_read:
 * @self: the rows of a page
 * @cell: the text of a cell
 * @date: (out): where the date goes; undefined when there is none
 *
 * Reads the date of a cell: at its start, or behind a label ("Praktikum: Fr, 21.04.").
 *
 * Returns: whether there is one
 */
gboolean
carrel_cell_date_read (const CarrelScheduleReader *self, const char *cell, CarrelRowDate *date)
{
  if (read_date_at_start (self, cell, date))
    return TRUE;
  return carrel_row_date_find (&self->style, cell, 0, date) && date->start > 1 && date->start < 32
         && (memchr (cell, ':', date->start) != NULL || is_behind_class (cell, date->start))
         && carrel_cell_date_is_only (self, cell + date->end);
}
