/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a course has become and can still become, and what is needed for a target. Pure functions;
 * all grades are fractions of 1. */
#pragma once

#include "carrel-grade-line.h"

G_BEGIN_DECLS

CarrelRational *carrel_forecast_get_current (const CarrelGradeCourse *course,
                                             CarrelDropPolicy policy,
                                             guint *scheme);
CarrelRational *carrel_forecast_get_item_level (const CarrelGradeCourse *course);
CarrelRational *carrel_forecast_get_banked (const CarrelGradeCourse *course);
CarrelRational *carrel_forecast_get_as_written (const CarrelGradeCourse *course);
gboolean carrel_forecast_get_bounds (const CarrelGradeCourse *course,
                                     CarrelRational **least,
                                     CarrelRational **most);

typedef enum
{
  CARREL_ANSWER_GUARANTEED,
  CARREL_ANSWER_POSSIBLE,
  CARREL_ANSWER_NEEDS_EXTRA_CREDIT,
  CARREL_ANSWER_IMPOSSIBLE,
  CARREL_ANSWER_CANNOT_MATTER,
  CARREL_ANSWER_UNDEFINED,
} CarrelAnswerStatus;

#define CARREL_ALL_REMAINING G_MAXUINT

/* What is asked: the least score of one item, or the least equal percentage of all that is left. */
typedef struct
{
  const CarrelRational *target;
  guint unknown;              /* an item, or CARREL_ALL_REMAINING */
  const CarrelRational *most; /* points that the item may reach; NULL is its own bound */
  const CarrelRational *step; /* marks come in steps of so many points; NULL is none */
} CarrelQuery;

typedef struct
{
  CarrelAnswerStatus status;
  CarrelRational *percent;    /* a fraction of the maximum; NULL when there is no answer */
  CarrelRational *points;     /* of one item, rounded up to the step; NULL otherwise */
  CarrelRational *exact;      /* points before the step */
  CarrelRational *total;      /* the grade with that answer; when guaranteed, the least grade */
  CarrelRational *best_total; /* when impossible */
  CarrelRational *shortfall;  /* when impossible: what the best total lacks */
} CarrelAnswer;

CarrelAnswer *carrel_forecast_ask (const CarrelGradeCourse *course, const CarrelQuery *query);
void carrel_answer_free (CarrelAnswer *self);
const char *carrel_answer_status_to_text (CarrelAnswerStatus status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelAnswer, carrel_answer_free)

G_END_DECLS
