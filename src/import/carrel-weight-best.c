/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "The best 8 of 10 count": how many pieces of a part of the grade count. */
#define G_LOG_DOMAIN "carrel-weight"

#include "config.h"

#include "carrel-weight-best.h"

#include "carrel-phrase.h"
#include "carrel-quantity.h"

#include <string.h>

#define MAX_COUNT 60

/* The most bytes of the name of the pieces between the two numbers. */
#define MAX_BETWEEN 50

/**
 * carrel_weight_best_read_number:
 * @words: the words of the page's language
 * @text: valid UTF-8
 * @number: (out): a plain number right at the start of @text
 * @length: (out): its length in bytes
 *
 * Returns: whether there is one that can count pieces
 */
gboolean
carrel_weight_best_read_number (const CarrelWords *words,
                                const char *text,
                                int *number,
                                gsize *length)
{
  CarrelQuantity quantity;

  if (!carrel_quantity_find (words, text, 0, &quantity) || quantity.start > 0
      || quantity.unit != CARREL_UNIT_NONE)
    return FALSE;
  *number = carrel_quantity_get_integer (quantity.value);
  *length = quantity.end;
  return *number > 0 && *number <= MAX_COUNT;
}

/* The number right before @at: "4 meilleurs". */
static gboolean
read_before (const CarrelWords *words, const char *text, const char *at, int *number)
{
  CarrelQuantity quantity;
  gsize end = (gsize) (at - text);

  while (end > 0 && text[end - 1] == ' ')
    end--;
  for (gsize from = 0; carrel_quantity_find (words, text, from, &quantity) && quantity.end <= end;
       from = quantity.end)
    if (quantity.end == end && quantity.unit == CARREL_UNIT_NONE && !quantity.is_range)
      {
        *number = carrel_quantity_get_integer (quantity.value);
        return *number > 0 && *number <= MAX_COUNT;
      }
  return FALSE;
}

/* Where the number of all pieces stands: "of 6", "/6", and behind what they are "(out of 6 total)";
 * NULL where none can. */
static const char *
find_all (const char *at)
{
  static const char *const of[]
      = { "of",  "out of", "of the", "out of the", "of your", "von", "der", "sur",
          "des", "de",     "de las", "de los",     "das",     "dos", NULL };
  static const char *const out_of[] = { "out of", "out of the", NULL };
  gsize length = *at == '/' ? 1 : carrel_phrase_match_any (at, of);

  if (length == 0)
    at = carrel_phrase_find (at, (gssize) MIN (strcspn (at, ".;"), MAX_BETWEEN), out_of, &length);
  return at != NULL ? at + length + strspn (at + length, " ") : NULL;
}

/**
 * carrel_weight_best_find:
 * @words: the words of the page's language
 * @sentence: valid UTF-8
 * @kept: (out): how many pieces count
 * @all: (out): how many there are
 *
 * Finds "best 5 of 6", "best 5/6" or "5 best of 6".
 *
 * Returns: (nullable): where in @sentence it stands
 */
const char *
carrel_weight_best_find (const CarrelWords *words, const char *sentence, int *kept, int *all)
{
  static const char *const best[] = { "best",   "top",     "highest",  "meilleurs", "meilleures",
                                      "besten", "mejores", "melhores", NULL };
  gsize length = 0;
  const char *at = carrel_phrase_find (sentence, -1, best, &length);
  const char *found = at;
  gboolean is_before = at != NULL && read_before (words, sentence, at, kept);

  if (at == NULL)
    return NULL;
  at += length + strspn (at + length, " ");
  if (!is_before && !carrel_weight_best_read_number (words, at, kept, &length))
    return NULL;
  if (!is_before)
    at += length + strspn (at + length, " ");
  at = find_all (at);
  return at != NULL && carrel_weight_best_read_number (words, at, all, &length) && *all > *kept
             ? found
             : NULL;
}
