/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All weekly office hours of a course as a table that is edited in place by those who teach. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-view-time.h"

G_BEGIN_DECLS

#define CARREL_TYPE_HOURS_TABLE_DIALOG (carrel_hours_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelHoursTableDialog, carrel_hours_table_dialog, CARREL, HOURS_TABLE_DIALOG, CarrelDialog)

GtkWidget *carrel_hours_table_dialog_new (CarrelView *view, const CarrelViewTime *time);

G_END_DECLS
