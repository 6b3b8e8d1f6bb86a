/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendars name zones in many ways: the IANA name, the same with a prefix, a VTIMEZONE that says
 * what it is, or only its rules. Each is tried in this order. */
#define G_LOG_DOMAIN "carrel-ical-clock"

#include "config.h"

#include "carrel-ical-clock.h"

#include "carrel-record.h"
#include "carrel-windows-zone.h"
#include "carrel-zone.h"

#include <string.h>

/* The IANA name at the end of "/citadel.org/20190914_1/Europe/Berlin". */
static char *
dup_known_name (const char *name)
{
  g_auto (GStrv) parts = NULL;
  guint n_parts;

  if (name == NULL)
    return NULL;
  parts = g_strsplit (name, "/", 12);
  n_parts = g_strv_length (parts);
  for (guint n = MIN (n_parts, 3); n > 0; n--)
    {
      g_autofree char *tail = g_strjoinv ("/", parts + n_parts - n);
      g_autoptr (GTimeZone) zone = *tail != '\0' ? carrel_zone_find (tail) : NULL;

      if (zone != NULL)
        return g_steal_pointer (&tail);
    }
  return NULL;
}

static icalcomponent *
find_definition (icalcomponent *calendar, const char *id)
{
  for (icalcomponent *at = icalcomponent_get_first_component (calendar, ICAL_VTIMEZONE_COMPONENT);
       at != NULL; at = icalcomponent_get_next_component (calendar, ICAL_VTIMEZONE_COMPONENT))
    {
      icalproperty *property = icalcomponent_get_first_property (at, ICAL_TZID_PROPERTY);

      if (property != NULL && g_strcmp0 (icalproperty_get_tzid (property), id) == 0)
        return at;
    }
  return NULL;
}

/* What X-LIC-LOCATION in the definition of a zone says. */
static const char *
get_location (icalcomponent *definition)
{
  for (icalproperty *at = icalcomponent_get_first_property (definition, ICAL_X_PROPERTY);
       at != NULL; at = icalcomponent_get_next_property (definition, ICAL_X_PROPERTY))
    if (g_strcmp0 (icalproperty_get_x_name (at), "X-LIC-LOCATION") == 0)
      return icalproperty_get_x (at);
  return NULL;
}

static const char *
get_zone_id (icalproperty *property)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);

  return parameter != NULL ? icalparameter_get_tzid (parameter) : NULL;
}

/* What a TZID stands for. */
typedef struct
{
  char *name;          /* in the IANA database; NULL when it is not there */
  GTimeZone *zone;     /* the same */
  icaltimezone *rules; /* of the calendar, for a zone without a name; NULL is none */
} Known;

static void
free_known (gpointer data)
{
  Known *known = data;

  g_free (known->name);
  g_clear_pointer (&known->zone, g_time_zone_unref);
  g_free (known);
}

/* Whether a rule gives few changes of a clock in each year. */
static gboolean
is_yearly (struct icalrecurrencetype rule)
{
  const short none = ICAL_RECURRENCE_ARRAY_MAX;

  return rule.freq == ICAL_YEARLY_RECURRENCE && rule.by_hour[0] == none && rule.by_minute[0] == none
         && rule.by_second[0] == none && (rule.by_day[0] == none || rule.by_day[1] == none)
         && (rule.by_month[0] == none || rule.by_month[1] == none);
}

/* Whether the rules of a zone are of the usual kind: libical expands them all up to our days. */
static gboolean
is_usual (icalcomponent *definition)
{
  for (icalcomponent *at = icalcomponent_get_first_component (definition, ICAL_ANY_COMPONENT);
       at != NULL; at = icalcomponent_get_next_component (definition, ICAL_ANY_COMPONENT))
    for (icalproperty *rule = icalcomponent_get_first_property (at, ICAL_RRULE_PROPERTY);
         rule != NULL; rule = icalcomponent_get_next_property (at, ICAL_RRULE_PROPERTY))
      if (!is_yearly (icalproperty_get_rrule (rule)))
        return FALSE;
  return TRUE;
}

static const Known *
find_zone (const CarrelIcalClock *self, const char *id)
{
  Known *known = g_hash_table_lookup (self->known, id);
  icalcomponent *definition;

  if (known != NULL)
    return known;
  known = g_new0 (Known, 1);
  g_hash_table_insert (self->known, g_strdup (id), known);
  known->name = dup_known_name (id);
  if (known->name == NULL)
    known->name = dup_known_name (carrel_windows_zone_find (id));
  definition = known->name == NULL ? find_definition (self->calendar, id) : NULL;
  if (definition != NULL)
    known->name = dup_known_name (get_location (definition));
  if (known->name != NULL)
    known->zone = carrel_zone_find (known->name);
  else if (definition != NULL && is_usual (definition))
    known->rules = icalcomponent_get_timezone (self->calendar, id);
  return known;
}

