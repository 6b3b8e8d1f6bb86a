/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Times of classes of which a line says the start alone. */
#define G_LOG_DOMAIN "carrel-line-start"

#include "config.h"

#include "carrel-line-start.h"

#include "carrel-line-class.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-place.h"
#include "carrel-term-name.h"

#include <string.h>

/* The most between a time and the number of its room, and behind a start that is alone. */
#define MAX_ROOM 24

/* The shortest plural of a day, in bytes: "lundis". */
#define MIN_PLURAL 6

/* Whether @rest, behind a time, says at once which room: a mark or "in", and a number. */
static gboolean
begins_with_room (const char *rest)
{
  static const char *const marks[] = { "- ", "– ", "— ", ", ", "@ ", "in ", "(" };
  gsize n;

  rest += strspn (rest, " ");
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (rest, marks[i]))
      {
        n = strcspn (rest, "0123456789");
        return rest[n] != '\0' && n <= MAX_ROOM && memchr (rest, '.', n) == NULL;
      }
  return FALSE;
}

/**
 * carrel_line_start_is_alone:
 * @scanner: a walk, at a line
 * @slot: a time of it without an end
 *
 * Tells "Thursday 1:30 PM - Smith Hall 200": a start and hardly more, alone in an item.
 *
 * Returns: whether it is a class all the same
 */
gboolean
carrel_line_start_is_alone (const CarrelLineScanner *scanner, const CarrelSlot *slot)
{
  const CarrelBlock *block = carrel_line_scanner_get_block (scanner, scanner->index);
  const char *rest = scanner->line->text + slot->until;

  return slot->from == 0 && block->kind == CARREL_BLOCK_LIST_ITEM
         && strlen (rest + strspn (rest, " ")) <= MAX_ROOM && begins_with_room (rest);
}

/* "Tuesdays", "terças": more than one; "Tues" and "Thurs" are one. */
static gboolean
names_days (const char *text, const CarrelSlot *slot)
{
  gsize length = 0;

  for (gsize i = slot->from; i < slot->until; i++)
    {
      gboolean is_letter = g_ascii_isalpha (text[i]) || (guchar) text[i] >= 0x80;

      length = is_letter ? length + 1 : 0;
      if (length >= MIN_PLURAL && text[i] == 's'
          && !g_unichar_isalpha (g_utf8_get_char (text + i + 1)))
        return TRUE;
    }
  return FALSE;
}

/* "We meet in Hall 5 on " before the days. */
static gboolean
ends_in_room (const char *text, gsize length)
{
  g_autofree char *before = g_strndup (text, length);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *room = NULL;

  if (!carrel_pattern_match ("\\b(?:meets?|held) (?:in|at) ([^.,;]{3,40}) on $", before, 0, &match))
    return FALSE;
  room = g_match_info_fetch (match, 1);
  return carrel_place_is_room (room);
}

/**
 * carrel_line_start_is_weekly:
 * @scanner: a walk, at a line
 * @slot: a time of it without an end
 *
 * Tells "13:00 Tuesdays in JA 501" and "every Friday at 11 in RC 4": each week, and in a room.
 *
 * Returns: whether it may be a class all the same
 */
gboolean
carrel_line_start_is_weekly (const CarrelLineScanner *scanner, const CarrelSlot *slot)
{
  static const char *const each[] = { "every", "each", NULL };
  /* What has a time of the week too, and is no class. */
  static const char *const others[]
      = { "notes",   "slides", "recordings", "recording", "homework", "quiz",
          "quizzes", "posted", "released",   "uploaded",  "due",      "end",
          "ends",    "by",     "before",     "until",     NULL };
  const char *text = scanner->line->text;
  const char *before = carrel_phrase_step_back (text, slot->from, 8);

  if ((!begins_with_room (text + slot->until) && !ends_in_room (text, slot->from))
      || carrel_phrase_occurs (text, (gssize) slot->from, others))
    return FALSE;
  return names_days (text, slot) || carrel_phrase_occurs (before, text + slot->from - before, each);
}

/**
 * carrel_line_start_is_of_class:
 * @scanner: a walk, at a line
 * @slot: a time of it without an end
 *
 * Tells "Discussion: Center 119, 9am F": a kind of class, and where it is.
 *
 * Returns: whether it is a class all the same
 */
