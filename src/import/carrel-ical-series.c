/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A plain weekly series is a meeting or an office hour with changes; any other is one date with the
 * rest as added ones, so that each occurrence is kept. */
#define G_LOG_DOMAIN "carrel-ical-series"

#include "config.h"

#include "carrel-ical-series.h"

#include "carrel-record.h"
#include "carrel-recurrence.h"
#include "carrel-zone.h"

#include <glib/gi18n-lib.h>

/* A rule that libical expands may run over hundreds of years to find nothing. */
#define MAX_EXPANDED 500
#define LAST_YEAR    2582

/* One number for a moment on the wall; without a time for all of the day. */
static gint64
get_key (CarrelWallTime wall)
{
  return carrel_day_number (wall.date) * (gint64) 2048 + wall.minutes + 1;
}

static void
add_key (GHashTable *keys, CarrelWallTime wall)
{
  gint64 key = get_key (wall);

  if (carrel_date_is_valid (wall.date))
    g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
}

static gboolean
has_key (GHashTable *keys, CarrelWallTime wall)
{
  gint64 key = get_key (wall);
  gint64 day = get_key ((CarrelWallTime){ wall.date, CARREL_UNKNOWN });

  return g_hash_table_contains (keys, &key) || g_hash_table_contains (keys, &day);
}

static CarrelWallTime
get_recurrence_id (const CarrelIcalReader *self, icalcomponent *component)
{
  icalproperty *id = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);

  return carrel_ical_clock_read (self->clock, id, icalproperty_get_recurrenceid (id));
}

/* What the rule gives and does not take place so: EXDATE and RECURRENCE-ID. */
static GHashTable *
list_excluded (const CarrelIcalReader *self, const CarrelIcalEvent *series)
{
  GHashTable *keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *overrides = g_hash_table_lookup (self->overrides, series->uid);

  for (icalproperty *at
       = icalcomponent_get_first_property (series->component, ICAL_EXDATE_PROPERTY);
       at != NULL; at = icalcomponent_get_next_property (series->component, ICAL_EXDATE_PROPERTY))
    add_key (keys, carrel_ical_clock_read (self->clock, at, icalproperty_get_exdate (at)));
  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    add_key (keys, get_recurrence_id (self, g_ptr_array_index (overrides, i)));
  return keys;
}

/* Whether a weekly rule without end gives @wall. */
static gboolean
gives (const CarrelIcalEvent *series, const CarrelIcalRule *rule, CarrelWallTime wall)
{
  int first = carrel_day_number (series->start.date);
  const CarrelRecurrence weekly = { first, G_MAXINT, rule->days, MAX (rule->every_weeks, 1) };

  return rule->is_weekly && rule->is_endless && wall.minutes == series->start.minutes
         && carrel_recurrence_has (&weekly, carrel_day_number (wall.date));
}

/* Adds to @dates those of RDATE that are not excluded, and that the rule does not give as well. */
static void
list_rdates (const CarrelIcalReader *self,
             const CarrelIcalEvent *series,
             const CarrelIcalRule *rule,
             GHashTable *excluded,
             GArray *dates)
{
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  /* Those of a weekly rule are no list of dates in the zone of the course, but on its wall. */
  const GArray *listed = rule->is_weekly ? rule->dates : dates;

  for (guint i = 0; i < listed->len; i++)
    add_key (given, g_array_index (listed, CarrelWallTime, i));
  for (icalproperty *at = icalcomponent_get_first_property (series->component, ICAL_RDATE_PROPERTY);
       at != NULL; at = icalcomponent_get_next_property (series->component, ICAL_RDATE_PROPERTY))
    {
      struct icaldatetimeperiodtype period = icalproperty_get_rdate (at);
      gboolean is_period = icaltime_is_null_time (period.time);
      CarrelWallTime wall
          = carrel_ical_clock_read (self->clock, at, is_period ? period.period.start : period.time);

      if (!carrel_date_is_valid (wall.date) || has_key (excluded, wall) || has_key (given, wall)
          || gives (series, rule, wall))
        continue;
      add_key (given, wall);
      g_array_append_val (dates, wall);
    }
}

