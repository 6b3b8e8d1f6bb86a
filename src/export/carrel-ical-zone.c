/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* VTIMEZONE for a window of time: one observance for each change of the clocks in it, and no rule
 * to be read in different ways. libical's own goes back to 1883 and renames the zone. */
#define G_LOG_DOMAIN "carrel-ical-zone"

#include "config.h"

#include "carrel-ical-zone.h"

#include "carrel-zone.h"

/* A zone has at most two changes a year; one that has far more is not written out. */
#define MAX_CHANGES 64

/* The second in (@from, @to] at which the offset is another one than at @from. */
static gint64
find_change (GTimeZone *zone, gint64 from, gint64 to)
{
  gint64 before = carrel_zone_get_offset (zone, from);

  while (to - from > 1)
    {
      gint64 middle = from + (to - from) / 2;

      if (carrel_zone_get_offset (zone, middle) == before)
        from = middle;
      else
        to = middle;
    }
  return to;
}

/* Adds the rule that holds from @change on; @before is the offset until then. */
static void
add_observance (icalcomponent *component, GTimeZone *zone, gint64 change, gint64 before)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, change);
  gboolean is_daylight = interval >= 0 && g_time_zone_is_dst (zone, interval);
  const char *name = interval >= 0 ? g_time_zone_get_abbreviation (zone, interval) : "";
  icalcomponent *observance
      = is_daylight ? icalcomponent_new_xdaylight () : icalcomponent_new_xstandard ();

  /* Its start is on the wall as it was before the change. */
  icalcomponent_add_property (observance, icalproperty_new_dtstart (icaltime_from_timet_with_zone (
                                              change + before, 0, NULL)));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetfrom ((int) before));
  icalcomponent_add_property (
      observance, icalproperty_new_tzoffsetto ((int) carrel_zone_get_offset (zone, change)));
  icalcomponent_add_property (observance, icalproperty_new_tzname (name));
  icalcomponent_add_component (component, observance);
}

/**
 * carrel_ical_zone_new:
 * @name: the name of the zone in the IANA database
 * @zone: the zone
 * @from: seconds UTC, the beginning of what is exported
 * @to: its end
 *
 * Makes a VTIMEZONE that is right from a year before @from to a year after @to.
 *
 * Returns: (transfer full): the component
 */
icalcomponent *
carrel_ical_zone_new (const char *name, GTimeZone *zone, gint64 from, gint64 to)
{
  icalcomponent *component = icalcomponent_new_vtimezone ();
  gint64 first = from - 366 * CARREL_SECONDS_A_DAY;
  gint64 last = to + 366 * CARREL_SECONDS_A_DAY;
  guint n_changes = 0;

  icalcomponent_add_property (component, icalproperty_new_tzid (name));
  add_observance (component, zone, first, carrel_zone_get_offset (zone, first));
  for (gint64 at = first; at < last && n_changes < MAX_CHANGES; at += CARREL_SECONDS_A_DAY)
    {
      gint64 before = carrel_zone_get_offset (zone, at);
      gint64 next = at + CARREL_SECONDS_A_DAY;

      if (carrel_zone_get_offset (zone, next) == before)
        continue;
      add_observance (component, zone, find_change (zone, at, next), before);
      n_changes++;
    }
  return component;
}
