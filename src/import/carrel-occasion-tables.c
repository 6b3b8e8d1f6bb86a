/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes and office hours in tables: one a row, one a key, or names and classes in a grid of times
 * and days. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-day-list.h"
#include "carrel-person-name.h"
#include "carrel-staff-line.h"
#include "carrel-table-scanner.h"

#include <string.h>

static const struct
{
  CarrelLabel label;
  CarrelColumn column;
} column_labels[] = {
  { CARREL_LABEL_DAY, CARREL_COLUMN_DAY },
  { CARREL_LABEL_TIME, CARREL_COLUMN_TIME },
  { CARREL_LABEL_MEETING, CARREL_COLUMN_TIME },
  { CARREL_LABEL_LOCATION, CARREL_COLUMN_PLACE },
  { CARREL_LABEL_PERSON, CARREL_COLUMN_PERSON },
  { CARREL_LABEL_STAFF, CARREL_COLUMN_PERSON },
  { CARREL_LABEL_SECTION, CARREL_COLUMN_SECTION },
  { CARREL_LABEL_LAB, CARREL_COLUMN_SECTION },
  { CARREL_LABEL_RECITATION, CARREL_COLUMN_SECTION },
  { CARREL_LABEL_OFFICE_HOURS, CARREL_COLUMN_HOURS },
  { CARREL_LABEL_DATE, CARREL_COLUMN_ROW },
  { CARREL_LABEL_WEEK, CARREL_COLUMN_ROW },
  { CARREL_LABEL_TOPIC, CARREL_COLUMN_ROW },
  { CARREL_LABEL_WEIGHT, CARREL_COLUMN_ROW },
  { CARREL_LABEL_DUE, CARREL_COLUMN_ROW },
  { CARREL_LABEL_HOMEWORK, CARREL_COLUMN_ROW },
};

static CarrelColumn
find_column (const CarrelWords *words, const char *text, const char *role)
{
  CarrelLabel label = carrel_words_find_label (words, text);

  if (role != NULL && label != CARREL_LABEL_OFFICE_HOURS)
    return CARREL_COLUMN_PERSON;
  for (gsize i = 0; i < G_N_ELEMENTS (column_labels); i++)
    if (column_labels[i].label == label)
      return column_labels[i].column;
  return CARREL_COLUMN_OTHER;
}

static void
map_columns (CarrelTableScanner *scanner)
{
  const CarrelWords *words = scanner->page->words;
  const CarrelTableRow *head = &scanner->block->rows[0];

  for (guint i = 0; i < CARREL_N_COLUMNS; i++)
    scanner->columns[i] = -1;
  for (guint i = 0; head->is_header && i < MIN (head->n_cells, CARREL_MAX_COLUMNS); i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (head, (int) i);
      const char *role = carrel_staff_line_find_role (words, text);
      CarrelColumn column = find_column (words, text, role);

      if (scanner->columns[column] >= 0)
        continue;
      scanner->columns[column] = (int) i;
      /* "Instructor/TA" does not say who is which. */
      if (column == CARREL_COLUMN_PERSON && strpbrk (text, "/,&") == NULL)
        scanner->role = role;
    }
}

/* The text of the paragraph right above a table, if it is short: a caption. */
static const char *
get_caption (const CarrelTableScanner *scanner)
{
  const CarrelBlock *above;

  if (scanner->index == 0)
    return "";
  above = carrel_page_get_block (scanner->page, scanner->index - 1);
  if (above->kind == CARREL_BLOCK_TABLE || strlen (above->content.text) > 120)
    return "";
  return above->content.text;
}

