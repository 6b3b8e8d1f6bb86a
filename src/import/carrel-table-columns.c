/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a table hold, by their heads, and by their cells where a head is missing. */
#define G_LOG_DOMAIN "carrel-table-columns"

#include "config.h"

#include "carrel-day-list.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-role.h"
#include "carrel-table-cell.h"
#include "carrel-table-head.h"
#include "carrel-table-scanner.h"

#include <string.h>

#define DIGITS "0123456789"

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

  /* The first and last day of a class make no schedule. */
  if (g_ascii_strcasecmp (text, "start date") == 0 || g_ascii_strcasecmp (text, "end date") == 0
      || g_ascii_strcasecmp (text, "date range") == 0)
    return CARREL_COLUMN_OTHER;
  if (role != NULL && label != CARREL_LABEL_OFFICE_HOURS)
    return CARREL_COLUMN_PERSON;
  for (gsize i = 0; i < G_N_ELEMENTS (column_labels); i++)
    if (column_labels[i].label == label)
      return column_labels[i].column;
  return CARREL_COLUMN_OTHER;
}

static gboolean
has_only (const CarrelTableScanner *scanner, int column, const char *characters)
{
  for (guint i = 1; i < scanner->block->n_rows; i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (&scanner->block->rows[i], column);

      if (strspn (text, characters) < strlen (text))
        return FALSE;
    }
  return TRUE;
}

/* "Meeting | Time | Room": the time stands below "Time", and the other column names the class, or
 * says how many "Hours" there are. */
static void
prefer_time (CarrelTableScanner *scanner, int column, const char *head)
{
  g_autofree char *first = carrel_table_scanner_dup_cell (&scanner->block->rows[0],
                                                          scanner->columns[CARREL_COLUMN_TIME]);

  if (carrel_words_find_label (scanner->page->words, head) == CARREL_LABEL_TIME
      && (carrel_words_find_label (scanner->page->words, first) == CARREL_LABEL_MEETING
          || has_only (scanner, scanner->columns[CARREL_COLUMN_TIME], DIGITS)))
    scanner->columns[CARREL_COLUMN_TIME] = column;
}

static void
map_headed_columns (CarrelTableScanner *scanner)
{
  const CarrelWords *words = scanner->page->words;
  const CarrelTableRow *head = &scanner->block->rows[0];
  gboolean is_headed = carrel_table_head_is_first (scanner->page, scanner->block);

  for (guint i = 0; i < CARREL_N_COLUMNS; i++)
    scanner->columns[i] = -1;
  for (guint i = 0; is_headed && i < MIN (head->n_cells, CARREL_MAX_COLUMNS); i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (head, (int) i);
      const char *role = carrel_role_find (words, text);
      CarrelColumn column = find_column (words, text, role);

      if (scanner->columns[column] >= 0)
        {
          prefer_time (scanner, (int) i, text);
          continue;
        }
      scanner->columns[column] = (int) i;
      /* "Instructor/TA" does not say who is which. */
      if (column == CARREL_COLUMN_PERSON && strpbrk (text, "/,&") == NULL)
        scanner->role = role;
    }
}

/* "Time (who and where)": a head may name more than one thing, and the time comes first. */
static void
map_mixed_column (CarrelTableScanner *scanner)
{
  const CarrelTableRow *head = &scanner->block->rows[0];
  gboolean is_headed = carrel_table_head_is_first (scanner->page, scanner->block);

  for (guint i = 0; is_headed && i < MIN (head->n_cells, CARREL_MAX_COLUMNS); i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (head, (int) i);

      if (!carrel_words_has_label (scanner->page->words, text, CARREL_LABEL_TIME))
        continue;
      scanner->columns[CARREL_COLUMN_TIME] = (int) i;
      for (guint j = 0; j < CARREL_N_COLUMNS; j++)
        if (j != CARREL_COLUMN_TIME && scanner->columns[j] == (int) i)
          scanner->columns[j] = -1;
      return;
    }
}

/* "Mi 8-10" below "Datum": a time of the week. */
static void
map_weekly_dates (CarrelTableScanner *scanner)
{
  int column = scanner->columns[CARREL_COLUMN_ROW];
  g_autofree char *text = scanner->block->n_rows > 1
                              ? carrel_table_scanner_dup_cell (&scanner->block->rows[1], column)
                              : g_strdup ("");
  g_autoptr (GArray) slots = carrel_slot_read_line (scanner->page->words, text, scanner->flags);
  const CarrelSlot *first = slots->len > 0 ? &g_array_index (slots, CarrelSlot, 0) : NULL;

  if (first == NULL || first->days == CARREL_DAY_NONE || first->end == CARREL_UNKNOWN
      || first->is_dated || first->from > 0)
    return;
  scanner->columns[CARREL_COLUMN_TIME] = column;
  scanner->columns[CARREL_COLUMN_ROW] = -1;
}

