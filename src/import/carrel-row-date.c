/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates of rows: one day, the same for several sections, or a range, with a day of the week. */
#define G_LOG_DOMAIN "carrel-row-date"

#include "config.h"

#include "carrel-row-date.h"

#include "carrel-day-date.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

/* The most days between two sections that have the same class. */
#define MAX_APART 4

#define DAYS_OF_WEEK 7

/* The longest "Veranstaltung #" or "(the week of " before a date, in bytes. */
#define MAX_CLASS_WORD 18

/* Reads the dash or the word between the ends of a range. */
static gsize
read_dash (const CarrelDateStyle *style, const char *text)
{
  static const char *const dashes[] = { "---", "--", "–", "—", "−", "-", "~", "～", "〜", "→" };
  gsize at = carrel_day_date_count_blanks (text);
  gsize n = carrel_words_match_range (style->words, text + at);

  for (guint i = 0; n == 0 && i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (text + at, dashes[i]))
      n = strlen (dashes[i]);
  if (n == 0)
    return 0;
  at += n;
  return at + carrel_day_date_count_blanks (text + at);
}

static gsize
read_weekday (const CarrelDateStyle *style, const char *text, CarrelDays *weekday)
{
  gsize n = 0;
  CarrelDays day = carrel_words_match_day (style->words, text, &n);

  if (day == CARREL_DAY_NONE)
    return 0;
  *weekday = day;
  n += strspn (text + n, ".,:");
  return n + carrel_day_date_count_blanks (text + n);
}

/* The bytes of a day of the week behind a date, without the colon that leads to what is then. */
static gsize
read_weekday_behind (const CarrelDateStyle *style, const char *text, CarrelDays *weekday)
{
  gsize n = read_weekday (style, text, weekday);
  const char *colon = n > 0 ? memchr (text, ':', n) : NULL;

  return colon != NULL ? (gsize) (colon - text) : n;
}

/* "Freitag, den 14. April": the article between the day of the week and the date. */
static gsize
read_article (const char *text)
{
  static const char *const articles[] = { "den", "dem", "the", "le", "el", NULL };
  gsize n = carrel_phrase_match_any (text, articles);

  return n > 0 ? n + carrel_day_date_count_blanks (text + n) : 0;
}

/* About how many days lie between two days of a month, or of one month and the next. */
static int
count_days (const CarrelDate *date, const CarrelDate *other)
{
  return other->day - date->day + (other->month != date->month ? 31 : 0);
}

/* Whether two sections may have the same class on two days. */
static gboolean
follows_soon (const CarrelDate *date, const CarrelDate *other)
{
  int n_days = count_days (date, other);

  return n_days > 0 && n_days <= MAX_APART;
}

/* "16.04.", "16 April", with or without a year. */
static gsize
read_day_first (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  gsize n = carrel_day_date_read_dotted (style, text, date);

  return n > 0 ? n : carrel_day_date_read_day_month (style, text, date);
}

/* "19" or "31.05" or "31.05.", before a slash. */
static gsize
read_day_before_slash (const char *text, int *day, int *month)
{
  gsize n = carrel_day_date_read_number (text, 2, day);
  gsize m = n > 0 && text[n] == '.' ? carrel_day_date_read_number (text + n + 1, 2, month) : 0;

  n += m > 0 ? 1 + m : 0;
  n += m > 0 && text[n] == '.' ? 1 : 0;
  return text[n] == '/' ? n : 0;
}

/* "19/20.04.", "3/4 May", "31.05/01.06.": the days of two sections before the month or the year
 * that they share; the first one counts. */
static gsize
read_other_days (const CarrelDateStyle *style, const char *text, CarrelRowDate *found)
{
  CarrelDate other = { 0 };
  CarrelDate date = { 0 };
  int day = 0, month = 0;
  gsize n = read_day_before_slash (text, &day, &month);
  gsize m = n > 0 ? read_day_first (style, text + n + 1, &other) : 0;

  if (m == 0 || !carrel_day_date_set (&date, other.year, month > 0 ? month : other.month, day)
      || !follows_soon (&date, &other))
    return 0;
  found->date = date;
  return n + 1 + m;
}

