/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows due reminders as notifications of the desktop. */
#pragma once

#include "carrel-reminder-watch.h"

G_BEGIN_DECLS

#define CARREL_TYPE_REMINDER_NOTIFIER (carrel_reminder_notifier_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelReminderNotifier, carrel_reminder_notifier, CARREL, REMINDER_NOTIFIER, GObject)

/* Takes a notification to the desktop; that of the application, or a test. */
typedef void (*CarrelNotificationSink) (const char *id,
                                        GNotification *notification,
                                        const char *text,
                                        gpointer user_data);

CarrelReminderNotifier *carrel_reminder_notifier_new (GApplication *application,
                                                      CarrelReminderWatch *watch,
                                                      CarrelClock *clock);
void carrel_reminder_notifier_set_sink (CarrelReminderNotifier *self,
                                        CarrelNotificationSink sink,
                                        gpointer user_data);

G_END_DECLS
