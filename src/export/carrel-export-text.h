/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a course as plain text for people. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

char *carrel_export_text_write (const CarrelCourse *course);

G_END_DECLS
