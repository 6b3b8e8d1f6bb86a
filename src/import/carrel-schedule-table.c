/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of a schedule: a column of dates or weeks beside topics, dates inside the cells of topics,
 * or days of the week across the head. */
#define G_LOG_DOMAIN "carrel-schedule-table"

#include "config.h"

#include "carrel-cell-date.h"
#include "carrel-dash-dates.h"
#include "carrel-phrase.h"
#include "carrel-schedule-reader.h"
#include "carrel-table-cell.h"
#include "carrel-table-dates.h"
#include "carrel-table-head.h"

#include <string.h>

#define NO_COLUMN   G_MAXUINT
#define MAX_COLUMNS 24
#define MIN_WEEKS   3

typedef struct
{
  CarrelScheduleReader *reader;
  const CarrelBlock *block;
  const CarrelTableRow *header; /* or NULL */
  guint section;
  guint n_columns;
  guint n_dates[MAX_COLUMNS];  /* cells that are a date */
  guint n_starts[MAX_COLUMNS]; /* cells that start with a date */
  guint n_spans[MAX_COLUMNS];  /* cells that are the first and last day of something */
  guint n_texts[MAX_COLUMNS];  /* cells with letters */
  guint date_column;
  guint week_column;
  guint topic_column;
  char *week;       /* of the row above */
  GPtrArray *dates; /* of "spread_column", written out; or NULL */
  guint spread_column;
  gboolean has_dashes;  /* days are written as "8-27" */
  gboolean is_numbered; /* the column of weeks has the numbers of classes */
} CarrelScheduleTable;

static char *
dup_cell (const CarrelScheduleTable *self, const CarrelTableRow *row, guint column)
{
  char *cell = column < row->n_cells ? carrel_page_dup_text (&row->cells[column]) : g_strdup ("");

  return self->has_dashes ? carrel_dash_dates_spell_out (cell) : cell;
}

static char *
dup_dates (const CarrelScheduleTable *self, const CarrelTableRow *row, guint column)
{
  if (self->dates != NULL && column == self->spread_column)
    return g_strdup (g_ptr_array_index (self->dates, row - self->block->rows));
  return self->has_dashes ? dup_cell (self, row, column)
                          : carrel_table_cell_dup_dates (row, column);
}

static gboolean
header_has (const CarrelScheduleTable *self, guint column, CarrelLabel label)
{
  g_autofree char *text = carrel_table_head_dup_label (self->header, column);

  return carrel_words_has_label (self->reader->page->words, text, label);
}

static gboolean
is_head (const CarrelScheduleTable *self, const CarrelTableRow *row)
{
  return carrel_table_head_is (self->header, row);
}

static void
count_cells (CarrelScheduleTable *self)
{
  for (guint i = 0; i < self->block->n_rows; i++)
    for (guint column = 0; column < self->n_columns && !is_head (self, &self->block->rows[i]);
         column++)
      {
        g_autofree char *cell = dup_dates (self, &self->block->rows[i], column);
        CarrelRowDate date;

        self->n_texts[column] += carrel_table_cell_has_letters (cell);
        if (!carrel_cell_date_read (self->reader, cell, &date))
          continue;
        self->n_starts[column]++;
        if (!carrel_cell_date_is_only (self->reader, cell + date.end))
          continue;
        self->n_dates[column]++;
        self->n_spans[column] += carrel_date_is_set (date.until) ? 1 : 0;
      }
}

/* The column of dates of the class: most dates; a head that says "date" before one that says "due".
 */
static void
find_date_column (CarrelScheduleTable *self)
{
  guint best = 1;

  self->date_column = NO_COLUMN;
  for (guint column = 0; column < self->n_columns; column++)
    {
      guint score = self->n_dates[column];

      if (score < 2 || header_has (self, column, CARREL_LABEL_DUE)
          || self->n_dates[column] * 2 < self->n_texts[column])
        continue;
      score += header_has (self, column, CARREL_LABEL_DATE) ? 1000 : 0;
      if (score <= best)
        continue;
      best = score;
      self->date_column = column;
    }
}

static gboolean
is_week_cell (const CarrelScheduleTable *self, const char *cell)
{
  gsize length = 0;
  g_autofree char *week
      = carrel_schedule_reader_read_week (self->reader->page->words, cell, &length);

  if (week != NULL)
    return TRUE;
  length = strspn (cell, "0123456789");
  return length > 0 && length <= 2 && !g_ascii_isalnum (cell[length]);
}

