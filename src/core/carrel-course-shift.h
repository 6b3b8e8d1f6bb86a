/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays a course onto other weeks: every date moves by the same number of whole weeks. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

CarrelCourse *carrel_course_shift (CarrelCourse *course, CarrelDate first_monday);

G_END_DECLS
