/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a student does with one occurrence: copy, join, be reminded, note a visit, mark as done,
 * keep a date of one's own, ask for more time. */
#pragma once

#include "carrel-view-marks.h"

G_BEGIN_DECLS

/* The actions of a view, each with the id of an occurrence as its parameter; ends with NULL. */
extern const char *const carrel_occurrence_actions_names[];

void carrel_occurrence_actions_run (CarrelView *view,
                                    const CarrelViewTime *time,
                                    CarrelViewMarks *marks,
                                    const char *action,
                                    CarrelOccurrence *occurrence);
void carrel_occurrence_actions_copy (CarrelView *view,
                                     const CarrelViewTime *time,
                                     GPtrArray *occurrences);

G_END_DECLS
