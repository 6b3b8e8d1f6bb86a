/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences are long: only words that lead to a place, or a room that is booked, make one of them.
 */
#define G_LOG_DOMAIN "carrel-place-sentence"

#include "config.h"

#include "carrel-place-sentence.h"

#include "carrel-line-class.h"
#include "carrel-line-scanner.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

/* How many bytes a place in a sentence has: up to its end or a bracket; neither the dot of "Hall
 * 2.14" nor that of "Rm. 5" ends it. */
static gsize
measure_clause (const char *text)
{
  static const char dot[] = "^.*?(?:[;(]|(?<!\\brm)(?<!\\bbldg)(?<!\\bst)\\.(?![0-9]))";
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (!carrel_pattern_match (dot, text, G_REGEX_CASELESS, &match)
      || !g_match_info_fetch_pos (match, 0, NULL, &end))
    return strlen (text);
  return (gsize) end - 1;
}

/* "Class meetings will be in 3545 Mandler Hall.": words that need a likely place behind them. */
static gboolean
read_likely_place_sentence (const CarrelWords *words, const char *text, CarrelPlace *place)
{
  static const char *const phrases[]
      = { " will be in ", " will be at ", " are in ", " is in ", " are at ", " is at " };

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const char *at = strstr (text, phrases[i]);
      g_autofree char *lead = at != NULL ? g_strndup (text, (gsize) (at - text)) : NULL;
      g_autofree char *clause = NULL;

      if (at == NULL || !carrel_line_class_is_named (words, lead) || at - text > CARREL_MAX_LABEL)
        continue;
      at += strlen (phrases[i]) - strlen ("in ");
      clause = g_strndup (at, measure_clause (at));
      carrel_place_read_after (words, clause, place);
      return place->place != NULL && strlen (place->place) < 60;
    }
  return FALSE;
}

/* "We have the computer room KLB 3.14 booked for the lectures" */
static gboolean
read_booked_place (const CarrelWords *words, const char *text, CarrelPlace *place)
{
  static const char *const have[] = { "have", NULL };
  static const char *const booked[] = { "booked", "reserved", NULL };
  gsize n = 0;
  const char *start = carrel_phrase_find (text, -1, have, &n);
  const char *end = start != NULL ? carrel_phrase_find (start, -1, booked, &n) : NULL;
  g_autofree char *room = NULL;

  if (end == NULL || end - start > CARREL_MAX_LABEL)
    return FALSE;
  start += strlen ("have ");
  while (start < end && !g_ascii_isupper (*start) && !g_ascii_isdigit (*start))
    start = carrel_phrase_next_word (start);
  room = start < end ? g_strstrip (g_strndup (start, (gsize) (end - start))) : NULL;
  if (room == NULL || !carrel_place_is_room (room))
    return FALSE;
  carrel_place_read_cell (words, room, place);
  return carrel_place_keep (place);
}

/* "Class will be online, with most lectures on Tuesdays" */
static gboolean
read_online (const char *text, CarrelPlace *place)
{
  static const char online[]
      = "^(?:the |this |all )?(?:class(?:es)?|course|lectures?|(?:class )?meetings)\\b.{0,16}"
        "\\b(?:will be|is|are) (?:\\w+ ){0,2}?(?:online|(?:on|via|over) "
        "zoom|remote(?:ly)?|virtual)\\b";
  g_autofree char *found = NULL;

  if (!carrel_pattern_matches (online, text, G_REGEX_CASELESS))
    return FALSE;
  found = g_strndup (text, strcspn (text, ".;"));
  place->place = carrel_place_dup_online (found, &place->mode);
  return carrel_place_keep (place);
}

/* "the Learning Centre (Room 200) unless noted": the name, and the room of it in brackets. */
static char *
dup_clause (const char *text)
{
  const char *start = g_str_has_prefix (text, "the ") ? text + strlen ("the ") : text;
  gsize n = measure_clause (start);
  gsize inner = start[n] == '(' ? strcspn (start + n, ")") : 0;
  g_autofree char *room = inner > 1 ? g_strndup (start + n + 1, inner - 1) : NULL;

  return g_strndup (start, room != NULL && carrel_place_is_room (room) ? n + inner + 1 : n);
}

/**
 * carrel_place_sentence_read:
 * @words: the words of the page's language
 * @text: a line or a sentence, such as "Class is held at 101 Howard."
 * @place: (inout): where the place goes; empty before
 *
 * Returns: whether @text says where classes are
 */
gboolean
carrel_place_sentence_read (const CarrelWords *words, const char *text, CarrelPlace *place)
{
  static const char *const phrases[]
      = { "is held at ",      "is held in ",     "are held in ",   "are held at ",
          "meets in ",        "meets at ",       "meet in ",       "meet at ",
          "will be held in ", "takes place in ", "take place in ", "will meet in " };
  static const char *const vague[]
      = { "a variety", "various", "different", "several", "many", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const char *at = strstr (text, phrases[i]);
      g_autofree char *clause = NULL;

      if (at == NULL)
        continue;
      at += strlen (phrases[i]);
      /* "in a variety of places" */
      if (carrel_phrase_match_any (at, vague) > 0)
        return FALSE;
      clause = dup_clause (at);
      carrel_place_read_cell (words, clause, place);
      return place->place != NULL && strlen (place->place) < 60;
    }
  return read_online (text, place) || read_booked_place (words, text, place)
         || read_likely_place_sentence (words, text, place);
}
