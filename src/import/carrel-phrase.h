/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding known phrases in running text, whatever their case and blanks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text may start with the folded @phrase. Nearly every look-up in a table of phrases ends
 * at the first letter, so callers that walk such a table ask this first. A letter of ASCII folds to
 * one of ASCII; others may fold to either. */
static inline gboolean
carrel_phrase_may_match (const char *text, const char *phrase)
{
  guchar letter = (guchar) text[0];
  guchar folded = (guchar) phrase[0];

  if (letter >= 'A' && letter <= 'Z')
    letter = (guchar) (letter - 'A' + 'a');
  return letter == folded || letter >= 0x80 || folded == ' ';
}

gsize carrel_phrase_match (const char *text, const char *phrase);
const char *carrel_phrase_find_colon (const char *text, gsize *length);
gsize carrel_phrase_match_any (const char *text, const char *const *phrases);
const char *carrel_phrase_next_word (const char *text);
const char *
carrel_phrase_find (const char *text, gssize length, const char *const *phrases, gsize *found);
gboolean carrel_phrase_occurs (const char *text, gssize length, const char *const *phrases);
gsize carrel_phrase_match_back (const char *text, gsize length, const char *const *phrases);
gboolean carrel_phrase_is_in_title_case (const char *text);
const char *carrel_phrase_step_back (const char *text, gsize at, gsize n);
gboolean carrel_phrase_is_in_address (const char *text, gsize at);

G_END_DECLS
