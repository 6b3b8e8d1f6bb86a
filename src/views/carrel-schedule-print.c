/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints what the filter shows, with the reader's own dates. */
#define G_LOG_DOMAIN "carrel-schedule-print"

#include "config.h"

#include "carrel-schedule-print.h"

#include "carrel-schedule-filter.h"

#include <glib/gi18n.h>

static char *
format_note (const CarrelOccurrence *occurrence, gpointer user_data)
{
  const CarrelSchedulePrint *print = user_data;

  return carrel_view_marks_format (print->marks, occurrence, print->time);
}

/* "CS 1, Week of 22 Jan"; without a course when there are several. */
static char *
format_title (const CarrelSchedulePrint *print, const char *period)
{
  const CarrelCourse *course
      = print->time->courses->len == 1 ? g_ptr_array_index (print->time->courses, 0) : NULL;
  const char *name = course == NULL ? NULL : course->code != NULL ? course->code : course->title;

  return name != NULL ? g_strjoin (C_ ("line", ", "), name, period, NULL) : g_strdup (period);
}

static CarrelPrintout *
make_printout (const CarrelSchedulePrint *print, const char *period, const CarrelPrintStyle *style)
{
  g_autofree char *title = format_title (print, period);

  return carrel_printout_new (title, style);
}

static void
get_month (const CarrelSchedulePrint *print, CarrelDate *first, CarrelDate *end)
{
  CarrelDate day = print->day;

  day.day = 1;
  *first = carrel_view_time_get_week (print->time, print->view, day);
  for (*end = *first; carrel_date_compare (*end, day) <= 0 || end->month == day.month;)
    *end = carrel_date_add_days (*end, CARREL_N_DAYS);
}

/**
 * carrel_schedule_print_list:
 * @print: the state of the schedule
 *
 * Returns: (transfer full): pairs of an id and its label
 */
GStrv
carrel_schedule_print_list (const CarrelSchedulePrint *print)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_autofree char *week = carrel_view_time_format_week (print->time, print->week);
  g_autofree char *month = carrel_format_month (print->day);

  g_strv_builder_add_many (list, "week", week, "month", month, NULL);
  if (print->time->courses->len == 1
      && ((const CarrelCourse *) g_ptr_array_index (print->time->courses, 0))->schedule->len > 0)
    g_strv_builder_add_many (list, "term", _ ("The term"), NULL);
  return g_strv_builder_end (list);
}

/**
 * carrel_schedule_print_make:
 * @print: the state of the schedule
 * @id: an id of carrel_schedule_print_list()
 * @style: size and shape of the text
 *
 * Returns: (transfer full): what is printed
 */
CarrelPrintout *
carrel_schedule_print_make (const CarrelSchedulePrint *print,
                            const char *id,
                            const CarrelPrintStyle *style)
{
  gboolean is_month = g_str_equal (id, "month");
  g_autofree char *period = is_month ? carrel_format_month (print->day)
                                     : carrel_view_time_format_week (print->time, print->week);
  CarrelPrintDays days = { NULL,
                           print->week,
                           carrel_date_add_days (print->week, CARREL_N_DAYS),
                           &print->time->read,
                           print->time->courses->len > 1,
                           format_note,
                           (gpointer) print };
  g_autoptr (GPtrArray) found = NULL;
  CarrelPrintout *printout;

  if (g_str_equal (id, "term"))
    {
      printout = make_printout (print, _ ("The term"), style);
      carrel_print_schedule_term (printout, g_ptr_array_index (print->time->courses, 0),
                                  print->time->today);
      return printout;
    }
  if (is_month)
    get_month (print, &days.first, &days.end);
  found = carrel_schedule_filter_list (carrel_view_get_settings (print->view), print->time,
                                       days.first, days.end);
  days.occurrences = found;
  printout = make_printout (print, period, style);
  if (is_month)
    carrel_print_schedule_month (printout, &days, print->day);
  else
    carrel_print_schedule_days (printout, &days);
  return printout;
}
