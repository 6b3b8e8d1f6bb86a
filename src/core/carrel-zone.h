/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A time zone by its IANA name, and what a clock on the wall there says. */
#pragma once

#include "carrel-date.h"

G_BEGIN_DECLS

#define CARREL_MINUTES_A_DAY (24 * 60)
#define CARREL_SECONDS_A_DAY (G_GINT64_CONSTANT (86400))

/* How a time on the wall met a change of the clocks. */
typedef enum
{
  CARREL_WALL_PLAIN,
  CARREL_WALL_SKIPPED, /* does not exist that night: the moment is as much later as was skipped */
  CARREL_WALL_TWICE,   /* exists twice that night: the moment is the first */
} CarrelWall;

GTimeZone *carrel_zone_find (const char *name);
gint64 carrel_zone_get_offset (GTimeZone *zone, gint64 moment);
gint64 carrel_zone_to_moment (GTimeZone *zone, CarrelDate date, int minutes, CarrelWall *wall);
CarrelDate carrel_zone_get_date (GTimeZone *zone, gint64 moment, int *minutes);
gboolean carrel_zone_differs (GTimeZone *zone, GTimeZone *other, gint64 moment);

G_END_DECLS
