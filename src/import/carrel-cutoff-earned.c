/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cut-offs in clauses with a verb: "90% or higher earns an A", "a B requires 80%". */
#define G_LOG_DOMAIN "carrel-cutoff"

#include "config.h"

#include "carrel-cutoff.h"

#include "carrel-pattern.h"
#include "carrel-quantity.h"

#include <string.h>

#define LETTER "(?<letter>AB|BC|CD|[A-D][+−–-]?|[EF])(?![\\w%])"
#define BOUND  "(?<bound>[0-9]{2}(?:\\.[0-9]+)?)(?: ?%| percent)?"

/* The bound stands before the verb and the letter. */
static const char bound_first[]
    = "(?:\\b(?:(?<above>above|over|more than|greater than)|(?<below>below|under|less than|lower "
      "than)) )?(?<![\\w.])" BOUND
      "(?: or (?:higher|above|more|better|greater|up)| and (?:above|up|higher))?,?"
      " (?:(?:will|is|are|be|guaranteed?|guarantees|earns?|gets?|gives?|you|result|results|in|"
      "receives?|receive|at|least|means|corresponds|to|assured|of) )+"
      "(?:an? |the )?(?:(?:final |course |letter )?grade of )?(?:an? )?[\"'“]?" LETTER;

/* The letter stands first: "to get an A you need 90%". */
static const char letter_first[]
    = "\\b(?:an?|for an?|grade of) [\"'“]?" LETTER "[\"'”]?,?"
      " (?:grade )?(?:requires?|needs?|you(?:[’']?ll| will)? need|you must "
      "(?:have|earn|get|score)|is given for|"
      "is earned with)(?: (?:to (?:have|earn|get|score)|at "
      "least|an?|minimum|score|average|total|of|"
      "final|overall))* (?<above>more than )?" BOUND;

static gboolean
has_letter (const GArray *cutoffs, guint from, const char *letter)
{
  for (guint i = from; i < cutoffs->len; i++)
    if (g_str_equal (g_array_index (cutoffs, CarrelCutoff, i).letter, letter))
      return TRUE;
  return FALSE;
}

static void
add_match (const CarrelWords *words, const GMatchInfo *match, guint n_before, GArray *cutoffs)
{
  g_autofree char *letter = g_match_info_fetch_named (match, "letter");
  g_autofree char *bound = g_match_info_fetch_named (match, "bound");
  g_autofree char *above = g_match_info_fetch_named (match, "above");
  g_autofree char *below = g_match_info_fetch_named (match, "below");
  CarrelCutoff cutoff = { .is_exclusive = above != NULL && *above != '\0' };
  CarrelQuantity quantity;

  if (carrel_cutoff_match_letter (letter, cutoff.letter) == 0
      || !carrel_quantity_find (words, bound, 0, &quantity))
    return;
  /* "Below 60% is an F" bounds the worst letter from above, and no other. */
  cutoff.min = below == NULL || *below == '\0' ? quantity.value : 0;
  if ((cutoff.min == 0 && cutoff.letter[0] < 'D') || has_letter (cutoffs, n_before, cutoff.letter))
    return;
  g_array_append_val (cutoffs, cutoff);
}

/* Numbers from 20 to 100 that fall. */
static gboolean
read_bounds (const CarrelWords *words, const char *text, GArray *bounds)
{
  CarrelQuantity quantity;

  for (gsize from = 0; carrel_quantity_find (words, text, from, &quantity); from = quantity.end)
    {
      gint64 last = bounds->len > 0 ? g_array_index (bounds, gint64, bounds->len - 1)
                                    : 101 * CARREL_QUANTITY_ONE;

      if (quantity.is_word || quantity.is_range || quantity.value >= last
          || quantity.value < 20 * CARREL_QUANTITY_ONE)
        return FALSE;
      g_array_append_val (bounds, quantity.value);
    }
  return bounds->len > 1;
}

/* "Scores of at least 90, 80 and 70 are guaranteed an A, a B and a C, respectively": as many bounds
 * as letters. */
static gboolean
read_respective (const CarrelWords *words, const char *text, GArray *cutoffs)
{
  g_autoptr (GArray) bounds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CarrelCutoff));
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (strstr (text, "respectively") == NULL || !read_bounds (words, text, bounds))
    return FALSE;
  regex = carrel_pattern_get ("(?<![\\w'-])[A-F](?:[+−–-](?!\\w))?(?![\\w'])", 0);
  for (gboolean more = g_regex_match (regex, text, 0, &match); more;
       more = g_match_info_next (match, NULL))
    {
      g_autofree char *letter = g_match_info_fetch (match, 0);
      CarrelCutoff cutoff = { 0 };

      if (carrel_cutoff_match_letter (letter, cutoff.letter) == 0 || found->len == bounds->len)
        return FALSE;
      cutoff.min = g_array_index (bounds, gint64, found->len);
      g_array_append_val (found, cutoff);
    }
  if (found->len != bounds->len)
    return FALSE;
  g_array_append_vals (cutoffs, found->data, found->len);
  return TRUE;
}

/**
 * carrel_cutoff_read_earned:
 * @words: the words of the page's language
 * @text: a line or a sentence without markup; valid UTF-8
 * @cutoffs: (element-type CarrelCutoff): where the cut-offs are added
 *
 * Reads clauses that say what a letter asks for: "90% or higher earns an A, 80% is at least a B",
 * "to get an A you need 90%", "90, 80 and 70 earn A, B and C, respectively".
 *
 * Returns: whether there was any
 */
gboolean
carrel_cutoff_read_earned (const CarrelWords *words, const char *text, GArray *cutoffs)
{
  const char *const patterns[] = { bound_first, letter_first };
  guint n_before = cutoffs->len;

  if (read_respective (words, text, cutoffs))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) regex = carrel_pattern_get (patterns[i], G_REGEX_CASELESS);
      g_autoptr (GMatchInfo) match = NULL;

      for (gboolean found = g_regex_match (regex, text, 0, &match); found;
           found = g_match_info_next (match, NULL))
        add_match (words, match, n_before, cutoffs);
    }
  return cutoffs->len > n_before;
}
