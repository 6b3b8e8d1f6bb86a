/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What needs all pages of a course: questions about what none of them says. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-extract.h"
#include "carrel-schedule-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether something has a date; with @with_events also exams and deadlines, which do not recur. */
static gboolean
has_dates (const CarrelCourse *course, gboolean with_events)
{
  static const char *const events[] = { "exam", "due", "break", NULL };

  for (guint i = 0; i < course->schedule->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (course->schedule, i);

      if (carrel_date_is_set (row->date)
          && (with_events || row->kind == NULL || !g_strv_contains (events, row->kind)))
        return TRUE;
    }
  return course->meetings->len > 0 || course->office_hours->len > 0;
}

static gboolean
has_year (const CarrelCourse *course)
{
  for (guint i = 0; i < course->schedule->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (course->schedule, i);

      if (row->date.year > 0)
        return TRUE;
    }
  for (const char *at = course->term; at != NULL && *at != '\0'; at++)
    if (g_ascii_isdigit (at[0]) && g_ascii_isdigit (at[1]))
      return TRUE;
  return FALSE;
}

/* A calendar says the year of each of its dates. */
static gboolean
has_dated_meeting (const CarrelCourse *course)
{
  for (guint i = 0; i < course->meetings->len; i++)
    if (((const CarrelMeeting *) g_ptr_array_index (course->meetings, i))->from.year > 0)
      return TRUE;
  return course->starts_on.year > 0 || course->ends_on.year > 0;
}

/* What places a week on the calendar is asked for only when there is something to place. */
static void
ask_for_the_calendar (CarrelCourse *course)
{
  gboolean has_classes = has_dates (course, FALSE);

  if (has_classes && !carrel_date_is_set (course->starts_on))
    carrel_extract_ask (course, "starts_on", NULL, 0,
                        _ ("On which day does the term start? No page says it."));
  if (has_classes && !carrel_date_is_set (course->ends_on))
    carrel_extract_ask (course, "ends_on", NULL, 0,
                        _ ("On which day does the term end? No page says it."));
  if (has_dates (course, TRUE) && !has_year (course) && !has_dated_meeting (course))
    carrel_extract_ask (course, "year", NULL, 0,
                        _ ("In which year does the course take place? No page says it."));
  if (has_classes && course->time_zone == NULL)
    carrel_extract_ask (course, "time_zone", NULL, 0,
                        _ ("In which time zone are the times of the course? No page says it."));
}

/* Whether @person is somebody's name, or the first of somebody's names. */
static gboolean
is_called (const CarrelPerson *somebody, const char *person)
{
  gsize n = strlen (person);

  return somebody->name != NULL && strncmp (somebody->name, person, n) == 0
         && (somebody->name[n] == '\0'
             || (somebody->name[n] == ' ' && strchr (person, ' ') == NULL));
}

/* The role of the only one of the staff with a name, or of one with the whole name. */
static const char *
find_role (const CarrelCourse *course, const char *person)
{
  const CarrelPerson *found = NULL;

  for (guint i = 0; i < course->staff->len; i++)
    {
      const CarrelPerson *somebody = g_ptr_array_index (course->staff, i);

      if (g_strcmp0 (somebody->name, person) == 0)
        return somebody->role;
      if (!is_called (somebody, person))
        continue;
      if (found != NULL)
        return NULL;
      found = somebody;
    }
  return found != NULL ? found->role : NULL;
}

/* "Ann: Mon 2-3" below "Office hours", and "TA: Ann Lee" elsewhere: hours of a TA. */
static void
give_roles (CarrelCourse *course)
{
  for (guint i = 0; i < course->office_hours->len; i++)
    {
      CarrelOfficeHour *hour = g_ptr_array_index (course->office_hours, i);

      if (hour->person != NULL && hour->role == NULL)
        hour->role = g_strdup (find_role (course, hour->person));
    }
}

/* The only one of the staff whose last name is @person; NULL also where somebody is called that and
 * no more. */
static const char *
find_full_name (const CarrelCourse *course, const char *person)
{
  const char *found = NULL;

  for (guint i = 0; i < course->staff->len; i++)
    {
      const char *name = ((CarrelPerson *) g_ptr_array_index (course->staff, i))->name;
      const char *last = name != NULL ? strrchr (name, ' ') : NULL;

      if (g_strcmp0 (name, person) == 0)
        return NULL;
      if (last == NULL || !g_str_equal (last + 1, person))
        continue;
      if (found != NULL)
        return NULL;
      found = name;
    }
  return found;
}

/* "Prof. Moor: Wed 1-2pm" below "Instructor: Evan Moor" are hours of one person. */
static void
complete_names (CarrelCourse *course)
{
  for (guint i = 0; i < course->office_hours->len; i++)
    {
      CarrelOfficeHour *hour = g_ptr_array_index (course->office_hours, i);
      const char *name = hour->person != NULL && strchr (hour->person, ' ') == NULL
                             ? find_full_name (course, hour->person)
                             : NULL;

      if (name == NULL)
        continue;
      g_free (hour->person);
      hour->person = g_strdup (name);
    }
}

/**
 * carrel_extract_finish:
 * @course: (inout): a draft with the facts of all pages
 *
 * Adds what follows from several facts, and questions about what is missing.
 */
void
carrel_extract_finish (CarrelCourse *course)
{
  complete_names (course);
  give_roles (course);
  carrel_schedule_infer_by_meetings (course);
  ask_for_the_calendar (course);
}
