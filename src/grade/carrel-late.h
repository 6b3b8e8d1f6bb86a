/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Late work: days, penalties, and the best use of late days. */
#pragma once

#include "carrel-rational.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_PENALTY_OF_EARNED,  /* a part of the score for each day */
  CARREL_PENALTY_OF_MAXIMUM, /* a part of the maximum for each day */
} CarrelPenaltyKind;

typedef struct
{
  CarrelPenaltyKind kind;
  const CarrelRational *rate;  /* for each day, a fraction of 1 */
  const CarrelRational *floor; /* of the score that always stays, a fraction of 1; NULL is none */
  int last_day;                /* after so many days the score is 0; -1 is never */
} CarrelLateRule;

typedef struct
{
  const CarrelRational *score;
  const CarrelRational *max;
  const CarrelRational *weight;
  int days;  /* late */
  int spent; /* the answer: how many late days are used on it */
} CarrelSubmission;

int carrel_late_count_days (gint64 minutes_late, gint64 minutes_grace);
CarrelRational *carrel_late_apply (const CarrelLateRule *rule,
                                   const CarrelRational *score,
                                   const CarrelRational *max,
                                   int days);
CarrelRational *carrel_late_sum (const CarrelLateRule *rule,
                                 const CarrelSubmission *submissions,
                                 guint n_submissions);
CarrelRational *carrel_late_spend (const CarrelLateRule *rule,
                                   CarrelSubmission *submissions,
                                   guint n_submissions,
                                   int n_late_days,
                                   int n_each);

G_END_DECLS
