/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the lines of a section write their dates, where that is only certain by their number. */
#pragma once

#include "carrel-schedule-reader.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean has_bare;     /* "1/17 Sets" */
  gboolean has_slashes;  /* "Sets (1/17)" */
  gboolean has_dashes;   /* "1-17: Sets" */
  gboolean has_brackets; /* "[1/17] Sets" */
} CarrelScheduleHabits;

CarrelScheduleHabits carrel_schedule_habits_find (const CarrelScheduleReader *reader,
                                                  guint section);
gboolean carrel_schedule_habits_is_bare (const CarrelScheduleHabits *self,
                                         const CarrelScheduleReader *reader,
                                         const char *text);
gboolean carrel_schedule_habits_ends_in_slashes (const CarrelScheduleHabits *self,
                                                 const char *text);
gboolean carrel_schedule_habits_is_post (const CarrelScheduleReader *reader,
                                         const CarrelPageLine *line,
                                         const CarrelRowDate *date);

G_END_DECLS
