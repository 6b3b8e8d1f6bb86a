/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on, and what is now and next, for a set of courses. A timetable is made once from the
 * courses and never changes; it reads no clock. */
#pragma once

#include "carrel-occurrence.h"

G_BEGIN_DECLS

typedef struct _CarrelTimetable CarrelTimetable;

/* The answer to "what is now and next". Each list is in time order and holds no cancelled and no
 * all-day occurrence, except that a deadline counts as next until its day is over. */
typedef struct
{
  GPtrArray *now;  /* of CarrelOccurrence: going on */
  GPtrArray *next; /* of CarrelOccurrence: all that begin at the next moment at which any does */
} CarrelNowNext;

CarrelTimetable *carrel_timetable_new (GPtrArray *courses, GTimeZone *viewer_zone);
CarrelTimetable *carrel_timetable_new_of_course (CarrelCourse *course, GTimeZone *viewer_zone);
CarrelTimetable *carrel_timetable_ref (CarrelTimetable *timetable);
void carrel_timetable_unref (CarrelTimetable *timetable);

GPtrArray *carrel_timetable_list (CarrelTimetable *timetable,
                                  gint64 from,
                                  gint64 to,
                                  CarrelOccurrenceKind kinds);
GPtrArray *carrel_timetable_list_days (CarrelTimetable *timetable,
                                       GTimeZone *zone,
                                       CarrelDate first,
                                       CarrelDate end,
                                       CarrelOccurrenceKind kinds);
GPtrArray *carrel_timetable_list_next (CarrelTimetable *timetable,
                                       gint64 now,
                                       CarrelOccurrenceKind kinds,
                                       guint n_max);
CarrelNowNext *
carrel_timetable_find_now_next (CarrelTimetable *timetable, gint64 now, CarrelOccurrenceKind kinds);
void carrel_now_next_free (CarrelNowNext *answer);

gboolean carrel_timetable_get_term (CarrelTimetable *timetable, gint64 *from, gint64 *to);
GTimeZone *carrel_timetable_get_zone (CarrelTimetable *timetable, const CarrelCourse *course);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelTimetable, carrel_timetable_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelNowNext, carrel_now_next_free)

G_END_DECLS
