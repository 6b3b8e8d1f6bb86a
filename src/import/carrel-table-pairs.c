/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of keys and values says the time in one row and the place in another. */
#define G_LOG_DOMAIN "carrel-table-pairs"

#include "config.h"

#include "carrel-table-pairs.h"

#include "carrel-day-list.h"
#include "carrel-line-class.h"
#include "carrel-line-scanner.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-role.h"
#include "carrel-table-row.h"

#include <string.h>

/* So many rows may lie between times and whose they are, or on which days. */
#define MAX_APART 16

/* What the keys of a table say of all its times. */
typedef struct
{
  char *place;
  char *office;
  char *person;
  char *section;   /* the head of the column */
  CarrelDays days; /* of times of the row that say none */
  int column;
} PairFacts;

static void
clear_pair_facts (PairFacts *facts)
{
  g_free (facts->place);
  g_free (facts->office);
  g_free (facts->person);
  g_free (facts->section);
}

/* "Room", "Lecture location" */
static gboolean
is_place (const CarrelWords *words, const char *key, CarrelLabel label)
{
  return label == CARREL_LABEL_LOCATION
         || (carrel_line_class_is_named (words, key)
             && carrel_words_has_label (words, key, CARREL_LABEL_LOCATION)
             && !carrel_words_has_label (words, key, CARREL_LABEL_TIME));
}

/* The key of a row; "Office<br>Hours" is one label. */
static char *
dup_key (const CarrelWords *words, const CarrelTableRow *row)
{
  g_autofree char *key = carrel_table_scanner_dup_cell (row, 0);
  g_autofree char *joined = g_strdelimit (g_strdup (key), "\n", ' ');

  return carrel_pattern_matches ("^[^:\n]{1,20}\n[^:\n]{1,20}$", key, 0)
                 && carrel_words_find_label (words, joined) != CARREL_LABEL_NONE
             ? g_steal_pointer (&joined)
             : g_steal_pointer (&key);
}

/* "Class meeting days | T, Th" and "Lab days | W" for a class of that kind; no "Office days". */
static CarrelDays
read_days (const CarrelWords *words, const char *key, const char *value, const char *wanted)
{
  const char *meeting_kind = "lecture";

  if (!carrel_words_has_label (words, key, CARREL_LABEL_DAY)
      || carrel_pattern_matches ("\\b(?:office|due|exam|quiz|test|midterm|final)", key,
                                 G_REGEX_CASELESS))
    return CARREL_DAY_NONE;
  if (carrel_occasion_get_kind (words, key, &meeting_kind) == CARREL_OCCASION_HOURS
      || !g_str_equal (meeting_kind, wanted))
    return CARREL_DAY_NONE;
  return carrel_day_list_read_all (words, value);
}

static CarrelDays
read_days_of_row (const CarrelTableScanner *scanner, guint index, int column)
{
  const CarrelTableRow *row = &scanner->block->rows[index];
  g_autofree char *key = dup_key (scanner->page->words, row);
  g_autofree char *value = carrel_table_scanner_dup_cell (row, column);

  return read_days (scanner->page->words, key, value, scanner->meeting_kind);
}

/* The days of the class at a row without any: of the nearest row above, or else below. */
static CarrelDays
find_days (const CarrelTableScanner *scanner, guint index, int column)
{
  guint end = MIN (scanner->block->n_rows, index + 1 + MAX_APART);
  CarrelDays days = CARREL_DAY_NONE;

  for (guint i = 1; i <= MIN (index, MAX_APART) && days == CARREL_DAY_NONE; i++)
    days = read_days_of_row (scanner, index - i, column);
  for (guint i = index + 1; i < end && days == CARREL_DAY_NONE; i++)
    days = read_days_of_row (scanner, i, column);
  return days;
}

static void
read_pair_fact (const CarrelTableScanner *scanner,
                PairFacts *facts,
                const char *key,
                const char *value)
{
  const CarrelWords *words = scanner->page->words;
  CarrelLabel label = carrel_words_find_label (words, key);
  gboolean is_office = g_ascii_strncasecmp (key, "office", 6) == 0;
  char **place = is_office ? &facts->office : &facts->place;

  if (is_place (words, key, label) && *place == NULL)
    *place = g_strdup (value);
  else if (label == CARREL_LABEL_PERSON
           || (key[0] == '\0' && carrel_person_name_is_whole (words, value))
           || (label != CARREL_LABEL_OFFICE_HOURS && carrel_role_find (words, key) != NULL))
    {
      if (facts->person == NULL)
        facts->person = carrel_person_name_read (words, value);
    }
}

/* "Meetings: | MW 9-10 | Hall 5": a room in the cell beside the time, and not the time of another
 * person. */
static char *
dup_room_beside (const CarrelTableScanner *scanner, const CarrelTableRow *row, int column)
{
  g_autofree char *room = carrel_table_scanner_dup_cell (row, column + 1);
  g_autoptr (GArray) slots = carrel_slot_read_line (scanner->page->words, room, scanner->flags);

  return slots->len == 0 && carrel_place_is_room (room) ? g_steal_pointer (&room) : NULL;
}

