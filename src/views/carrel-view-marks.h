/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader has marked on the facts that a view shows: done, reminders, dates of one's own.
 */
#pragma once

#include "carrel-store-marks.h"
#include "carrel-view-time.h"

G_BEGIN_DECLS

typedef struct _CarrelViewMarks CarrelViewMarks;

typedef enum
{
  CARREL_MARK_DONE = 1 << 0,
  CARREL_MARK_REMINDED = 1 << 1,
  CARREL_MARK_OWN_DATE = 1 << 2,
} CarrelMarkFlags;

CarrelViewMarks *carrel_view_marks_new (CarrelView *view, const CarrelViewTime *time);
void carrel_view_marks_free (CarrelViewMarks *self);

CarrelMarkFlags carrel_view_marks_get_flags (CarrelViewMarks *self,
                                             const CarrelOccurrence *occurrence);
const CarrelReminder *carrel_view_marks_find_reminder (CarrelViewMarks *self,
                                                       const CarrelOccurrence *occurrence);
const CarrelPersonalDate *carrel_view_marks_find_date (CarrelViewMarks *self,
                                                       const CarrelOccurrence *occurrence);
GHashTable *carrel_view_marks_get_done (CarrelViewMarks *self, const char *course_id);
char *carrel_view_marks_format (CarrelViewMarks *self,
                                const CarrelOccurrence *occurrence,
                                const CarrelViewTime *time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelViewMarks, carrel_view_marks_free)

G_END_DECLS
