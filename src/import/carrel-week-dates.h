/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The dates of the days of a week of which the page says one date, or the first and the last. */
#pragma once

#include "carrel-row-date.h"

G_BEGIN_DECLS

int carrel_week_dates_count_days (CarrelDate date, CarrelDate other);
gboolean carrel_week_dates_read_range (const int *days,
                                       guint n_days,
                                       const CarrelRowDate *range,
                                       CarrelDate *dates);
gboolean carrel_week_dates_read_date (
    const int *days, guint n_days, int weekday, CarrelDate date, CarrelDate *dates);
int carrel_week_dates_find_weekday (CarrelDate date, int year);

G_END_DECLS
