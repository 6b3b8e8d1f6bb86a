/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The share that each item has in the course, whatever its group has graded so far: what is banked,
 * and the current grade by items. */
#pragma once

#include "carrel-grade-course.h"

G_BEGIN_DECLS

CarrelRational *carrel_grade_shares_get_banked (const CarrelGradeCourse *course);
CarrelRational *carrel_grade_shares_get_item_level (const CarrelGradeCourse *course);

G_END_DECLS
