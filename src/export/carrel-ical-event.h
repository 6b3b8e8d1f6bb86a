/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One occurrence, or a series of them, as an iCalendar event. */
#pragma once

#include "carrel-export-options.h"
#include "carrel-occurrence.h"

#include <libical/ical.h>

G_BEGIN_DECLS

typedef struct
{
  const CarrelExportOptions *options;
  const char *course_id;
  const char *label; /* what the titles of events begin with; NULL is nothing */
  const char *zone;  /* the name of the zone; NULL makes floating times */
} CarrelIcalContext;

icaltimetype carrel_ical_event_time (CarrelDate date, int minutes, gboolean is_all_day);
void carrel_ical_event_add_time (icalcomponent *event,
                                 const CarrelIcalContext *context,
                                 icalproperty_kind kind,
                                 icaltimetype time);
icalcomponent *carrel_ical_event_new (const CarrelIcalContext *context,
                                      const CarrelOccurrence *occurrence,
                                      const char *uid,
                                      gboolean is_series);

G_END_DECLS
