/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A time zone as iCalendar wants it. */
#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

icalcomponent *carrel_ical_zone_new (const char *name, GTimeZone *zone, gint64 from, gint64 to);

G_END_DECLS
