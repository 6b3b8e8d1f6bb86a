/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One scheme with its scores, one way of replacing some of them chosen: the grade is the best of
 * all branches. */
#pragma once

#include "carrel-grade-line.h"
#include "carrel-trimmed-ratio.h"

G_BEGIN_DECLS

typedef struct _CarrelGradeBranch CarrelGradeBranch;

CarrelGradeBranch *carrel_grade_branch_new (const CarrelGradeCourse *course,
                                            guint scheme,
                                            const CarrelGradePoint *points,
                                            CarrelDropPolicy policy);
void carrel_grade_branch_free (CarrelGradeBranch *self);
gboolean carrel_grade_branch_evaluate (CarrelGradeBranch *self,
                                       mpq_srcptr x,
                                       int direction,
                                       CarrelGradePiece *piece);
guint carrel_grade_branch_get_n_groups (CarrelGradeBranch *self);
CarrelRational *
carrel_grade_branch_get_group (CarrelGradeBranch *self, guint group, GArray *dropped);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelGradeBranch, carrel_grade_branch_free)

G_END_DECLS
