/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reminders whose time has come: those of single events, and those that the settings ask for by
 * kind. */
#pragma once

#include "carrel-reminder-book.h"
#include "carrel-reminder-log.h"

G_BEGIN_DECLS

typedef struct
{
  char *course_id;
  gint64 reminder;              /* its id; 0 is one that the settings ask for */
  gint64 moment;                /* when that begins, or is due, seconds UTC */
  CarrelOccurrence *occurrence; /* what it is about */
} CarrelDueReminder;

/* How long before the settings want to remind, by the kind of occurrence, minutes; 0 is not. */
typedef struct
{
  int lead[CARREL_N_OCCURRENCE_KINDS];
} CarrelReminderLeads;

void carrel_due_reminder_read_leads (GSettings *settings, CarrelReminderLeads *leads);
int carrel_due_reminder_get_lead (const CarrelReminderLeads *leads, CarrelOccurrenceKind kind);
GPtrArray *carrel_due_reminder_list (const CarrelReminderBook *book,
                                     const CarrelReminderLeads *leads,
                                     const CarrelReminderLog *log,
                                     gint64 now);
char *carrel_due_reminder_dup_id (const CarrelDueReminder *due);
void carrel_due_reminder_free (CarrelDueReminder *due);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelDueReminder, carrel_due_reminder_free)

G_END_DECLS
