/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* People in tables: one a row, one a key, or below each role. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-role.h"
#include "carrel-staff-address.h"
#include "carrel-staff-reader.h"
#include "carrel-table-cell.h"
#include "carrel-table-head.h"

#include <string.h>

/* How many rows of keys and values are looked through for an address. */
#define MAX_PAIRS 40

static const CarrelPageSection *
get_section_of (const CarrelStaffReader *reader, guint block)
{
  return carrel_page_get_section (reader->page, carrel_page_find_section (reader->page, block));
}

/* The role that a key gives to its value; "Name" takes that of the heading. */
static const char *
find_key_role (const CarrelStaffReader *reader, const char *key, const char *heading_role)
{
  const CarrelWords *words = reader->page->words;
  CarrelLabel label = carrel_words_find_label (words, key);
  const char *role = carrel_role_find (words, key);

  if (label == CARREL_LABEL_OFFICE_HOURS || strlen (key) > 40)
    return NULL;
  return role == NULL && label == CARREL_LABEL_PERSON ? heading_role : role;
}

/* "| Ann Lee | Bo Ray |", with a key that is blank or "Name": nothing but people, side by side. */
static gboolean
is_row_of_names (const CarrelWords *words, const CarrelTableRow *row, const char *key)
{
  guint n_names = 0;

  if (row->is_header
      || (key[0] != '\0' && carrel_words_find_label (words, key) != CARREL_LABEL_PERSON))
    return FALSE;
  for (guint i = 1; i < row->n_cells; i++)
    {
      g_autofree char *value = carrel_page_dup_text (&row->cells[i]);

      if (value[0] != '\0' && !carrel_person_name_is_whole (words, value))
        return FALSE;
      n_names += value[0] != '\0';
    }
  return n_names > 0;
}

/* The address of one person in a table of keys and values: in the rows right below, up to the next
 * person. */
static char *
find_address (const CarrelStaffReader *reader,
              const CarrelBlock *block,
              const CarrelTableRow *person,
              guint column)
{
  const CarrelTableRow *end = block->rows + MIN (block->n_rows, MAX_PAIRS);

  for (const CarrelTableRow *row = person + 1; row < end; row++)
    {
      g_autofree char *key = row->n_cells > column ? carrel_page_dup_text (&row->cells[0]) : NULL;
      g_autofree char *value = NULL;

      if (key == NULL)
        continue;
      if (find_key_role (reader, key, "") != NULL)
        return NULL;
      if (carrel_words_find_label (reader->page->words, key) != CARREL_LABEL_EMAIL)
        continue;
      value = carrel_page_dup_text (&row->cells[column]);
      return carrel_staff_address_find (value);
    }
  return NULL;
}

/* Adds the people of a cell; one alone has the address in it, or else the one below. */
static void
add_names (CarrelStaffReader *reader,
           const CarrelBlock *block,
           const CarrelTableRow *row,
           guint column,
           const char *role)
{
  g_autofree char *value = carrel_page_dup_text (&row->cells[column]);
  g_autoptr (GPtrArray) names = carrel_person_name_split (reader->page->words, value);

  for (guint i = 0; i < names->len; i++)
    {
      CarrelPerson *person
          = carrel_staff_reader_add (reader, g_ptr_array_index (names, i), role, row->line);

      if (names->len == 1 && person->email == NULL)
        person->email = carrel_staff_address_find (value);
      if (names->len == 1 && person->email == NULL)
        person->email = find_address (reader, block, row, column);
    }
}

/* "Name | Mike Izbicki", in a table of keys and values below a heading with a role. */
static void
read_pairs (CarrelStaffReader *reader, guint index, const CarrelBlock *block)
{
  const CarrelWords *words = reader->page->words;
  const char *heading_role = carrel_role_find (words, get_section_of (reader, index)->heading);

  for (guint i = 0; i < block->n_rows; i++)
    {
      const CarrelTableRow *row = &block->rows[i];
      g_autofree char *key = row->n_cells > 1 ? carrel_page_dup_text (&row->cells[0]) : NULL;
      const char *role
          = row->n_cells == 2 && key != NULL ? find_key_role (reader, key, heading_role) : NULL;

      if (role != NULL)
        add_names (reader, block, row, 1, role);
      else if (key != NULL && heading_role != NULL && is_row_of_names (words, row, key))
        for (guint j = 1; j < row->n_cells; j++)
          add_names (reader, block, row, j, heading_role);
    }
}

