/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Times, dates, lengths and numbers as people say them. */
#define G_LOG_DOMAIN "carrel-format"

#include "config.h"

#include "carrel-format.h"

#include "carrel-zone.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#define HALF_A_DAY    (12 * 60)
#define A_DAY         (24 * 60)
#define MANY_DAYS     14
#define FIRST_GUESSED 2024

typedef enum
{
  DATE_LONG,
  DATE_LONG_YEAR,
  DATE_SHORT,
  DATE_SHORT_YEAR,
  DATE_MONTH,
} DateForm;

static gboolean
uses_12_hours (CarrelFormatFlags flags)
{
  const char *form = nl_langinfo (T_FMT);

  if ((flags & (CARREL_FORMAT_12_HOURS | CARREL_FORMAT_24_HOURS)) != 0)
    return (flags & CARREL_FORMAT_12_HOURS) != 0;
  return strstr (form, "%r") != NULL || strstr (form, "%I") != NULL || strstr (form, "%l") != NULL;
}

static gboolean
is_morning (int minutes)
{
  return minutes % A_DAY < HALF_A_DAY;
}

/* A time of the 12-hour clock; without "am" and "pm" where the end of a range says it. */
static char *
format_12 (int minutes, gboolean says_half)
{
  int hour = minutes / 60 % 12 == 0 ? 12 : minutes / 60 % 12;
  g_autofree char *time
      = minutes % 60 == 0 ? g_strdup_printf ("%d", hour)
                          /* Translators: hours and minutes of the 12-hour clock */
                          : g_strdup_printf (C_ ("12-hour clock", "%d:%02d"), hour, minutes % 60);

  if (!says_half)
    return g_steal_pointer (&time);
  if (is_morning (minutes))
    /* Translators: %s is a time of the 12-hour clock, as in "10 am" */
    return g_strdup_printf (C_ ("12-hour clock", "%s am"), time);
  /* Translators: %s is a time of the 12-hour clock, as in "5:20 pm" */
  return g_strdup_printf (C_ ("12-hour clock", "%s pm"), time);
}

static char *
format_24 (int minutes)
{
  /* Translators: hours and minutes of the 24-hour clock */
  return g_strdup_printf (C_ ("24-hour clock", "%02d:%02d"), minutes / 60 % 24, minutes % 60);
}

static char *
join_range (const char *start, const char *end, CarrelFormatFlags flags)
{
  if ((flags & CARREL_FORMAT_SPOKEN) != 0)
    /* Translators: a range to be heard, as in "5 to 6:20 pm" or "Monday to Friday" */
    return g_strdup_printf (C_ ("range", "%s to %s"), start, end);
  /* Translators: a range to be read, as in "5–6:20 pm" */
  return g_strdup_printf (C_ ("range", "%s–%s"), start, end);
}

static const char *
get_date_form (DateForm form)
{
  switch (form)
    {
    case DATE_LONG:
      /* Translators: a date, as in "Monday 12 February"; see the manual of g_date_time_format() */
      return C_ ("date", "%A %-d %B");
    case DATE_LONG_YEAR:
      /* Translators: as in "Monday 12 February 2024" */
      return C_ ("date", "%A %-d %B %Y");
    case DATE_SHORT:
      /* Translators: as in "12 Feb" */
      return C_ ("date", "%-d %b");
    case DATE_SHORT_YEAR:
      /* Translators: as in "12 Feb 2024" */
      return C_ ("date", "%-d %b %Y");
    case DATE_MONTH:
    default:
      /* Translators: as in "February 2024" */
      return C_ ("date", "%B %Y");
    }
}

static char *
format_date_as (CarrelDate date, DateForm form)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (date.year, date.month, date.day, 12, 0, 0);

  return noon != NULL ? g_date_time_format (noon, get_date_form (form)) : g_strdup ("");
}

/* A date whose year is not known has no day of the week either. */
static char *
format_date_without_year (CarrelDate date)
{
  date.year = FIRST_GUESSED;
  return format_date_as (date, DATE_SHORT);
}

/**
 * carrel_format_minutes:
 * @minutes: minutes since midnight; over a day counts as the next one
 * @flags: how
 *
 * Returns: (transfer full): "5 pm", "5:20 pm" or "17:20"
 */
char *
carrel_format_minutes (int minutes, CarrelFormatFlags flags)
{
  g_return_val_if_fail (minutes >= 0, g_strdup (""));

  return uses_12_hours (flags) ? format_12 (minutes, TRUE) : format_24 (minutes);
}

/**
 * carrel_format_minutes_range:
 * @start: minutes since midnight
 * @end: the same; equal to @start when unknown
 * @flags: how
 *
 * Returns: (transfer full): "5–6:20 pm", "11 am–1 pm", "17:00–18:20"; "5 to 6:20 pm" when spoken
 */
