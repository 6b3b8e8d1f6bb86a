/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of a schedule: a column of dates or weeks beside topics, dates inside the cells of topics,
 * or days of the week across the head. */
#define G_LOG_DOMAIN "carrel-schedule-table"

#include "config.h"

#include "carrel-cell-date.h"
#include "carrel-dash-dates.h"
#include "carrel-dot-dates.h"
#include "carrel-schedule-columns.h"
#include "carrel-schedule-days.h"
#include "carrel-schedule-fields.h"
#include "carrel-schedule-heads.h"
#include "carrel-table-cell.h"
#include "carrel-table-dates.h"
#include "carrel-table-head.h"

#include <string.h>

/* So many dates make a column one of a group of students. */
#define MIN_GROUP_DATES 3

#define MIN_WEEKS 3

static gboolean
is_head (const CarrelScheduleTable *self, const CarrelTableRow *row)
{
  return carrel_table_head_is (self->header, row);
}

/* Whether a cell stands in for the topic of its row, which is blank. */
static gboolean
is_in_place_of_topic (const CarrelScheduleTable *self,
                      const CarrelScheduleRow *row,
                      const CarrelTableRow *cells,
                      const char *cell)
{
  g_autofree char *topic = carrel_schedule_columns_dup_cell (self, cells, self->topic_column);

  return *topic == '\0' && g_strcmp0 (row->topic, cell) == 0;
}

static void
add_cells (const CarrelScheduleTable *self, CarrelScheduleRow *row, const CarrelTableRow *cells)
{
  for (guint column = 0; column < cells->n_cells; column++)
    {
      g_autofree char *cell = carrel_schedule_columns_dup_cell (self, cells, column);

      if (column == self->topic_column)
        carrel_schedule_reader_add_links (row, &cells->cells[column], self->reader->page->file,
                                          cells->line);
      else if (column != self->date_column && column != self->week_column
               && !is_in_place_of_topic (self, row, cells, cell)
               && !carrel_schedule_columns_is_of_other_half (self, column))
        carrel_schedule_fields_add_cell (self, row, column, cell);
    }
  row->week = g_strdup (self->week);
  carrel_schedule_reader_finish_row (self->reader, row);
}

/* Each line of a cell that starts with a date is a row: "Sep 06: Holiday", "Sep 08: Lists". Lines
 * without a date belong to the row above when that has no topic yet. */
static guint
read_dated_lines (CarrelScheduleTable *self, const CarrelTableRow *cells, const char *cell)
{
  g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);
  CarrelScheduleRow *row = NULL;
  gboolean is_bare = FALSE;
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      CarrelRowDate date;
      g_autofree char *topic = NULL;

      if (!carrel_cell_date_read (self->reader, lines[i], &date) || date.start > 3)
        {
          if (row != NULL && is_bare)
            carrel_schedule_reader_add_topic (row, lines[i]);
          continue;
        }
      if (row != NULL)
        add_cells (self, row, cells);
      topic = carrel_schedule_reader_cut_date (lines[i], &date);
      is_bare = *topic == '\0';
      row = carrel_schedule_reader_add_row (self->reader, &date, cells->line);
      carrel_schedule_reader_set_topic (row, topic);
      n++;
    }
  if (row != NULL)
    add_cells (self, row, cells);
  return n;
}

/* A cell of dates beside a cell of as many topics: a row for each pair. */
static gboolean
read_pairs (CarrelScheduleTable *self,
            const CarrelTableRow *cells,
            const char *dates,
            const char *topics)
{
  g_auto (GStrv) date_lines = g_strsplit (dates, "\n", -1);
  g_auto (GStrv) topic_lines = g_strsplit (topics, "\n", -1);
  guint n = g_strv_length (date_lines);
  CarrelRowDate date;

  if (n < 2 || n != g_strv_length (topic_lines))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!carrel_cell_date_read (self->reader, date_lines[i], &date))
      return FALSE;
  for (guint i = 0; i < n; i++)
    {
      CarrelScheduleRow *row;

      if (!carrel_cell_date_read (self->reader, date_lines[i], &date))
        continue;
      row = carrel_schedule_reader_add_row (self->reader, &date, cells->line);
      carrel_schedule_reader_set_topic (row, topic_lines[i]);
      add_cells (self, row, cells);
    }
  return TRUE;
}

