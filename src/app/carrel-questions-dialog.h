/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what the pages of a course do not say. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_QUESTIONS_DIALOG (carrel_questions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelQuestionsDialog, carrel_questions_dialog, CARREL, QUESTIONS_DIALOG, CarrelDialog)

CarrelDialog *carrel_questions_dialog_new (CarrelStore *store, const char *course_id);
void carrel_questions_dialog_present (CarrelDialog *self, GtkWidget *from);

G_END_DECLS
