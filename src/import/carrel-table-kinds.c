/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables with a column for each kind of class. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-table-scanner.h"

#include <string.h>

#define MAX_HEAD 40

/* More rows than these are data, none of them a key. */
#define MAX_KEYS 24

/* What the head of a column says about the times below it: "Lecture", "Lab"; "Time" says nothing.
 */
static const char *
get_column_kind (const CarrelTableScanner *scanner, guint column)
{
  g_autofree char *head = carrel_table_scanner_dup_cell (&scanner->block->rows[0], (int) column);
  const char *meeting_kind = NULL;

  if (strlen (head) > MAX_HEAD
      || carrel_words_find_label (scanner->page->words, head) == CARREL_LABEL_SECTION
      || carrel_occasion_get_kind (scanner->page->words, head, &meeting_kind)
             != CARREL_OCCASION_MEETING)
    return NULL;
  return meeting_kind;
}

/* The name of the group of a row, below "Section" or "Group". */
static char *
dup_group (const CarrelTableScanner *scanner, const CarrelTableRow *row)
{
  static const char *const groups[] = { "group", "groupe", "gruppe", "grupo", "turma", NULL };

  for (guint i = 0; i < scanner->block->rows[0].n_cells; i++)
    {
      g_autofree char *head = carrel_table_scanner_dup_cell (&scanner->block->rows[0], (int) i);
      g_autofree char *cell = carrel_table_scanner_dup_cell (row, (int) i);

      if ((carrel_words_find_label (scanner->page->words, head) == CARREL_LABEL_SECTION
           || carrel_phrase_match_any (head, groups) > 0)
          && cell[0] != '\0' && strlen (cell) <= MAX_HEAD)
        return g_steal_pointer (&cell);
    }
  return NULL;
}

/* The cell of a column in the row that its first cell calls "Location", of a table that is short
 * enough for rows that are keys. */
static char *
dup_place_below (const CarrelTableScanner *scanner, guint column)
{
  for (guint i = 1; column > 0 && i < MIN (scanner->block->n_rows, MAX_KEYS); i++)
    {
      g_autofree char *key = carrel_table_scanner_dup_cell (&scanner->block->rows[i], 0);

      if (carrel_words_find_label (scanner->page->words, key) == CARREL_LABEL_LOCATION)
        return carrel_table_scanner_dup_cell (&scanner->block->rows[i], (int) column);
    }
  return g_strdup ("");
}

/* The place that stands in a column or in a row of its own. */
static void
take_place_cell (const CarrelTableScanner *scanner,
                 const CarrelTableRow *row,
                 guint column,
                 CarrelOccasion *occasion)
{
  g_autofree char *place = NULL;

  if (occasion->place != NULL)
    return;
  place = carrel_table_scanner_dup_cell (row, scanner->columns[CARREL_COLUMN_PLACE]);
  if (place[0] == '\0')
    {
      g_free (place);
      place = dup_place_below (scanner, column);
    }
  if (place[0] != '\0')
    occasion->place = g_steal_pointer (&place);
}

/* A cell such as "Monday 9:30-12:20, Room 4" below "Lab". */
static gboolean
scan_kind_cell (CarrelTableScanner *scanner, const CarrelTableRow *row, guint column)
{
  g_autofree char *text = carrel_table_scanner_dup_cell (row, (int) column);
  g_autoptr (GArray) slots = carrel_slot_read_line (scanner->page->words, text, scanner->flags);
  guint n_before = scanner->occasions->len;

  for (guint i = 0; i < slots->len; i++)
    {
      const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);
      g_autofree char *after = carrel_occasion_dup_after (text, slots, i);
      CarrelOccasion *occasion;
      CarrelPlace place;

      if (slot->days == CARREL_DAY_NONE || slot->end == CARREL_UNKNOWN || slot->is_dated)
        continue;
      occasion = carrel_occasion_new (CARREL_OCCASION_MEETING, row->line);
      occasion->meeting_kind = scanner->meeting_kind;
      occasion->section = dup_group (scanner, row);
      carrel_occasion_set_slot (occasion, slot);
      carrel_place_read_after (scanner->page->words, after, &place);
      carrel_occasion_take_place (occasion, &place);
      take_place_cell (scanner, row, column, occasion);
      g_ptr_array_add (scanner->occasions, occasion);
    }
  return scanner->occasions->len > n_before;
}

