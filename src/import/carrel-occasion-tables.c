/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes and office hours in tables: one a row, one a key, or names and classes in a grid of times
 * and days. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-day-list.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-staff-line.h"
#include "carrel-table-cell.h"
#include "carrel-table-scanner.h"

#include <string.h>

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

/* "Class time" above the times says what they are. */
static gboolean
has_time_of_class (const CarrelTableScanner *scanner)
{
  g_autofree char *head = carrel_table_scanner_dup_cell (&scanner->block->rows[0],
                                                         scanner->columns[CARREL_COLUMN_TIME]);

  return carrel_words_find_label (scanner->page->words, head) == CARREL_LABEL_MEETING;
}

/* What the headings above the table announce, the next one first. */
static void
read_kind_of_headings (CarrelTableScanner *scanner)
{
  int at = (int) scanner->section;

  while (at >= 0 && scanner->kind == CARREL_OCCASION_NONE)
    {
      const CarrelPageSection *section = carrel_page_get_section (scanner->page, (guint) at);

      scanner->kind = carrel_occasion_get_kind (scanner->page->words, section->heading,
                                                &scanner->meeting_kind);
      at = section->parent;
    }
}

static void
read_kind (CarrelTableScanner *scanner)
{
  const char *numbered = carrel_table_scanner_get_numbered_kind (scanner);

  scanner->meeting_kind = "lecture";
  if (scanner->columns[CARREL_COLUMN_HOURS] >= 0)
    scanner->kind = CARREL_OCCASION_HOURS;
  else if (numbered == NULL)
    scanner->kind = carrel_occasion_get_kind (scanner->page->words, get_caption (scanner),
                                              &scanner->meeting_kind);
  read_kind_of_headings (scanner);
  if (scanner->kind == CARREL_OCCASION_NONE && numbered != NULL)
    {
      scanner->kind = CARREL_OCCASION_MEETING;
      scanner->meeting_kind = numbered;
    }
  if (scanner->kind == CARREL_OCCASION_NONE)
    scanner->kind = carrel_occasion_get_page_kind (scanner->page, &scanner->meeting_kind);
  if (scanner->kind == CARREL_OCCASION_NONE && scanner->columns[CARREL_COLUMN_TIME] >= 0
      && (scanner->columns[CARREL_COLUMN_SECTION] >= 0 || has_time_of_class (scanner)))
    scanner->kind = CARREL_OCCASION_MEETING;
}

