/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The timetable decides what takes place; this file only says it in iCalendar, so that a calendar
 * program and Carrel show the same. A meeting or an office hour is one series: what the rule has
 * and the timetable has not is an EXDATE, what differs once is an event with a RECURRENCE-ID, what
 * the rule does not have is an event of its own. */
#define G_LOG_DOMAIN "carrel-export-ical"

#include "config.h"

#include "carrel-export-ical.h"

#include "carrel-ical-event.h"
#include "carrel-ical-zone.h"
#include "carrel-recurrence.h"
#include "carrel-timetable.h"
#include "carrel-zone.h"

#include <string.h>

/* How far before and after the term dated facts are looked for. */
#define MARGIN (400 * CARREL_SECONDS_A_DAY)

typedef struct
{
  CarrelIcalContext context;
  const CarrelCourse *course;
  icalcomponent *calendar;
  GPtrArray *occurrences; /* of the whole course */
  GTimeZone *zone;
  gint64 from; /* the term, or a year from now */
  gint64 to;
} Export;

static gboolean
is_rule (const CarrelOccurrence *occurrence)
{
  const CarrelRecordType *type = ((CarrelRecord *) occurrence->fact)->type;

  return type == &carrel_meeting_type || type == &carrel_office_hour_type;
}

static gboolean
is_same_name (const char *name, const char *other)
{
  g_autofree char *one = g_utf8_casefold (name, -1);
  g_autofree char *two = g_utf8_casefold (other, -1);

  return g_str_equal (one, two);
}

static gboolean
is_wanted (const Export *self, const CarrelOccurrence *occurrence)
{
  const CarrelExportOptions *options = self->context.options;

  if (options->fact != NULL
      && g_strcmp0 (options->fact, carrel_occurrence_get_fact_id (occurrence)) != 0)
    return FALSE;
  if (options->person == NULL)
    return TRUE;
  return occurrence->person != NULL && is_same_name (options->person, occurrence->person);
}

static char *
dup_uid (const Export *self, const char *name)
{
  return g_strdup_printf ("%s@%s.carrel", name, self->context.course_id);
}

static CarrelRecurrence
get_rule (gconstpointer fact, CarrelDate first, CarrelDate last)
{
  const CarrelMeeting *meeting = fact;
  const CarrelOfficeHour *hour = fact;
  gboolean is_meeting = meeting->record.type == &carrel_meeting_type;

  return (CarrelRecurrence){
    .first = carrel_day_number (first),
    .last = carrel_day_number (last),
    .days = is_meeting ? meeting->days : hour->day,
    .every_weeks = is_meeting && meeting->every_weeks > 1 ? meeting->every_weeks : 1,
  };
}

/* Whether the rule of its fact gives @occurrence, perhaps on another day or not at all. */
static gboolean
is_of_series (const CarrelOccurrence *occurrence)
{
  CarrelRecurrence rule = get_rule (occurrence->fact, occurrence->rule_date, occurrence->rule_date);

  return (occurrence->flags & CARREL_OCCURRENCE_ADDED) == 0
         && (rule.days & carrel_date_get_weekday (occurrence->rule_date)) != 0;
}

/* Where only the end of the term is known, the rule need not repeat beyond it. */
static gboolean
is_endless (const Export *self, const CarrelOccurrence *pattern)
{
  CarrelDate ends_on = self->course->ends_on;

  return (pattern->flags & CARREL_OCCURRENCE_UNBOUNDED) != 0
         && (!carrel_date_is_set (ends_on) || ends_on.year == 0);
}

static void
add_rule (const Export *self,
          icalcomponent *event,
          const CarrelRecurrence *rule,
          const CarrelOccurrence *pattern)
{
  static const char *const codes[CARREL_N_DAYS] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  gboolean is_all_day = (pattern->flags & CARREL_OCCURRENCE_ALL_DAY) != 0;
  CarrelDate last = carrel_day_number_to_date (rule->last);
  int minutes = MAX (pattern->minutes, 0);
  g_autoptr (GString) text = g_string_new ("FREQ=WEEKLY");
  struct icalrecurrencetype recurrence;

  if (rule->every_weeks > 1)
    g_string_append_printf (text, ";INTERVAL=%d;WKST=MO", rule->every_weeks);
  g_string_append (text, ";BYDAY=");
  for (guint i = 0; i < CARREL_N_DAYS; i++)
    if ((rule->days & carrel_day_from_index (i)) != 0)
      g_string_append_printf (text, "%s%s", text->str[text->len - 1] == '=' ? "" : ",", codes[i]);
  recurrence = icalrecurrencetype_from_string (text->str);
  if (!is_endless (self, pattern))
    {
      if (is_all_day || self->context.zone == NULL)
        recurrence.until = carrel_ical_event_time (last, minutes, is_all_day);
      else
        recurrence.until = icaltime_from_timet_with_zone (
            carrel_zone_to_moment (self->zone, last, minutes, NULL), 0,
            icaltimezone_get_utc_timezone ());
    }
  icalcomponent_add_property (event, icalproperty_new_rrule (recurrence));
}

