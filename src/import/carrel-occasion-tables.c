/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes and office hours in tables: one a row, one a key, or names and classes in a grid of times
 * and days. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-occasion.h"

#include "carrel-day-list.h"
#include "carrel-person-name.h"
#include "carrel-staff-line.h"

#include <string.h>

#define MAX_COLUMNS 32

/* What a column holds. */
typedef enum
{
  COLUMN_OTHER,
  COLUMN_DAY,
  COLUMN_TIME,
  COLUMN_PLACE,
  COLUMN_PERSON,
  COLUMN_SECTION,
  COLUMN_HOURS,
  COLUMN_ROW, /* of dated rows: the table is a schedule */
  N_COLUMNS,
} Column;

static const struct
{
  CarrelLabel label;
  Column column;
} column_labels[] = {
  { CARREL_LABEL_DAY, COLUMN_DAY },
  { CARREL_LABEL_TIME, COLUMN_TIME },
  { CARREL_LABEL_MEETING, COLUMN_TIME },
  { CARREL_LABEL_LOCATION, COLUMN_PLACE },
  { CARREL_LABEL_PERSON, COLUMN_PERSON },
  { CARREL_LABEL_STAFF, COLUMN_PERSON },
  { CARREL_LABEL_SECTION, COLUMN_SECTION },
  { CARREL_LABEL_LAB, COLUMN_SECTION },
  { CARREL_LABEL_RECITATION, COLUMN_SECTION },
  { CARREL_LABEL_OFFICE_HOURS, COLUMN_HOURS },
  { CARREL_LABEL_DATE, COLUMN_ROW },
  { CARREL_LABEL_WEEK, COLUMN_ROW },
  { CARREL_LABEL_TOPIC, COLUMN_ROW },
  { CARREL_LABEL_WEIGHT, COLUMN_ROW },
  { CARREL_LABEL_DUE, COLUMN_ROW },
  { CARREL_LABEL_HOMEWORK, COLUMN_ROW },
};

typedef struct
{
  const CarrelPage *page;
  GPtrArray *occasions;
  CarrelTimeFlags flags;
  const CarrelBlock *block;
  guint section;
  guint index;      /* of the block */
  const char *role; /* of the column of people */
  int columns[N_COLUMNS];
  CarrelOccasionKind kind;
  const char *meeting_kind;
  CarrelDays last_days;
} TableScanner;

static char *
dup_cell (const CarrelTableRow *row, int column)
{
  if (column < 0 || column >= (int) row->n_cells)
    return g_strdup ("");
  return carrel_page_dup_text (&row->cells[column]);
}

static void
map_columns (TableScanner *scanner)
{
  const CarrelWords *words = scanner->page->words;
  const CarrelTableRow *head = &scanner->block->rows[0];

  for (guint i = 0; i < N_COLUMNS; i++)
    scanner->columns[i] = -1;
  for (guint i = 0; head->is_header && i < head->n_cells && i < MAX_COLUMNS; i++)
    {
      g_autofree char *text = dup_cell (head, (int) i);
      CarrelLabel label = carrel_words_find_label (words, text);
      const char *role = carrel_staff_line_find_role (words, text);
      Column column
          = role != NULL && label != CARREL_LABEL_OFFICE_HOURS ? COLUMN_PERSON : COLUMN_OTHER;

      for (gsize j = 0; column == COLUMN_OTHER && j < G_N_ELEMENTS (column_labels); j++)
        if (column_labels[j].label == label)
          column = column_labels[j].column;
      if (scanner->columns[column] >= 0)
        continue;
      scanner->columns[column] = (int) i;
      /* "Instructor/TA" does not say who is which. */
      if (column == COLUMN_PERSON && strpbrk (text, "/,&") == NULL)
        scanner->role = role;
    }
}

/* The text of the paragraph right above a table, if it is short: a caption. */
static const char *
get_caption (const TableScanner *scanner)
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
read_kind (TableScanner *scanner)
{
  const CarrelWords *words = scanner->page->words;
  int at = (int) scanner->section;

  scanner->meeting_kind = "lecture";
  scanner->kind
      = scanner->columns[COLUMN_HOURS] >= 0
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
  if (scanner->kind == CARREL_OCCASION_NONE && scanner->columns[COLUMN_SECTION] >= 0
      && scanner->columns[COLUMN_TIME] >= 0)
    scanner->kind = CARREL_OCCASION_MEETING;
}