/* "Lectures | | | Room": a head over several columns, the first of which has times as well. */
static gboolean
has_wide_head (const CarrelTableScanner *scanner)
{
  g_autofree char *second = carrel_table_scanner_dup_cell (&scanner->block->rows[0], 1);

  return scanner->block->n_columns > 2 && second[0] == '\0' && get_column_kind (scanner, 0) != NULL;
}

/**
 * carrel_table_scanner_scan_kinds:
 * @scanner: a table
 *
 * Reads "Group | Lecture | Lab": a column a kind of class, with day and time in each cell.
 *
 * Returns: whether there were any
 */
gboolean
carrel_table_scanner_scan_kinds (CarrelTableScanner *scanner)
{
  gboolean found = FALSE;
  gboolean is_wide = has_wide_head (scanner);

  for (guint i = 0; i < scanner->block->rows[0].n_cells; i++)
    {
      g_autofree char *head = carrel_table_scanner_dup_cell (&scanner->block->rows[0], (int) i);

      if (!is_wide || head[0] != '\0')
        scanner->meeting_kind = get_column_kind (scanner, i);
      for (guint j = 1; scanner->meeting_kind != NULL && j < scanner->block->n_rows; j++)
        found = scan_kind_cell (scanner, &scanner->block->rows[j], i) || found;
    }
  return found;
}

/* Whether the first cell of a column says days and a time. */
static gboolean
has_slot (const CarrelTableScanner *scanner, guint column)
{
  g_autofree char *text = carrel_table_scanner_dup_cell (&scanner->block->rows[1], (int) column);
  g_autoptr (GArray) slots = carrel_slot_read_line (scanner->page->words, text, scanner->flags);
  const CarrelSlot *first = slots->len > 0 ? &g_array_index (slots, CarrelSlot, 0) : NULL;

  return first != NULL && first->days != CARREL_DAY_NONE && first->end != CARREL_UNKNOWN;
}

/**
 * carrel_table_scanner_has_kinds:
 * @scanner: a table
 *
 * Returns: whether times of several kinds stand side by side: "Class time | Lab time"
 */
gboolean
carrel_table_scanner_has_kinds (const CarrelTableScanner *scanner)
{
  guint n = 0;

  for (guint i = 0; scanner->block->n_rows > 1 && i < scanner->block->rows[0].n_cells; i++)
    n += get_column_kind (scanner, i) != NULL && has_slot (scanner, i) ? 1 : 0;
  return n > 1;
}

/* Whether the first column numbers the rows, "101", "2A", "A1" or "49041", each otherwise. */
static gboolean
has_numbers (const CarrelTableScanner *scanner)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = scanner->first_row; i < scanner->block->n_rows; i++)
    {
      g_autofree char *cell = carrel_table_scanner_dup_cell (&scanner->block->rows[i], 0);

      if (!carrel_pattern_matches ("^(?:[A-Z]?[0-9]{1,6}[A-Z]?|[A-Z])$", cell, 0)
          || !g_hash_table_add (seen, g_steal_pointer (&cell)))
        return FALSE;
    }
  return g_hash_table_size (seen) > 1;
}

/**
 * carrel_table_scanner_get_numbered_kind:
 * @scanner: a table whose columns are known
 *
 * Tells "Lab | Time | Room | TA" above numbers of labs: classes, whatever the text above them
 * speaks of.
 *
 * Returns: (nullable): the kind of the classes, or %NULL where the rows are no numbered ones
 */
const char *
carrel_table_scanner_get_numbered_kind (const CarrelTableScanner *scanner)
{
  g_autofree char *head = carrel_table_scanner_dup_cell (&scanner->block->rows[0], 0);
  const char *meeting_kind = NULL;

  if (scanner->columns[CARREL_COLUMN_SECTION] != 0 || scanner->columns[CARREL_COLUMN_TIME] < 0
      || carrel_words_find_label (scanner->page->words, head) == CARREL_LABEL_SECTION
      || carrel_occasion_get_kind (scanner->page->words, head, &meeting_kind)
             != CARREL_OCCASION_MEETING
      || !has_numbers (scanner))
    return NULL;
  return meeting_kind;
}
