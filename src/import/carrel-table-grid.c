/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and classes in a grid: days head the columns, times the rows. */
#define G_LOG_DOMAIN "carrel-table-grid"

#include "config.h"

#include "carrel-table-scanner.h"

#include "carrel-day-list.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"

#include <string.h>

/* The days that head the columns of a grid; returns how many there are. */
static guint
read_grid_days (const CarrelTableScanner *scanner, CarrelDays *days)
{
  const CarrelTableRow *head = &scanner->block->rows[0];
  guint n_days = 0;

  for (guint i = 0; i < head->n_cells && i < CARREL_MAX_COLUMNS; i++)
    {
      g_autofree char *text = carrel_table_scanner_dup_cell (head, (int) i);

      days[i] = carrel_day_list_read_all (scanner->page->words, text);
      n_days += days[i] != CARREL_DAY_NONE ? 1 : 0;
    }
  return n_days;
}

/* "Luokka BK107" above the grid. */
static char *
find_grid_place (const CarrelTableScanner *scanner)
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
extend_last (CarrelTableScanner *scanner, guint from, const CarrelOccasion *occasion)
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
add_grid_occasion (CarrelTableScanner *scanner, guint from, CarrelOccasion *occasion)
{
  g_autoptr (CarrelOccasion) owned = occasion;

  if (!extend_last (scanner, from, occasion))
    g_ptr_array_add (scanner->occasions, g_steal_pointer (&owned));
}

/* One occasion of a cell of a grid; @name is NULL for a cell that says what it is. */
static CarrelOccasion *
new_grid_occasion (CarrelTableScanner *scanner, const char *text, const char *name, int line)
{
  const CarrelWords *words = scanner->page->words;
  const char *meeting_kind = scanner->meeting_kind;
  CarrelOccasionKind own = carrel_occasion_get_kind (words, text, &meeting_kind);
  CarrelOccasion *occasion = carrel_occasion_new (name == NULL ? own : scanner->kind, line);
  const char *open = strpbrk (text, "(,@");
  CarrelPlace place = { 0 };

  occasion->meeting_kind = meeting_kind;
  occasion->person = g_strdup (name);
  if (name == NULL && own == CARREL_OCCASION_HOURS && open != NULL)
    occasion->person = carrel_person_name_read (words, open + 1);
  if (open != NULL && (name != NULL || occasion->person == NULL))
    carrel_place_read_after (words, open, &place);
  carrel_occasion_take_place (occasion, &place);
  if (occasion->place == NULL)
    occasion->place = find_grid_place (scanner);
  return occasion;
}

/* "TA meeting" is neither a class nor an hour for students, and "No OH" is nothing. */
static gboolean
is_none_of_course (const CarrelWords *words, const char *text)
{
  static const char *const meetings[] = { "meeting", "meetings", NULL };

  if (g_ascii_strncasecmp (text, "no ", 3) == 0)
    return TRUE;
  return carrel_phrase_occurs (text, -1, meetings)
         && (carrel_words_match_role (words, text, NULL) != NULL
             || g_ascii_strncasecmp (text, "staff", 5) == 0);
}

static void
scan_grid_cell (
    CarrelTableScanner *scanner, guint from, const char *text, const CarrelSlot *slot, int line)
{
  const char *meeting_kind = NULL;
  gboolean is_named = carrel_occasion_get_kind (scanner->page->words, text, &meeting_kind)
                      == CARREL_OCCASION_NONE;
  g_autoptr (GPtrArray) names = carrel_person_name_split (scanner->page->words, text);

  if ((is_named && scanner->kind != CARREL_OCCASION_HOURS)
      || is_none_of_course (scanner->page->words, text))
    return;
  for (guint i = 0; i < (is_named ? names->len : 1); i++)
    {
      CarrelOccasion *occasion
          = new_grid_occasion (scanner, text, is_named ? g_ptr_array_index (names, i) : NULL, line);

      carrel_occasion_set_slot (occasion, slot);
      add_grid_occasion (scanner, from, occasion);
    }
}

static gboolean
read_grid_time (const CarrelTableScanner *scanner, guint index, CarrelSlot *slot)
{
  g_autofree char *text = NULL;
  CarrelTimeSpan span;

  if (index >= scanner->block->n_rows)
    return FALSE;
  text = carrel_table_scanner_dup_cell (&scanner->block->rows[index], 0);
  if (!carrel_time_span_read (scanner->page->words, text, scanner->flags | CARREL_TIME_BARE, &span))
    return FALSE;
  slot->start = span.start;
  slot->end = span.end;
  return TRUE;
}

/* A row with one time goes on to the next row; the last one is as long as the one above. */
static gboolean
read_grid_slot (const CarrelTableScanner *scanner, guint index, CarrelSlot *slot)
{
  CarrelSlot other = { 0 };

  if (!read_grid_time (scanner, index, slot))
    return FALSE;
  if (slot->end != CARREL_UNKNOWN)
    return TRUE;
  if (read_grid_time (scanner, index + 1, &other))
    slot->end = other.start;
  else if (read_grid_time (scanner, index - 1, &other))
    slot->end = slot->start + (slot->start - other.start);
  return TRUE;
}

