/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving a course to other weeks, as the example is on its first run. */
#define G_LOG_DOMAIN "carrel-course-shift"

#include "config.h"

#include "carrel-course-shift.h"

#include "carrel-fact.h"

/* The Monday of the week of @date. */
static CarrelDate
get_monday (CarrelDate date)
{
  return carrel_date_add_days (date, -(int) carrel_day_get_index (carrel_date_get_weekday (date)));
}

static void
shift_fields (gpointer record, int n_days)
{
  const CarrelRecordType *type = ((CarrelRecord *) record)->type;

  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    {
      CarrelDate *date;

      if (field->kind != CARREL_FIELD_DATE)
        continue;
      date = CARREL_FIELD_PTR (record, field, CarrelDate);
      if (date->year != 0 && carrel_date_is_valid (*date))
        *date = carrel_date_add_days (*date, n_days);
    }
}

/* Dates without a year could not be moved over a new year, so they get the year of the term. */
static void
resolve_fields (gpointer record, CarrelDate starts_on, CarrelDate ends_on)
{
  const CarrelRecordType *type = ((CarrelRecord *) record)->type;

  for (const CarrelField *field = type->fields; field->name != NULL; field++)
    if (field->kind == CARREL_FIELD_DATE)
      {
        CarrelDate *date = CARREL_FIELD_PTR (record, field, CarrelDate);

        if (carrel_date_is_set (*date))
          *date = carrel_date_resolve (*date, starts_on, ends_on);
      }
}

/**
 * carrel_course_shift:
 * @course: a course whose term has a first day
 * @first_monday: the Monday of the week in which its term shall start
 *
 * Moves every date of a course by the same number of whole weeks, so that weekdays stay.
 *
 * Returns: (transfer full): a copy of @course, moved; equal to @course when its term has no first
 *   day
 */
CarrelCourse *
carrel_course_shift (CarrelCourse *course, CarrelDate first_monday)
{
  CarrelCourse *shifted = carrel_record_copy (course);
  CarrelDate starts_on = course->starts_on;
  g_autoptr (GPtrArray) facts = NULL;
  int n_days;

  if (!carrel_date_is_set (starts_on) || starts_on.year == 0)
    return shifted;
  n_days = carrel_date_days_until (get_monday (starts_on), first_monday);
  facts = carrel_fact_list (shifted);
  for (guint i = 0; i < facts->len; i++)
    {
      const CarrelFact *fact = facts->pdata[i];

      resolve_fields (fact->record, starts_on, course->ends_on);
      shift_fields (fact->record, n_days);
    }
  return shifted;
}
