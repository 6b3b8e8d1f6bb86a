/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In a course a break cancels meetings, and "Monday schedule" moves them. A calendar lists what
 * takes place by itself: these changes make the course say the same. */
#define G_LOG_DOMAIN "carrel-ical-days"

#include "config.h"

#include "carrel-ical-days.h"

#include "carrel-record.h"
#include "carrel-recurrence.h"
#include "carrel-schedule-words.h"

/* A calendar of hostile titles must not make changes without end. */
#define MAX_CHANGES 20000

static gboolean
is_between (CarrelDate from, CarrelDate until, CarrelDate date)
{
  return carrel_date_compare (from, date) <= 0
         && carrel_date_compare (date, carrel_date_is_set (until) ? until : from) <= 0;
}

static gboolean
is_follow (const char *text)
{
  CarrelDays followed;

  return carrel_schedule_words_follow (text, &followed);
}

/* Whether @date is in a break; a row that is one for a day does not close the office hours. */
static gboolean
is_in_break (const CarrelCourse *course, CarrelDate date, gboolean is_meeting)
{
  for (guint i = 0; i < course->breaks->len; i++)
    {
      const CarrelBreak *pause = g_ptr_array_index (course->breaks, i);

      if (is_between (pause->from, pause->until, date) && !is_follow (pause->title))
        return TRUE;
    }
  for (guint i = 0; i < course->schedule->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (course->schedule, i);

      if (g_strcmp0 (row->kind, "break") == 0 && is_between (row->date, row->date_end, date)
          && (is_meeting || carrel_date_is_set (row->date_end)) && !is_follow (row->topic))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_once (CarrelDate from, CarrelDate until)
{
  return carrel_date_is_set (from) && carrel_date_compare (from, until) == 0;
}

/* A break cancels what a rule gives, but not what the calendar has there once: that is added. */
static void
keep_in_breaks (CarrelIcalReader *self)
{
  CarrelCourse *course = self->course;

  for (guint i = 0; i < course->meetings->len; i++)
    {
      const CarrelMeeting *at = g_ptr_array_index (course->meetings, i);

      if (is_once (at->from, at->until) && is_in_break (course, at->from, TRUE))
        carrel_ical_reader_add_change (self, at->id, "add", at->from, at->record.line);
    }
  for (guint i = 0; i < course->office_hours->len; i++)
    {
      const CarrelOfficeHour *at = g_ptr_array_index (course->office_hours, i);

      if (is_once (at->from, at->until) && is_in_break (course, at->from, FALSE))
        carrel_ical_reader_add_change (self, at->id, "add", at->from, at->record.line);
    }
}

static gboolean
has_change (const CarrelCourse *course, const char *of, CarrelDate date)
{
  for (guint i = 0; i < course->changes->len; i++)
    {
      const CarrelChange *change = g_ptr_array_index (course->changes, i);

      if (carrel_date_compare (change->date, date) == 0 && g_strcmp0 (change->of, of) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Says of a meeting that it does what its own rule says on a day that follows another one. */
static void
keep_rule (CarrelIcalReader *self,
           const CarrelMeeting *meeting,
           CarrelDate date,
           CarrelDays followed)
{
  int day = carrel_day_number (date);
  const CarrelRecurrence rule
      = { carrel_day_number (meeting->from),
          carrel_date_is_set (meeting->until) ? carrel_day_number (meeting->until) : G_MAXINT,
          meeting->days, MAX (meeting->every_weeks, 1) };
  gboolean is_given = carrel_recurrence_has (&rule, day);
  gboolean is_followed = (rule.days & followed) != 0 && carrel_recurrence_has_week (&rule, day);

  if (is_given != is_followed && !has_change (self->course, meeting->id, date))
    carrel_ical_reader_add_change (self, meeting->id, is_given ? "add" : "cancel", date,
                                   meeting->record.line);
}

static void
keep_on_day (CarrelIcalReader *self, const char *text, CarrelDate date)
{
  CarrelDays followed = CARREL_DAY_NONE;

  if (date.year == 0 || self->course->changes->len > MAX_CHANGES
      || !carrel_schedule_words_follow (text, &followed))
    return;
  for (guint i = 0; i < self->course->meetings->len; i++)
    {
      const CarrelMeeting *meeting = g_ptr_array_index (self->course->meetings, i);

      if (meeting->from.year != 0)
        keep_rule (self, meeting, date, followed);
    }
}

/**
 * carrel_ical_days_keep:
 * @reader: a reader that has read all events of a calendar
 *
 * Adds the changes that keep what the calendar has on days that its breaks close, or that are named
 * after another day.
 */
void
carrel_ical_days_keep (CarrelIcalReader *reader)
{
  CarrelCourse *course = reader->course;

  keep_in_breaks (reader);
  for (guint i = 0; i < course->breaks->len; i++)
    {
      const CarrelBreak *pause = g_ptr_array_index (course->breaks, i);

      keep_on_day (reader, pause->title, pause->from);
    }
  for (guint i = 0; i < course->schedule->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (course->schedule, i);

      keep_on_day (reader, row->topic, row->date);
    }
}