static guint
count_weeks (const CarrelScheduleTable *self, guint column)
{
  guint n = 0;

  for (guint i = 0; i < self->block->n_rows; i++)
    {
      g_autofree char *cell = dup_cell (self, &self->block->rows[i], column);

      n += !is_head (self, &self->block->rows[i]) && is_week_cell (self, cell);
    }
  return n;
}

static void
find_week_column (CarrelScheduleTable *self)
{
  self->week_column = NO_COLUMN;
  for (guint column = 0; column < self->n_columns && self->week_column == NO_COLUMN; column++)
    if (column != self->date_column && header_has (self, column, CARREL_LABEL_WEEK)
        && count_weeks (self, column) > 1)
      self->week_column = column;
  self->is_numbered = self->week_column == NO_COLUMN && self->date_column == NO_COLUMN
                      && carrel_table_head_is_numbered (self->reader->page, self->block,
                                                        self->header, self->section);
  if (self->is_numbered)
    self->week_column = 0;
}

/* How well a column suits as the topic; 0 for columns that hold something else. */
static guint
score_topic (const CarrelScheduleTable *self, guint column)
{
  static const struct
  {
    CarrelLabel label;
    guint score;
  } scores[] = {
    { CARREL_LABEL_TOPIC, 4 },    { CARREL_LABEL_DAY, 0 },      { CARREL_LABEL_TIME, 0 },
    { CARREL_LABEL_LOCATION, 0 }, { CARREL_LABEL_WEEK, 0 },     { CARREL_LABEL_PERSON, 0 },
    { CARREL_LABEL_EMAIL, 0 },    { CARREL_LABEL_READINGS, 1 }, { CARREL_LABEL_HOMEWORK, 1 },
    { CARREL_LABEL_DUE, 1 },      { CARREL_LABEL_LECTURE, 3 },  { CARREL_LABEL_MEETING, 3 },
  };

  if (column == self->date_column || column == self->week_column || column >= self->n_columns
      || self->n_texts[column] == 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    if (header_has (self, column, scores[i].label))
      return scores[i].score;
  return 2;
}

static void
find_topic_column (CarrelScheduleTable *self)
{
  guint best = 0;

  self->topic_column = NO_COLUMN;
  for (guint column = 0; column < self->n_columns; column++)
    {
      guint score = score_topic (self, column);

      if (score <= best)
        continue;
      best = score;
      self->topic_column = column;
    }
}

/* Adds the text of a cell to the field that the head of its column names. */
static void
add_cell (const CarrelScheduleTable *self, CarrelScheduleRow *row, guint column, const char *cell)
{
  const struct
  {
    CarrelLabel label;
    char **field;
  } fields[] = {
    { CARREL_LABEL_DUE, &row->due },
    { CARREL_LABEL_READINGS, &row->readings },
    { CARREL_LABEL_HOMEWORK, &row->homework },
    { CARREL_LABEL_COMPONENT, &row->homework },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (header_has (self, column, fields[i].label))
      {
        if (*cell != '\0' && *fields[i].field == NULL)
          *fields[i].field = g_strdelimit (g_strdup (cell), "\n", ' ');
        return;
      }
}

static void
add_cells (const CarrelScheduleTable *self, CarrelScheduleRow *row, const CarrelTableRow *cells)
{
  for (guint column = 0; column < cells->n_cells; column++)
    {
      g_autofree char *cell = dup_cell (self, cells, column);

      if (column == self->topic_column)
        carrel_schedule_reader_add_links (row, &cells->cells[column], self->reader->page->file,
                                          cells->line);
      else if (column != self->date_column && column != self->week_column)
        add_cell (self, row, column, cell);
    }
  row->week = g_strdup (self->week);
  carrel_schedule_reader_finish_row (self->reader, row);
}

/* Remembers the week of a row; blank cells repeat the one above. */
static void
take_week (CarrelScheduleTable *self, const CarrelTableRow *cells, guint column)
{
  g_autofree char *cell = dup_cell (self, cells, column);
  gsize length = 0;
  g_autofree char *week
      = carrel_schedule_reader_read_week (self->reader->page->words, cell, &length);

  if (*cell == '\0' || self->is_numbered)
    return;
  cell[strcspn (cell, "\n (")] = '\0';
  g_free (self->week);
  self->week = week != NULL ? g_steal_pointer (&week) : g_steal_pointer (&cell);
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
  if (self->date_column == NO_COLUMN)
    return FALSE;
  for (guint column = 0; column < cells->n_cells; column++)
    if (*cells->cells[column].text != '\0' && !carrel_table_cell_is_bold (&cells->cells[column]))
      return FALSE;
  return carrel_table_cell_is_bold (&cells->cells[self->topic_column]);
}

/* A date says nothing alone, nor does a row without a date and a topic of its own. */
static gboolean
says_something (const CarrelScheduleTable *self, const CarrelTableRow *cells, gboolean has_date)
{
  g_autofree char *dates = dup_cell (self, cells, self->date_column);

  if (has_date)
    return !carrel_table_cell_is_blank_row (cells, self->date_column);
  return !carrel_table_cell_is_deadline (dates) && self->topic_column < cells->n_cells
         && *cells->cells[self->topic_column].text != '\0' && !is_divider (self, cells);
}

/* "No class", "Quiz 1" or "Review" may stand in the column of readings, where the topic is blank.
 */
static char *
dup_topic (const CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  g_autofree char *topic = dup_cell (self, cells, self->topic_column);

  for (guint i = 0; *topic == '\0' && i < MIN (cells->n_cells, self->n_columns); i++)
    {
      g_autofree char *cell = dup_cell (self, cells, i);

      if (i != self->date_column && i != self->week_column
          && !header_has (self, i, CARREL_LABEL_DUE) && !header_has (self, i, CARREL_LABEL_HOMEWORK)
          && carrel_schedule_reader_is_topic (self->reader, cell))
        return g_steal_pointer (&cell);
    }
  return g_steal_pointer (&topic);
}

static void
read_row (CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  g_autofree char *date_cell = dup_dates (self, cells, self->date_column);
  g_autofree char *topic = dup_topic (self, cells);
  CarrelRowDate date = { 0 };
  gboolean has_date
      = self->date_column != NO_COLUMN && carrel_cell_date_read (self->reader, date_cell, &date);
  CarrelScheduleRow *row;

  if (self->week_column != NO_COLUMN)
    take_week (self, cells, self->week_column);
  else if (has_date && carrel_cell_date_match_week (self->reader, date_cell) > 0)
    take_week (self, cells, self->date_column);
  if (!says_something (self, cells, has_date))
    return;
  if (has_date && read_pairs (self, cells, date_cell, topic))
    return;
  row = carrel_schedule_reader_add_row (self->reader, has_date ? &date : NULL, cells->line);
  carrel_schedule_reader_set_topic (row, topic);
  add_cells (self, row, cells);
}

static guint
count_matrix_days (const CarrelScheduleTable *self)
{
  guint n = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      g_autofree char *cell
          = self->header != NULL ? dup_cell (self, self->header, column) : g_strdup ("");
      gsize length = 0;

      if (carrel_words_match_day (self->reader->page->words, cell, &length) != CARREL_DAY_NONE
          && cell[length] == '\0')
        n++;
    }
  return n;
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
  take_week (self, cells, self->week_column);
  for (guint column = self->week_column + 1; column < cells->n_cells; column++)
    {
      g_autofree char *cell = dup_cell (self, cells, column);
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
  if (self->week_column == NO_COLUMN || self->block->n_rows <= MIN_WEEKS
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
  self->topic_column = NO_COLUMN;
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
      if (self->week_column != NO_COLUMN)
        take_week (self, cells, self->week_column);
      for (guint column = 0; column < cells->n_cells; column++)
        {
          g_autofree char *cell = dup_cell (self, cells, column);

          read_dated_lines (self, cells, cell);
        }
    }
}

static void
read_dated_topics (CarrelScheduleTable *self, guint column)
{
  self->topic_column = column;
  for (guint i = 0; i < self->block->n_rows; i++)
    {
      g_autofree char *cell = dup_cell (self, &self->block->rows[i], column);

      if (is_head (self, &self->block->rows[i]))
        continue;
      if (self->week_column != NO_COLUMN)
        take_week (self, &self->block->rows[i], self->week_column);
      if (read_dated_lines (self, &self->block->rows[i], cell) == 0
          && self->date_column != NO_COLUMN)
        read_row (self, &self->block->rows[i]);
    }
}

static void
read_rows (CarrelScheduleTable *self)
{
  guint first = self->reader->rows->len;

  for (guint i = 0; i < self->block->n_rows; i++)
    if (!is_head (self, &self->block->rows[i]))
      read_row (self, &self->block->rows[i]);
  if (self->date_column != NO_COLUMN)
    carrel_schedule_infer_dates (self->reader->rows, first);
}

/* "Tue | Topic | Thu | Topic": the next column of dates with topics to its right. */
static gboolean
find_next_pair (CarrelScheduleTable *self)
{
  for (guint i = self->topic_column + 1; i + 1 < self->n_columns; i++)
    if (self->n_dates[i] >= 2 && self->n_dates[i] * 2 >= self->n_texts[i]
        && !header_has (self, i, CARREL_LABEL_DUE) && score_topic (self, i + 1) > 1)
      {
        self->date_column = i;
        self->topic_column = i + 1;
        return TRUE;
      }
  return FALSE;
}

/* Whether days of the week stand above nothing but dates: then topics are beside them. */
static gboolean
has_topics_beside (const CarrelScheduleTable *self)
{
  return self->date_column != NO_COLUMN && self->topic_column == self->date_column + 1
         && self->n_starts[self->topic_column] == 0;
}

static void
read_all_pairs (CarrelScheduleTable *self)
{
  gboolean is_pair = has_topics_beside (self);

  read_rows (self);
  while (is_pair && find_next_pair (self))
    read_rows (self);
}

/* "Value" alone above numbers is what a part is worth. */
static gboolean
is_value_column (const CarrelScheduleTable *self, guint column)
{
  g_autofree char *text
      = self->header != NULL ? dup_cell (self, self->header, column) : g_strdup ("");

  return g_ascii_strcasecmp (text, "value") == 0 || g_ascii_strcasecmp (text, "valor") == 0;
}

/* Tables of weights, hours and people have dates too, but are no schedule. */
static gboolean
is_other_table (const CarrelScheduleTable *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (is_value_column (self, column) || header_has (self, column, CARREL_LABEL_WEIGHT)
        || header_has (self, column, CARREL_LABEL_OFFICE_HOURS)
        || header_has (self, column, CARREL_LABEL_EMAIL))
      return TRUE;
  return FALSE;
}

/* The column whose cells start with dates and go on with topics. */
static guint
find_dated_topics (const CarrelScheduleTable *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (self->n_starts[column] >= 2 && self->n_starts[column] * 2 > self->n_texts[column]
        && self->n_dates[column] * 2 < self->n_starts[column]
        && !header_has (self, column, CARREL_LABEL_DUE))
      return column;
  return NO_COLUMN;
}

static gboolean
has_weeks (const CarrelScheduleTable *self)
{
  return self->week_column != NO_COLUMN && self->topic_column != NO_COLUMN
         && score_topic (self, self->topic_column) > 1 && self->block->n_rows > MIN_WEEKS;
}

/* "09/03 - 15/03" beside cells with the days of that week. */
static gboolean
has_only_weeks (const CarrelScheduleTable *self)
{
  return self->date_column == NO_COLUMN
         || self->n_spans[self->date_column] * 2 > self->n_dates[self->date_column];
}

/* Whether the cells that start with dates hold the topics too. */
static gboolean
are_topics (const CarrelScheduleTable *self, guint column)
{
  if (column == NO_COLUMN || !has_only_weeks (self))
    return FALSE;
  return self->date_column != NO_COLUMN || self->topic_column == column
         || score_topic (self, column) >= score_topic (self, self->topic_column);
}

static void
clear_table (CarrelScheduleTable *self)
{
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_pointer (&self->week, g_free);
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
  guint dated;

  if (table.block->n_rows < 2)
    return;
  table.header = carrel_table_head_find (self->page, table.block);
  table.section = carrel_page_find_section (self->page, block);
  table.n_columns = MIN (table.block->n_columns, MAX_COLUMNS);
  table.has_dashes = carrel_dash_dates_are_in (table.block);
  table.dates
      = carrel_table_dates_read (self->page, table.block, table.header, &table.spread_column);
  count_cells (&table);
  find_date_column (&table);
  find_week_column (&table);
  find_topic_column (&table);
  dated = find_dated_topics (&table);
  if (is_other_table (&table) || carrel_schedule_reader_is_events (self, table.section))
    {
      clear_table (&table);
      return;
    }
  if (!has_topics_beside (&table) && count_matrix_days (&table) >= 2)
    read_matrix (&table);
  else if (are_topics (&table, dated))
    read_dated_topics (&table, dated);
  else if ((table.date_column != NO_COLUMN && table.topic_column != NO_COLUMN)
           || has_weeks (&table))
    read_all_pairs (&table);
  clear_table (&table);
}