/* What a cell below no head is: a day, a place or a name. */
static CarrelColumn
guess_cell (const CarrelTableScanner *scanner, const char *text)
{
  const CarrelWords *words = scanner->page->words;
  g_auto (CarrelPlace) place = { 0 };
  g_autofree char *name = carrel_person_name_read (words, text);

  if (carrel_day_list_read_all (words, text) != CARREL_DAY_NONE)
    return CARREL_COLUMN_DAY;
  carrel_place_read_after (words, text, &place);
  if (place.place != NULL)
    return CARREL_COLUMN_PLACE;
  return name != NULL ? CARREL_COLUMN_PERSON : CARREL_COLUMN_OTHER;
}

/* "Tue 10:00-11:30", every week and not on one day. */
static gboolean
is_weekly (const CarrelTableScanner *scanner, const char *text)
{
  g_autoptr (GArray) slots = carrel_slot_read_line (scanner->page->words, text, scanner->flags);
  const CarrelSlot *first = slots->len > 0 ? &g_array_index (slots, CarrelSlot, 0) : NULL;

  return first != NULL && first->days != CARREL_DAY_NONE && first->end != CARREL_UNKNOWN
         && !first->is_dated;
}

/* The cell of a row that is days and nothing else, or NULL. */
static char *
dup_days (const CarrelTableScanner *scanner, const CarrelTableRow *row)
{
  for (guint i = 0; i < MIN (row->n_cells, CARREL_MAX_COLUMNS); i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (row, (int) i);

      if (carrel_day_list_read_all (scanner->page->words, text) != CARREL_DAY_NONE)
        return g_steal_pointer (&text);
    }
  return NULL;
}

/* "Tue 10-11:30" in one cell, or "Tue" in another one of the row. */
static gboolean
row_is_weekly (const CarrelTableScanner *scanner, const CarrelTableRow *row, guint column)
{
  g_autofree char *text = carrel_table_scanner_dup_cell (row, (int) column);
  g_autofree char *days = NULL;
  g_autofree char *both = NULL;

  if (is_weekly (scanner, text))
    return TRUE;
  if (!g_ascii_isdigit (*text) || strpbrk (text, ":apAP") == NULL)
    return FALSE;
  days = dup_days (scanner, row);
  both = days != NULL ? g_strconcat (days, " ", text, NULL) : NULL;
  return both != NULL && is_weekly (scanner, both);
}

static gboolean
is_blank_row (const CarrelTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (row, (int) i);

      if (text[0] != '\0')
        return FALSE;
    }
  return TRUE;
}

/* Where a table has no head, or an empty one, or a time in it, the times tell their column. */
static void
map_weekly_column (CarrelTableScanner *scanner)
{
  const CarrelTableRow *rows = scanner->block->rows;

  for (guint i = 0; i < MIN (rows[0].n_cells, CARREL_MAX_COLUMNS); i++)
    {
      gboolean in_head = row_is_weekly (scanner, &rows[0], i);

      if ((!in_head && rows[0].is_header && !is_blank_row (&rows[0])) || scanner->block->n_rows < 2
          || !row_is_weekly (scanner, &rows[1], i))
        continue;
      /* What names no columns is a row of its own. */
      for (guint j = 0; in_head && j < CARREL_N_COLUMNS; j++)
        scanner->columns[j] = -1;
      scanner->columns[CARREL_COLUMN_TIME] = (int) i;
      scanner->first_row = in_head ? 0 : 1;
      return;
    }
}

/* What all cells of a column are, blank ones aside. */
static CarrelColumn
guess_column (const CarrelTableScanner *scanner, int column)
{
  CarrelColumn guess = CARREL_N_COLUMNS;

  for (guint i = scanner->first_row; i < scanner->block->n_rows; i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (&scanner->block->rows[i], column);
      CarrelColumn cell = text[0] != '\0' ? guess_cell (scanner, text) : guess;

      if (guess != CARREL_N_COLUMNS && cell != guess)
        return CARREL_COLUMN_OTHER;
      guess = cell;
    }
  return guess != CARREL_N_COLUMNS ? guess : CARREL_COLUMN_OTHER;
}

