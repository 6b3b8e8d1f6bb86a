/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Courses of the grade engine, built in a few lines. */
#pragma once

#include "carrel-grade-course.h"

static inline CarrelRational *
number (const char *text)
{
  g_autoptr (GError) error = NULL;
  CarrelRational *parsed = carrel_rational_parse (text, &error);

  g_assert_no_error (error);
  return parsed;
}

/* An item out of 100, graded if it has a score. */
static inline CarrelGradeItem *
add_item (CarrelGradeCourse *course, CarrelGradeGroup *group, const char *id, const char *score)
{
  CarrelGradeItem *item = carrel_grade_course_add_item (course, id);
  guint at = course->items->len - 1;

  item->max = carrel_rational_new (100, 1);
  if (score != NULL)
    {
      item->score = number (score);
      item->state = CARREL_ITEM_GRADED;
    }
  g_array_append_val (group->items, at);
  return item;
}

static inline CarrelGradeGroup *
add_group (CarrelGradeScheme *scheme, const char *name, const char *weight)
{
  CarrelGradeGroup *group = carrel_grade_scheme_add_group (scheme, name);

  group->weight = number (weight);
  return group;
}
