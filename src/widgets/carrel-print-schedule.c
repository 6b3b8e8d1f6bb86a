/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns occurrences into bands of a printout. In large print there is one column where a table
 * would have been too narrow to read. */
#define G_LOG_DOMAIN "carrel-print-schedule"

#include "config.h"

#include "carrel-print-schedule.h"

#include "carrel-zone.h"

#include <glib/gi18n.h>

static const double day_shares[] = { 2, 7 };
static const double large_day_shares[] = { 2, 4 };
static const double term_shares[] = { 2, 5, 4, 4 };

/* Whether a day is one of those on which something is on; what began before the first day that is
 * printed stands on that. */
static gboolean
is_on_day (const CarrelPrintDays *days, const CarrelOccurrence *occurrence, CarrelDate day)
{
  CarrelDate date;

  if ((occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) != 0)
    return carrel_date_compare (occurrence->date, day) <= 0
           && carrel_date_compare (
                  day, carrel_zone_get_date (occurrence->zone, occurrence->end - 1, NULL))
                  <= 0;
  date = carrel_zone_get_date (days->read->zone, occurrence->start, NULL);
  if (carrel_date_compare (date, days->first) < 0)
    date = days->first;
  return carrel_date_compare (date, day) == 0;
}

static void
add_part (GPtrArray *parts, const char *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, (gpointer) part);
}

/* "Lecture · POS A35 · CS 1" */
static char *
format_details (const CarrelPrintDays *days, const CarrelOccurrence *occurrence)
{
  const CarrelCourse *course = occurrence->course;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  add_part (parts, carrel_format_kind_beside_title (occurrence));
  add_part (parts, occurrence->location);
  add_part (parts, occurrence->kind == CARREL_OCCURRENCE_HOURS
                       ? carrel_format_mode (occurrence->mode)
                       : NULL);
  if (days->says_course)
    add_part (parts, course->code != NULL ? course->code : course->title);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_ ("line of a row", " · "), (char **) parts->pdata);
}

static void
add_occurrence (CarrelPrintout *printout,
                const CarrelPrintDays *days,
                const CarrelOccurrence *occurrence)
{
  g_autofree char *time = carrel_format_occurrence_time (occurrence, days->read);
  g_autofree char *title = carrel_format_occurrence_title (occurrence);
  g_autofree char *details = format_details (days, occurrence);
  g_autofree char *remark = carrel_format_occurrence_remark (occurrence, days->read);
  g_autofree char *note = days->note != NULL ? days->note (occurrence, days->note_data) : NULL;
  gboolean is_large = carrel_printout_is_large (printout);

  carrel_printout_add_band (printout, CARREL_PRINT_PLAIN, is_large ? large_day_shares : day_shares,
                            2);
  carrel_printout_add_text (printout, 0, time, FALSE);
  carrel_printout_add_text (printout, 1, title, TRUE);
  carrel_printout_add_text (printout, 1, details, FALSE);
  carrel_printout_add_text (printout, 1, remark, FALSE);
  carrel_printout_add_text (printout, 1, note, FALSE);
}

/* "5–6:20 pm GPU acceleration, POS A35" */
static char *
format_short (const CarrelPrintDays *days, const CarrelOccurrence *occurrence)
{
  g_autofree char *time = (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) == 0
                              ? carrel_format_occurrence_time (occurrence, days->read)
                              : NULL;
  g_autofree char *title = carrel_format_occurrence_title (occurrence);
  g_autofree char *whole
      = time != NULL ? g_strjoin (C_ ("time and title", " "), time, title, NULL) : g_strdup (title);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  add_part (parts, whole);
  add_part (parts, occurrence->location);
  if (days->says_course)
    add_part (parts, occurrence->course->code);
  if ((occurrence->flags & CARREL_OCCURRENCE_CANCELLED) != 0)
    add_part (parts, _ ("cancelled"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_ ("line", ", "), (char **) parts->pdata);
}

static void
add_box (CarrelPrintout *printout,
         const CarrelPrintDays *days,
         guint column,
         CarrelDate day,
         CarrelDate month)
{
  g_autofree char *number = day.month == month.month ? g_strdup_printf ("%d", day.day)
                                                     : carrel_format_date_short (day, month);

  carrel_printout_add_text (printout, column, number, TRUE);
  for (guint i = 0; i < days->occurrences->len; i++)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (days->occurrences, i);
      g_autofree char *text = NULL;

      if (!is_on_day (days, occurrence, day))
        continue;
      text = format_short (days, occurrence);
      carrel_printout_add_text (printout, column, text, FALSE);
    }
}

static void
add_month_head (CarrelPrintout *printout, CarrelDate first)
{
  carrel_printout_add_band (printout, CARREL_PRINT_BOXED | CARREL_PRINT_REPEAT, NULL,
                            CARREL_N_DAYS);
  for (guint i = 0; i < CARREL_N_DAYS; i++)
    {
      CarrelDate day = carrel_date_add_days (first, (int) i);

      carrel_printout_add_text (printout, i, carrel_format_weekday (carrel_date_get_weekday (day)),
                                TRUE);
    }
}

