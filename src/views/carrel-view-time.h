/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the views of time share: the courses that are shown, their timetable, and who is looking. */
#pragma once

#include "carrel-format-occurrence.h"
#include "carrel-view.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *courses; /* of CarrelCourse: the one of the view, or all */
  CarrelTimetable *timetable;
  GTimeZone *zone;           /* the viewer's */
  CarrelDate today;          /* there */
  CarrelFormatContext read;  /* for what is seen */
  CarrelFormatContext heard; /* for what is heard */
} CarrelViewTime;

CarrelViewTime *carrel_view_time_new (CarrelView *view);
void carrel_view_time_free (CarrelViewTime *self);
void carrel_view_time_update (CarrelViewTime *self, CarrelView *view);

gint64 carrel_view_time_get_midnight (const CarrelViewTime *self, CarrelDate date);
CarrelDate
carrel_view_time_get_week (const CarrelViewTime *self, CarrelView *view, CarrelDate date);
gboolean
carrel_view_time_get_term (const CarrelViewTime *self, CarrelDate *first, CarrelDate *last);
CarrelDate carrel_view_time_get_anchor (const CarrelViewTime *self);
char *carrel_view_time_format_week (const CarrelViewTime *self, CarrelDate week);
gboolean
carrel_view_time_find_fact (const CarrelViewTime *self, const char *fact_id, CarrelDate *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelViewTime, carrel_view_time_free)

G_END_DECLS
