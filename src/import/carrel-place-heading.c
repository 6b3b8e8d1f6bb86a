/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of its own heading and of a line that leads to the times, what stands behind the words for the
 * occasion; of a heading beside it, the section. */
#define G_LOG_DOMAIN "carrel-place-heading"

#include "config.h"

#include "carrel-place-heading.h"

#include "carrel-pattern.h"
#include "carrel-place-skip.h"
#include "carrel-place.h"
#include "carrel-term-name.h"

#include <string.h>

/* The longest heading or line that tells a place and nothing else, in bytes. */
#define MAX_BARE 60

/* The longest line that leads to times and tells where they are, in bytes. */
#define MAX_LEAD 70

/* "Location", "Lecture location:" */
static gboolean
is_heading_of_place (const CarrelLineScanner *scanner, const char *heading)
{
  const CarrelWords *words = scanner->page->words;

  return carrel_words_find_label (words, heading) == CARREL_LABEL_LOCATION
         || (carrel_line_scanner_names_class (words, heading)
             && carrel_words_has_label (words, heading, CARREL_LABEL_LOCATION));
}

/* What follows the label in "Room: Birch 5", or NULL. */
static const char *
get_place_in_heading (const CarrelLineScanner *scanner, const char *heading)
{
  g_autofree char *label = carrel_line_scanner_dup_label (heading);
  const char *behind = label != NULL ? heading + strlen (label) : NULL;

  return behind != NULL && behind[0] == ':' && behind[1] != '\0' && strlen (heading) <= MAX_BARE
                 && carrel_words_find_label (scanner->page->words, label) == CARREL_LABEL_LOCATION
             ? behind + 1
             : NULL;
}

/* The first line of a short section that its heading calls a place, or NULL. */
static const char *
get_section_place (const CarrelLineScanner *scanner, guint index)
{
  const CarrelPageSection *section = carrel_page_get_section (scanner->page, index);
  const char *text = get_place_in_heading (scanner, section->heading);

  if (text != NULL)
    return text;
  if (strlen (section->heading) > CARREL_MAX_LABEL || section->first_line >= section->end_line
      || !is_heading_of_place (scanner, section->heading)
      || g_ascii_strncasecmp (section->heading, "office", 6) == 0)
    return NULL;
  text = carrel_page_get_line (scanner->page, section->first_line)->text;
  return strlen (text) <= MAX_BARE ? text : NULL;
}

/**
 * carrel_place_heading_read_beside:
 * @scanner: a walk, at the line of a time
 * @place: (inout): gets the place; empty before
 *
 * Returns: whether a section beside the one of the time is called a place and tells one:
 *   "## Location" beside "## Times"
 */
gboolean
carrel_place_heading_read_beside (const CarrelLineScanner *scanner, CarrelPlace *place)
{
  guint own = scanner->line->section;
  guint end = MIN (own + 2, carrel_page_get_n_sections (scanner->page));
  int level = carrel_page_get_section (scanner->page, own)->level;

  for (guint i = own > 0 ? own - 1 : 0; level > 0 && i < end; i++)
    {
      const char *text = carrel_page_get_section (scanner->page, i)->level == level
                             ? get_section_place (scanner, i)
                             : NULL;

      if (i == own || text == NULL)
        continue;
      carrel_place_read_cell (scanner->page->words, text, place);
      return place->place != NULL;
    }
  return FALSE;
}

/* "Week 5", "Fall 2026" and "Friday 4pm" are when, not where. */
static gboolean
is_when (const CarrelWords *words, const char *text)
{
  g_autofree char *term = NULL;
  gsize start, end;

  term = carrel_term_name_find (words, text, &start, &end);
  return term != NULL || carrel_words_has_label (words, text, CARREL_LABEL_WEEK)
         || carrel_place_names_days (words, text)
         || carrel_pattern_matches ("[0-9] ?[ap]\\.?m\\b", text, G_REGEX_CASELESS);
}

/**
 * carrel_place_heading_read_text:
 * @words: the words of the page's language
 * @kind: what happens at the times below
 * @text: a heading, or a line that leads to them
 * @place: (inout): gets the place; empty before
 *
 * Returns: whether @text says where: "Office hours: @ROOM 5", "Lectures (Hall 7)"
 */
gboolean
carrel_place_heading_read_text (const CarrelWords *words,
                                CarrelOccasionKind kind,
                                const char *text,
                                CarrelPlace *place)
{
  static const char parts[]
      = "^(?:unless [^,]+, )?([^:@(,]+?)(?:: ?@?| ?@ ?| ?\\(|, | [-–—] |,? (?:all )?(?:in|at) )"
        "(?:(?:all )?(?:in|at) )?(?:the )?([^:@()]+?)\\)?[.:]?$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *what = NULL;
  g_autofree char *where = NULL;

  if (strlen (text) > MAX_LEAD || !carrel_pattern_match (parts, text, G_REGEX_CASELESS, &match))
    return FALSE;
  what = g_match_info_fetch (match, 1);
  where = g_match_info_fetch (match, 2);
  if (kind == CARREL_OCCASION_HOURS
          ? !carrel_words_has_label (words, what, CARREL_LABEL_OFFICE_HOURS)
          : !carrel_line_scanner_names_class (words, what))
    return FALSE;
  if (!carrel_place_is_room (where) || is_when (words, where))
    return FALSE;
  carrel_place_read_cell (words, where, place);
  return place->place != NULL;
}

/**
 * carrel_place_heading_read_bare:
 * @words: the words of the page's language
 * @text: a line beside times
 * @place: (inout): gets the place; empty before
 *
 * Returns: whether @text says where and nothing else: "Held in Hall 5.", "All in the Maple Lounge:"
 */
gboolean
carrel_place_heading_read_bare (const CarrelWords *words, const char *text, CarrelPlace *place)
{
  static const char bare[] = "^(?:all )?(?:are )?(?:held )?(?:in|at) (?:the )?([^:@()]+?)[.:]?$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *where = NULL;

  if (strlen (text) > MAX_LEAD || !carrel_pattern_match (bare, text, G_REGEX_CASELESS, &match))
    return FALSE;
  where = g_match_info_fetch (match, 1);
  if (!carrel_place_is_room (where) || is_when (words, where))
    return FALSE;
  carrel_place_read_cell (words, where, place);
  return place->place != NULL;
}

/**
 * carrel_place_heading_read:
 * @scanner: a walk, at the line of a time
 * @kind: what happens at that time
 * @place: (inout): gets the place; empty before
 *
 * Returns: whether the heading above says where
 */
gboolean
carrel_place_heading_read (const CarrelLineScanner *scanner,
                           CarrelOccasionKind kind,
                           CarrelPlace *place)
{
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);

  return carrel_place_heading_read_text (scanner->page->words, kind, section->heading, place);
}
