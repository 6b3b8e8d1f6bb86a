/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing at one time: an occurrence of a meeting or an office hour, a dated row, a deadline or
 * a break. An occurrence is made by a timetable and never changes. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

/* Bits, so that a filter is a set of kinds. */
typedef enum
{
  CARREL_OCCURRENCE_LECTURE = 1 << 0,
  CARREL_OCCURRENCE_RECITATION = 1 << 1,
  CARREL_OCCURRENCE_LAB = 1 << 2,
  CARREL_OCCURRENCE_SECTION = 1 << 3,
  CARREL_OCCURRENCE_EXAM = 1 << 4,
  CARREL_OCCURRENCE_OTHER = 1 << 5, /* a meeting of another kind, or a dated row without a time */
  CARREL_OCCURRENCE_HOURS = 1 << 6,
  CARREL_OCCURRENCE_DEADLINE = 1 << 7,
  CARREL_OCCURRENCE_BREAK = 1 << 8,
} CarrelOccurrenceKind;

#define CARREL_N_OCCURRENCE_KINDS  9
#define CARREL_OCCURRENCE_ALL      ((CarrelOccurrenceKind) ((1 << CARREL_N_OCCURRENCE_KINDS) - 1))
#define CARREL_OCCURRENCE_MEETINGS ((CarrelOccurrenceKind) 0x3f)

typedef enum
{
  CARREL_OCCURRENCE_NO_FLAGS = 0,
  CARREL_OCCURRENCE_CANCELLED = 1 << 0, /* kept in the list so that it can be said */
  CARREL_OCCURRENCE_MOVED = 1 << 1,     /* another day, time, place or person, once */
  CARREL_OCCURRENCE_ADDED = 1 << 2,
  CARREL_OCCURRENCE_FOLLOWS = 1 << 3,   /* here because the day follows another day's schedule */
  CARREL_OCCURRENCE_ALL_DAY = 1 << 4,   /* start and end are midnights of the course's zone */
  CARREL_OCCURRENCE_INFERRED = 1 << 5,  /* the date was worked out from the class pattern */
  CARREL_OCCURRENCE_UNBOUNDED = 1 << 6, /* the course states no term: it repeats without end */
  CARREL_OCCURRENCE_FLOATING = 1 << 7,  /* no known zone: read in the viewer's own */
  CARREL_OCCURRENCE_SKIPPED = 1 << 8,   /* its start does not exist on the night of a change */
  CARREL_OCCURRENCE_TWICE = 1 << 9,     /* its start exists twice on the night of a change */
} CarrelOccurrenceFlags;

typedef struct
{
  CarrelOccurrenceKind kind;
  CarrelOccurrenceFlags flags;
  gint64 start;         /* seconds since 1970-01-01 00:00 UTC */
  gint64 end;           /* the same; after or at start */
  CarrelDate date;      /* in the course's zone */
  CarrelDate rule_date; /* the date the weekly rule gives; differs from date when moved */
  int minutes;          /* of the start, since midnight there; CARREL_UNKNOWN for all day */
  int end_minutes;      /* the same; above 24 x 60 when it ends on the next day */

  CarrelCourse *course;   /* owned */
  gpointer fact;          /* owned: CarrelMeeting, CarrelOfficeHour, CarrelScheduleRow,
                             CarrelGradingItem or CarrelBreak; see fact->type */
  CarrelScheduleRow *row; /* owned, nullable: the dated row that gives a lecture its topic */
  CarrelChange *change;   /* owned, nullable: the change that cancelled, moved or added it */
  GTimeZone *zone;        /* owned: the course's, or the viewer's when FLOATING */

  char *own_title; /* owned, nullable: a title that no record holds as it is */

  /* Borrowed from the above, each NULL when unknown. */
  const char *title;
  const char *location;
  const char *person;
  const char *role;
  const char *mode;
  const char *url;
  const char *reason; /* of the change */
} CarrelOccurrence;

CarrelOccurrence *carrel_occurrence_ref (CarrelOccurrence *occurrence);
void carrel_occurrence_unref (CarrelOccurrence *occurrence);
int carrel_occurrence_compare (gconstpointer first, gconstpointer second);
char *carrel_occurrence_dup_id (const CarrelOccurrence *occurrence);
const char *carrel_occurrence_get_fact_id (const CarrelOccurrence *occurrence);
const char *carrel_occurrence_get_section (const CarrelOccurrence *occurrence);
GPtrArray *carrel_occurrence_get_segments (const CarrelOccurrence *occurrence);
gboolean carrel_occurrence_is_on (const CarrelOccurrence *occurrence, gint64 now);
CarrelOccurrenceKind carrel_occurrence_kind_from_name (const char *name);
const char *carrel_occurrence_kind_get_name (CarrelOccurrenceKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelOccurrence, carrel_occurrence_unref)

G_END_DECLS
