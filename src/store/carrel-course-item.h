/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One course in the list of courses; a value that is replaced when the course changes. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CARREL_N_COURSE_COLOURS 8

#define CARREL_TYPE_COURSE_ITEM (carrel_course_item_get_type ())
G_DECLARE_FINAL_TYPE (CarrelCourseItem, carrel_course_item, CARREL, COURSE_ITEM, GObject)

/* Properties, all read-only: id, title, code, term, mark (s), colour, n-questions (u),
 * is-example (b). Title is never empty. */
const char *carrel_course_item_get_id (CarrelCourseItem *self);
const char *carrel_course_item_get_title (CarrelCourseItem *self);
const char *carrel_course_item_get_code (CarrelCourseItem *self);
const char *carrel_course_item_get_term (CarrelCourseItem *self);
const char *carrel_course_item_get_mark (CarrelCourseItem *self);
guint carrel_course_item_get_colour (CarrelCourseItem *self);
guint carrel_course_item_get_n_questions (CarrelCourseItem *self);
gboolean carrel_course_item_is_example (CarrelCourseItem *self);

G_END_DECLS
