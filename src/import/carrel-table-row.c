/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row of a table says of a time: where it is, whose hours they are, which section. */
#define G_LOG_DOMAIN "carrel-table-row"

#include "config.h"

#include "carrel-table-row.h"

#include "carrel-person-name.h"
#include "carrel-role.h"
#include "carrel-staff-line.h"
#include "carrel-table-cell.h"

#include <string.h>

/* The person in the text above a table of hours that names nobody, below "Instructor". */
static char *
find_person_above (const CarrelTableScanner *scanner, const char **role)
{
  const CarrelPageSection *section = carrel_page_get_section (scanner->page, scanner->section);
  const char *found = carrel_role_find (scanner->page->words, section->heading);

  if (scanner->kind != CARREL_OCCASION_HOURS || found == NULL
      || scanner->columns[CARREL_COLUMN_PERSON] >= 0)
    return NULL;
  for (guint i = section->first_line; i < section->end_line; i++)
    {
      char *name = carrel_page_get_line (scanner->page, i)->block < scanner->index
                       ? carrel_staff_line_read_marked (scanner->page, i)
                       : NULL;

      if (name == NULL)
        continue;
      *role = found;
      return name;
    }
  return NULL;
}

/* "Lee, Ann" below "Instructor" is one person where other cells are written so. */
static char *
dup_in_order (const CarrelTableScanner *scanner, const char *cell)
{
  return g_strcmp0 (scanner->role, "instructor") == 0
                 && carrel_table_cell_are_family_first (scanner->block,
                                                        scanner->columns[CARREL_COLUMN_PERSON])
             ? carrel_person_name_dup_in_order (cell)
             : g_strdup (cell);
}

static void
copy_people (CarrelTableScanner *scanner, CarrelOccasion *occasion, const char *cell)
{
  const CarrelWords *words = scanner->page->words;
  /* "Lectures" below "Instructor" is a key. */
  gboolean is_key = carrel_words_find_label (words, cell) != CARREL_LABEL_NONE;
  g_autofree char *ordered = dup_in_order (scanner, cell);
  g_autoptr (GPtrArray) names = carrel_person_name_split (words, is_key ? "" : ordered);

  occasion->role = scanner->role != NULL ? scanner->role : carrel_role_find (words, cell);
  if (names->len == 0 && occasion->person == NULL)
    occasion->person = find_person_above (scanner, &occasion->role);
  /* A class that several teach is one. */
  if (scanner->kind == CARREL_OCCASION_MEETING && names->len > 1)
    return;
  for (guint i = 0; i < names->len; i++)
    {
      CarrelOccasion *copy = occasion;

      if (i > 0)
        {
          copy = carrel_occasion_copy (occasion);
          g_ptr_array_add (scanner->occasions, copy);
        }
      g_free (copy->person);
      copy->person = g_strdup (g_ptr_array_index (names, i));
    }
}

static const CarrelSpan *
find_link (const CarrelTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    for (guint j = 0; j < row->cells[i].n_spans; j++)
      {
        const CarrelSpan *span = &row->cells[i].spans[j];

        if (span->kind == CARREL_SPAN_LINK && span->url != NULL
            && strstr (span->url, "zoom") != NULL)
          return span;
      }
  return NULL;
}

/**
 * carrel_table_row_dup_person:
 * @scanner: (inout): at a table
 * @row: a row of it
 *
 * Returns: (transfer full): who holds the hours of @row; a blank cell repeats the person of the row
 *   above
 */
char *
carrel_table_row_dup_person (CarrelTableScanner *scanner, const CarrelTableRow *row)
{
  int column = scanner->columns[CARREL_COLUMN_PERSON];
  g_autofree char *text = carrel_table_scanner_dup_cell (row, column);

  if (text[0] != '\0')
    scanner->last_person = row;
  if (text[0] != '\0' || scanner->kind != CARREL_OCCASION_HOURS || scanner->last_person == NULL)
    return g_steal_pointer (&text);
  return carrel_table_scanner_dup_cell (scanner->last_person, column);
}

/* Where a slot of a row is: behind its time, or in a cell of its own. */
static void
read_row_place (const CarrelTableScanner *scanner,
                const CarrelTableRow *row,
                const char *after,
                CarrelPlace *place)
{
  const CarrelWords *words = scanner->page->words;
  g_autofree char *cell
      = carrel_table_scanner_dup_cell (row, scanner->columns[CARREL_COLUMN_PLACE]);
  const char *mode;

  carrel_place_read_after (words, after, place);
  if (place->place != NULL && scanner->columns[CARREL_COLUMN_HOURS] >= 0)
    return;
  mode = place->mode;
  carrel_place_clear (place);
  carrel_place_read_cell (words, cell, place);
  if (place->place == NULL)
    {
      carrel_place_clear (place);
      carrel_place_read_after (words, after, place);
    }
  place->mode = place->mode != NULL ? place->mode : mode;
}

/**
 * carrel_table_row_add_slot:
 * @scanner: at a table
 * @row: a row of it
 * @slot: a time of the row
 * @after: what stands behind the time in its cell
 *
 * Adds what the row says of that time: where, who, which section.
 */
void
carrel_table_row_add_slot (CarrelTableScanner *scanner,
                           const CarrelTableRow *row,
                           const CarrelSlot *slot,
                           const char *after)
{
  const CarrelWords *words = scanner->page->words;
  CarrelOccasion *occasion = carrel_occasion_new (scanner->kind, row->line);
  g_autofree char *person_cell = carrel_table_row_dup_person (scanner, row);
  g_autofree char *names = NULL;
  const CarrelSpan *link = find_link (row);
  CarrelPlace place;

  carrel_occasion_set_slot (occasion, slot);
  occasion->meeting_kind = scanner->meeting_kind;
  occasion->url = link != NULL ? g_strdup (link->url) : NULL;
  after = carrel_table_scanner_skip_named (scanner, after, &names);
  read_row_place (scanner, row, after, &place);
  carrel_occasion_take_place (occasion, &place);
  g_ptr_array_add (scanner->occasions, occasion);
  if (scanner->kind == CARREL_OCCASION_MEETING)
    {
      g_autofree char *section
          = carrel_table_scanner_dup_cell (row, scanner->columns[CARREL_COLUMN_SECTION]);
      char *name = carrel_occasion_dup_section (words, section);

      occasion->section = name != NULL                                   ? name
                          : section[0] != '\0' && strlen (section) <= 40 ? g_strdup (section)
                                                                         : NULL;
    }
  copy_people (scanner, occasion, names != NULL ? names : person_cell);
}

/**
 * carrel_table_row_add_appointment:
 * @scanner: at a table
 * @row: a row of it
 * @person: the cell that says whose hours they are; may be empty
 *
 * Adds hours by appointment, in place of a time.
 */
void
carrel_table_row_add_appointment (CarrelTableScanner *scanner,
                                  const CarrelTableRow *row,
                                  const char *person)
{
  CarrelOccasion *occasion = carrel_occasion_new (CARREL_OCCASION_HOURS, row->line);

  occasion->by_appointment = TRUE;
  g_ptr_array_add (scanner->occasions, occasion);
  copy_people (scanner, occasion, person);
}

/**
 * carrel_table_row_says_appointment:
 * @scanner: at a table
 * @text: a cell of it
 *
 * Returns: whether the cell says that hours are by appointment
 */
gboolean
carrel_table_row_says_appointment (const CarrelTableScanner *scanner, const char *text)
{
  return scanner->kind == CARREL_OCCASION_HOURS
         && carrel_words_has_label (scanner->page->words, text, CARREL_LABEL_APPOINTMENT);
}
