/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule of a page stands in tables, else in headings, else in lines; never in two of them.
 */
#define G_LOG_DOMAIN "carrel-extract-schedule"

#include "config.h"

#include "carrel-extract.h"
#include "carrel-schedule-reader.h"

#include <glib/gi18n-lib.h>

/* Where a schedule may stand when it is in no table; the first that has one. */
static void (*const readers[]) (CarrelScheduleReader *self) = {
  carrel_schedule_read_dated_headings,
  carrel_schedule_read_dated_lines,
  carrel_schedule_read_week_headings,
  carrel_schedule_read_week_lines,
};

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
  CarrelScheduleReader self
      = { page, { page->words, carrel_row_date_decide_page_order (page) }, course->schedule };
  guint n_before = course->schedule->len;

  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    if (carrel_page_get_block (page, i)->kind == CARREL_BLOCK_TABLE)
      carrel_schedule_read_table (&self, i);
  for (guint i = 0; i < G_N_ELEMENTS (readers) && course->schedule->len == n_before; i++)
    readers[i](&self);
  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    check_weekdays (&self, course, carrel_page_get_line (page, i));
}
