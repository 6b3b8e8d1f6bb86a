/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads an iCalendar file. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

gboolean carrel_import_ical_sniff (const char *name, GBytes *bytes);
CarrelCourse *carrel_import_ical_parse (GBytes *bytes, const char *file, GError **error);

G_END_DECLS
