/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From the grading that a course publishes, and one person's marks, to what the engine calculates.
 */
#pragma once

#include "carrel-course.h"
#include "carrel-forecast.h"
#include "carrel-letter-scale.h"

G_BEGIN_DECLS

/* One mark of a person, as it is kept. */
typedef struct
{
  const char *item;  /* the id of an item of the gradebook */
  const char *state; /* "ungraded", "graded", "missing", "excused" */
  const char *score; /* decimal text; NULL unless graded */
  const char *max;   /* where it differs from the published one, else NULL */
} CarrelMark;

typedef struct
{
  char *id; /* stable: from the names of group and item */
  char *name;
  CarrelDate due;      /* from the dated rows of the course, or not set */
  guint at;            /* its place among the items of the engine's course */
  CarrelRational *max; /* as published; a mark may have another one */
} CarrelGradebookItem;

typedef struct
{
  char *name;
  CarrelRational *weight; /* a fraction of 1 */
  gboolean is_bonus;
  guint drop_lowest;
  guint drop_highest;
  GPtrArray *items; /* of CarrelGradebookItem */
} CarrelGradebookGroup;

typedef struct
{
  GPtrArray *groups; /* of CarrelGradebookGroup, as published; of the first scheme */
  CarrelGradeCourse *course;
  CarrelLetterScale *scale; /* without letters where the course publishes none */
  CarrelRational *weights;  /* what the weights of the first scheme make together */
} CarrelGradebook;

CarrelGradebook *carrel_gradebook_new (const CarrelCourse *course);
void carrel_gradebook_free (CarrelGradebook *self);
gboolean carrel_gradebook_is_empty (const CarrelGradebook *self);
gboolean carrel_gradebook_mark (CarrelGradebook *self, const CarrelMark *mark, GError **error);
const CarrelGradebookItem *carrel_gradebook_find (const CarrelGradebook *self, const char *name);
const CarrelGradeItem *carrel_gradebook_get_item (const CarrelGradebook *self,
                                                  const CarrelGradebookItem *item);
CarrelRational *
carrel_gradebook_parse_target (const CarrelGradebook *self, const char *text, GError **error);
CarrelRational *
carrel_gradebook_parse_score (const char *text, const CarrelRational *max, GError **error);
CarrelRational *
carrel_gradebook_get_group_value (const CarrelGradebook *self, guint group, GArray *dropped);
GArray *
carrel_gradebook_list_dropped (const CarrelGradebook *self, guint group, gboolean is_highest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelGradebook, carrel_gradebook_free)

G_END_DECLS
