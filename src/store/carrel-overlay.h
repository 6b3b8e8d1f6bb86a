/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A course as it is seen now: the newest version with the corrections of this person laid over it.
 */
#pragma once

#include "carrel-course.h"
#include "carrel-database.h"

G_BEGIN_DECLS

gint64 carrel_overlay_get_current_version (CarrelDatabase *database, const char *course_id);
CarrelCourse *
carrel_overlay_load_published (CarrelDatabase *database, const char *course_id, GError **error);
CarrelCourse *carrel_overlay_load (CarrelDatabase *database, const char *course_id, GError **error);

G_END_DECLS
