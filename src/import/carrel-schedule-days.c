/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Dates | Monday | Wednesday" above "Aug 29, Aug 31 | Sets | Maps" or "Aug 29 - Sep 2 | Sets |
 * Maps": a row for each week, in which each day has a topic. A week whose cell says no more than
 * one date is that of the year of the term; without a year its date counts as the Monday when that
 * is the first of the days. */
#define G_LOG_DOMAIN "carrel-schedule"

#include "config.h"

#include "carrel-schedule-days.h"

#include "carrel-cell-date.h"
#include "carrel-pattern.h"
#include "carrel-schedule-fields.h"
#include "carrel-table-cell.h"
#include "carrel-table-head.h"
#include "carrel-week-dates.h"

#include <string.h>

/* The longest head of a column of a day, in bytes. */
#define MAX_HEAD 30

typedef struct
{
  guint column;
  int day; /* 0 for Monday */
} DayColumn;

/* Where the dates of the weeks are: cells with several are no dates to the table. */
static guint
get_date_column (const CarrelScheduleTable *self)
{
  return self->date_column != CARREL_SCHEDULE_NO_COLUMN ? self->date_column : 0;
}

/* The day of a head: "Mon", "Monday lecture", "Lecture 1 (Mon)". */
static CarrelDays
read_head (const CarrelWords *words, const char *head)
{
  const char *open = strrchr (head, '(');
  gsize n = 0;
  CarrelDays day = carrel_words_match_day (words, head, &n);

  if (day != CARREL_DAY_NONE && (head[n] == '\0' || head[n] == ' ')
      && strpbrk (head + n, "0123456789") == NULL && strlen (head) <= MAX_HEAD)
    return day;
  day = open != NULL ? carrel_words_match_day (words, open + 1, &n) : CARREL_DAY_NONE;
  return day != CARREL_DAY_NONE && g_str_equal (open + 1 + n, ")") ? day : CARREL_DAY_NONE;
}

/* Dates below the name of a day have their topics beside them. */
static gboolean
has_dates (const CarrelScheduleTable *self, guint column)
{
  return self->n_dates[column] > 1 && self->n_dates[column] * 2 >= self->n_texts[column];
}

/* The columns below the names of days, in the order of the week; none when they are in another. */
static GArray *
find_columns (const CarrelScheduleTable *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (DayColumn));

  for (guint i = 0; self->header != NULL && i < self->n_columns; i++)
    {
      g_autofree char *head = carrel_schedule_columns_dup_cell (self, self->header, i);
      CarrelDays day = read_head (self->reader->page->words, head);
      DayColumn column = { i, 0 };

      if (day == CARREL_DAY_NONE || i == get_date_column (self) || has_dates (self, i))
        continue;
      column.day = (int) carrel_day_get_index (day);
      if (found->len > 0 && g_array_index (found, DayColumn, found->len - 1).day >= column.day)
        {
          g_array_set_size (found, 0);
          break;
        }
      g_array_append_val (found, column);
    }
  return found;
}

/* One date says which week it is: that of the year; without a year that of the Monday, where
 * classes begin on one. */
static gboolean
date_by_week (const CarrelScheduleTable *self,
              const int *days,
              guint n_days,
              CarrelDate date,
              CarrelDate *dates)
{
  gboolean is_stated = date.year != 0;
  int weekday = carrel_week_dates_find_weekday (date, self->reader->year);

  if (!is_stated)
    date.year = (gint16) self->reader->year;
  if (weekday < 0 && days[0] != 0)
    return FALSE;
  if (!carrel_week_dates_read_date (days, n_days, MAX (weekday, 0), date, dates))
    return FALSE;
  for (guint i = 0; !is_stated && i < n_days; i++)
    dates[i].year = 0;
  return TRUE;
}

/* The dates of the days of a week, from the cell of its dates. */
static gboolean
date_row (const CarrelScheduleTable *self,
          const CarrelTableRow *row,
          const GArray *columns,
          CarrelDate *dates)
{
  g_autofree char *cell = carrel_schedule_columns_dup_dates (self, row, get_date_column (self));
  int days[CARREL_N_DAYS];
  CarrelRowDate first = { 0 };
  CarrelRowDate date;
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    days[i] = g_array_index (columns, DayColumn, i).day;
  for (gsize from = 0; carrel_row_date_find (&self->reader->style, cell, from, &date);
       from = MAX (date.end, from + 1))
    {
      if (n == 0)
        first = date;
      if (n < columns->len)
        dates[n] = date.date;
      n++;
      if (carrel_date_is_set (date.until))
        return n == 1 && carrel_week_dates_read_range (days, columns->len, &first, dates);
    }
  return n == 1 ? date_by_week (self, days, columns->len, first.date, dates) : n == columns->len;
}

