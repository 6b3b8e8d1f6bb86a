/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A course as a page of Markdown, in the style that courses publish. */
#pragma once

#include "carrel-course.h"
#include "carrel-export-options.h"

G_BEGIN_DECLS

char *carrel_export_markdown_write (const CarrelCourse *course, const CarrelExportOptions *options);

G_END_DECLS
