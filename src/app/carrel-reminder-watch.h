/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows reminders as notifications of the desktop while Carrel runs. */
#pragma once

#include <gio/gio.h>

#include "carrel-clock.h"
#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_REMINDER_WATCH (carrel_reminder_watch_get_type ())
G_DECLARE_FINAL_TYPE (CarrelReminderWatch, carrel_reminder_watch, CARREL, REMINDER_WATCH, GObject)

CarrelReminderWatch *
carrel_reminder_watch_new (GApplication *application, CarrelStore *store, CarrelClock *clock);

G_END_DECLS
