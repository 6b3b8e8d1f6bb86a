/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Times that are neither a class nor office hours. */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

gboolean carrel_line_refusal_is_day_off (const char *text);
void carrel_line_refusal_drop_said (const CarrelWords *words, char *text, GArray *slots);
char *carrel_line_refusal_drop_irregular (const char *text, GArray *slots);
gboolean carrel_line_refusal_is_led (const char *text, gsize length);

G_END_DECLS
