/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The import assistant: from a file, a folder, pasted text, the example or a blank page to a
 * course. Nothing is kept before the last step. */
#pragma once

#include "carrel-clock.h"
#include "carrel-dialog.h"
#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_ADD_COURSE_DIALOG (carrel_add_course_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelAddCourseDialog, carrel_add_course_dialog, CARREL, ADD_COURSE_DIALOG, CarrelDialog)

CarrelAddCourseDialog *carrel_add_course_dialog_new (CarrelStore *store, CarrelClock *clock);
void carrel_add_course_dialog_read_files (CarrelAddCourseDialog *self, GListModel *files);
void carrel_add_course_dialog_choose_files (CarrelAddCourseDialog *self);
void carrel_add_course_dialog_review (CarrelAddCourseDialog *self, CarrelCourse *draft);

G_END_DECLS
