/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a grade as lines of text, that can be worked by hand. Strings are (transfer full).
 */
#pragma once

#include "carrel-format.h"
#include "carrel-grade-step.h"
#include "carrel-gradebook.h"

G_BEGIN_DECLS

char *carrel_grade_step_text (const CarrelGradeStep *step,
                              const CarrelGradebook *book,
                              CarrelFormatFlags flags);
char *carrel_grade_step_text_all (const GPtrArray *steps,
                                  const CarrelGradebook *book,
                                  CarrelFormatFlags flags);

G_END_DECLS
