/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands between the times and the days of a line, and whether they belong together. */
#define G_LOG_DOMAIN "carrel-slot-gap"

#include "config.h"

#include "carrel-slot-gap.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

#define MAX_GAP 60

/**
 * carrel_slot_gap_skip_pause:
 * @at: a place in a line
 *
 * Returns: (transfer none): the end of "(pauses: 18h20-19h)", of which no time is that of a class,
 *   where @at starts it; @at otherwise
 */
const char *
carrel_slot_gap_skip_pause (const char *at)
{
  static const char *const pauses[]
      = { "pause",       "pauses", "break",     "breaks",   "with a break",
          "with breaks", "pausen", "mit pause", "descanso", "descansos",
          "pausa",       "pausas", "intervalo", "tauko",    NULL };
  const char *close
      = *at == '(' && carrel_phrase_match_any (at + 1, pauses) > 0 ? strchr (at, ')') : NULL;

  return close != NULL ? close + 1 : at;
}

/**
 * carrel_slot_gap_is_between:
 * @words: the words of the page's language
 * @text: a line
 * @until: the byte where a time in it starts
 *
 * Returns: whether "between" stands right before the time
 */
gboolean
carrel_slot_gap_is_between (const CarrelWords *words, const char *text, gsize until)
{
  return until > 0 && text[until - 1] == ' '
         && (carrel_phrase_match_back (text, until - 1, words->between_words) > 0
             || carrel_phrase_match_back (text, until - 1, carrel_words_en.between_words) > 0);
}

/* Whether the dot at @dot ends a sentence, and no initial, "Dr." or "Rm.". */
static gboolean
is_sentence_end (const char *text, gsize dot)
{
  static const char *const short_words[]
      = { "dr", "prof", "mr", "mrs", "ms", "asst", "assoc", "bldg", "rm" };
  gsize start = dot;

  while (start > 0 && g_ascii_isalpha (text[start - 1]))
    start--;
  for (gsize i = 0; i < G_N_ELEMENTS (short_words); i++)
    if (strlen (short_words[i]) == dot - start
        && g_ascii_strncasecmp (text + start, short_words[i], dot - start) == 0)
      return FALSE;
  return !g_ascii_isupper (text[dot - 1]) && text[dot - 2] != ' ';
}

/**
 * carrel_slot_gap_is_near:
 * @text: a line
 * @from: the byte where a gap in it starts
 * @until: the byte where it ends
 *
 * Returns: whether one sentence, without much between, holds what stands on both sides
 */
gboolean
carrel_slot_gap_is_near (const char *text, gsize from, gsize until)
{
  if (until - from > MAX_GAP)
    return FALSE;
  for (gsize i = MAX (from, 4); i + 1 < until; i++)
    if (text[i] == '.' && text[i + 1] == ' ' && is_sentence_end (text, i))
      return FALSE;
  return TRUE;
}

/**
 * carrel_slot_gap_is_beside:
 * @text: a line
 * @from: the byte where a time in it ends
 * @until: the byte where days behind it start
 *
 * Returns: whether at most a short word stands between them
 */
gboolean
carrel_slot_gap_is_beside (const char *text, gsize from, gsize until)
{
  g_autofree char *gap = g_strndup (text + from, until - from);
  static const char *const words[]
      = { "",    "on",        "every", "each",     "am",         "em",
          "le",  "on every",  "les",   "tous les", "toutes les", "chaque",
          "los", "todos los", "cada",  "jeden",    "immer",      "nas" };
  char *open = strchr (gap, '(');
  gboolean has_comma = strpbrk (gap, ",;") != NULL;
  g_autofree char *bare = NULL;

  if (open != NULL && carrel_slot_gap_skip_pause (open) > open)
    memset (open, ' ', (gsize) (carrel_slot_gap_skip_pause (open) - open));
  g_strstrip (g_strdelimit (gap, ",(;", ' '));
  /* "2-3 PM CST Friday", and no "10-11 EST, Friday 2-3" */
  bare = has_comma
             ? g_strdup (gap)
             : carrel_pattern_dup_without ("^(?:[ECMP][SD]?T|GMT|UTC|CES?T|BST)(?: +|$)", gap, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (bare, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * carrel_slot_gap_is_tied:
 * @text: a line
 * @from: the byte where a time in it ends
 * @until: the byte where days behind it start
 *
 * Returns: whether a word ties the time to the days, as in "12:25pm on Friday"
 */
gboolean
carrel_slot_gap_is_tied (const char *text, gsize from, gsize until)
{
  return strspn (text + from, " \n,;(") < until - from;
}
