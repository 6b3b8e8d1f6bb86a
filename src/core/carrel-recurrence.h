/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A weekly rule on days counted from 1970-01-01: arithmetic only, no zone and no time of day. */
#pragma once

#include "carrel-date.h"

G_BEGIN_DECLS

#define CARREL_DAY_FIRST (-25567) /* 1900-01-01: what has no bound ends here */
#define CARREL_DAY_LAST  84370    /* 2200-12-31 */

typedef struct
{
  int first; /* the first day that may count, days since 1970-01-01 */
  int last;  /* the last one */
  CarrelDays days;
  int every_weeks; /* 1 or more; weeks begin on Monday, the one with @first counts */
} CarrelRecurrence;

int carrel_day_number (CarrelDate date);
CarrelDate carrel_day_number_to_date (int day);
CarrelDays carrel_day_number_get_weekday (int day);

gboolean carrel_recurrence_has (const CarrelRecurrence *rule, int day);
gboolean carrel_recurrence_has_week (const CarrelRecurrence *rule, int day);
void carrel_recurrence_expand (const CarrelRecurrence *rule, int from, int to, GArray *days);

G_END_DECLS
