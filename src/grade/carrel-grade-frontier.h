/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The frontier of two items: the pairs of scores that just reach a target. */
#pragma once

#include "carrel-forecast.h"

G_BEGIN_DECLS

/* A corner, in points of each item. Between two corners the frontier is straight. */
typedef struct
{
  CarrelRational *one;
  CarrelRational *other; /* the least score of the other item */
} CarrelFrontierPoint;

GPtrArray *carrel_grade_frontier_list (const CarrelGradeCourse *course,
                                       guint one,
                                       guint other,
                                       const CarrelRational *target);
CarrelRational *carrel_grade_frontier_get (const CarrelGradeCourse *course,
                                           guint one,
                                           guint other,
                                           const CarrelRational *target,
                                           const CarrelRational *points);

G_END_DECLS
