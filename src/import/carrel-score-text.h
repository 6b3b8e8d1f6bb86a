/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a cell of scores. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *carrel_score_text_dup_number (const char *text, char delimiter);
const char *carrel_score_text_find_state (const char *text);
char *carrel_score_text_dup_name (const char *text);
gboolean carrel_score_text_is_calculated (const char *text);
char *carrel_score_text_dup_max (const char *text, char delimiter);

G_END_DECLS
