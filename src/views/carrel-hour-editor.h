/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What someone who teaches does with office hours: edit, cancel, move, hand over, swap, add. */
#pragma once

#include "carrel-view-time.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_HOUR_VERB_ALWAYS,
  CARREL_HOUR_VERB_HELD,    /* the hour is not cancelled on that day */
  CARREL_HOUR_VERB_CHANGED, /* the day is cancelled, moved or added */
} CarrelHourVerbScope;

typedef struct
{
  const char *action; /* of the view */
  const char *label;  /* N_() for the menu of a row; NULL needs no occurrence */
  CarrelHourVerbScope scope;
} CarrelHourVerb;

/* Ends with a NULL action. */
extern const CarrelHourVerb carrel_hour_editor_verbs[];

void carrel_hour_editor_run (CarrelView *view,
                             const CarrelViewTime *time,
                             const char *action,
                             CarrelOccurrence *occurrence);

gboolean carrel_hour_editor_offers (const CarrelHourVerb *verb, const CarrelOccurrence *occurrence);

G_END_DECLS
