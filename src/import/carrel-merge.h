/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several pages, one course. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

void carrel_merge_course (CarrelCourse *course, CarrelCourse *other);

G_END_DECLS
