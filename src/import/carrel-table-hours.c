/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Hours" in the head of a table may be office hours, those of a class, or when an office is open.
 */
#define G_LOG_DOMAIN "carrel-table-hours"

#include "config.h"

#include "carrel-table-hours.h"

#include "carrel-page-people.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-role.h"

/* So many rows are enough to know whose table it is. */
#define MAX_ROWS 40

/* Nobody holds office hours for so many minutes at once. */
#define MAX_MINUTES (6 * 60)

/* Whether a head of the table matches. */
static gboolean
has_head (const CarrelTableScanner *scanner, const char *pattern)
{
  const CarrelTableRow *row = &scanner->block->rows[0];

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *head = carrel_table_scanner_dup_cell (row, (int) i);

      if (carrel_pattern_matches (pattern, head, G_REGEX_CASELESS))
        return TRUE;
    }
  return FALSE;
}

/* "Mon-Fri 8am-5pm": an office is open for so long, and a person is not there. */
static gboolean
has_long_time (const CarrelTableScanner *scanner)
{
  for (guint i = 1; i < scanner->block->n_rows; i++)
    {
      g_autofree char *cell = carrel_table_scanner_dup_cell (&scanner->block->rows[i],
                                                             scanner->columns[CARREL_COLUMN_TIME]);
      g_autoptr (GArray) slots = carrel_slot_read_line (scanner->page->words, cell, scanner->flags);

      for (guint j = 0; j < slots->len; j++)
        {
          const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, j);

          if (slot->end != CARREL_UNKNOWN && slot->end - slot->start >= MAX_MINUTES)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether the people of a table teach: by the heading, a column of roles, or the rest of the page.
 */
static gboolean
names_staff (const CarrelTableScanner *scanner)
{
  const char *heading = carrel_page_get_section (scanner->page, scanner->section)->heading;

  if (scanner->role != NULL || carrel_role_find (scanner->page->words, heading) != NULL
      || carrel_words_has_label (scanner->page->words, heading, CARREL_LABEL_STAFF)
      || has_head (scanner, "^\\W*(?:role|title|position)\\W*$"))
    return TRUE;
  for (guint i = 1; i < MIN (scanner->block->n_rows, MAX_ROWS); i++)
    {
      g_autofree char *cell = carrel_table_scanner_dup_cell (
          &scanner->block->rows[i], scanner->columns[CARREL_COLUMN_PERSON]);
      g_autofree char *name = carrel_person_name_read (scanner->page->words, cell);

      if (name != NULL && carrel_page_people_know (scanner->page, name, scanner->index))
        return TRUE;
    }
  return FALSE;
}

/**
 * carrel_table_hours_are_of_people:
 * @scanner: at a table whose columns are known
 *
 * Returns: whether its times are office hours, as in "Name | Role | Office | Hours"; those of
 *   "Section | Instructor | Hours" are of a class
 */
gboolean
carrel_table_hours_are_of_people (const CarrelTableScanner *scanner)
{
  int column = scanner->columns[CARREL_COLUMN_TIME];
  g_autofree char *head
      = column >= 0 ? carrel_table_scanner_dup_cell (&scanner->block->rows[0], column) : NULL;

  return head != NULL && scanner->columns[CARREL_COLUMN_PERSON] >= 0
         && carrel_pattern_matches ("^\\W*(?:hours?|hrs|availability)\\W*$", head, G_REGEX_CASELESS)
         && !has_head (scanner, "\\b(?:sections?|sec|days?|courses?|class|crn|code)\\b")
         && !has_long_time (scanner) && names_staff (scanner);
}
