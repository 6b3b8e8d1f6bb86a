/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grade of a course as a function of one unknown x: every score is value + slope x. It does not
 * decrease, and it is continuous and made of straight pieces, gates apart. */
#pragma once

#include "carrel-grade-course.h"

G_BEGIN_DECLS

/* How low and high drops count while items are not graded yet. */
typedef enum
{
  CARREL_DROPS_AS_GRADED,    /* all of them, but one item stays */
  CARREL_DROPS_PROPORTIONAL, /* as large a part of them as is graded, rounded down */
  CARREL_DROPS_NONE,
} CarrelDropPolicy;

/* The score of an item, in points; borrowed. A value of NULL leaves the item out. */
typedef struct
{
  const CarrelRational *value;
  const CarrelRational *slope; /* NULL is 0 */
} CarrelGradePoint;

typedef struct _CarrelGradeLine CarrelGradeLine;
typedef struct _CarrelGradeBranch CarrelGradeBranch;

#define CARREL_ANY_SCHEME G_MAXUINT

CarrelGradeLine *carrel_grade_line_new (const CarrelGradeCourse *course,
                                        const CarrelGradePoint *points,
                                        CarrelDropPolicy policy);
void carrel_grade_line_free (CarrelGradeLine *self);

/* One straight piece of the grade, at one x. */
typedef struct
{
  mpq_t value;
  mpq_t slope;
  guint scheme; /* the best one */
} CarrelGradePiece;

gboolean carrel_grade_line_evaluate (CarrelGradeLine *self,
                                     mpq_srcptr x,
                                     int direction,
                                     CarrelGradePiece *piece);
CarrelRational *
carrel_grade_line_get (CarrelGradeLine *self, const CarrelRational *x, guint *scheme);
CarrelGradeBranch *
carrel_grade_line_find_best (CarrelGradeLine *self, guint scheme, CarrelRational **total);
CarrelRational *carrel_grade_line_find (CarrelGradeLine *self,
                                        const CarrelRational *target,
                                        const CarrelRational *from,
                                        const CarrelRational *until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelGradeLine, carrel_grade_line_free)

G_END_DECLS