static gboolean
is_body (const CarrelScheduleTable *self, const CarrelTableRow *row)
{
  g_autofree char *cell = carrel_schedule_columns_dup_cell (self, row, get_date_column (self));

  return !carrel_table_head_is (self->header, row) && *g_strstrip (cell) != '\0';
}

/* Whether each week says the dates of its days. */
static gboolean
are_dated (const CarrelScheduleTable *self, const GArray *columns)
{
  CarrelDate dates[CARREL_N_DAYS];
  guint n = 0;

  for (guint i = 0; i < self->block->n_rows; i++)
    {
      if (!is_body (self, &self->block->rows[i]))
        continue;
      if (!date_row (self, &self->block->rows[i], columns, dates))
        return FALSE;
      n++;
    }
  return n > 0;
}

/* What is due, to read or to do in a week stands with its first class. */
static void
add_week_cells (const CarrelScheduleTable *self,
                const CarrelTableRow *cells,
                const GArray *columns,
                CarrelScheduleRow *row)
{
  guint next = 0;

  for (guint i = 0; i < MIN (cells->n_cells, self->n_columns); i++)
    {
      g_autofree char *cell = NULL;

      if (next < columns->len && g_array_index (columns, DayColumn, next).column == i)
        {
          next++;
          continue;
        }
      cell = carrel_schedule_columns_dup_cell (self, cells, i);
      carrel_schedule_fields_add_cell (self, row, i, cell);
    }
}

/* The week stands in a column of its own, or before its date: "3 (9/12)". */
static void
take_week (CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  guint column = get_date_column (self);
  g_autofree char *cell = carrel_schedule_columns_dup_cell (self, cells, column);

  if (self->week_column != CARREL_SCHEDULE_NO_COLUMN)
    carrel_schedule_columns_take_week (self, cells, self->week_column);
  else if (carrel_cell_date_match_week (self->reader, cell) > 0)
    carrel_schedule_columns_take_week (self, cells, column);
}

static void
read_week (CarrelScheduleTable *self, const CarrelTableRow *cells, const GArray *columns)
{
  CarrelDate dates[CARREL_N_DAYS];
  gboolean is_first = TRUE;

  date_row (self, cells, columns, dates);
  take_week (self, cells);
  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, DayColumn, i).column;
      g_autofree char *topic = carrel_schedule_columns_dup_cell (self, cells, column);
      CarrelRowDate date = { .date = dates[i] };
      CarrelScheduleRow *row;

      if (!carrel_pattern_matches ("[\\pL\\d]", topic, 0))
        continue;
      row = carrel_schedule_reader_add_row (self->reader, &date, cells->line);
      carrel_schedule_reader_set_topic (row, topic);
      carrel_schedule_reader_add_links (row, &cells->cells[column], self->reader->page->file,
                                        cells->line);
      if (is_first)
        add_week_cells (self, cells, columns, row);
      is_first = FALSE;
      row->week = g_strdup (self->week);
      carrel_schedule_reader_finish_row (self->reader, row);
    }
}

/* Whether a text is among the parts of @topics, which "; " joins. */
static gboolean
has_part (const char *topics, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (topics, "; ", -1);

  return g_strv_contains ((const char *const *) parts, text);
}

/**
 * carrel_schedule_days_dup_topics:
 * @self: a table whose columns are known
 * @cells: a row of it
 *
 * Joins the topics below days of the week, of a week that does not say the date of each.
 *
 * Returns: (transfer full) (nullable): the topics, or %NULL when the table has no such columns
 */
char *
carrel_schedule_days_dup_topics (const CarrelScheduleTable *self, const CarrelTableRow *cells)
{
  g_autoptr (GArray) columns = find_columns (self);
  g_autoptr (GString) topics = g_string_new (NULL);

  if (columns->len < 2)
    return NULL;
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *topic = carrel_schedule_columns_dup_cell (
          self, cells, g_array_index (columns, DayColumn, i).column);

      if (!carrel_table_cell_has_letters (topic) || has_part (topics->str, topic))
        continue;
      g_string_append_printf (topics, "%s%s", topics->len > 0 ? "; " : "", topic);
    }
  return g_strdup (topics->str);
}

/**
 * carrel_schedule_days_read:
 * @self: a table whose columns are known
 *
 * Adds the rows of a table with a column for each day of class, when the cells of its dates say the
 * date of each day: all of them, or the first and the last of a week.
 *
 * Returns: whether the table is one; otherwise nothing was added
 */
gboolean
carrel_schedule_days_read (CarrelScheduleTable *self)
{
  g_autoptr (GArray) columns = find_columns (self);

  if (columns->len < 2 || !are_dated (self, columns))
    return FALSE;
  for (guint i = 0; i < self->block->n_rows; i++)
    if (is_body (self, &self->block->rows[i]))
      read_week (self, &self->block->rows[i], columns);
  return TRUE;
}
