/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Extensions that are counted by how often there is one: "up to two times in the term", "on a
 * single report". */
#define G_LOG_DOMAIN "carrel-late-times"

#include "config.h"

#include "carrel-late-times.h"

#include "carrel-pattern.h"

#include <string.h>

#define TIMES "(?<times>once|twice|(?:[1-9]|two|three|four|five) times)"
#define PERIOD                                                                                     \
  " (?:per|a|each|during|throughout|over|in) (?:the )?(?:entire |whole )?"                         \
  "(?:semester|term|quarter|course)"
#define ASK "\\b(?:request|ask for|take|use|have|get|receive|claim)\\b"

/* The number of "once", "twice" and "three times". */
static int
count_times (const CarrelWords *words, const char *times)
{
  gsize length = 0;

  if (g_ascii_strncasecmp (times, "once", 4) == 0)
    return 1;
  if (g_ascii_strncasecmp (times, "twice", 5) == 0)
    return 2;
  return g_ascii_isdigit (*times) ? *times - '0'
                                  : carrel_words_match_number (words, times, &length);
}

/* "A one-week extension for a single report will be granted", and no limit of what it may be. */
static gboolean
is_for_single (const char *sentence)
{
  static const char single[]
      = "^(?:(?!\\b(?:no|not|never|at most|up to|maximum|each|every|per)\\b).)*"
        "\\b(?:an?|one) (?:[\\w-]+ ){0,2}extension (?:for|on) (?:an? |one )?single "
        "(?:assignment|homework|report|write-?up|lab|problem set|paper|project)\\b"
        "(?:(?!\\b(?:not|never|rarely|seldom|may|might|was|were)\\b|n[’']t\\b)[^.;]){0,20}"
        "\\b(?:accepted|granted|given|allowed)\\b";

  return carrel_pattern_matches (single, sentence, G_REGEX_CASELESS);
}

/**
 * carrel_late_times_read:
 * @words: the words of the page's language
 * @sentence: a sentence about extensions; valid UTF-8
 * @policy: (inout): gets how many extensions there are, unless it says so already
 *
 * Reads "Up to two times in the term, you may request an extension" and "You may request an
 * extension twice per semester".
 */
void
carrel_late_times_read (const CarrelWords *words, const char *sentence, CarrelLatePolicy *policy)
{
  static const char *const patterns[] = {
    "(?<!than )\\b" TIMES PERIOD
    "\\b(?! (?:begins?|starts?|ends?|has|is)\\b)(?:(?!\\b(?:not|never|cannot)\\b)[^.;]){0,40}" ASK
    "[^.;]{0,24}\\bextensions?\\b",
    "\\b(?:may|can|(?:able|allowed|permitted|entitled) to) " ASK
    "[^.;]{0,30}\\bextensions?\\b[^.;]{0,30}(?<!than )\\b" TIMES "(?:" PERIOD "\\b|[.;]|$)",
  };
  int n = 0;

  if (policy->max_extensions != NULL || strstr (sentence, "xtension") == NULL)
    return;
  for (gsize i = 0; n == 0 && i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *times = NULL;

      if (!carrel_pattern_match (patterns[i], sentence, G_REGEX_CASELESS, &match))
        continue;
      times = g_match_info_fetch_named (match, "times");
      n = count_times (words, times);
    }
  if (n == 0 && is_for_single (sentence))
    n = 1;
  if (n > 0)
    policy->max_extensions = g_strdup_printf ("%d", n);
}
