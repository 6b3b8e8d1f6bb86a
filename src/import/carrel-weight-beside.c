/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "The grade: labs (30%), of which the best 8 of 10 count, a midterm on October 14 (30%)": what
 * stands before a weight and is no part of its name. */
#define G_LOG_DOMAIN "carrel-weight"

#include "config.h"

#include "carrel-weight-beside.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-weight-name.h"

#include <string.h>

static gboolean
has_letters (const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* Where the words behind the lead begin: "The grade: labs 40%" leads to the first name. */
static gsize
find_lead_end (const char *text, gsize until)
{
  const char *colon = g_strrstr_len (text, (gssize) until, ": ");

  if (g_strrstr_len (text, (gssize) until, "：") != NULL)
    colon = g_strrstr_len (text, (gssize) until, "：") + strlen ("：") - 1;
  return colon != NULL && has_letters (colon, (gsize) (text + until - colon))
             ? (gsize) (colon + 1 - text)
             : 0;
}

/* The rest of a bracket that the weight before stood in is no part of the next name. */
static gsize
skip_bracket (const char *text, gsize from, gsize until)
{
  gsize n = strcspn (text + from, "()");

  return from + n < until && text[from + n] == ')' ? from + n + 1 : from;
}

/* ", of which the lowest is dropped, " says more of the weight before. */
static gsize
skip_clause (const char *text, gsize from, gsize until)
{
  static const char *const relative[]
      = { "of which", "for which", "which", "where", "whose", "of these", NULL };
  gsize start = from + strspn (text + from, " ,;");
  const char *comma = NULL;

  if (carrel_phrase_match_any (text + start, relative) > 0)
    comma = g_strrstr_len (text + start, (gssize) (until - start), ", ");
  return comma != NULL && has_letters (comma, (gsize) (text + until - comma))
             ? (gsize) (comma + 1 - text)
             : from;
}

/* Where " on October 14 (" begins at the end of the words before a weight; @until otherwise. */
static gsize
find_date (const CarrelWords *words, const char *text, gsize from, gsize until)
{
  const char *on = g_strrstr_len (text + from, (gssize) (until - from), " on ");
  gsize n = 0;

  if (on == NULL || on == text + from
      || carrel_words_match_month (words, on + strlen (" on "), &n) == 0)
    return until;
  n += (gsize) (on - text) + strlen (" on ");
  n += strspn (text + n, " .");
  n += strspn (text + n, "0123456789");
  return n + strspn (text + n, " ,(*_") >= until ? (gsize) (on - text) : until;
}

/**
 * carrel_weight_beside_dup_lead:
 * @words: the words of the page's language
 * @text: a sentence of weights; valid UTF-8
 * @until: where its first weight begins, in bytes
 *
 * Returns: (transfer full): what stands before that, without the words that lead to it
 */
char *
carrel_weight_beside_dup_lead (const CarrelWords *words, const char *text, gsize until)
{
  gsize from = find_lead_end (text, until);

  return g_strndup (text + from, find_date (words, text, from, until) - from);
}

/**
 * carrel_weight_beside_dup_between:
 * @words: the words of the page's language
 * @text: a sentence of weights; valid UTF-8
 * @from: where one weight ends, in bytes
 * @until: where the next begins, in bytes
 *
 * Returns: (transfer full): what stands between and is said of the second
 */
char *
carrel_weight_beside_dup_between (const CarrelWords *words,
                                  const char *text,
                                  gsize from,
                                  gsize until)
{
  from = skip_clause (text, skip_bracket (text, from, until), until);
  return g_strndup (text + from, find_date (words, text, from, until) - from);
}

/* "Labs are done in pairs. These count 20%": what the clause is about. */
static char *
dup_subject (const char *clause)
{
  g_autoptr (GMatchInfo) match = NULL;

  return carrel_pattern_match ("^(.{3,40}?) (?:are|is|will|must)\\b", clause, G_REGEX_CASELESS,
                               &match)
             ? g_match_info_fetch (match, 1)
             : g_strdup (clause);
}

/* The name in the last sentence before a weight, where the whole of what stands before it is a
 * clause; %NULL when there is none. */
static char *
cut_last_name (
    const CarrelWords *words, const char *text, const char *last, gsize until, int *count)
{
  static const char refers_back[] = "^(?:this|these|that|those|it|they|each)\\b";

  return carrel_pattern_matches (refers_back, last, G_REGEX_CASELESS)
             ? NULL
             : carrel_weight_name_cut (words, last, until - (gsize) (last - text),
                                       CARREL_NAME_BEFORE, count);
}

/**
 * carrel_weight_beside_cut_name:
 * @words: the words of the page's language
 * @text: a line of one weight; valid UTF-8
 * @until: where that begins, in bytes
 * @count: (inout) (optional): set when the name starts with a number of pieces
 *
 * Cuts the name out of what stands before the weight. Where that is a clause, its subject has it or
 * the last sentence: "Labs are done in pairs. These count 20%", "… Labs count 20%".
 *
 * Returns: (transfer full) (nullable): the name, or %NULL when there is none
 */
char *
carrel_weight_beside_cut_name (const CarrelWords *words, const char *text, gsize until, int *count)
{
  static const char clause[] = "\\b(?:are|is|will|be|must)\\b";
  int n_whole = count != NULL ? *count : -1;
  int n_last = n_whole;
  g_autofree char *name = carrel_weight_name_cut (words, text, until, CARREL_NAME_BEFORE, &n_whole);
  const char *stop = g_strrstr_len (text, (gssize) until, ". ");
  gboolean is_clause
      = name != NULL && stop != NULL && carrel_pattern_matches (clause, name, G_REGEX_CASELESS);
  char *last = is_clause ? cut_last_name (words, text, stop + strlen (". "), until, &n_last) : NULL;

  if (count != NULL)
    *count = last != NULL ? n_last : n_whole;
  if (last != NULL)
    return last;
  return is_clause ? dup_subject (name) : g_steal_pointer (&name);
}
