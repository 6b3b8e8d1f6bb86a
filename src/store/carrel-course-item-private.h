/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making course items; only for the files of the store. */
#pragma once

#include "carrel-course-item.h"
#include "carrel-statement.h"

G_BEGIN_DECLS

/* The columns that carrel_course_item_new_from_row() reads, in this order. */
#define CARREL_COURSE_ITEM_COLUMNS "id, title, code, term, colour, n_questions, is_example"

CarrelCourseItem *carrel_course_item_new_from_row (CarrelStatement *statement);
gboolean carrel_course_item_equal (CarrelCourseItem *self, CarrelCourseItem *other);

G_END_DECLS