static void
scan_rows (CarrelTableScanner *scanner, const CarrelDays *days)
{
  guint from = scanner->occasions->len;

  for (guint i = 1; i < scanner->block->n_rows; i++)
    {
      const CarrelTableRow *row = &scanner->block->rows[i];
      CarrelSlot slot = { 0 };

      if (!read_grid_slot (scanner, i, &slot))
        continue;
      for (guint j = 1; j < MIN (row->n_cells, CARREL_MAX_COLUMNS); j++)
        {
          g_autofree char *text = carrel_table_scanner_dup_cell (row, (int) j);

          slot.days = days[j];
          if (text[0] != '\0' && slot.days != CARREL_DAY_NONE)
            scan_grid_cell (scanner, from, text, &slot, row->line);
        }
    }
}

/* "Ann 2-3pm (Zoom)": what is said of a time, without it. */
static char *
dup_without_time (const char *text, const CarrelSlot *slot)
{
  char *rest = g_strdup_printf ("%.*s%s", (int) slot->from, text, text + slot->until);
  gsize n = strspn (rest, " ,:;-");

  memmove (rest, rest + n, strlen (rest + n) + 1);
  return g_strchomp (rest);
}

static gboolean
has_time (const CarrelTableScanner *scanner, const char *line)
{
  g_autoptr (GArray) slots
      = carrel_slot_read_line (scanner->page->words, line, scanner->flags | CARREL_TIME_BARE);

  return slots->len == 1 && !g_array_index (slots, CarrelSlot, 0).is_dated
         && g_array_index (slots, CarrelSlot, 0).days == CARREL_DAY_NONE
         && g_array_index (slots, CarrelSlot, 0).end != CARREL_UNKNOWN;
}

/* The line of a cell of several lines that has the time of all of them; -1 where none or several
 * have one. */
static int
find_only_time (const CarrelTableScanner *scanner, char **lines)
{
  int found = -1;

  for (int i = 0; lines[0] != NULL && lines[1] != NULL && lines[i] != NULL; i++)
    {
      if (!has_time (scanner, g_strstrip (lines[i])))
        continue;
      if (found >= 0)
        return -1;
      found = i;
    }
  return found;
}

/* What a line beside the time says: the room, or who is there. */
static void
take_detail (const CarrelTableScanner *scanner, CarrelOccasion *occasion, const char *line)
{
  const CarrelWords *words = scanner->page->words;
  const char *meeting_kind = NULL;
  CarrelPlace place = { 0 };
  char *name = occasion->kind == CARREL_OCCASION_HOURS && occasion->person == NULL
                       && !carrel_place_is_room (line)
                   ? carrel_person_name_read (words, line)
                   : NULL;

  if (name != NULL)
    occasion->person = name;
  else if (occasion->place == NULL
           && carrel_occasion_get_kind (words, line, &meeting_kind) == CARREL_OCCASION_NONE)
    {
      carrel_place_read_cell (words, line, &place);
      carrel_occasion_take_place (occasion, &place);
    }
}

/* The section or the person that the row is of. */
static void
take_head (const CarrelTableScanner *scanner, CarrelOccasion *occasion, const CarrelTableRow *row)
{
  g_autofree char *corner = carrel_table_scanner_dup_cell (&scanner->block->rows[0], 0);
  g_autofree char *head = NULL;

  /* Below a day, the first cell is one of the grid. */
  if (carrel_day_list_read_all (scanner->page->words, corner) != CARREL_DAY_NONE)
    return;
  head = carrel_table_scanner_dup_cell (row, 0);
  occasion->section = carrel_occasion_dup_section (scanner->page->words, head);
  if (occasion->kind == CARREL_OCCASION_HOURS && occasion->person == NULL
      && strpbrk (head, "0123456789") == NULL)
    occasion->person = carrel_person_name_read (scanner->page->words, head);
}

/* "9-10" alone in a cell, of what stands above the table. */
static void
add_bare_time (CarrelTableScanner *scanner,
               guint from,
               const CarrelSlot *slot,
               const CarrelTableRow *row)
{
  CarrelOccasion *occasion;

  if (scanner->kind == CARREL_OCCASION_NONE)
    return;
  occasion = carrel_occasion_new (scanner->kind, row->line);
  occasion->meeting_kind = scanner->meeting_kind;
  take_head (scanner, occasion, row);
  carrel_occasion_set_slot (occasion, slot);
  add_grid_occasion (scanner, from, occasion);
}

