/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of a page that tells a fact, told anew with other values and in the style it has. */
#pragma once

#include "carrel-course.h"

G_BEGIN_DECLS

char *carrel_line_rewrite_fact (const char *line, gconstpointer before, gconstpointer after);
char *carrel_line_rewrite_row (const char *line, gconstpointer before, gconstpointer after);
gboolean carrel_line_rewrite_is_row (const char *line);

G_END_DECLS
