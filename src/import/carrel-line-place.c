/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a class or office hours are: after the time, before it, in the label above it, or on
 * another line of the section. */
#define G_LOG_DOMAIN "carrel-line-place"

#include "config.h"

#include "carrel-line-place.h"

#include "carrel-line-class.h"
#include "carrel-line-start.h"
#include "carrel-parent-place.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-place-before.h"
#include "carrel-place-beside.h"
#include "carrel-place-heading.h"
#include "carrel-place-label.h"
#include "carrel-place-of-kind.h"
#include "carrel-place-sentence.h"
#include "carrel-slot.h"

#include <string.h>

#define MAX_BARE 60

/* How many lines above or below a table may say where all its rows are. */
#define MAX_NEAR_TABLE 4

/* The longest label on a line of its own, in bytes. */
#define MAX_LABEL_ALONE 20

/* "This spring our office hours are online." */
static gboolean
read_online_sentence (const CarrelWords *words, const char *text, CarrelPlace *place)
{
  static const char *const phrases[]
      = { "held online",   "are online",    "be online",      "held virtually",
          "are virtual",   "be virtual",    "held on zoom",   "held via zoom",
          "are on zoom",   "be on zoom",    "held on gather", "held on discord",
          "held on teams", "held on webex", "held over zoom", NULL };

  if (strlen (text) > CARREL_MAX_PREFIX
      || !carrel_words_has_label (words, text, CARREL_LABEL_OFFICE_HOURS)
      || !carrel_phrase_occurs (text, -1, phrases))
    return FALSE;
  place->place = carrel_place_dup_online (text, &place->mode);
  return carrel_place_keep (place);
}

/* "Course location: MWF 3:30 in Hall 5" */
static gboolean
begins_with_time (const CarrelLineScanner *scanner, const char *text)
{
  return carrel_slot_read_start (scanner->page->words, text, scanner->flags, NULL);
}

/* "Office: 620-341-5645" */
static gboolean
is_time_or_phone (const CarrelLineScanner *scanner, const char *text)
{
  return begins_with_time (scanner, text)
         || carrel_pattern_matches (
             "^ *(?:\\+?1[ .-])?\\(?[0-9]{3}\\)?[ .-]*[0-9]{3}[ .-][0-9]{4} *$", text, 0);
}

/* "Room/Time: Hall 5, MWF 3:30": where, without when. */
static char *
dup_before_time (const CarrelLineScanner *scanner, const char *text)
{
  g_autoptr (GArray) slots = carrel_slot_read_line (scanner->page->words, text, scanner->flags);

  char *before = slots->len > 0 ? g_strndup (text, g_array_index (slots, CarrelSlot, 0).from)
                                : g_strdup (text);
  char *label = slots->len > 0 ? carrel_line_start_find_label (before) : NULL;

  /* "Office: Hill 5; Office hours: Mon 3-4" */
  if (label != NULL)
    *label = '\0';
  return before;
}

/* Whether a line may be the place below its label: neither a time nor another label, and below
 * "Room:" a room. */
static gboolean
may_be_below (const CarrelLineScanner *scanner,
              const CarrelPageLine *line,
              const CarrelPageLine *next)
{
  g_autofree char *label = carrel_line_scanner_dup_label (next->text);

  return label == NULL && !begins_with_time (scanner, next->text)
         && (strchr (line->text, ':') == NULL
             || (carrel_place_is_room (next->text)
                 && !carrel_pattern_matches ("\\b(?:is|are|will|can|see)\\b", next->text,
                                             G_REGEX_CASELESS)));
}

/* "Room" or "Room:" alone on a line, and the room on the next one. */
static gboolean
read_place_below (const CarrelLineScanner *scanner,
                  guint index,
                  const CarrelOccasion *occasion,
                  CarrelPlace *place)
{
  const CarrelPageLine *line = carrel_page_get_line (scanner->page, index);
  const CarrelPageLine *next = index + 1 < carrel_page_get_n_lines (scanner->page)
                                   ? carrel_page_get_line (scanner->page, index + 1)
                                   : NULL;

  if (next == NULL || next->section != line->section || strlen (line->text) > MAX_LABEL_ALONE
      || strpbrk (line->text, "0123456789") != NULL
      || carrel_words_find_label (scanner->page->words, line->text) != CARREL_LABEL_LOCATION
      || !carrel_place_label_is_of (scanner, occasion, line->text)
      || !may_be_below (scanner, line, next))
    return FALSE;
  carrel_place_read_cell (scanner->page->words, next->text, place);
  return carrel_place_keep (place);
}

