/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences that drop pieces without the word "lowest". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean carrel_weight_drop_match_plain (const char *sentence, char **number, char **name);
gboolean carrel_weight_drop_match_kept (const char *sentence, char **number, char **name, int *at);
gboolean carrel_weight_drop_leads (const char *text);
gboolean carrel_weight_drop_is_clause (const char *item);

G_END_DECLS
