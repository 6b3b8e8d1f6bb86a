/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A word with a capital is somebody's name where the page says so elsewhere. */
#define G_LOG_DOMAIN "carrel-page-people"

#include "config.h"

#include "carrel-page-people.h"

#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-role.h"
#include "carrel-staff-line.h"

#include <string.h>

/* The longest line that is read for the names of people, in bytes. */
#define MAX_LINE 160

/* So many lines are looked through, from the top and the bottom of a page, where its people are,
 * and so many of those that have the name are read: every name of a long list is asked for. */
#define MAX_LINES 600
#define MAX_READ  5

/* "Ann Lee, TA", "Dr. Ann Lee", and "Ann Lee" in the section of the staff; @names: lower case */
static gboolean
line_names (const CarrelPage *page, const CarrelPageLine *line, const char *const *names)
{
  const CarrelWords *words = page->words;
  const char *heading = carrel_page_get_section (page, line->section)->heading;
  g_auto (CarrelStaffLine) staff = { 0 };
  g_autofree char *found = NULL;

  carrel_staff_line_read (words, line->text, &staff);
  for (guint i = 0; i < staff.names->len; i++)
    if (carrel_phrase_occurs (g_ptr_array_index (staff.names, i), -1, names))
      return TRUE;
  found = carrel_staff_line_read_titled (words, line->text);
  if (found == NULL
      && (carrel_role_find (words, heading) != NULL
          || carrel_words_has_label (words, heading, CARREL_LABEL_STAFF)))
    found = carrel_person_name_read (words, line->text);
  return found != NULL && carrel_phrase_occurs (found, -1, names);
}

static gboolean
table_names (const CarrelPage *page, const CarrelBlock *block, const char *const *names)
{
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->rows[i].n_cells; j++)
      {
        const char *text = block->rows[i].cells[j].text;

        if (carrel_phrase_occurs (text, -1, names)
            && carrel_person_name_is_whole (page->words, text))
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_near_edge (guint index, guint n_lines)
{
  return index < MAX_LINES / 2 || index + MAX_LINES / 2 >= n_lines;
}

static gboolean
lines_name (const CarrelPage *page, const char *const *names, guint block)
{
  guint n_lines = carrel_page_get_n_lines (page);
  guint n_read = 0;

  for (guint i = 0; i < n_lines && n_read < MAX_READ; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (page, i);

      if (!is_near_edge (i, n_lines) || line->block == block || strlen (line->text) > MAX_LINE
          || !carrel_phrase_occurs (line->text, -1, names))
        continue;
      if (line_names (page, line, names))
        return TRUE;
      n_read++;
    }
  return FALSE;
}

/**
 * carrel_page_people_read_clause:
 * @words: the words of the page's language
 * @text: a line
 *
 * Reads "Dr. Ann Lee", also as a clause of "Fall 2025 · Dr. Ann Lee · Hall 5".
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
carrel_page_people_read_clause (const CarrelWords *words, const char *text)
{
  g_auto (GStrv) clauses = g_strsplit (text, " · ", -1);
  char *name = NULL;

  for (guint i = 0; name == NULL && clauses[i] != NULL; i++)
    name = carrel_staff_line_read_titled (words, clauses[i]);
  return name;
}

/**
 * carrel_page_people_know:
 * @page: a page
 * @name: a name, perhaps only the first one or the last
 * @block: index of the block that has it
 *
 * Returns: whether another block says that it is somebody's: with a role or a title, among the
 *   staff, or as a cell
 */
gboolean
carrel_page_people_know (const CarrelPage *page, const char *name, guint block)
{
  g_autofree char *folded = g_utf8_strdown (name, -1);
  const char *const names[] = { folded, NULL };

  if (lines_name (page, names, block))
    return TRUE;
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    if (i != block && table_names (page, carrel_page_get_block (page, i), names))
      return TRUE;
  return FALSE;
}
