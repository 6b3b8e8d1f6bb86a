/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A weight in a line of its own below the name of what it is of. */
#define G_LOG_DOMAIN "carrel-weight-below"

#include "config.h"

#include "carrel-phrase.h"
#include "carrel-weight.h"

#include <string.h>

/* The longest name above a line that is its weight. */
#define MAX_NAME_ABOVE 48

static gboolean
may_be_name (const char *name)
{
  return strlen (name) <= MAX_NAME_ABOVE && strpbrk (name, "%.?!") == NULL;
}

/* Points or per cents at the start of @text, perhaps behind a bracket or markup. */
static gboolean
find_weight (const CarrelWords *words, const char *text, CarrelQuantity *quantity)
{
  return carrel_quantity_find (words, text, 0, quantity) && quantity->start <= 2
         && quantity->unit != CARREL_UNIT_NONE && !quantity->is_range && !quantity->is_word;
}

/**
 * carrel_weight_read_below:
 * @words: the words of the page's language
 * @name: a heading or a line that may name a part of a grade
 * @text: the line below it
 *
 * Reads "70 points" or "20% of the grade" in a line of its own, or "(20%)" in front of one, below
 * the name of what it is of.
 *
 * Returns: (transfer full) (nullable): the weight, or %NULL when @text is anything else
 */
CarrelWeight *
carrel_weight_read_below (const CarrelWords *words, const char *name, const char *text)
{
  static const char *const wholes[]
      = { "total",          "of total",       "of the grade",         "of your grade",
          "of grade",       "of final grade", "of the course grade",  "of your course grade",
          "of the total",   "in total",       "of your final grade",  "of the final grade",
          "der gesamtnote", "de la note",     "of the overall grade", "of course grade",
          "of total grade", "of the class",   "of the course",        NULL };
  CarrelQuantity quantity;
  g_autofree char *line = NULL;
  const char *rest;

  if (!may_be_name (name) || !find_weight (words, text, &quantity))
    return NULL;
  rest = text + quantity.end + strspn (text + quantity.end, " *_)");
  rest += carrel_phrase_match_any (rest, wholes);
  /* "(20%) A written exam": what follows describes it. */
  if (rest[strspn (rest, " *_).")] != '\0' && (text[0] != '(' || text[quantity.end] != ')'))
    return NULL;
  line
      = g_strdup_printf ("%.*s: %.*s", (int) strcspn (name, ":("), name, (int) (rest - text), text);
  return carrel_weight_read_line (words, line);
}
