/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Arithmetic on dates without a year, days of the week and times of day. */
#define G_LOG_DOMAIN "carrel-date"

#include "config.h"

#include "carrel-date.h"

static const char *const day_codes[CARREL_N_DAYS] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static guint32
get_julian (CarrelDate date)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, date.day, (GDateMonth) date.month, (GDateYear) date.year);
  return g_date_get_julian (&gdate);
}

static CarrelDate
from_julian (guint32 julian)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_julian (&gdate, julian);
  return (CarrelDate){ (gint16) g_date_get_year (&gdate), (guint8) g_date_get_month (&gdate),
                       (guint8) g_date_get_day (&gdate) };
}

/**
 * carrel_date_is_set:
 * @date: a date
 *
 * Tells a date, with or without a year, from no date.
 */
gboolean
carrel_date_is_set (CarrelDate date)
{
  return date.month != 0;
}

/**
 * carrel_date_is_valid:
 * @date: a date
 *
 * Tells whether the day exists; without a year, whether it exists in a leap year.
 */
gboolean
carrel_date_is_valid (CarrelDate date)
{
  int year = date.year != 0 ? date.year : 2000;

  return date.month >= 1 && date.month <= 12 && date.day >= 1 && year > 0
         && g_date_valid_dmy (date.day, (GDateMonth) date.month, (GDateYear) year);
}

/**
 * carrel_date_compare:
 * @date: a date
 * @other: another
 *
 * Orders by year, month and day, for sorting. Dates without a year come first.
 *
 * Returns: less than, equal to or greater than 0
 */
int
carrel_date_compare (CarrelDate date, CarrelDate other)
{
  if (date.year != other.year)
    return date.year - other.year;
  if (date.month != other.month)
    return date.month - other.month;
  return date.day - other.day;
}

/**
 * carrel_date_add_days:
 * @date: a valid date with a year
 * @n_days: how many days later; may be negative
 *
 * Returns: the date @n_days after @date
 */
CarrelDate
carrel_date_add_days (CarrelDate date, int n_days)
{
  g_return_val_if_fail (carrel_date_is_valid (date) && date.year != 0, date);

  return from_julian ((guint32) ((gint64) get_julian (date) + n_days));
}

/**
 * carrel_date_days_until:
 * @date: a valid date with a year
 * @other: another
 *
 * Returns: the days from @date to @other, negative when @other is earlier
 */
int
carrel_date_days_until (CarrelDate date, CarrelDate other)
{
  g_return_val_if_fail (carrel_date_is_valid (date) && date.year != 0, 0);
  g_return_val_if_fail (carrel_date_is_valid (other) && other.year != 0, 0);

  return (int) ((gint64) get_julian (other) - (gint64) get_julian (date));
}

/**
 * carrel_date_get_weekday:
 * @date: a valid date with a year
 *
 * Returns: the day of the week, one bit
 */
CarrelDays
carrel_date_get_weekday (CarrelDate date)
{
  g_return_val_if_fail (carrel_date_is_valid (date) && date.year != 0, CARREL_DAY_NONE);

  return carrel_day_from_index ((get_julian (date) + 6) % CARREL_N_DAYS);
}

/**
 * carrel_date_resolve:
 * @date: a date, perhaps without a year
 * @term_start: the first day of the term, or no date
 * @term_end: the last day of the term, or no date
 *
 * Gives a date without a year the one that puts it into the term, or else nearest to it (a final
 * exam may lie after the last day of classes). The year is never guessed without a term.
 *
 * Returns: the date with a year, or no date when neither the page nor the term has one
 */
CarrelDate
carrel_date_resolve (CarrelDate date, CarrelDate term_start, CarrelDate term_end)
{
  CarrelDate best = { 0 };
  int best_distance = G_MAXINT;

  if (!carrel_date_is_set (date) || date.year != 0)
    return date;
  if (!carrel_date_is_set (term_start) || term_start.year == 0)
    return best;
  if (!carrel_date_is_set (term_end) || term_end.year == 0)
    term_end = term_start;

  for (int year = term_start.year - 1; year <= term_end.year + 1; year++)
    {
      CarrelDate candidate = { (gint16) year, date.month, date.day };
      int before, after, distance;

      if (!carrel_date_is_valid (candidate))
        continue;
      before = carrel_date_days_until (candidate, term_start);
      after = carrel_date_days_until (term_end, candidate);
      distance = MAX (0, MAX (before, after));
      if (distance < best_distance)
        {
          best = candidate;
          best_distance = distance;
        }
    }
  return best;
}