/* The first day of a range from its last: "16-22 Jan", "27.-03.12." begins a month before. */
static gboolean
set_start (CarrelDate *date, int day, const CarrelDate *until)
{
  gboolean is_before = day > until->day;
  int month = is_before ? (until->month + 10) % 12 + 1 : until->month;
  int year = is_before && until->month == 1 && until->year > 0 ? until->year - 1 : until->year;

  return (!is_before || day - until->day > 15) && carrel_day_date_set (date, year, month, day);
}

/* " a 21/12/2021", "-21/12/2021"; a dash between blanks parts "Class 01 - 17/02/2025". */
static gsize
read_slashed_end (const CarrelDateStyle *style, const char *text, gsize dash, CarrelDate *until)
{
  gsize n;

  if (style->order != CARREL_ORDER_DAY_FIRST
      || (text[0] == ' '
          && carrel_words_match_range (style->words, text + carrel_day_date_count_blanks (text))
                 == 0))
    return 0;
  n = carrel_day_date_read_slashed (style, text + dash, until);
  return until->year > 0 ? n : 0;
}

/* "12-16 Jan", "13 a 18/12/2023": the month stands behind the last day. */
static gsize
read_days_month (const CarrelDateStyle *style, const char *text, CarrelRowDate *found)
{
  int day = 0;
  gsize n = carrel_day_date_read_number (text, 2, &day);
  CarrelDate until = { 0 };
  gsize dash, m;

  if (n == 0)
    return 0;
  n += carrel_day_date_read_ordinal (text + n);
  n += text[n] == '.' ? 1 : 0;
  dash = read_dash (style, text + n);
  if (dash == 0)
    return read_other_days (style, text, found);
  m = carrel_day_date_read_day_month (style, text + n + dash, &until);
  if (m == 0)
    m = carrel_day_date_read_dotted (style, text + n + dash, &until);
  if (m == 0)
    m = read_slashed_end (style, text + n, dash, &until);
  if (m == 0 || !set_start (&found->date, day, &until))
    return 0;
  found->until = until;
  return n + dash + m;
}

/* ":30" and " h 59" behind a number make it an hour: "3 octobre à 23 h 59". */
static gboolean
goes_on_as_time (const char *text)
{
  return carrel_pattern_matches ("^(?::[0-9]|\\s?(?:h|hs|Uhr)\\b)", text, 0);
}

/* A day alone that ends a range in the month of its start, perhaps with the year of both: "13",
 * "13, 2026". */
static gsize
read_last_day (const char *text, const CarrelRowDate *found, CarrelDate *until)
{
  int day = 0;
  int year = found->date.year;
  gsize n = carrel_day_date_read_number (text, 2, &day);

  if (n == 0 || day <= found->date.day)
    return 0;
  n += carrel_day_date_read_ordinal (text + n);
  if (g_ascii_isalnum (text[n]) || text[n] == '%' || goes_on_as_time (text + n))
    return 0;
  n += year == 0 ? carrel_day_date_read_year (text + n, &year) : 0;
  return carrel_day_date_set (until, year, found->date.month, day) ? n : 0;
}

/* The end of a range after a date: "- 20", "- October 4", "- 16.04.". */
static gsize
read_until (const CarrelDateStyle *style, const char *text, CarrelRowDate *found)
{
  gsize at = read_dash (style, text);
  CarrelDays weekday = CARREL_DAY_NONE;
  CarrelDate until = { 0 };
  gsize n;

  if (at == 0)
    return 0;
  at += read_weekday (style, text + at, &weekday);
  at += weekday != CARREL_DAY_NONE ? read_article (text + at) : 0;
  n = carrel_day_date_read (style, text + at, &until);
  if (n == 0)
    n = read_last_day (text + at, found, &until);
  if (n == 0)
    return 0;
  if (until.year > 0 && found->date.year == 0)
    found->date.year = (gint16) (until.month < found->date.month ? until.year - 1 : until.year);
  found->until = until;
  return at + n;
}

static gboolean
ends_number (const char *text)
{
  return !g_ascii_isalnum (*text) && *text != '/';
}

