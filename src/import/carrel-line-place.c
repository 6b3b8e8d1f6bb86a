/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a class or office hours are: after the time, before it, in the label above it, or on
 * another line of the section. */
#define G_LOG_DOMAIN "carrel-line-place"

#include "config.h"

#include "carrel-line-place.h"

#include <string.h>

#define MAX_PREFIX 110

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

      if (at == NULL || !carrel_line_scanner_names_class (words, lead)
          || at - text > CARREL_MAX_LABEL)
        continue;
      at += strlen (phrases[i]) - strlen ("in ");
      clause = g_strndup (at, strcspn (at, ".;("));
      carrel_place_read_after (words, clause, place);
      return place->place != NULL && strlen (place->place) < 60;
    }
  return FALSE;
}

/* "Class is held at 101 Howard." */
static gboolean
read_place_sentence (const CarrelWords *words, const char *text, CarrelPlace *place)
{
  static const char *const phrases[]
      = { "is held at ",      "is held in ",     "are held in ",   "are held at ",
          "meets in ",        "meets at ",       "meet in ",       "meet at ",
          "will be held in ", "takes place in ", "take place in ", "will meet in " };

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const char *at = strstr (text, phrases[i]);
      g_autofree char *clause = NULL;

      if (at == NULL)
        continue;
      at += strlen (phrases[i]);
      clause = g_strndup (at, strcspn (at, ".;("));
      carrel_place_read_cell (words, clause, place);
      return place->place != NULL && strlen (place->place) < 60;
    }
  return read_likely_place_sentence (words, text, place);
}

/* Where, said on another line of the section: "Room: W2009". Offices are places of hours. */
static gboolean
read_place_line (const CarrelLineScanner *scanner,
                 guint index,
                 CarrelOccasionKind kind,
                 CarrelPlace *place)
{
  const CarrelWords *words = scanner->page->words;
  const char *text = carrel_page_get_line (scanner->page, index)->text;
  g_autofree char *label = carrel_line_scanner_dup_label (text);
  gboolean is_hours = kind == CARREL_OCCASION_HOURS;
  const char *after;

  if (label == NULL)
    return !is_hours && read_place_sentence (words, text, place);
  if (carrel_words_find_label (words, label) != CARREL_LABEL_LOCATION
      || (g_ascii_strncasecmp (label, "office", 6) == 0) != is_hours)
    return FALSE;
  after = strpbrk (text, ":\357");
  carrel_place_read_cell (words, after + (*after == ':' ? 1 : 3), place);
  return place->place != NULL;
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

/* A label alone before a place without a colon: "Luokka BK107" above a grid. */
static gboolean
find_place (const CarrelLineScanner *scanner, CarrelOccasionKind kind, CarrelPlace *place)
{
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);

  guint end = MIN (section->end_line, scanner->index + CARREL_LINE_REACH);
  guint start
      = MAX (section->first_line, MAX (scanner->index, CARREL_LINE_REACH) - CARREL_LINE_REACH);

  for (guint i = scanner->index; i < end; i++)
    if (carrel_line_scanner_is_beside (scanner, i) && read_place_line (scanner, i, kind, place))
      {
        if (kind != CARREL_OCCASION_HOURS || !is_of_next_person (scanner, i))
          return TRUE;
        carrel_place_clear (place);
        break;
      }
  for (guint i = scanner->index; i > start; i--)
    if (carrel_line_scanner_is_beside (scanner, i - 1)
        && read_place_line (scanner, i - 1, kind, place))
      return TRUE;
  return FALSE;
}

/* A place alone on the line below the time. */
static gboolean
read_next_line (const CarrelLineScanner *scanner, CarrelPlace *place)
{
  const CarrelPageLine *next;
  g_autoptr (GArray) slots = NULL;

  if (scanner->index + 1 >= carrel_page_get_n_lines (scanner->page))
    return FALSE;
  next = carrel_page_get_line (scanner->page, scanner->index + 1);
  if (next->block != scanner->line->block || strlen (next->text) > 60
      || strchr (next->text, ':') != NULL)
    return FALSE;
  slots = carrel_slot_read_line (scanner->page->words, next->text, scanner->flags);
  if (slots->len > 0)
    return FALSE;
  carrel_place_read_after (scanner->page->words, next->text, place);
  return place->place != NULL;
}

/* "实验课：电一楼机房2号厅" above its times: behind the label stands the place of them all. */
static gboolean
read_parent_place (const CarrelLineScanner *scanner, CarrelPlace *place)
{
  int parent = carrel_line_scanner_find_parent (scanner, scanner->index);
  const char *text = parent >= 0 ? carrel_page_get_line (scanner->page, (guint) parent)->text : "";
  g_autofree char *label = carrel_line_scanner_dup_label (text);
  const char *after;

  if (label == NULL || strlen (text) > MAX_PREFIX || strpbrk (text, "0123456789") == NULL)
    return FALSE;
  after = strpbrk (text, ":\357");
  carrel_place_read_after (scanner->page->words, after + (*after == ':' ? 1 : 3), place);
  return place->place != NULL;
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
  if (occasion->place == NULL)
    {
      carrel_place_read_before (scanner->page->words, prefix, &place);
      carrel_occasion_take_place (occasion, &place);
    }
  if (occasion->place == NULL && occasion->kind == CARREL_OCCASION_HOURS)
    {
      carrel_place_read_parentheses (scanner->page->words, prefix, &place);
      carrel_occasion_take_place (occasion, &place);
    }
  if (occasion->place == NULL && is_below_label)
    {
      carrel_place_read_parentheses (scanner->page->words,
                                     carrel_page_get_line (scanner->page, scanner->index - 1)->text,
                                     &place);
      carrel_occasion_take_place (occasion, &place);
    }
  if (occasion->place == NULL
      && (read_parent_place (scanner, &place) || find_place (scanner, occasion->kind, &place)
          || read_next_line (scanner, &place)))
    carrel_occasion_take_place (occasion, &place);
}
