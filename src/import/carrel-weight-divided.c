/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Project (40%: 10% draft, 30% paper)", "Project (40%) (10% draft, 30% paper)", "Exams (60%):
 * midterm (20%) and final (40%)": what adds up to the weight before it is made of its parts. */
#define G_LOG_DOMAIN "carrel-weight-divided"

#include "config.h"

#include "carrel-weight-divided.h"

#include "carrel-pattern.h"
#include "carrel-weight-name.h"

#include <string.h>

/* No sentence of weights is longer, in bytes. */
#define MAX_TEXT 800

#define SHARE "(?<share>[0-9]{1,2}(?:\\.[0-9]+)?) ?%"
/* "20% of the grade", "20% in total" */
#define OF_WHOLE "(?: (?:(?:of|in) [^%()[\\]:=;,]{1,20}|total))?"
/* No clause: "Projects (40%): there are two projects, …" describes. */
#define PHRASE  "(?:(?! (?:will|is|are|has|have|worth|counts?|consists?|includes?)\\b)[^%;.])"
#define CONTENT "(?<content>[^()[\\]]*%[^()[\\]]*)"

/* Where the shares may stand: in the brackets of the weight, in the next ones, behind its colon. */
static const char inside[] = "[([]" SHARE OF_WHOLE "(?<cut> ?[:=;,–—-]+ ?" CONTENT ")(?=[])])";
static const char beside[] = SHARE OF_WHOLE "[])]?[*_]*(?<cut> ?[([]" CONTENT "[])])";
static const char behind[]
    = "^[^%]*?" SHARE "[])]?[*_]*(?: ?:| [–—-]+) (?<cut>(?<content>" PHRASE "*%.*?))(?:\\. |$)";

/* A weight and two shares of it at least. */
static gboolean
may_be_divided (const char *text)
{
  const char *at = strchr (text, '%');

  at = at != NULL ? strchr (at + 1, '%') : NULL;
  return at != NULL && strchr (at + 1, '%') != NULL && strlen (text) <= MAX_TEXT;
}

/* "Oct 4, Final" and "covers chapters 1-4": what is said of a part, not its name. */
static gboolean
is_remark (const char *name)
{
  return name == NULL
         || carrel_pattern_matches (
             "\\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
             "[a-z]*\\.? "
             "[0-9]|\\b[0-9]{1,2}/[0-9]|^(?:covers?|if|higher|lower|highest|lowest|dropped)\\b",
             name, G_REGEX_CASELESS);
}

/* The weight of @share per cent whose parts @content names; %NULL where it names none or others. */
static CarrelWeight *
read_whole (const CarrelWords *words, const char *share, const char *content)
{
  g_autoptr (GPtrArray) parts = carrel_weight_read_sentence (words, content);
  g_autoptr (CarrelWeight) whole = carrel_weight_new (NULL);
  gint64 sum = 0;

  whole->percent = (gint64) (g_ascii_strtod (share, NULL) * CARREL_QUANTITY_ONE + 0.5);
  for (guint i = 0; i < parts->len; i++)
    {
      const CarrelWeight *part = g_ptr_array_index (parts, i);

      if (part->percent <= 0 || part->is_bonus || is_remark (part->name))
        return NULL;
      sum += part->percent;
    }
  if (parts->len < 2 || sum != whole->percent)
    return NULL;
  g_ptr_array_extend_and_steal (whole->children, g_steal_pointer (&parts));
  return g_steal_pointer (&whole);
}

/* The words before the last share of a text, back to the one before it: ", exams " of "Labs 20%,
 * exams 20%". */
static char *
dup_lead (const char *text)
{
  const char *last = strrchr (text, '%');
  const char *before = last != NULL ? g_strrstr_len (text, last - text, "%") : NULL;
  const char *start = before != NULL ? before + 1 : text;

  return g_strndup (start, last != NULL ? (gsize) (last - start) : strlen (start));
}

/* Cuts the shares out of *@text wherever @pattern finds them behind the weight that they divide. */
static void
cut (const CarrelWords *words, const char *pattern, char **text, GPtrArray *wholes)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int copied = 0;

  for (gboolean found = carrel_pattern_match (pattern, *text, 0, &match); found;
       found = g_match_info_next (match, NULL))
    {
      g_autofree char *share = g_match_info_fetch_named (match, "share");
      g_autofree char *content = g_match_info_fetch_named (match, "content");
      g_autoptr (CarrelWeight) whole = read_whole (words, share, content);
      int from = 0, until = 0;

      if (whole == NULL || !g_match_info_fetch_named_pos (match, "cut", &from, &until))
        continue;
      g_string_append_len (rest, *text + copied, from - copied);
      copied = until;
      whole->name = dup_lead (rest->str);
      g_ptr_array_add (wholes, g_steal_pointer (&whole));
    }
  g_string_append (rest, *text + copied);
  g_clear_pointer (&match, g_match_info_unref);
  g_free (*text);
  *text = g_string_free (g_steal_pointer (&rest), FALSE);
}

/**
 * carrel_weight_divided_cut:
 * @words: the words of the page's language
 * @text: a line or a sentence without markup; valid UTF-8
 * @where: where the shares may stand
 * @wholes: (inout) (element-type CarrelWeight): gets the weights that are divided, each with the
 *   words that stand before it for a name
 *
 * Returns: (transfer full) (nullable): @text without the shares that divide other weights of it, or
 *   %NULL when there are none
 */
char *
carrel_weight_divided_cut (const CarrelWords *words,
                           const char *text,
                           CarrelWeightDivided where,
                           GPtrArray *wholes)
{
  g_autofree char *rest = may_be_divided (text) ? g_strdup (text) : NULL;

  if (rest == NULL)
    return NULL;
  cut (words, inside, &rest, wholes);
  cut (words, beside, &rest, wholes);
  if (where == CARREL_WEIGHT_DIVIDED_BEHIND_COLON && wholes->len == 0)
    cut (words, behind, &rest, wholes);
  return wholes->len > 0 ? g_steal_pointer (&rest) : NULL;
}

/* The weight that @whole divides: the only one of as much, or the one of those that the words
 * before it name. */
static CarrelWeight *
find_undivided (CarrelWeight **weights, guint n, const CarrelWeight *whole)
{
  CarrelWeight *only = NULL, *named = NULL;
  guint n_equal = 0;

  for (guint i = 0; i < n; i++)
    {
      if (weights[i]->percent != whole->percent || weights[i]->children->len > 0)
        continue;
      n_equal++;
      only = weights[i];
      if (weights[i]->name != NULL
          && carrel_weight_name_is_in (weights[i]->name, whole->name, strlen (whole->name)))
        named = weights[i];
    }
  return n_equal == 1 ? only : named;
}

/**
 * carrel_weight_divided_attach:
 * @weights: (array length=n): the weights of the text without the shares
 * @n: how many
 * @wholes: (element-type CarrelWeight): those that the shares divide, of
 *   carrel_weight_divided_cut(); they lose their parts
 *
 * Moves the shares below the weights that they divide.
 *
 * Returns: whether all were found
 */
gboolean
carrel_weight_divided_attach (CarrelWeight **weights, guint n, GPtrArray *wholes)
{
  for (guint i = 0; i < wholes->len; i++)
    {
      CarrelWeight *whole = g_ptr_array_index (wholes, i);
      CarrelWeight *weight = find_undivided (weights, n, whole);

      if (weight == NULL)
        return FALSE;
      while (whole->children->len > 0)
        g_ptr_array_add (weight->children, g_ptr_array_steal_index (whole->children, 0));
    }
  return TRUE;
}