/* A row that names a part of the term: bold print, and nothing else, where a date should be. */
static gboolean
is_divider (const CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  if (self->date_column == CARREL_SCHEDULE_NO_COLUMN)
    return FALSE;
  for (guint column = 0; column < cells->n_cells; column++)
    if (*cells->cells[column].text != '\0' && !carrel_table_cell_is_bold (&cells->cells[column]))
      return FALSE;
  return carrel_table_cell_is_bold (&cells->cells[self->topic_column]);
}

/* The topic above that reaches down to a row, or "". */
static char *
dup_topic_above (const CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  const CarrelTableRow *above = cells;

  while (self->topic_column < above->n_cells && above->cells[self->topic_column].is_covered
         && above > self->block->rows)
    above--;
  return above < cells ? carrel_schedule_columns_dup_cell (self, above, self->topic_column)
                       : g_strdup ("");
}

/* A date says nothing alone, unless the row of one cell above does, nor does a row without a date
 * and a topic of its own. */
static gboolean
says_something (const CarrelScheduleTable *self, const CarrelTableRow *cells, gboolean has_date)
{
  g_autofree char *dates = carrel_schedule_columns_dup_cell (self, cells, self->date_column);

  if (has_date)
    return self->divider != NULL || !carrel_table_cell_is_blank_row (cells, self->date_column)
           || (self->topic_column < cells->n_cells && cells->cells[self->topic_column].is_covered);
  return !carrel_table_cell_is_deadline (dates) && self->topic_column < cells->n_cells
         && *cells->cells[self->topic_column].text != '\0' && !is_divider (self, cells);
}

/* "Lab" and "Discussion": what is done in a class of its kind. */
static gboolean
is_of_class (const CarrelScheduleTable *self, guint column)
{
  static const CarrelLabel labels[]
      = { CARREL_LABEL_TOPIC, CARREL_LABEL_LECTURE, CARREL_LABEL_LAB, CARREL_LABEL_RECITATION };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (carrel_schedule_columns_head_has (self, column, labels[i]))
      return TRUE;
  return FALSE;
}

/* Whether a cell beside a blank topic says what the class is about, or that there is none. */
static gboolean
may_be_topic (const CarrelScheduleTable *self, guint column, const char *cell)
{
  return column != self->date_column && column != self->week_column
         && !carrel_schedule_columns_head_has (self, column, CARREL_LABEL_DUE)
         && !carrel_schedule_columns_head_has (self, column, CARREL_LABEL_HOMEWORK)
         && (carrel_schedule_reader_is_topic (self->reader, cell)
             || (carrel_table_cell_has_letters (cell) && is_of_class (self, column)));
}

/* The topic of a row; one below a blank topic may stand beside it. */
static char *
dup_topic (const CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  char *of_days = carrel_schedule_days_dup_topics (self, cells);
  g_autofree char *topic = of_days != NULL
                               ? of_days
                               : carrel_schedule_columns_dup_cell (self, cells, self->topic_column);

  for (guint i = 0; *topic == '\0' && i < MIN (cells->n_cells, self->n_columns); i++)
    {
      g_autofree char *cell = carrel_schedule_columns_dup_cell (self, cells, i);

      if (may_be_topic (self, i, cell))
        return g_steal_pointer (&cell);
    }
  return *topic == '\0' ? dup_topic_above (self, cells) : g_steal_pointer (&topic);
}

/* "Week 5: Regression" over all columns is about the classes below it. */
static void
take_divider (CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  g_autofree char *text = carrel_schedule_columns_dup_cell (self, cells, 0);
  gsize n = 0;
  g_autofree char *week = carrel_schedule_reader_read_week (self->reader->page->words, text, &n);
  const char *rest = text + (week != NULL ? n : 0);

  if (self->date_column != 0 || !carrel_table_cell_has_letters (text)
      || !carrel_table_cell_is_blank_row (cells, 0))
    return;
  rest += strspn (rest, " :.-");
  g_clear_pointer (&self->divider, g_free);
  if (carrel_table_cell_has_letters (rest))
    self->divider = g_strdup (rest);
}

/* The week of a row, in its column or before its date. */
static void
take_week (CarrelScheduleTable *self, const CarrelTableRow *cells, const char *date_cell)
{
  if (self->week_column != CARREL_SCHEDULE_NO_COLUMN)
    carrel_schedule_columns_take_week (self, cells, self->week_column);
  else if (carrel_cell_date_match_week (self->reader, date_cell) > 0)
    carrel_schedule_columns_take_week (self, cells, self->date_column);
}

