/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cut-offs beside each other: "90 is an A, 80 is a B and so forth", and an A above an A. */
#define G_LOG_DOMAIN "carrel-cutoff"

#include "config.h"

#include "carrel-cutoff.h"

#include "carrel-pattern.h"

#define TEN (10 * CARREL_QUANTITY_ONE)

/**
 * carrel_cutoff_go_on:
 * @text: a sentence without markup; valid UTF-8
 * @cutoffs: (element-type CarrelCutoff) (inout): what it says of letters
 *
 * "90-100 is an A, 80-89 a B and so forth", or "…", says of C and D what it does not spell out.
 * Where three letters are spelt out, "etc." may stand for more or for nothing, and so it may beside
 * another bound.
 */
void
carrel_cutoff_go_on (const char *text, GArray *cutoffs)
{
  static const char others[]
      = "(?<![0-9.])[2-7][0-9](?![0-9])|\\bof (?:you|students)\\b|\\blower\\b";
  static const char further[] = "\\b(?:and so (?:on|forth)|etc)\\b|\\.{3}|…";

  if (cutoffs->len != 2 || !carrel_pattern_matches (further, text, G_REGEX_CASELESS)
      || carrel_pattern_matches (others, text, G_REGEX_CASELESS))
    return;
  for (guint i = 0; i < cutoffs->len; i++)
    {
      const CarrelCutoff *cutoff = &g_array_index (cutoffs, CarrelCutoff, i);

      if (cutoff->letter[0] != (char) ('A' + i) || cutoff->letter[1] != '\0'
          || cutoff->min != (9 - i) * TEN)
        return;
    }
  for (guint i = cutoffs->len; i < 4; i++)
    {
      CarrelCutoff cutoff = g_array_index (cutoffs, CarrelCutoff, 0);

      cutoff.letter[0] = (char) ('A' + i);
      cutoff.min = (9 - i) * TEN;
      g_array_append_val (cutoffs, cutoff);
    }
}

/**
 * carrel_cutoff_merge_equal:
 * @cutoffs: (element-type CarrelCutoff) (inout): cut-offs, best first
 *
 * "Exceptional A = 100 ≥ 97" beside "excellent A = 96.9 ≥ 93": one letter, given from the lower
 * bound on.
 */
void
carrel_cutoff_merge_equal (GArray *cutoffs)
{
  for (guint i = cutoffs->len; i > 1; i--)
    {
      CarrelCutoff *one = &g_array_index (cutoffs, CarrelCutoff, i - 2);
      const CarrelCutoff *next = one + 1;

      if (g_str_equal (one->letter, next->letter) && next->min < one->min)
        g_array_remove_index (cutoffs, i - 2);
    }
}