/* The first occurrence of @series whose rule gives @date; %NULL when it does not take place. */
static const CarrelOccurrence *
find_by_rule_date (GPtrArray *series, CarrelDate date)
{
  for (guint i = 0; i < series->len; i++)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (series, i);

      if (carrel_date_compare (occurrence->rule_date, date) == 0)
        return (occurrence->flags & CARREL_OCCURRENCE_CANCELLED) != 0 ? NULL : occurrence;
    }
  return NULL;
}

static gboolean
says_more (const CarrelOccurrence *occurrence)
{
  return (occurrence->flags & CARREL_OCCURRENCE_MOVED) != 0 || occurrence->row != NULL;
}

/* Adds what @occurrence has and its series has not, under the series' name. */
static void
add_override (const Export *self,
              const CarrelOccurrence *occurrence,
              const char *uid,
              icaltimetype id)
{
  icalcomponent *event = carrel_ical_event_new (&self->context, occurrence, uid, FALSE);

  carrel_ical_event_add_time (event, &self->context, ICAL_RECURRENCEID_PROPERTY, id);
  icalcomponent_add_component (self->calendar, event);
}

static void
add_exceptions (const Export *self,
                icalcomponent *event,
                const CarrelRecurrence *rule,
                GPtrArray *series,
                const char *uid)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  icaltimetype start = icalcomponent_get_dtstart (event);
  int minutes = start.hour * 60 + start.minute;

  carrel_recurrence_expand (rule, rule->first, rule->last, days);
  for (guint i = 0; i < days->len; i++)
    {
      CarrelDate date = carrel_day_number_to_date (g_array_index (days, int, i));
      const CarrelOccurrence *occurrence = find_by_rule_date (series, date);
      icaltimetype id = carrel_ical_event_time (date, minutes, start.is_date);

      if (occurrence == NULL)
        carrel_ical_event_add_time (event, &self->context, ICAL_EXDATE_PROPERTY, id);
      else if (says_more (occurrence))
        add_override (self, occurrence, uid, id);
    }
}

static int
compare_rule_dates (gconstpointer one, gconstpointer other)
{
  return carrel_date_compare ((*(const CarrelOccurrence *const *) one)->rule_date,
                              (*(const CarrelOccurrence *const *) other)->rule_date);
}

/* What the fact of @occurrence says of all of its occurrences: a series must not begin on the day,
 * time and place to which one of them was moved. */
static CarrelOccurrence *
dup_pattern (const CarrelOccurrence *occurrence)
{
  CarrelOccurrence *pattern = g_memdup2 (occurrence, sizeof *occurrence);
  const CarrelMeeting *meeting = occurrence->fact;
  const CarrelOfficeHour *hour = occurrence->fact;
  gboolean is_meeting = meeting->record.type == &carrel_meeting_type;
  int end = is_meeting ? meeting->end : hour->end;

  pattern->row = NULL;
  pattern->change = NULL;
  pattern->reason = NULL;
  pattern->date = occurrence->rule_date;
  pattern->location = is_meeting ? meeting->location : hour->location;
  pattern->person = is_meeting ? meeting->person : hour->person;
  pattern->minutes = is_meeting ? meeting->start : hour->start;
  pattern->end_minutes = end + (end < pattern->minutes ? CARREL_MINUTES_A_DAY : 0);
  pattern->flags &= ~(guint) CARREL_OCCURRENCE_ALL_DAY;
  if (pattern->minutes == CARREL_UNKNOWN)
    pattern->flags |= CARREL_OCCURRENCE_ALL_DAY;
  else if (end == CARREL_UNKNOWN)
    pattern->end_minutes = pattern->minutes;
  return pattern;
}

