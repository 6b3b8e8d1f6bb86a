/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What lines, tables and data have in common: the kind of an occasion from its label, its section,
 * its slot and its place. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-occasion.h"

#include "carrel-pattern.h"

#include <string.h>

/* The longest "Lab section 2", in bytes. */
#define MAX_CLASS 24

/* The first of these that a label has decides. */
static const struct
{
  CarrelLabel label;
  const char *meeting_kind; /* NULL: hours */
} meeting_kinds[] = {
  { CARREL_LABEL_RECITATION, "recitation" }, { CARREL_LABEL_LAB, "lab" },
  { CARREL_LABEL_LECTURE, "lecture" },       { CARREL_LABEL_MEETING, "lecture" },
  { CARREL_LABEL_SECTION, "section" },       { CARREL_LABEL_HELP_CENTRE, NULL },
  { CARREL_LABEL_TIME, "lecture" },
};

/* What is announced under these happens once, or is no class. */
static const CarrelLabel other_labels[]
    = { CARREL_LABEL_EXAM, CARREL_LABEL_DUE, CARREL_LABEL_LATE, CARREL_LABEL_HOMEWORK };

/**
 * carrel_occasion_new:
 * @kind: what it is
 * @line: where it was read
 *
 * Returns: (transfer full): an occasion without a time
 */
CarrelOccasion *
carrel_occasion_new (CarrelOccasionKind kind, int line)
{
  CarrelOccasion *occasion = g_new0 (CarrelOccasion, 1);

  occasion->kind = kind;
  occasion->line = line;
  occasion->start = occasion->end = CARREL_UNKNOWN;
  occasion->meeting_kind = "lecture";
  return occasion;
}

/**
 * carrel_occasion_copy:
 * @occasion: an occasion
 *
 * Returns: (transfer full): another one at the same time and place, held by nobody yet
 */
CarrelOccasion *
carrel_occasion_copy (const CarrelOccasion *occasion)
{
  CarrelOccasion *copy = carrel_occasion_new (occasion->kind, occasion->line);

  copy->meeting_kind = occasion->meeting_kind;
  copy->days = occasion->days;
  copy->start = occasion->start;
  copy->end = occasion->end;
  copy->place = g_strdup (occasion->place);
  copy->mode = occasion->mode;
  copy->role = occasion->role;
  copy->section = g_strdup (occasion->section);
  return copy;
}

/**
 * carrel_occasion_free:
 * @occasion: (transfer full) (nullable): an occasion
 */
void
carrel_occasion_free (CarrelOccasion *occasion)
{
  if (occasion == NULL)
    return;
  g_free (occasion->place);
  g_free (occasion->remark);
  g_free (occasion->person);
  g_free (occasion->section);
  g_free (occasion->url);
  g_free (occasion);
}

/**
 * carrel_occasion_set_slot:
 * @occasion: an occasion
 * @slot: when it is
 */
void
carrel_occasion_set_slot (CarrelOccasion *occasion, const CarrelSlot *slot)
{
  occasion->days = slot->days;
  occasion->start = slot->start;
  occasion->end = slot->end;
}

/**
 * carrel_occasion_take_place:
 * @occasion: an occasion without a place
 * @place: where it is, empty afterwards
 */
void
carrel_occasion_take_place (CarrelOccasion *occasion, CarrelPlace *place)
{
  if (occasion->place == NULL)
    occasion->place = g_steal_pointer (&place->place);
  if (occasion->remark == NULL)
    occasion->remark = g_steal_pointer (&place->remark);
  if (place->mode != NULL)
    occasion->mode = place->mode;
  carrel_place_clear (place);
}

/**
 * carrel_occasion_is_of_guest:
 * @text: a heading, a label or the start of a sentence
 *
 * Returns: whether it announces what happens once: "Guest lecture", and no "Guest lectures and
 *   seminar"
 */
gboolean
carrel_occasion_is_of_guest (const char *text)
{
  static const char guest[]
      = "\\b(?:guest (?:lecture(?:s|rs?)?|speakers?|talks?)|invited speakers?)\\b"
        "(?! *(?:and|&|/) *(?:class(?:es)?|lectures?|seminars?|labs?|recitations?|discussions?"
        "|tutorials?|sections?)\\b)";

  return carrel_pattern_matches (guest, text, G_REGEX_CASELESS);
}

/**
 * carrel_occasion_get_kind:
 * @words: the words of the page's language
 * @text: a heading, a label or the start of a sentence
 * @meeting_kind: (out): "lecture", "lab", … of a meeting
 *
 * Returns: what @text announces
 */
