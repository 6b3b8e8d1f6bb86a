/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One scheme with its scores, one way of replacing some of them chosen: the grade is the best of
 * all branches. */
#pragma once

#include "carrel-grade-line.h"
#include "carrel-trimmed-ratio.h"

G_BEGIN_DECLS

/* What the value of a group is made of. */
typedef struct
{
  CarrelRational *earned; /* the sum of S over what is kept */
  CarrelRational *worth;  /* the sum of T */
  GArray *lows;           /* of guint: places of the items that are dropped as lowest */
  GArray *highs;          /* and as highest */
} CarrelGradeSums;

CarrelGradeBranch *carrel_grade_branch_new (const CarrelGradeCourse *course,
                                            guint scheme,
                                            const CarrelGradePoint *points,
                                            CarrelDropPolicy policy);
void carrel_grade_branch_free (CarrelGradeBranch *self);
gboolean carrel_grade_branch_evaluate (CarrelGradeBranch *self,
                                       mpq_srcptr x,
                                       int direction,
                                       CarrelGradePiece *piece);
guint carrel_grade_branch_get_n_groups (const CarrelGradeBranch *self);
guint carrel_grade_branch_get_scheme (const CarrelGradeBranch *self);
CarrelRational *
carrel_grade_branch_get_group (CarrelGradeBranch *self, guint group, GArray *dropped);
gboolean carrel_grade_branch_get_sums (CarrelGradeBranch *self, guint group, CarrelGradeSums *sums);
void carrel_grade_sums_clear (CarrelGradeSums *self);
void carrel_grade_branch_set_replaced (CarrelGradeBranch *self, GArray *replaced);
guint carrel_grade_branch_get_replaced (const CarrelGradeBranch *self, guint replacement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelGradeBranch, carrel_grade_branch_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CarrelGradeSums, carrel_grade_sums_clear)

G_END_DECLS