/* "All office hours will be held in 410 Birch Hall." */
static gboolean
read_sentence_of_hours (const CarrelLineScanner *scanner, const char *text, CarrelPlace *place)
{
  const CarrelWords *words = scanner->page->words;

  if (read_online_sentence (words, text, place)
      || carrel_place_heading_read_lead (scanner->page, text, place)
      || carrel_place_heading_read_bare (scanner, text, place))
    return TRUE;
  if (strlen (text) > CARREL_MAX_PREFIX
      || !carrel_words_has_label (words, text, CARREL_LABEL_OFFICE_HOURS)
      || !carrel_place_sentence_read (words, text, place))
    return FALSE;
  if (carrel_place_is_room (place->place))
    return TRUE;
  carrel_place_clear (place);
  return FALSE;
}

/* Where, in a sentence. */
static gboolean
read_sentence (const CarrelLineScanner *scanner,
               const char *text,
               const CarrelOccasion *occasion,
               CarrelPlace *place)
{
  return occasion->kind == CARREL_OCCASION_HOURS
             ? read_sentence_of_hours (scanner, text, place)
             : carrel_place_sentence_read (scanner->page->words, text, place);
}

/* "In person: 100 Birch Hall" */
static gboolean
is_room_in_person (const CarrelOccasion *occasion, const char *label, const char *after)
{
  after += strspn (after, " ");
  return occasion->kind == CARREL_OCCASION_MEETING
         && carrel_pattern_matches ("^in[- ]person$", label, G_REGEX_CASELESS)
         && (carrel_place_is_room (after)
             || carrel_pattern_matches ("^[A-Z]?[0-9]{2,4}[A-Z]? \\p{Lu}", after, 0));
}

/* "Location:" beside "Time:" in the list below "Office hours:" */
static gboolean
is_beside_time_of_hours (const CarrelLineScanner *scanner, const CarrelPageLine *line)
{
  const CarrelWords *words = scanner->page->words;
  int parent = scanner->line->parent;

  return parent >= 0 && line->parent == parent
         && carrel_page_get_block (scanner->page, line->block)->kind == CARREL_BLOCK_LIST_ITEM
         && carrel_words_find_label (words,
                                     carrel_page_get_line (scanner->page, (guint) parent)->text)
                == CARREL_LABEL_OFFICE_HOURS;
}

static gboolean
is_label_of_place (const CarrelLineScanner *scanner,
                   const CarrelPageLine *line,
                   const CarrelOccasion *occasion,
                   const char *label,
                   const char *value)
{
  return carrel_place_label_is_of (scanner, occasion, label)
         || is_room_in_person (occasion, label, value)
         || (occasion->kind == CARREL_OCCASION_HOURS
             && carrel_words_find_label (scanner->page->words, label) == CARREL_LABEL_LOCATION
             && is_beside_time_of_hours (scanner, line));
}

/* Where, said on another line of the section: "Room: W2009". */
static gboolean
read_place_line (const CarrelLineScanner *scanner,
                 guint index,
                 const CarrelOccasion *occasion,
                 CarrelPlace *place)
{
  const CarrelWords *words = scanner->page->words;
  const CarrelPageLine *line = carrel_page_get_line (scanner->page, index);
  const char *text = line->text;
  g_autofree char *label = carrel_line_scanner_dup_label (text);
  g_autofree char *room = NULL;
  g_autofree char *before_time = NULL;
  const char *after;
  gsize n_colon = 0;

  if (label == NULL)
    return read_place_below (scanner, index, occasion, place)
           || read_sentence (scanner, text, occasion, place);
  after = carrel_phrase_find_colon (text, &n_colon);
  after += n_colon;
  if (after[strspn (after, " ")] == '\0')
    return read_place_below (scanner, index, occasion, place);
  if (!is_label_of_place (scanner, line, occasion, label, after)
      || is_time_or_phone (scanner, after))
    return FALSE;
  before_time = dup_before_time (scanner, after);
  after = before_time;
  if (carrel_place_of_kind_pick (words, after, occasion, &room) && room == NULL)
    return FALSE;
  carrel_place_read_cell (words, room != NULL ? room : after, place);
  return carrel_place_keep (place);
}

/* The office of the next person is not that of this one. */
static gboolean
is_of_next_person (const CarrelLineScanner *scanner, guint index)
{
  for (guint i = scanner->index + 1; i <= index; i++)
    if (carrel_line_scanner_names_person (scanner, i))
      return TRUE;
  return FALSE;
}

