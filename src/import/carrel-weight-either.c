/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What both ways share stands before "either". */
#define G_LOG_DOMAIN "carrel-weight-either"

#include "config.h"

#include "carrel-weight-either.h"

#include "carrel-pattern.h"

#include <string.h>

/**
 * carrel_weight_either_split:
 * @sentence: a sentence without markup; valid UTF-8
 *
 * Splits "Labs 30%, and either (1) test 30%, exam 40% or (2) exam 70%" into the two ways.
 *
 * Returns: (transfer full): a sentence for each way; @sentence alone when there is but one
 */
GStrv
carrel_weight_either_split (const char *sentence)
{
  static const char pattern[]
      = "^(.*?)[,;]? (?:and )?either \\((?:1|a|i)\\) (.+?),? or \\((?:2|b|ii)\\) (.+?)"
        "(?:[,;] whichever\\b.*)?$";
  g_autoptr (GStrvBuilder) ways = g_strv_builder_new ();
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *common = NULL;

  if (strstr (sentence, "either (") != NULL)
    regex = carrel_pattern_get (pattern, G_REGEX_CASELESS);
  if (regex == NULL || !g_regex_match (regex, sentence, 0, &match))
    {
      g_strv_builder_add (ways, sentence);
      return g_strv_builder_end (ways);
    }
  common = g_match_info_fetch (match, 1);
  for (int i = 2; i <= 3; i++)
    {
      g_autofree char *own = g_match_info_fetch (match, i);
      g_autofree char *whole = g_strconcat (common, ", ", own, NULL);

      g_strv_builder_add (ways, whole);
    }
  return g_strv_builder_end (ways);
}