static void
add_pair_slot (CarrelTableScanner *scanner,
               const CarrelTableRow *row,
               const CarrelSlot *slot,
               const char *after,
               const PairFacts *facts)
{
  gboolean is_hours = scanner->kind == CARREL_OCCASION_HOURS;
  CarrelOccasion *occasion;

  if (slot->days == CARREL_DAY_NONE || slot->is_dated)
    return;
  carrel_table_row_add_slot (scanner, row, slot, after);
  occasion = g_ptr_array_index (scanner->occasions, scanner->occasions->len - 1);
  if (!is_hours)
    occasion->section = g_strdup (facts->section);
  if (occasion->place == NULL)
    occasion->place = dup_room_beside (scanner, row, facts->column);
  if (occasion->place == NULL)
    occasion->place = g_strdup (is_hours ? facts->office : facts->place);
  if (occasion->person == NULL && is_hours)
    occasion->person = g_strdup (facts->person);
}

/* The times of a value; a class may have the days of another row. */
static void
add_pair_slots (CarrelTableScanner *scanner,
                const CarrelTableRow *row,
                const char *value,
                GArray *slots,
                const PairFacts *facts)
{
  for (guint i = 0; scanner->kind != CARREL_OCCASION_NONE && i < slots->len; i++)
    {
      CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);
      g_autofree char *after = carrel_occasion_dup_after (value, slots, i);

      if (slot->days == CARREL_DAY_NONE && scanner->kind == CARREL_OCCASION_MEETING)
        slot->days = facts->days;
      add_pair_slot (scanner, row, slot, after, facts);
    }
}

/* Who stands in the rows above one of hours, and how many of them below other hours. */
static char *
find_person_above (
    const CarrelTableScanner *scanner, int column, guint index, const char *wanted, guint *n_people)
{
  const CarrelWords *words = scanner->page->words;
  g_autofree char *found = NULL;

  *n_people = 0;
  for (guint i = MAX (index, MAX_APART) - MAX_APART; i < index; i++)
    {
      g_autofree char *key = dup_key (words, &scanner->block->rows[i]);
      g_autofree char *value = carrel_table_scanner_dup_cell (&scanner->block->rows[i], column);
      const char *role = carrel_role_find (words, key);

      if (carrel_words_has_label (words, key, CARREL_LABEL_OFFICE_HOURS))
        *n_people = 0;
      else if (role != NULL && (wanted == NULL || g_str_equal (role, wanted)))
        {
          g_free (found);
          found = carrel_person_name_read (words, value);
          ++*n_people;
        }
    }
  return g_steal_pointer (&found);
}

/* Whose hours a row has: of the person of "TA office hours", or of the one above "Office hours"; of
 * two there they may be either’s. */
static void
take_person_of_row (const CarrelTableScanner *scanner, PairFacts *facts, guint index)
{
  g_autofree char *key = dup_key (scanner->page->words, &scanner->block->rows[index]);
  const char *wanted = carrel_role_find (scanner->page->words, key);
  guint n_people;
  g_autofree char *found
      = carrel_words_has_label (scanner->page->words, key, CARREL_LABEL_OFFICE_HOURS)
            ? find_person_above (scanner, facts->column, index, wanted, &n_people)
            : NULL;

  if (found == NULL)
    return;
  g_clear_pointer (&facts->person, g_free);
  if (n_people <= 1)
    facts->person = g_steal_pointer (&found);
}

/* A row without a key goes on with what the one above it says. */
static void
scan_row (CarrelTableScanner *scanner, guint index, PairFacts *facts)
{
  const CarrelWords *words = scanner->page->words;
  const CarrelTableRow *row = &scanner->block->rows[index];
  g_autofree char *key = dup_key (words, row);
  g_autofree char *value = carrel_table_scanner_dup_cell (row, facts->column);
  g_autoptr (GArray) slots = carrel_slot_read_line (words, value, scanner->flags);
  gboolean is_bare = slots->len > 0 && g_array_index (slots, CarrelSlot, 0).from == 0;

  /* A cell of several lines is about somebody, and no key. */
  if (strchr (key, '\n') != NULL)
    return;
  if (key[0] != '\0')
    scanner->kind = carrel_occasion_get_kind (words, key, &scanner->meeting_kind);
  if (scanner->kind == CARREL_OCCASION_MEETING)
    facts->days = find_days (scanner, index, facts->column);
  /* "Midterm: Wed 7-9pm" below no key has a label of its own. */
  if (key[0] != '\0' || is_bare)
    add_pair_slots (scanner, row, value, slots, facts);
  if (carrel_table_row_says_appointment (scanner, value))
    carrel_table_row_add_appointment (scanner, row, facts->person != NULL ? facts->person : "");
}

/**
 * carrel_table_pairs_scan:
 * @scanner: at a table
 * @column: the one of the values
 *
 * Adds what rows of a key and a value say, such as "Time | MWF 10-11": like labelled lines.
 */
void
carrel_table_pairs_scan (CarrelTableScanner *scanner, int column)
{
  PairFacts facts = { .column = column };
  g_autofree char *head = carrel_table_scanner_dup_cell (&scanner->block->rows[0], column);

  facts.section = carrel_occasion_dup_section (scanner->page->words, head);
  for (guint i = 0; i < CARREL_N_COLUMNS; i++)
    scanner->columns[i] = -1;
  scanner->role = NULL; /* of a head that is a key */
  for (guint i = 0; i < scanner->block->n_rows; i++)
    {
      const CarrelTableRow *row = &scanner->block->rows[i];
      g_autofree char *key = dup_key (scanner->page->words, row);
      g_autofree char *value = carrel_table_scanner_dup_cell (row, column);

      read_pair_fact (scanner, &facts, key, value);
    }
  scanner->kind = CARREL_OCCASION_NONE;
  for (guint i = 0; i < scanner->block->n_rows; i++)
    {
      take_person_of_row (scanner, &facts, i);
      scan_row (scanner, i, &facts);
    }
  clear_pair_facts (&facts);
}