static gboolean
differs (const CarrelIcalEvent *series, const CarrelIcalEvent *event, CarrelWallTime was)
{
  return carrel_date_compare (event->start.date, was.date) != 0
         || event->start.minutes != series->start.minutes
         || carrel_ical_reader_get_end (event) != carrel_ical_reader_get_end (series)
         || g_strcmp0 (icalcomponent_get_location (event->component),
                       icalcomponent_get_location (series->component))
                != 0;
}

/* Adds what is once different: a lecture's other title is its topic, another's the reason. */
static void
add_override (CarrelIcalReader *self,
              const CarrelIcalEvent *series,
              const CarrelIcalEvent *event,
              const char *id,
              CarrelWallTime was)
{
  gboolean is_titled = event->title != NULL && g_strcmp0 (event->title, series->title) != 0;
  gboolean is_topic = is_titled && series->kind == CARREL_OCCURRENCE_LECTURE;
  CarrelChange *change;

  if (carrel_ical_reader_is_cancelled (event->component))
    {
      carrel_ical_reader_add_change (self, id, "cancel", was.date, event->line);
      return;
    }
  if (is_topic)
    carrel_ical_reader_add_topic (self, event);
  if (!differs (series, event, was) && (is_topic || !is_titled))
    return;
  change = carrel_ical_reader_add_change (self, id, "move", was.date, event->line);
  change->to_date = event->start.date;
  change->start = event->start.minutes;
  change->end = carrel_ical_reader_get_end (event);
  change->location = g_strdup (icalcomponent_get_location (event->component));
  if (is_titled && !is_topic)
    change->reason = g_strdup (event->title);
}

static void
add_overrides (CarrelIcalReader *self,
               const CarrelIcalEvent *series,
               const char *id,
               CarrelDays days)
{
  GPtrArray *overrides = g_hash_table_lookup (self->overrides, series->uid);

  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      icalcomponent *component = g_ptr_array_index (overrides, i);
      g_autoptr (CarrelIcalEvent) event
          = carrel_ical_reader_read_event (self, component, series->line);
      CarrelWallTime was = get_recurrence_id (self, component);

      if (event != NULL && carrel_date_is_valid (was.date)
          && (days & carrel_date_get_weekday (was.date)) != 0)
        add_override (self, series, event, id, was);
    }
}

static void
add_exdates (CarrelIcalReader *self, const CarrelIcalEvent *series, const char *id, CarrelDays days)
{
  for (icalproperty *at
       = icalcomponent_get_first_property (series->component, ICAL_EXDATE_PROPERTY);
       at != NULL; at = icalcomponent_get_next_property (series->component, ICAL_EXDATE_PROPERTY))
    {
      CarrelWallTime wall = carrel_ical_clock_read (self->clock, at, icalproperty_get_exdate (at));
      gboolean is_same = wall.minutes == series->start.minutes || wall.minutes == CARREL_UNKNOWN;

      if (is_same && carrel_date_is_valid (wall.date)
          && (days & carrel_date_get_weekday (wall.date)) != 0)
        carrel_ical_reader_add_change (self, id, "cancel", wall.date, series->line);
    }
}

static void
add_date (CarrelIcalReader *self,
          const CarrelIcalEvent *series,
          const char *id,
          CarrelWallTime wall)
{
  CarrelChange *change = carrel_ical_reader_add_change (self, id, "add", wall.date, series->line);
  int length
      = (series->end.minutes - series->start.minutes + CARREL_MINUTES_A_DAY) % CARREL_MINUTES_A_DAY;

  if (wall.minutes == series->start.minutes || wall.minutes == CARREL_UNKNOWN)
    return;
  change->start = wall.minutes;
  change->end = (wall.minutes + length) % CARREL_MINUTES_A_DAY;
}

