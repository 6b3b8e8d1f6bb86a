/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a class or office hours are, said before their time. */
#define G_LOG_DOMAIN "carrel-line-place"

#include "config.h"

#include "carrel-place-before.h"

#include "carrel-course-name.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-place.h"

#include <string.h>

/* The headings at the top of a page that name the course. */
#define MAX_HEADINGS 4

/* "Office hours: Hill 28 (": a room between the label and the brackets of the time. */
static void
read_before_bracket (const char *prefix, CarrelPlace *place)
{
  const char *open = strrchr (prefix, '(');
  const char *colon = strchr (prefix, ':');
  g_autofree char *room = open != NULL && open[1] == '\0' && colon != NULL && colon < open
                              ? g_strstrip (g_strndup (colon + 1, (gsize) (open - colon) - 1))
                              : NULL;

  *place = (CarrelPlace){ 0 };
  if (room != NULL && carrel_place_is_room (room))
    place->place = g_steal_pointer (&room);
}

/* Whether letters and a number are no code of the course, since a heading at the top has another.
 */
static gboolean
is_other_code (const CarrelPage *page, const char *room)
{
  for (guint i = 0; i < MIN (carrel_page_get_n_sections (page), MAX_HEADINGS); i++)
    {
      const char *heading = carrel_page_get_section (page, i)->heading;
      gsize start = 0, end = 0;
      g_autofree char *code = carrel_course_name_find_code (heading, TRUE, &start, &end);

      if (code != NULL)
        return strstr (heading, room) == NULL && strstr (room, code) == NULL;
    }
  return FALSE;
}

/**
 * carrel_place_is_sure_room:
 * @words: the words of the page's language
 * @room: what may be a room: "Hall 5"
 *
 * Returns: whether it is one, and no week, term, group or exam, which have a number too
 */
gboolean
carrel_place_is_sure_room (const CarrelWords *words, const char *room)
{
  CarrelLabel label = carrel_words_find_label (words, room);

  return carrel_place_is_room (room)
         && (label == CARREL_LABEL_NONE || label == CARREL_LABEL_LOCATION)
         && carrel_words_match_month (words, room, NULL) == 0
         && carrel_words_match_season (words, room) == 0
         && !carrel_pattern_matches (
             "^(?:gr[ou]u?p[aeop]*|turma|tas?|labs?|module|unit|part|phase|step|session|section"
             "|chapter|week|day|exams?|midterms?|quiz|homework|hw|project|level|year) ?#?[0-9]",
             room, G_REGEX_CASELESS);
}

/**
 * carrel_place_may_be_code:
 * @page: a page
 * @room: what may be a room of a class
 *
 * Returns: whether it may as well be the code of the course, letters in capitals and a number
 */
gboolean
carrel_place_may_be_code (const CarrelPage *page, const char *room)
{
  return carrel_pattern_matches ("^[A-Z]{2,5}[ -]?[0-9]+[A-Z]?$", room, 0)
         && !is_other_code (page, room);
}

/* "GHC 5222" is a room of hours, but of a class may be its code. */
static gboolean
is_sure_room (const CarrelPage *page, const char *room, gboolean is_hours)
{
  return g_unichar_isupper (g_utf8_get_char (room)) && carrel_place_is_sure_room (page->words, room)
         && (is_hours || !carrel_place_may_be_code (page, room));
}

/* Where what may be a room ends: at a comma, or without one behind "Office hours:". */
static gsize
find_room_end (const char *prefix, gboolean is_hours)
{
  gsize n = strlen (prefix);

  if (!g_str_has_suffix (prefix, ", ") && (!is_hours || !g_str_has_suffix (prefix, " ")))
    return 0;
  while (n > 0 && strchr (", ", prefix[n - 1]) != NULL)
    n--;
  return n;
}

/* "Gates Hall" or "Wean 4418" right before a day of hours, words with capitals; "Review 3" is no
 * room and "Find me near Soda Hall" is more than one. */
static gboolean
is_whole_room (const CarrelPage *page, const char *lead)
{
  static const char name[]
      = "^[\\p{Lu}0-9][^ :,;?!]*(?: (?:[\\p{Lu}0-9][^ :,;?!]*|of|and|the|&))*$";
  static const char room[] = "\\b(?:hall|room|building|library|lounge|cent(?:er|re))\\b"
                             "|\\b[0-9]{3,}[A-Za-z]?$";

  return is_sure_room (page, lead, FALSE) && carrel_pattern_matches (name, lead, 0)
         && carrel_pattern_matches (room, lead, G_REGEX_CASELESS);
}

/* "Office hours: Baker Hall 232, Wednesdays" and "Ann Bell, Wean 4418, Mon": a room between a comma
 * and what stands before it. */
