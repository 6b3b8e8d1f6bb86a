/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences of a line that has times. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *carrel_line_sentence_find_last (char *text);
char *carrel_line_sentence_find_next (char *text);

G_END_DECLS