static void
add_rdates (CarrelIcalReader *self,
            const CarrelIcalEvent *series,
            const CarrelIcalRule *rule,
            const char *id)
{
  g_autoptr (GHashTable) excluded = list_excluded (self, series);
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (CarrelWallTime));

  list_rdates (self, series, rule, excluded, dates);
  for (guint i = 0; i < dates->len; i++)
    add_date (self, series, id, g_array_index (dates, CarrelWallTime, i));
}

/* Adds a weekly rule for some days of it. */
static const char *
add_days (CarrelIcalReader *self,
          const CarrelIcalEvent *series,
          const CarrelIcalRule *rule,
          CarrelDays days)
{
  static const CarrelDate no_date = { 0 };
  gboolean is_endless = rule->is_endless || rule->dates->len == 0;
  CarrelDate until = is_endless
                         ? no_date
                         : g_array_index (rule->dates, CarrelWallTime, rule->dates->len - 1).date;
  const char *suffix = days != rule->days ? carrel_day_to_code (days) : NULL;
  gpointer record = carrel_ical_reader_add_rule (self, series, days, until, suffix);
  const char *id = carrel_record_get_id (record);

  if (series->kind != CARREL_OCCURRENCE_HOURS && rule->every_weeks > 1)
    ((CarrelMeeting *) record)->every_weeks = rule->every_weeks;
  add_exdates (self, series, id, days);
  return id;
}

/* Adds a weekly series; an office hour on several days is one for each day. What is on a day that
 * the rule does not have belongs to the first. */
static void
add_weekly (CarrelIcalReader *self, const CarrelIcalEvent *series, const CarrelIcalRule *rule)
{
  gboolean is_split = series->kind == CARREL_OCCURRENCE_HOURS;
  CarrelDays others = (CarrelDays) (~(guint) rule->days & ((1u << CARREL_N_DAYS) - 1));
  gboolean is_first = TRUE;

  for (guint i = 0; i < (is_split ? CARREL_N_DAYS : 1); i++)
    {
      CarrelDays days
          = is_split ? (CarrelDays) (rule->days & carrel_day_from_index (i)) : rule->days;
      const char *id;

      if (days == CARREL_DAY_NONE)
        continue;
      id = add_days (self, series, rule, days);
      add_overrides (self, series, id, (CarrelDays) (is_first ? days | others : days));
      if (is_first)
        add_rdates (self, series, rule, id);
      is_first = FALSE;
    }
}

static icaltimetype
to_time (CarrelWallTime wall, icaltimetype time)
{
  time.year = wall.date.year;
  time.month = wall.date.month;
  time.day = wall.date.day;
  if (!time.is_date && wall.minutes >= 0)
    {
      time.hour = wall.minutes / 60;
      time.minute = wall.minutes % 60;
    }
  return time;
}

/* Adds those exceptions of a series that take place. */
static void
list_overrides (const CarrelIcalReader *self, const CarrelIcalEvent *series, GArray *dates)
{
  GPtrArray *overrides = g_hash_table_lookup (self->overrides, series->uid);

  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      icalcomponent *component = g_ptr_array_index (overrides, i);
      g_autoptr (CarrelIcalEvent) event
          = carrel_ical_reader_read_event (self, component, series->line);

      if (event != NULL && !carrel_ical_reader_is_cancelled (component))
        g_array_append_val (dates, event->start);
    }
}

static int
compare_walls (gconstpointer one, gconstpointer other)
{
  gint64 first = get_key (*(const CarrelWallTime *) one);
  gint64 second = get_key (*(const CarrelWallTime *) other);

  return (first > second) - (first < second);
}

