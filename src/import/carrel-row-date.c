/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each form of a date is one reader; the first that fits at a place wins. */
#define G_LOG_DOMAIN "carrel-row-date"

#include "config.h"

#include "carrel-row-date.h"

#include "carrel-phrase.h"

#include <string.h>

/* The most days between two sections that have the same class. */
#define MAX_APART 4

typedef gsize (*CarrelDateReader) (const CarrelDateStyle *style,
                                   const char *text,
                                   CarrelDate *date);

static gsize
read_number (const char *text, gsize most, int *number)
{
  gsize n = strspn (text, "0123456789");

  if (n == 0 || n > most)
    return 0;
  *number = (int) g_ascii_strtoll (text, NULL, 10);
  return n;
}

static gsize
count_blanks (const char *text)
{
  const char *at = text;

  while (*at == ' ' || *at == '*' || *at == '_' || *at == '\n' || g_str_has_prefix (at, "\302\240"))
    at += *at == '\302' ? 2 : 1;
  return (gsize) (at - text);
}

static gboolean
set_date (CarrelDate *date, int year, int month, int day)
{
  CarrelDate read = { (gint16) year, (guint8) month, (guint8) day };

  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !carrel_date_is_valid (read))
    return FALSE;
  *date = read;
  return TRUE;
}

/* Reads a year after a date: ", 2025", " de 2022", "/24"; 0 when there is none. */
static gsize
read_year (const char *text, int *year)
{
  static const char *const joins[] = { "de", "del", NULL };
  const char *at = text + strspn (text, ",.");
  gsize n;

  at += count_blanks (at);
  n = carrel_phrase_match_any (at, joins);
  at += n + (n > 0 ? count_blanks (at + n) : 0);
  n = read_number (at, 4, year);
  if (n != 4 || *year < 1990 || *year > 2099 || at == text)
    return 0;
  return (gsize) (at + n - text);
}

/* "2024-01-17", "2024/1/17", "2024.01.17". */
static gsize
read_iso (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  int year = 0, month = 0, day = 0;
  gsize n = read_number (text, 4, &year);
  gsize m, d;

  if (n != 4 || year < 1990 || strchr ("-/.", text[4]) == NULL || text[4] == '\0')
    return 0;
  m = read_number (text + 5, 2, &month);
  if (m == 0 || text[5 + m] != text[4])
    return 0;
  d = read_number (text + 6 + m, 2, &day);
  if (d == 0 || g_ascii_isalnum (text[6 + m + d]) || !set_date (date, year, month, day))
    return 0;
  return 6 + m + d;
}

/* "2026年3月4日", "3月4日". */
static gsize
read_cjk (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  int year = 0, month = 0, day = 0;
  const char *at = text;
  gsize n = read_number (at, 4, &year);

  if (n == 4 && g_str_has_prefix (at + n, "年"))
    at += n + strlen ("年");
  else
    year = 0;
  at += count_blanks (at);
  n = read_number (at, 2, &month);
  if (n == 0 || !g_str_has_prefix (at + n, "月"))
    return 0;
  at += n + strlen ("月");
  at += count_blanks (at);
  n = read_number (at, 2, &day);
  if (n == 0 || (!g_str_has_prefix (at + n, "日") && !g_str_has_prefix (at + n, "号"))
      || !set_date (date, year, month, day))
    return 0;
  return (gsize) (at + n + strlen ("日") - text);
}

static gsize
read_ordinal (const char *text)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", "er", "º" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_prefix (text, endings[i]) && !g_ascii_isalpha (text[strlen (endings[i])]))
      return strlen (endings[i]);
  return 0;
}

/* A month's name is capitalised in English, where "may" and "mar" are words too. */
static gsize
match_month (const CarrelDateStyle *style, const char *text, int *month)
{
  gsize n = 0;

  *month = (int) carrel_words_match_month (style->words, text, &n);
  if (*month == 0 || (g_ascii_islower (*text) && style->words == &carrel_words_en))
    return 0;
  return n + (text[n] == '.' ? 1 : 0);
}

/* "September 3", "Sep. 4th, 2025". */
static gsize
read_month_day (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  int month = 0, day = 0, year = 0;
  gsize at = match_month (style, text, &month);
  gsize n;

  if (at == 0)
    return 0;
  at += text[at] == '-' ? 1 : count_blanks (text + at);
  n = read_number (text + at, 2, &day);
  /* "March 10:30" is a time. */
  if (n == 0 || (text[at + n] == ':' && g_ascii_isdigit (text[at + n + 1])))
    return 0;
  at += n;
  at += read_ordinal (text + at);
  if (g_ascii_isalnum (text[at]))
    return 0;
  n = read_year (text + at, &year);
  return set_date (date, n > 0 ? year : 0, month, day) ? at + n : 0;
}

