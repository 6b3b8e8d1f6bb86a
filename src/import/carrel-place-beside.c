/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A room on a line of its own, above or below times. */
#define G_LOG_DOMAIN "carrel-line-place"

#include "config.h"

#include "carrel-place-beside.h"

#include "carrel-line-start.h"
#include "carrel-pattern.h"
#include "carrel-place-skip.h"

#include <string.h>

/* The longest "1120 Commons and Gardens", in bytes. */
#define MAX_HOUSE 60

/* An item beside that of the times. */
static gboolean
is_item_beside (const CarrelLineScanner *scanner, const CarrelPageLine *line)
{
  return line->parent == scanner->line->parent
         && carrel_page_get_block (scanner->page, line->block)->kind == CARREL_BLOCK_LIST_ITEM;
}

/* "MSPB 14": the letters of a house and a number. */
static gboolean
is_room_item (const CarrelLineScanner *scanner, const CarrelPageLine *line)
{
  return is_item_beside (scanner, line) && g_ascii_isupper (line->text[0])
         && strlen (line->text) <= 16
         && carrel_pattern_matches ("^[A-Z]{2,6}(?: [A-Z]{1,3})? [0-9][0-9A-Za-z-]{0,4}$",
                                    line->text, 0);
}

/* "251 Olson", "1120 Commons and Gardens" or "Life Sciences R260, North Campus": the number of a
 * room and the names of a house, in either order. "B204", "BIR-204" and "12-204": both in one word.
 */
static gboolean
is_house (const char *text)
{
  static const char *const patterns[] = {
    "^[A-Z]?[0-9]{3,4}[A-Z]? (?!(?:Points|Pages|Students|Words|Level|Hours|Minutes)\\b)"
    "\\p{Lu}[\\p{L}.-]+(?: (?:\\p{Lu}[\\p{L}.-]+|&|and|of|for|the))*$",
    "^\\p{Lu}[\\p{L}.-]+(?: (?:\\p{Lu}[\\p{L}.-]+|&|and|of|for|the))+ "
    "(?:[A-Z][0-9]{2,4}|[0-9]{2,4}[A-Z]?)(?:, \\p{Lu}[\\p{L}.-]+(?: \\p{Lu}[\\p{L}.-]+)*)?$",
    "^(?:[A-Z]{1,4}-?[0-9]{2,4}[A-Z]?|[0-9]{1,3}-[0-9]{2,4}[A-Z]?)$",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (carrel_pattern_matches (patterns[i], text, 0))
      return TRUE;
  return FALSE;
}

/* Whether a line is no term, no day and nothing that pages call by a name of its own. */
static gboolean
may_be_place (const CarrelWords *words, const char *text)
{
  return strlen (text) <= MAX_HOUSE && strpbrk (text, ":;?!|") == NULL
         && carrel_words_match_month (words, text, NULL) == 0
         && !carrel_words_has_season (words, text) && !carrel_place_names_days (words, text)
         && carrel_words_find_label (words, text) == CARREL_LABEL_NONE;
}

/* A house in the item, or in the paragraph, right below the times. */
static gboolean
is_house_below (const CarrelLineScanner *scanner, const CarrelPageLine *line, int step)
{
  CarrelBlockKind kind = carrel_page_get_block (scanner->page, line->block)->kind;

  return step > 0 && (kind == CARREL_BLOCK_PARAGRAPH || is_item_beside (scanner, line))
         && may_be_place (scanner->page->words, line->text)
         && (is_house (line->text)
             || (kind == CARREL_BLOCK_LIST_ITEM && carrel_place_is_room (line->text)));
}

/* "Burnett 80" as a paragraph right below a time: above it, "Math 80" would be the code. */
static gboolean
is_room_below (const CarrelLineScanner *scanner, const CarrelPageLine *line, int step)
{
  return step > 0
         && carrel_page_get_block (scanner->page, line->block)->kind == CARREL_BLOCK_PARAGRAPH
         && carrel_words_match_month (scanner->page->words, line->text, NULL) == 0
         && carrel_words_match_season (scanner->page->words, line->text) == 0
         && carrel_words_find_label (scanner->page->words, line->text) == CARREL_LABEL_NONE
         && carrel_pattern_matches (
             "^\\p{Lu}\\p{Ll}{3,}(?: \\p{Lu}\\p{Ll}+){0,2} [0-9]{1,4}[A-Z]?$", line->text, 0);
}

/* A line of the section that is not long, or NULL. */
static const CarrelPageLine *
get_short_line (const CarrelLineScanner *scanner, gint64 index)
{
  const CarrelPageLine *line = index >= 0 && index < carrel_page_get_n_lines (scanner->page)
                                   ? carrel_page_get_line (scanner->page, (guint) index)
                                   : NULL;

  return line != NULL && line->section == scanner->line->section
                 && strlen (line->text) < CARREL_LONG_LINE
             ? line
             : NULL;
}

/* A line of the section that is a room and nothing else, @step after @step beyond the times beside
 * this one. */
static gboolean
read_room_beside (const CarrelLineScanner *scanner, int step, CarrelPlace *place)
{
  gint64 at = scanner->index;

  for (guint n = 0; n < CARREL_LINE_REACH; n++)
    {
      const CarrelPageLine *line = get_short_line (scanner, at += step);

      if (line == NULL)
        return FALSE;
      /* "Gates Hall Wed 3-4pm" is the room of its own time. */
      if (carrel_line_start_has_time (scanner, line->text))
        continue;
      carrel_place_read_alone (line->text, place);
      if (place->place == NULL
          && (is_room_item (scanner, line) || is_house_below (scanner, line, step)
              || is_room_below (scanner, line, step)))
        place->place = g_strdup (line->text);
      if (place->place != NULL)
        return TRUE;
      if (line->text[0] != '\0')
        return FALSE;
    }
  return FALSE;
}

/**
 * carrel_place_beside_read:
 * @scanner: a walk, at the line of a time
 * @place: (inout): where the place goes; empty before
 *
 * Reads a room alone above or below the times; one on both sides may be either's.
 *
 * Returns: whether there is one
 */
gboolean
carrel_place_beside_read (const CarrelLineScanner *scanner, CarrelPlace *place)
{
  g_auto (CarrelPlace) below = { 0 };
  gboolean is_above = read_room_beside (scanner, -1, place);
  gboolean is_below = read_room_beside (scanner, 1, &below);

  if (is_above && is_below)
    carrel_place_clear (place);
  else if (is_below)
    {
      *place = below;
      below = (CarrelPlace){ 0 };
    }
  return is_above != is_below;
}