/* The day behind "Jan 13/": "14", "Apr 1", "14 January". */
static gsize
read_day_behind_slash (const CarrelDateStyle *style,
                       const char *text,
                       const CarrelRowDate *found,
                       CarrelDate *other)
{
  int month = 0, day = 0;
  gsize n = read_day_first (style, text, other);
  gsize m;

  if (n > 0)
    return n;
  n = carrel_day_date_match_month (style, text, &month);
  n += carrel_day_date_count_blanks (text + n);
  m = carrel_day_date_read_number (text + n, 2, &day);
  m += m > 0 ? carrel_day_date_read_ordinal (text + n + m) : 0;
  if (m == 0 || !ends_number (text + n + m))
    return 0;
  return carrel_day_date_set (other, 0, month > 0 ? month : found->date.month, day) ? n + m : 0;
}

/* "Jan 13/14", "Mar 31/Apr 1": the same class on two days, for two sections; the first one counts.
 */
static gsize
read_other_day (const CarrelDateStyle *style, const char *text, const CarrelRowDate *found)
{
  CarrelDate other;
  gsize slash = strspn (text, " ");
  gsize blanks = text[slash] == '/' ? 1 + strspn (text + slash + 1, " ") : 0;
  gsize n = blanks > 0 ? read_day_behind_slash (style, text + slash + blanks, found, &other) : 0;

  return n > 0 && follows_soon (&found->date, &other) ? slash + blanks + n : 0;
}

/* Whether a day ends at @text: before " – Sets", ")", not "-30", " am" and ":00". */
static gboolean
ends_day (const char *text)
{
  gsize n = carrel_day_date_count_blanks (text);

  if (text[0] == ':' && g_ascii_isdigit (text[1]))
    return FALSE;
  return text[n] == '\0' || strchr (":)|*_\n", text[n]) != NULL
         || (n > 0 && !g_unichar_isalnum (g_utf8_get_char (text + n)));
}

/* "Aug 26 & 28", "Sept 9 and 11", "Aug 26, 28", "9/5 & 9/7": the same on two days; the first one
 * counts. */
static gsize
read_next_day (const CarrelDateStyle *style, const char *text, const CarrelRowDate *found)
{
  gsize n = carrel_day_date_count_blanks (text);
  gsize n_mark = text[n] == '&' ? 1 : carrel_words_match_and (style->words, text + n);
  CarrelDate other = { 0 };
  int day = 0;
  gsize n_day;

  n_mark = text[n] == ',' ? 1 : n_mark;
  if (n_mark == 0)
    return 0;
  n_day = text[n] == ','
              ? 0
              : carrel_day_date_read (
                  style, text + n + n_mark + carrel_day_date_count_blanks (text + n + n_mark),
                  &other);
  n += n_mark + carrel_day_date_count_blanks (text + n + n_mark);
  if (n_day == 0)
    {
      n_day = carrel_day_date_read_number (text + n, 2, &day);
      n_day += n_day > 0 ? carrel_day_date_read_ordinal (text + n + n_day) : 0;
      carrel_day_date_set (&other, found->date.year, found->date.month, day);
    }
  return n_day > 0 && ends_day (text + n + n_day) && follows_soon (&found->date, &other) ? n + n_day
                                                                                         : 0;
}

/* A date, the same for another section, or a range. */
static gsize
read_dates (const CarrelDateStyle *style, const char *text, CarrelRowDate *found)
{
  gsize n = read_days_month (style, text, found);

  if (n > 0)
    return n;
  n = carrel_day_date_read (style, text, &found->date);
  n += n > 0 ? read_other_day (style, text + n, found) : 0;
  n += n > 0 ? read_next_day (style, text + n, found) : 0;
  return n > 0 ? n + read_until (style, text + n, found) : 0;
}

/* "9.06 Mon", "Mon 9.06": a day of the week makes a date of a number. */
static gsize
read_decimal (const CarrelDateStyle *style, const char *text, CarrelRowDate *found)
{
  gsize n = carrel_day_date_read_decimal (style, text, &found->date);
  gsize gap = n > 0 ? strspn (text + n, " ,(") : 0;
  CarrelDays weekday = CARREL_DAY_NONE;

  if (found->weekday != CARREL_DAY_NONE)
    return n;
  return gap > 0 && read_weekday (style, text + n + gap, &weekday) > 0 ? n : 0;
}