/* The dates of a series that is no plain weekly one, in the zone of the course. */
static GArray *
list_dates (const CarrelIcalReader *self, const CarrelIcalEvent *series, const CarrelIcalRule *rule)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (CarrelWallTime));
  g_autoptr (GHashTable) excluded = list_excluded (self, series);
  icalproperty *start = icalcomponent_get_first_property (series->component, ICAL_DTSTART_PROPERTY);
  icaltimetype time = icalproperty_get_dtstart (start);

  for (guint i = 0; i < rule->dates->len; i++)
    {
      icaltimetype there = to_time (g_array_index (rule->dates, CarrelWallTime, i), time);
      CarrelWallTime wall = carrel_ical_clock_read (self->clock, start, there);

      if (carrel_date_is_valid (wall.date) && !has_key (excluded, wall))
        g_array_append_val (dates, wall);
    }
  list_rdates (self, series, rule, excluded, dates);
  list_overrides (self, series, dates);
  g_array_sort (dates, compare_walls);
  return dates;
}

/* Puts the series on another date, with its length. */
static void
shift (CarrelIcalEvent *series, CarrelWallTime wall)
{
  int n_days = carrel_date_days_until (series->start.date, series->end.date);
  int length
      = (series->end.minutes - series->start.minutes + CARREL_MINUTES_A_DAY) % CARREL_MINUTES_A_DAY;
  gboolean is_timed = series->start.minutes >= 0 && wall.minutes >= 0;

  series->start = wall;
  series->end.date = carrel_date_add_days (wall.date, n_days);
  series->end.minutes = is_timed ? (wall.minutes + length) % CARREL_MINUTES_A_DAY : CARREL_UNKNOWN;
}

static void
add_dated_list (CarrelIcalReader *self, CarrelIcalEvent *series, GArray *dates)
{
  for (guint i = 0; i < dates->len; i++)
    {
      CarrelWallTime wall = g_array_index (dates, CarrelWallTime, i);
      g_autofree char *suffix
          = g_strdup_printf ("%04d-%02d-%02d", wall.date.year, wall.date.month, wall.date.day);

      shift (series, wall);
      carrel_ical_reader_add_dated (self, series, suffix);
    }
}

/* Keeps a series that is no weekly rule: its first date, and the others as added ones. */
static void
add_list (CarrelIcalReader *self, CarrelIcalEvent *series, const CarrelIcalRule *rule)
{
  g_autoptr (GArray) dates = list_dates (self, series, rule);
  gpointer record;

  if (dates->len == 0)
    return;
  if (carrel_ical_reader_is_dated (series))
    {
      add_dated_list (self, series, dates);
      return;
    }
  shift (series, g_array_index (dates, CarrelWallTime, 0));
  record = carrel_ical_reader_add_rule (self, series, carrel_date_get_weekday (series->start.date),
                                        series->start.date, NULL);
  for (guint i = 1; i < dates->len; i++)
    add_date (self, series, carrel_record_get_id (record),
              g_array_index (dates, CarrelWallTime, i));
}

/* UNTIL is in UTC; libical compares it with what stands on the wall of the start. */
static icaltimetype
to_local_until (const CarrelIcalReader *self, icalproperty *start, icaltimetype until)
{
  CarrelWallTime wall;

  if (icaltime_is_null_time (until) || until.is_date || !icaltime_is_utc (until)
      || icaltime_is_utc (icalproperty_get_dtstart (start)))
    return until;
  wall = carrel_ical_clock_read (self->clock, start, until);
  until = to_time (wall, until);
  until.zone = NULL;
  return until;
}

/* A rule of hours or seconds is no course, and may never come to an end. */
static gboolean
is_bounded (CarrelIcalReader *self, const struct icalrecurrencetype *recurrence)
{
  const short none = ICAL_RECURRENCE_ARRAY_MAX;

  if (recurrence->freq < ICAL_DAILY_RECURRENCE || recurrence->freq > ICAL_YEARLY_RECURRENCE
      || recurrence->by_hour[0] != none || recurrence->by_minute[0] != none
      || recurrence->by_second[0] != none)
    return FALSE;
  return self->n_expanded <= MAX_EXPANDED;
}