char *
carrel_format_minutes_range (int start, int end, CarrelFormatFlags flags)
{
  gboolean says_half = is_morning (start) != is_morning (end) || end - start >= HALF_A_DAY;
  g_autofree char *start_text = NULL;
  g_autofree char *end_text = carrel_format_minutes (end, flags);

  if (start == end)
    return g_steal_pointer (&end_text);
  start_text = uses_12_hours (flags) ? format_12 (start, says_half) : format_24 (start);
  return join_range (start_text, end_text, flags);
}

/**
 * carrel_format_parse_minutes:
 * @text: what a person typed: "15:00", "15.00", "3 pm", "3:30PM"
 * @minutes: (out): minutes since midnight; untouched on failure
 *
 * Returns: whether @text is a time of day
 */
gboolean
carrel_format_parse_minutes (const char *text, int *minutes)
{
  g_autoptr (GRegex) form
      = g_regex_new ("^\\s*([0-9]{1,2})(?:[:.]([0-5][0-9]))?\\s*(?:(a|p)\\.?m\\.?)?\\s*$",
                     G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hour_text = NULL;
  g_autofree char *minute_text = NULL;
  g_autofree char *half = NULL;
  gint64 hour, minute;

  if (!g_regex_match (form, text, 0, &match))
    return FALSE;
  hour_text = g_match_info_fetch (match, 1);
  minute_text = g_match_info_fetch (match, 2);
  half = g_match_info_fetch (match, 3);
  hour = g_ascii_strtoll (hour_text, NULL, 10);
  minute = minute_text != NULL ? g_ascii_strtoll (minute_text, NULL, 10) : 0;
  if (half != NULL && *half != '\0')
    {
      if (hour < 1 || hour > 12)
        return FALSE;
      hour = hour % 12 + (g_ascii_tolower (*half) == 'p' ? 12 : 0);
    }
  if (hour * 60 + minute > A_DAY)
    return FALSE;
  *minutes = (int) (hour * 60 + minute);
  return TRUE;
}

/**
 * carrel_format_time:
 * @moment: seconds UTC
 * @zone: the viewer's zone
 * @flags: how
 *
 * Returns: (transfer full): the time of day at @moment
 */
char *
carrel_format_time (gint64 moment, GTimeZone *zone, CarrelFormatFlags flags)
{
  int minutes;

  carrel_zone_get_date (zone, moment, &minutes);
  return carrel_format_minutes (minutes, flags);
}

/**
 * carrel_format_time_range:
 * @start: seconds UTC
 * @end: seconds UTC
 * @zone: the viewer's zone
 * @flags: how
 *
 * Returns: (transfer full): the times of day from @start to @end
 */
char *
carrel_format_time_range (gint64 start, gint64 end, GTimeZone *zone, CarrelFormatFlags flags)
{
  int minutes, end_minutes;

  carrel_zone_get_date (zone, start, &minutes);
  carrel_zone_get_date (zone, end, &end_minutes);
  if (end > start && end_minutes <= minutes)
    end_minutes += A_DAY;
  return carrel_format_minutes_range (minutes, end_minutes, flags);
}

/**
 * carrel_format_zone:
 * @zone: a zone
 * @moment: seconds UTC
 *
 * Names a zone by its city, which people know better than an abbreviation.
 *
 * Returns: (transfer full): "New York time", or the abbreviation for a zone without a city
 */
char *
carrel_format_zone (GTimeZone *zone, gint64 moment)
{
  const char *identifier = g_time_zone_get_identifier (zone);
  const char *slash = strrchr (identifier, '/');
  g_autofree char *city = NULL;
  int interval;

  if (slash == NULL || g_str_has_prefix (identifier, "Etc/"))
    {
      interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment);
      return g_strdup (interval < 0 ? identifier : g_time_zone_get_abbreviation (zone, interval));
    }
  city = g_strdelimit (g_strdup (slash + 1), "_", ' ');
  /* Translators: %s is the city that a time zone is named after */
  return g_strdup_printf (_ ("%s time"), city);
}

/**
 * carrel_format_date:
 * @date: a date
 * @today: the viewer's date; the year is said when it is another one
 *
 * Returns: (transfer full): "Monday 12 February"
 */
char *
carrel_format_date (CarrelDate date, CarrelDate today)
{
  if (date.year == 0)
    return format_date_without_year (date);
  return format_date_as (date, date.year == today.year ? DATE_LONG : DATE_LONG_YEAR);
}

/**
 * carrel_format_date_short:
 * @date: a date
 * @today: the viewer's date; the year is said when it is another one
 *
 * Returns: (transfer full): "12 Feb"
 */
