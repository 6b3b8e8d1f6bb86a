/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding known phrases in running text, whatever their case and blanks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize carrel_phrase_match (const char *text, const char *phrase);
gsize carrel_phrase_match_any (const char *text, const char *const *phrases);
const char *carrel_phrase_next_word (const char *text);
const char *
carrel_phrase_find (const char *text, gssize length, const char *const *phrases, gsize *found);
gboolean carrel_phrase_occurs (const char *text, gssize length, const char *const *phrases);
gsize carrel_phrase_match_back (const char *text, gsize length, const char *const *phrases);

G_END_DECLS