static char *
format_row_date (const CarrelScheduleRow *row, const CarrelCourse *course, CarrelDate today)
{
  CarrelDate date = carrel_date_is_set (row->date) ? row->date : row->date_inferred;

  date = carrel_date_resolve (date, course->starts_on, course->ends_on);
  return carrel_date_is_set (date) ? carrel_format_date_short (date, today)
                                   : g_strdup (_ ("No date"));
}

static void
add_term_row (CarrelPrintout *printout, const CarrelScheduleRow *row, const char *date)
{
  gboolean is_large = carrel_printout_is_large (printout);

  if (is_large)
    carrel_printout_add_band (printout, CARREL_PRINT_RULED, NULL, 1);
  else
    carrel_printout_add_band (printout, CARREL_PRINT_RULED, term_shares,
                              G_N_ELEMENTS (term_shares));
  carrel_printout_add_text (printout, 0, date, is_large);
  carrel_printout_add_text (printout, is_large ? 0 : 1, row->topic, TRUE);
  carrel_printout_add_text (printout, is_large ? 0 : 2, row->readings, FALSE);
  carrel_printout_add_text (printout, is_large ? 0 : 3, row->homework, FALSE);
  carrel_printout_add_text (printout, is_large ? 0 : 3, row->due, FALSE);
}

static void
add_term_head (CarrelPrintout *printout)
{
  static const char *const names[]
      = { N_ ("Date"), N_ ("Topic"), N_ ("Readings"), N_ ("Homework") };

  if (carrel_printout_is_large (printout))
    return;
  carrel_printout_add_band (printout, CARREL_PRINT_REPEAT, term_shares, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    carrel_printout_add_text (printout, i, _ (names[i]), TRUE);
}

/**
 * carrel_print_schedule_days:
 * @printout: where to
 * @days: what is on
 *
 * Adds the days on which something is on, one below the other.
 */
void
carrel_print_schedule_days (CarrelPrintout *printout, const CarrelPrintDays *days)
{
  CarrelDate today = carrel_zone_get_date (days->read->zone, days->read->now, NULL);
  CarrelDate day;

  for (day = days->first; carrel_date_compare (day, days->end) < 0;
       day = carrel_date_add_days (day, 1))
    {
      g_autofree char *date = carrel_format_date (day, today);
      gboolean has_heading = FALSE;

      for (guint i = 0; i < days->occurrences->len; i++)
        {
          if (!is_on_day (days, g_ptr_array_index (days->occurrences, i), day))
            continue;
          if (!has_heading)
            {
              carrel_printout_add_band (printout, CARREL_PRINT_HEADING, NULL, 1);
              carrel_printout_add_text (printout, 0, date, TRUE);
            }
          has_heading = TRUE;
          add_occurrence (printout, days, g_ptr_array_index (days->occurrences, i));
        }
    }
  if (days->occurrences->len > 0)
    return;
  carrel_printout_add_band (printout, CARREL_PRINT_PLAIN, NULL, 1);
  carrel_printout_add_text (printout, 0, _ ("No events"), FALSE);
}

/**
 * carrel_print_schedule_month:
 * @printout: where to
 * @days: what is on, in whole weeks
 * @month: any day of the month that is meant
 *
 * Adds a box for each day; in large print, the days one below the other.
 */
void
carrel_print_schedule_month (CarrelPrintout *printout,
                             const CarrelPrintDays *days,
                             CarrelDate month)
{
  CarrelDate week;

  if (carrel_printout_is_large (printout))
    {
      carrel_print_schedule_days (printout, days);
      return;
    }
  carrel_printout_set_landscape (printout, TRUE);
  add_month_head (printout, days->first);
  for (week = days->first; carrel_date_compare (week, days->end) < 0;
       week = carrel_date_add_days (week, CARREL_N_DAYS))
    {
      carrel_printout_add_band (printout, CARREL_PRINT_BOXED | CARREL_PRINT_TALL, NULL,
                                CARREL_N_DAYS);
      for (guint i = 0; i < CARREL_N_DAYS; i++)
        add_box (printout, days, i, carrel_date_add_days (week, (int) i), month);
    }
}

/**
 * carrel_print_schedule_term:
 * @printout: where to
 * @course: a course
 * @today: today, whose year need not be said
 *
 * Adds the dated rows of a course.
 */
void
carrel_print_schedule_term (CarrelPrintout *printout, const CarrelCourse *course, CarrelDate today)
{
  add_term_head (printout);
  for (guint i = 0; i < course->schedule->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (course->schedule, i);
      g_autofree char *date = format_row_date (row, course, today);

      add_term_row (printout, row, date);
    }
}
