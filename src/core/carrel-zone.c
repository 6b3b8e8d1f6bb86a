/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Wall-clock times and moments in a named zone. */
#define G_LOG_DOMAIN "carrel-zone"

#include "config.h"

#include "carrel-zone.h"

#define SECONDS_A_MINUTE 60

static const CarrelDate epoch = { 1970, 1, 1 };

/**
 * carrel_zone_find:
 * @name: (nullable): a name of the IANA time zone database
 *
 * Returns: (transfer full) (nullable): the zone, or %NULL when there is none of that name
 */
GTimeZone *
carrel_zone_find (const char *name)
{
  return name != NULL && *name != '\0' ? g_time_zone_new_identifier (name) : NULL;
}

/**
 * carrel_zone_get_offset:
 * @zone: a zone
 * @moment: seconds UTC
 *
 * Returns: the seconds to add to UTC for the time on the wall at @moment
 */
gint64
carrel_zone_get_offset (GTimeZone *zone, gint64 moment)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment);

  return interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);
}

/**
 * carrel_zone_to_moment:
 * @zone: a zone
 * @date: a date with a year
 * @minutes: minutes after its midnight on the wall; may be negative or over a day
 * @wall: (out) (optional): how the time met a change of the clocks
 *
 * Finds the moment at which a clock on the wall shows a time. As in RFC 5545 section 3.3.5, a time
 * that exists twice is the first of the two, and one that is skipped is read with the offset from
 * before the change.
 *
 * Returns: seconds UTC
 */
gint64
carrel_zone_to_moment (GTimeZone *zone, CarrelDate date, int minutes, CarrelWall *wall)
{
  gint64 local = carrel_date_days_until (epoch, date) * CARREL_SECONDS_A_DAY
                 + minutes * (gint64) SECONDS_A_MINUTE;
  gint64 before = carrel_zone_get_offset (zone, local - CARREL_SECONDS_A_DAY);
  gint64 after = carrel_zone_get_offset (zone, local + CARREL_SECONDS_A_DAY);
  gboolean fits_before = carrel_zone_get_offset (zone, local - before) == before;
  gboolean fits_after = carrel_zone_get_offset (zone, local - after) == after;
  CarrelWall met = CARREL_WALL_PLAIN;

  if (before != after && fits_before == fits_after)
    met = fits_before ? CARREL_WALL_TWICE : CARREL_WALL_SKIPPED;
  if (wall != NULL)
    *wall = met;
  return local - (fits_before || !fits_after ? before : after);
}

/**
 * carrel_zone_get_date:
 * @zone: a zone
 * @moment: seconds UTC
 * @minutes: (out) (optional): minutes since midnight on the wall
 *
 * Returns: the date on the wall at @moment
 */
CarrelDate
carrel_zone_get_date (GTimeZone *zone, gint64 moment, int *minutes)
{
  gint64 local = moment + carrel_zone_get_offset (zone, moment);
  gint64 day = local / CARREL_SECONDS_A_DAY - (local % CARREL_SECONDS_A_DAY < 0 ? 1 : 0);

  if (minutes != NULL)
    *minutes = (int) ((local - day * CARREL_SECONDS_A_DAY) / SECONDS_A_MINUTE);
  return carrel_date_add_days (epoch, (int) day);
}

/**
 * carrel_zone_differs:
 * @zone: a zone
 * @other: another
 * @moment: seconds UTC
 *
 * Returns: whether the two show different times on the wall at @moment
 */
gboolean
carrel_zone_differs (GTimeZone *zone, GTimeZone *other, gint64 moment)
{
  return carrel_zone_get_offset (zone, moment) != carrel_zone_get_offset (other, moment);
}
