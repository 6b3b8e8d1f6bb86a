/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How much help there is on each day, and how far each day is from the next deadline. */
#pragma once

#include "carrel-timetable.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelDate date;
  int minutes;                /* of office hours that take place; two at once count twice */
  GPtrArray *people;          /* of char *: who holds them, each once, in the order of the day */
  CarrelOccurrence *deadline; /* owned, nullable: the first that ends on that day or later */
  int n_days_to_deadline;
} CarrelCoverageDay;

GPtrArray *carrel_coverage_list_days (CarrelTimetable *timetable,
                                      CarrelDate first,
                                      guint n_days,
                                      GTimeZone *zone);
CarrelDays carrel_coverage_get_uncovered (GPtrArray *days);

G_END_DECLS
