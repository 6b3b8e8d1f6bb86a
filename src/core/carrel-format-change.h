/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a one-time change makes of an occurrence, in words. All strings are (transfer full). */
#pragma once

#include "carrel-format-occurrence.h"

G_BEGIN_DECLS

char *carrel_format_occurrence_change (const CarrelOccurrence *occurrence,
                                       const CarrelFormatContext *context);
char *carrel_format_change (const CarrelChange *change,
                            const CarrelCourse *course,
                            CarrelTimetable *timetable,
                            CarrelFormatFlags flags);

G_END_DECLS
