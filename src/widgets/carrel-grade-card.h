/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where one stands: the four numbers with their definitions, the chart, the target and what it
 * needs. */
#pragma once

#include <adwaita.h>

#include "carrel-grade-text.h"

G_BEGIN_DECLS

#define CARREL_TYPE_GRADE_CARD (carrel_grade_card_get_type ())
G_DECLARE_FINAL_TYPE (CarrelGradeCard, carrel_grade_card, CARREL, GRADE_CARD, AdwBin)

/* Signals: target-chosen (s) a letter, a number, or "" for none. The button to explain activates
 * grades.explain. */
void carrel_grade_card_show (CarrelGradeCard *self,
                             const CarrelGradebook *book,
                             const char *target,
                             CarrelFormatFlags flags);
void carrel_grade_card_set_calm (CarrelGradeCard *self, gboolean is_calm);
const char *carrel_grade_card_get_sentence (CarrelGradeCard *self);
const char *carrel_grade_card_get_plan (CarrelGradeCard *self);
gboolean carrel_grade_card_refuse_target (CarrelGradeCard *self, const char *reason);

G_END_DECLS