/* "Room: …" beside "Class hours:", which has the times of the sections below it. */
static gboolean
is_beside_parent (const CarrelLineScanner *scanner, const CarrelOccasion *occasion, guint index)
{
  int parent = scanner->line->parent;
  const CarrelPageLine *line = carrel_page_get_line (scanner->page, index);

  return occasion->kind == CARREL_OCCASION_MEETING && parent >= 0
         && line->parent == carrel_page_get_line (scanner->page, (guint) parent)->parent
         && carrel_line_scanner_get_block (scanner, index)->list_depth
                == carrel_line_scanner_get_block (scanner, (guint) parent)->list_depth;
}

/* Whether a "Location:" below the times of a class may be that of office hours in between, which
 * say no place of their own. */
static gboolean
may_be_of_hours (const CarrelLineScanner *scanner, guint index)
{
  const CarrelWords *words = scanner->page->words;
  gboolean has_hours = FALSE;

  for (guint i = scanner->index + 1; i < index; i++)
    {
      const char *text = carrel_page_get_line (scanner->page, i)->text;

      if (!carrel_words_has_label (words, text, CARREL_LABEL_OFFICE_HOURS))
        continue;
      if (carrel_place_label_is_of_hours (text))
        return FALSE;
      has_hours = TRUE;
    }
  return has_hours;
}

/* "Location: Lecture - C305; Lab - G207" in the section above the one with the times. */
static gboolean
find_listed_room (const CarrelLineScanner *scanner,
                  const CarrelOccasion *occasion,
                  CarrelPlace *place)
{
  const CarrelWords *words = scanner->page->words;
  guint from = scanner->line->section > 0
                   ? carrel_page_get_section (scanner->page, scanner->line->section - 1)->first_line
                   : 0;

  from = MAX (from, MAX (scanner->index, CARREL_LINE_REACH) - CARREL_LINE_REACH);
  for (guint i = from; occasion->kind == CARREL_OCCASION_MEETING && i < scanner->index; i++)
    {
      const char *text = carrel_page_get_line (scanner->page, i)->text;
      g_autofree char *label = carrel_line_scanner_dup_label (text);
      g_autofree char *room = NULL;
      const char *after;
      gsize n_colon = 0;

      if (label == NULL || !carrel_place_label_is_of (scanner, occasion, label))
        continue;
      after = carrel_phrase_find_colon (text, &n_colon);
      after += n_colon;
      if (!carrel_place_of_kind_pick (words, after, occasion, &room) || room == NULL)
        continue;
      carrel_place_read_cell (words, room, place);
      return carrel_place_keep (place);
    }
  return FALSE;
}

/* "Class location: Hall 212" in any section above: the label says of what. */
static gboolean
find_named_room (const CarrelLineScanner *scanner,
                 const CarrelOccasion *occasion,
                 CarrelPlace *place)
{
  const CarrelWords *words = scanner->page->words;
  guint from = MAX (scanner->index, CARREL_LINE_REACH) - CARREL_LINE_REACH;

  for (guint i = scanner->index; occasion->kind == CARREL_OCCASION_MEETING && i > from; i--)
    {
      const char *text = carrel_page_get_line (scanner->page, i - 1)->text;
      g_autofree char *label = carrel_line_scanner_dup_label (text);

      if (label == NULL || !carrel_line_class_is_named (words, label)
          || !carrel_place_label_is_of (scanner, occasion, label) || strchr (text, ':') == NULL)
        continue;
      carrel_place_read_cell (words, strchr (text, ':') + 1, place);
      return carrel_place_keep (place);
    }
  return FALSE;
}

/* Whether a line below may say where the occasion is. */
static gboolean
may_follow (const CarrelLineScanner *scanner, const CarrelOccasion *occasion, guint index)
{
  return carrel_line_scanner_is_beside (scanner, index)
         || (is_beside_parent (scanner, occasion, index) && !may_be_of_hours (scanner, index));
}

/* Where another line of the section says it is, below the time or else above it. */
static gboolean
find_place (const CarrelLineScanner *scanner, const CarrelOccasion *occasion, CarrelPlace *place)
{
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);

  guint end = MIN (section->end_line, scanner->index + CARREL_LINE_REACH);
  guint start
      = MAX (section->first_line, MAX (scanner->index, CARREL_LINE_REACH) - CARREL_LINE_REACH);

  for (guint i = scanner->index; i < end; i++)
    if (may_follow (scanner, occasion, i) && read_place_line (scanner, i, occasion, place))
      {
        if (occasion->kind != CARREL_OCCASION_HOURS || !is_of_next_person (scanner, i))
          return TRUE;
        carrel_place_clear (place);
        break;
      }
  for (guint i = scanner->index; i > start; i--)
    if ((carrel_line_scanner_is_beside (scanner, i - 1)
         || is_beside_parent (scanner, occasion, i - 1))
        && read_place_line (scanner, i - 1, occasion, place))
      return TRUE;
  return FALSE;
}

