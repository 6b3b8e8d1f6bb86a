/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells those who teach how the office hours of a week lie against the deadlines. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-view-time.h"

G_BEGIN_DECLS

#define CARREL_TYPE_COVERAGE_DIALOG (carrel_coverage_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelCoverageDialog, carrel_coverage_dialog, CARREL, COVERAGE_DIALOG, CarrelDialog)

GtkWidget *carrel_coverage_dialog_new (const CarrelViewTime *time, CarrelDate first);

G_END_DECLS
