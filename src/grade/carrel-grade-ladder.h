/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ladder: what every letter needs. */
#pragma once

#include "carrel-forecast.h"
#include "carrel-letter-scale.h"

G_BEGIN_DECLS

typedef struct
{
  const CarrelCutoff *cutoff; /* of the scale, which is kept alive by the caller */
  CarrelRational *target;     /* the least grade that is enough, a fraction of 1 */
  CarrelAnswer *answer;
} CarrelGradeRung;

GPtrArray *carrel_grade_ladder_list (const CarrelGradeCourse *course,
                                     const CarrelLetterScale *scale,
                                     guint unknown);
const CarrelGradeRung *carrel_grade_ladder_find_next (const GPtrArray *ladder);

G_END_DECLS