/* A place alone on another line of the same paragraph or item. */
static gboolean
read_bare_line (const CarrelLineScanner *scanner, guint index, CarrelPlace *place)
{
  const CarrelPageLine *line = carrel_page_get_line (scanner->page, index);

  if (line->block != scanner->line->block || strlen (line->text) > MAX_BARE
      || carrel_line_scanner_names_person (scanner, index)
      || carrel_words_has_label (scanner->page->words, line->text, CARREL_LABEL_OFFICE_HOURS)
      || strchr (line->text, ':') != NULL || strstr (line->text, " is ") != NULL
      || strstr (line->text, " are ") != NULL || carrel_line_start_has_time (scanner, line->text))
    return FALSE;
  carrel_place_read_after (scanner->page->words, line->text, place);
  return carrel_place_keep (place);
}

/* The line below the time. */
static gboolean
read_next_line (const CarrelLineScanner *scanner, CarrelPlace *place)
{
  return scanner->index + 1 < carrel_page_get_n_lines (scanner->page)
         && read_bare_line (scanner, scanner->index + 1, place);
}

/* The line of the paragraph above this time and those right above it: "Hall 5", "Monday, 9-10",
 * "Thursday, 10-11". */
static guint
find_line_above (const CarrelLineScanner *scanner)
{
  guint above = scanner->index - 1;

  for (; above > 0; above--)
    {
      const CarrelPageLine *line = carrel_page_get_line (scanner->page, above);
      g_autoptr (GArray) slots = NULL;

      if (line->block != scanner->line->block || strlen (line->text) > MAX_BARE)
        break;
      slots = carrel_slot_read_line (scanner->page->words, line->text, scanner->flags);
      if (slots->len == 0 || g_array_index (slots, CarrelSlot, 0).from > 0)
        break;
    }
  return above;
}

/* The line above a time that its own line says nothing else of. */
static gboolean
read_line_above (const CarrelLineScanner *scanner, const char *prefix, CarrelPlace *place)
{
  if (scanner->index == 0 || prefix[0] != '\0' || scanner->line->text[0] == '\0'
      || !read_bare_line (scanner, find_line_above (scanner), place))
    return FALSE;
  if (carrel_place_is_room (place->place))
    return TRUE;
  carrel_place_clear (place);
  return FALSE;
}

/* What lines that speak of the occasion say, and the heading of office hours. */
static gboolean
read_place_told (const CarrelLineScanner *scanner,
                 const CarrelOccasion *occasion,
                 const char *prefix,
                 CarrelPlace *place)
{
  gboolean is_hours = occasion->kind == CARREL_OCCASION_HOURS;

  return carrel_parent_place_read (scanner, is_hours, prefix, place)
         || find_place (scanner, occasion, place) || find_listed_room (scanner, occasion, place)
         || (is_hours && carrel_place_heading_read (scanner, place))
         || find_named_room (scanner, occasion, place);
}

/* What other lines say, the nearest relation first. */
static gboolean
read_place_around (const CarrelLineScanner *scanner,
                   const CarrelOccasion *occasion,
                   const char *prefix,
                   CarrelPlace *place)
{
  return read_place_told (scanner, occasion, prefix, place) || read_next_line (scanner, place)
         || read_line_above (scanner, prefix, place) || carrel_place_beside_read (scanner, place)
         || (occasion->kind == CARREL_OCCASION_MEETING
             && carrel_place_heading_read_beside (scanner, place));
}

/**
 * carrel_line_place_set:
 * @scanner: a walk, at the line of a time
 * @occasion: (inout): gets the place, and what is said of it
 * @prefix: what stands before the time
 * @after: what stands after it
 * @is_below_label: whether the line above in the same block announces the occasion
 */
