/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the schedule can be printed: the week that is shown, its month, and the term. */
#pragma once

#include "carrel-print-schedule.h"
#include "carrel-view-marks.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelView *view;
  const CarrelViewTime *time;
  CarrelViewMarks *marks;
  CarrelDate week; /* the first day of the week that is shown */
  CarrelDate day;  /* a day of it, whose month is meant */
} CarrelSchedulePrint;

GStrv carrel_schedule_print_list (const CarrelSchedulePrint *print);
CarrelPrintout *carrel_schedule_print_make (const CarrelSchedulePrint *print,
                                            const char *id,
                                            const CarrelPrintStyle *style);

G_END_DECLS
