/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of scores: numbers with a comma or a point, and words. */
#define G_LOG_DOMAIN "carrel-score-text"

#include "config.h"

#include "carrel-score-text.h"

#include "carrel-rational.h"

#include <string.h>

/* What Canvas calculates, in the names of its last columns. */
static const char *const calculated[]
    = { " current score",  " final score",   " unposted current score", " unposted final score",
        " current grade",  " final grade",   " current points",         " final points",
        " override score", " override grade" };

/* The comma or point before the decimals, or NULL: the last of both; a comma that stands alone,
 * unless there are several or, where commas also stand between cells, three digits after it. */
static const char *
find_decimal_mark (const char *text, char delimiter)
{
  const char *comma = strrchr (text, ',');
  const char *point = strrchr (text, '.');

  if (comma == NULL || point != NULL)
    return comma > point ? comma : point;
  if (strchr (text, ',') != comma)
    return NULL;
  return delimiter == ',' && strlen (comma + 1) == 3 ? NULL : comma;
}

/**
 * carrel_score_text_dup_number:
 * @text: a number as people and spreadsheets write it: "1,5", "1.234,5" or "1,234.5"
 * @delimiter: what stands between cells
 *
 * Returns: (transfer full): the same with a point, and nothing between thousands; other text as it
 *   is
 */
char *
carrel_score_text_dup_number (const char *text, char delimiter)
{
  const char *mark = find_decimal_mark (text, delimiter);
  g_autoptr (GString) number = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (at == mark)
      g_string_append_c (number, '.');
    else if (strchr (",. '", *at) == NULL)
      g_string_append_c (number, *at);
  return g_strdup (number->str);
}

/**
 * carrel_score_text_find_state:
 * @text: a cell
 *
 * Returns: (transfer none) (nullable): "ungraded", "excused" or "missing", or %NULL when the cell
 *   has a score
 */
const char *
carrel_score_text_find_state (const char *text)
{
  static const struct
  {
    const char *word;
    const char *state;
  } words[] = { { "", "ungraded" },       { "-", "ungraded" },        { "–", "ungraded" },
                { "n/a", "ungraded" },    { "ungraded", "ungraded" }, { "ex", "excused" },
                { "excused", "excused" }, { "mi", "missing" },        { "missing", "missing" } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i].word) == 0)
      return words[i].state;
  return NULL;
}

/**
 * carrel_score_text_dup_max:
 * @text: a cell
 * @delimiter: what stands between cells
 *
 * Returns: (transfer full) (nullable): a maximum above 0, with a point, or %NULL
 */
char *
carrel_score_text_dup_max (const char *text, char delimiter)
{
  g_autofree char *number = carrel_score_text_dup_number (text, delimiter);
  g_autoptr (CarrelRational) max = carrel_rational_parse (number, NULL);

  return max != NULL && carrel_rational_get_sign (max) > 0 ? g_steal_pointer (&number) : NULL;
}

/**
 * carrel_score_text_dup_name:
 * @text: the name of a column
 *
 * Returns: (transfer full): the name without the number that Canvas adds: "HW 1 (123456)" is "HW 1"
 */
char *
carrel_score_text_dup_name (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\s*\\(\\d{3,}\\)$", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

/**
 * carrel_score_text_is_calculated:
 * @text: the name of a column
 *
 * Returns: whether Canvas calculates it, such as "Homework Current Score"
 */
gboolean
carrel_score_text_is_calculated (const char *text)
{
  g_autofree char *padded = g_strconcat (" ", text, NULL);
  g_autofree char *folded = g_utf8_strdown (padded, -1);

  for (guint i = 0; i < G_N_ELEMENTS (calculated); i++)
    if (g_str_has_suffix (folded, calculated[i]))
      return TRUE;
  return FALSE;
}