/* "Week 1/Aug 26" */
static gboolean
is_month_behind_slash (const char *text, const char *slash, const char *at)
{
  return *slash == '/' && slash > text && g_ascii_isdigit (slash[-1])
         && g_unichar_isalpha (g_utf8_get_char (at));
}

static gboolean
is_joint (gunichar letter)
{
  return letter == '/' || letter == '.' || letter == '-' || letter == '_';
}

static gboolean
starts_word (const char *text, const char *at)
{
  const char *before;
  gunichar letter;

  if (at == text)
    return TRUE;
  before = g_utf8_prev_char (at);
  letter = g_utf8_get_char (before);
  if (is_joint (letter))
    return is_month_behind_slash (text, before, at);
  return !g_unichar_isalnum (letter) || letter >= 0x2e80;
}

/* "M 8/26", "Th, Aug 29": the letters of one day before a date. */
static gsize
read_letters_before (const char *text, CarrelDays *weekday)
{
  gsize n = 0;
  CarrelDays day = carrel_words_match_day_letters (text, &n);
  gsize gap = strspn (text + n, ", ");

  if (day == CARREL_DAY_NONE || (day & (day - 1)) != 0 || n > 2 || gap == 0 || gap > 2)
    return 0;
  *weekday = day;
  return n + gap;
}

/* "Monday, ", "Freitag, den " and "Monday [": the day of the week before a date. */
static gsize
read_day_before (const CarrelDateStyle *style,
                 const char *text,
                 CarrelDays *weekday,
                 gboolean *is_bracketed)
{
  gsize n = read_weekday (style, text, weekday);

  if (n == 0)
    return 0;
  n += read_article (text + n);
  *is_bracketed = text[n] == '(' || text[n] == '[';
  return n + (*is_bracketed ? 1 : 0);
}

/* Whether nothing, or the start of a topic, follows the letter of a day. */
static gboolean
ends_letter (const char *text)
{
  gsize n = carrel_day_date_count_blanks (text);

  return text[n] == '\0' || strchr (":,)|*\n", text[n]) != NULL
         || (n > 0 && strchr ("-\342", text[n]) != NULL);
}

/* " (W)", " W:": the letter of a day. */
static gsize
read_letter_behind (const char *text, CarrelDays *weekday)
{
  gsize gap = strspn (text, " ");
  gsize n_open = text[gap] == '(' ? 1 : 0;
  const char *letter = text + gap + n_open;
  gsize length = 0;
  CarrelDays day
      = gap + n_open > 0 ? carrel_words_match_day_letters (letter, &length) : CARREL_DAY_NONE;

  if (day == CARREL_DAY_NONE || (day & (day - 1)) != 0
      || (n_open > 0 ? letter[length] != ')' : length > 2 || !ends_letter (letter + length)))
    return 0;
  *weekday = day;
  return gap + length + n_open * 2;
}

/* " Mon", ", Monday" and " (W)" behind a date. */
static gsize
read_day_behind (const CarrelDateStyle *style, const char *text, CarrelDays *weekday)
{
  gsize gap = strspn (text, " ,(");
  gsize length = gap > 0 ? read_weekday_behind (style, text + gap, weekday) : 0;

  if (length == 0)
    return read_letter_behind (text, weekday);
  return gap + length + (memchr (text, '(', gap) != NULL && text[gap + length] == ')' ? 1 : 0);
}

/**
 * carrel_row_date_read:
 * @style: the language and the order of numbers
 * @text: valid UTF-8 that starts at a word
 * @found: (out): where the date goes; undefined when there is none
 *
 * Reads a date or a range of dates at the start of @text, with the day of the week around it.
 *
 * Returns: whether there is one
 */
