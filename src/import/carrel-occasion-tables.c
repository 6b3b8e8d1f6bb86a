/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes and office hours in tables: one a row, one a key, or names and classes in a grid of times
 * and days. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-day-list.h"
#include "carrel-line-place.h"
#include "carrel-page-cells.h"
#include "carrel-table-cell.h"
#include "carrel-table-hours.h"
#include "carrel-table-pairs.h"
#include "carrel-table-row.h"

#include <string.h>

/* The text of the paragraph right above a table, if it is short: a caption. */
static const char *
get_caption (const CarrelTableScanner *scanner)
{
  const CarrelBlock *above;

  if (scanner->index == 0)
    return "";
  above = carrel_page_get_block (scanner->page, scanner->index - 1);
  if (above->kind == CARREL_BLOCK_TABLE || strlen (above->content.text) > 120
      || strchr (above->content.text, '?') != NULL)
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

/* A column of office hours, or "Hours" above a table of people; without people they could be those
 * of the class. */
static gboolean
are_office_hours (const CarrelTableScanner *scanner)
{
  const CarrelPageSection *section = carrel_page_get_section (scanner->page, scanner->section);

  return scanner->columns[CARREL_COLUMN_HOURS] >= 0
         || (scanner->columns[CARREL_COLUMN_PERSON] >= 0
             && g_ascii_strcasecmp (section->heading, "hours") == 0);
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

/* What the columns say where no heading does, or else the page; @numbered: "Lab 1", "Lab 2". */
static void
read_kind_of_columns (CarrelTableScanner *scanner, const char *numbered)
{
  if (carrel_table_hours_are_of_people (scanner))
    scanner->kind = CARREL_OCCASION_HOURS;
  else if (numbered != NULL)
    {
      scanner->kind = CARREL_OCCASION_MEETING;
      scanner->meeting_kind = numbered;
    }
  else
    scanner->kind = carrel_occasion_get_page_kind (scanner->page, &scanner->meeting_kind);
}

static void
read_kind (CarrelTableScanner *scanner)
{
  const char *numbered = carrel_table_scanner_get_numbered_kind (scanner);

  scanner->meeting_kind = "lecture";
  if (are_office_hours (scanner))
    scanner->kind = CARREL_OCCASION_HOURS;
  else if (numbered == NULL)
    scanner->kind = carrel_occasion_get_kind (scanner->page->words, get_caption (scanner),
                                              &scanner->meeting_kind);
  read_kind_of_headings (scanner);
  if (scanner->kind == CARREL_OCCASION_NONE)
    read_kind_of_columns (scanner, numbered);
  if (scanner->kind == CARREL_OCCASION_NONE && scanner->columns[CARREL_COLUMN_TIME] >= 0
      && (scanner->columns[CARREL_COLUMN_SECTION] >= 0 || has_time_of_class (scanner)))
    scanner->kind = CARREL_OCCASION_MEETING;
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

/* Whether nothing stands between two times of a cell but a comma or a word that joins them. */
static gboolean
is_joined (const CarrelWords *words, const char *text, const CarrelSlot *slot, gsize next)
{
  gsize at = slot->until + strspn (text + slot->until, " ,&");

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
        carrel_table_row_add_slot (scanner, row, slot, after);
      if (i + 1 < slots->len && is_joined (scanner->page->words, text, slot, next))
        continue;
      share_place (scanner, first);
      first = scanner->occasions->len;
    }
  if (carrel_table_row_says_appointment (scanner, text)
      || carrel_table_row_says_appointment (scanner, days))
    {
      g_autofree char *person = carrel_table_row_dup_person (scanner, row);

      carrel_table_row_add_appointment (scanner, row, person);
    }
}

/* "Lecture | MWF 3-4" above "Office hours | M 9-10" in one table: each row says what it is. */
static gboolean
has_mixed_rows (CarrelTableScanner *scanner)
{
  gboolean has_class = FALSE, has_hours = FALSE;

  for (guint i = scanner->first_row; i < scanner->block->n_rows; i++)
    {
      g_autofree char *name = carrel_table_scanner_dup_cell (&scanner->block->rows[i], 0);
      const char *meeting_kind = NULL;
      CarrelOccasionKind kind
          = carrel_occasion_get_kind (scanner->page->words, name, &meeting_kind);

      has_class = has_class || kind == CARREL_OCCASION_MEETING;
      has_hours = has_hours || kind == CARREL_OCCASION_HOURS;
    }
  return has_class && has_hours;
}

/* Whether each cell of a column is a kind of class: of several kinds, or of one where what stands
 * above says no more than that they are sections. */
static gboolean
is_column_of_kinds (const CarrelTableScanner *scanner, int column, const char *general)
{
  const char *first = NULL;
  gboolean differ = FALSE;

  for (guint i = scanner->first_row; i < scanner->block->n_rows; i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (&scanner->block->rows[i], column);
      const char *kind = NULL;

      if (text[0] == '\0')
        continue;
      if (!carrel_occasion_is_class (scanner->page->words, text, &kind))
        return FALSE;
      differ = differ || (first != NULL && !g_str_equal (first, kind));
      first = kind;
    }
  return differ || (first != NULL && g_strcmp0 (general, "section") == 0);
}

/* The column whose cells are kinds of class, or -1. */
static int
find_column_of_kinds (const CarrelTableScanner *scanner, const char *general)
{
  for (guint i = 0; i < scanner->block->rows[0].n_cells; i++)
    if ((int) i != scanner->columns[CARREL_COLUMN_PLACE]
        && is_column_of_kinds (scanner, (int) i, general))
      return (int) i;
  return -1;
}

/* What a row says it is, and of which kind in the column of kinds. */
static void
take_kind_of_row (CarrelTableScanner *scanner, const CarrelTableRow *row, int column)
{
  g_autofree char *cell = carrel_table_scanner_dup_cell (row, column);

  scanner->kind = read_row_kind (scanner, row);
  if (scanner->kind == CARREL_OCCASION_MEETING)
    carrel_occasion_is_class (scanner->page->words, cell, &scanner->meeting_kind);
}

/* "Lab | Fri 1-3" below "Class meetings": a row may say what kind of class it is, in the column of
 * kinds, or in any where what stands above says no more than that they are classes. */
static void
take_class_of_row (CarrelTableScanner *scanner,
                   const CarrelTableRow *row,
                   const char *general,
                   int column)
{
  g_autofree char *cell = carrel_table_scanner_dup_cell (row, column);

  scanner->meeting_kind = general;
  if (scanner->kind != CARREL_OCCASION_MEETING
      || carrel_occasion_is_class (scanner->page->words, cell, &scanner->meeting_kind)
      || g_strcmp0 (general, "lecture") != 0)
    return;
  if (read_row_kind (scanner, row) != CARREL_OCCASION_MEETING)
    scanner->meeting_kind = general;
}

static void
scan_rows (CarrelTableScanner *scanner)
{
  CarrelOccasionKind kind = has_mixed_rows (scanner) ? CARREL_OCCASION_NONE : scanner->kind;
  const char *general = scanner->meeting_kind;
  int column = find_column_of_kinds (scanner, general);

  for (guint i = scanner->first_row; i < scanner->block->n_rows; i++)
    {
      const CarrelTableRow *row = &scanner->block->rows[i];

      if (kind != CARREL_OCCASION_NONE)
        take_class_of_row (scanner, row, general, column);
      else
        take_kind_of_row (scanner, row, column);
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

/* The first row, or the one below a head without any text. */
static const CarrelTableRow *
get_first_row (const CarrelTableScanner *scanner)
{
  const CarrelTableRow *row = &scanner->block->rows[0];

  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i].text != '\0')
      return row;
  return scanner->block->n_rows > 1 ? row + 1 : row;
}

/* "Time | MWF 9-10" or "Days | MWF" as the head of a table: its rows are keys and values, and so is
 * the head. */
static gboolean
begins_with_pair (const CarrelTableScanner *scanner)
{
  const CarrelTableRow *first = get_first_row (scanner);
  g_autofree char *key = carrel_table_scanner_dup_cell (first, 0);
  g_autofree char *value = carrel_table_scanner_dup_cell (first, 1);
  g_autoptr (GArray) slots = NULL;
  const char *meeting_kind = NULL;

  if (scanner->block->n_columns != 2)
    return FALSE;
  if (carrel_words_has_label (scanner->page->words, key, CARREL_LABEL_DAY)
      && carrel_day_list_read_all (scanner->page->words, value) != CARREL_DAY_NONE)
    return TRUE;
  if (carrel_occasion_get_kind (scanner->page->words, key, &meeting_kind) == CARREL_OCCASION_NONE)
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

/* Times in a table of weights say when work is due. */
static gboolean
has_weights (const CarrelTableScanner *scanner)
{
  for (guint i = 0; i < scanner->block->rows[0].n_cells; i++)
    {
      g_autofree char *head = carrel_table_scanner_dup_cell (&scanner->block->rows[0], (int) i);

      if (carrel_words_has_label (scanner->page->words, head, CARREL_LABEL_WEIGHT))
        return TRUE;
    }
  return FALSE;
}

static void
scan_table (CarrelTableScanner *scanner)
{
  if (has_weights (scanner))
    return;
  if (begins_with_pair (scanner))
    {
      carrel_table_pairs_scan (scanner, 1);
      return;
    }
  carrel_table_scanner_map_columns (scanner);
  read_kind (scanner);
  if (carrel_table_scanner_scan_grid (scanner) || scan_rooms (scanner))
    return;
  if (carrel_table_scanner_has_kinds (scanner))
    carrel_table_scanner_scan_kinds (scanner);
  else if (carrel_table_scanner_has_both (scanner))
    scan_class_and_hours (scanner);
  else if (has_times (scanner))
    scan_timed_rows (scanner);
  else if (!carrel_table_scanner_scan_kinds (scanner))
    for (guint i = 1; i < MIN (scanner->block->n_columns, 4); i++)
      carrel_table_pairs_scan (scanner, (int) i);
}

/* Hours, labs and sections without a place may have the one that the section says. */
static gboolean
may_be_elsewhere (const CarrelOccasion *occasion)
{
  return occasion->place == NULL && occasion->mode == NULL && !occasion->by_appointment
         && (occasion->kind == CARREL_OCCASION_HOURS
             || g_strcmp0 (occasion->meeting_kind, "lecture") != 0);
}

/* What the section says once is where all rows without a place of their own are. */
static void
place_rows (const CarrelTableScanner *scanner, guint first)
{
  const CarrelPageSection *section = carrel_page_get_section (scanner->page, scanner->section);
  CarrelPageLine line
      = { .text = "", .section = scanner->section, .block = scanner->index, .parent = -1 };
  CarrelLineScanner lines = { .page = scanner->page,
                              .occasions = scanner->occasions,
                              .flags = scanner->flags,
                              .index = section->first_line,
                              .line = &line };
  guint end = section->end_line;

  /* The first line of the section below the table. */
  while (lines.index < end)
    {
      guint middle = lines.index + (end - lines.index) / 2;

      if (carrel_page_get_line (scanner->page, middle)->block < scanner->index)
        lines.index = middle + 1;
      else
        end = middle;
    }
  for (guint i = first; i < scanner->occasions->len; i++)
    {
      CarrelOccasion *occasion = g_ptr_array_index (scanner->occasions, i);

      if (may_be_elsewhere (occasion))
        carrel_line_place_set_of_table (&lines, occasion);
    }
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
      guint first;

      scanner.block = carrel_page_get_block (page, i);
      if (scanner.block->kind != CARREL_BLOCK_TABLE || scanner.block->n_rows == 0
          || carrel_page_cells_are_lines (scanner.block))
        continue;
      scanner.section = carrel_page_find_section (page, i);
      first = occasions->len;
      scan_table (&scanner);
      if (occasions->len > first)
        place_rows (&scanner, first);
    }
}
