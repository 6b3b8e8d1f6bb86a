/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A name and a number, which is of a hundred when all numbers make that. */
#define G_LOG_DOMAIN "carrel-weight-bare"

#include "config.h"

#include "carrel-weight-bare.h"

#include "carrel-pattern.h"

#include <string.h>

/* A line of a name and a number. */
#define MAX_BARE 60

/* What stands between them. */
#define SIGN "(?: ?[-:=–—：]+ ?| )"

/**
 * carrel_weight_bare_dup_line:
 * @text: a line
 *
 * Reads "Labs: 40", "Labs 40", "Labs: 0.4", "Labs: 40/100" and "40 - Labs".
 *
 * Returns: (transfer full) (nullable): the line with "%" behind its number, of a hundred; %NULL for
 *   another line
 */
char *
carrel_weight_bare_dup_line (const char *text)
{
  static const struct
  {
    const char *pattern;
    const char *form;
  } lines[] = {
    { "^(\\p{L}.*?)" SIGN "0?[.,]([0-9]{2})$", "\\1: \\2%" },
    { "^(\\p{L}.*?)" SIGN "0?[.,]([0-9])$", "\\1: \\g<2>0%" },
    { "^(\\p{L}.*?)" SIGN "([0-9]{1,2}) ?/ ?100$", "\\1: \\2%" },
    { "^(\\p{L}.*?)" SIGN "([0-9]{1,3}(?:[.,][0-9])?)$", "\\1: \\2%" },
    { "^([0-9]{1,3}(?:[.,][0-9])?)(?: ?[-:=–—]+ ?| )(\\p{L}.*)$", "\\1% - \\2" },
  };

  for (gsize i = 0; strlen (text) <= MAX_BARE && i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GRegex) regex = carrel_pattern_get (lines[i].pattern, 0);

      if (g_regex_match (regex, text, 0, NULL))
        return g_regex_replace (regex, text, -1, 0, lines[i].form, 0, NULL);
    }
  return NULL;
}
