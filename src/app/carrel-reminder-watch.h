/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells once a minute, while Carrel runs, which reminders are due. */
#pragma once

#include "carrel-clock.h"
#include "carrel-due-reminder.h"

G_BEGIN_DECLS

#define CARREL_TYPE_REMINDER_WATCH (carrel_reminder_watch_get_type ())
G_DECLARE_FINAL_TYPE (CarrelReminderWatch, carrel_reminder_watch, CARREL, REMINDER_WATCH, GObject)

/* Signal: due (const CarrelDueReminder *due), borrowed for the emission. */

CarrelReminderWatch *
carrel_reminder_watch_new (CarrelStore *store, GSettings *settings, CarrelClock *clock);
void carrel_reminder_watch_check (CarrelReminderWatch *self);
void carrel_reminder_watch_snooze (CarrelReminderWatch *self,
                                   const char *course_id,
                                   gint64 reminder,
                                   const char *id,
                                   gint64 moment,
                                   int minutes);

G_END_DECLS
