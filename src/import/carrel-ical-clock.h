/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The zone of a calendar, and the times in it as they are on the wall there. */
#pragma once

#include "carrel-ical-rule.h"

G_BEGIN_DECLS

typedef struct
{
  icalcomponent *calendar;
  char *name;        /* in the IANA database; NULL when no time names a zone */
  GTimeZone *zone;   /* UTC then */
  GHashTable *known; /* of zones by TZID; private */
} CarrelIcalClock;

CarrelIcalClock *carrel_ical_clock_new (icalcomponent *calendar);
void carrel_ical_clock_free (CarrelIcalClock *self);
CarrelWallTime
carrel_ical_clock_read (const CarrelIcalClock *self, icalproperty *property, icaltimetype time);
gboolean
carrel_ical_clock_is_own (const CarrelIcalClock *self, icalproperty *property, icaltimetype time);
gboolean carrel_ical_clock_is_known (const CarrelIcalClock *self, icalproperty *property);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelIcalClock, carrel_ical_clock_free)

G_END_DECLS