gboolean
carrel_line_start_is_of_class (const CarrelLineScanner *scanner, const CarrelSlot *slot)
{
  const char *text = scanner->line->text;
  const char *colon = memchr (text, ':', slot->from);
  g_autofree char *label = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
  g_autofree char *between = NULL;
  gsize n;

  if (label == NULL || strlen (label) > CARREL_MAX_LABEL
      || !carrel_line_class_is_named (scanner->page->words, label))
    return FALSE;
  colon += 1 + strspn (colon + 1, " *_");
  between = g_strndup (colon, slot->from - MIN (slot->from, (gsize) (colon - text)));
  n = strlen (between);
  while (n > 0 && strchr (" ,;-(", between[n - 1]) != NULL)
    between[--n] = '\0';
  return strchr (between, ':') == NULL && carrel_place_is_room (between);
}

/**
 * carrel_line_start_is_behind_term:
 * @scanner: a walk, at a line
 * @slot: the first time of the line
 *
 * Returns: whether nothing but the term or the credits stand before the time: "Fall 2023, TR
 *   2-3:15pm", "4 credits, MW 9-10"
 */
gboolean
carrel_line_start_is_behind_term (const CarrelLineScanner *scanner, const CarrelSlot *slot)
{
  /* "3 Units, ", "(6 ECTS) ", "4 Kreditpunkte · " */
  static const char credits[]
      = "^ *\\(?[0-9]{1,2}(?:[.,][05])? ?(?:(?:semester |quarter )?(?:credit[ -])?units?"
        "|(?:semester|quarter|credit)[ -]hours?|cr(?:edits?)?\\.?|ects(?:[ "
        "-](?:credits?|punkte|points?|cr[eé]ditos|crédits|crediti))?"
        "|crédits|cr[eé]ditos|crediti|cfu|(?:leistungs|kredit)punkte|lp|cp|opintopistettä|op)\\)?"
        "[ ,|:;-]+(?:(?:\302\267|\342\200\223|\342\200\224) *)?";
  const char *text = scanner->line->text;
  gsize start = 1, end = 0;
  g_autofree char *term = carrel_term_name_find (scanner->page->words, text, &start, &end);
  g_autoptr (GMatchInfo) match = NULL;
  int behind = 0;

  if (term != NULL && start == 0 && end < slot->from
      && end + strspn (text + end, " ,|:;-\302\267") == slot->from)
    return TRUE;
  return carrel_pattern_match (credits, text, G_REGEX_CASELESS, &match)
         && g_match_info_fetch_pos (match, 0, NULL, &behind) && (gsize) behind == slot->from;
}

/**
 * carrel_line_start_find_label:
 * @text: a part of a line
 *
 * Returns: (nullable): its last clause when that is a label: "…, Recitation:"
 */
char *
carrel_line_start_find_label (char *text)
{
  gsize length = strlen (text);
  char *colon = text + length;
  char *start;

  while (colon > text && strchr (" *_", colon[-1]) != NULL)
    colon--;
  if (colon == text || colon[-1] != ':')
    return NULL;
  start = colon - 1;
  while (start > text && strchr (",;.)|/", start[-1]) == NULL)
    start--;
  return start > text ? start + strspn (start, " ") : NULL;
}

/**
 * carrel_line_start_find_class:
 * @words: the words of the page's language
 * @text: a part of a line, before a time
 *
 * Returns: (nullable): its last clause when that is a kind of class: "… in 5-110; recitation"
 */
char *
carrel_line_start_find_class (const CarrelWords *words, char *text)
{
  char *start = text + strlen (text);
  g_autofree char *clause = NULL;

  while (start > text && strchr (",;.)|", start[-1]) == NULL)
    start--;
  if (start == text)
    return NULL;
  start += strspn (start, " ");
  clause = g_strstrip (g_strdup (start));
  return clause[0] != '\0' && strchr (clause, ' ') == NULL
                 && carrel_line_class_is_named (words, clause)
             ? start
             : NULL;
}

/**
 * carrel_line_start_is_whole:
 * @scanner: a walk, at a line
 * @slot: a time of it
 *
 * Returns: whether the line has several days, their time and nothing else: "Tuesdays and Thursdays,
 *   14:30"
 */
gboolean
carrel_line_start_is_whole (const CarrelLineScanner *scanner, const CarrelSlot *slot)
{
  const char *rest = scanner->line->text + slot->until;

  return slot->from == 0 && rest[strspn (rest, " .,;")] == '\0'
         && (slot->days & (slot->days - 1)) != 0;
}

/**
 * carrel_line_start_has_time:
 * @scanner: a walk
 * @text: a line, or a part of one
 *
 * Returns: whether it says a time
 */
gboolean
carrel_line_start_has_time (const CarrelLineScanner *scanner, const char *text)
{
  g_autoptr (GArray) slots = carrel_slot_read_line (scanner->page->words, text, scanner->flags);

  return slots->len > 0;
}