static void
read_before_comma (const CarrelPage *page,
                   const char *prefix,
                   gboolean is_hours,
                   CarrelPlace *place)
{
  static const char *const marks[] = { ": ", ", " };
  gsize n = find_room_end (prefix, is_hours);
  g_autofree char *lead = g_strndup (prefix, n);
  gsize n_marks = prefix[n] == ',' ? G_N_ELEMENTS (marks) : 1;

  *place = (CarrelPlace){ 0 };
  for (gsize i = 0; n > 0 && i < n_marks && place->place == NULL; i++)
    {
      const char *mark = g_strrstr (lead, marks[i]);

      if (mark != NULL && is_sure_room (page, mark + 2, is_hours))
        place->place = g_strstrip (g_strndup (mark + 2, strcspn (mark + 2, ";")));
    }
}

static void
read_before_day (const CarrelPage *page, const char *prefix, CarrelPlace *place)
{
  g_autofree char *lead = g_strchomp (g_strdup (prefix));

  *place = (CarrelPlace){ 0 };
  if (is_whole_room (page, lead))
    place->place = g_steal_pointer (&lead);
}

/* "Ann Lee, Office: Baker 12, Office hours: ", "Office: Baker 12 | Email: a@x.edu | Hours: " */
static void
read_labelled_before (const CarrelPage *page, const char *prefix, CarrelPlace *place)
{
  static const char pattern[]
      = "\\b(?:office|room|location): +([^,;:|•·]+?) *(?:[,;|•·]|(?=(?:e-?mail|phone|office "
        "hours):)) *"
        "(?:(?:e-?mail|phone|tel)[.:]* *[^ ]+(?: [0-9-]+)?[ ,;|•·]*)*[^,;|•·]*:? *$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *room = NULL;

  *place = (CarrelPlace){ 0 };
  if (!carrel_pattern_match (pattern, prefix, G_REGEX_CASELESS, &match))
    return;
  room = g_strstrip (g_match_info_fetch (match, 1));
  if (is_sure_room (page, room, TRUE))
    place->place = g_steal_pointer (&room);
}

/* The place of one sentence is not that of the times in the next: "The review is in Hall 5. We meet
 * MW 9-10". Where somebody is holds for the hours: "I am in Hall 5. My office hours are MW 9-10".
 */
static char *
dup_with_place (const char *prefix, gboolean is_hours)
{
  static const char sentences[]
      = "^(.*\\b(?!(?:Dr|Mr|Mrs|Ms|Prof|St|Bldg|Rm)\\.)[\\w-]*[\\p{L}0-9])\\. +(\\p{Lu}.*)$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *before = NULL;

  if (!carrel_pattern_match (sentences, prefix, 0, &match))
    return g_strdup (prefix);
  before = g_match_info_fetch (match, 1);
  return is_hours
                 && carrel_pattern_matches ("\\b(?:I am|I['’]m|my office is)\\b", before,
                                            G_REGEX_CASELESS)
             ? g_steal_pointer (&before)
             : g_match_info_fetch (match, 2);
}

/**
 * carrel_place_take_before:
 * @page: a page
 * @occasion: (inout): an occasion without a place
 * @prefix: what stands before its time
 *
 * Sets where it is when that is said before the time.
 */
void
carrel_place_take_before (const CarrelPage *page, CarrelOccasion *occasion, const char *prefix)
{
  gboolean is_hours = occasion->kind == CARREL_OCCASION_HOURS;
  g_autofree char *sentence = dup_with_place (prefix, is_hours);
  g_auto (CarrelPlace) place = { 0 };

  carrel_place_read_before (page->words, sentence, &place);
  if (place.place == NULL)
    read_before_comma (page, prefix, is_hours, &place);
  if (place.place == NULL && is_hours)
    read_before_day (page, prefix, &place);
  if (place.place == NULL && is_hours)
    {
      read_before_bracket (prefix, &place);
      if (place.place == NULL)
        carrel_place_read_parentheses (page->words, prefix, &place);
      if (place.place == NULL)
        read_labelled_before (page, prefix, &place);
    }
  carrel_occasion_take_place (occasion, &place);
}

/* The name behind the last comma of a place, where that is all that stands there. */
static char *
read_name_behind (const CarrelWords *words, const char *comma)
{
  const char *behind = comma + 1 + strspn (comma + 1, " ");
  g_autofree char *name = carrel_person_name_read (words, behind);

  return name != NULL && strchr (name, ' ') != NULL && g_str_has_suffix (behind, name)
                 && !carrel_place_is_room (behind)
             ? g_steal_pointer (&name)
             : NULL;
}

/**
 * carrel_place_split_person:
 * @words: the words of the page's language
 * @occasion: (inout): gets the person who holds a class, which stands behind its room: "Birch 1,
 *   Ann Lee"
 */
void
carrel_place_split_person (const CarrelWords *words, CarrelOccasion *occasion)
{
  char *comma = occasion->kind == CARREL_OCCASION_MEETING && occasion->place != NULL
                    ? strrchr (occasion->place, ',')
                    : NULL;
  const char *digit = comma != NULL ? strpbrk (occasion->place, "0123456789") : NULL;

  if (digit == NULL || digit > comma || occasion->person != NULL)
    return;
  occasion->person = read_name_behind (words, comma);
  if (occasion->person != NULL)
    *comma = '\0';
}
