/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Two of your labs will be dropped", "the highest 2 scores count", "We drop the following:". */
#define G_LOG_DOMAIN "carrel-weight-drop"

#include "config.h"

#include "carrel-weight-drop.h"

#include "carrel-pattern.h"
#include "carrel-sentence.h"

/**
 * carrel_weight_drop_match_plain:
 * @sentence: a sentence
 * @number: (out): how many are dropped
 * @name: (out): the words between the number and "will be dropped"
 *
 * Reads "Two of your labs will be dropped": the lowest, as nobody drops others. A number behind
 * another word, "Week 6 labs", "students with two absences", "at least one lab", counts nothing.
 *
 * Returns: whether @sentence is one
 */
gboolean
carrel_weight_drop_match_plain (const char *sentence, char **number, char **name)
{
  static const char dropped[]
      = "(?:^|[,;:(] ?|\\b(?:and|that|so|but) )(one|two|three|four|five|[1-9]) "
        "(?:of (?:your|the) )?"
        "((?:(?!(?:you|they|we|he|she|it|who|that|which|students?|miss\\w*|absen\\w*|with|than"
        "|ha[ds]|have|or|more|late|and|one|two|three|four|five)\\b)[a-z-]+ ){1,5}?)(?:will "
        "be|are|is) dropped\\b"
        "(?! (?:an?|one|off|by|in|into|out|because|due|if|from (?:the |this |your |our "
        ")?(?:class|course"
        "|roster|section|schedule|syllabus))\\b)";
  g_autoptr (GMatchInfo) match = NULL;

  if (!carrel_pattern_match (dropped, sentence, G_REGEX_CASELESS, &match))
    return FALSE;
  *number = g_match_info_fetch (match, 1);
  *name = g_match_info_fetch (match, 2);
  return TRUE;
}

/* "Usually the best 5", "If you ask for it, the best 2", in the clause of the number or in a
 * condition right before it; "Even if you miss class, the best 8" holds always. */
static gboolean
is_hedged (const char *sentence, int length)
{
  static const char hedge[] = "\\b(?:usually|sometimes|may|might|could)\\b[^,;:]*$"
                              "|(?:^|[.;:] ?)(?:if|unless)\\b[^,;:]*, [^,;:]*$";
  g_autofree char *before = g_strndup (sentence, (gsize) length);

  return carrel_pattern_matches (hedge, before, G_REGEX_CASELESS);
}

/**
 * carrel_weight_drop_match_kept:
 * @sentence: a sentence
 * @number: (out): how many count
 * @name: (out): the words between the number and "count"; empty where they name no part of their
 *   own, "scores"
 * @at: (out): where the words begin
 *
 * Reads "The highest 2 scores count", where nothing is said of the others.
 *
 * Returns: whether @sentence is one
 */
gboolean
carrel_weight_drop_match_kept (const char *sentence, char **number, char **name, int *at)
{
  static const char kept[]
      = "\\b(?:best|highest|top) (one|two|three|four|five|six|seven|eight|nine|ten|[1-9][0-9]?) "
        "((?:[a-z]+ ){0,3}?)(?:(?:will be|are|is) (?:considered|counted|used(?! in\\b)|kept)"
        "|(?:will )?count)\\b(?! (?:[0-9]|twice|double|half|more|less|most"
        "|(?:for|as|toward|towards) (?:an? |the )?(?:bonus|extra|prize)))";

  static const char others[]
      = "\\b(?:the (?:other|rest|remaining)|others?|lowest|worst)\\b[^.;]*\\bcounts?\\b";
  static const char general[]
      = "^(?:of (?:the|these|those|them|your) )?(?:(?:scores?|grades?|marks?"
        "|results?|ones|of (?:them|these|those)) )?$";
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (!carrel_pattern_match (kept, sentence, G_REGEX_CASELESS, &match)
      || !g_match_info_fetch_pos (match, 0, at, &end)
      || carrel_pattern_matches (others, sentence + end, G_REGEX_CASELESS)
      || is_hedged (sentence, *at))
    return FALSE;
  *number = g_match_info_fetch (match, 1);
  *name = g_match_info_fetch (match, 2);
  if (carrel_pattern_matches (general, *name, G_REGEX_CASELESS))
    **name = '\0';
  return TRUE;
}

/**
 * carrel_weight_drop_leads:
 * @text: a line
 *
 * Returns: whether its end leads to a list of what is dropped: "We drop the following:"
 */
gboolean
carrel_weight_drop_leads (const char *text)
{
  static const char drops[] = "\\b(?:we|i|is|are|be|will|also|policy) "
                              "(?:drop|discard|omit|exclude|ignore|remove)(?:s|p?ed|d)?\\b";
  static const char hedges[] = "\\b(?:no|not|nothing|none|never|cannot|may|might|can|could|likely"
                               "|probably|perhaps|possibly|students?|topics?|chapters?|only|cases?"
                               "|if|how|when|why|unless)\\b|n[’']t\\b";
  g_auto (GStrv) sentences = g_str_has_suffix (text, ":") ? carrel_sentence_split (text) : NULL;
  const char *last = sentences != NULL ? sentences[g_strv_length (sentences) - 1] : NULL;

  return last != NULL && carrel_pattern_matches (drops, last, G_REGEX_CASELESS)
         && !carrel_pattern_matches (hedges, last, G_REGEX_CASELESS);
}

/**
 * carrel_weight_drop_is_clause:
 * @item: an item of a list
 *
 * Returns: whether it has a verb, and so says more than what is dropped: "if your lowest quiz is
 * late", "your lowest lab counts half"
 */
gboolean
carrel_weight_drop_is_clause (const char *item)
{
  return carrel_pattern_matches (
      "\\b(?:is|are|was|were|will|ha[sd]|have|do|does|can|may|must|should|counts?|gets?|if|who"
      "|when|students?)\\b",
      item, G_REGEX_CASELESS);
}