void
carrel_line_place_set (const CarrelLineScanner *scanner,
                       CarrelOccasion *occasion,
                       const char *prefix,
                       const char *after,
                       gboolean is_below_label)
{
  g_auto (CarrelPlace) place = { 0 };

  carrel_place_read_after (scanner->page->words, after, &place);
  carrel_occasion_take_place (occasion, &place);
  carrel_place_split_person (scanner->page->words, occasion);
  if (occasion->place == NULL)
    carrel_place_take_before (scanner->page, occasion, prefix);
  if (occasion->place == NULL && is_below_label)
    {
      carrel_place_read_parentheses (scanner->page->words,
                                     carrel_page_get_line (scanner->page, scanner->index - 1)->text,
                                     &place);
      carrel_occasion_take_place (occasion, &place);
    }
  if (occasion->place == NULL && occasion->kind == CARREL_OCCASION_HOURS)
    occasion->place = carrel_place_dup_online (prefix, &occasion->mode);
  if (occasion->place == NULL && read_place_around (scanner, occasion, prefix, &place))
    carrel_occasion_take_place (occasion, &place);
}

/* "Laboratory location: …" and "All labs are in …" say where labs are, and no lecture; "Lab manual
 * location", "The first lab meets" and "Section 101 will be" say it of something else. */
static gboolean
names_kind_of (const CarrelLineScanner *scanner, guint index, const CarrelOccasion *occasion)
{
  static const char kinds[]
      = "^(?:all |the |our )*(?:lab(?:orator(?:y|ies)|s)?|discussions?|recitations?|sections?"
        "|tutorials?)(?: sections?| sessions?| meetings?)? (?:(?:location|room|place)s? *:"
        "|(?:are|is|meet|meets|will|take|run)\\b)";
  const char *text = carrel_page_get_line (scanner->page, index)->text;
  const char *meeting_kind = NULL;

  return occasion->kind == CARREL_OCCASION_HOURS
         || (strlen (text) <= CARREL_MAX_PREFIX
             && carrel_pattern_matches (kinds, text, G_REGEX_CASELESS)
             && carrel_occasion_get_kind (scanner->page->words, text, &meeting_kind)
                    == CARREL_OCCASION_MEETING
             && g_strcmp0 (meeting_kind, occasion->meeting_kind) == 0);
}

static gboolean
read_line_near_table (const CarrelLineScanner *scanner,
                      guint index,
                      const CarrelOccasion *occasion,
                      CarrelPlace *place)
{
  return names_kind_of (scanner, index, occasion)
         && read_place_line (scanner, index, occasion, place);
}

/* "Office hours are in Hall 5" in the words that lead to their table. */
static gboolean
read_lead_of_hours (const CarrelLineScanner *scanner,
                    guint index,
                    const CarrelOccasion *occasion,
                    CarrelPlace *place)
{
  const char *text = carrel_page_get_line (scanner->page, index)->text;

  return occasion->kind == CARREL_OCCASION_HOURS
         && (carrel_place_heading_read_lead (scanner->page, text, place)
             || carrel_place_heading_read_bare (scanner, text, place));
}

/**
 * carrel_line_place_set_of_table:
 * @scanner: a walk, at the place of a table among the lines
 * @occasion: (inout): hours, a lab or a section in a row without a place; get the one that the
 *   lines near the table say
 */
void
carrel_line_place_set_of_table (const CarrelLineScanner *scanner, CarrelOccasion *occasion)
{
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);
  guint start = MAX (section->first_line, MAX (scanner->index, MAX_NEAR_TABLE) - MAX_NEAR_TABLE);
  guint end = MIN (section->end_line, scanner->index + MAX_NEAR_TABLE);
  g_auto (CarrelPlace) place = { 0 };
  gboolean is_found = FALSE;

  for (guint i = scanner->index; i > start && !is_found; i--)
    is_found = read_lead_of_hours (scanner, i - 1, occasion, &place)
               || read_line_near_table (scanner, i - 1, occasion, &place);
  for (guint i = scanner->index; i < end && !is_found; i++)
    is_found = read_line_near_table (scanner, i, occasion, &place);
  if (is_found
      || (occasion->kind == CARREL_OCCASION_HOURS && carrel_place_heading_read (scanner, &place)))
    carrel_occasion_take_place (occasion, &place);
}

/**
 * carrel_line_place_set_behind:
 * @scanner: at a line
 * @occasion: (inout): an occasion without a time
 * @rest: what stands behind the words for it: " in Maple Hall 24"
 *
 * Sets the place when @rest begins with one.
 */
void
carrel_line_place_set_behind (const CarrelLineScanner *scanner,
                              CarrelOccasion *occasion,
                              const char *rest)
{
  CarrelPlace place;

  if (!g_str_has_prefix (rest, " in ") && !g_str_has_prefix (rest, " at "))
    return;
  carrel_place_read_after (scanner->page->words, rest, &place);
  carrel_occasion_take_place (occasion, &place);
}