static void
copy_people (TableScanner *scanner, CarrelOccasion *occasion, const char *cell)
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
add_row_slot (TableScanner *scanner,
              const CarrelTableRow *row,
              const CarrelSlot *slot,
              const char *after)
{
  const CarrelWords *words = scanner->page->words;
  CarrelOccasion *occasion = carrel_occasion_new (scanner->kind, row->line);
  g_autofree char *place_cell = dup_cell (row, scanner->columns[COLUMN_PLACE]);
  g_autofree char *person_cell = dup_cell (row, scanner->columns[COLUMN_PERSON]);
  const CarrelSpan *link = find_link (row);
  CarrelPlace place;

  carrel_occasion_set_slot (occasion, slot);
  occasion->meeting_kind = scanner->meeting_kind;
  occasion->url = link != NULL ? g_strdup (link->url) : NULL;
  carrel_place_read_after (words, after, &place);
  if (place.place == NULL || scanner->columns[COLUMN_HOURS] < 0)
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
      g_autofree char *section = dup_cell (row, scanner->columns[COLUMN_SECTION]);
      char *name = carrel_occasion_dup_section (words, section);

      occasion->section = name != NULL                                   ? name
                          : section[0] != '\0' && strlen (section) <= 40 ? g_strdup (section)
                                                                         : NULL;
    }
  copy_people (scanner, occasion, person_cell);
}

/* The slots of a row: a cell of days and one of times, or one cell with both. */
static GArray *
read_row_slots (TableScanner *scanner, const CarrelTableRow *row, char **cell)
{
  const CarrelWords *words = scanner->page->words;
  int times = scanner->columns[COLUMN_HOURS] >= 0 ? scanner->columns[COLUMN_HOURS]
                                                  : scanner->columns[COLUMN_TIME];
  g_autofree char *day = dup_cell (row, scanner->columns[COLUMN_DAY]);
  CarrelDays days = carrel_day_list_read_all (words, day);
  g_autofree char *text = dup_cell (row, times >= 0 ? times : scanner->columns[COLUMN_DAY]);
  GArray *slots = NULL;
  CarrelTimeSpan span;

  if (days == CARREL_DAY_NONE && day[0] == '\0' && scanner->columns[COLUMN_DAY] >= 0)
    days = scanner->last_days;
  scanner->last_days = days;
  slots = carrel_slot_read_line (words, text, scanner->flags);
  if (slots->len == 0 && days != CARREL_DAY_NONE
      && carrel_time_span_read (words, text, scanner->flags | CARREL_TIME_BARE, &span))
    {
      CarrelSlot slot = { .start = span.start, .end = span.end, .until = span.length };

      g_array_append_val (slots, slot);
    }
  for (guint i = 0; i < slots->len; i++)
    {
      CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);

      if (slot->days == CARREL_DAY_NONE)
        slot->days = days;
    }
  *cell = g_steal_pointer (&text);
  return slots;
}

/* "Lundi | 8h30 - 10h20 | A-1234 | Cours": a cell says what the row is. */
static CarrelOccasionKind
read_row_kind (TableScanner *scanner, const CarrelTableRow *row)
{
  CarrelOccasionKind kind = CARREL_OCCASION_NONE;

  for (guint i = 0; i < row->n_cells && kind == CARREL_OCCASION_NONE; i++)
    {
      g_autofree char *text = dup_cell (row, (int) i);

      if ((int) i != scanner->columns[COLUMN_DAY] && (int) i != scanner->columns[COLUMN_TIME]
          && (int) i != scanner->columns[COLUMN_PLACE] && strlen (text) <= 40)
        kind = carrel_occasion_get_kind (scanner->page->words, text, &scanner->meeting_kind);
    }
  return kind;
}

static void
scan_row (TableScanner *scanner, const CarrelTableRow *row)
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
      g_autofree char *person = dup_cell (row, scanner->columns[COLUMN_PERSON]);

      occasion->by_appointment = TRUE;
      g_ptr_array_add (scanner->occasions, occasion);
      copy_people (scanner, occasion, person);
    }
}

