/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The facts of a course as short lines, made only from what its page says. */
#pragma once

#include "carrel-course.h"
#include "carrel-format.h"

G_BEGIN_DECLS

char *carrel_syllabus_facts_dup_subtitle (const CarrelCourse *course);
GStrv carrel_syllabus_facts_list (const CarrelCourse *course, CarrelFormatFlags flags);
char *carrel_syllabus_facts_dup_late_policy (const CarrelCourse *course);
const char *carrel_syllabus_facts_find_late_section (const CarrelCourse *course);
char *carrel_syllabus_facts_dup_mail (const CarrelCourse *course);

G_END_DECLS