/* What the row of one cell above says stands in for a blank topic. */
static const char *
choose_topic (const CarrelScheduleTable *self, const char *topic)
{
  return *topic == '\0' && self->divider != NULL ? self->divider : topic;
}

/* "Read: | Chapter 1" goes on with the class above. */
static gboolean
add_to_row_above (CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  GPtrArray *rows = self->reader->rows;

  return rows->len > self->n_rows_before && self->date_column != CARREL_SCHEDULE_NO_COLUMN
         && carrel_schedule_fields_add_label (self, g_ptr_array_index (rows, rows->len - 1), cells);
}

/* The date of a row is struck out: it was put off or called off. */
static gboolean
is_struck_out (const CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  g_autofree char *shown = carrel_schedule_columns_dup_cell (self, cells, self->date_column);

  return self->date_column < cells->n_cells && *shown == '\0'
         && carrel_table_cell_has_letters (cells->cells[self->date_column].text);
}

/* Whether a cell and the one above it say something, and not the same. */
static gboolean
is_other_cell (const CarrelScheduleTable *self, const CarrelTableRow *cells, guint column)
{
  g_autofree char *cell = carrel_schedule_columns_dup_cell (self, cells, column);
  g_autofree char *above = carrel_schedule_columns_dup_cell (self, cells - 1, column);

  return *cell != '\0' && *above != '\0' && !g_str_equal (cell, above);
}

/* "| 3:15-4:20 | Desk crits" below "3/6 | 1:30-3:00 | Lecture": another time of the same day. */
static void
repeat_date (const CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  GPtrArray *rows = self->reader->rows;
  CarrelScheduleRow *row = g_ptr_array_index (rows, rows->len - 1);
  CarrelScheduleRow *above
      = rows->len - self->n_rows_before >= 2 ? g_ptr_array_index (rows, rows->len - 2) : NULL;

  if (above == NULL || cells == self->block->rows || carrel_date_is_set (row->date))
    return;
  for (guint i = 0; i < MIN (cells->n_cells, self->n_columns); i++)
    if (carrel_schedule_columns_head_has (self, i, CARREL_LABEL_TIME)
        && is_other_cell (self, cells, i))
      row->date_inferred = above->date;
}

static gboolean
is_beside_dates (CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  if (add_to_row_above (self, cells))
    return TRUE;
  take_divider (self, cells);
  return is_struck_out (self, cells);
}

/* The date of a row, and its week. */
static gboolean
read_date (CarrelScheduleTable *self,
           const CarrelTableRow *cells,
           const char *cell,
           CarrelRowDate *date)
{
  gboolean has_date = self->date_column != CARREL_SCHEDULE_NO_COLUMN
                      && carrel_schedule_columns_read_date (self, self->date_column, cell, date);

  take_week (self, cells, has_date ? cell : "");
  return has_date;
}

static void
read_row (CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  g_autofree char *date_cell = carrel_schedule_columns_dup_dates (self, cells, self->date_column);
  g_autofree char *topic = dup_topic (self, cells);
  CarrelRowDate date = { 0 };
  gboolean has_date = read_date (self, cells, date_cell, &date);
  CarrelScheduleRow *row;

  self->is_labelled = self->is_labelled && !has_date;
  if (!has_date && is_beside_dates (self, cells))
    return;
  if (!says_something (self, cells, has_date))
    return;
  if (has_date && read_pairs (self, cells, date_cell, topic))
    return;
  row = carrel_schedule_reader_add_row (self->reader, has_date ? &date : NULL, cells->line);
  carrel_schedule_reader_set_topic (row, choose_topic (self, topic));
  add_cells (self, row, cells);
  if (*date_cell == '\0')
    repeat_date (self, cells);
}

static guint
sum_starts (const CarrelScheduleTable *self)
{
  guint n = 0;

  for (guint column = 0; column < self->n_columns; column++)
    n += self->n_starts[column];
  return n;
}

