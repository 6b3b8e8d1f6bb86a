/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How many pieces of work a part of the grade has, by what stands beside its name. */
#define G_LOG_DOMAIN "carrel-weight-pieces"

#include "config.h"

#include "carrel-weight-pieces.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-quantity.h"

#include <string.h>

static gboolean
is_count (const CarrelQuantity *quantity)
{
  return quantity->unit == CARREL_UNIT_NONE && !quantity->is_range
         && quantity->value % CARREL_QUANTITY_ONE == 0 && quantity->value > CARREL_QUANTITY_ONE
         && quantity->value <= 60 * CARREL_QUANTITY_ONE;
}

/* Reads "5次" or "3回". */
static void
read_times (const CarrelWords *words, CarrelWeight *self, const char *text)
{
  CarrelQuantity quantity;

  for (gsize from = 0; carrel_quantity_find (words, text, from, &quantity); from = quantity.end)
    if (is_count (&quantity)
        && (g_str_has_prefix (text + quantity.end, "次")
            || g_str_has_prefix (text + quantity.end, "回"))
        && self->count < 0)
      self->count = carrel_quantity_get_integer (quantity.value);
}

/* Whether what follows a number in brackets leaves it a number of pieces: "(4)", "(10 @ 20)". */
static gboolean
names_pieces (const CarrelWords *words, const char *rest)
{
  static const char *const others[]
      = { "drop",   "dropped", "lowest",   "best", "hours",   "hour",   "minutes",   "days",
          "weeks",  "week",    "out",      "of",   "pages",   "people", "students",  "per",
          "points", "members", "am",       "pm",   "or",      "min",    "meilleurs", "meilleures",
          "besten", "mejores", "melhores", "top",  "highest", NULL };

  rest += strspn (rest, " ");
  /* "(10 @ 20)" counts, "(10 each)" is what each is worth. */
  if (carrel_pattern_matches ("^(?:[@x×] ?[0-9]|each\\b)", rest, G_REGEX_CASELESS))
    return g_ascii_tolower (*rest) != 'e';
  if (*rest == ')' || (g_str_has_prefix (rest, ", ") && g_ascii_isalpha (rest[2]))
      || carrel_phrase_match (rest, "of them") > 0)
    return TRUE;
  return g_ascii_isalpha (*rest) && carrel_words_match_month (words, rest, NULL) == 0
         && !carrel_phrase_occurs (rest, (gssize) strcspn (rest, ",;).0123456789"), others);
}

/* Reads "(4x)", a number that goes on as a word. */
static gboolean
read_multiple (CarrelWeight *self, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;

  if (!carrel_pattern_match ("s \\(([2-9]|[1-9][0-9])[x×]\\)", text, G_REGEX_CASELESS, &match))
    return FALSE;
  number = g_match_info_fetch (match, 1);
  self->count = (int) g_ascii_strtoll (number, NULL, 10);
  return TRUE;
}

/**
 * carrel_weight_pieces_dup_bracketed:
 * @text: a line or a cell
 *
 * Returns: (transfer full): @text with "Labs, 5 in total" as "Labs (5 in total)"
 */
char *
carrel_weight_pieces_dup_bracketed (const char *text)
{
  static const char pattern[]
      = "^([^,;:.%(]*\\p{L}), ((?:[1-9][0-9]?|two|three|four|five|six|seven|eight|nine|ten|eleven"
        "|twelve) (?:in total|in all|total|altogether))(?= *(?:$|[|:=(,;–—-]|and\\b|due\\b))";
  g_autoptr (GRegex) regex = NULL;

  if (strchr (text, ',') == NULL)
    return g_strdup (text);
  regex = carrel_pattern_get (pattern, G_REGEX_CASELESS);
  return g_regex_replace (regex, text, -1, 0, "\\1 (\\2)", 0, NULL);
}

/**
 * carrel_weight_pieces_read:
 * @words: the words of the page's language
 * @self: (inout): a part of the grade; gets the number of its pieces
 * @text: what stands beside its weight
 *
 * Reads "(4)", "(x5)", "(4x)" or "(three psets due ...)" behind a name, and "5次".
 */
void
carrel_weight_pieces_read (const CarrelWords *words, CarrelWeight *self, const char *text)
{
  const char *bracket = strchr (text, '(');
  CarrelQuantity quantity;

  read_times (words, self, text);
  if (self->count > 0 || bracket == NULL || read_multiple (self, text))
    return;
  bracket += strspn (bracket, "( x*X");
  bracket += g_ascii_strncasecmp (bracket, "total: ", 7) == 0 ? strlen ("total: ") : 0;
  bracket += g_str_has_prefix (bracket, "×") ? strlen ("×") : 0;
  if (carrel_quantity_find (words, bracket, 0, &quantity) && quantity.start <= 1
      && is_count (&quantity) && names_pieces (words, bracket + quantity.end))
    self->count = carrel_quantity_get_integer (quantity.value);
}