/**
 * carrel_date_parse:
 * @text: "YYYY-MM-DD" or "MM-DD"
 * @date: (out): where the date goes; untouched on failure
 *
 * Reads the two forms of a date in a course pack (PACK format, version 1).
 *
 * Returns: whether @text is one of them and the day exists
 */
gboolean
carrel_date_parse (const char *text, CarrelDate *date)
{
  static const char *const forms[] = { "0000-00-00", "00-00" };
  CarrelDate read = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gsize length = strlen (forms[i]);
      const char *day = text + (length - 5);
      gboolean fits = strlen (text) == length;

      for (gsize at = 0; fits && at < length; at++)
        fits = forms[i][at] == '0' ? g_ascii_isdigit (text[at]) : text[at] == forms[i][at];
      if (!fits)
        continue;
      read.year = i == 0 ? (gint16) g_ascii_strtoll (text, NULL, 10) : 0;
      read.month = (guint8) g_ascii_strtoll (day, NULL, 10);
      read.day = (guint8) g_ascii_strtoll (day + 3, NULL, 10);
      if (!carrel_date_is_valid (read) || (i == 0 && read.year == 0))
        return FALSE;
      *date = read;
      return TRUE;
    }
  return FALSE;
}

/**
 * carrel_date_to_text:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): "YYYY-MM-DD", "MM-DD", or %NULL for no date
 */
char *
carrel_date_to_text (CarrelDate date)
{
  if (!carrel_date_is_set (date))
    return NULL;
  if (date.year == 0)
    return g_strdup_printf ("%02d-%02d", date.month, date.day);
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

/**
 * carrel_day_to_code:
 * @day: one day of the week
 *
 * Returns: the code of RFC 5545 section 3.3.10, "MO" to "SU"
 */
const char *
carrel_day_to_code (CarrelDays day)
{
  return day_codes[carrel_day_get_index (day)];
}

/**
 * carrel_day_from_code:
 * @code: "MO" to "SU"
 *
 * Returns: the day, or %CARREL_DAY_NONE
 */
CarrelDays
carrel_day_from_code (const char *code)
{
  for (guint i = 0; i < CARREL_N_DAYS; i++)
    if (g_str_equal (day_codes[i], code))
      return carrel_day_from_index (i);
  return CARREL_DAY_NONE;
}

/**
 * carrel_day_from_index:
 * @index: 0 for Monday to 6 for Sunday
 *
 * Returns: the day
 */
CarrelDays
carrel_day_from_index (guint index)
{
  g_return_val_if_fail (index < CARREL_N_DAYS, CARREL_DAY_NONE);

  return (CarrelDays) (1u << index);
}

/**
 * carrel_day_get_index:
 * @day: one day of the week
 *
 * Returns: 0 for Monday to 6 for Sunday
 */
guint
carrel_day_get_index (CarrelDays day)
{
  g_return_val_if_fail (day != CARREL_DAY_NONE, 0);

  return (guint) g_bit_nth_lsf (day, -1);
}

/**
 * carrel_time_parse:
 * @text: "HH:MM", 00:00 to 24:00
 * @minutes: (out): minutes since midnight; untouched on failure
 *
 * Returns: whether @text is such a time
 */
gboolean
carrel_time_parse (const char *text, int *minutes)
{
  int read;

  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0])
      || !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;
  read = (g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1])) * 60
         + g_ascii_digit_value (text[3]) * 10 + g_ascii_digit_value (text[4]);
  if (text[3] > '5' || read > 24 * 60)
    return FALSE;
  *minutes = read;
  return TRUE;
}

/**
 * carrel_time_to_text:
 * @minutes: minutes since midnight, or %CARREL_UNKNOWN
 *
 * Returns: (transfer full) (nullable): "HH:MM", or %NULL when unknown
 */
char *
carrel_time_to_text (int minutes)
{
  return minutes < 0 ? NULL : g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}
