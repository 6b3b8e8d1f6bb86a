/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule of a page stands in tables, else in headings, else in lines. A table that has the
 * dates and no topics is joined with the lines that have both. */
#define G_LOG_DOMAIN "carrel-extract-schedule"

#include "config.h"

#include "carrel-extract.h"
#include "carrel-pattern.h"
#include "carrel-schedule-reader.h"

#include <glib/gi18n-lib.h>

typedef void (*ScheduleFunc) (CarrelScheduleReader *self);

static void read_headings_or_lines (CarrelScheduleReader *self);

/* Where a schedule may stand when it is in no table; the first that has one. */
static const ScheduleFunc dated_readers[]
    = { carrel_schedule_read_data, carrel_schedule_read_week_days, carrel_schedule_read_months,
        read_headings_or_lines, carrel_schedule_read_dated_lines };
static const ScheduleFunc week_readers[]
    = { carrel_schedule_read_week_headings, carrel_schedule_read_week_lines };

/* Fewer dates without a topic are gaps of a table. */
#define MIN_BARE 3

/* So few classes in tables may be dates of the registrar. */
#define MAX_FEW 2

/* What was read from tables. */
typedef struct
{
  GPtrArray *rows;
  guint first;
  guint end;
} CarrelTableRows;

static CarrelScheduleRow *
find_row (const CarrelTableRows *tables, CarrelDate date)
{
  for (guint i = tables->first; i < tables->end; i++)
    {
      CarrelScheduleRow *row = g_ptr_array_index (tables->rows, i);

      if (carrel_date_is_set (row->date) && row->date.month == date.month
          && row->date.day == date.day
          && (row->date.year == date.year || row->date.year == 0 || date.year == 0))
        return row;
    }
  return NULL;
}

static gpointer
copy_row (gconstpointer row, gpointer user_data)
{
  return carrel_record_ref ((gpointer) row);
}

/* "Homework 1 posted" is no class. */
static gboolean
is_of_work (const CarrelScheduleRow *row)
{
  return carrel_pattern_matches ("\\b(?:posted|released|assigned|out|available)$", row->topic,
                                 G_REGEX_CASELESS);
}

/* How many rows of tables are classes with a topic, and how many have no topic. */
static guint
count_classes (const CarrelTableRows *tables, guint *n_bare)
{
  guint n = 0;

  *n_bare = 0;
  for (guint i = tables->first; i < tables->end; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (tables->rows, i);

      *n_bare += row->topic == NULL;
      n += row->topic != NULL && g_strcmp0 (row->kind, "lecture") == 0 && !is_of_work (row);
    }
  return n;
}

/* The dated lines of a page, apart from what its tables gave. */
static GPtrArray *
read_lines (const CarrelScheduleReader *self, guint min_rows)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (carrel_record_unref);
  CarrelScheduleReader lines = *self;

  lines.rows = rows;
  lines.min_rows = min_rows;
  carrel_schedule_read_week_days (&lines);
  if (rows->len == 0)
    carrel_schedule_read_dated_headings (&lines);
  if (rows->len == 0)
    carrel_schedule_read_dated_lines (&lines);
  return rows;
}

/* What a table says of a date moves to the row that has the topic; what was no topic is work. */
static void
take_topic (CarrelScheduleRow *row, CarrelScheduleRow *with_topic, const CarrelScheduleReader *self)
{
  if (with_topic->topic == NULL)
    return;
  if (row->homework == NULL)
    row->homework = g_steal_pointer (&row->topic);
  g_free (row->topic);
  row->topic = g_steal_pointer (&with_topic->topic);
  carrel_schedule_reader_finish_row (self, row);
}

/* Dates with topics in lines, most of which a table has too: the table has the dates alone. */
static void
join_lines (const CarrelScheduleReader *self, const CarrelTableRows *tables)
{
  g_autoptr (GPtrArray) lines = read_lines (self, 1);
  guint n_found = 0;

  for (guint i = 0; i < lines->len; i++)
    n_found
        += find_row (tables, ((CarrelScheduleRow *) g_ptr_array_index (lines, i))->date) != NULL;
  if (n_found < MIN_BARE || n_found * 2 <= lines->len)
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      CarrelScheduleRow *line = g_ptr_array_index (lines, i);
      CarrelScheduleRow *row = find_row (tables, line->date);

      if (row != NULL)
        take_topic (row, line, self);
    }
}

/* Exams and deadlines stand in tables, the classes in lines: far more than the @n_classes that look
 * like classes in tables. */
static void
add_lines (CarrelScheduleReader *self, const CarrelTableRows *tables, guint n_classes)
{
  g_autoptr (GPtrArray) lines = read_lines (self, 0);

  for (guint i = 0; lines->len > n_classes * 2 && i < lines->len; i++)
    {
      CarrelScheduleRow *line = g_ptr_array_index (lines, i);

      if (find_row (tables, line->date) == NULL)
        g_ptr_array_add (self->rows, carrel_record_ref (line));
    }
}

