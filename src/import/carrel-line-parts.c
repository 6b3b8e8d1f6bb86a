/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of hours such as "Ann Lee, Gates 310, Mon 3-4pm", or of a class, "Lab: Gates 310 (Mon
 * 3-4pm), Ann Lee", has the same parts in any order and between any marks. It is read here only
 * when each part is known for what it is. */
#define G_LOG_DOMAIN "carrel-line-parts"

#include "config.h"

#include "carrel-line-parts.h"

#include "carrel-day-list.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-place-before.h"
#include "carrel-place-skip.h"
#include "carrel-place-words.h"

#include <string.h>

/* The longest line that is no prose, in bytes without the time. */
#define MAX_LENGTH 120

/* The longest "Zoom (link on Canvas)" without its brackets. */
#define MAX_ONLINE 24

/* "(this section)", "(except in week 1)" */
#define REMARK " *\\(((?:this|optional|required|mandatory|starting|except|no|not)\\b[^()]*)\\)"

typedef struct
{
  const CarrelPage *page;
  CarrelOccasionKind kind;
  char *person;
  char *room;
  const char *role;
  gboolean has_title;    /* "Prof. Lee" */
  gboolean is_told_room; /* "in CS 142", no code of a course */
  gboolean is_house;     /* "William James, Room 105" behind a class */
} Parts;

