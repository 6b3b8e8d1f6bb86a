/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How an iCalendar event repeats: as a weekly rule, which Carrel models, or as a list of dates. */
#pragma once

#include "carrel-date.h"

#include <libical/ical.h>

G_BEGIN_DECLS

/* A time on the wall. */
typedef struct
{
  CarrelDate date;
  int minutes; /* CARREL_UNKNOWN for a whole day */
} CarrelWallTime;

typedef struct
{
  gboolean is_weekly;
  gboolean is_cut; /* it goes on, but no more dates were listed */
  CarrelDays days; /* of a weekly rule */
  int every_weeks;
  gboolean is_endless;
  GArray *dates; /* of CarrelWallTime; of a weekly rule only the last one counts */
} CarrelIcalRule;

CarrelIcalRule *carrel_ical_rule_new (struct icalrecurrencetype recurrence, icaltimetype start);
CarrelIcalRule *carrel_ical_rule_new_listed (struct icalrecurrencetype recurrence,
                                             icaltimetype start);
CarrelIcalRule *carrel_ical_rule_new_once (icaltimetype start);
void carrel_ical_rule_free (CarrelIcalRule *rule);
CarrelWallTime carrel_ical_rule_get_wall (icaltimetype time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelIcalRule, carrel_ical_rule_free)

G_END_DECLS
