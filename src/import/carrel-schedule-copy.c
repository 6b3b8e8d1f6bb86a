/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates are written with a year, which every reader of dates knows. Those without one get a year
 * that is taken back from the rows. */
#define G_LOG_DOMAIN "carrel-schedule-copy"

#include "config.h"

#include "carrel-schedule-copy.h"

#include <string.h>

/* A year with a February 29. */
#define NO_YEAR 2000

/**
 * carrel_schedule_copy_page:
 * @page: a page
 *
 * Returns: @page with lines and sections of its own, which live as long as @page does
 */
CarrelPage
carrel_schedule_copy_page (const CarrelPage *page)
{
  CarrelPage copy = *page;

  copy.lines = (CarrelArenaList){ page->arena, sizeof (CarrelPageLine) };
  copy.sections = (CarrelArenaList){ page->arena, sizeof (CarrelPageSection) };
  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    *(CarrelPageLine *) carrel_arena_list_add (&copy.lines) = *carrel_page_get_line (page, i);
  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    *(CarrelPageSection *) carrel_arena_list_add (&copy.sections)
        = *carrel_page_get_section (page, i);
  return copy;
}

/**
 * carrel_schedule_copy_write_date:
 * @copy: a copy of a page
 * @index: of a line
 * @rest: where its text starts that follows the day
 * @date: its date
 *
 * Writes the date in place of the day, and in the heading if the line is one.
 */
void
carrel_schedule_copy_write_date (CarrelPage *copy, guint index, gsize rest, CarrelDate date)
{
  CarrelPageLine *line = carrel_arena_list_get (&copy->lines, index);
  g_autofree char *text = g_strdup_printf ("%d-%02d-%02d: %s", date.year != 0 ? date.year : NO_YEAR,
                                           date.month, date.day, line->text + rest);

  line->text = carrel_arena_copy_text (copy->arena, text, strlen (text));
  if (carrel_page_get_block (copy, line->block)->kind == CARREL_BLOCK_HEADING)
    ((CarrelPageSection *) carrel_arena_list_get (&copy->sections, line->section))->heading
        = line->text;
}

/**
 * carrel_schedule_copy_take_years:
 * @rows: (element-type CarrelScheduleRow) (inout): rows of a copy
 *
 * Takes back the year of dates that have none.
 */
void
carrel_schedule_copy_take_years (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      CarrelScheduleRow *row = g_ptr_array_index (rows, i);

      if (row->date.year == NO_YEAR)
        row->date.year = 0;
    }
}
