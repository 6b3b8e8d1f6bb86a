/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The records that say how a course is graded. Numbers are exact decimal text; weights are per cent
 * of the final grade. */
#pragma once

#include "carrel-record.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelRecord record;
  char *id;
  char *name;
  char *max; /* points */
  CarrelDate due;
} CarrelGradingItem;

typedef struct _CarrelGradingGroup
{
  CarrelRecord record;
  char *name;
  char *group; /* of separate sums, the sum this one belongs to */
  int count;
  char *weight_each;
  char *weight_total;
  int drop_lowest;
  int drop_highest;
  gboolean bonus; /* on top of 100 */
  char *points_each;
  char *points_total;
  char *aggregation;   /* "mean", "points" */
  GPtrArray *children; /* of CarrelGradingGroup: parts of this one */
  GPtrArray *items;    /* of CarrelGradingItem */
} CarrelGradingGroup;

typedef struct
{
  CarrelRecord record;
  char *name;
  GPtrArray *items; /* of CarrelGradingGroup */
} CarrelGradingScheme;

typedef struct
{
  CarrelRecord record;
  char *letter;
  char *min;
  gboolean min_exclusive;
} CarrelLetterGrade;

typedef struct
{
  CarrelRecord record;
  char *to;
  char *mode; /* "half-up", "half-even", "floor" */
} CarrelRounding;

typedef struct
{
  CarrelRecord record;
  char *late_days;
  char *max_per_assignment;
  char *penalty_per_day; /* per cent */
  char *penalty_of;      /* "earned", "maximum" */
  char *penalty_after;
  char *max_penalty;
  char *max_days_late;
  char *grace_days;
  char *max_extensions;
  char *extension_days;
  int late_accepted;
  char *unit;
  char *scope;
  char *penalty_formula;
} CarrelLatePolicy;

extern const CarrelRecordType carrel_grading_item_type;
extern const CarrelRecordType carrel_grading_group_type;
extern const CarrelRecordType carrel_grading_scheme_type;
extern const CarrelRecordType carrel_letter_grade_type;
extern const CarrelRecordType carrel_rounding_type;
extern const CarrelRecordType carrel_late_policy_type;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelGradingItem, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelGradingGroup, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelGradingScheme, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelLetterGrade, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelRounding, carrel_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelLatePolicy, carrel_record_unref)

G_END_DECLS
