/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights in a formula, as many courses of Europe and South America write them:
 * "0.7*report + 0.3*tests", "Grade = P1 x 0,4 + P2 x 0,6". */
#define G_LOG_DOMAIN "carrel-weight-formula"

#include "config.h"

#include "carrel-weight-formula.h"

#include "carrel-pattern.h"

#include <string.h>

#define MAX_TERMS 8
#define MAX_NAME  40

#define FACTOR "(0[.,][0-9]{1,3})"
#define TIMES  " *[*×·⋅x] *"
/* A name has a letter first and none of the signs of a formula. */
#define NAME "(\\p{L}[^*×·⋅+=]*?)"

static void
free_weight (gpointer data)
{
  carrel_weight_free (data);
}

/* "0,35" as millionths of a hundred percent. */
static gint64
read_factor (const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ",", '.');

  return (gint64) (g_ascii_strtod (plain, NULL) * 1000 + 0.5) * CARREL_QUANTITY_ONE / 10;
}

/* One term: a factor and a name, in either order. */
static CarrelWeight *
read_term (const char *term)
{
  static const char *const patterns[]
      = { "^" FACTOR "(?:" TIMES "| +)" NAME " *[.;]?$", "^" NAME TIMES FACTOR " *[.;]?$" };

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) regex = carrel_pattern_get (patterns[i], 0);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *name = NULL;
      g_autofree char *factor = NULL;
      CarrelWeight *weight;

      if (!g_regex_match (regex, term, 0, &match))
        continue;
      name = g_strstrip (g_match_info_fetch (match, i == 0 ? 2 : 1));
      factor = g_match_info_fetch (match, i == 0 ? 1 : 2);
      if (name[0] == '\0' || strlen (name) > MAX_NAME || strpbrk (name, "()") != NULL)
        return NULL;
      weight = carrel_weight_new (name);
      weight->percent = read_factor (factor);
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

  if (strchr (text, '+') == NULL || (strstr (text, "0.") == NULL && strstr (text, "0,") == NULL))
    return g_steal_pointer (&weights);
  /* Without "(talk + minutes)" behind a name; the brackets of "max(A, B)" stay, and no term has
   * any. */
  plain = carrel_pattern_dup_without (" \\([^()]*\\)", skip_result (text), 0);
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
  if (sum != 100 * CARREL_QUANTITY_ONE || weights->len < 2 || weights->len > MAX_TERMS)
    g_ptr_array_set_size (weights, 0);
  return g_steal_pointer (&weights);
}
