/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps from the marks to the grade, as data: what, by which rule, from which numbers. */
#pragma once

#include "carrel-grade-course.h"
#include "carrel-letter-scale.h"

G_BEGIN_DECLS

/* What a step does; its operands, in order, and its result. Grades are fractions of 1. */
typedef enum
{
  CARREL_RULE_GROUP,        /* a heading: weight */
  CARREL_RULE_SCORE,        /* score, maximum [, weight in the group] = score by maximum */
  CARREL_RULE_EXTRA,        /* score of extra credit = what it adds to the sum of the group */
  CARREL_RULE_MISSING,      /* maximum = 0 */
  CARREL_RULE_EXCUSED,      /* no number */
  CARREL_RULE_UNGRADED,     /* no number */
  CARREL_RULE_REPLACED,     /* the old grade of the item = that of the item which replaces it */
  CARREL_RULE_DROPPED_LOW,  /* score, maximum = score by maximum; it does not count */
  CARREL_RULE_DROPPED_HIGH, /* the same */
  CARREL_RULE_MEAN,         /* sum of grades by their weights, sum of these weights = average */
  CARREL_RULE_POINTS,       /* sum of points, sum of maxima = points by maxima */
  CARREL_RULE_GROUP_CAP,    /* value, cap = cap */
  CARREL_RULE_NO_VALUE,     /* nothing of the group is graded: it is left out */
  CARREL_RULE_SHARE,        /* weight, value of the group = their product */
  CARREL_RULE_SUM,          /* sum of the shares, sum of these weights = the one by the other */
  CARREL_RULE_BONUS,        /* sum so far, share of bonus groups = both together */
  CARREL_RULE_TOTAL_CAP,    /* grade, cap = cap */
  CARREL_RULE_OTHER_SCHEME, /* the grade by a scheme that is not better = that grade */
  CARREL_RULE_BEST_SCHEME,  /* the grade by the scheme that counts = that grade */
  CARREL_RULE_GATE,         /* grade so far, grade of the item, gate, cap = cap */
  CARREL_RULE_NOTHING,      /* nothing is graded: there is no grade */
  CARREL_RULE_GRADE,        /* the grade, exactly = the same */
  CARREL_RULE_ROUNDED,      /* the grade, what it is rounded to = the rounded grade */
  CARREL_RULE_LETTER,       /* the grade that is compared, cut-off = cut-off; the label: letter */
} CarrelGradeRule;

#define CARREL_STEP_NONE         G_MAXUINT
#define CARREL_STEP_MAX_OPERANDS 4

typedef struct
{
  CarrelGradeRule rule;
  char *label;  /* the name of the item, group or scheme; NULL is none */
  char *other;  /* the item that takes the place of this one; NULL is none */
  guint group;  /* of the scheme that counts; CARREL_STEP_NONE for steps of the whole course */
  guint item;   /* its place in the course; CARREL_STEP_NONE */
  guint scheme; /* CARREL_STEP_NONE */
  CarrelRational *operands[CARREL_STEP_MAX_OPERANDS];
  guint n_operands;
  CarrelRational *result; /* NULL is none */
} CarrelGradeStep;

GPtrArray *carrel_grade_step_list (const CarrelGradeCourse *course, const CarrelLetterScale *scale);
void carrel_grade_step_free (CarrelGradeStep *self);
const char *carrel_grade_step_get_rule_name (const CarrelGradeStep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelGradeStep, carrel_grade_step_free)

G_END_DECLS
