/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The only reader of the wall clock. Everything else is told what time it is, so that tests,
 * pictures and `carrelctl next --at` can choose the moment. */
#pragma once

#include <gio/gio.h>

#include "carrel-date.h"

G_BEGIN_DECLS

#define CARREL_TYPE_CLOCK (carrel_clock_get_type ())
G_DECLARE_FINAL_TYPE (CarrelClock, carrel_clock, CARREL, CLOCK, GObject)

/* Signals, all without arguments, emitted on the main loop of the thread that made the clock:
 *   "minute"        a new minute has begun (also after a suspend)
 *   "day-changed"   a new day has begun in the clock's zone
 *   "zone-changed"  the system's zone or the time itself was set anew */

CarrelClock *carrel_clock_new (void);
CarrelClock *carrel_clock_new_fixed (gint64 now, GTimeZone *zone);
CarrelClock *carrel_clock_new_at (const char *moment, GTimeZone *zone, GError **error);
CarrelClock *carrel_clock_new_from_environment (GError **error);

gint64 carrel_clock_get_now (CarrelClock *clock);
GTimeZone *carrel_clock_get_zone (CarrelClock *clock);
CarrelDate carrel_clock_get_today (CarrelClock *clock);
void carrel_clock_choose_zone (CarrelClock *clock, GTimeZone *zone);
void carrel_clock_set_fixed (CarrelClock *clock, gint64 now, GTimeZone *zone);

G_END_DECLS
