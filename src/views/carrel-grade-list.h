/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The graded groups of a course as sections, and their items as rows. */
#pragma once

#include "carrel-grade-plan.h"
#include "carrel-score-row.h"

G_BEGIN_DECLS

#define CARREL_TYPE_GRADE_LIST (carrel_grade_list_get_type ())
G_DECLARE_FINAL_TYPE (CarrelGradeList, carrel_grade_list, CARREL, GRADE_LIST, GtkBox)

/* Signals, with the row and what it says: entered (row, s), state-chosen (row, s),
 * pinned (row, b), forgotten (row). */
void carrel_grade_list_show (CarrelGradeList *self,
                             const CarrelGradePlan *plan,
                             CarrelDate today,
                             CarrelFormatFlags flags);
CarrelScoreRow *carrel_grade_list_find (CarrelGradeList *self, const char *item);
gboolean carrel_grade_list_focus_first (CarrelGradeList *self);

G_END_DECLS
