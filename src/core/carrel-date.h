/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates, days of the week and times of day as a course page states them: a date may lack its year.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint16 year;  /* 0: the page names none */
  guint8 month; /* 1 to 12; 0: there is no date at all */
  guint8 day;   /* 1 to 31 */
} CarrelDate;

/* Days of the week as bits, Monday first. */
typedef enum
{
  CARREL_DAY_NONE = 0,
  CARREL_MONDAY = 1 << 0,
  CARREL_TUESDAY = 1 << 1,
  CARREL_WEDNESDAY = 1 << 2,
  CARREL_THURSDAY = 1 << 3,
  CARREL_FRIDAY = 1 << 4,
  CARREL_SATURDAY = 1 << 5,
  CARREL_SUNDAY = 1 << 6,
} CarrelDays;

#define CARREL_N_DAYS 7

gboolean carrel_date_is_set (CarrelDate date);
gboolean carrel_date_is_valid (CarrelDate date);
int carrel_date_compare (CarrelDate date, CarrelDate other);
CarrelDate carrel_date_add_days (CarrelDate date, int n_days);
int carrel_date_days_until (CarrelDate date, CarrelDate other);
CarrelDays carrel_date_get_weekday (CarrelDate date);
CarrelDate carrel_date_resolve (CarrelDate date, CarrelDate term_start, CarrelDate term_end);
gboolean carrel_date_parse (const char *text, CarrelDate *date);
char *carrel_date_to_text (CarrelDate date);

const char *carrel_day_to_code (CarrelDays day);
CarrelDays carrel_day_from_code (const char *code);
CarrelDays carrel_day_from_index (guint index);
guint carrel_day_get_index (CarrelDays day);

gboolean carrel_time_parse (const char *text, int *minutes);
char *carrel_time_to_text (int minutes);

G_END_DECLS
