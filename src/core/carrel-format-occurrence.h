/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences about occurrences: rows, now and next, office hours. All strings are (transfer full).
 */
#pragma once

#include "carrel-clash.h"
#include "carrel-format.h"
#include "carrel-timetable.h"

G_BEGIN_DECLS

/* Who is looking, and when: what every sentence about time needs. */
typedef struct
{
  gint64 now;
  GTimeZone *zone; /* the viewer's */
  CarrelFormatFlags flags;
} CarrelFormatContext;

const char *carrel_format_course (const CarrelCourse *course);
const char *carrel_format_kind (CarrelOccurrenceKind kind);
const char *carrel_format_kind_name (const char *name);
const char *carrel_format_kind_beside_title (const CarrelOccurrence *occurrence);
const char *carrel_format_mode (const char *mode);
const char *carrel_format_role (const char *role);
char *carrel_format_occurrence_title (const CarrelOccurrence *occurrence);
char *carrel_format_occurrence_time (const CarrelOccurrence *occurrence,
                                     const CarrelFormatContext *context);
char *carrel_format_occurrence_remark (const CarrelOccurrence *occurrence,
                                       const CarrelFormatContext *context);
char *carrel_format_occurrence_sentence (const CarrelOccurrence *occurrence,
                                         const CarrelFormatContext *context);
char *carrel_format_countdown (const CarrelOccurrence *occurrence,
                               const CarrelFormatContext *context);
char *carrel_format_segments (const CarrelOccurrence *occurrence,
                              const CarrelFormatContext *context);
char *carrel_format_hours_status (const CarrelNowNext *answer, const CarrelFormatContext *context);
char *carrel_format_now (const CarrelNowNext *answer, const CarrelFormatContext *context);
char *carrel_format_next (const CarrelNowNext *answer, const CarrelFormatContext *context);
char *carrel_format_clash (const CarrelClash *clash, const CarrelFormatContext *context);

G_END_DECLS