/* The topics of a row of "Week | Tuesday | Thursday", where no cell has a date. */
static void
read_week_row (CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  carrel_schedule_columns_take_week (self, cells, self->week_column);
  for (guint column = self->week_column + 1; column < cells->n_cells; column++)
    {
      g_autofree char *cell = carrel_schedule_columns_dup_cell (self, cells, column);
      CarrelScheduleRow *row;

      if (*cell == '\0')
        continue;
      row = carrel_schedule_reader_add_row (self->reader, NULL, cells->line);
      carrel_schedule_reader_set_topic (row, cell);
      row->week = g_strdup (self->week);
      carrel_schedule_reader_finish_row (self->reader, row);
    }
}

static void
read_week_matrix (CarrelScheduleTable *self)
{
  if (self->week_column == CARREL_SCHEDULE_NO_COLUMN || self->block->n_rows <= MIN_WEEKS
      || !carrel_table_cell_are_words (self->block, self->week_column + 1))
    return;
  for (guint i = 0; i < self->block->n_rows; i++)
    if (!is_head (self, &self->block->rows[i]))
      read_week_row (self, &self->block->rows[i]);
}

/* Cells that each hold a date and a topic, under days of the week or not. */
static void
read_matrix (CarrelScheduleTable *self)
{
  self->topic_column = CARREL_SCHEDULE_NO_COLUMN;
  if (sum_starts (self) < 2)
    {
      read_week_matrix (self);
      return;
    }
  for (guint i = 0; i < self->block->n_rows; i++)
    {
      const CarrelTableRow *cells = &self->block->rows[i];

      if (is_head (self, cells))
        continue;
      if (self->week_column != CARREL_SCHEDULE_NO_COLUMN)
        carrel_schedule_columns_take_week (self, cells, self->week_column);
      for (guint column = 0; column < cells->n_cells; column++)
        {
          g_autofree char *cell = carrel_schedule_columns_dup_cell (self, cells, column);

          read_dated_lines (self, cells, cell);
        }
    }
}

/* Whether most cells of a column start with dates and go on with topics. */
static gboolean
is_dated_topics (const CarrelScheduleTable *self, guint column)
{
  return self->n_starts[column] >= 2 && self->n_starts[column] * 2 > self->n_texts[column]
         && self->n_dates[column] * 2 < self->n_starts[column]
         && !carrel_schedule_columns_head_has (self, column, CARREL_LABEL_DUE);
}

/* "Tues Lecture" beside "Thurs Lecture", each with "Jan 5: Evolution": the classes of a row. */
static void
read_other_topics (CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  guint first = self->topic_column;

  for (guint column = first + 1; column < MIN (cells->n_cells, self->n_columns); column++)
    {
      g_autofree char *cell = carrel_schedule_columns_dup_cell (self, cells, column);

      if (!is_dated_topics (self, column))
        continue;
      self->topic_column = column;
      read_dated_lines (self, cells, cell);
    }
  self->topic_column = first;
}

static void
read_dated_topics (CarrelScheduleTable *self, guint column)
{
  self->topic_column = column;
  for (guint i = 0; i < self->block->n_rows; i++)
    {
      g_autofree char *cell
          = carrel_schedule_columns_dup_cell (self, &self->block->rows[i], column);

      if (is_head (self, &self->block->rows[i]))
        continue;
      if (self->week_column != CARREL_SCHEDULE_NO_COLUMN)
        carrel_schedule_columns_take_week (self, &self->block->rows[i], self->week_column);
      if (read_dated_lines (self, &self->block->rows[i], cell) == 0
          && self->date_column != CARREL_SCHEDULE_NO_COLUMN)
        read_row (self, &self->block->rows[i]);
      read_other_topics (self, &self->block->rows[i]);
    }
}

static void
read_rows (CarrelScheduleTable *self)
{
  guint first = self->reader->rows->len;

  for (guint i = 0; i < self->block->n_rows; i++)
    if (!is_head (self, &self->block->rows[i]))
      read_row (self, &self->block->rows[i]);
  if (self->date_column != CARREL_SCHEDULE_NO_COLUMN)
    carrel_schedule_infer_dates (self->reader->rows, first);
}

static void
read_all_pairs (CarrelScheduleTable *self)
{
  gboolean is_pair = carrel_schedule_columns_have_topics_beside (self);

  read_rows (self);
  while ((is_pair && carrel_schedule_columns_find_next_pair (self))
         || carrel_schedule_columns_find_next_weeks (self))
    read_rows (self);
}

/* The column whose cells start with dates and go on with topics. */
static guint
find_dated_topics (const CarrelScheduleTable *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (is_dated_topics (self, column))
      return column;
  return CARREL_SCHEDULE_NO_COLUMN;
}

