/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sign of a course: a shape in one of eight colours and two letters. It is an ornament: what it
 * stands beside names the course. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARREL_N_COURSE_SHAPES 8

#define CARREL_TYPE_COURSE_MARK (carrel_course_mark_get_type ())
G_DECLARE_FINAL_TYPE (CarrelCourseMark, carrel_course_mark, CARREL, COURSE_MARK, GtkWidget)

GtkWidget *carrel_course_mark_new (const char *letters, guint colour);
void carrel_course_mark_set (CarrelCourseMark *self, const char *letters, guint colour);

const char *carrel_course_mark_get_colour_name (guint colour);
const char *carrel_course_mark_get_shape_icon (guint colour);

G_END_DECLS
