/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a course said before: its versions, what has changed since each, and the way back. */
#pragma once

#include "carrel-clock.h"
#include "carrel-dialog.h"
#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_VERSIONS_DIALOG (carrel_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelVersionsDialog, carrel_versions_dialog, CARREL, VERSIONS_DIALOG, CarrelDialog)

CarrelDialog *
carrel_versions_dialog_new (CarrelStore *store, CarrelClock *clock, const char *course_id);

G_END_DECLS