static void
clear_parts (Parts *parts)
{
  g_free (parts->person);
  g_free (parts->room);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

/* What says nothing: a mark of the time, an address, a day in front of a time. */
static gboolean
is_filler (const CarrelWords *words, const char *part)
{
  static const char pattern[]
      = "^(?:and|or|&|from|between|every|each|weekly|time|when|where|room|"
        "office(?: hours?)?|hours?|oh|[^ @]+@[^ @]+|[ecmpa][sd]?t|gmt|utc|bst|ces?t"
        "|(?:(?:or|and|also) )?by appointment)?\\.?$";
  gsize n = 0;

  return carrel_pattern_matches (pattern, part, G_REGEX_CASELESS)
         || (carrel_words_match_day (words, part, &n) != CARREL_DAY_NONE
             && strspn (part + n, "s.") == strlen (part + n));
}

/* A whole name: "Ann Lee", "Prof. Lee", "Ann Lee's hours". */
static char *
read_person (const CarrelWords *words, const char *part)
{
  g_autofree char *owner = carrel_pattern_dup_without ("['\342\200\231]s (?:\\w+ )?(?:hours?|oh)$",
                                                       part, G_REGEX_CASELESS);
  g_autofree char *name = carrel_person_name_read (words, owner);

  return name != NULL && g_str_has_suffix (owner, name)
                 && carrel_words_find_label (words, name) == CARREL_LABEL_NONE
             ? g_steal_pointer (&name)
             : NULL;
}

/* "MWF 3a" says days. */
static gboolean
starts_with_letters (const CarrelWords *words, const char *part)
{
  gsize n = 0;

  return carrel_day_list_read (words, part, TRUE, &n) != CARREL_DAY_NONE && n > 1 && part[n] == ' ';
}

/* "Tuesday", "MWF 3a", "in person or on Zoom", and "Hall 5 and" of "Hall 5 and on Zoom". */
static gboolean
is_no_room (const CarrelWords *words, const char *part)
{
  return carrel_place_names_days (words, part) || starts_with_letters (words, part)
         || strstr (part, ". ") != NULL
         || carrel_pattern_matches ("\\bin[- ]person\\b|\\b(?:and|or)$", part, G_REGEX_CASELESS);
}

/* "Gates 310", "6-120", "salle 12", "Zoom" */
static gboolean
is_room (const CarrelWords *words, const char *part)
{
  const char *mode = NULL;
  g_autofree char *online = carrel_place_dup_online (part, &mode);

  if (is_no_room (words, part))
    return FALSE;
  return (online != NULL && strlen (part) <= MAX_ONLINE)
         || carrel_pattern_matches ("^[0-9]{1,3}-[0-9]{2,4}[A-Z]?$", part, 0)
         || ((carrel_pattern_matches ("^[\\p{Lu}0-9]", part, 0)
              || carrel_phrase_match_any (part, carrel_place_words) > 0)
             && carrel_place_is_sure_room (words, part));
}

static gboolean
is_online (const char *part)
{
  const char *mode = NULL;
  g_autofree char *online = carrel_place_dup_online (part, &mode);

  return online != NULL;
}

/* "Building 5" and "Room 12" are one place; "Hall 3 (Zoom on request)" is in the hall. */
static void
take_room (Parts *parts, const char *part)
{
  char *room;

  if (parts->room != NULL && !is_online (parts->room) && is_online (part))
    return;
  room = parts->room != NULL ? g_strdup_printf ("%s, %s", parts->room, part) : g_strdup (part);

  g_free (parts->room);
  parts->room = room;
}

/* Whether @part says nothing of who and where. */
static gboolean
is_known (const Parts *parts, const char *part)
{
  const CarrelWords *words = parts->page->words;
  const char *meeting_kind = NULL;

  return is_filler (words, part)
         || (parts->kind == CARREL_OCCASION_MEETING && parts->room == NULL
             && carrel_occasion_is_class (words, part, &meeting_kind));
}

/* "Mandatory" behind the room of a class is one word, and no name that is sure. */
static gboolean
is_sure_person (const Parts *parts)
{
  return parts->kind == CARREL_OCCASION_HOURS || parts->has_title
         || strchr (parts->person, ' ') != NULL || g_utf8_get_char (parts->person) >= 0x2e80;
}

/* "Ann Lee", "TA Ann Lee", "Prof. Lee"; @role: the one at the start of @part, of @n_role bytes. */
static gboolean
take_person (Parts *parts, const char *part, const char *role, gsize n_role)
{
  const char *start = part + n_role + strspn (part + n_role, " .");

  if (parts->person != NULL)
    return FALSE;
  parts->person = read_person (parts->page->words, role != NULL ? start : part);
  parts->has_title = parts->person != NULL && !g_str_has_prefix (part, parts->person);
  if (parts->has_title && role != NULL)
    parts->role = role;
  return parts->person != NULL && is_sure_person (parts);
}

/* Whether @part is known, and the only one of its kind. @is_next: whether it follows a room. */
static gboolean
take_part (Parts *parts, const char *part, gboolean is_next)
{
  const CarrelWords *words = parts->page->words;
  gsize n = 0;
  const char *role = carrel_words_match_role (words, part, &n);

  if (is_known (parts, part))
    return TRUE;
  if (role != NULL && part[n] == '\0')
    {
      parts->role = role;
      return TRUE;
    }
  if (is_room (words, part) && (parts->room == NULL || is_next))
    {
      take_room (parts, part);
      return TRUE;
    }
  return take_person (parts, part, role, n);
}

/* Whether a word for a place stands before @room. */
static gboolean
is_told (const char *text, const char *room)
{
  static const char *const words[] = { " in ", " at ", "@ " };
  g_autofree char *spaced = g_strconcat (" ", text, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *told = g_strconcat (words[i], room, NULL);

      if (strstr (spaced, told) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether the room of a class follows the name at once, as in a house that is called after
 * somebody.
 */
static gboolean
names_house (const Parts *parts, const char *text)
{
  static const char *const joins[] = { ", ", " - ", " \342\200\223 " };

  if (parts->kind != CARREL_OCCASION_MEETING || parts->person == NULL || parts->room == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (joins); i++)
    {
      g_autofree char *both = g_strconcat (parts->person, joins[i], parts->room, NULL);

      if (strstr (text, both) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Pictures before a word. */
static const char *
skip_signs (const char *part)
{
  while (*part != '\0' && g_utf8_get_char (part) >= 0x2000
         && !g_unichar_isalnum (g_utf8_get_char (part)))
    part = g_utf8_next_char (part);
  return part + strspn (part, " ");
}

static gboolean
take_parts (Parts *parts, const char *text)
{
  static const char pattern[] = " *(?:[][,;:|()<>\302\267\342\200\224\342\200\242]|(?<!\\S)[-"
                                "\342\200\223]{1,2}(?!\\S)|\\*\\*?"
                                "|(?<!\\S)(?:with|w/|in|at|@|on|via|(?:is|are|will be)(?: "
                                "(?:available|held))?|available|holds?"
                                "|has|will hold|meets?|will meet|taught by|led by)(?!\\S)) *";
  g_autoptr (GRegex) regex = carrel_pattern_get (pattern, G_REGEX_CASELESS);
  g_auto (GStrv) found = g_regex_split (regex, text, 0);

  for (gsize i = 0; found[i] != NULL; i++)
    {
      gboolean is_next = i > 0 && is_room (parts->page->words, found[i - 1]);

      if (!take_part (parts, skip_signs (g_strstrip (found[i])), is_next))
        return FALSE;
    }
  parts->is_house = parts->is_house || names_house (parts, text);
  parts->is_told_room = parts->is_told_room || (parts->room != NULL && is_told (text, parts->room));
  return TRUE;
}

/* The bytes of the days that a time starts with: of "Mondays and Wed: ". */
static gsize
measure_days (const CarrelWords *words, const char *time)
{
  gsize n = 0;
  gsize n_day = 0;

  while (carrel_words_match_day (words, time + n, &n_day) != CARREL_DAY_NONE)
    {
      n += n_day;
      n += strspn (time + n, "s.:,/& ");
      if (g_str_has_prefix (time + n, "and "))
        n += strlen ("and ");
    }
  return n;
}

/* "Ann Lee" of "Mon: Ann Lee 3-4pm", and "Hall 5" of "Mon (Hall 5) 3-4pm", which are times as a
 * whole. */
static void
take_inside (const CarrelWords *words, const char *time, Parts *parts)
{
  static const char pattern[] = "[0-9,:].*$|\\b(?:at|from|between|noon)\\b.*$";
  gsize n_days = measure_days (words, time);
  g_autofree char *inside = carrel_pattern_dup_without (pattern, time + n_days, G_REGEX_CASELESS);
  const char *open = time + n_days;
  g_autofree char *room = *open == '(' ? g_strndup (open + 1, strcspn (open + 1, ")")) : NULL;

  if (n_days > 0 && room != NULL && is_room (words, room))
    {
      take_room (parts, room);
      parts->is_told_room = TRUE;
    }
  else if (n_days > 0 && inside[0] != '\0' && parts->person == NULL)
    parts->person = read_person (words, g_strstrip (inside));
}

/* No "Newell Simon, 4th floor" or "Evans, Room 12", which are one place. */
static gboolean
is_person_of_room (const Parts *parts)
{
  static const char floor[] = "^(?:[0-9]+(?:st|nd|rd|th)|ground) (?:floor|level)\\b";
  static const char bare[]
      = "^(?:room|rm\\.?|suite|office|#|[0-9]+(?:st|nd|rd|th)\\b|[A-Z]?[0-9]+[A-Z]?$)";

  if (carrel_pattern_matches (floor, parts->room, G_REGEX_CASELESS))
    return FALSE;
  if (parts->has_title || !carrel_pattern_matches (bare, parts->room, G_REGEX_CASELESS))
    return TRUE;
  return strchr (parts->person, ' ') != NULL && !parts->is_house;
}

/* Hours have a person and a room; a class has a room, which is not its code, and may have a
 * person. */
static gboolean
is_whole (const Parts *parts)
{
  if (parts->room == NULL)
    return FALSE;
  if (parts->kind == CARREL_OCCASION_MEETING
      && ((parts->role != NULL && parts->person == NULL)
          || (!parts->is_told_room && carrel_place_may_be_code (parts->page, parts->room))))
    return FALSE;
  return parts->person != NULL ? is_person_of_room (parts) : parts->kind == CARREL_OCCASION_MEETING;
}

/* Where the parts are; %NULL in @place for nowhere. */
static void
read_place (const Parts *parts, CarrelPlace *place)
{
  /* "Zoom", but "Online Lab 5" is a room. */
  if (strlen (parts->room) <= MAX_ONLINE && strpbrk (parts->room, "0123456789") == NULL)
    place->place = carrel_place_dup_online (parts->room, &place->mode);
  if (place->place == NULL)
    carrel_place_read_cell (parts->page->words, parts->room, place);
}

/**
 * carrel_line_parts_read:
 * @page: a page
 * @texts: what stands before a time, the time, and what stands behind it
 * @occasion: (inout): gets who holds it and where it is
 *
 * Reads a line of office hours whose parts are a person and a room in either order, or of a class
 * with a room and perhaps a person, and nothing that is not known; what other sentences say behind
 * it is left out.
 *
 * Returns: whether it is such a line
 */
gboolean
carrel_line_parts_read (const CarrelPage *page,
                        const char *const texts[3],
                        CarrelOccasion *occasion)
{
  g_auto (Parts) parts = { .page = page, .kind = occasion->kind };
  g_autoptr (GMatchInfo) remark = NULL;
  g_auto (CarrelPlace) place = { 0 };
  g_autofree char *after = carrel_pattern_dup_without (
      REMARK "|(?:^|(?<=[\\w)\\]]{2}))(?<!\\bDr|Prof|\\bMr|\\bMs|\\bMrs)\\. +\\p{Lu}.*$", texts[2],
      0);

  if (strlen (texts[0]) + strlen (after) > MAX_LENGTH)
    return FALSE;
  if (!take_parts (&parts, texts[0]))
    return FALSE;
  take_inside (page->words, texts[1], &parts);
  if (!take_parts (&parts, after) || !is_whole (&parts))
    return FALSE;
  read_place (&parts, &place);
  if (place.place == NULL)
    return FALSE;
  carrel_occasion_take_place (occasion, &place);
  if (occasion->remark == NULL
      && carrel_pattern_match (REMARK, texts[2], G_REGEX_CASELESS, &remark))
    occasion->remark = g_match_info_fetch (remark, 1);
  occasion->person = g_steal_pointer (&parts.person);
  occasion->role = parts.role;
  return TRUE;
}
