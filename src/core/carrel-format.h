/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Human text for times, dates and durations, in the words and digits of the locale. This
 * is the only part of src/core that knows the locale. All strings are (transfer full). */
#pragma once

#include "carrel-date.h"
#include "carrel-format-text.h"

G_BEGIN_DECLS

/* Times of day, from minutes since midnight. "5 pm", "5:20 pm", "17:20"; "5–6:20 pm". */
char *carrel_format_minutes (int minutes, CarrelFormatFlags flags);
char *carrel_format_minutes_range (int start, int end, CarrelFormatFlags flags);
gboolean carrel_format_parse_minutes (const char *text, int *minutes);

/* Moments, in seconds UTC, as seen in a zone. */
char *carrel_format_time (gint64 moment, GTimeZone *zone, CarrelFormatFlags flags);
char *carrel_format_time_range (gint64 start, gint64 end, GTimeZone *zone, CarrelFormatFlags flags);
char *carrel_format_zone (GTimeZone *zone, gint64 moment);

/* Dates. "Monday 12 February"; "12 Feb"; with the year where it is not that of @today. */
char *carrel_format_date (CarrelDate date, CarrelDate today);
char *carrel_format_date_short (CarrelDate date, CarrelDate today);
char *carrel_format_date_range (CarrelDate from, CarrelDate until, CarrelDate today);
char *carrel_format_dates (CarrelDate from, CarrelDate until, CarrelDate today);
char *carrel_format_day_heading (CarrelDate date, CarrelDate today);
char *carrel_format_month (CarrelDate date);
const char *carrel_format_weekday (CarrelDays day);
const char *carrel_format_weekday_short (CarrelDays day);
char *carrel_format_weekdays (CarrelDays days);
CarrelDays carrel_format_get_first_day (void);

/* Lengths and distances. "1 hour 20 minutes"; "in 40 minutes", "tomorrow", "in 3 days". */
char *carrel_format_duration (int minutes);
char *carrel_format_relative (gint64 moment, gint64 now, GTimeZone *zone);
char *carrel_format_relative_day (CarrelDate date, CarrelDate today);
char *carrel_format_moment (gint64 moment, gint64 now, GTimeZone *zone, CarrelFormatFlags flags);

G_END_DECLS
