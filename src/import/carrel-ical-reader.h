/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The events of a calendar as facts of a course; shared by what reads single events and series. */
#pragma once

#include "carrel-course.h"
#include "carrel-ical-clock.h"
#include "carrel-occurrence.h"

G_BEGIN_DECLS

typedef struct
{
  const char *file;
  CarrelCourse *course;
  CarrelIcalClock *clock;
  const char *label;     /* what all titles begin with; NULL is nothing */
  GHashTable *overrides; /* UID to a GPtrArray of VEVENT with a RECURRENCE-ID */
  GHashTable *ids;       /* of the facts that were made; owned, to the last number behind each */
  guint n_expanded;      /* rules that libical had to expand */
} CarrelIcalReader;

/* One event, or the first of a series. */
typedef struct
{
  icalcomponent *component;
  int line;
  const char *uid;
  char *title; /* without the label */
  CarrelOccurrenceKind kind;
  CarrelWallTime start;
  CarrelWallTime end; /* the last day of whole days */
} CarrelIcalEvent;

CarrelIcalEvent *
carrel_ical_reader_read_event (const CarrelIcalReader *self, icalcomponent *component, int line);
void carrel_ical_event_free (CarrelIcalEvent *event);
gboolean carrel_ical_reader_is_cancelled (icalcomponent *component);
gboolean carrel_ical_reader_is_dated (const CarrelIcalEvent *event);
int carrel_ical_reader_get_end (const CarrelIcalEvent *event);

void carrel_ical_reader_ask (CarrelIcalReader *self, int line, const char *text);
char *carrel_ical_reader_dup_id (CarrelIcalReader *self, const char *uid, const char *suffix);
gpointer carrel_ical_reader_add_rule (CarrelIcalReader *self,
                                      const CarrelIcalEvent *event,
                                      CarrelDays days,
                                      CarrelDate until,
                                      const char *suffix);
CarrelChange *carrel_ical_reader_add_change (
    CarrelIcalReader *self, const char *of, const char *action, CarrelDate date, int line);
void carrel_ical_reader_add_topic (CarrelIcalReader *self, const CarrelIcalEvent *event);
void carrel_ical_reader_add_dated (CarrelIcalReader *self,
                                   const CarrelIcalEvent *event,
                                   const char *suffix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelIcalEvent, carrel_ical_event_free)

G_END_DECLS