/* "Lecture" above "CC-51" above "8:00-8:50", in a row that "Section 1" starts. */
static void
scan_lines_of_cell (CarrelTableScanner *scanner,
                    guint from,
                    char **lines,
                    int timed,
                    const CarrelTableRow *row,
                    CarrelDays day)
{
  g_autofree char *text = g_strjoinv (" ", lines);
  g_autoptr (GArray) slots = carrel_slot_read_line (scanner->page->words, lines[timed],
                                                    scanner->flags | CARREL_TIME_BARE);
  CarrelSlot slot = g_array_index (slots, CarrelSlot, 0);
  const char *meeting_kind = scanner->meeting_kind;
  CarrelOccasionKind kind = carrel_occasion_get_kind (scanner->page->words, text, &meeting_kind);
  CarrelOccasion *occasion;

  if (kind == CARREL_OCCASION_NONE)
    kind = scanner->kind;
  if (kind == CARREL_OCCASION_NONE)
    return;
  occasion = carrel_occasion_new (kind, row->line);
  occasion->meeting_kind = meeting_kind;
  for (int i = 0; lines[i] != NULL; i++)
    if (i != timed && *lines[i] != '\0')
      take_detail (scanner, occasion, lines[i]);
  take_head (scanner, occasion, row);
  slot.days = day;
  carrel_occasion_set_slot (occasion, &slot);
  add_grid_occasion (scanner, from, occasion);
}

/* A line of a cell below a day that has a time of its own. */
static void
scan_timed_line (CarrelTableScanner *scanner,
                 guint from,
                 const char *line,
                 CarrelDays day,
                 const CarrelTableRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (line));
  g_autoptr (GArray) slots
      = carrel_slot_read_line (scanner->page->words, text, scanner->flags | CARREL_TIME_BARE);
  CarrelSlot slot;
  g_autofree char *rest = NULL;

  if (slots->len != 1)
    return;
  slot = g_array_index (slots, CarrelSlot, 0);
  if (slot.is_dated || slot.days != CARREL_DAY_NONE || slot.end == CARREL_UNKNOWN)
    return;
  slot.days = day;
  rest = dup_without_time (text, &slot);
  if (*rest == '\0')
    add_bare_time (scanner, from, &slot, row);
  else
    scan_grid_cell (scanner, from, rest, &slot, row->line);
}

static void
scan_timed_cell (CarrelTableScanner *scanner,
                 guint from,
                 const CarrelTableRow *row,
                 guint column,
                 CarrelDays day)
{
  g_autofree char *text = carrel_table_scanner_dup_cell (row, (int) column);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  int timed = find_only_time (scanner, lines);

  if (timed >= 0)
    {
      scan_lines_of_cell (scanner, from, lines, timed, row, day);
      return;
    }
  for (gsize i = 0; lines[i] != NULL; i++)
    scan_timed_line (scanner, from, lines[i], day, row);
}

/* "Mon | Tue" above cells that say their times themselves: "Ann 2-3pm". */
static gboolean
scan_timed_cells (CarrelTableScanner *scanner, const CarrelDays *days)
{
  guint from = scanner->occasions->len;

  for (guint i = 1; i < scanner->block->n_rows; i++)
    {
      const CarrelTableRow *row = &scanner->block->rows[i];

      for (guint j = 0; j < MIN (row->n_cells, CARREL_MAX_COLUMNS); j++)
        if (days[j] != CARREL_DAY_NONE)
          scan_timed_cell (scanner, from, row, j, days[j]);
    }
  return scanner->occasions->len > from;
}

/**
 * carrel_table_scanner_dup_cell:
 * @row: a row
 * @column: an index, or -1
 *
 * Returns: (transfer full): the text of a cell, "" if the row has no such cell
 */
char *
carrel_table_scanner_dup_cell (const CarrelTableRow *row, int column)
{
  if (column < 0 || column >= (int) row->n_cells)
    return g_strdup ("");
  return carrel_page_dup_text (&row->cells[column]);
}

/* "TA location and hours", "Normal hours": what names in a grid are below such a heading. */
static gboolean
is_below_hours (const CarrelTableScanner *scanner)
{
  static const char *const hours[] = { "hours", "sprechzeiten", "horarios", "horaires", NULL };
  int at = (int) scanner->section;

  while (at >= 0)
    {
      const CarrelPageSection *section = carrel_page_get_section (scanner->page, (guint) at);

      if (carrel_phrase_occurs (section->heading, -1, hours))
        return TRUE;
      at = section->parent;
    }
  return FALSE;
}

/**
 * carrel_table_scanner_scan_grid:
 * @scanner: a walk over a table
 *
 * Returns: whether the table is a grid; then what its cells say was added
 */
gboolean
carrel_table_scanner_scan_grid (CarrelTableScanner *scanner)
{
  CarrelDays days[CARREL_MAX_COLUMNS] = { CARREL_DAY_NONE };
  CarrelSlot slot;

  if (read_grid_days (scanner, days) < 2)
    return FALSE;
  if (days[0] != CARREL_DAY_NONE || !read_grid_time (scanner, 1, &slot))
    return scan_timed_cells (scanner, days);
  if (is_below_hours (scanner))
    scanner->kind = CARREL_OCCASION_HOURS;
  scan_rows (scanner, days);
  return TRUE;
}
