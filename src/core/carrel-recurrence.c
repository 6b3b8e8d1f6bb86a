/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Expands weekly rules by counting days. */
#define G_LOG_DOMAIN "carrel-recurrence"

#include "config.h"

#include "carrel-recurrence.h"

/* 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday. */
#define EPOCH_WEEKDAY  3
#define EPOCH_JULIAN   719163 /* in the count of GDate, where 0001-01-01 is 1 */
#define MAX_DAYS_BLOCK 64

static int
get_weekday_index (int day)
{
  int index = (day + EPOCH_WEEKDAY) % CARREL_N_DAYS;

  return index < 0 ? index + CARREL_N_DAYS : index;
}

static int
get_monday (int day)
{
  return day - get_weekday_index (day);
}

/* The first Monday, at or after that of @from's week, of a week that counts. */
static int
get_first_monday (const CarrelRecurrence *rule, int from)
{
  int step = CARREL_N_DAYS * rule->every_weeks;
  int anchor = get_monday (rule->first);
  int monday = get_monday (MAX (from, rule->first));
  int left = (monday - anchor) % step;

  return left == 0 ? monday : monday + step - left;
}

/* Writes the places in the week of the days of a set; returns how many there are. */
static guint
list_places (CarrelDays days, int *places)
{
  guint n_places = 0;

  for (int i = 0; i < CARREL_N_DAYS; i++)
    if ((days & carrel_day_from_index ((guint) i)) != 0)
      places[n_places++] = i;
  return n_places;
}

/**
 * carrel_day_number:
 * @date: a date with a year
 *
 * Returns: the days since 1970-01-01
 */
int
carrel_day_number (CarrelDate date)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, date.day, (GDateMonth) date.month, (GDateYear) date.year);
  return (int) g_date_get_julian (&gdate) - EPOCH_JULIAN;
}

/**
 * carrel_day_number_to_date:
 * @day: days since 1970-01-01
 *
 * Counts by the eras of 400 years in which the calendar repeats, because this stands in the
 * innermost loop of a timetable.
 *
 * Returns: the date
 */
CarrelDate
carrel_day_number_to_date (int day)
{
  /* Years that begin on 1 March put the leap day at their end (Howard Hinnant, "chrono-compatible
   * low-level date algorithms"). */
  int shifted = day + 719468;
  int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int day_of_era = shifted - era * 146097;
  int year_of_era
      = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month = (5 * day_of_year + 2) / 153;
  CarrelDate date;

  date.day = (guint8) (day_of_year - (153 * month + 2) / 5 + 1);
  date.month = (guint8) (month < 10 ? month + 3 : month - 9);
  date.year = (gint16) (year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

/**
 * carrel_day_number_get_weekday:
 * @day: days since 1970-01-01
 *
 * Returns: its day of the week
 */
CarrelDays
carrel_day_number_get_weekday (int day)
{
  return carrel_day_from_index ((guint) get_weekday_index (day));
}

/**
 * carrel_recurrence_has_week:
 * @rule: a rule
 * @day: days since 1970-01-01
 *
 * Returns: whether @day lies between the bounds of @rule and in a week that counts
 */
gboolean
carrel_recurrence_has_week (const CarrelRecurrence *rule, int day)
{
  int weeks = (get_monday (day) - get_monday (rule->first)) / CARREL_N_DAYS;

  return day >= rule->first && day <= rule->last && weeks % rule->every_weeks == 0;
}

/**
 * carrel_recurrence_has:
 * @rule: a rule
 * @day: days since 1970-01-01
 *
 * Returns: whether @rule gives @day
 */
gboolean
carrel_recurrence_has (const CarrelRecurrence *rule, int day)
{
  return (rule->days & carrel_day_number_get_weekday (day)) != 0
         && carrel_recurrence_has_week (rule, day);
}

/**
 * carrel_recurrence_expand:
 * @rule: a rule
 * @from: the first day of the window, days since 1970-01-01
 * @to: the last day of the window
 * @days: (element-type int): where the days go, in order, after those that are there
 *
 * Lists the days of a rule in a window; the cost is that of the answer, not of the rule's length.
 */
void
carrel_recurrence_expand (const CarrelRecurrence *rule, int from, int to, GArray *days)
{
  int places[CARREL_N_DAYS];
  int block[MAX_DAYS_BLOCK];
  guint n_places = list_places (rule->days, places);
  guint n_block = 0;
  int first = MAX (from, rule->first);
  int last = MIN (to, rule->last);
  int step = CARREL_N_DAYS * rule->every_weeks;

  for (int monday = get_first_monday (rule, first); monday <= last; monday += step)
    {
      if (n_block + n_places > MAX_DAYS_BLOCK)
        {
          g_array_append_vals (days, block, n_block);
          n_block = 0;
        }
      for (guint i = 0; i < n_places; i++)
        {
          block[n_block] = monday + places[i];
          n_block += block[n_block] >= first && block[n_block] <= last ? 1 : 0;
        }
    }
  g_array_append_vals (days, block, n_block);
}