static void
add_single (const Export *self, const CarrelOccurrence *occurrence)
{
  g_autofree char *name = carrel_occurrence_dup_id (occurrence);
  g_autofree char *uid = dup_uid (self, name);

  icalcomponent_add_component (self->calendar,
                               carrel_ical_event_new (&self->context, occurrence, uid, FALSE));
}

/* An occurrence whose day the rule surely gives; a moved one may come from any day. */
static const CarrelOccurrence *
find_anchor (GPtrArray *series)
{
  for (guint i = 0; i < series->len; i++)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (series, i);

      if ((occurrence->flags & CARREL_OCCURRENCE_MOVED) == 0)
        return occurrence;
    }
  return g_ptr_array_index (series, 0);
}

/* Writes what was moved from a week in which the rule rests as an event of its own. */
static void
split_other_weeks (const Export *self, GPtrArray *series)
{
  CarrelDate anchor = find_anchor (series)->rule_date;
  CarrelRecurrence rule = get_rule (((CarrelOccurrence *) series->pdata[0])->fact, anchor, anchor);

  for (guint i = series->len; i > 0; i--)
    {
      CarrelOccurrence *occurrence = g_ptr_array_index (series, i - 1);
      int day = carrel_day_number (occurrence->rule_date);

      rule.first = MIN (day, carrel_day_number (anchor));
      rule.last = MAX (day, carrel_day_number (anchor));
      if (carrel_recurrence_has_week (&rule, rule.last))
        continue;
      add_single (self, occurrence);
      g_ptr_array_remove_index (series, i - 1);
    }
}

static void
add_series (const Export *self, GPtrArray *series)
{
  const CarrelOccurrence *first;
  const CarrelOccurrence *last;
  CarrelRecurrence rule;
  g_autofree CarrelOccurrence *pattern = NULL;
  g_autofree char *uid = NULL;
  icalcomponent *event;

  g_ptr_array_sort (series, compare_rule_dates);
  split_other_weeks (self, series);
  first = g_ptr_array_index (series, 0);
  last = g_ptr_array_index (series, series->len - 1);
  pattern = dup_pattern (first);
  rule = get_rule (first->fact, first->rule_date, last->rule_date);
  uid = dup_uid (self, carrel_occurrence_get_fact_id (first));
  event = carrel_ical_event_new (&self->context, pattern, uid, TRUE);
  icalcomponent_add_component (self->calendar, event);
  add_rule (self, event, &rule, pattern);
  add_exceptions (self, event, &rule, series, uid);
}

/* Whether a rule that repeats without end is asked beyond the term. */
static gboolean
is_in_term (const Export *self, const CarrelOccurrence *occurrence)
{
  return (occurrence->flags & CARREL_OCCURRENCE_UNBOUNDED) == 0
         || (occurrence->start >= self->from && occurrence->start < self->to);
}

/* Whether the rule of @occurrence gives it, and its series is one of those that are wanted: an hour
 * that a person holds once for somebody else is no series of theirs. */
static gboolean
belongs_to_series (const Export *self, const CarrelOccurrence *occurrence)
{
  g_autofree CarrelOccurrence *pattern = dup_pattern (occurrence);

  return is_of_series (occurrence) && is_wanted (self, pattern);
}

static gboolean
takes_place (GPtrArray *series)
{
  for (guint i = 0; i < series->len; i++)
    if ((((CarrelOccurrence *) g_ptr_array_index (series, i))->flags & CARREL_OCCURRENCE_CANCELLED)
        == 0)
      return TRUE;
  return FALSE;
}

/* Gathers the occurrences of one meeting or hour, and writes those that its rule does not give. */
static void
add_fact (const Export *self, gconstpointer fact)
{
  g_autoptr (GPtrArray) series = g_ptr_array_new ();

  for (guint i = 0; i < self->occurrences->len; i++)
    {
      CarrelOccurrence *occurrence = g_ptr_array_index (self->occurrences, i);

      if (occurrence->fact != fact || !is_in_term (self, occurrence)
          || !is_wanted (self, occurrence))
        continue;
      if (belongs_to_series (self, occurrence))
        g_ptr_array_add (series, occurrence);
      else if ((occurrence->flags & CARREL_OCCURRENCE_CANCELLED) == 0)
        add_single (self, occurrence);
    }
  if (takes_place (series))
    add_series (self, series);
}

