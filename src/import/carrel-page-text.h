/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the end of a line is one that the writer meant, or where an editor broke a sentence. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean carrel_page_text_continues (const char *line, gsize length, const char *next);
gboolean carrel_page_text_is_blank (GBytes *bytes);

G_END_DECLS
