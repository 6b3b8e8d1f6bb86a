/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each form of a date is one reader; the first that fits at a place wins. */
#define G_LOG_DOMAIN "carrel-row-date"

#include "config.h"

#include "carrel-day-date.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

typedef gsize (*CarrelDateReader) (const CarrelDateStyle *style,
                                   const char *text,
                                   CarrelDate *date);

/**
 * carrel_day_date_read_number:
 * @text: valid UTF-8
 * @most: the most digits that it may have
 * @number: (out): what the digits at the start of @text say
 *
 * Returns: their number; 0 when there are none or too many
 */
gsize
carrel_day_date_read_number (const char *text, gsize most, int *number)
{
  gsize n = strspn (text, "0123456789");

  if (n == 0 || n > most)
    return 0;
  *number = (int) g_ascii_strtoll (text, NULL, 10);
  return n;
}

/**
 * carrel_day_date_count_blanks:
 * @text: valid UTF-8
 *
 * Returns: the bytes of the blanks and marks of print at its start
 */
gsize
carrel_day_date_count_blanks (const char *text)
{
  const char *at = text;

  while (*at == ' ' || *at == '*' || *at == '_' || *at == '\n' || g_str_has_prefix (at, "\302\240"))
    at += *at == '\302' ? 2 : 1;
  return (gsize) (at - text);
}

/**
 * carrel_day_date_set:
 * @date: (inout): set when there is such a day
 * @year: 0 when it is not stated
 * @month: from 1
 * @day: from 1
 *
 * Returns: whether there is such a day
 */
gboolean
carrel_day_date_set (CarrelDate *date, int year, int month, int day)
{
  CarrelDate read = { (gint16) year, (guint8) month, (guint8) day };

  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !carrel_date_is_valid (read))
    return FALSE;
  *date = read;
  return TRUE;
}

/**
 * carrel_day_date_read_year:
 * @text: what stands behind a day and its month; valid UTF-8
 * @year: (out): the year; undefined when there is none
 *
 * Reads ", 2025", ". 2025" and " de 2022".
 *
 * Returns: how many bytes were read; 0 when there is no year
 */
gsize
carrel_day_date_read_year (const char *text, int *year)
{
  static const char *const joins[] = { "de", "del", NULL };
  const char *at = text + strspn (text, ",.");
  gsize n;

  at += carrel_day_date_count_blanks (at);
  n = carrel_phrase_match_any (at, joins);
  at += n + (n > 0 ? carrel_day_date_count_blanks (at + n) : 0);
  n = carrel_day_date_read_number (at, 4, year);
  if (n != 4 || *year < 1990 || *year > 2099 || at == text)
    return 0;
  return (gsize) (at + n - text);
}

/* "2024-01-17", "2024/1/17", "2024.01.17". */
static gsize
read_iso (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  int year = 0, month = 0, day = 0;
  gsize n = carrel_day_date_read_number (text, 4, &year);
  gsize m, d;

  if (n != 4 || year < 1990 || strchr ("-/.", text[4]) == NULL || text[4] == '\0')
    return 0;
  m = carrel_day_date_read_number (text + 5, 2, &month);
  if (m == 0 || text[5 + m] != text[4])
    return 0;
  d = carrel_day_date_read_number (text + 6 + m, 2, &day);
  if (d == 0 || g_ascii_isalnum (text[6 + m + d]) || !carrel_day_date_set (date, year, month, day))
    return 0;
  return 6 + m + d;
}

/* The end of " 3 月", a number and its word with or without blanks; NULL for other texts. */
static const char *
read_cjk_number (const char *text, const char *word, int *number)
{
  const char *at = text + carrel_day_date_count_blanks (text);
  gsize n = carrel_day_date_read_number (at, 2, number);

  if (n == 0)
    return NULL;
  at += n;
  at += carrel_day_date_count_blanks (at);
  return g_str_has_prefix (at, word) ? at + strlen (word) : NULL;
}

/* "2026年3月4日", "2026 年 3 月 4 日", "3月4日". */
static gsize
read_cjk (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  int year = 0, month = 0, day = 0;
  const char *at = text;
  const char *month_end = NULL;
  const char *day_end = NULL;
  gsize n = carrel_day_date_read_number (at, 4, &year);

  if (n == 4)
    n += carrel_day_date_count_blanks (at + n);
  if (n >= 4 && g_str_has_prefix (at + n, "年"))
    at += n + strlen ("年");
  else
    year = 0;
  month_end = read_cjk_number (at, "月", &month);
  if (month_end == NULL)
    return 0;
  day_end = read_cjk_number (month_end, "日", &day);
  if (day_end == NULL)
    day_end = read_cjk_number (month_end, "号", &day);
  if (day_end == NULL || !carrel_day_date_set (date, year, month, day))
    return 0;
  return (gsize) (day_end - text);
}