static gboolean
has_weeks (const CarrelScheduleTable *self)
{
  return self->week_column != CARREL_SCHEDULE_NO_COLUMN
         && self->topic_column != CARREL_SCHEDULE_NO_COLUMN
         && carrel_schedule_columns_score_topic (self, self->topic_column) > 1
         && self->block->n_rows > MIN_WEEKS;
}

/* "09/03 - 15/03" beside cells with the days of that week. */
static gboolean
has_only_weeks (const CarrelScheduleTable *self)
{
  return self->date_column == CARREL_SCHEDULE_NO_COLUMN
         || self->n_spans[self->date_column] * 2 > self->n_dates[self->date_column];
}

/* Whether the cells that start with dates hold the topics too. */
static gboolean
are_topics (const CarrelScheduleTable *self, guint column)
{
  if (column == CARREL_SCHEDULE_NO_COLUMN || !has_only_weeks (self))
    return FALSE;
  return self->date_column != CARREL_SCHEDULE_NO_COLUMN || self->topic_column == column
         || carrel_schedule_columns_score_topic (self, column)
                >= carrel_schedule_columns_score_topic (self, self->topic_column);
}

static void
clear_table (CarrelScheduleTable *self)
{
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_pointer (&self->week, g_free);
  g_clear_pointer (&self->divider, g_free);
}

/* "Group 1 | Group 2" above the dates of each: as many rows as there are dates. */
static void
read_other_groups (CarrelScheduleTable *self)
{
  guint first = self->date_column;

  for (guint column = 0; first != CARREL_SCHEDULE_NO_COLUMN && column < self->n_columns; column++)
    {
      guint n = self->reader->rows->len;

      if (column == first || self->n_dates[column] < MIN_GROUP_DATES
          || !carrel_schedule_columns_head_has (self, column, CARREL_LABEL_SECTION)
          || !carrel_schedule_columns_head_has (self, first, CARREL_LABEL_SECTION))
        continue;
      self->date_column = column;
      read_rows (self);
      for (guint i = self->reader->rows->len; i > n; i--)
        if (!carrel_date_is_set (
                ((CarrelScheduleRow *) g_ptr_array_index (self->reader->rows, i - 1))->date))
          g_ptr_array_remove_index (self->reader->rows, i - 1);
    }
  self->date_column = first;
}

/* The rows of a table with dates in a column, before the topics of a column, or in all cells. */
static void
read_columns (CarrelScheduleTable *self)
{
  guint dated = find_dated_topics (self);

  carrel_schedule_columns_start_at_first_pair (self);
  if (!carrel_schedule_columns_have_topics_beside (self)
      && carrel_schedule_columns_count_days (self) >= 2)
    read_matrix (self);
  else if (are_topics (self, dated))
    read_dated_topics (self, dated);
  else if ((self->date_column != CARREL_SCHEDULE_NO_COLUMN
            && self->topic_column != CARREL_SCHEDULE_NO_COLUMN)
           || has_weeks (self))
    {
      read_all_pairs (self);
      read_other_groups (self);
    }
}

/**
 * carrel_schedule_read_table:
 * @self: the rows of a page
 * @block: the index of a table on it
 *
 * Adds the dated rows of a table, and the rows of a table of weeks. Any other table adds nothing.
 */
void
carrel_schedule_read_table (CarrelScheduleReader *self, guint block)
{
  CarrelScheduleTable table = { self, carrel_page_get_block (self->page, block) };

  if (table.block->n_rows < 2)
    return;
  table.header = carrel_table_head_find (self->page, table.block);
  table.section = carrel_page_find_section (self->page, block);
  table.n_rows_before = self->rows->len;
  table.n_columns = MIN (table.block->n_columns, CARREL_SCHEDULE_MAX_COLUMNS);
  table.has_dashes = carrel_dash_dates_are_in (table.block);
  table.has_dots = carrel_dot_dates_are_in (table.block);
  table.dates
      = carrel_table_dates_read (self->page, table.block, table.header, &table.spread_column);
  carrel_schedule_columns_find (&table);
  if (!carrel_schedule_heads_are_of_others (&table)
      && !carrel_schedule_reader_is_events (self, table.section)
      && !carrel_schedule_days_read (&table))
    read_columns (&table);
  clear_table (&table);
}