static void
read_kind (CarrelTableScanner *scanner)
{
  const CarrelWords *words = scanner->page->words;
  int at = (int) scanner->section;

  scanner->meeting_kind = "lecture";
  scanner->kind
      = scanner->columns[CARREL_COLUMN_HOURS] >= 0
            ? CARREL_OCCASION_HOURS
            : carrel_occasion_get_kind (words, get_caption (scanner), &scanner->meeting_kind);
  while (at >= 0 && scanner->kind == CARREL_OCCASION_NONE)
    {
      const CarrelPageSection *section = carrel_page_get_section (scanner->page, (guint) at);

      scanner->kind = carrel_occasion_get_kind (words, section->heading, &scanner->meeting_kind);
      at = section->parent;
    }
  if (scanner->kind == CARREL_OCCASION_NONE)
    scanner->kind = carrel_occasion_get_page_kind (scanner->page, &scanner->meeting_kind);
  if (scanner->kind == CARREL_OCCASION_NONE && scanner->columns[CARREL_COLUMN_SECTION] >= 0
      && scanner->columns[CARREL_COLUMN_TIME] >= 0)
    scanner->kind = CARREL_OCCASION_MEETING;
}

static void
copy_people (CarrelTableScanner *scanner, CarrelOccasion *occasion, const char *cell)
{
  const CarrelWords *words = scanner->page->words;
  g_autoptr (GPtrArray) names = carrel_person_name_split (words, cell);

  occasion->role
      = scanner->role != NULL ? scanner->role : carrel_staff_line_find_role (words, cell);
  for (guint i = 0; i < names->len; i++)
    {
      CarrelOccasion *copy = occasion;

      if (i > 0)
        {
          copy = carrel_occasion_new (occasion->kind, occasion->line);
          copy->days = occasion->days;
          copy->start = occasion->start;
          copy->end = occasion->end;
          copy->place = g_strdup (occasion->place);
          copy->mode = occasion->mode;
          copy->role = occasion->role;
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

static void
add_row_slot (CarrelTableScanner *scanner,
              const CarrelTableRow *row,
              const CarrelSlot *slot,
              const char *after)
{
  const CarrelWords *words = scanner->page->words;
  CarrelOccasion *occasion = carrel_occasion_new (scanner->kind, row->line);
  g_autofree char *place_cell
      = carrel_table_scanner_dup_cell (row, scanner->columns[CARREL_COLUMN_PLACE]);
  g_autofree char *person_cell
      = carrel_table_scanner_dup_cell (row, scanner->columns[CARREL_COLUMN_PERSON]);
  const CarrelSpan *link = find_link (row);
  CarrelPlace place;

  carrel_occasion_set_slot (occasion, slot);
  occasion->meeting_kind = scanner->meeting_kind;
  occasion->url = link != NULL ? g_strdup (link->url) : NULL;
  carrel_place_read_after (words, after, &place);
  if (place.place == NULL || scanner->columns[CARREL_COLUMN_HOURS] < 0)
    {
      const char *mode = place.mode;

      carrel_place_clear (&place);
      carrel_place_read_cell (words, place_cell, &place);
      if (place.place == NULL)
        {
          carrel_place_clear (&place);
          carrel_place_read_after (words, after, &place);
        }
      place.mode = place.mode != NULL ? place.mode : mode;
    }
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
  copy_people (scanner, occasion, person_cell);
}

/* The days of a row; a blank cell repeats those of the row above. */
static CarrelDays
read_row_days (CarrelTableScanner *scanner, const CarrelTableRow *row)
{
  g_autofree char *text = carrel_table_scanner_dup_cell (row, scanner->columns[CARREL_COLUMN_DAY]);
  CarrelDays days = carrel_day_list_read_all (scanner->page->words, text);

  if (text[0] == '\0' && scanner->columns[CARREL_COLUMN_DAY] >= 0)
    days = scanner->last_days;
  scanner->last_days = days;
  return days;
}

/* "2-5" is a time in a row that names its day. */
static void
read_bare_time (const CarrelTableScanner *scanner, const char *text, GArray *slots)
{
  CarrelTimeFlags flags = scanner->flags | CARREL_TIME_BARE;
  CarrelSlot slot = { 0 };
  CarrelTimeSpan span;

  if (slots->len > 0 || !carrel_time_span_read (scanner->page->words, text, flags, &span))
    return;
  slot.start = span.start;
  slot.end = span.end;
  slot.until = span.length;
  g_array_append_val (slots, slot);
}

/* The slots of a row: a cell of days and one of times, or one cell with both. */
static GArray *
read_row_slots (CarrelTableScanner *scanner, const CarrelTableRow *row, char **cell)
{
  static const CarrelColumn times[]
      = { CARREL_COLUMN_HOURS, CARREL_COLUMN_TIME, CARREL_COLUMN_DAY };
  CarrelDays days = read_row_days (scanner, row);
  GArray *slots;
  guint at = 0;

  while (at + 1 < G_N_ELEMENTS (times) && scanner->columns[times[at]] < 0)
    at++;
  *cell = carrel_table_scanner_dup_cell (row, scanner->columns[times[at]]);
  slots = carrel_slot_read_line (scanner->page->words, *cell, scanner->flags);
  if (days != CARREL_DAY_NONE)
    read_bare_time (scanner, *cell, slots);
  for (guint i = 0; i < slots->len; i++)
    {
      CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);

      if (slot->days == CARREL_DAY_NONE)
        slot->days = days;
    }
  return slots;
}

/* "Lundi | 8h30 - 10h20 | A-1234 | Cours": a cell says what the row is. */
static CarrelOccasionKind
read_row_kind (CarrelTableScanner *scanner, const CarrelTableRow *row)
{
  CarrelOccasionKind kind = CARREL_OCCASION_NONE;

  for (guint i = 0; i < row->n_cells && kind == CARREL_OCCASION_NONE; i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (row, (int) i);

      if ((int) i != scanner->columns[CARREL_COLUMN_DAY]
          && (int) i != scanner->columns[CARREL_COLUMN_TIME]
          && (int) i != scanner->columns[CARREL_COLUMN_PLACE] && strlen (text) <= 40)
        kind = carrel_occasion_get_kind (scanner->page->words, text, &scanner->meeting_kind);
    }
  return kind;
}

static void
scan_row (CarrelTableScanner *scanner, const CarrelTableRow *row)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) slots = read_row_slots (scanner, row, &text);

  for (guint i = 0; i < slots->len; i++)
    {
      const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);
      gsize next
          = i + 1 < slots->len ? g_array_index (slots, CarrelSlot, i + 1).from : strlen (text);
      g_autofree char *after
          = g_strndup (text + slot->until, next > slot->until ? next - slot->until : 0);

      if (slot->days != CARREL_DAY_NONE && !slot->is_dated)
        add_row_slot (scanner, row, slot, after);
    }
  if (scanner->kind == CARREL_OCCASION_HOURS && strstr (text, "ppointment") != NULL
      && carrel_words_has_label (scanner->page->words, text, CARREL_LABEL_APPOINTMENT))
    {
      CarrelOccasion *occasion = carrel_occasion_new (CARREL_OCCASION_HOURS, row->line);
      g_autofree char *person
          = carrel_table_scanner_dup_cell (row, scanner->columns[CARREL_COLUMN_PERSON]);

      occasion->by_appointment = TRUE;
      g_ptr_array_add (scanner->occasions, occasion);
      copy_people (scanner, occasion, person);
    }
}

