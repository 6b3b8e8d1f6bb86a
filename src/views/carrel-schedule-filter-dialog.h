/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows to tick: the kinds of events and the courses that the schedule shows. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-schedule-filter.h"

G_BEGIN_DECLS

#define CARREL_TYPE_SCHEDULE_FILTER_DIALOG (carrel_schedule_filter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelScheduleFilterDialog,
                      carrel_schedule_filter_dialog,
                      CARREL,
                      SCHEDULE_FILTER_DIALOG,
                      CarrelDialog)

GtkWidget *carrel_schedule_filter_dialog_new (GSettings *settings, const CarrelViewTime *time);

G_END_DECLS
