/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Renames, colours, orders and removes courses. */
#pragma once

#include "carrel-clock.h"
#include "carrel-dialog.h"
#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_MANAGE_COURSES_DIALOG (carrel_manage_courses_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelManageCoursesDialog,
                      carrel_manage_courses_dialog,
                      CARREL,
                      MANAGE_COURSES_DIALOG,
                      CarrelDialog)

CarrelDialog *carrel_manage_courses_dialog_new (CarrelStore *store, CarrelClock *clock);

G_END_DECLS
