/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of the times of a line are those of classes and office hours. */
#define G_LOG_DOMAIN "carrel-line-wanted"

#include "config.h"

#include "carrel-line-wanted.h"

#include "carrel-line-start.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-place-before.h"
#include "carrel-place-words.h"

#include <string.h>

/* The longest room that stands alone before a time, in bytes. */
#define MAX_ROOM 60

/* The least that a service is open on each day of the week, in minutes. */
#define MIN_SERVICE 360

/* Whether a start without an end may be that of a class. */
static gboolean
is_likely_start (const CarrelLineScanner *scanner,
                 const CarrelSlot *slot,
                 const CarrelOccasionContext *context,
                 const char *prefix)
{
  return context->is_labelled || carrel_occasion_context_says_meet (prefix)
         || carrel_line_start_is_alone (scanner, slot) || carrel_line_start_is_whole (scanner, slot)
         || carrel_line_start_is_of_class (scanner, slot)
         || (context->is_own && carrel_line_start_is_weekly (scanner, slot));
}

/* "The lab is open" at times at which nothing is taught; "open to all students" is for whom. */
static gboolean
says_open (const char *prefix)
{
  return carrel_pattern_matches ("\\b(?:is|are) open\\b(?! to\\b)|\\bopen from\\b", prefix,
                                 G_REGEX_CASELESS);
}

/* "Life Sciences Building 005 | " and "Stone Center, room 1280. ": nothing but a room. */
static gboolean
is_room_alone (const CarrelLineScanner *scanner, const char *prefix)
{
  static const char name[]
      = "^[\\p{Lu}0-9][^ :;?!]*(?: (?:[\\p{Lu}0-9][^ :;?!]*|of|the|and|&|room))*$";
  static const char other[] = "\\b(?:review|session|night|club|exam|movie|meeting|party|workshop"
                              "|help|event)s?\\b";
  g_autofree char *room = carrel_pattern_dup_without ("[ ,.|:\342\200\223-]+$", prefix, 0);

  return strlen (room) <= MAX_ROOM && strpbrk (room, "0123456789") != NULL
         && carrel_phrase_occurs (room, -1, carrel_place_words)
         && carrel_pattern_matches (name, room, 0)
         && !carrel_pattern_matches (other, room, G_REGEX_CASELESS)
         && carrel_place_is_sure_room (scanner->page->words, room);
}

static gboolean
is_likely_class (const CarrelLineScanner *scanner,
                 const CarrelSlot *slot,
                 const CarrelOccasionContext *context,
                 const char *prefix)
{
  g_autofree char *section = carrel_occasion_dup_section (scanner->page->words, prefix);

  if (says_open (prefix))
    return FALSE;
  if (slot->days == CARREL_DAY_NONE)
    return slot->end != CARREL_UNKNOWN
           && (section != NULL || carrel_occasion_context_says_meet (prefix));
  if (slot->end == CARREL_UNKNOWN)
    return is_likely_start (scanner, slot, context, prefix);
  /* Below a heading only what is hardly more than a time: sentences speak of many times. */
  return context->is_own || strlen (prefix) <= CARREL_MAX_LEAD || is_room_alone (scanner, prefix);
}

/* "Health Services, (555) 644-6230, Office hours: M-F 8-5": nobody of a course has so many, and a
 * telephone. */
static gboolean
is_of_service (const CarrelLineScanner *scanner, const CarrelSlot *slot)
{
  const char *heading = carrel_page_get_section (scanner->page, scanner->line->section)->heading;
  const char *meeting_kind = NULL;
  const CarrelDays week
      = CARREL_MONDAY | CARREL_TUESDAY | CARREL_WEDNESDAY | CARREL_THURSDAY | CARREL_FRIDAY;

  return carrel_occasion_get_kind (scanner->page->words, heading, &meeting_kind)
             != CARREL_OCCASION_HOURS
         && (slot->days & week) == week && slot->end != CARREL_UNKNOWN
         && slot->end - slot->start >= MIN_SERVICE
         && carrel_pattern_matches ("\\(?[0-9]{3}\\)?[ .-][0-9]{3}[ .-][0-9]{4}\\b",
                                    scanner->line->text, 0);
}

/* Whether the last time stands in the same block. */
static gboolean
follows_in_block (const CarrelLineScanner *scanner)
{
  return scanner->last != NULL
         && carrel_page_get_line (scanner->page, scanner->last_index)->block
                == scanner->line->block;
}

/* Code without a language may be text that is laid out below its label, with a time first: "MW
 * 10:10am - 11:05am Hall 5". */
static gboolean
is_real_code (const CarrelLineScanner *scanner,
              const CarrelSlot *slot,
              const CarrelOccasionContext *context)
{
  const CarrelBlock *block = carrel_line_scanner_get_block (scanner, scanner->index);

  return block->kind == CARREL_BLOCK_CODE
         && (block->info != NULL || slot->end == CARREL_UNKNOWN
             || (!context->is_own && !follows_in_block (scanner))
             || slot->from > strspn (scanner->line->text, " "));
}

/**
 * carrel_line_wanted_is:
 * @scanner: a walk, at a line
 * @slot: a time of it
 * @context: what the line and what stands above it announce
 * @prefix: what stands before the first time, empty for the others
 *
 * Returns: whether @slot is of a class or of office hours
 */
gboolean
carrel_line_wanted_is (const CarrelLineScanner *scanner,
                       const CarrelSlot *slot,
                       const CarrelOccasionContext *context,
                       const char *prefix)
{
  if (slot->is_dated || slot->start == 23 * 60 + 59 || strlen (prefix) > CARREL_MAX_PREFIX)
    return FALSE;
  if (context->kind == CARREL_OCCASION_HOURS)
    return slot->days != CARREL_DAY_NONE && !is_of_service (scanner, slot);
  if (is_real_code (scanner, slot, context))
    return FALSE;
  return context->kind == CARREL_OCCASION_MEETING
         && is_likely_class (scanner, slot, context, prefix);
}
