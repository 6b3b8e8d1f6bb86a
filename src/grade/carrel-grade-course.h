/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is graded and how: items with their scores, and one or more schemes of weighted groups.
 * Built once and not changed after; a what-if is another course made from this one. All numbers are
 * exact; weights, grades, caps and gates are fractions of 1, scores and maxima are points. */
#pragma once

#include "carrel-rational.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_ITEM_UNGRADED, /* counts in the bounds, not in the current grade */
  CARREL_ITEM_GRADED,
  CARREL_ITEM_MISSING, /* counts as 0, reversible */
  CARREL_ITEM_EXCUSED, /* removed; its weight goes to the rest of its group */
} CarrelItemState;

typedef enum
{
  CARREL_AGGREGATION_MEAN,   /* the mean of the percentages */
  CARREL_AGGREGATION_POINTS, /* the sum of points by the sum of maxima */
} CarrelAggregation;

typedef struct
{
  char *id;
  char *name;
  CarrelRational *max;
  CarrelRational *score;  /* NULL unless graded */
  CarrelRational *lo;     /* of the bounds; NULL is 0 */
  CarrelRational *hi;     /* of the bounds; NULL is the maximum */
  CarrelRational *weight; /* inside its group, where that is a mean; NULL is 1 */
  CarrelItemState state;
  gboolean is_extra; /* adds to the score of its group and not to its maximum */
  gboolean never_drop;
} CarrelGradeItem;

typedef struct
{
  char *name;
  CarrelRational *weight;
  CarrelRational *cap; /* NULL is none */
  CarrelAggregation aggregation;
  guint drop_lowest;
  guint drop_highest;
  gboolean is_bonus; /* on top of the others */
  GArray *items;     /* of guint: places in the items of the course */
} CarrelGradeGroup;

typedef struct
{
  char *name;
  CarrelRational *cap; /* of the whole grade; NULL is none */
  GPtrArray *groups;   /* of CarrelGradeGroup */
} CarrelGradeScheme;

/* The percentage of one item takes the place of the lowest of others, if that is better. */
typedef struct
{
  guint by;
  GArray *targets; /* of guint */
} CarrelGradeReplacement;

/* Below a percentage of one item the grade is at most the cap. */
typedef struct
{
  guint item;
  CarrelRational *at_least;
  CarrelRational *cap;
} CarrelGradeGate;

typedef struct
{
  GPtrArray *items;        /* of CarrelGradeItem */
  GPtrArray *schemes;      /* of CarrelGradeScheme; the best counts */
  GPtrArray *replacements; /* of CarrelGradeReplacement */
  GPtrArray *gates;        /* of CarrelGradeGate */
} CarrelGradeCourse;

CarrelGradeCourse *carrel_grade_course_new (void);
CarrelGradeCourse *carrel_grade_course_ref (CarrelGradeCourse *self);
void carrel_grade_course_unref (CarrelGradeCourse *self);
CarrelGradeCourse *carrel_grade_course_copy (const CarrelGradeCourse *self);

CarrelGradeItem *carrel_grade_course_add_item (CarrelGradeCourse *self, const char *id);
CarrelGradeScheme *carrel_grade_course_add_scheme (CarrelGradeCourse *self, const char *name);
CarrelGradeGroup *carrel_grade_scheme_add_group (CarrelGradeScheme *scheme, const char *name);
CarrelGradeCourse *carrel_grade_course_copy_with (const CarrelGradeCourse *self,
                                                  guint item,
                                                  const CarrelRational *score);
void carrel_grade_course_take_scores (CarrelGradeCourse *self, const CarrelGradeCourse *from);
gboolean carrel_grade_course_find_item (const CarrelGradeCourse *self, const char *id, guint *at);
gboolean carrel_grade_item_is_open (const CarrelGradeItem *item);
const CarrelRational *carrel_grade_item_get_hi (const CarrelGradeItem *item);
void carrel_grade_item_set_score (CarrelGradeItem *item, const CarrelRational *score);
gboolean carrel_grade_course_check (const CarrelGradeCourse *self, GError **error);
CarrelRational *carrel_grade_scheme_sum_weights (const CarrelGradeScheme *scheme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelGradeCourse, carrel_grade_course_unref)

G_END_DECLS
