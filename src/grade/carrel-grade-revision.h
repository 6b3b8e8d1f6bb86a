/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A scheme old beside new: the same scores, and what becomes of every number. */
#pragma once

#include "carrel-forecast.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_REVISION_CURRENT,
  CARREL_REVISION_ITEM_LEVEL,
  CARREL_REVISION_BANKED,
  CARREL_REVISION_LEAST, /* the guaranteed minimum */
  CARREL_REVISION_MOST,  /* the attainable maximum */
  CARREL_REVISION_N_NUMBERS,
} CarrelRevisionNumber;

/* A number of both, a fraction of 1; NULL where there is none. */
typedef struct
{
  CarrelRational *before;
  CarrelRational *after;
  CarrelRational *difference; /* after - before */
} CarrelRevisionPair;

/* What is needed for one target, in both. */
typedef struct
{
  CarrelAnswer *before;
  CarrelAnswer *after;
  CarrelRational *difference; /* of the per cents, a fraction of 1; NULL unless both have one */
} CarrelRevisionAnswer;

typedef struct
{
  CarrelRevisionPair numbers[CARREL_REVISION_N_NUMBERS];
  GPtrArray *answers; /* of CarrelRevisionAnswer, one for each target */
} CarrelGradeRevision;

CarrelGradeRevision *carrel_grade_revision_new (const CarrelGradeCourse *before,
                                                const CarrelGradeCourse *after,
                                                const char *unknown,
                                                const CarrelRational *const *targets,
                                                guint n_targets);
void carrel_grade_revision_free (CarrelGradeRevision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelGradeRevision, carrel_grade_revision_free)

G_END_DECLS
