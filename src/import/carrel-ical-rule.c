/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Decides whether an RRULE is a plain weekly one. Any other is expanded by libical within bounds,
 * so that nothing it says is lost. */
#define G_LOG_DOMAIN "carrel-ical-rule"

#include "config.h"

#include "carrel-ical-rule.h"

#include "carrel-record.h"

/* Classes meet for a term, some for years; a file that repeats for ever is cut. */
#define MAX_DATES 750

static gboolean
is_used (const short *list)
{
  return list[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

/* The days of BYDAY; none where one has an ordinal such as "first Monday". */
static CarrelDays
read_days (const struct icalrecurrencetype *recurrence)
{
  guint days = 0;

  for (guint i = 0; i < ICAL_BY_DAY_SIZE && recurrence->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    {
      /* libical counts from Sunday, which is 1. */
      int weekday = (int) icalrecurrencetype_day_day_of_week (recurrence->by_day[i]);

      if (icalrecurrencetype_day_position (recurrence->by_day[i]) != 0 || weekday < 1)
        return CARREL_DAY_NONE;
      days |= carrel_day_from_index ((guint) (weekday + 5) % CARREL_N_DAYS);
    }
  return (CarrelDays) days;
}

static gboolean
has_other_parts (const struct icalrecurrencetype *recurrence)
{
  return is_used (recurrence->by_second) || is_used (recurrence->by_minute)
         || is_used (recurrence->by_hour) || is_used (recurrence->by_month_day)
         || is_used (recurrence->by_year_day) || is_used (recurrence->by_week_no)
         || is_used (recurrence->by_month) || is_used (recurrence->by_set_pos);
}

/* A week of Carrel begins on Monday. With weeks left out, a rule whose weeks begin on another day
 * is the same only if it does not touch the days between. */
static gboolean
has_same_weeks (const struct icalrecurrencetype *recurrence, CarrelDays days)
{
  return recurrence->interval <= 1 || recurrence->week_start == ICAL_MONDAY_WEEKDAY
         || recurrence->week_start == ICAL_NO_WEEKDAY
         || (recurrence->week_start == ICAL_SUNDAY_WEEKDAY && (days & CARREL_SUNDAY) == 0);
}

static gboolean
read_weekly (const struct icalrecurrencetype *recurrence, icaltimetype start, CarrelIcalRule *rule)
{
  gboolean has_days = is_used (recurrence->by_day);
  CarrelWallTime wall = carrel_ical_rule_get_wall (start);

  rule->days = has_days ? read_days (recurrence) : carrel_date_get_weekday (wall.date);
  rule->every_weeks = MAX (recurrence->interval, 1);
  if (rule->days == CARREL_DAY_NONE || has_other_parts (recurrence)
      || !has_same_weeks (recurrence, rule->days))
    return FALSE;
  if (recurrence->freq == ICAL_DAILY_RECURRENCE && rule->every_weeks == 1)
    {
      if (!has_days)
        rule->days = (CarrelDays) ((1 << CARREL_N_DAYS) - 1);
      return TRUE;
    }
  return recurrence->freq == ICAL_WEEKLY_RECURRENCE;
}

static void
list_dates (struct icalrecurrencetype recurrence, icaltimetype start, CarrelIcalRule *rule)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (recurrence, start);

  while (iterator != NULL)
    {
      icaltimetype next = icalrecur_iterator_next (iterator);
      CarrelWallTime wall;

      if (icaltime_is_null_time (next))
        break;
      if (rule->dates->len >= MAX_DATES)
        {
          rule->is_cut = TRUE;
          break;
        }
      wall = carrel_ical_rule_get_wall (next);
      g_array_append_val (rule->dates, wall);
    }
  if (iterator != NULL)
    icalrecur_iterator_free (iterator);
}

/**
 * carrel_ical_rule_get_wall:
 * @time: a time of libical
 *
 * Returns: what a clock on the wall says; its zone is left out
 */
CarrelWallTime
carrel_ical_rule_get_wall (icaltimetype time)
{
  CarrelWallTime wall
      = { { (gint16) time.year, (guint8) time.month, (guint8) time.day }, CARREL_UNKNOWN };

  if (!time.is_date)
    wall.minutes = time.hour * 60 + time.minute;
  return wall;
}

static CarrelIcalRule *
new_empty (struct icalrecurrencetype recurrence)
{
  CarrelIcalRule *rule = g_new0 (CarrelIcalRule, 1);

  rule->dates = g_array_new (FALSE, FALSE, sizeof (CarrelWallTime));
  rule->is_endless = recurrence.count == 0 && icaltime_is_null_time (recurrence.until);
  return rule;
}

/**
 * carrel_ical_rule_new:
 * @recurrence: a rule; its UNTIL in the same zone as @start
 * @start: the start of the first event
 *
 * Reads how an event repeats. A rule that is no plain weekly one is expanded to at most 750 dates.
 *
 * Returns: (transfer full): the rule
 */
CarrelIcalRule *
carrel_ical_rule_new (struct icalrecurrencetype recurrence, icaltimetype start)
{
  CarrelIcalRule *rule = new_empty (recurrence);

  rule->is_weekly = read_weekly (&recurrence, start, rule);
  if (!rule->is_weekly || !rule->is_endless)
    list_dates (recurrence, start, rule);
  return rule;
}

/**
 * carrel_ical_rule_new_listed:
 * @recurrence: a rule; its UNTIL in the same zone as @start
 * @start: the start of the first event
 *
 * Reads how an event repeats as at most 750 dates, also when it is weekly.
 *
 * Returns: (transfer full): the rule
 */
CarrelIcalRule *
carrel_ical_rule_new_listed (struct icalrecurrencetype recurrence, icaltimetype start)
{
  CarrelIcalRule *rule = new_empty (recurrence);

  list_dates (recurrence, start, rule);
  return rule;
}

/**
 * carrel_ical_rule_new_once:
 * @start: the start of an event
 *
 * Returns: (transfer full): a rule that has only this date
 */
CarrelIcalRule *
carrel_ical_rule_new_once (icaltimetype start)
{
  CarrelIcalRule *rule = g_new0 (CarrelIcalRule, 1);
  CarrelWallTime wall = carrel_ical_rule_get_wall (start);

  rule->dates = g_array_new (FALSE, FALSE, sizeof (CarrelWallTime));
  g_array_append_val (rule->dates, wall);
  return rule;
}

/**
 * carrel_ical_rule_free:
 * @rule: (transfer full): a rule
 *
 * Frees a rule.
 */
void
carrel_ical_rule_free (CarrelIcalRule *rule)
{
  g_array_unref (rule->dates);
  g_free (rule);
}
