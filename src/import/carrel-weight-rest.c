/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is left of a hundred is said in words: "the rest", "the remaining 10%". */
#define G_LOG_DOMAIN "carrel-weight-rest"

#include "config.h"

#include "carrel-weight-rest.h"

#include "carrel-pattern.h"
#include "carrel-weight-name.h"

#include <string.h>

#define HUNDRED (100 * CARREL_QUANTITY_ONE)

/* No sentence of weights is longer, in bytes. */
#define MAX_SENTENCE 400

static gint64
sum_percent (GPtrArray *weights)
{
  gint64 sum = 0;

  for (guint i = 0; i < weights->len; i++)
    {
      const CarrelWeight *weight = g_ptr_array_index (weights, i);

      if (weight->percent <= 0 || weight->is_bonus)
        return -1;
      sum += weight->percent;
    }
  return sum;
}

/* "The project grade is 30% proposal", "On each homework, style counts 20%", "Project grading:" */
static gboolean
is_of_part (const char *text)
{
  static const char part[]
      = "^(?:(?:the|your|an?) )?(?!(?:final|course|class|overall|total|semester|term)"
        "(?: (?:course|class))? (?:grade|mark|score|grading)s?\\b)(?:[\\w-]+ ){1,2}"
        "(?:grade|mark|score|grading)s?\\b|\\b(?:each|every) \\w+(?:,| (?:is|has|counts)\\b)"
        "|^for (?:the |your |all )?\\w+(?: \\w+)?,";

  return carrel_pattern_matches (part, text, G_REGEX_CASELESS);
}

/* Whether a weight may be the rest of the others. */
static gboolean
says_rest (const char *text)
{
  return strstr (text, " the rest") != NULL || strstr (text, " the remainder") != NULL;
}

/**
 * carrel_weight_rest_read_sentence:
 * @words: the words of the page's language
 * @text: a sentence without markup; valid UTF-8
 * @is_completed: (out) (optional): whether one of the weights is what the others leave
 *
 * Reads what carrel_weight_read_sentence() does, and "The project is 60%, with the exam making up
 * the rest".
 *
 * Returns: (transfer full) (element-type CarrelWeight): the weights, none unless all have names
 */
GPtrArray *
carrel_weight_rest_read_sentence (const CarrelWords *words,
                                  const char *text,
                                  gboolean *is_completed)
{
  static const char pattern[]
      = "^(.*[0-9] ?(?:%|percent).*?),? (?:with|and|while) (?:the |your )?"
        "((?:(?!\\b(?:with|and|while)\\b)[^,;:.%()]){3,50}?) (?:will )?"
        "(?:represent(?:ing|s)?|mak(?:e|es|ing) up|account(?:ing|s)? for|count(?:ing|s)? for"
        "|compris(?:e|es|ing)|constitut(?:e|es|ing)|contribut(?:e|es|ing)|providing|being"
        "|is worth|are worth|worth|is|are) the (?:rest|remainder)\\b"
        "(?! of (?!(?:the|your) (?:\\w+ )?(?:grade|mark|course)\\b))";
  g_autoptr (GPtrArray) weights = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (CarrelWeight) rest = NULL;
  g_autofree char *head = NULL;
  g_autofree char *name = NULL;
  gint64 sum;

  if (is_completed != NULL)
    *is_completed = FALSE;
  if (!says_rest (text) || strlen (text) > MAX_SENTENCE || is_of_part (text)
      || !carrel_pattern_match (pattern, text, G_REGEX_CASELESS, &match))
    return carrel_weight_read_sentence (words, text);
  head = g_match_info_fetch (match, 1);
  name = g_match_info_fetch (match, 2);
  weights = carrel_weight_read_sentence (words, head);
  sum = sum_percent (weights);
  rest = carrel_weight_new (NULL);
  rest->name
      = carrel_weight_name_cut (words, name, strlen (name), CARREL_NAME_BEFORE, &rest->count);
  if (sum <= 0 || sum >= HUNDRED || !carrel_weight_name_is_name (rest->name, TRUE))
    return carrel_weight_read_sentence (words, text);
  rest->percent = HUNDRED - sum;
  if (is_completed != NULL)
    *is_completed = TRUE;
  g_ptr_array_add (weights, g_steal_pointer (&rest));
  return g_steal_pointer (&weights);
}

/**
 * carrel_weight_rest_dup_sure:
 * @text: a line or a paragraph
 *
 * Returns: (transfer full): @text without words that leave a weight open: "labs (~35%)" counts
 * about that, and "By default, 40% …" is 40%
 */
char *
carrel_weight_rest_dup_sure (const char *text)
{
  return carrel_pattern_dup_without ("(?<=\\()~(?=[0-9])|^By default,? |(?<=[.!] )By default,? ",
                                     text, 0);
}

/**
 * carrel_weight_rest_goes_on:
 * @text: a sentence
 * @before: the sentence whose weights it may complete
 *
 * Returns: whether it weighs what the sentence before it left: "The remaining 10% comes from labs",
 *   not "The final 10% of the points are hard to earn"
 */
gboolean
carrel_weight_rest_goes_on (const char *text, const char *before)
{
  return carrel_pattern_matches (
             "^(?:and )?(?:the )?(?:remaining|other|final|last) [0-9.]+ ?(?:%|percent)"
             "(?! of (?:the|each|every|all|your|their)\\b"
             "(?! (?:(?:final|overall|total|course|class|semester) ){0,2}(?:grade|mark|score)\\b))",
             text, G_REGEX_CASELESS)
         && !is_of_part (before);
}