/* The columns of a table of people, -1 for those it lacks. */
typedef struct
{
  int names;
  int roles;
  int emails;
  const char *role; /* of all in the column of names */
} StaffColumns;

static void
read_column (const CarrelStaffReader *reader, StaffColumns *columns, int index, const char *text)
{
  CarrelLabel label = carrel_words_find_label (reader->page->words, text);
  const char *role = carrel_role_find (reader->page->words, text);
  gboolean is_name = label == CARREL_LABEL_PERSON || label == CARREL_LABEL_STAFF || role != NULL;

  if (label == CARREL_LABEL_ROLE)
    columns->roles = index;
  else if (label == CARREL_LABEL_EMAIL)
    columns->emails = index;
  if (columns->names >= 0 || !is_name || label == CARREL_LABEL_OFFICE_HOURS)
    return;
  columns->names = index;
  columns->role = strpbrk (text, "/,&") == NULL ? role : NULL;
}

static char *
dup_cell (const CarrelTableRow *row, int column)
{
  if (column < 0 || column >= (int) row->n_cells)
    return g_strdup ("");
  return carrel_page_dup_text (&row->cells[column]);
}

/* Whether a column has texts below its head, and @is_one of each of them. */
static gboolean
is_column_of (const CarrelWords *words,
              const CarrelBlock *block,
              int column,
              gboolean (*is_one) (const CarrelWords *, const char *))
{
  guint n = 0;

  for (guint i = 1; i < block->n_rows; i++)
    {
      g_autofree char *cell = dup_cell (&block->rows[i], column);

      if (cell[0] == '\0')
        continue;
      if (!is_one (words, cell))
        return FALSE;
      n++;
    }
  return n > 0;
}

static gboolean
is_address (const CarrelWords *words, const char *cell)
{
  g_autofree char *address = carrel_staff_address_find (cell);

  return address != NULL;
}

/* The first column of what @is_one tells, but for those that are something else; -1 for none. */
static int
find_column_of (const CarrelStaffReader *reader,
                const StaffColumns *columns,
                const CarrelBlock *block,
                gboolean (*is_one) (const CarrelWords *, const char *))
{
  for (int i = 0; i < (int) block->rows[0].n_cells; i++)
    if (i != columns->names && i != columns->roles && i != columns->emails
        && is_column_of (reader->page->words, block, i, is_one))
      return i;
  return -1;
}

/* The columns that their heads do not tell, in a table that is about the staff: "Title" above
 * roles, "Contact" above addresses, and, beside roles, names below no head. */
static void
read_cells (const CarrelStaffReader *reader, StaffColumns *columns, const CarrelBlock *block)
{
  if (columns->roles < 0)
    columns->roles = find_column_of (reader, columns, block, carrel_role_is_plain);
  if (columns->emails < 0)
    columns->emails = find_column_of (reader, columns, block, is_address);
  if (columns->names < 0 && columns->roles >= 0)
    columns->names = find_column_of (reader, columns, block, carrel_person_name_is_whole);
}

/* The role in its own cell, or behind a name: "Ann Lee (Instructor)", "Bob Ray (Head TA)". */
static const char *
find_role_of_row (const CarrelWords *words, const char *role_cell, const char *cell)
{
  const char *role = carrel_role_find (words, role_cell);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;

  if (role != NULL || !carrel_pattern_match ("^[^(),]+\\(([^()]{2,30})\\)$", cell, 0, &match))
    return role;
  text = g_match_info_fetch (match, 1);
  return carrel_role_is_plain (words, text) ? carrel_role_find (words, text) : NULL;
}

