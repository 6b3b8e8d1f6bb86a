/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of a week grid: what each shows, and where in the week it belongs. */
#pragma once

#include <gtk/gtk.h>

#include "carrel-format-occurrence.h"
#include "carrel-week-lanes.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *button;            /* owned, a child of the grid */
  CarrelOccurrence *occurrence; /* owned; NULL for the heading of a day */
  int day;
  gboolean is_all_day;
  int row; /* of all-day events, from 0 */
  CarrelWeekSlot slot;
} CarrelWeekCell;

typedef struct
{
  GtkWidget *parent; /* the grid */
  GArray *cells;     /* of CarrelWeekCell, by day and time */
  CarrelDate first_day;
  GTimeZone *zone;
  int n_days;
  int n_all_day;
  int first_hour;
  int last_hour;
} CarrelWeekCells;

void carrel_week_cells_init (CarrelWeekCells *self, GtkWidget *parent);
void carrel_week_cells_clear (CarrelWeekCells *self);
CarrelWeekCell *carrel_week_cells_get (CarrelWeekCells *self, guint index);
void carrel_week_cells_fill (CarrelWeekCells *self,
                             CarrelDate first_day,
                             GPtrArray *occurrences,
                             const CarrelFormatContext *read,
                             const CarrelFormatContext *heard);
guint carrel_week_cells_find_heading (CarrelWeekCells *self, int day);

G_END_DECLS