/* A row of a key and a value, such as "Time | MWF 10-11": like a labelled line. */
static void
scan_pairs (TableScanner *scanner)
{
  const CarrelWords *words = scanner->page->words;
  g_autofree char *place = NULL;
  g_autofree char *office = NULL;
  g_autofree char *person = NULL;

  for (guint i = 0; i < scanner->block->n_rows; i++)
    {
      const CarrelTableRow *row = &scanner->block->rows[i];
      g_autofree char *key = dup_cell (row, 0);
      g_autofree char *value = dup_cell (row, 1);
      CarrelLabel label = carrel_words_find_label (words, key);

      if (label == CARREL_LABEL_LOCATION && g_ascii_strncasecmp (key, "office", 6) != 0
          && place == NULL)
        place = g_strdup (value);
      else if (label == CARREL_LABEL_LOCATION && office == NULL)
        office = g_strdup (value);
      else if ((label == CARREL_LABEL_PERSON || carrel_staff_line_find_role (words, key) != NULL)
               && label != CARREL_LABEL_OFFICE_HOURS && person == NULL)
        person = carrel_person_name_read (words, value);
    }
  for (guint i = 0; i < scanner->block->n_rows; i++)
    {
      const CarrelTableRow *row = &scanner->block->rows[i];
      g_autofree char *key = dup_cell (row, 0);
      g_autofree char *value = dup_cell (row, 1);
      CarrelOccasionKind kind = carrel_occasion_get_kind (words, key, &scanner->meeting_kind);
      g_autoptr (GArray) slots = carrel_slot_read_line (words, value, scanner->flags);

      if (kind == CARREL_OCCASION_NONE)
        continue;
      scanner->kind = kind;
      for (guint j = 0; j < slots->len; j++)
        {
          const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, j);
          g_autofree char *after = carrel_occasion_dup_after (value, slots, j);
          CarrelOccasion *occasion;

          if (slot->days == CARREL_DAY_NONE || slot->is_dated)
            continue;
          add_row_slot (scanner, row, slot, after);
          occasion = g_ptr_array_index (scanner->occasions, scanner->occasions->len - 1);
          if (occasion->place == NULL)
            occasion->place = g_strdup (kind == CARREL_OCCASION_HOURS ? office : place);
          if (occasion->person == NULL && kind == CARREL_OCCASION_HOURS)
            occasion->person = g_strdup (person);
        }
    }
}

/* The days that head the columns of a grid; returns how many there are. */
static guint
read_grid_days (const TableScanner *scanner, CarrelDays *days)
{
  const CarrelTableRow *head = &scanner->block->rows[0];
  guint n_days = 0;

  for (guint i = 0; i < head->n_cells && i < MAX_COLUMNS; i++)
    {
      g_autofree char *text = dup_cell (head, (int) i);

      days[i] = carrel_day_list_read_all (scanner->page->words, text);
      n_days += days[i] != CARREL_DAY_NONE ? 1 : 0;
    }
  return n_days;
}

/* "Luokka BK107" above the grid. */
static char *
find_grid_place (const TableScanner *scanner)
{
  const CarrelPageSection *section = carrel_page_get_section (scanner->page, scanner->section);

  for (guint i = section->first_line; i < section->end_line; i++)
    {
      const char *text = carrel_page_get_line (scanner->page, i)->text;
      const char *blank = strpbrk (text, " :");
      g_autofree char *first = blank != NULL ? g_strndup (text, (gsize) (blank - text)) : NULL;

      if (first == NULL || strlen (text) > 50
          || carrel_words_find_label (scanner->page->words, first) != CARREL_LABEL_LOCATION)
        continue;
      return g_strdup (blank + strspn (blank, " :"));
    }
  return NULL;
}

/* A name or a class that goes on in the next row is one longer occasion. */
static gboolean
extend_last (TableScanner *scanner, guint from, const CarrelOccasion *occasion)
{
  for (guint i = from; i < scanner->occasions->len; i++)
    {
      CarrelOccasion *earlier = g_ptr_array_index (scanner->occasions, i);

      if (earlier->days == occasion->days && earlier->end == occasion->start
          && earlier->kind == occasion->kind && g_strcmp0 (earlier->person, occasion->person) == 0
          && g_strcmp0 (earlier->place, occasion->place) == 0
          && (occasion->end - occasion->start) <= 30)
        {
          earlier->end = occasion->end;
          return TRUE;
        }
    }
  return FALSE;
}

static void
add_grid_occasion (TableScanner *scanner, guint from, CarrelOccasion *occasion)
{
  g_autoptr (CarrelOccasion) owned = occasion;

  if (!extend_last (scanner, from, occasion))
    g_ptr_array_add (scanner->occasions, g_steal_pointer (&owned));
}

