/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Three papers (20%, 20%, 25%)" is one part of 65%. */
#define G_LOG_DOMAIN "carrel-weight-series"

#include "config.h"

#include "carrel-weight-series.h"

#include "carrel-pattern.h"

#define MENTION(mentions, i) (&g_array_index (mentions, CarrelWeightMention, i))

/* Whether nothing stands between two weights but what joins them: "15% and 20%". */
static gboolean
is_joined (const char *text, const CarrelWeightMention *one, const CarrelWeightMention *next)
{
  g_autofree char *between = g_strndup (text + one->end, next->start - one->end);

  return next->unit == one->unit && next->value > 0 && !next->is_each && !next->is_total
         && carrel_pattern_matches ("^(?:,? and |[,;+&]| [+&] )\\s*$", between, G_REGEX_CASELESS);
}

/* How many pieces stand before the bracket that a weight begins: "three papers (20%"; 0 for none.
 * Without a number it may hold the shares of several parts, "quizzes and exams (30%, 70%)". */
static guint
count_pieces (const char *text, const CarrelWeightMention *mention)
{
  static const char counted[] = "\\b([2-8]|two|three|four|five|six|seven|eight) "
                                "(?:(?!and\\b|or\\b)[\\w-]+ ){0,2}\\w+s \\($";
  static const char *const numbers[] = { "two", "three", "four", "five", "six", "seven", "eight" };
  g_autofree char *before = g_strndup (text, mention->start);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;

  if (mention->value <= 0 || mention->is_each || mention->is_total
      || !carrel_pattern_match (counted, before, G_REGEX_CASELESS, &match))
    return 0;
  number = g_match_info_fetch (match, 1);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_ascii_strcasecmp (number, numbers[i]) == 0)
      return i + 2;
  return (guint) g_ascii_strtoull (number, NULL, 10);
}

/* "(40 + 10 pts": the first number of a sum has no unit of its own. */
static void
add_first_term (const char *text, CarrelWeightMention *mention)
{
  g_autofree char *before = g_strndup (text, mention->start);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *term = NULL;
  int start = 0;

  if (mention->value < 0 || mention->is_each
      || carrel_pattern_matches ("^ *(?:bonus|extra)", text + mention->end, G_REGEX_CASELESS)
      || !carrel_pattern_match ("\\(([0-9]{1,3}) ?\\+ ?$", before, 0, &match)
      || !g_match_info_fetch_pos (match, 1, &start, NULL))
    return;
  term = g_match_info_fetch (match, 1);
  mention->value += g_ascii_strtoll (term, NULL, 10) * CARREL_QUANTITY_ONE;
  mention->start = (gsize) start;
}

/**
 * carrel_weight_series_merge:
 * @text: a line or a sentence
 * @mentions: (inout) (element-type CarrelWeightMention): the weights of @text in its order; those
 * of a bracket that holds nothing but weights become their sum, with their number as the count
 */
void
carrel_weight_series_merge (const char *text, GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    add_first_term (text, MENTION (mentions, i));
  for (guint i = 0; i < mentions->len; i++)
    {
      CarrelWeightMention *first = MENTION (mentions, i);
      guint n_pieces = count_pieces (text, first);
      gint64 sum = first->value;
      guint last = i;

      while (last + 1 < MIN (mentions->len, i + n_pieces)
             && is_joined (text, MENTION (mentions, last), MENTION (mentions, last + 1)))
        sum += MENTION (mentions, ++last)->value;
      if (n_pieces == 0 || last + 1 != i + n_pieces || text[MENTION (mentions, last)->end] != ')')
        continue;
      first->value = sum;
      first->end = MENTION (mentions, last)->end;
      first->count = (int) n_pieces;
      g_array_remove_range (mentions, i + 1, last - i);
    }
}
