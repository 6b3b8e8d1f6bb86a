/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of one month to choose from. It is one stop of the keyboard: arrow keys go from day to
 * day, Home and End in the week, Page Up and Page Down from month to month, with Shift from year to
 * year. Each day says its date and its events. */
#pragma once

#include <adwaita.h>

#include "carrel-occurrence.h"

G_BEGIN_DECLS

/* Says in words what is on, (transfer full) (nullable), and which kinds of it there are. */
typedef char *(*CarrelMonthDescribe) (CarrelDate day,
                                      CarrelOccurrenceKind *kinds,
                                      gpointer user_data);

#define CARREL_TYPE_MONTH_GRID (carrel_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (CarrelMonthGrid, carrel_month_grid, CARREL, MONTH_GRID, AdwBin)

/* Signals: day-activated, month-changed; without arguments, see carrel_month_grid_get_day(). */

GtkWidget *carrel_month_grid_new (void);
void carrel_month_grid_set_source (CarrelMonthGrid *self,
                                   CarrelMonthDescribe describe,
                                   gpointer user_data);
void carrel_month_grid_set_first_day (CarrelMonthGrid *self, CarrelDays first_day);
void carrel_month_grid_set_today (CarrelMonthGrid *self, CarrelDate today);
void carrel_month_grid_set_day (CarrelMonthGrid *self, CarrelDate day);
CarrelDate carrel_month_grid_get_day (CarrelMonthGrid *self);
void carrel_month_grid_step (CarrelMonthGrid *self, int n_months);

G_END_DECLS
