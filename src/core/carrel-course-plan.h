/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A course made ready for a timetable: its rules, closures, changes and dated entries, with every
 * date resolved once. Used by carrel-timetable only. */
#pragma once

#include "carrel-occurrence.h"
#include "carrel-recurrence.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_PLAN_CANCEL,
  CARREL_PLAN_MOVE,
  CARREL_PLAN_ADD,
} CarrelPlanAction;

typedef struct
{
  CarrelChange *change;
  CarrelPlanAction action;
  int day;    /* the day that the rule gives, or on which one is added */
  int to_day; /* the day it is moved to; the same as @day unless moved */
} CarrelPlanChange;

/* A meeting or an office hour. */
typedef struct
{
  CarrelOccurrence pattern; /* what all its occurrences have in common; everything borrowed */
  CarrelRecurrence rule;
  const char *section;
  GArray *changes; /* of CarrelPlanChange */
} CarrelPlanRule;

/* Something on known days: a dated row, a deadline, a break. */
typedef struct
{
  CarrelOccurrence pattern;
  int day;
  int last_day;
  char *title;       /* nullable: a title that no record holds as it is */
  gboolean is_topic; /* it names what a meeting of that day is about, and is not listed itself */
} CarrelPlanEntry;

typedef struct
{
  int day;
  int last_day;
  CarrelOccurrenceKind suspended;
} CarrelPlanClosure;

/* A day on which the meetings of another day of the week take place. */
typedef struct
{
  int day;
  CarrelDays weekday;
} CarrelPlanFollow;

typedef struct
{
  CarrelCourse *course; /* owned */
  GTimeZone *zone;      /* owned */
  CarrelOccurrenceFlags flags;
  gboolean has_term;
  int first;
  int last;
  int longest;      /* the days of the longest entry */
  GArray *rules;    /* of CarrelPlanRule */
  GArray *entries;  /* of CarrelPlanEntry, by day */
  GArray *closures; /* of CarrelPlanClosure */
  GArray *follows;  /* of CarrelPlanFollow */
} CarrelCoursePlan;

CarrelCoursePlan *carrel_course_plan_new (CarrelCourse *course, GTimeZone *viewer_zone);
void carrel_course_plan_free (CarrelCoursePlan *plan);

gboolean
carrel_course_plan_is_on (const CarrelCoursePlan *plan, const CarrelPlanRule *rule, int day);
CarrelDays carrel_course_plan_get_followed (const CarrelCoursePlan *plan, int day);
guint carrel_course_plan_find_first_entry (const CarrelCoursePlan *plan, int day);
CarrelScheduleRow *
carrel_course_plan_find_topic (const CarrelCoursePlan *plan, const CarrelPlanRule *rule, int day);

G_END_DECLS
