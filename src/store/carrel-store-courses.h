/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The courses that are kept, and what a course says now. */
#pragma once

#include "carrel-course-item.h"
#include "carrel-store.h"

G_BEGIN_DECLS

GListModel *carrel_store_get_courses (CarrelStore *self);
CarrelCourseItem *carrel_store_find_course (CarrelStore *self, const char *course_id);
CarrelCourse *carrel_store_load_course (CarrelStore *self, const char *course_id, GError **error);

gboolean carrel_store_rename_course (CarrelStore *self,
                                     const char *course_id,
                                     const char *title,
                                     GError **error);
gboolean
carrel_store_move_course (CarrelStore *self, const char *course_id, guint position, GError **error);
gboolean carrel_store_set_course_colour (CarrelStore *self,
                                         const char *course_id,
                                         guint colour,
                                         GError **error);
gboolean carrel_store_set_course_units (CarrelStore *self,
                                        const char *course_id,
                                        const char *units,
                                        GError **error);
char *carrel_store_dup_course_units (CarrelStore *self, const char *course_id);
gboolean carrel_store_remove_course (CarrelStore *self, const char *course_id, GError **error);

G_END_DECLS
