/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which kinds of events and which courses the schedule shows. It is kept in the settings. */
#pragma once

#include "carrel-view-time.h"

G_BEGIN_DECLS

#define CARREL_SCHEDULE_FILTER_KINDS   "schedule-hidden-kinds"
#define CARREL_SCHEDULE_FILTER_COURSES "schedule-hidden-courses"

typedef struct
{
  const char *id;
  const char *label; /* N_() */
  CarrelOccurrenceKind kinds;
} CarrelScheduleKind;

extern const CarrelScheduleKind carrel_schedule_filter_kinds[]; /* ends with a NULL id */

gboolean carrel_schedule_filter_is_shown (GSettings *settings, const char *key, const char *id);
void carrel_schedule_filter_show (GSettings *settings,
                                  const char *key,
                                  const char *id,
                                  gboolean is_shown);
void carrel_schedule_filter_clear (GSettings *settings);
char *carrel_schedule_filter_format (GSettings *settings, const CarrelViewTime *time);
guint carrel_schedule_filter_count_hidden (GSettings *settings, const CarrelViewTime *time);
GPtrArray *carrel_schedule_filter_list (GSettings *settings,
                                        const CarrelViewTime *time,
                                        CarrelDate first,
                                        CarrelDate end);

G_END_DECLS