static void
read_staff_row (CarrelStaffReader *reader,
                const StaffColumns *columns,
                const CarrelBlock *block,
                const CarrelTableRow *row)
{
  const CarrelWords *words = reader->page->words;
  g_autofree char *cell = dup_cell (row, columns->names);
  g_autofree char *role_cell = dup_cell (row, columns->roles);
  g_autofree char *email = dup_cell (row, columns->emails);
  g_autofree char *ordered = NULL;
  g_autoptr (GPtrArray) names = NULL;
  const char *role = find_role_of_row (words, role_cell, cell);

  /* "Textbook:" and "Lectures" are keys. */
  if (g_str_has_suffix (cell, ":") || carrel_words_find_label (words, cell) != CARREL_LABEL_NONE)
    return;
  /* A name may have the address of its page behind it. */
  if (strstr (cell, " http") != NULL)
    *strstr (cell, " http") = '\0';
  ordered = g_strcmp0 (columns->role, "instructor") == 0
                    && carrel_table_cell_are_family_first (block, columns->names)
                ? carrel_person_name_dup_in_order (cell)
                : g_strdup (cell);
  names = carrel_person_name_split (words, ordered);
  for (guint i = 0; i < names->len; i++)
    {
      CarrelPerson *person = carrel_staff_reader_add (
          reader, g_ptr_array_index (names, i), role != NULL ? role : columns->role, row->line);

      if (person->email == NULL && names->len == 1)
        person->email = carrel_staff_address_find (email);
    }
}

/* The role that the head of a column is, and nothing else. */
static const char *
get_head_role (const CarrelStaffReader *reader, const CarrelBlock *block, int column)
{
  g_autofree char *head = dup_cell (&block->rows[0], column);
  gsize length = 0;
  const char *role = carrel_words_match_role (reader->page->words, head, &length);

  return role != NULL && head[length] == '\0' ? role : NULL;
}

/* "Instructor | Teaching assistant": people below each role, side by side. */
static void
read_other_columns (CarrelStaffReader *reader,
                    const StaffColumns *columns,
                    const CarrelBlock *block)
{
  if (get_head_role (reader, block, columns->names) == NULL)
    return;
  for (int i = columns->names + 1; i < (int) block->rows[0].n_cells; i++)
    {
      const StaffColumns other = { i, -1, -1, get_head_role (reader, block, i) };

      for (guint j = 1; other.role != NULL && j < block->n_rows; j++)
        read_staff_row (reader, &other, block, &block->rows[j]);
    }
}

/* Whether a role or an address is among the heads, or the heading is about staff. */
static gboolean
is_about_staff (const CarrelStaffReader *reader, const StaffColumns *columns, guint index)
{
  return columns->role != NULL || columns->roles >= 0 || columns->emails >= 0
         || carrel_staff_reader_is_heading (reader, get_section_of (reader, index));
}

/* A table of people: a column of names beside one of roles, mail or office hours. */
static void
read_table (CarrelStaffReader *reader, guint index, const CarrelBlock *block)
{
  StaffColumns columns = { -1, -1, -1, NULL };
  gboolean is_headed = carrel_table_head_is_first (reader->page, block);

  for (guint i = 0; is_headed && i < block->rows[0].n_cells; i++)
    {
      g_autofree char *text = dup_cell (&block->rows[0], (int) i);

      read_column (reader, &columns, (int) i, text);
    }
  if (is_headed && is_about_staff (reader, &columns, index))
    read_cells (reader, &columns, block);
  if (columns.names < 0 || !is_about_staff (reader, &columns, index))
    return;
  if (columns.role == NULL && columns.roles < 0)
    columns.role
        = carrel_role_find_only (reader->page->words, get_section_of (reader, index)->heading);
  for (guint i = 1; i < block->n_rows; i++)
    read_staff_row (reader, &columns, block, &block->rows[i]);
  read_other_columns (reader, &columns, block);
}

/**
 * carrel_staff_reader_read_table:
 * @reader: whose course gets the people
 * @index: of a block that is a table
 *
 * Adds the people of a table: of keys and values, or with a column of names.
 */
void
carrel_staff_reader_read_table (CarrelStaffReader *reader, guint index)
{
  const CarrelBlock *block = carrel_page_get_block (reader->page, index);

  read_pairs (reader, index, block);
  read_table (reader, index, block);
}