/* What the keys of a table say of all its times. */
typedef struct
{
  char *place;
  char *office;
  char *person;
  char *section; /* the head of the column */
} PairFacts;

static void
clear_pair_facts (PairFacts *facts)
{
  g_free (facts->place);
  g_free (facts->office);
  g_free (facts->person);
  g_free (facts->section);
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

  if (label == CARREL_LABEL_LOCATION && *place == NULL)
    *place = g_strdup (value);
  else if (label == CARREL_LABEL_PERSON
           || (label != CARREL_LABEL_OFFICE_HOURS
               && carrel_staff_line_find_role (words, key) != NULL))
    {
      if (facts->person == NULL)
        facts->person = carrel_person_name_read (words, value);
    }
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
  add_row_slot (scanner, row, slot, after);
  occasion = g_ptr_array_index (scanner->occasions, scanner->occasions->len - 1);
  if (!is_hours)
    occasion->section = g_strdup (facts->section);
  if (occasion->place == NULL)
    occasion->place = g_strdup (is_hours ? facts->office : facts->place);
  if (occasion->person == NULL && is_hours)
    occasion->person = g_strdup (facts->person);
}

/* Rows of a key and a value, such as "Time | MWF 10-11": like labelled lines. */
static void
scan_pairs (CarrelTableScanner *scanner, int column)
{
  PairFacts facts = { NULL };
  g_autofree char *head = carrel_table_scanner_dup_cell (&scanner->block->rows[0], column);

  facts.section = carrel_occasion_dup_section (scanner->page->words, head);
  for (guint i = 0; i < CARREL_N_COLUMNS; i++)
    scanner->columns[i] = -1;
  for (guint i = 0; i < scanner->block->n_rows; i++)
    {
      const CarrelTableRow *row = &scanner->block->rows[i];
      g_autofree char *key = carrel_table_scanner_dup_cell (row, 0);
      g_autofree char *value = carrel_table_scanner_dup_cell (row, column);

      read_pair_fact (scanner, &facts, key, value);
    }
  for (guint i = 0; i < scanner->block->n_rows; i++)
    {
      const CarrelTableRow *row = &scanner->block->rows[i];
      g_autofree char *key = carrel_table_scanner_dup_cell (row, 0);
      g_autofree char *value = carrel_table_scanner_dup_cell (row, column);
      g_autoptr (GArray) slots
          = carrel_slot_read_line (scanner->page->words, value, scanner->flags);

      scanner->kind = carrel_occasion_get_kind (scanner->page->words, key, &scanner->meeting_kind);
      for (guint j = 0; scanner->kind != CARREL_OCCASION_NONE && j < slots->len; j++)
        {
          g_autofree char *after = carrel_occasion_dup_after (value, slots, j);

          add_pair_slot (scanner, row, &g_array_index (slots, CarrelSlot, j), after, &facts);
        }
    }
  clear_pair_facts (&facts);
}

