/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Days are numbers from 0 for Monday. Without a year a date counts only where a leap year would not
 * change it. */
#define G_LOG_DOMAIN "carrel-week-dates"

#include "config.h"

#include "carrel-week-dates.h"

/* From Monday to Friday. */
#define SCHOOL_WEEK 4

/* @date and @n_days more; no date when the year matters. */
static CarrelDate
add_days (CarrelDate date, int n_days)
{
  CarrelDate common = date;
  CarrelDate leap = date;

  if (date.year != 0)
    return carrel_date_add_days (date, n_days);
  common.year = 2023;
  leap.year = 2024;
  if (!carrel_date_is_valid (common))
    return (CarrelDate){ 0 };
  common = carrel_date_add_days (common, n_days);
  leap = carrel_date_add_days (leap, n_days);
  common.year = leap.year = 0;
  return carrel_date_compare (common, leap) == 0 ? common : (CarrelDate){ 0 };
}

/**
 * carrel_week_dates_count_days:
 * @date: a date
 * @other: a later one
 *
 * Returns: the days from @date to @other, or -1 when the page leaves open in which year, and that
 *   matters
 */
int
carrel_week_dates_count_days (CarrelDate date, CarrelDate other)
{
  CarrelDate leap_date = date;
  CarrelDate leap_other = other;
  int n;

  if (date.year == 0)
    {
      date.year = other.year = 2023;
      leap_date.year = leap_other.year = 2024;
    }
  if (!carrel_date_is_valid (date) || !carrel_date_is_valid (other) || other.year == 0)
    return -1;
  n = carrel_date_days_until (date, other);
  return n == carrel_date_days_until (leap_date, leap_other) ? n : -1;
}

/**
 * carrel_week_dates_read_date:
 * @days: (array length=n_days): days of the week, 0 for Monday
 * @n_days: how many
 * @weekday: the day of @date
 * @date: a date in the week; weekends belong to the week that follows
 * @dates: (out) (array length=n_days): the date of each of @days
 *
 * Returns: whether each has one
 */
gboolean
carrel_week_dates_read_date (
    const int *days, guint n_days, int weekday, CarrelDate date, CarrelDate *dates)
{
  if (weekday > SCHOOL_WEEK)
    weekday -= CARREL_N_DAYS;
  for (guint i = 0; i < n_days; i++)
    {
      dates[i] = add_days (date, days[i] - weekday);
      if (!carrel_date_is_set (dates[i]))
        return FALSE;
    }
  return TRUE;
}

/**
 * carrel_week_dates_read_range:
 * @days: (array length=n_days): days of the week in their order, 0 for Monday
 * @n_days: how many, at least one
 * @range: the first and the last date of a week
 * @dates: (out) (array length=n_days): the date of each of @days
 *
 * Returns: whether the range is that of @days, or from Monday to Friday
 */
gboolean
carrel_week_dates_read_range (const int *days,
                              guint n_days,
                              const CarrelRowDate *range,
                              CarrelDate *dates)
{
  int first = days[0];
  int last = days[n_days - 1];
  int n = carrel_week_dates_count_days (range->date, range->until);

  if (n != last - first && (n != SCHOOL_WEEK || last > SCHOOL_WEEK))
    return FALSE;
  return carrel_week_dates_read_date (days, n_days, n == last - first ? first : 0, range->date,
                                      dates);
}

/**
 * carrel_week_dates_find_weekday:
 * @date: a date
 * @year: the year that it has when it says none; 0 when that is not known
 *
 * Returns: the day of the week, 0 for Monday, or -1
 */
int
carrel_week_dates_find_weekday (CarrelDate date, int year)
{
  if (date.year == 0)
    date.year = (gint16) year;
  return date.year != 0 && carrel_date_is_valid (date)
             ? (int) carrel_day_get_index (carrel_date_get_weekday (date))
             : -1;
}