/* "3 Jan", "1er septembre", "3. März 2024", "20 de abril", "4-Sep". */
static gsize
read_day_month (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  static const char *const joins[] = { "of", "de", NULL };
  int month = 0, day = 0, year = 0;
  gsize at = read_number (text, 2, &day);
  gsize n;

  if (at == 0)
    return 0;
  at += read_ordinal (text + at);
  at += text[at] == '.' || text[at] == '-' ? 1 : 0;
  at += count_blanks (text + at);
  n = carrel_phrase_match_any (text + at, joins);
  at += n + (n > 0 ? count_blanks (text + at + n) : 0);
  n = match_month (style, text + at, &month);
  if (n == 0)
    return 0;
  at += n;
  n = read_year (text + at, &year);
  return set_date (date, n > 0 ? year : 0, month, day) ? at + n : 0;
}

/* A year of two or four digits right here; 0 for anything else. */
static gsize
read_short_year (const char *text, int *year)
{
  gsize n = read_number (text, 4, year);

  if (n == 2)
    *year += 2000;
  else if (n != 4)
    *year = 0;
  return n == 2 || n == 4 ? n : 0;
}

/* "14.04.", "8.11.2023"; "14.04" alone is a number. */
static gsize
read_dotted (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  int month = 0, day = 0, year = 0;
  gsize n = read_number (text, 2, &day);
  gsize m;

  if (n == 0 || text[n] != '.')
    return 0;
  n += text[n + 1] == ' ' ? 2 : 1;
  m = read_number (text + n, 2, &month);
  if (m == 0 || text[n + m] != '.')
    return 0;
  n += m + 1;
  n += read_short_year (text + n, &year);
  return !g_ascii_isalnum (text[n]) && set_date (date, year, month, day) ? n : 0;
}

/* Two numbers with a slash between them. */
static gsize
read_pair (const char *text, int *first, int *second)
{
  gsize n = read_number (text, 2, first);
  gsize m = n > 0 && text[n] == '/' ? read_number (text + n + 1, 2, second) : 0;

  return m > 0 ? n + 1 + m : 0;
}

/* "1/17", "11/04/2022", "1/17/24". */
static gsize
read_slashed (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  gboolean is_day_first = style->order == CARREL_ORDER_DAY_FIRST;
  int first = 0, second = 0, year = 0;
  gsize n = read_pair (text, &first, &second);
  gsize m;

  if (n == 0)
    return 0;
  m = text[n] == '/' ? read_short_year (text + n + 1, &year) : 0;
  n += m > 0 ? 1 + m : 0;
  if (g_ascii_isalnum (text[n]) || text[n] == '/' || text[n] == '%')
    return 0;
  return set_date (date, year, is_day_first ? second : first, is_day_first ? first : second) ? n
                                                                                             : 0;
}

/* Whether @text has digits where @shape has zeros, its dashes, and then an end. */
static gboolean
has_shape (const char *text, const char *shape)
{
  for (; *shape != '\0'; shape++, text++)
    if (*shape == '-' ? *text != '-' : !g_ascii_isdigit (*text))
      return FALSE;
  return !g_ascii_isalnum (*text) && *text != '-';
}

/* "17-08-2024"; a number above twelve says which one is the day. */
static gsize
read_dashed (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  static const char shape[] = "00-00-0000";
  int first = 0, second = 0, year = 0;
  gboolean is_day_first;

  if (!has_shape (text, shape))
    return 0;
  read_number (text, 2, &first);
  read_number (text + 3, 2, &second);
  read_number (text + 6, 4, &year);
  is_day_first = first > 12 || (second <= 12 && style->order == CARREL_ORDER_DAY_FIRST);
  if (!set_date (date, year, is_day_first ? second : first, is_day_first ? first : second))
    return 0;
  return sizeof shape - 1;
}

static gsize
read_date (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  static const CarrelDateReader readers[] = { read_iso,       read_cjk,       read_dashed,
                                              read_month_day, read_day_month, read_dotted,
                                              read_slashed };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      gsize n = readers[i](style, text, date);

      if (n > 0)
        return n;
    }
  return 0;
}

/* Reads the dash or the word between the ends of a range. */
static gsize
read_dash (const CarrelDateStyle *style, const char *text)
{
  static const char *const dashes[] = { "---", "--", "–", "—", "−", "-", "~", "～", "〜", "→" };
  gsize at = count_blanks (text);
  gsize n = carrel_words_match_range (style->words, text + at);

  for (guint i = 0; n == 0 && i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (text + at, dashes[i]))
      n = strlen (dashes[i]);
  if (n == 0)
    return 0;
  at += n;
  return at + count_blanks (text + at);
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
  return n + count_blanks (text + n);
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

  return n > 0 ? n + count_blanks (text + n) : 0;
}

/* Whether two sections may have the same class on two days. */
static gboolean
follows_soon (const CarrelDate *date, const CarrelDate *other)
{
  int n_days = other->day - date->day + (other->month != date->month ? 31 : 0);

  return n_days > 0 && n_days <= MAX_APART;
}

