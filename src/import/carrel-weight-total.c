/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How many points a course has. */
#define G_LOG_DOMAIN "carrel-weight"

#include "config.h"

#include "carrel-phrase.h"
#include "carrel-weight.h"

#include <string.h>

/**
 * carrel_weight_read_total:
 * @words: the words of the page's language
 * @text: any text; valid UTF-8
 *
 * Reads how many points a course has: "a total of 80 points", "out of 1000 points".
 *
 * Returns: the points in millionths, or %CARREL_WEIGHT_UNKNOWN
 */
gint64
carrel_weight_read_total (const CarrelWords *words, const char *text)
{
  static const char *const before[]
      = { "total of",         "out of",      "maximum score", "maximum score:", "max score",
          "maximum of",       "sum of",      "total",         "total:",         "sum to",
          "adds up to",       "add up to",   "totaling",      "totalling",      "insgesamt",
          "au total de",      "un total de", "total de",      "there are",      "possible",
          "maximum score is", NULL };
  static const char *const after[]
      = { "total",  "in total",          "in all",     "possible",  "overall",
          "gesamt", "gesamt erreichbar", "altogether", "insgesamt", "au total",
          NULL };
  CarrelQuantity quantity;

  if (!carrel_quantity_names_points (text))
    return CARREL_WEIGHT_UNKNOWN;
  for (gsize from = 0; carrel_quantity_find (words, text, from, &quantity); from = quantity.end)
    {
      gsize length = quantity.start;
      const char *rest = text + quantity.end;

      if (quantity.unit != CARREL_UNIT_POINTS)
        continue;
      while (length > 0 && strchr (" *:(-=", text[length - 1]) != NULL)
        length--;
      if (carrel_phrase_match_back (text, length, before) > 0
          || carrel_phrase_match_any (rest + strspn (rest, " *"), after) > 0)
        return quantity.value;
    }
  return CARREL_WEIGHT_UNKNOWN;
}