/* The next column behind @column whose head names times, or -1. */
static int
find_next_times (const CarrelTableScanner *scanner, int column)
{
  const CarrelTableRow *head = &scanner->block->rows[0];

  for (guint i = (guint) column + 1; i < MIN (head->n_cells, CARREL_MAX_COLUMNS); i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (head, (int) i);

      if (carrel_words_find_label (scanner->page->words, text) == CARREL_LABEL_TIME)
        return (int) i;
    }
  return -1;
}

/* "When | Time" and "Data | Time" above "Monday | 3-4pm": cells that are days tell their column,
 * whatever its head. */
static void
map_column_of_days (CarrelTableScanner *scanner)
{
  int *times = &scanner->columns[CARREL_COLUMN_TIME];
  int *days = &scanner->columns[CARREL_COLUMN_DAY];

  if (*days >= 0 || *times < 0 || scanner->block->n_rows < 2)
    return;
  for (guint i = 0; i < MIN (scanner->block->rows[0].n_cells, CARREL_MAX_COLUMNS); i++)
    {
      int next = *times == (int) i ? find_next_times (scanner, *times) : *times;

      if (next < 0 || guess_column (scanner, (int) i) != CARREL_COLUMN_DAY)
        continue;
      *days = (int) i;
      *times = next;
      return;
    }
}

static gboolean
is_mapped (const CarrelTableScanner *scanner, int column)
{
  for (guint i = CARREL_COLUMN_OTHER + 1; i < CARREL_N_COLUMNS; i++)
    if (scanner->columns[i] == column)
      return TRUE;
  return FALSE;
}

/* Beside a column of times, one without a head is what its cells are. */
static void
map_unnamed_columns (CarrelTableScanner *scanner)
{
  const CarrelTableRow *head = &scanner->block->rows[0];

  if (scanner->columns[CARREL_COLUMN_TIME] < 0 && scanner->columns[CARREL_COLUMN_HOURS] < 0)
    return;
  for (guint i = 0; i < MIN (head->n_cells, CARREL_MAX_COLUMNS); i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (head, (int) i);
      CarrelColumn column = text[0] == '\0' || scanner->first_row == 0
                                ? guess_column (scanner, (int) i)
                                : CARREL_COLUMN_OTHER;

      if (scanner->columns[column] < 0 && !is_mapped (scanner, (int) i))
        scanner->columns[column] = (int) i;
    }
}

/* Whether nothing but times of the week stands in a column, at the start of its cells. */
static gboolean
has_only_times (const CarrelTableScanner *scanner, guint column)
{
  guint n_times = 0;

  for (guint i = scanner->first_row; i < scanner->block->n_rows; i++)
    {
      g_autofree char *text
          = carrel_table_scanner_dup_cell (&scanner->block->rows[i], (int) column);
      g_autoptr (GArray) slots = carrel_slot_read_line (scanner->page->words, text, scanner->flags);

      if (text[0] == '\0')
        continue;
      if (!is_weekly (scanner, text) || g_array_index (slots, CarrelSlot, 0).from > 0)
        return FALSE;
      n_times++;
    }
  return n_times > 0;
}

/* "Schedule" above "Tue 10-11:30": the only column of nothing but times of the week. */
static void
map_cells_of_times (CarrelTableScanner *scanner)
{
  int found = -1;
  g_autofree char *head = NULL;

  for (guint i = 0; i < MIN (scanner->block->rows[0].n_cells, CARREL_MAX_COLUMNS); i++)
    {
      if (!has_only_times (scanner, i))
        continue;
      if (found >= 0)
        return;
      found = (int) i;
    }
  head = carrel_table_scanner_dup_cell (&scanner->block->rows[0], found);
  /* Below "TA" stands all of a person. */
  if (found < 0 || carrel_role_find (scanner->page->words, head) != NULL)
    return;
  for (guint i = CARREL_COLUMN_OTHER + 1; i < CARREL_N_COLUMNS; i++)
    if (scanner->columns[i] == found)
      scanner->columns[i] = -1;
  scanner->columns[CARREL_COLUMN_TIME] = found;
}

/* "Class" above "Lecture 1" and "Lab": what has no times is no column of them, whatever its head.
 */
static void
drop_untimed_column (CarrelTableScanner *scanner)
{
  static const char time[]
      = "[0-9] ?(?:[:h.][0-9]{2}|[ap]\\.?m?\\b|-|\342\200\223|to |Uhr|\346\231\202)|noon|[0-9]h\\b";
  int column = scanner->columns[CARREL_COLUMN_TIME];

  for (guint i = 1; column >= 0 && i < scanner->block->n_rows; i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (&scanner->block->rows[i], column);

      if (carrel_pattern_matches (time, text, G_REGEX_CASELESS))
        return;
    }
  scanner->columns[CARREL_COLUMN_TIME] = -1;
}

