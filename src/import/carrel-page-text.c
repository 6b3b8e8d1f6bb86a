/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of facts put each on a line of its own; prose is broken where the editor's window ends. A
 * sentence that goes on in small letters, or after a word that cannot end one, was broken. */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "carrel-page-text"

#include "config.h"

#include "carrel-page-text.h"

#include "carrel-phrase.h"

#include <string.h>

/* No editor breaks lines shorter than this, in bytes; before a number only longer ones count. */
#define MIN_WRAPPED 45
#define MIN_NUMBERS 60

/* The longest that may stand before a colon and be a label, in bytes. */
#define MAX_LABEL 30

/* "Professor: Ann Lee (ann@x.edu)": a label, and an address at the end. */
static gboolean
is_contact (const char *line, gsize length)
{
  gsize label = strcspn (line, ":\n");
  const char *word = memrchr (line, ' ', length);

  return label < length && label <= MAX_LABEL && word != NULL
         && memchr (word, '@', length - (gsize) (word - line)) != NULL;
}

/* Whether a line ends where a sentence, an item of a list or a label may end. */
static gboolean
is_ended (const char *line, gsize length)
{
  return is_contact (line, length) || strchr (".:;!?|=-", line[length - 1]) != NULL
         || (guchar) line[length - 1] >= 0x80;
}

/* "labs: …", "labs - …": a line that starts with a label stands for itself; "4:00" and "is computed
 * as:" are none. */
static gboolean
is_labelled (const char *next)
{
  static const char *const verbs[] = { "is", "are", "will", "be", NULL };
  gsize n = strcspn (next, ":|\n");

  if (g_ascii_islower (*next) && carrel_phrase_match_any (next, verbs) > 0)
    return FALSE;

  while (n > 0 && next[n] == ':' && g_ascii_isdigit (next[n - 1]) && g_ascii_isdigit (next[n + 1]))
    n += 1 + strcspn (next + n + 1, ":|\n");

  return next[n] != '\0' && next[n] != '\n' && n <= MAX_LABEL;
}

/* Words that no sentence ends with; "Science Center A" is a name. */
static gboolean
is_open_ended (const char *line, gsize length)
{
  static const char *const words[]
      = { "the", "of",   "in",   "at",   "on",  "and", "to",  "from", "a",  "an",  "by",  "for",
          "or",  "with", "your", "will", "der", "die", "den", "im",   "am", "und", "für", "von",
          "de",  "du",   "des",  "le",   "la",  "les", "et",  "à",    "en", "el",  "del", "los",
          "las", "y",    "do",   "da",   "dos", "das", "e",   "em",   "no", "na",  "que", NULL };

  return !g_ascii_isupper (line[length - 1]) && carrel_phrase_match_back (line, length, words) > 0;
}

/**
 * carrel_page_text_continues:
 * @line: valid UTF-8
 * @length: its bytes
 * @next: (not nullable): the line below, up to a line end or NUL
 *
 * Returns: whether @next goes on with a sentence of @line
 */
gboolean
carrel_page_text_continues (const char *line, gsize length, const char *next)
{
  gunichar first = g_utf8_get_char (next);

  if (length < MIN_WRAPPED || is_ended (line, length) || is_labelled (next))
    return FALSE;
  if (g_unichar_islower (first))
    return TRUE;
  if (g_ascii_isdigit (*next))
    return length >= MIN_NUMBERS && strchr (line, ' ') != NULL;
  return g_unichar_isupper (first) && is_open_ended (line, length);
}

/**
 * carrel_page_text_is_blank:
 * @bytes: those of a page
 *
 * Returns: whether there is nothing to read in it
 */
gboolean
carrel_page_text_is_blank (GBytes *bytes)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}
