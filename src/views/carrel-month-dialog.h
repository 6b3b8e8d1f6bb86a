/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a date, with what is on on each day of a month. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-view-time.h"

G_BEGIN_DECLS

#define CARREL_TYPE_MONTH_DIALOG (carrel_month_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelMonthDialog, carrel_month_dialog, CARREL, MONTH_DIALOG, CarrelDialog)

/* Signal: chosen, see carrel_month_dialog_get_date(). */

GtkWidget *carrel_month_dialog_new (CarrelView *view, CarrelDate date);
CarrelDate carrel_month_dialog_get_date (CarrelMonthDialog *self);

G_END_DECLS