char *
carrel_format_date_short (CarrelDate date, CarrelDate today)
{
  if (date.year == 0)
    return format_date_without_year (date);
  return format_date_as (date, date.year == today.year ? DATE_SHORT : DATE_SHORT_YEAR);
}

/**
 * carrel_format_date_range:
 * @from: a date
 * @until: a date; the same day gives one date
 * @today: the viewer's date
 *
 * Returns: (transfer full): "4 Mar to 8 Mar"
 */
char *
carrel_format_date_range (CarrelDate from, CarrelDate until, CarrelDate today)
{
  g_autofree char *from_text = carrel_format_date_short (from, today);
  g_autofree char *until_text = carrel_format_date_short (until, today);

  if (carrel_date_compare (from, until) == 0)
    return g_steal_pointer (&from_text);
  return join_range (from_text, until_text, CARREL_FORMAT_SPOKEN);
}

/**
 * carrel_format_dates:
 * @from: a date, or no date
 * @until: a date, or no date
 * @today: the viewer's date
 *
 * Returns: (transfer full) (nullable): "from Monday 4 March until Friday 8 March", as far as they
 *   are known; %NULL when neither is
 */
char *
carrel_format_dates (CarrelDate from, CarrelDate until, CarrelDate today)
{
  g_autofree char *from_text = carrel_date_is_set (from) ? carrel_format_date (from, today) : NULL;
  g_autofree char *until_text
      = carrel_date_is_set (until) ? carrel_format_date (until, today) : NULL;

  if (from_text == NULL && until_text == NULL)
    return NULL;
  if (until_text == NULL)
    /* Translators: a date. */
    return g_strdup_printf (_ ("from %s"), from_text);
  if (from_text == NULL)
    /* Translators: a date. */
    return g_strdup_printf (_ ("until %s"), until_text);
  /* Translators: two dates. */
  return g_strdup_printf (_ ("from %s until %s"), from_text, until_text);
}

/**
 * carrel_format_day_heading:
 * @date: a date with a year
 * @today: the viewer's date
 *
 * Returns: (transfer full): "Today, Monday 12 February", "Tomorrow, …", or the date
 */
char *
carrel_format_day_heading (CarrelDate date, CarrelDate today)
{
  g_autofree char *text = carrel_format_date (date, today);

  switch (carrel_date_days_until (today, date))
    {
    case -1:
      /* Translators: %s is a date, as in "Monday 12 February" */
      return g_strdup_printf (_ ("Yesterday, %s"), text);
    case 0:
      /* Translators: %s is a date, as in "Monday 12 February" */
      return g_strdup_printf (_ ("Today, %s"), text);
    case 1:
      /* Translators: %s is a date, as in "Monday 12 February" */
      return g_strdup_printf (_ ("Tomorrow, %s"), text);
    default:
      return g_steal_pointer (&text);
    }
}

/**
 * carrel_format_month:
 * @date: a date with a year
 *
 * Returns: (transfer full): "February 2024"
 */
char *
carrel_format_month (CarrelDate date)
{
  return format_date_as (date, DATE_MONTH);
}

/**
 * carrel_format_weekday:
 * @day: one day of the week
 *
 * Returns: (transfer none): "Monday"
 */
const char *
carrel_format_weekday (CarrelDays day)
{
  static const nl_item names[CARREL_N_DAYS] = { DAY_2, DAY_3, DAY_4, DAY_5, DAY_6, DAY_7, DAY_1 };

  return nl_langinfo (names[carrel_day_get_index (day)]);
}

/**
 * carrel_format_weekday_short:
 * @day: one day of the week
 *
 * Returns: (transfer none): "Mon"
 */
const char *
carrel_format_weekday_short (CarrelDays day)
{
  static const nl_item names[CARREL_N_DAYS]
      = { ABDAY_2, ABDAY_3, ABDAY_4, ABDAY_5, ABDAY_6, ABDAY_7, ABDAY_1 };

  return nl_langinfo (names[carrel_day_get_index (day)]);
}

/**
 * carrel_format_weekdays:
 * @days: a set of days of the week
 *
 * Returns: (transfer full): "Monday and Wednesday"
 */
char *
carrel_format_weekdays (CarrelDays days)
{
  g_auto (GStrv) names = g_new0 (char *, CARREL_N_DAYS + 1);
  guint n_names = 0;

  for (guint i = 0; i < CARREL_N_DAYS; i++)
    if ((days & carrel_day_from_index (i)) != 0)
      names[n_names++] = g_strdup (carrel_format_weekday (carrel_day_from_index (i)));
  return carrel_format_list ((const char *const *) names);
}

/**
 * carrel_format_get_first_day:
 *
 * Returns: the day with which the locale begins a week; Monday where the C library does not say
 */