gboolean
carrel_row_date_read (const CarrelDateStyle *style, const char *text, CarrelRowDate *found)
{
  gboolean is_bracketed = FALSE;
  gboolean is_letters = FALSE;
  gsize at, n;

  memset (found, 0, sizeof *found);
  at = read_day_before (style, text, &found->weekday, &is_bracketed);
  if (at == 0)
    {
      at = read_letters_before (text, &found->weekday);
      is_letters = at > 0;
    }
  n = read_dates (style, text + at, found);
  /* "R 4.1" is a version. */
  if (n == 0 && !is_letters)
    n = read_decimal (style, text + at, found);
  if (n == 0)
    return FALSE;
  found->end = at + n;
  if (found->weekday == CARREL_DAY_NONE)
    found->end += read_day_behind (style, text + found->end, &found->weekday);
  found->end += is_bracketed ? strspn (text + found->end, ")]") : 0;
  return TRUE;
}

/* Whether a word for a class or a part of a course stands right before @at: "Session 3". */
static gboolean
is_behind_class_word (const char *text, gsize at)
{
  static const char words[]
      = "(?<!\\p{L})(?:sessions?|lectures?|lec|class|lesson|meeting|unit|module|topic|chapter|part|"
        "seminar|lab|tutorial|sesi[oó]n|clase|lecci[oó]n|unidad|unidade|tema|aula|s[ée]ance|"
        "leçon|cours|chapitre|module|sitzung|vorlesung|veranstaltung|einheit|termin|übung|"
        "lezione|incontro|luento)\\.? ?#?$";
  const char *start = carrel_phrase_step_back (text, at, MAX_CLASS_WORD);
  g_autofree char *before = g_strndup (start, (gsize) (text + at - start));

  return carrel_pattern_matches (words, before, G_REGEX_CASELESS);
}

/* The same of a word for a week. */
static gboolean
is_behind_week_word (const CarrelWords *words, const char *text, gsize at)
{
  const char *start = text + at;

  while (start > text && start[-1] == ' ')
    start--;
  while (start > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  for (const CarrelWord *word = words->labels; word->text != NULL; word++)
    if (word->value == CARREL_LABEL_WEEK && carrel_phrase_match (start, word->text) > 0)
      return TRUE;
  return FALSE;
}

/* "Session 3 -- 26 August", "Week 1 - 26 August": a number and a dash between blanks that begin no
 * range of days. A week has no more than seven. */
static gboolean
is_number_of_class (const CarrelDateStyle *style,
                    const char *text,
                    const char *at,
                    const CarrelRowDate *found)
{
  gsize n = strspn (at, "0123456789");

  if (n == 0 || at[n] != ' ' || !carrel_date_is_set (found->until)
      || read_dash (style, at + n) == 0)
    return FALSE;
  if (is_behind_class_word (text, (gsize) (at - text)))
    return TRUE;
  return count_days (&found->date, &found->until) >= DAYS_OF_WEEK
         && is_behind_week_word (style->words, text, (gsize) (at - text));
}

/* The bytes of "week of " right before a date, behind a mark: "Week 3 (week of Jan 5)". */
static gsize
count_week_of (const char *text, gsize start)
{
  const char *from = carrel_phrase_step_back (text, start, MAX_CLASS_WORD);
  g_autofree char *before = g_strndup (from, (gsize) (text + start - from));
  gsize word = 0;
  gsize end = 0;

  return carrel_pattern_find ("(?<=[(\\[:,–—-]|[(:,–—-] )(?:[Tt]he )?[Ww]eek of $", before, &word,
                              &end)
             ? end - word
             : 0;
}

/**
 * carrel_row_date_find:
 * @style: the language and the order of numbers
 * @text: valid UTF-8
 * @from: where to start, in bytes
 * @found: (out): where the date goes; undefined when there is none
 *
 * Finds the next date of a text.
 *
 * Returns: whether there is one
 */
gboolean
carrel_row_date_find (const CarrelDateStyle *style,
                      const char *text,
                      gsize from,
                      CarrelRowDate *found)
{
  for (const char *at = text + from; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isalnum (letter) || !starts_word (text, at)
          || !carrel_row_date_read (style, at, found)
          || is_number_of_class (style, text, at, found))
        continue;
      found->start = (gsize) (at - text);
      found->end += found->start;
      found->start -= count_week_of (text, found->start);
      return TRUE;
    }
  return FALSE;
}
