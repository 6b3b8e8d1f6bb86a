/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What to bring to an office hour: what I want, what I tried, where it fails; copied as text. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_QUESTION_SHEET (carrel_question_sheet_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelQuestionSheet, carrel_question_sheet, CARREL, QUESTION_SHEET, CarrelDialog)

GtkWidget *carrel_question_sheet_new (CarrelView *view);

G_END_DECLS
