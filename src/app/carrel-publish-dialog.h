/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Publishing a course: what changes, what is written, what readers would stumble over, and then the
 * new version and its files. */
#pragma once

#include "carrel-clock.h"
#include "carrel-dialog.h"
#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_PUBLISH_DIALOG (carrel_publish_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelPublishDialog, carrel_publish_dialog, CARREL, PUBLISH_DIALOG, CarrelDialog)

CarrelDialog *carrel_publish_dialog_new (CarrelStore *store,
                                         CarrelClock *clock,
                                         GSettings *settings,
                                         const char *course_id);
void carrel_publish_dialog_set_folder (CarrelPublishDialog *self, GFile *folder);

G_END_DECLS
