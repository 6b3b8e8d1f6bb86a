/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What someone who teaches does with office hours: edit, cancel, move, hand over, add, remove. */
#pragma once

#include "carrel-view-time.h"

G_BEGIN_DECLS

typedef struct
{
  const char *action; /* of the view */
  const char *label;  /* N_() for the menu of a row; NULL needs no occurrence */
} CarrelHourVerb;

/* Ends with a NULL action. */
extern const CarrelHourVerb carrel_hour_editor_verbs[];

void carrel_hour_editor_run (CarrelView *view,
                             const CarrelViewTime *time,
                             const char *action,
                             CarrelOccurrence *occurrence);

guint carrel_hour_editor_count_changes (CarrelView *view);
void carrel_hour_editor_publish (CarrelView *view);
void carrel_hour_editor_discard (CarrelView *view);

G_END_DECLS
