/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of the heading of office hours and of a line that leads to them, what stands behind the words for
 * hours; of a heading beside that of a time, the section. */
#define G_LOG_DOMAIN "carrel-place-heading"

#include "config.h"

#include "carrel-place-heading.h"

#include "carrel-line-class.h"
#include "carrel-line-start.h"
#include "carrel-pattern.h"
#include "carrel-place-before.h"
#include "carrel-place-skip.h"
#include "carrel-place.h"
#include "carrel-term-name.h"

#include <string.h>

/* The longest heading or line that tells a place and nothing else, in bytes. */
#define MAX_BARE 60

/* The longest line that leads to times and tells where they are, in bytes. */
#define MAX_LEAD 70

/* The headings at the top of a page that name the course. */
#define MAX_HEADINGS 4

/* "Location", "Lecture location:" */
static gboolean
is_heading_of_place (const CarrelLineScanner *scanner, const char *heading)
{
  const CarrelWords *words = scanner->page->words;

  return carrel_words_find_label (words, heading) == CARREL_LABEL_LOCATION
         || (carrel_line_class_is_named (words, heading)
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
  return strlen (text) <= MAX_BARE && !carrel_line_start_has_time (scanner, text) ? text : NULL;
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
      return carrel_place_keep (place);
    }
  return FALSE;
}

/* "Fall 2026" and "Friday 4pm" are when, not where. */
static gboolean
is_when (const CarrelWords *words, const char *text)
{
  gsize start, end;
  g_autofree char *term = carrel_term_name_find (words, text, &start, &end);

  return term != NULL || carrel_words_has_label (words, text, CARREL_LABEL_WEEK)
         || carrel_place_names_days (words, text)
         || carrel_pattern_matches ("[0-9] ?[ap]\\.?m\\b", text, G_REGEX_CASELESS);
}

/* "CS 101", where a heading at the top of the page or its title has that code. */
static gboolean
is_code_of_course (const CarrelPage *page, const char *text)
{
  const char *title = carrel_node_get_text (page->front_matter, "title");

  if (title != NULL && strstr (title, text) != NULL)
    return TRUE;
  for (guint i = 0; i < MIN (carrel_page_get_n_sections (page), MAX_HEADINGS); i++)
    {
      const char *heading = carrel_page_get_section (page, i)->heading;

      if (strstr (heading, text) != NULL
          && !carrel_words_has_label (page->words, heading, CARREL_LABEL_OFFICE_HOURS))
        return TRUE;
    }
  return FALSE;
}

/* A name or a number first, a place by its words, and nothing else that has a number. */
static gboolean
is_place (const CarrelPage *page, const char *where)
{
  if (carrel_words_find_label (page->words, where) == CARREL_LABEL_ONLINE)
    return TRUE;
  return (g_unichar_isupper (g_utf8_get_char (where)) || g_ascii_isdigit (*where))
         && carrel_place_is_sure_room (page->words, where) && !is_when (page->words, where)
         && !is_code_of_course (page, where);
}

static gboolean
take_place (const CarrelPage *page, const char *where, CarrelPlace *place)
{
  if (!is_place (page, where))
    return FALSE;
  carrel_place_read_cell (page->words, where, place);
  return carrel_place_keep (place);
}

/**
 * carrel_place_heading_read_lead:
 * @page: a page
 * @text: a heading of office hours, or a line that leads to them
 * @place: (inout): gets the place; empty before
 *
 * Returns: whether @text says where: "Office hours: @ROOM 5", "Office hours are in Hall 7."
 */
gboolean
carrel_place_heading_read_lead (const CarrelPage *page, const char *text, CarrelPlace *place)
{
  static const char parts[]
      = "^(?:unless [^,]+, )?([^:@(,]+?)(?:: ?@?| ?@ ?| ?\\(|, | [-–—] |,? (?:all )?(?:in|at) )"
        "(?:(?:all )?(?:in|at) )?(?:the )?([^:@()]+?)"
        "(?:,? unless [^:@()]+)?\\)?[.:]?$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *what = NULL;
  g_autofree char *where = NULL;

  if (strlen (text) > MAX_LEAD || !carrel_pattern_match (parts, text, G_REGEX_CASELESS, &match))
    return FALSE;
  what = g_match_info_fetch (match, 1);
  where = g_match_info_fetch (match, 2);
  return carrel_words_has_label (page->words, what, CARREL_LABEL_OFFICE_HOURS)
         && take_place (page, where, place);
}

/**
 * carrel_place_heading_read_bare:
 * @scanner: a walk, at a line of a section
 * @text: a line beside it
 * @place: (inout): gets the place; empty before
 *
 * Returns: whether @text says where and nothing else, below a heading of office hours: "Held in
 * Hall 5.", "All in the Maple Lounge:"
 */
gboolean
carrel_place_heading_read_bare (const CarrelLineScanner *scanner,
                                const char *text,
                                CarrelPlace *place)
{
  static const char bare[] = "^(?:all )?(?:are )?(?:held )?(?:in|at) (?:the )?([^:@()]+?)[.:]?$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *where = NULL;

  if (strlen (text) > MAX_LEAD
      || !carrel_words_has_label (
          scanner->page->words,
          carrel_page_get_section (scanner->page, scanner->line->section)->heading,
          CARREL_LABEL_OFFICE_HOURS)
      || !carrel_pattern_match (bare, text, G_REGEX_CASELESS, &match))
    return FALSE;
  where = g_match_info_fetch (match, 1);
  return take_place (scanner->page, where, place);
}

/**
 * carrel_place_heading_read:
 * @scanner: a walk, at the line of office hours
 * @place: (inout): gets the place; empty before
 *
 * Returns: whether the heading above says where; that of a class may have "Part 1" or "Hall effect"
 *   as its topic
 */
gboolean
carrel_place_heading_read (const CarrelLineScanner *scanner, CarrelPlace *place)
{
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);

  return carrel_place_heading_read_lead (scanner->page, section->heading, place);
}