/* The name that the calendar gives to itself. */
static char *
dup_own_name (icalcomponent *calendar)
{
  char *name = NULL;

  for (icalproperty *at = icalcomponent_get_first_property (calendar, ICAL_X_PROPERTY);
       at != NULL && name == NULL; at = icalcomponent_get_next_property (calendar, ICAL_X_PROPERTY))
    if (g_strcmp0 (icalproperty_get_x_name (at), "X-WR-TIMEZONE") == 0)
      name = dup_known_name (icalproperty_get_x (at));
  return name;
}

/* The zone of the first event that has one; UTC when there are moments and none has a known zone.
 */
static char *
dup_zone_of_events (const CarrelIcalClock *self)
{
  gboolean has_moment = FALSE;

  for (icalcomponent *at
       = icalcomponent_get_first_component (self->calendar, ICAL_VEVENT_COMPONENT);
       at != NULL; at = icalcomponent_get_next_component (self->calendar, ICAL_VEVENT_COMPONENT))
    {
      icalproperty *start = icalcomponent_get_first_property (at, ICAL_DTSTART_PROPERTY);
      const char *id = start != NULL ? get_zone_id (start) : NULL;
      const Known *known = id != NULL ? find_zone (self, id) : NULL;

      if (known != NULL && known->name != NULL)
        return g_strdup (known->name);
      has_moment |= (known != NULL && known->rules != NULL)
                    || (start != NULL && icaltime_is_utc (icalproperty_get_dtstart (start)));
    }
  return has_moment ? g_strdup ("UTC") : NULL;
}

static gboolean
to_moment (const CarrelIcalClock *self, icalproperty *property, icaltimetype time, gint64 *moment)
{
  const char *id = get_zone_id (property);
  const Known *known = id != NULL ? find_zone (self, id) : NULL;
  CarrelWallTime wall = carrel_ical_rule_get_wall (time);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GTimeZone *zone = icaltime_is_utc (time) ? utc : known != NULL ? known->zone : NULL;

  if (zone != NULL)
    *moment = carrel_zone_to_moment (zone, wall.date, wall.minutes, NULL);
  else if (known != NULL && known->rules != NULL)
    *moment = icaltime_as_timet_with_zone (time, known->rules);
  else
    return FALSE;
  return TRUE;
}

/**
 * carrel_ical_clock_new:
 * @calendar: a calendar, kept by the caller
 *
 * Finds the zone that the times of a calendar are read in.
 *
 * Returns: (transfer full): the clock
 */
CarrelIcalClock *
carrel_ical_clock_new (icalcomponent *calendar)
{
  CarrelIcalClock *self = g_new0 (CarrelIcalClock, 1);

  self->calendar = calendar;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_known);
  self->name = dup_own_name (calendar);
  if (self->name == NULL)
    self->name = dup_zone_of_events (self);
  self->zone = self->name != NULL ? carrel_zone_find (self->name) : NULL;
  if (self->zone == NULL)
    self->zone = g_time_zone_new_utc ();
  return self;
}

/**
 * carrel_ical_clock_free:
 * @self: (transfer full): a clock
 *
 * Frees a clock.
 */
void
carrel_ical_clock_free (CarrelIcalClock *self)
{
  g_hash_table_unref (self->known);
  g_free (self->name);
  g_time_zone_unref (self->zone);
  g_free (self);
}

/**
 * carrel_ical_clock_is_known:
 * @self: a clock
 * @property: a property with a time
 *
 * Returns: whether its zone, if it names one, can be told
 */
gboolean
carrel_ical_clock_is_known (const CarrelIcalClock *self, icalproperty *property)
{
  const char *id = get_zone_id (property);
  const Known *known = id != NULL ? find_zone (self, id) : NULL;

  return known == NULL || known->zone != NULL || known->rules != NULL;
}

/**
 * carrel_ical_clock_is_own:
 * @self: a clock
 * @property: the property that @time is from
 * @time: a time
 *
 * Returns: whether @time is on the wall of this clock as it is written: a date, a floating time, or
 *   one in the same zone
 */
gboolean
carrel_ical_clock_is_own (const CarrelIcalClock *self, icalproperty *property, icaltimetype time)
{
  const char *id = get_zone_id (property);
  gboolean is_utc = icaltime_is_utc (time);

  if (time.is_date || (!is_utc && id == NULL))
    return TRUE;
  return g_strcmp0 (is_utc ? "UTC" : find_zone (self, id)->name, self->name) == 0;
}

/**
 * carrel_ical_clock_read:
 * @self: a clock
 * @property: the property that @time is from, which names its zone
 * @time: a time
 *
 * Returns: what the clock shows at @time; a time of a zone that nobody knows is taken as it stands
 */
CarrelWallTime
carrel_ical_clock_read (const CarrelIcalClock *self, icalproperty *property, icaltimetype time)
{
  CarrelWallTime wall = carrel_ical_rule_get_wall (time);
  gint64 moment;

  if (carrel_date_is_valid (wall.date) && !carrel_ical_clock_is_own (self, property, time)
      && to_moment (self, property, time, &moment))
    wall.date = carrel_zone_get_date (self->zone, moment, &wall.minutes);
  return wall;
}
