/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a student does with one office hour: copy, join, be reminded, note a visit. */
#pragma once

#include "carrel-view-time.h"

G_BEGIN_DECLS

/* The actions of the view; ends with NULL. */
extern const char *const carrel_hour_actions_names[];

void carrel_hour_actions_run (CarrelView *view,
                              const CarrelViewTime *time,
                              const char *action,
                              CarrelOccurrence *occurrence);
void carrel_hour_actions_copy (CarrelView *view, const char *text);
GHashTable *carrel_hour_actions_load_reminders (CarrelView *view);

G_END_DECLS