static void
add_facts (const Export *self)
{
  for (guint i = 0; i < self->course->meetings->len; i++)
    add_fact (self, g_ptr_array_index (self->course->meetings, i));
  for (guint i = 0; i < self->course->office_hours->len; i++)
    add_fact (self, g_ptr_array_index (self->course->office_hours, i));
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      CarrelOccurrence *occurrence = g_ptr_array_index (self->occurrences, i);

      if (!is_rule (occurrence) && is_wanted (self, occurrence)
          && (occurrence->flags & CARREL_OCCURRENCE_CANCELLED) == 0)
        add_single (self, occurrence);
    }
}

/* The term; where the course names none, a year from the Monday of this week. */
static void
set_window (Export *self)
{
  CarrelDate today = carrel_zone_get_date (self->zone, self->context.options->now, NULL);
  int weekday = (int) carrel_day_get_index (carrel_date_get_weekday (today));
  CarrelDate from = carrel_date_add_days (today, -weekday);
  CarrelDate until;

  if (carrel_date_is_set (self->course->starts_on) && self->course->starts_on.year != 0)
    from = self->course->starts_on;
  until = carrel_date_add_days (from, 52 * CARREL_N_DAYS - 1);
  if (carrel_date_is_set (self->course->ends_on) && self->course->ends_on.year != 0)
    until = self->course->ends_on;
  self->from = carrel_zone_to_moment (self->zone, from, 0, NULL);
  self->to = carrel_zone_to_moment (self->zone, carrel_date_add_days (until, 1), 0, NULL);
}

static icalcomponent *
new_calendar (const CarrelCourse *course)
{
  icalcomponent *calendar = icalcomponent_new_vcalendar ();
  icalproperty *name;

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (
      calendar, icalproperty_new_prodid ("-//Carrel//carrel " PACKAGE_VERSION "//EN"));
  icalcomponent_add_property (calendar, icalproperty_new_calscale ("GREGORIAN"));
  if (course->title != NULL)
    {
      name = icalproperty_new_x (course->title);
      icalproperty_set_x_name (name, "X-WR-CALNAME");
      icalcomponent_add_property (calendar, name);
    }
  return calendar;
}

static char *
dup_course_id (const CarrelCourse *course)
{
  const char *name = course->code != NULL ? course->code : course->title;

  if (course->id != NULL && *course->id != '\0')
    return g_strdup (course->id);
  return name != NULL ? carrel_course_dup_slug (name) : g_strdup ("course");
}

/**
 * carrel_export_ical_write:
 * @course: a course whose facts have ids
 * @options: when, for whom, and which part
 *
 * Writes the dates of a course as an iCalendar 2.0 file: the whole course, one person's hours, or
 * one fact. The names of events (UID) come from the ids of facts and stay the same in every export.
 * Times are in the zone of the course, with its VTIMEZONE, or floating when it names none. A rule
 * ends (UNTIL) in UTC. Without a term, weekly events begin in the week of the export; without
 * its last day they do not end.
 *
 * Returns: (transfer full): the file
 */
char *
carrel_export_ical_write (const CarrelCourse *course, const CarrelExportOptions *options)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *course_id = dup_course_id (course);
  g_autoptr (CarrelTimetable) timetable = NULL;
  g_autoptr (GPtrArray) occurrences = NULL;
  Export self = { .context = { options, course_id,
                               course->code != NULL ? course->code : course->title, NULL },
                  .course = course,
                  .calendar = new_calendar (course) };
  char *raw;
  char *text;

  g_ptr_array_add (courses, (gpointer) course);
  timetable = carrel_timetable_new (courses, options->zone != NULL ? options->zone : utc);
  self.zone = carrel_timetable_get_zone (timetable, course);
  set_window (&self);
  occurrences = carrel_timetable_list (timetable, self.from - MARGIN, self.to + MARGIN,
                                       CARREL_OCCURRENCE_ALL);
  self.occurrences = occurrences;
  if (course->time_zone != NULL
      && g_str_equal (g_time_zone_get_identifier (self.zone), course->time_zone))
    {
      self.context.zone = course->time_zone;
      icalcomponent_add_component (
          self.calendar, carrel_ical_zone_new (course->time_zone, self.zone, self.from, self.to));
    }
  add_facts (&self);
  raw = icalcomponent_as_ical_string_r (self.calendar);
  text = g_strdup (raw);
  icalmemory_free_buffer (raw);
  icalcomponent_free (self.calendar);
  return text;
}