/* "Hours | 2" beside a time: how many there are in a week. */
static void
drop_counted_hours (CarrelTableScanner *scanner)
{
  int column = scanner->columns[CARREL_COLUMN_HOURS];

  if (column >= 0 && scanner->columns[CARREL_COLUMN_TIME] >= 0
      && has_only (scanner, column, DIGITS))
    scanner->columns[CARREL_COLUMN_HOURS] = -1;
}

/* "1-5, 7-10" below "Weeks", beside a day and a time: when there are classes, no dated rows. */
static void
drop_ranges_of_weeks (CarrelTableScanner *scanner)
{
  int column = scanner->columns[CARREL_COLUMN_ROW];

  if (column >= 0 && scanner->columns[CARREL_COLUMN_DAY] >= 0
      && scanner->columns[CARREL_COLUMN_TIME] >= 0 && scanner->block->n_rows > 1
      && has_only (scanner, column, "0123456789,-–+& ") && !has_only (scanner, column, DIGITS))
    scanner->columns[CARREL_COLUMN_ROW] = -1;
}

/**
 * carrel_table_scanner_map_columns:
 * @scanner: (inout): a walk over a table, that learns what its columns hold
 */
void
carrel_table_scanner_map_columns (CarrelTableScanner *scanner)
{
  scanner->first_row = 1;
  map_headed_columns (scanner);
  drop_untimed_column (scanner);
  drop_counted_hours (scanner);
  drop_ranges_of_weeks (scanner);
  if (scanner->columns[CARREL_COLUMN_TIME] < 0 && scanner->columns[CARREL_COLUMN_HOURS] < 0)
    {
      map_mixed_column (scanner);
      map_weekly_dates (scanner);
    }
  if (scanner->columns[CARREL_COLUMN_TIME] < 0 && scanner->columns[CARREL_COLUMN_HOURS] < 0)
    map_weekly_column (scanner);
  if (scanner->columns[CARREL_COLUMN_TIME] < 0 && scanner->columns[CARREL_COLUMN_HOURS] < 0)
    map_cells_of_times (scanner);
  map_column_of_days (scanner);
  map_unnamed_columns (scanner);
}

/**
 * carrel_table_scanner_has_both:
 * @scanner: a table whose columns are known
 *
 * Tells "Instructor | Time | Days | Room | Office hours": a class, and the hours of who teaches it.
 *
 * Returns: whether both have times
 */
gboolean
carrel_table_scanner_has_both (const CarrelTableScanner *scanner)
{
  const CarrelTableRow *row = scanner->block->n_rows > 1 ? &scanner->block->rows[1] : NULL;
  g_autofree char *hours = NULL;
  g_autoptr (GArray) slots = NULL;
  const CarrelSlot *first;

  if (row == NULL || scanner->columns[CARREL_COLUMN_TIME] < 0
      || scanner->columns[CARREL_COLUMN_HOURS] < 0)
    return FALSE;
  hours = carrel_table_scanner_dup_cell (row, scanner->columns[CARREL_COLUMN_HOURS]);
  slots = carrel_slot_read_line (scanner->page->words, hours, scanner->flags);
  first = slots->len > 0 ? &g_array_index (slots, CarrelSlot, 0) : NULL;
  return first != NULL && first->days != CARREL_DAY_NONE && first->end != CARREL_UNKNOWN;
}

/**
 * carrel_table_scanner_skip_named:
 * @scanner: a table whose columns are known
 * @after: what stands behind a time in its cell
 * @names: (out) (transfer full) (nullable): whose time it is, separated by commas
 *
 * Reads ", Lily, Searles 224" and "(Jared, John, Searles 224)" below "Time (who and where)".
 *
 * Returns: (transfer none): what stands behind the names, or @after
 */
const char *
carrel_table_scanner_skip_named (const CarrelTableScanner *scanner, const char *after, char **names)
{
  const CarrelWords *words = scanner->page->words;
  g_autofree char *head = carrel_table_scanner_dup_cell (&scanner->block->rows[0],
                                                         scanner->columns[CARREL_COLUMN_TIME]);
  const char *first = after + strspn (after, " ,;:-(");
  const char *end;

  *names = NULL;
  if (scanner->columns[CARREL_COLUMN_PERSON] >= 0 || scanner->kind != CARREL_OCCASION_HOURS
      || !carrel_words_has_label (words, head, CARREL_LABEL_PERSON))
    return after;
  end = carrel_table_cell_skip_names (words, first);
  if (end == first)
    return after;
  *names = g_strndup (first, (gsize) (end - first));
  return end;
}
