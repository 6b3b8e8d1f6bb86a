/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A score for each item of a course, and the numbers that were made for them: what is graded, with
 * what is open left out, at its bounds, or running between them. */
#pragma once

#include "carrel-grade-line.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelGradePoint *points; /* one for each item */
  GPtrArray *owned;
  CarrelRational *zero;
} CarrelGradePoints;

void carrel_grade_points_init (CarrelGradePoints *self, const CarrelGradeCourse *course);
void carrel_grade_points_clear (CarrelGradePoints *self);
void carrel_grade_points_open (CarrelGradePoints *self, const CarrelGradeCourse *course);
void carrel_grade_points_close (CarrelGradePoints *self, const CarrelGradeCourse *course);
gboolean carrel_grade_points_fail_gate (const CarrelGradePoints *self,
                                        const CarrelGradeCourse *course,
                                        const CarrelGradeGate *gate,
                                        const CarrelRational *x);
CarrelRational *carrel_grade_points_get (const CarrelGradePoints *self,
                                         const CarrelGradeCourse *course,
                                         CarrelGradeLine *line,
                                         const CarrelRational *x,
                                         guint *scheme);
CarrelRational *carrel_grade_points_get_at (const CarrelGradePoints *self,
                                            const CarrelGradeCourse *course,
                                            const CarrelRational *x);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CarrelGradePoints, carrel_grade_points_clear)

G_END_DECLS
