/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A week as columns of days. Every day and every event is one control with its whole sentence as
 * its name; arrow keys go from one to the next and Tab leaves. */
#pragma once

#include <gtk/gtk.h>

#include "carrel-format-occurrence.h"

G_BEGIN_DECLS

#define CARREL_TYPE_WEEK_GRID (carrel_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (CarrelWeekGrid, carrel_week_grid, CARREL, WEEK_GRID, GtkWidget)

/* Signal: event-activated (CarrelOccurrence *occurrence), borrowed for the emission. */

GtkWidget *carrel_week_grid_new (void);
void carrel_week_grid_set_week (CarrelWeekGrid *self,
                                CarrelDate first_day,
                                GPtrArray *occurrences,
                                const CarrelFormatContext *read,
                                const CarrelFormatContext *heard);
gboolean carrel_week_grid_focus_date (CarrelWeekGrid *self, CarrelDate date);
void carrel_week_grid_set_now (CarrelWeekGrid *self, gint64 now);

G_END_DECLS
