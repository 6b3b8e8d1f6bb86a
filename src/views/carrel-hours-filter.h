/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which office hours are shown: of whom, where, and on which day. */
#pragma once

#include "carrel-choice-button.h"
#include "carrel-occurrence.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_HOURS_FILTER_PERSON,
  CARREL_HOURS_FILTER_PLACE,
  CARREL_HOURS_FILTER_DAY,
  CARREL_HOURS_FILTER_COURSE,
  CARREL_N_HOURS_FILTERS,
} CarrelHoursFilter;

void carrel_hours_filter_fill (CarrelChoiceButton *button,
                               CarrelHoursFilter filter,
                               GPtrArray *occurrences);
gboolean carrel_hours_filter_matches (CarrelChoiceButton *button,
                                      CarrelHoursFilter filter,
                                      const CarrelOccurrence *occurrence);

G_END_DECLS
