/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Times may stand below the line that says where they are: a room, a venue, or who is there. */
#define G_LOG_DOMAIN "carrel-parent-place"

#include "config.h"

#include "carrel-parent-place.h"

#include "carrel-day-list.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-place-heading.h"
#include "carrel-place-sentence.h"
#include "carrel-role.h"

#include <string.h>

/* "Hall 203:" above the persons who hold their hours there. */
static gboolean
read_parent_room (const CarrelLineScanner *scanner, const char *text, CarrelPlace *place)
{
  g_autofree char *room = g_strndup (text, strcspn (text, ":"));

  if (carrel_place_is_room (room))
    carrel_place_read_cell (scanner->page->words, room, place);
  return carrel_place_keep (place);
}

/* Words with capitals that name no person, no time and nothing of a course. */
static gboolean
is_venue (const CarrelWords *words, const char *name)
{
  static const char *const others[]
      = { "hours",  "times",   "time",    "schedule", "staff",  "team",   "group",     "groups",
          "week",   "weeks",   "section", "sections", "note",   "update", "in-person", "in person",
          "person", "regular", "exam",    "exams",    "finals", "people", "contact",   NULL };
  gsize length = 0;

  for (const char *at = name; at != NULL; at = strchr (at, ' '))
    {
      at += *at == ' ' ? 1 : 0;
      if (!g_unichar_isupper (g_utf8_get_char (at)))
        return FALSE;
    }
  return !carrel_phrase_occurs (name, -1, others)
         && carrel_words_find_label (words, name) == CARREL_LABEL_NONE
         && !carrel_words_has_season (words, name) && carrel_role_find (words, name) == NULL
         && carrel_words_match_day (words, name, &length) == CARREL_DAY_NONE;
}

/* "North Library:" above "Ann: Monday 2-4": the line below names its person, so that the one above
 * is where they all are. */
static gboolean
read_parent_name (const CarrelLineScanner *scanner,
                  const char *text,
                  const char *prefix,
                  CarrelPlace *place)
{
  g_autofree char *label = carrel_line_scanner_dup_label (prefix);
  g_autofree char *person
      = label != NULL ? carrel_person_name_read (scanner->page->words, label) : NULL;
  g_autofree char *name = g_strndup (text, strcspn (text, ":"));

  if (person == NULL || strlen (name) > CARREL_MAX_LABEL || strchr (name, ' ') == NULL
      || !is_venue (scanner->page->words, name))
    return FALSE;
  place->place = g_steal_pointer (&name);
  return TRUE;
}

/* "All labs are held in Hall 307:", "Three labs, on Thursdays in Hall 307:" */
static gboolean
read_lead (const CarrelLineScanner *scanner, const char *text, CarrelPlace *place)
{
  g_autofree char *lead = g_strndup (text, strlen (text) - 1);
  gboolean has_days = FALSE;
  gsize n = 0;

  if (carrel_place_sentence_read (scanner->page->words, text, place))
    return TRUE;
  for (const char *at = lead; *at != '\0' && !has_days; at = carrel_phrase_next_word (at))
    has_days = carrel_day_list_read (scanner->page->words, at, FALSE, &n) != CARREL_DAY_NONE;
  if (has_days)
    carrel_place_read_before (scanner->page->words, lead, place);
  return carrel_place_keep (place);
}

/* "实验课：南三楼1号厅" above its times: behind the label stands the place of them all, as it does
 * in "All labs are held in Baker Hall 5:". */
static gboolean
read_labelled (const CarrelLineScanner *scanner, const char *text, CarrelPlace *place)
{
  g_autofree char *label = carrel_line_scanner_dup_label (text);
  gboolean is_lead = g_str_has_suffix (text, ":");
  const char *colon;
  gsize n_colon = 0;

  /* "Spring 2020" above the times of its sections. */
  if (strlen (text) > CARREL_MAX_PREFIX || strpbrk (text, "0123456789") == NULL
      || carrel_words_match_season (scanner->page->words, text) > 0)
    return FALSE;
  if (is_lead && read_lead (scanner, text, place))
    return TRUE;
  if (is_lead || label == NULL)
    return read_parent_room (scanner, text, place);
  /* "Sections: CS 12-3" has the code of the course. */
  if (carrel_words_find_label (scanner->page->words, label) == CARREL_LABEL_SECTION)
    return FALSE;
  colon = carrel_phrase_find_colon (text, &n_colon);
  carrel_place_read_after (scanner->page->words, colon + n_colon, place);
  return carrel_place_keep (place);
}

/* A room or something online, and neither a role nor an address. */
static gboolean
may_be_place (const CarrelPlace *place)
{
  return (place->mode != NULL || carrel_place_is_room (place->place))
         && strpbrk (place->place, "@:") == NULL;
}

/* The comma behind a name, or the dash of "Prof. Lee - Hall 401"; NULL where neither is. */
static const char *
find_name_end (const char *text)
{
  gsize n = strcspn (text, ",");
  const char *dash = g_strstr_len (text, (gssize) n, " - ");

  if (dash != NULL)
    return dash;
  return text[n] != '\0' ? text + n : NULL;
}

/* "Prof. Lee, Hall 401, in person" above the times of her hours: behind the name stands the place.
 */
static gboolean
read_behind_name (const CarrelLineScanner *scanner, const char *text, CarrelPlace *place)
{
  const CarrelWords *words = scanner->page->words;
  const char *comma = find_name_end (text);
  g_autofree char *name = comma != NULL && comma - text <= CARREL_MAX_LABEL
                              ? g_strndup (text, (gsize) (comma - text))
                              : NULL;
  g_autofree char *person = name != NULL ? carrel_person_name_read (words, name) : NULL;

  if (person == NULL || !g_str_has_suffix (name, person) || strlen (text) > CARREL_MAX_PREFIX)
    return FALSE;
  carrel_place_read_after (words, comma, place);
  if (place->place != NULL && !may_be_place (place))
    carrel_place_clear (place);
  return carrel_place_keep (place);
}

/**
 * carrel_parent_place_read:
 * @scanner: a walk, at the line of a time
 * @is_hours: whether the time is one of office hours
 * @prefix: what stands before the time
 * @place: (inout): where the place goes; empty before
 *
 * Returns: whether the line above that the time belongs to says where it is
 */
gboolean
carrel_parent_place_read (const CarrelLineScanner *scanner,
                          gboolean is_hours,
                          const char *prefix,
                          CarrelPlace *place)
{
  int parent = carrel_line_scanner_find_parent (scanner, scanner->index);
  const char *text = parent >= 0 ? carrel_page_get_line (scanner->page, (guint) parent)->text : "";

  if (is_hours && g_str_has_suffix (text, ":") && read_parent_name (scanner, text, prefix, place))
    return TRUE;
  return (is_hours
          && (carrel_place_heading_read_lead (scanner->page, text, place)
              || carrel_place_heading_read_bare (scanner, text, place)
              || read_behind_name (scanner, text, place)))
         || read_labelled (scanner, text, place);
}