static void
scan_grid_cell (
    TableScanner *scanner, guint from, const char *text, const CarrelSlot *slot, int line)
{
  const CarrelWords *words = scanner->page->words;
  const char *meeting_kind = scanner->meeting_kind;
  CarrelOccasionKind own = carrel_occasion_get_kind (words, text, &meeting_kind);
  CarrelOccasionKind kind = own != CARREL_OCCASION_NONE ? own : scanner->kind;
  g_autofree char *grid_place = find_grid_place (scanner);
  g_autoptr (GPtrArray) names = carrel_person_name_split (words, text);
  guint n_all = own == CARREL_OCCASION_NONE ? names->len : 1;

  if (own == CARREL_OCCASION_NONE && scanner->kind != CARREL_OCCASION_HOURS)
    return;
  for (guint i = 0; i < n_all; i++)
    {
      CarrelOccasion *occasion = carrel_occasion_new (kind, line);
      const char *open = strpbrk (text, "(,@");
      CarrelPlace place = { 0 };

      carrel_occasion_set_slot (occasion, slot);
      occasion->meeting_kind = meeting_kind;
      if (own == CARREL_OCCASION_NONE)
        occasion->person = g_strdup (g_ptr_array_index (names, i));
      else if (own == CARREL_OCCASION_HOURS && strchr (text, '(') != NULL)
        occasion->person = carrel_person_name_read (words, strchr (text, '(') + 1);
      if (open != NULL && n_all == 1 && (own == CARREL_OCCASION_NONE || occasion->person == NULL))
        carrel_place_read_after (words, open, &place);
      carrel_occasion_take_place (occasion, &place);
      if (occasion->place == NULL)
        occasion->place = g_strdup (grid_place);
      add_grid_occasion (scanner, from, occasion);
    }
}

static gboolean
read_grid_time (const TableScanner *scanner, guint index, CarrelSlot *slot)
{
  g_autofree char *text = NULL;
  CarrelTimeSpan span;

  if (index >= scanner->block->n_rows)
    return FALSE;
  text = dup_cell (&scanner->block->rows[index], 0);
  if (!carrel_time_span_read (scanner->page->words, text, scanner->flags | CARREL_TIME_BARE, &span))
    return FALSE;
  slot->start = span.start;
  slot->end = span.end;
  return TRUE;
}

static void
scan_grid (TableScanner *scanner, const CarrelDays *days)
{
  guint from = scanner->occasions->len;

  for (guint i = 1; i < scanner->block->n_rows; i++)
    {
      const CarrelTableRow *row = &scanner->block->rows[i];
      CarrelSlot slot = { 0 };
      CarrelSlot next = { 0 };

      if (!read_grid_time (scanner, i, &slot))
        continue;
      if (slot.end == CARREL_UNKNOWN && read_grid_time (scanner, i + 1, &next))
        slot.end = next.start;
      else if (slot.end == CARREL_UNKNOWN && read_grid_time (scanner, i - 1, &next))
        slot.end = slot.start + (slot.start - next.start);
      for (guint j = 1; j < row->n_cells && j < MAX_COLUMNS; j++)
        {
          g_autofree char *text = dup_cell (row, (int) j);

          slot.days = days[j];
          if (text[0] != '\0' && slot.days != CARREL_DAY_NONE)
            scan_grid_cell (scanner, from, text, &slot, row->line);
        }
    }
}

static void
scan_rows (TableScanner *scanner)
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
scan_table (TableScanner *scanner)
{
  CarrelDays days[MAX_COLUMNS] = { CARREL_DAY_NONE };
  CarrelSlot slot;

  map_columns (scanner);
  read_kind (scanner);
  if (read_grid_days (scanner, days) >= 2 && read_grid_time (scanner, 1, &slot))
    scan_grid (scanner, days);
  else if (scanner->columns[COLUMN_TIME] >= 0 || scanner->columns[COLUMN_HOURS] >= 0
           || scanner->columns[COLUMN_DAY] >= 0)
    {
      if (scanner->columns[COLUMN_ROW] >= 0 && scanner->columns[COLUMN_HOURS] < 0)
        return;
      scan_rows (scanner);
    }
  else if (scanner->block->n_columns == 2)
    scan_pairs (scanner);
}

void
carrel_occasion_collect_tables (const CarrelPage *page, GPtrArray *occasions)
{
  CarrelTimeFlags flags = carrel_occasion_get_time_flags (page);

  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      TableScanner scanner = { .page = page, .occasions = occasions, .flags = flags, .index = i };

      scanner.block = carrel_page_get_block (page, i);
      if (scanner.block->kind != CARREL_BLOCK_TABLE || scanner.block->n_rows == 0)
        continue;
      scanner.section = carrel_page_find_section (page, i);
      scan_table (&scanner);
    }
}
