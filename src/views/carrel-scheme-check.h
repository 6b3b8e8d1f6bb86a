/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a changed scheme would be, and why some cannot be calculated with. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

/* Where a record of a course's grading is, or goes. */
typedef struct
{
  CarrelCourse *course;
  char *key;         /* NULL is a new record */
  char *parent_kind; /* of a new record */
  char *parent_key;
} CarrelSchemePlace;

CarrelCourse *carrel_scheme_check_make_trial (const CarrelSchemePlace *place, gconstpointer record);
char *carrel_scheme_check_refuse (const CarrelSchemePlace *place,
                                  gconstpointer record,
                                  const char **field);
gboolean carrel_scheme_check_is_edited (CarrelCourse *published, CarrelCourse *course);

G_END_DECLS
