/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What reminders are looked up in: the courses with their timetables, and what the reader has asked
 * for. It is read from the store once and holds until the store changes. */
#pragma once

#include "carrel-store-marks.h"
#include "carrel-timetable.h"

G_BEGIN_DECLS

/* One course. */
typedef struct
{
  char *id;
  CarrelTimetable *timetable;
  GPtrArray *reminders;  /* of CarrelReminder */
  GHashTable *own_dates; /* of ids of facts to CarrelPersonalDate */
  GHashTable *done;      /* set of ids of facts */
} CarrelReminderPage;

typedef struct
{
  GPtrArray *pages; /* of CarrelReminderPage */
  int longest_lead; /* of the reminders, minutes */
} CarrelReminderBook;

CarrelReminderBook *carrel_reminder_book_new (CarrelStore *store, GTimeZone *zone, GError **error);
void carrel_reminder_book_free (CarrelReminderBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelReminderBook, carrel_reminder_book_free)

G_END_DECLS