/**
 * carrel_day_date_read_ordinal:
 * @text: valid UTF-8
 *
 * Returns: how many bytes it has; 0 when @text begins with none
 */
gsize
carrel_day_date_read_ordinal (const char *text)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", "er", "º" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_prefix (text, endings[i]) && !g_ascii_isalpha (text[strlen (endings[i])]))
      return strlen (endings[i]);
  return 0;
}

/**
 * carrel_day_date_match_month:
 * @style: the language and the order of numbers
 * @text: valid UTF-8
 * @month: (out): the month, from 1
 *
 * Reads the name of a month, which is capitalised in English: "may" and "mar" are words too.
 *
 * Returns: how many bytes it has; 0 when @text begins with none
 */
gsize
carrel_day_date_match_month (const CarrelDateStyle *style, const char *text, int *month)
{
  gsize n = 0;

  *month = (int) carrel_words_match_month (style->words, text, &n);
  if (*month == 0 || (g_ascii_islower (*text) && style->words == &carrel_words_en))
    return 0;
  return n + (text[n] == '.' ? 1 : 0);
}

/* "March 10:30" is a time, and "MAR 5.012" a room. */
static gboolean
is_part_of_number (const char *behind)
{
  return (*behind == ':' && g_ascii_isdigit (behind[1]))
         || (*behind == '.' && strspn (behind + 1, "0123456789") == 3);
}

/* "September 3", "Sep. 4th, 2025". */
static gsize
read_month_day (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  int month = 0, day = 0, year = 0;
  gsize at = carrel_day_date_match_month (style, text, &month);
  gsize n;

  if (at == 0)
    return 0;
  at += text[at] == '-' ? 1 : carrel_day_date_count_blanks (text + at);
  n = carrel_day_date_read_number (text + at, 2, &day);
  if (n == 0 || is_part_of_number (text + at + n))
    return 0;
  at += n;
  at += carrel_day_date_read_ordinal (text + at);
  if (g_ascii_isalnum (text[at]))
    return 0;
  n = carrel_day_date_read_year (text + at, &year);
  return carrel_day_date_set (date, n > 0 ? year : 0, month, day) ? at + n : 0;
}

/* What follows "12. April 10" where 10 is no day: a range, an hour. */
static gboolean
goes_on_as_hour (const char *end)
{
  return (strchr (":.", *end) != NULL && *end != '\0' && g_ascii_isdigit (end[1]))
         || carrel_pattern_matches ("^(?: ?[-–] ?[0-9]{1,2}(?![0-9/])|h\\b| ?[ap]\\.?m\\b| Uhr)",
                                    end, G_REGEX_CASELESS);
}

/* "1. Aug 25", "1. Aug-25", "1/Aug 25" is the first class on a day in August where the day stands
 * behind the month, and no "12. April 10-12" or "12. April 10 am". */
static gboolean
is_number_of_list (const CarrelDateStyle *style, const char *mark, const char *behind_month)
{
  gsize gap = *behind_month == '-' ? 1 : strspn (behind_month, " ");
  gsize digits = strspn (behind_month + gap, "0123456789");
  const char *end = behind_month + gap + digits;

  if (*mark == '/')
    return gap > 0 && digits > 0 && digits <= 2;
  return *mark == '.' && style->words == &carrel_words_en && gap > 0 && digits > 0 && digits <= 2
         && !goes_on_as_hour (end);
}

/**
 * carrel_day_date_read_day_month:
 * @style: the language and the order of numbers
 * @text: valid UTF-8
 * @date: (inout): where the date goes
 *
 * Reads "3 Jan", "1er septembre", "3. März 2024", "20 de abril", "4-Sep", "18/fev".
 *
 * Returns: how many bytes it has; 0 when @text begins with none
 */
gsize
carrel_day_date_read_day_month (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  static const char *const joins[] = { "of", "de", NULL };
  int month = 0, day = 0, year = 0;
  gsize at = carrel_day_date_read_number (text, 2, &day);
  const char *mark = text + at;
  gsize n;

  if (at == 0)
    return 0;
  at += carrel_day_date_read_ordinal (text + at);
  at += text[at] != '\0' && strchr (".-/", text[at]) != NULL ? 1 : 0;
  at += carrel_day_date_count_blanks (text + at);
  n = carrel_phrase_match_any (text + at, joins);
  at += n + (n > 0 ? carrel_day_date_count_blanks (text + at + n) : 0);
  n = carrel_day_date_match_month (style, text + at, &month);
  if (n == 0 || is_number_of_list (style, mark, text + at + n))
    return 0;
  at += n;
  n = carrel_day_date_read_year (text + at, &year);
  return carrel_day_date_set (date, n > 0 ? year : 0, month, day) ? at + n : 0;
}

