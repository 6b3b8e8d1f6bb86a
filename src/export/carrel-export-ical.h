/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the dates of a course as an iCalendar file. */
#pragma once

#include "carrel-course.h"
#include "carrel-export-options.h"

G_BEGIN_DECLS

char *carrel_export_ical_write (const CarrelCourse *course, const CarrelExportOptions *options);

G_END_DECLS
