/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cut-offs of marks in numbers: "1.0: ab 95%", "50-59: grade 1", "4.0 (90%)". */
#define G_LOG_DOMAIN "carrel-cutoff"

#include "config.h"

#include "carrel-cutoff.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

/* What may stand before a mark. */
#define MARKUP " *_`\""

/* The longest range, in bytes. */
#define MAX_RANGE 40

/* "Note 1" and "Grade 1", in whole marks. */
static gsize
match_named_mark (const char *text, char *letter)
{
  static const char *const names[] = { "note", "grade", "mark", "arvosana", "nota", NULL };
  gsize n = carrel_phrase_match_any (text, names);

  n += strspn (text + n, " ");
  if (n == 0 || text[n] < '1' || text[n] > '5' || strspn (text + n, "0123456789.,") != 1)
    return 0;
  g_snprintf (letter, 8, "%c", text[n]);
  return n + 1;
}

/* Reads a mark of the German scale, "1.0" to "5.0", at the start of @text. */
static gsize
match_mark (const char *text, char *letter)
{
  if (text[0] < '1' || text[0] > '5' || (text[1] != '.' && text[1] != ',')
      || !g_ascii_isdigit (text[2]) || g_ascii_isdigit (text[3]))
    return 0;
  g_snprintf (letter, 8, "%c.%c", text[0], text[2]);
  return 3;
}

/* Reads "1.0: ab 95%" at the start of @text. */
static gboolean
read_mark (const CarrelWords *words, const char *text, CarrelCutoff *cutoff)
{
  static const char *const from[]
      = { "ab",  "from", "à partir de", "a partir de",    "mind.",  "mindestens", "≥",
          "bei", ">=",   "bei ≥",       "bei mindestens", "bei >=", "ab ≥",       NULL };
  gsize n = MAX (match_mark (text, cutoff->letter), match_named_mark (text, cutoff->letter));
  const char *rest = text + n + strspn (text + n, " :=|");
  gsize m = n > 0 && rest > text + n ? carrel_phrase_match_any (rest, from) : 0;
  CarrelQuantity quantity;

  if (m == 0 || !carrel_quantity_find (words, rest, m, &quantity) || quantity.start > m + 1
      || quantity.unit != CARREL_UNIT_PERCENT)
    return FALSE;
  cutoff->min = quantity.value;
  cutoff->is_exclusive = cutoff->is_range = FALSE;
  return TRUE;
}

/* Reads "4.0 (90%)" at the start of @text. */
static gboolean
read_bracketed (const CarrelWords *words, const char *text, CarrelCutoff *cutoff)
{
  gsize n = match_mark (text, cutoff->letter);
  const char *open = text + n + strspn (text + n, " ");
  const char *close = n > 0 && *open == '(' ? strchr (open, ')') : NULL;
  g_autofree char *range = close != NULL ? g_strndup (open + 1, (gsize) (close - open) - 1) : NULL;

  return range != NULL && close[1 + strspn (close + 1, " .;,")] == '\0' && g_ascii_isdigit (*range)
         && strchr (range, '%') != NULL && strlen (range) <= MAX_RANGE
         && carrel_cutoff_read_bound (words, range, cutoff);
}

/* The mark behind a colon: "grade 1", and "4.0" behind percent. */
static gsize
match_mark_behind (const char *text, const char *colon, char *letter)
{
  const char *name = colon + 1 + strspn (colon + 1, " ");
  gsize n = match_named_mark (name, letter);

  if (n == 0 && memchr (text, '%', (gsize) (colon - text)) != NULL)
    n = match_mark (name, letter);
  return n > 0 && name[n + strspn (name + n, " .;,")] == '\0' ? n : 0;
}

/* Reads "50-59 points: grade 1" at the start of @text. */
static gboolean
read_mark_behind (const CarrelWords *words, const char *text, CarrelCutoff *cutoff)
{
  const char *colon = strchr (text, ':');
  gboolean is_mark = colon != NULL && g_ascii_isdigit (*text)
                     && match_mark_behind (text, colon, cutoff->letter) > 0;
  g_autofree char *range = is_mark ? g_strndup (text, (gsize) (colon - text)) : NULL;

  return range != NULL && strlen (range) <= MAX_RANGE
         && carrel_cutoff_read_bound (words, range, cutoff);
}

/**
 * carrel_cutoff_read_mark:
 * @words: the words of the page's language
 * @text: a line without markup; valid UTF-8
 * @cutoff: (out): where the cut-off goes
 *
 * Reads a line that holds one mark in numbers and its bound: "Note 1 bei ≥ 87.5%", "50-59: grade
 * 1", "4.0 (90%)".
 *
 * Returns: whether it does
 */
gboolean
carrel_cutoff_read_mark (const CarrelWords *words, const char *text, CarrelCutoff *cutoff)
{
  text += strspn (text, MARKUP);
  return read_mark (words, text, cutoff) || read_bracketed (words, text, cutoff)
         || read_mark_behind (words, text, cutoff);
}

/* "90% of the points to receive a 4.0, 85% for a 3.5": a bound before each mark. */
static void
read_earned_marks (const CarrelWords *words, const char *text, GArray *cutoffs)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (
      "([0-9]{2,3}(?:\\.[0-9])? ?%)[^.;,%]{0,40}? an? ([0-4]\\.[0-9])(?![0-9%])", 0);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *bound = g_match_info_fetch (match, 1);
      g_autofree char *mark = g_match_info_fetch (match, 2);
      CarrelCutoff cutoff = { 0 };

      g_strlcpy (cutoff.letter, mark, sizeof cutoff.letter);
      if (carrel_cutoff_read_bound (words, bound, &cutoff))
        g_array_append_val (cutoffs, cutoff);
    }
}

/**
 * carrel_cutoff_read_marks:
 * @words: the words of the page's language
 * @text: a sentence without markup; valid UTF-8
 * @cutoffs: (element-type CarrelCutoff): where the cut-offs are added
 *
 * Reads marks in numbers with their bounds: "4.0: ab 50%, 1.0: ab 95%", "90% for a 4.0, 85% for a
 * 3.5". Best mark first.
 *
 * Returns: whether there were at least two
 */
gboolean
carrel_cutoff_read_marks (const CarrelWords *words, const char *text, GArray *cutoffs)
{
  guint n_before = cutoffs->len;

  for (const char *at = text; *at != '\0'; at = carrel_phrase_next_word (at))
    {
      CarrelCutoff cutoff = { 0 };

      if (read_mark (words, at, &cutoff))
        g_array_append_val (cutoffs, cutoff);
    }
  if (cutoffs->len == n_before && strchr (text, '%') != NULL)
    read_earned_marks (words, text, cutoffs);
  if (cutoffs->len - n_before >= 2)
    return TRUE;
  g_array_set_size (cutoffs, n_before);
  return FALSE;
}
