/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Human text for numbers, times, dates and durations, in the words and digits of the locale. This
 * is the only part of src/core that knows the locale. All strings are (transfer full). */
#pragma once

#include "carrel-date.h"

G_BEGIN_DECLS

/* How a reader wants text. Without one of the two hour flags the locale decides. */
typedef enum
{
  CARREL_FORMAT_DEFAULT = 0,
  CARREL_FORMAT_12_HOURS = 1 << 0,
  CARREL_FORMAT_24_HOURS = 1 << 1,
  CARREL_FORMAT_SPOKEN = 1 << 2, /* to be heard: no dashes, "5 to 6 pm" */
} CarrelFormatFlags;

/* Times of day, from minutes since midnight. "5 pm", "5:20 pm", "17:20"; "5–6:20 pm". */
char *carrel_format_minutes (int minutes, CarrelFormatFlags flags);
char *carrel_format_minutes_range (int start, int end, CarrelFormatFlags flags);

/* Moments, in seconds UTC, as seen in a zone. */
char *carrel_format_time (gint64 moment, GTimeZone *zone, CarrelFormatFlags flags);
char *carrel_format_time_range (gint64 start, gint64 end, GTimeZone *zone, CarrelFormatFlags flags);
char *carrel_format_zone (GTimeZone *zone, gint64 moment);

/* Dates. "Monday 12 February"; "12 Feb"; with the year where it is not that of @today. */
char *carrel_format_date (CarrelDate date, CarrelDate today);
char *carrel_format_date_short (CarrelDate date, CarrelDate today);
char *carrel_format_date_range (CarrelDate from, CarrelDate until, CarrelDate today);
char *carrel_format_day_heading (CarrelDate date, CarrelDate today);
char *carrel_format_month (CarrelDate date);
const char *carrel_format_weekday (CarrelDays day);
const char *carrel_format_weekday_short (CarrelDays day);
char *carrel_format_weekdays (CarrelDays days);

/* Lengths and distances. "1 hour 20 minutes"; "in 40 minutes", "tomorrow", "in 3 days". */
char *carrel_format_duration (int minutes);
char *carrel_format_relative (gint64 moment, gint64 now, GTimeZone *zone);
char *carrel_format_relative_day (CarrelDate date, CarrelDate today);
char *carrel_format_moment (gint64 moment, gint64 now, GTimeZone *zone, CarrelFormatFlags flags);

/* Numbers from exact decimal text ("87.50"), with the locale's decimal sign and no needless zeros.
 */
char *carrel_format_decimal (const char *decimal);
char *carrel_format_percent (const char *decimal, CarrelFormatFlags flags);
char *carrel_format_parse_decimal (const char *text);

/* "A", "A and B", "A, B and C". */
char *carrel_format_list (const char *const *items);

/* A room code letter by letter: "GHC 5417" becomes "G H C 5417". */
char *carrel_format_room_spoken (const char *room);

G_END_DECLS
