/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What pages of a course are called, whatever the course is: "Syllabus", "Home", "Cronograma". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean carrel_page_name_is (const char *text);

G_END_DECLS
