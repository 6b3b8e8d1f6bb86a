/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A schedule on paper: days one below the other, a month of boxes, or the table of a term. */
#pragma once

#include "carrel-format-occurrence.h"
#include "carrel-printout.h"

G_BEGIN_DECLS

/* What the reader has to say of an occurrence; (transfer full) (nullable). */
typedef char *(*CarrelPrintNote) (const CarrelOccurrence *occurrence, gpointer user_data);

typedef struct
{
  GPtrArray *occurrences; /* of CarrelOccurrence: all of these days, in time order */
  CarrelDate first;
  CarrelDate end; /* the day after the last */
  const CarrelFormatContext *read;
  gboolean says_course;
  CarrelPrintNote note; /* may be NULL */
  gpointer note_data;
} CarrelPrintDays;

void carrel_print_schedule_days (CarrelPrintout *printout, const CarrelPrintDays *days);
void carrel_print_schedule_month (CarrelPrintout *printout,
                                  const CarrelPrintDays *days,
                                  CarrelDate month);
void
carrel_print_schedule_term (CarrelPrintout *printout, const CarrelCourse *course, CarrelDate today);

G_END_DECLS