CarrelOccasionKind
carrel_occasion_get_kind (const CarrelWords *words, const char *text, const char **meeting_kind)
{
  gboolean has_class = carrel_words_has_label (words, text, CARREL_LABEL_LECTURE);

  *meeting_kind = "lecture";
  if (carrel_occasion_is_of_guest (text))
    return CARREL_OCCASION_NONE;
  if (carrel_words_has_label (words, text, CARREL_LABEL_OFFICE_HOURS) && !has_class)
    return CARREL_OCCASION_HOURS;
  for (gsize i = 0; i < G_N_ELEMENTS (other_labels); i++)
    if (carrel_words_has_label (words, text, other_labels[i]))
      return CARREL_OCCASION_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (meeting_kinds); i++)
    if (carrel_words_has_label (words, text, meeting_kinds[i].label))
      {
        if (meeting_kinds[i].meeting_kind == NULL)
          return CARREL_OCCASION_HOURS;
        *meeting_kind = meeting_kinds[i].meeting_kind;
        return CARREL_OCCASION_MEETING;
      }
  return CARREL_OCCASION_NONE;
}

/**
 * carrel_occasion_is_class:
 * @words: the words of the page's language
 * @text: a cell, or a part of a line
 * @meeting_kind: (out): "lecture", "lab", … of a class; untouched for anything else
 *
 * Returns: whether @text is a kind of class and nothing else: "Lecture", "Class meetings", "Lab
 *   section 2"
 */
gboolean
carrel_occasion_is_class (const CarrelWords *words, const char *text, const char **meeting_kind)
{
  static const char numbered[] = "(?: (?:section|group))? #?[0-9]{0,3}[A-Z]?$";
  const char *kind = NULL;
  g_autofree char *name = carrel_pattern_dup_without (numbered, text, G_REGEX_CASELESS);

  if (strlen (text) > MAX_CLASS || carrel_words_find_label (words, name) == CARREL_LABEL_NONE
      || carrel_occasion_get_kind (words, name, &kind) != CARREL_OCCASION_MEETING)
    return FALSE;
  *meeting_kind = kind;
  return TRUE;
}

/**
 * carrel_occasion_get_page_kind:
 * @page: a page
 * @meeting_kind: (out): "lecture", "lab", … of a meeting
 *
 * Returns: what the title in the front matter announces for the whole page
 */
CarrelOccasionKind
carrel_occasion_get_page_kind (const CarrelPage *page, const char **meeting_kind)
{
  const char *title = carrel_node_get_text (page->front_matter, "title");

  *meeting_kind = "lecture";
  if (title == NULL)
    return CARREL_OCCASION_NONE;
  return carrel_occasion_get_kind (page->words, title, meeting_kind);
}

/**
 * carrel_occasion_dup_after:
 * @text: a line or a cell
 * @slots: (element-type CarrelSlot): its slots
 * @index: one of them
 *
 * Returns: (transfer full): what stands between a slot and the next one
 */
char *
carrel_occasion_dup_after (const char *text, const GArray *slots, guint index)
{
  gsize from = g_array_index (slots, CarrelSlot, index).until;
  gsize until
      = index + 1 < slots->len ? g_array_index (slots, CarrelSlot, index + 1).from : strlen (text);

  return g_strndup (text + from, until > from ? until - from : 0);
}

/**
 * carrel_occasion_dup_section:
 * @words: the words of the page's language
 * @text: what stands before a time, such as "Stat 313, Section 01:"
 *
 * Returns: (transfer full) (nullable): the name of the section
 */
char *
carrel_occasion_dup_section (const CarrelWords *words, const char *text)
{
  static const char *const names[]
      = { "Section ", "section ", "Sec. ",  "Sec ",   "Group ",  "Gruppe ",
          "Turma ",   "Groupe ",  "Grupo ", "Sect. ", "SECTION " };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *at = strstr (text, names[i]);
      gsize n;

      if (at == NULL)
        continue;
      at += strlen (names[i]);
      n = strspn (at, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-#");
      if (n > 0 && n <= 8 && !g_ascii_isalpha (at[n]))
        return g_strndup (at + (at[0] == '#' ? 1 : 0), n - (at[0] == '#' ? 1 : 0));
    }
  return NULL;
}

/**
 * carrel_occasion_is_of_centre:
 * @words: the words of the page's language
 * @text: what stands before a time
 *
 * Returns: whether it announces the hours of a help centre, which nobody of the course holds
 */
gboolean
carrel_occasion_is_of_centre (const CarrelWords *words, const char *text)
{
  return carrel_words_has_label (words, text, CARREL_LABEL_HELP_CENTRE)
         && !carrel_words_has_label (words, text, CARREL_LABEL_OFFICE_HOURS);
}

/**
 * carrel_occasion_get_time_flags:
 * @page: a page
 *
 * Returns: how the page counts hours
 */
CarrelTimeFlags
carrel_occasion_get_time_flags (const CarrelPage *page)
{
  g_autofree char *text = g_strndup (page->source, page->length);

  return carrel_time_span_says_24h (text) ? CARREL_TIME_24H : CARREL_TIME_PLAIN;
}

/**
 * carrel_occasion_collect:
 * @page: a page
 *
 * Returns: (transfer full) (element-type CarrelOccasion): what happens every week, as the lines,
 * the tables and the data of the page say it
 */
GPtrArray *
carrel_occasion_collect (const CarrelPage *page)
{
  GPtrArray *occasions = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_occasion_free);

  carrel_occasion_collect_data (page, occasions);
  carrel_occasion_collect_lines (page, occasions);
  carrel_occasion_collect_tables (page, occasions);
  return occasions;
}
