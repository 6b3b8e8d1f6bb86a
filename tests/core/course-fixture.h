/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Courses written as names and values, for tests of time. */
#pragma once

#include "carrel-course.h"
#include "carrel-zone.h"

/* Makes a record from pairs of a field's name and its text, ended by NULL. */
G_GNUC_NULL_TERMINATED static inline gpointer
make_record (const CarrelRecordType *type, ...)
{
  gpointer record = carrel_record_new (type);
  const char *name;
  va_list arguments;

  va_start (arguments, type);
  for (name = va_arg (arguments, const char *); name != NULL;
       name = va_arg (arguments, const char *))
    {
      g_autoptr (GError) error = NULL;

      carrel_record_set_field (record, carrel_record_find_field (record, name),
                               va_arg (arguments, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (arguments);
  return record;
}

/* A course of the spring of 2024 in New York: lectures on Monday and Wednesday from 17:00 to 18:20,
 * a break from 4 to 8 March. */
static inline CarrelCourse *
make_spring_course (void)
{
  CarrelCourse *course
      = make_record (&carrel_course_type, "id", "spring", "code", "CS 1", "time_zone",
                     "America/New_York", "starts_on", "2024-01-17", "ends_on", "2024-04-30", NULL);

  g_ptr_array_add (course->meetings, make_record (&carrel_meeting_type, "id", "lecture", "kind",
                                                  "lecture", "days", "MO WE", "start", "17:00",
                                                  "end", "18:20", "location", "POS A35", NULL));
  g_ptr_array_add (course->breaks, make_record (&carrel_break_type, "from", "2024-03-04", "until",
                                                "2024-03-08", "title", "Spring break", NULL));
  return course;
}

static inline gint64
moment_in (const char *zone_name, int year, int month, int day, int hour, int minute)
{
  g_autoptr (GTimeZone) zone = carrel_zone_find (zone_name);
  CarrelDate date = { (gint16) year, (guint8) month, (guint8) day };

  return carrel_zone_to_moment (zone, date, hour * 60 + minute, NULL);
}