static void
read_beside_tables (CarrelScheduleReader *self, guint first)
{
  CarrelTableRows tables = { self->rows, first, self->rows->len };
  guint n_bare;
  guint n_classes = count_classes (&tables, &n_bare);

  if (n_bare >= MIN_BARE)
    join_lines (self, &tables);
  else if (n_classes <= MAX_FEW)
    add_lines (self, &tables, n_classes);
}

/* "Week 1", "Week 2": headings that say nothing of what is done. */
static gboolean
are_weeks (const CarrelScheduleReader *self, GPtrArray *headings)
{
  for (guint i = 0; i < headings->len; i++)
    {
      const char *topic = ((const CarrelScheduleRow *) g_ptr_array_index (headings, i))->topic;
      gsize length = 0;
      g_autofree char *week
          = topic != NULL ? carrel_schedule_reader_read_week (self->page->words, topic, &length)
                          : NULL;

      if (topic != NULL && (week == NULL || topic[length] != '\0'))
        return FALSE;
    }
  return headings->len > 0;
}

/* Headings with dates, unless far more lines below them start with one, or the headings are weeks:
 * "## Letters (Sunday, March 2)" above "**Jan 7: Workshop**" and "**Jan 9: Discussion**". */
static void
read_headings_or_lines (CarrelScheduleReader *self)
{
  GPtrArray *rows = self->rows;
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (carrel_record_unref);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (carrel_record_unref);

  self->rows = headings;
  carrel_schedule_read_dated_headings (self);
  self->rows = lines;
  if (headings->len > 0)
    carrel_schedule_read_dated_lines (self);
  self->rows = rows;
  g_ptr_array_extend (rows,
                      lines->len > 2 * headings->len
                              || (are_weeks (self, headings) && lines->len >= headings->len)
                          ? lines
                          : headings,
                      copy_row, NULL);
}

/* A weekday that a page states beside a date with its year, and that the date does not have. */
static void
check_weekdays (const CarrelScheduleReader *self, CarrelCourse *course, const CarrelPageLine *line)
{
  CarrelRowDate date;

  for (gsize from = 0; carrel_row_date_find (&self->style, line->text, from, &date);
       from = date.end)
    {
      g_autofree char *found = g_strndup (line->text + date.start, date.end - date.start);
      g_autofree char *text = NULL;

      if (date.date.year == 0 || date.weekday == CARREL_DAY_NONE
          || carrel_date_get_weekday (date.date) == date.weekday)
        continue;
      /* Translators: %s are names, numbers or dates of the page */
      text = g_strdup_printf (_ ("“%s”: that day is another day of the week. Which is right?"),
                              found);
      carrel_extract_ask (course, "/schedule", self->page->file, line->line, text);
    }
}

/* Whether rows are all exams and deadlines, or none at all: the classes may stand in weeks without
 * dates. */
static gboolean
are_events (const GPtrArray *rows, guint from)
{
  for (guint i = from; i < rows->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (row->kind, "exam") != 0 && g_strcmp0 (row->kind, "due") != 0)
        return FALSE;
    }
  return TRUE;
}

/* Adds the rows of a page without a table of them; @n_before: how many there were before the page.
 */
static void
read_outside_tables (CarrelScheduleReader *self, guint n_before)
{
  guint n_dated;

  for (guint i = 0; i < G_N_ELEMENTS (dated_readers) && self->rows->len == n_before; i++)
    dated_readers[i](self);
  n_dated = self->rows->len;
  if (!are_events (self->rows, n_before))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (week_readers) && self->rows->len == n_dated; i++)
    week_readers[i](self);
}

/**
 * carrel_extract_schedule:
 * @page: a page
 * @course: a draft that is being built
 *
 * Adds the dated rows of a page, and the rows of weeks without dates. Years are never invented.
 */
void
carrel_extract_schedule (const CarrelPage *page, CarrelCourse *course)
{
  CarrelScheduleReader self = { page,
                                { page->words, carrel_row_date_decide_page_order (page) },
                                course->schedule,
                                .year = carrel_schedule_find_year (course) };
  guint n_before = course->schedule->len;

  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    if (carrel_page_get_block (page, i)->kind == CARREL_BLOCK_TABLE)
      carrel_schedule_read_table (&self, i);
  if (course->schedule->len > n_before)
    read_beside_tables (&self, n_before);
  read_outside_tables (&self, n_before);
  if (course->schedule->len > n_before && n_before == 0)
    carrel_schedule_read_lone_weeks (&self);
  carrel_schedule_read_events (&self);
  carrel_schedule_read_closed (&self);
  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    check_weekdays (&self, course, carrel_page_get_line (page, i));
}