/* "16.04.", "16 April", with or without a year. */
static gsize
read_day_first (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  gsize n = read_dotted (style, text, date);

  return n > 0 ? n : read_day_month (style, text, date);
}

/* "19" or "31.05" or "31.05.", before a slash. */
static gsize
read_day_before_slash (const char *text, int *day, int *month)
{
  gsize n = read_number (text, 2, day);
  gsize m = n > 0 && text[n] == '.' ? read_number (text + n + 1, 2, month) : 0;

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

  if (m == 0 || !set_date (&date, other.year, month > 0 ? month : other.month, day)
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

  return (!is_before || day - until->day > 15) && set_date (date, year, month, day);
}

/* " a 21/12/2021", "-21/12/2021"; a dash between blanks parts "Class 01 - 17/02/2025". */
static gsize
read_slashed_end (const CarrelDateStyle *style, const char *text, gsize dash, CarrelDate *until)
{
  gsize n;

  if (style->order != CARREL_ORDER_DAY_FIRST
      || (text[0] == ' '
          && carrel_words_match_range (style->words, text + count_blanks (text)) == 0))
    return 0;
  n = read_slashed (style, text + dash, until);
  return until->year > 0 ? n : 0;
}

/* "12-16 Jan", "13 a 18/12/2023": the month stands behind the last day. */
static gsize
read_days_month (const CarrelDateStyle *style, const char *text, CarrelRowDate *found)
{
  int day = 0;
  gsize n = read_number (text, 2, &day);
  CarrelDate until = { 0 };
  gsize dash, m;

  if (n == 0)
    return 0;
  n += read_ordinal (text + n);
  n += text[n] == '.' ? 1 : 0;
  dash = read_dash (style, text + n);
  if (dash == 0)
    return read_other_days (style, text, found);
  m = read_day_month (style, text + n + dash, &until);
  if (m == 0)
    m = read_dotted (style, text + n + dash, &until);
  if (m == 0)
    m = read_slashed_end (style, text + n, dash, &until);
  if (m == 0 || !set_start (&found->date, day, &until))
    return 0;
  found->until = until;
  return n + dash + m;
}

/* A day alone that ends a range in the month of its start. */
static gsize
read_last_day (const char *text, const CarrelRowDate *found, CarrelDate *until)
{
  int day = 0;
  gsize n = read_number (text, 2, &day);

  if (n == 0 || day <= found->date.day)
    return 0;
  n += read_ordinal (text + n);
  if (g_ascii_isalnum (text[n]) || text[n] == '%'
      || (text[n] == ':' && g_ascii_isdigit (text[n + 1])))
    return 0;
  return set_date (until, found->date.year, found->date.month, day) ? n : 0;
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
  n = read_date (style, text + at, &until);
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
  n = match_month (style, text, &month);
  n += count_blanks (text + n);
  m = read_number (text + n, 2, &day);
  if (m == 0 || !ends_number (text + n + m))
    return 0;
  return set_date (other, 0, month > 0 ? month : found->date.month, day) ? n + m : 0;
}

/* "Jan 13/14", "Mar 31/Apr 1": the same class on two days, for two sections; the first one counts.
 */
static gsize
read_other_day (const CarrelDateStyle *style, const char *text, const CarrelRowDate *found)
{
  CarrelDate other;
  gsize n = text[0] == '/' ? read_day_behind_slash (style, text + 1, found, &other) : 0;

  return n > 0 && follows_soon (&found->date, &other) ? 1 + n : 0;
}

/* A date, the same for another section, or a range. */
static gsize
read_dates (const CarrelDateStyle *style, const char *text, CarrelRowDate *found)
{
  gsize n = read_days_month (style, text, found);

  if (n > 0)
    return n;
  n = read_date (style, text, &found->date);
  n += n > 0 ? read_other_day (style, text + n, found) : 0;
  return n > 0 ? n + read_until (style, text + n, found) : 0;
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
  if (letter == '/' || letter == '.' || letter == '-' || letter == '_')
    return FALSE;
  return !g_unichar_isalnum (letter) || letter >= 0x2e80;
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
  gsize at, n;

  memset (found, 0, sizeof *found);
  at = read_weekday (style, text, &found->weekday);
  at += at > 0 ? read_article (text + at) : 0;
  n = read_dates (style, text + at, found);
  if (n == 0)
    return FALSE;
  found->end = at + n;
  if (found->weekday == CARREL_DAY_NONE)
    {
      gsize gap = strspn (text + found->end, " ,(");
      gsize length
          = gap > 0 ? read_weekday_behind (style, text + found->end + gap, &found->weekday) : 0;

      if (length > 0)
        found->end += gap + length;
      if (length > 0 && text[found->end] == ')')
        found->end++;
    }
  return TRUE;
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
          || !carrel_row_date_read (style, at, found))
        continue;
      found->start = (gsize) (at - text);
      found->end += found->start;
      return TRUE;
    }
  return FALSE;
}