/* The person in the text above a table of hours that names nobody, below "Instructor". */
static char *
find_person_above (const CarrelTableScanner *scanner, const char **role)
{
  const CarrelPageSection *section = carrel_page_get_section (scanner->page, scanner->section);
  const char *found = carrel_staff_line_find_role (scanner->page->words, section->heading);

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

static void
copy_people (CarrelTableScanner *scanner, CarrelOccasion *occasion, const char *cell)
{
  const CarrelWords *words = scanner->page->words;
  g_autoptr (GPtrArray) names = carrel_person_name_split (words, cell);

  occasion->role
      = scanner->role != NULL ? scanner->role : carrel_staff_line_find_role (words, cell);
  if (names->len == 0 && occasion->person == NULL)
    occasion->person = find_person_above (scanner, &occasion->role);
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

/* Who holds the hours of a row; a blank cell repeats the person of the row above. */
static char *
dup_person_cell (CarrelTableScanner *scanner, const CarrelTableRow *row)
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

static void
add_row_slot (CarrelTableScanner *scanner,
              const CarrelTableRow *row,
              const CarrelSlot *slot,
              const char *after)
{
  const CarrelWords *words = scanner->page->words;
  CarrelOccasion *occasion = carrel_occasion_new (scanner->kind, row->line);
  g_autofree char *person_cell = dup_person_cell (scanner, row);
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

/* "Monday lecture | 2-3 pm": the day that the name of a row starts with. */
static CarrelDays
read_named_days (const CarrelTableScanner *scanner, const CarrelTableRow *row)
{
  g_autofree char *name = carrel_table_scanner_dup_cell (row, 0);
  gsize length = 0;
  CarrelDays days = carrel_words_match_day (scanner->page->words, name, &length);

  return scanner->columns[CARREL_COLUMN_TIME] > 0 && length > 3 && strlen (name) <= 40
                 && name[length] == ' '
             ? days
             : CARREL_DAY_NONE;
}

/* The days of a row; a blank cell repeats those of the row above. */
static CarrelDays
read_row_days (CarrelTableScanner *scanner, const CarrelTableRow *row)
{
  g_autofree char *text = carrel_table_scanner_dup_cell (row, scanner->columns[CARREL_COLUMN_DAY]);
  CarrelDays days = carrel_day_list_read_all (scanner->page->words, text);

  if (text[0] == '\0' && scanner->columns[CARREL_COLUMN_DAY] >= 0)
    days = scanner->last_days;
  else if (text[0] == '\0')
    days = read_named_days (scanner, row);
  scanner->last_days = days;
  return days;
}

/* "2-5" is a time in a row that names its day, and so is each of "9-10, 2-5". */
static void
read_bare_times (const CarrelTableScanner *scanner, const char *text, GArray *slots)
{
  CarrelTimeFlags flags = scanner->flags | CARREL_TIME_BARE;
  CarrelTimeSpan span;
  const char *at = text;

  if (slots->len > 0)
    return;
  while ((at == text || strchr (" ,;&/", at[-1]) != NULL)
         && carrel_time_span_read (scanner->page->words, at, flags, &span))
    {
      CarrelSlot slot = { .start = span.start,
                          .end = span.end,
                          .from = (gsize) (at - text),
                          .until = (gsize) (at - text) + span.length };

      g_array_append_val (slots, slot);
      at += span.length + strspn (at + span.length, " ,;&/");
    }
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
    read_bare_times (scanner, *cell, slots);
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

/* "By appointment" in place of a time. */
static void
add_appointment (CarrelTableScanner *scanner, const CarrelTableRow *row, const char *person)
{
  CarrelOccasion *occasion = carrel_occasion_new (CARREL_OCCASION_HOURS, row->line);

  occasion->by_appointment = TRUE;
  g_ptr_array_add (scanner->occasions, occasion);
  copy_people (scanner, occasion, person);
}

static gboolean
says_appointment (const CarrelTableScanner *scanner, const char *text)
{
  return scanner->kind == CARREL_OCCASION_HOURS
         && carrel_words_has_label (scanner->page->words, text, CARREL_LABEL_APPOINTMENT);
}

/* Whether nothing stands between two times of a cell but a comma or a word that joins them. */
static gboolean
is_joined (const CarrelWords *words, const char *text, const CarrelSlot *slot, gsize next)
{
  gsize at = slot->until + strspn (text + slot->until, " ,");

  at += at < next ? carrel_words_match_and (words, text + at) : 0;
  return at + strspn (text + at, " ") >= next;
}

/* "10-11 and 3-4, Hall 5": the last of the times that are joined says where the others are. */
static void
share_place (const CarrelTableScanner *scanner, guint from)
{
  for (guint i = scanner->occasions->len; i > from + 1; i--)
    {
      const CarrelOccasion *last = g_ptr_array_index (scanner->occasions, i - 1);
      CarrelOccasion *occasion = g_ptr_array_index (scanner->occasions, i - 2);

      if (occasion->place == NULL && occasion->mode == NULL)
        occasion->place = g_strdup (last->place);
    }
}

static void
scan_row (CarrelTableScanner *scanner, const CarrelTableRow *row)
{
  g_autofree char *text = NULL;
  g_autofree char *days = carrel_table_scanner_dup_cell (row, scanner->columns[CARREL_COLUMN_DAY]);
  g_autoptr (GArray) slots = read_row_slots (scanner, row, &text);
  guint first = scanner->occasions->len;

  for (guint i = 0; i < slots->len; i++)
    {
      const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, i);
      gsize next
          = i + 1 < slots->len ? g_array_index (slots, CarrelSlot, i + 1).from : strlen (text);
      g_autofree char *after
          = g_strndup (text + slot->until, next > slot->until ? next - slot->until : 0);

      if (slot->days != CARREL_DAY_NONE && !slot->is_dated)
        add_row_slot (scanner, row, slot, after);
      if (i + 1 < slots->len && is_joined (scanner->page->words, text, slot, next))
        continue;
      share_place (scanner, first);
      first = scanner->occasions->len;
    }
  if (says_appointment (scanner, text) || says_appointment (scanner, days))
    {
      g_autofree char *person = dup_person_cell (scanner, row);

      add_appointment (scanner, row, person);
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
      if (says_appointment (scanner, value))
        add_appointment (scanner, row, facts.person != NULL ? facts.person : "");
    }
  clear_pair_facts (&facts);
}

static void
scan_rows (CarrelTableScanner *scanner)
{
  CarrelOccasionKind kind = scanner->kind;

  for (guint i = scanner->first_row; i < scanner->block->n_rows; i++)
    {
      const CarrelTableRow *row = &scanner->block->rows[i];

      scanner->kind = kind != CARREL_OCCASION_NONE ? kind : read_row_kind (scanner, row);
      if (scanner->kind != CARREL_OCCASION_NONE)
        scan_row (scanner, row);
    }
  scanner->kind = kind;
}

/* The rooms of the days of a class whose time stands elsewhere in the section: "Mon, Wed | 56-114".
 */
static void
place_days (CarrelTableScanner *scanner, const CarrelTableRow *row)
{
  const CarrelPageSection *section = carrel_page_get_section (scanner->page, scanner->section);
  g_autofree char *cell
      = carrel_table_scanner_dup_cell (row, scanner->columns[CARREL_COLUMN_PLACE]);
  CarrelDays days = read_row_days (scanner, row);
  guint n = cell[0] != '\0' ? scanner->occasions->len : 0;

  for (guint i = 0; i < n; i++)
    {
      CarrelOccasion *occasion = g_ptr_array_index (scanner->occasions, i);
      CarrelOccasion *part;

      if (occasion->kind != CARREL_OCCASION_MEETING || occasion->place != NULL
          || (occasion->days & days) == 0 || occasion->line < section->line
          || occasion->line > scanner->block->line)
        continue;
      part = carrel_occasion_copy (occasion);
      part->days = (CarrelDays) (occasion->days & days);
      part->place = g_strdup (cell);
      occasion->days = (CarrelDays) (occasion->days & ~days);
      if (occasion->days == CARREL_DAY_NONE)
        occasion->kind = CARREL_OCCASION_NONE;
      g_ptr_array_add (scanner->occasions, part);
    }
}

static gboolean
scan_rooms (CarrelTableScanner *scanner)
{
  if (scanner->columns[CARREL_COLUMN_DAY] < 0 || scanner->columns[CARREL_COLUMN_PLACE] < 0
      || scanner->columns[CARREL_COLUMN_TIME] >= 0 || scanner->columns[CARREL_COLUMN_HOURS] >= 0)
    return FALSE;
  for (guint i = 1; i < scanner->block->n_rows; i++)
    place_days (scanner, &scanner->block->rows[i]);
  return TRUE;
}

static void
scan_class_and_hours (CarrelTableScanner *scanner)
{
  static const CarrelColumn of_class[]
      = { CARREL_COLUMN_TIME, CARREL_COLUMN_DAY, CARREL_COLUMN_PLACE, CARREL_COLUMN_SECTION };
  CarrelTableScanner of_hours = *scanner;

  for (gsize i = 0; i < G_N_ELEMENTS (of_class); i++)
    of_hours.columns[of_class[i]] = -1;
  scan_rows (&of_hours);
  scanner->columns[CARREL_COLUMN_HOURS] = -1;
  scanner->kind = CARREL_OCCASION_MEETING;
  scan_rows (scanner);
}

static gboolean
has_times (const CarrelTableScanner *scanner)
{
  return scanner->columns[CARREL_COLUMN_TIME] >= 0 || scanner->columns[CARREL_COLUMN_HOURS] >= 0
         || scanner->columns[CARREL_COLUMN_DAY] >= 0;
}

/* "Time | MWF 9-10" as the head of a table: its rows are keys and values, and so is the head. */
static gboolean
begins_with_pair (const CarrelTableScanner *scanner)
{
  g_autofree char *key = carrel_table_scanner_dup_cell (&scanner->block->rows[0], 0);
  g_autofree char *value = carrel_table_scanner_dup_cell (&scanner->block->rows[0], 1);
  g_autoptr (GArray) slots = NULL;
  const char *meeting_kind = NULL;

  if (scanner->block->n_columns != 2
      || carrel_occasion_get_kind (scanner->page->words, key, &meeting_kind)
             == CARREL_OCCASION_NONE)
    return FALSE;
  slots = carrel_slot_read_line (scanner->page->words, value, scanner->flags);
  return slots->len > 0 && g_array_index (slots, CarrelSlot, 0).days != CARREL_DAY_NONE
         && g_array_index (slots, CarrelSlot, 0).end != CARREL_UNKNOWN;
}

static void
scan_timed_rows (CarrelTableScanner *scanner)
{
  gboolean has_hours = scanner->columns[CARREL_COLUMN_HOURS] >= 0;

  if (scanner->columns[CARREL_COLUMN_ROW] < 0 || has_hours)
    scan_rows (scanner);
  /* "Name | Office hours | Section": a column of hours and one of classes. */
  if (has_hours && scanner->columns[CARREL_COLUMN_TIME] < 0
      && scanner->columns[CARREL_COLUMN_DAY] < 0)
    carrel_table_scanner_scan_kinds (scanner);
}

static void
scan_table (CarrelTableScanner *scanner)
{
  if (begins_with_pair (scanner))
    {
      scan_pairs (scanner, 1);
      return;
    }
  carrel_table_scanner_map_columns (scanner);
  read_kind (scanner);
  if (carrel_table_scanner_scan_grid (scanner) || scan_rooms (scanner))
    return;
  if (carrel_table_scanner_has_both (scanner))
    scan_class_and_hours (scanner);
  else if (has_times (scanner))
    scan_timed_rows (scanner);
  else if (!carrel_table_scanner_scan_kinds (scanner))
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
