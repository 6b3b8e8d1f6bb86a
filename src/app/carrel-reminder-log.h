/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which reminders of the settings were shown or put off. It is kept in the settings, so that a
 * restart does not show them again, and forgets what is over. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _CarrelReminderLog CarrelReminderLog;

CarrelReminderLog *carrel_reminder_log_new (GSettings *settings);
void carrel_reminder_log_free (CarrelReminderLog *self);
gboolean carrel_reminder_log_is_wanted (const CarrelReminderLog *self,
                                        const char *id,
                                        gint64 moment,
                                        gint64 now);
void carrel_reminder_log_mark (
    CarrelReminderLog *self, const char *id, gint64 moment, gint64 snoozed_until, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelReminderLog, carrel_reminder_log_free)

G_END_DECLS
