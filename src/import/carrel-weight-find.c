/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of the grade by their whole names, by a short form of one, or by the line of their weight.
 */
#define G_LOG_DOMAIN "carrel-weight-find"

#include "config.h"

#include "carrel-weight-find.h"

#include "carrel-pattern.h"
#include "carrel-weight-count.h"
#include "carrel-weight-name.h"

#include <string.h>

#define WEIGHT(weights, i) ((CarrelWeight *) g_ptr_array_index (weights, i))

/**
 * carrel_weight_find_is_named:
 * @weight: a part of the grade
 * @text: valid UTF-8
 * @length: of @text in bytes
 *
 * Returns: whether the name of the part stands in @text; the numbers of its pieces need not
 */
gboolean
carrel_weight_find_is_named (const CarrelWeight *weight, const char *text, gsize length)
{
  int count = 0;
  gsize n;
  g_autofree char *bare = NULL;

  if (carrel_weight_name_is_in (weight->name, text, length))
    return TRUE;
  n = carrel_weight_count_find_numbers (weight->name, &count);
  bare = g_strndup (weight->name, n);
  return n > 0 && carrel_weight_name_is_in (bare, text, length);
}

/**
 * carrel_weight_find_named:
 * @weights: (element-type CarrelWeight): the parts of the grade
 * @text: valid UTF-8
 * @length: of @text in bytes
 *
 * Returns: (transfer none) (nullable): the part whose whole name stands in @text; the longest name
 *   of several
 */
CarrelWeight *
carrel_weight_find_named (GPtrArray *weights, const char *text, gsize length)
{
  CarrelWeight *best = NULL;

  for (guint i = 0; i < weights->len; i++)
    {
      CarrelWeight *weight = WEIGHT (weights, i);
      CarrelWeight *child = carrel_weight_find_named (weight->children, text, length);

      if (child != NULL && (best == NULL || strlen (child->name) > strlen (best->name)))
        best = child;
      if (carrel_weight_find_is_named (weight, text, length)
          && (best == NULL || strlen (weight->name) > strlen (best->name)))
        best = weight;
    }
  return best;
}

/**
 * carrel_weight_find_only_named:
 * @weights: (element-type CarrelWeight): the parts of the grade
 * @text: a sentence
 *
 * Returns: (transfer none) (nullable): the part that @text names, when it names no other beside it
 */
CarrelWeight *
carrel_weight_find_only_named (GPtrArray *weights, const char *text)
{
  CarrelWeight *found = NULL;

  for (guint i = 0; i < weights->len; i++)
    {
      if (!carrel_weight_find_is_named (WEIGHT (weights, i), text, strlen (text)))
        continue;
      if (found != NULL)
        return NULL;
      found = WEIGHT (weights, i);
    }
  return found;
}

/**
 * carrel_weight_find_shortened:
 * @weights: (element-type CarrelWeight): the parts of the grade
 * @after: the words behind "lowest"
 *
 * "Your lowest homework score is dropped" is about "Homework sets", where no other part has
 * homework in its name.
 *
 * Returns: (transfer none) (nullable): the only part whose name has the words of the noun
 */
CarrelWeight *
carrel_weight_find_shortened (GPtrArray *weights, const char *after)
{
  static const char noun[] = "^ (?:of (?:the|your|their|all) )?(?:[0-9]+ |two |three |four )?"
                             "([\\p{L}-]{3,}(?: [\\p{L}-]+)?)"
                             "(?: (?:scores?|grades?|marks?|points|results?))?(?: "
                             "(?:is|are|will|gets?|may|can|from)\\b|[.,;)]|$)";
  static const char single[]
      = "\\b(?:final|attendance|safety|make-?up|late|presentation|participation)\\b";
  static const char general[] = "^(?:scores?|grades?|marks?|points|results?|ones?|assignments?)\\b";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;
  CarrelWeight *found = NULL;

  if (!carrel_pattern_match (noun, after, G_REGEX_CASELESS, &match))
    return NULL;
  name = g_match_info_fetch (match, 1);
  for (guint i = 0; i < weights->len; i++)
    {
      const char *whole = WEIGHT (weights, i)->name;

      if (!carrel_weight_name_is_in (name, whole, strlen (whole))
          || carrel_pattern_matches (single, whole, G_REGEX_CASELESS))
        continue;
      if (found != NULL)
        return NULL;
      found = WEIGHT (weights, i);
    }
  return carrel_pattern_matches (general, name, G_REGEX_CASELESS) ? NULL : found;
}

/**
 * carrel_weight_find_by_heading:
 * @weights: (element-type CarrelWeight): the parts of the grade
 * @heading: the heading of a section
 *
 * Returns: (transfer none) (nullable): the part that "Quizzes" or "Problem Sets (20%)" names by its
 *   words, or that the heading abbreviates
 */
CarrelWeight *
carrel_weight_find_by_heading (GPtrArray *weights, const char *heading)
{
  CarrelWeight *named = carrel_weight_find_named (weights, heading, strlen (heading));
  g_autofree char *short_name = g_strndup (heading, strcspn (heading, "("));

  for (guint i = 0; named == NULL && i < weights->len; i++)
    {
      CarrelWeight *weight = WEIGHT (weights, i);

      if (*short_name != '\0'
          && carrel_weight_name_is_in (short_name, weight->name, strlen (weight->name)))
        named = weight;
    }
  return named;
}

/**
 * carrel_weight_find_on_line:
 * @weights: (element-type CarrelWeight): the parts of the grade
 * @line: a line of the page, from 1
 *
 * Returns: (transfer none) (nullable): the first part whose weight stands on @line
 */
CarrelWeight *
carrel_weight_find_on_line (GPtrArray *weights, int line)
{
  for (guint i = 0; i < weights->len; i++)
    if (WEIGHT (weights, i)->line == line)
      return WEIGHT (weights, i);
  return NULL;
}

/**
 * carrel_weight_find_alone_on_line:
 * @weights: (element-type CarrelWeight): the parts of the grade
 * @line: a line of the page, from 1
 *
 * Returns: (transfer none) (nullable): the part whose weight stands on @line, when no other does
 */
CarrelWeight *
carrel_weight_find_alone_on_line (GPtrArray *weights, int line)
{
  CarrelWeight *found = NULL;

  for (guint i = 0; i < weights->len; i++)
    {
      if (WEIGHT (weights, i)->line != line)
        continue;
      if (found != NULL)
        return NULL;
      found = WEIGHT (weights, i);
    }
  return found;
}
