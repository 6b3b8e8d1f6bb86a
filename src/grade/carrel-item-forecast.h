/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What one item can still do for the grade. Pure functions; grades are fractions of 1. */
#pragma once

#include "carrel-forecast.h"

G_BEGIN_DECLS

CarrelRational *carrel_item_forecast_get_with (const CarrelGradeCourse *course,
                                               guint item,
                                               const CarrelRational *points);
CarrelRational *carrel_item_forecast_get_leverage (const CarrelGradeCourse *course, guint item);
gboolean carrel_item_forecast_cannot_matter (const CarrelGradeCourse *course, guint item);
gboolean carrel_item_forecast_is_safe_to_skip (const CarrelGradeCourse *course,
                                               guint item,
                                               const CarrelRational *target);
CarrelAnswer *carrel_item_forecast_get_next_mark (const CarrelGradeCourse *course,
                                                  guint item,
                                                  const CarrelRational *target,
                                                  const CarrelRational *step);

G_END_DECLS
