/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blank dates of a table, worked out from the days on which its other rows fall. */
#define G_LOG_DOMAIN "carrel-schedule-infer"

#include "config.h"

#include "carrel-schedule-reader.h"

/* Two years that differ in their leap day, for pages that state no year. */
#define PLAIN_YEAR 2023
#define LEAP_YEAR  2024

typedef struct
{
  GPtrArray *rows;
  guint first;
  guint end;
  int year;        /* that stands for an unstated one */
  CarrelDays days; /* of the class */
} CarrelDatePattern;

static CarrelScheduleRow *
get_row (const CarrelDatePattern *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

static gboolean
is_stated (const CarrelScheduleRow *row)
{
  return carrel_date_is_set (row->date) && !carrel_date_is_set (row->date_end);
}

static CarrelDate
with_year (const CarrelDatePattern *self, CarrelDate date)
{
  if (date.year == 0)
    date.year = (gint16) self->year;
  return date;
}

/* A day belongs to the pattern when a lecture was dated on it. */
static void
find_days (CarrelDatePattern *self)
{
  guint days = 0;

  for (guint i = self->first; i < self->end; i++)
    {
      const CarrelScheduleRow *row = get_row (self, i);
      CarrelDate date = with_year (self, row->date);

      if (!is_stated (row) || row->topic == NULL || !carrel_date_is_valid (date))
        continue;
      days |= carrel_date_get_weekday (date);
    }
  self->days = (CarrelDays) days;
}

static guint
count_days (CarrelDays days)
{
  guint n = 0;

  for (guint i = 0; i < CARREL_N_DAYS; i++)
    n += (days & carrel_day_from_index (i)) != 0;
  return n;
}

/* The year in which the stated dates fall on the fewest days of the week. */
static void
choose_year (CarrelDatePattern *self)
{
  guint n_plain;

  self->year = PLAIN_YEAR;
  find_days (self);
  n_plain = count_days (self->days);
  self->year = LEAP_YEAR;
  find_days (self);
  if (count_days (self->days) <= n_plain)
    return;
  self->year = PLAIN_YEAR;
  find_days (self);
}

static guint
count_blanks (const CarrelDatePattern *self, guint index)
{
  guint n = 0;

  while (index + n < self->end && !carrel_date_is_set (get_row (self, index + n)->date)
         && !carrel_date_is_set (get_row (self, index + n)->date_inferred))
    n++;
  return n;
}

/* The days of the class after @from and before @until, @until at most a week later. */
static guint
list_days (const CarrelDatePattern *self, CarrelDate from, CarrelDate until, CarrelDate *dates)
{
  guint n = 0;

  for (int i = 1; i < 7; i++)
    {
      CarrelDate date = carrel_date_add_days (from, i);

      if (carrel_date_compare (date, until) < 0
          && (self->days & carrel_date_get_weekday (date)) != 0)
        dates[n++] = date;
    }
  return n;
}

/* A final exam is held when the university says, not on a day of the class. */
static gboolean
ends_in_exam (const CarrelDatePattern *self, guint next)
{
  return next == self->end && g_strcmp0 (get_row (self, next - 1)->kind, "exam") == 0;
}

/* Fills the blank rows after a stated date when there are just as many days of the class. */
static void
fill (CarrelDatePattern *self, guint index, guint n_blanks)
{
  CarrelDate from = with_year (self, get_row (self, index)->date);
  CarrelDate until = carrel_date_add_days (from, 7);
  CarrelDate dates[7];
  guint next = index + 1 + n_blanks;

  if (next < self->end)
    {
      CarrelDate stated = with_year (self, get_row (self, next)->date);

      if (carrel_date_compare (stated, from) <= 0 || carrel_date_compare (stated, until) > 0)
        return;
      until = stated;
    }
  if (ends_in_exam (self, next) || list_days (self, from, until, dates) != n_blanks)
    return;
  for (guint i = 0; i < n_blanks; i++)
    {
      CarrelScheduleRow *row = get_row (self, index + 1 + i);

      row->date_inferred = dates[i];
      if (get_row (self, index)->date.year == 0)
        row->date_inferred.year = 0;
    }
}

static void
fill_all (CarrelDatePattern *self)
{
  if (count_days (self->days) < 2 || count_days (self->days) > 5)
    return;
  for (guint i = self->first; i < self->end; i++)
    {
      guint n_blanks = count_blanks (self, i + 1);

      if (is_stated (get_row (self, i)) && n_blanks > 0)
        fill (self, i, n_blanks);
    }
}

/* The days on which the lectures of a course are held. */
static CarrelDays
list_lecture_days (const CarrelCourse *course)
{
  guint days = 0;

  for (guint i = 0; i < course->meetings->len; i++)
    {
      const CarrelMeeting *meeting = g_ptr_array_index (course->meetings, i);

      if (meeting->section == NULL
          && (meeting->kind == NULL || g_str_equal (meeting->kind, "lecture")))
        days |= meeting->days;
    }
  return (CarrelDays) days;
}

/**
 * carrel_schedule_infer_dates:
 * @rows: (element-type CarrelScheduleRow): rows
 * @first: the first row of a table, which goes on to the end
 *
 * Gives the rows without a date the next days of the class, when the stated dates of the table show
 * on which days it meets and the blanks between two dates fit them. In doubt a row stays without.
 */
void
carrel_schedule_infer_dates (GPtrArray *rows, guint first)
{
  CarrelDatePattern self = { rows, first, rows->len };

  choose_year (&self);
  fill_all (&self);
}

/**
 * carrel_schedule_find_year:
 * @course: a course
 *
 * Returns: the only year that its term names ("Fall 2024"); 0 for none and for "2024/25"
 */
int
carrel_schedule_find_year (const CarrelCourse *course)
{
  int year = 0;

  for (const char *at = course->term != NULL ? course->term : ""; *at != '\0'; at++)
    {
      gsize n = strspn (at, "0123456789");

      if (n == 0)
        continue;
      if (n != 4 || year > 0 || at[4] == '/')
        return 0;
      year = (int) g_ascii_strtoll (at, NULL, 10);
      at += n - 1;
    }
  return year;
}

/**
 * carrel_schedule_infer_by_meetings:
 * @course: (inout): a draft with the facts of all pages
 *
 * Gives rows without a date the next days of the class, when a page states on which days it meets
 * and the stated dates of the schedule fall on those days in the year of its term.
 */
void
carrel_schedule_infer_by_meetings (CarrelCourse *course)
{
  CarrelDatePattern self
      = { course->schedule, 0, course->schedule->len, carrel_schedule_find_year (course) };
  CarrelDays days = list_lecture_days (course);

  if (self.year == 0)
    return;
  find_days (&self);
  if (self.days == CARREL_DAY_NONE || (self.days & ~(guint) days) != 0)
    return;
  self.days = days;
  fill_all (&self);
}