/* A year of two or four digits right here; 0 for anything else. */
static gsize
read_short_year (const char *text, int *year)
{
  gsize n = carrel_day_date_read_number (text, 4, year);

  if (n == 2)
    *year += 2000;
  else if (n != 4)
    *year = 0;
  return n == 2 || n == 4 ? n : 0;
}

/**
 * carrel_day_date_read_dotted:
 * @style: the language and the order of numbers
 * @text: valid UTF-8
 * @date: (inout): where the date goes
 *
 * Reads "14.04.", "8.11.2023"; "14.04" alone is a number.
 *
 * Returns: how many bytes it has; 0 when @text begins with none
 */
gsize
carrel_day_date_read_dotted (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  int month = 0, day = 0, year = 0;
  gsize n = carrel_day_date_read_number (text, 2, &day);
  gsize m;

  if (n == 0 || text[n] != '.')
    return 0;
  n += text[n + 1] == ' ' ? 2 : 1;
  m = carrel_day_date_read_number (text + n, 2, &month);
  if (m == 0 || text[n + m] != '.')
    return 0;
  n += m + 1;
  n += read_short_year (text + n, &year);
  return !g_ascii_isalnum (text[n]) && carrel_day_date_set (date, year, month, day) ? n : 0;
}

/* Two numbers with a slash between them. */
static gsize
read_pair (const char *text, int *first, int *second)
{
  gsize n = carrel_day_date_read_number (text, 2, first);
  gsize m = n > 0 && text[n] == '/' ? carrel_day_date_read_number (text + n + 1, 2, second) : 0;

  return m > 0 ? n + 1 + m : 0;
}

/**
 * carrel_day_date_read_slashed:
 * @style: the language and the order of numbers
 * @text: valid UTF-8
 * @date: (inout): where the date goes
 *
 * Reads "1/17", "11/04/2022", "1/17/24".
 *
 * Returns: how many bytes it has; 0 when @text begins with none
 */
gsize
carrel_day_date_read_slashed (const CarrelDateStyle *style, const char *text, CarrelDate *date)
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
  return carrel_day_date_set (date, year, is_day_first ? second : first,
                              is_day_first ? first : second)
             ? n
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
  carrel_day_date_read_number (text, 2, &first);
  carrel_day_date_read_number (text + 3, 2, &second);
  carrel_day_date_read_number (text + 6, 4, &year);
  is_day_first = first > 12 || (second <= 12 && style->order == CARREL_ORDER_DAY_FIRST);
  if (!carrel_day_date_set (date, year, is_day_first ? second : first,
                            is_day_first ? first : second))
    return 0;
  return sizeof shape - 1;
}

/**
 * carrel_day_date_read:
 * @style: the language and the order of numbers
 * @text: valid UTF-8
 * @date: (inout): where the date goes
 *
 * Returns: how many bytes it has; 0 when @text begins with none
 */
gsize
carrel_day_date_read (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  static const CarrelDateReader readers[] = { read_iso,
                                              read_cjk,
                                              read_dashed,
                                              read_month_day,
                                              carrel_day_date_read_day_month,
                                              carrel_day_date_read_dotted,
                                              carrel_day_date_read_slashed };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      gsize n = readers[i](style, text, date);

      if (n > 0)
        return n;
    }
  return 0;
}

/* Whether a number with a point ends here, and is no time, share or longer number. */
static gboolean
ends_decimal (const char *end)
{
  return !g_ascii_isalnum (*end) && (*end == '\0' || strchr (".%/", *end) == NULL)
         && (*end != ':' || !g_ascii_isdigit (end[1]));
}

/**
 * carrel_day_date_read_decimal:
 * @style: the language and the order of numbers
 * @text: valid UTF-8
 * @date: (inout): where the date goes
 *
 * Reads "9.06" and "13.9", which are a date only beside a day of the week.
 *
 * Returns: how many bytes it has; 0 when @text begins with none
 */
gsize
carrel_day_date_read_decimal (const CarrelDateStyle *style, const char *text, CarrelDate *date)
{
  gboolean is_day_first = style->order == CARREL_ORDER_DAY_FIRST;
  int first = 0, second = 0;
  gsize n = carrel_day_date_read_number (text, 2, &first);
  gsize m = n > 0 && text[n] == '.' ? carrel_day_date_read_number (text + n + 1, 2, &second) : 0;

  if (m == 0 || !ends_decimal (text + n + 1 + m))
    return 0;
  return carrel_day_date_set (date, 0, is_day_first ? second : first, is_day_first ? first : second)
             ? n + 1 + m
             : 0;
}