/* The last year that libical looked at for the dates of a rule. */
static int
get_last_year (const struct icalrecurrencetype *recurrence, const CarrelIcalRule *rule)
{
  gboolean is_found = recurrence->count > 0 && (int) rule->dates->len >= recurrence->count;

  if (rule->dates->len > 0 && (rule->is_cut || is_found))
    return g_array_index (rule->dates, CarrelWallTime, rule->dates->len - 1).date.year;
  return icaltime_is_null_time (recurrence->until) ? LAST_YEAR : recurrence->until.year;
}

/* Counts what it cost to expand a rule: one that gives little is searched for over centuries. */
static void
count_cost (CarrelIcalReader *self,
            const struct icalrecurrencetype *recurrence,
            const CarrelIcalRule *rule,
            int first_year)
{
  int n_years = CLAMP (get_last_year (recurrence, rule) - first_year, 0, LAST_YEAR);
  int cost = recurrence->freq == ICAL_YEARLY_RECURRENCE ? 1 : 4;

  if (recurrence->freq != ICAL_WEEKLY_RECURRENCE)
    self->n_expanded += 1 + (guint) (n_years * cost / 100);
}

static CarrelIcalRule *
read_rule (CarrelIcalReader *self, const CarrelIcalEvent *series)
{
  icalproperty *start = icalcomponent_get_first_property (series->component, ICAL_DTSTART_PROPERTY);
  icalproperty *property
      = icalcomponent_get_first_property (series->component, ICAL_RRULE_PROPERTY);
  icaltimetype time = icalproperty_get_dtstart (start);
  struct icalrecurrencetype recurrence;
  CarrelIcalRule *rule;
  gboolean is_hours = series->kind == CARREL_OCCURRENCE_HOURS;
  gboolean is_own = carrel_ical_clock_is_own (self->clock, start, time)
                    && !carrel_ical_reader_is_dated (series);

  if (property == NULL)
    return carrel_ical_rule_new_once (time);
  recurrence = icalproperty_get_rrule (property);
  if (!is_bounded (self, &recurrence))
    {
      carrel_ical_reader_ask (self, series->line,
                              _ ("This event repeats by a rule that Carrel does not follow: only "
                                 "its first date was read. When are the others?"));
      return carrel_ical_rule_new_once (time);
    }
  recurrence.until = to_local_until (self, start, recurrence.until);
  /* In another zone its hour on the wall changes with the clocks of either, and an office hour has
   * no weeks between: list what the rule gives. */
  rule = is_own && !(is_hours && recurrence.interval > 1)
             ? carrel_ical_rule_new (recurrence, time)
             : carrel_ical_rule_new_listed (recurrence, time);
  count_cost (self, &recurrence, rule, time.year);
  return rule;
}

/**
 * carrel_ical_series_add:
 * @reader: a reader
 * @series: the first event of a series by RRULE or RDATE
 *
 * Adds all occurrences of a series. A rule that does not end and is no plain weekly one is cut, and
 * a question says so.
 */
void
carrel_ical_series_add (CarrelIcalReader *reader, CarrelIcalEvent *series)
{
  g_autoptr (CarrelIcalRule) rule = read_rule (reader, series);
  gboolean is_empty = rule->dates->len == 0 && !(rule->is_weekly && rule->is_endless);

  if (is_empty)
    carrel_ical_reader_ask (reader, series->line,
                            _ ("This event repeats by a rule that gives no date. When is it?"));
  if (rule->is_weekly && !is_empty)
    add_weekly (reader, series, rule);
  else
    add_list (reader, series, rule);
  if (rule->is_cut)
    carrel_ical_reader_ask (reader, series->line,
                            _ ("This event repeats very often or for ever: only its first 750 "
                               "dates were read. Is that enough?"));
}
