/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The private log of visits to office hours. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-view-time.h"

G_BEGIN_DECLS

#define CARREL_TYPE_VISITS_DIALOG (carrel_visits_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelVisitsDialog, carrel_visits_dialog, CARREL, VISITS_DIALOG, CarrelDialog)

GtkWidget *carrel_visits_dialog_new (CarrelView *view, const CarrelViewTime *time);

G_END_DECLS
