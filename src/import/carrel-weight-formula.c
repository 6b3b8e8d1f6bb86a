/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights in a formula, as many courses of Europe and South America write them:
 * "0.7*report + 0.3*tests", "Grade = P1 x 0,4 + P2 x 0,6", "Labs (40%) + Exam (60%)". */
#define G_LOG_DOMAIN "carrel-weight-formula"

#include "config.h"

#include "carrel-weight-formula.h"

#include "carrel-pattern.h"

#include <string.h>

#define MAX_TERMS 8
#define MAX_NAME  40

#define FACTOR "(0[.,][0-9]{1,3})"
#define SHARE  "([0-9]{1,2}(?:[.,][0-9]{1,2})?) ?%"
#define TIMES  " *[*×·⋅x] *"
/* A name has a letter first and none of the signs of a formula. */
#define NAME "(\\p{L}[^*×·⋅+=]*?)"

static void
free_weight (gpointer data)
{
  carrel_weight_free (data);
}

/* "0,35" with a @scale of 100 and "33.3" with one of 1, as percent. */
static gint64
read_factor (const char *text, int scale)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ",", '.');

  return (gint64) (g_ascii_strtod (plain, NULL) * scale * 100 + 0.5) * CARREL_QUANTITY_ONE / 100;
}

/* One term: a factor and a name, in either order. */
static CarrelWeight *
read_term (const char *term)
{
  static const struct
  {
    const char *pattern;
    int name; /* group */
    int factor;
    int scale;
  } forms[] = { { "^" FACTOR "(?:" TIMES "| +)" NAME " *[.;]?$", 2, 1, 100 },
                { "^" NAME TIMES FACTOR " *[.;]?$", 1, 2, 100 },
                { "^" SHARE "(?:" TIMES "| +)" NAME " *[.;]?$", 2, 1, 1 },
                { "^" NAME "(?:" TIMES "| +)[(]?" SHARE "[)]? *[.;]?$", 1, 2, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GRegex) regex = carrel_pattern_get (forms[i].pattern, 0);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *name = NULL;
      g_autofree char *factor = NULL;
      CarrelWeight *weight;

      if (!g_regex_match (regex, term, 0, &match))
        continue;
      name = g_strstrip (g_match_info_fetch (match, forms[i].name));
      factor = g_match_info_fetch (match, forms[i].factor);
      if (name[0] == '\0' || strlen (name) > MAX_NAME || strpbrk (name, "()") != NULL)
        return NULL;
      weight = carrel_weight_new (name);
      weight->percent = read_factor (factor, forms[i].scale);
      return weight;
    }
  return NULL;
}

/* Where the formula starts: behind "Grade =" or "Session 1:". */
static const char *
skip_result (const char *text)
{
  const char *mark = strpbrk (text, "=:");

  while (mark != NULL && strpbrk (mark + 1, "=:") != NULL)
    mark = strpbrk (mark + 1, "=:");
  return mark != NULL ? mark + 1 : text;
}

/* The sum without its result before or behind it, and without "(talk + minutes)" behind a name; the
 * brackets of "max(A, B)" stay, and no term has any. */
static char *
dup_sum (const char *text)
{
  g_autofree char *ended = carrel_pattern_dup_without (
      " *[=≈] *100 ?%.*$|(?<=[\\p{L})])[.!] (?=\\p{Lu})[^+]*$", text, 0);

  return carrel_pattern_dup_without (" \\([^()%]*\\)", skip_result (ended), 0);
}

/* A plus, and factors or shares; "Homework (40%): 50% style + 50% tests" divides a part. */
static gboolean
may_be_sum (const char *text)
{
  const char *percent = strchr (text, '%');

  if (percent != NULL && percent < skip_result (text) && strchr (percent, ':') != NULL)
    return FALSE;
  return strchr (text, '+') != NULL
         && (strstr (text, "0.") != NULL || strstr (text, "0,") != NULL
             || strchr (text, '%') != NULL);
}

/* Three times 33.3 % are all of it. */
static gboolean
is_whole (gint64 sum)
{
  return sum <= 100 * CARREL_QUANTITY_ONE
         && sum > 99 * CARREL_QUANTITY_ONE + CARREL_QUANTITY_ONE / 2;
}

/**
 * carrel_weight_formula_read:
 * @text: a sentence or a line without markup; valid UTF-8
 *
 * Reads a sum of products whose factors make one.
 *
 * Returns: (transfer full) (element-type CarrelWeight): the weights; none where @text is no such
 * sum
 */
GPtrArray *
carrel_weight_formula_read (const char *text)
{
  g_autoptr (GPtrArray) weights = g_ptr_array_new_with_free_func (free_weight);
  g_autofree char *plain = NULL;
  g_auto (GStrv) terms = NULL;
  gint64 sum = 0;

  if (!may_be_sum (text))
    return g_steal_pointer (&weights);
  plain = dup_sum (text);
  terms = g_strsplit (plain, "+", MAX_TERMS + 1);
  for (gsize i = 0; terms[i] != NULL && sum >= 0; i++)
    {
      CarrelWeight *weight = read_term (g_strstrip (terms[i]));

      if (weight == NULL)
        {
          sum = -1;
          break;
        }
      sum += weight->percent;
      g_ptr_array_add (weights, weight);
    }
  if (!is_whole (sum) || weights->len < 2 || weights->len > MAX_TERMS)
    g_ptr_array_set_size (weights, 0);
  return g_steal_pointer (&weights);
}