static void
scan_rows (CarrelTableScanner *scanner)
{
  CarrelOccasionKind kind = scanner->kind;

  for (guint i = 1; i < scanner->block->n_rows; i++)
    {
      const CarrelTableRow *row = &scanner->block->rows[i];

      scanner->kind = kind != CARREL_OCCASION_NONE ? kind : read_row_kind (scanner, row);
      if (scanner->kind != CARREL_OCCASION_NONE)
        scan_row (scanner, row);
    }
  scanner->kind = kind;
}

static void
scan_table (CarrelTableScanner *scanner)
{
  map_columns (scanner);
  read_kind (scanner);
  if (carrel_table_scanner_scan_grid (scanner))
    return;
  if (scanner->columns[CARREL_COLUMN_TIME] >= 0 || scanner->columns[CARREL_COLUMN_HOURS] >= 0
      || scanner->columns[CARREL_COLUMN_DAY] >= 0)
    {
      if (scanner->columns[CARREL_COLUMN_ROW] >= 0 && scanner->columns[CARREL_COLUMN_HOURS] < 0)
        return;
      scan_rows (scanner);
    }
  else
    for (guint i = 1; i < MIN (scanner->block->n_columns, 4); i++)
      scan_pairs (scanner, (int) i);
}

/**
 * carrel_occasion_collect_tables:
 * @page: a page
 * @occasions: (element-type CarrelOccasion) (inout): gets what the tables say
 */
void
carrel_occasion_collect_tables (const CarrelPage *page, GPtrArray *occasions)
{
  CarrelTimeFlags flags = carrel_occasion_get_time_flags (page);

  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      CarrelTableScanner scanner
          = { .page = page, .occasions = occasions, .flags = flags, .index = i };

      scanner.block = carrel_page_get_block (page, i);
      if (scanner.block->kind != CARREL_BLOCK_TABLE || scanner.block->n_rows == 0)
        continue;
      scanner.section = carrel_page_find_section (page, i);
      scan_table (&scanner);
    }
}
