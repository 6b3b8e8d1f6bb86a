/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The button that says which course is shown, and its list of the others. */
#pragma once

#include <adwaita.h>

#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_COURSE_SWITCHER (carrel_course_switcher_get_type ())
G_DECLARE_FINAL_TYPE (CarrelCourseSwitcher, carrel_course_switcher, CARREL, COURSE_SWITCHER, AdwBin)

/* Chooses by the window's action win.show-course (s); the empty id is all courses. */
void carrel_course_switcher_set_store (CarrelCourseSwitcher *self, CarrelStore *store);
void carrel_course_switcher_set_course_id (CarrelCourseSwitcher *self, const char *course_id);
void carrel_course_switcher_pop_up (CarrelCourseSwitcher *self);

G_END_DECLS