CarrelDays
carrel_format_get_first_day (void)
{
#ifdef __GLIBC__
  /* As GtkCalendar reads it: the origin is a Sunday (1997-11-30) or a Monday, and the first day is
   * counted from it, beginning with 1. */
  guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY)) == 19971201 ? 0 : 6;
  guint first = (guint) nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];

  return carrel_day_from_index ((origin + first - 1) % CARREL_N_DAYS);
#else
  return CARREL_MONDAY;
#endif
}

/**
 * carrel_format_duration:
 * @minutes: a length, 0 or more
 *
 * Returns: (transfer full): "1 hour 20 minutes"
 */
char *
carrel_format_duration (int minutes)
{
  int hours = minutes / 60, rest = minutes % 60;
  g_autofree char *hour_text
      = g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) hours), hours);
  g_autofree char *minute_text
      = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) rest), rest);

  if (hours == 0)
    return g_steal_pointer (&minute_text);
  if (rest == 0)
    return g_steal_pointer (&hour_text);
  /* Translators: a length, as in "1 hour 20 minutes" */
  return g_strdup_printf (C_ ("length", "%s %s"), hour_text, minute_text);
}

/**
 * carrel_format_relative:
 * @moment: seconds UTC, at or after @now
 * @now: seconds UTC
 * @zone: the viewer's zone, whose midnights divide the days
 *
 * Returns: (transfer full): "now", "in 40 minutes", "in 3 hours" on the same day or within 12
 * hours, else carrel_format_relative_day()
 */
char *
carrel_format_relative (gint64 moment, gint64 now, GTimeZone *zone)
{
  CarrelDate today = carrel_zone_get_date (zone, now, NULL);
  CarrelDate date = carrel_zone_get_date (zone, moment, NULL);
  /* A minute that has begun counts: at 14:20:30 the class of 15:00 is 40 minutes away. */
  int minutes = (int) ((moment - now + 59) / 60);
  g_autofree char *length = NULL;

  if (moment < now || (carrel_date_compare (date, today) != 0 && minutes > HALF_A_DAY))
    return carrel_format_relative_day (date, today);
  if (minutes == 0)
    return g_strdup (C_ ("distance in time", "now"));
  length = carrel_format_duration (minutes);
  /* Translators: %s is a length of time, as in "in 40 minutes" */
  return g_strdup_printf (C_ ("distance in time", "in %s"), length);
}

/**
 * carrel_format_relative_day:
 * @date: a date with a year
 * @today: the viewer's date
 *
 * Returns: (transfer full): "today", "tomorrow", "in 3 days", "2 days ago", "in 4 weeks"
 */
char *
carrel_format_relative_day (CarrelDate date, CarrelDate today)
{
  int days = carrel_date_days_until (today, date);
  int weeks = days / CARREL_N_DAYS;

  if (days == 0)
    return g_strdup (C_ ("distance in time", "today"));
  if (days == 1)
    return g_strdup (C_ ("distance in time", "tomorrow"));
  if (days == -1)
    return g_strdup (C_ ("distance in time", "yesterday"));
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), -days);
  if (days <= MANY_DAYS)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
  return g_strdup_printf (ngettext ("in %d week", "in %d weeks", (gulong) weeks), weeks);
}

/**
 * carrel_format_moment:
 * @moment: seconds UTC
 * @now: seconds UTC
 * @zone: the viewer's zone
 * @flags: how
 *
 * Names a moment with as much of the date as is needed.
 *
 * Returns: (transfer full): "4 pm" today, "tomorrow 3 pm", "Thursday 3 pm" within six days,
 *   "Monday 12 February, 3 pm"
 */
char *
carrel_format_moment (gint64 moment, gint64 now, GTimeZone *zone, CarrelFormatFlags flags)
{
  CarrelDate today = carrel_zone_get_date (zone, now, NULL);
  CarrelDate date = carrel_zone_get_date (zone, moment, NULL);
  int days = carrel_date_days_until (today, date);
  g_autofree char *time = carrel_format_time (moment, zone, flags);
  g_autofree char *day = NULL;

  if (days == 0)
    return g_steal_pointer (&time);
  if (days == 1)
    /* Translators: %s is a time of day */
    return g_strdup_printf (_ ("tomorrow %s"), time);
  if (days > 1 && days < CARREL_N_DAYS)
    /* Translators: a day of the week and a time, as in "Thursday 3 pm" */
    return g_strdup_printf (C_ ("moment", "%s %s"),
                            carrel_format_weekday (carrel_date_get_weekday (date)), time);
  day = carrel_format_date (date, today);
  /* Translators: a date and a time, as in "Monday 12 February, 3 pm" */
  return g_strdup_printf (C_ ("moment", "%s, %s"), day, time);
}
