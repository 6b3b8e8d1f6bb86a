/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What one event says: when, what, where, who. Nothing in it comes from a student. */
#define G_LOG_DOMAIN "carrel-ical-event"

#include "config.h"

#include "carrel-ical-event.h"

#include "carrel-format-occurrence.h"
#include "carrel-zone.h"

#include <glib/gi18n-lib.h>

static gboolean
is_all_day (const CarrelOccurrence *occurrence)
{
  return (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) != 0;
}

static void
add_text (icalcomponent *event, icalproperty *(*make) (const char *), const char *text)
{
  if (text != NULL && *text != '\0')
    icalcomponent_add_property (event, make (text));
}

/* "11868: The transformer"; a series is named by its kind, because its topics differ. */
static char *
dup_summary (const CarrelIcalContext *context,
             const CarrelOccurrence *occurrence,
             gboolean is_series)
{
  gboolean is_hours = occurrence->kind == CARREL_OCCURRENCE_HOURS;
  g_autofree char *title = is_series && !is_hours ? g_strdup (carrel_format_kind (occurrence->kind))
                                                  : carrel_format_occurrence_title (occurrence);
  g_autofree char *full = NULL;

  if (is_hours && occurrence->person != NULL)
    /* Translators: the name of a person. */
    full = g_strdup_printf (_ ("Office hour: %s"), occurrence->person);
  else
    full = g_steal_pointer (&title);
  if (context->label == NULL)
    return g_steal_pointer (&full);
  /* Translators: in a calendar, the name of a course and what takes place. */
  return g_strdup_printf (C_ ("calendar", "%s: %s"), context->label, full);
}

static void
append_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_meeting (GString *text, const CarrelMeeting *meeting)
{
  append_line (text, meeting->remark);
  for (guint i = 0; i < meeting->segments->len; i++)
    {
      const CarrelSegment *segment = g_ptr_array_index (meeting->segments, i);
      g_autofree char *length
          = segment->minutes >= 0 ? carrel_format_duration (segment->minutes) : NULL;
      g_autofree char *line = g_strjoin (" ", length != NULL ? length : "", segment->title, NULL);

      append_line (text, line);
    }
}

static void
append_row (GString *text, const CarrelScheduleRow *row)
{
  append_line (text, row->readings);
  append_line (text, row->homework);
  for (guint i = 0; i < row->links->len; i++)
    append_line (text, ((CarrelLink *) row->links->pdata[i])->url);
}

static char *
dup_description (const CarrelOccurrence *occurrence, gboolean is_series)
{
  const CarrelRecordType *type = ((CarrelRecord *) occurrence->fact)->type;
  g_autoptr (GString) text = g_string_new (NULL);

  if (occurrence->kind != CARREL_OCCURRENCE_HOURS)
    append_line (text, occurrence->person);
  append_line (text, carrel_format_mode (occurrence->mode));
  append_line (text, occurrence->reason);
  if (type == &carrel_meeting_type)
    append_meeting (text, occurrence->fact);
  if (type == &carrel_schedule_row_type && occurrence->kind != CARREL_OCCURRENCE_DEADLINE)
    append_row (text, occurrence->fact);
  else if (occurrence->row != NULL && !is_series)
    append_row (text, occurrence->row);
  return g_strdup (text->str);
}

static void
add_alarm (icalcomponent *event, int minutes, const char *summary)
{
  icalcomponent *alarm = icalcomponent_new_valarm ();
  struct icaltriggertype trigger = { .duration = icaldurationtype_from_int (-60 * minutes) };

  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_description (summary));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  icalcomponent_add_component (event, alarm);
}

/* A break or a deadline does not make a person busy. */
static void
add_whole_day (icalcomponent *event,
               const CarrelIcalContext *context,
               const CarrelOccurrence *occurrence)
{
  int n_days = (int) ((occurrence->end - occurrence->start + CARREL_SECONDS_A_DAY / 2)
                      / CARREL_SECONDS_A_DAY);
  CarrelDate end = carrel_date_add_days (occurrence->date, MAX (n_days, 1));

  carrel_ical_event_add_time (event, context, ICAL_DTSTART_PROPERTY,
                              carrel_ical_event_time (occurrence->date, 0, TRUE));
  carrel_ical_event_add_time (event, context, ICAL_DTEND_PROPERTY,
                              carrel_ical_event_time (end, 0, TRUE));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
}

static void
add_times (icalcomponent *event,
           const CarrelIcalContext *context,
           const CarrelOccurrence *occurrence)
{
  carrel_ical_event_add_time (
      event, context, ICAL_DTSTART_PROPERTY,
      carrel_ical_event_time (occurrence->date, occurrence->minutes, FALSE));
  if (occurrence->end_minutes > occurrence->minutes)
    carrel_ical_event_add_time (
        event, context, ICAL_DTEND_PROPERTY,
        carrel_ical_event_time (occurrence->date, occurrence->end_minutes, FALSE));
}

/**
 * carrel_ical_event_time:
 * @date: a date with a year
 * @minutes: since midnight; may run into the next day
 * @is_all_day: whether the time of day does not count
 *
 * Returns: the time on the wall, without a zone
 */
icaltimetype
carrel_ical_event_time (CarrelDate date, int minutes, gboolean is_all_day)
{
  icaltimetype time = icaltime_null_time ();
  CarrelDate day = carrel_date_add_days (date, minutes / CARREL_MINUTES_A_DAY);

  time.year = day.year;
  time.month = day.month;
  time.day = day.day;
  time.is_date = is_all_day ? 1 : 0;
  if (!is_all_day)
    {
      time.hour = minutes % CARREL_MINUTES_A_DAY / 60;
      time.minute = minutes % 60;
    }
  return time;
}

/**
 * carrel_ical_event_add_time:
 * @event: an event
 * @context: the export
 * @kind: which property, such as %ICAL_DTSTART_PROPERTY
 * @time: a date, or a time on the wall of the course's zone
 *
 * Adds a time with what says how to read it: a zone, or that it is a date.
 */
void
carrel_ical_event_add_time (icalcomponent *event,
                            const CarrelIcalContext *context,
                            icalproperty_kind kind,
                            icaltimetype time)
{
  icalproperty *property = icalproperty_new (kind);

  icalproperty_set_value (property,
                          time.is_date ? icalvalue_new_date (time) : icalvalue_new_datetime (time));
  if (time.is_date)
    icalproperty_set_parameter (property, icalparameter_new_value (ICAL_VALUE_DATE));
  else if (context->zone != NULL)
    icalproperty_set_parameter (property, icalparameter_new_tzid (context->zone));
  icalcomponent_add_property (event, property);
}

/**
 * carrel_ical_event_new:
 * @context: the export
 * @occurrence: an occurrence, the first of all when it stands for a series
 * @uid: what names the event for ever
 * @is_series: whether a rule will be added
 *
 * Returns: (transfer full): a VEVENT
 */
icalcomponent *
carrel_ical_event_new (const CarrelIcalContext *context,
                       const CarrelOccurrence *occurrence,
                       const char *uid,
                       gboolean is_series)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  g_autofree char *summary = dup_summary (context, occurrence, is_series);
  g_autofree char *description = dup_description (occurrence, is_series);
  icaltimetype stamp
      = icaltime_from_timet_with_zone (context->options->now, 0, icaltimezone_get_utc_timezone ());

  add_text (event, icalproperty_new_uid, uid);
  icalcomponent_add_property (event, icalproperty_new_dtstamp (stamp));
  if (is_all_day (occurrence))
    add_whole_day (event, context, occurrence);
  else
    add_times (event, context, occurrence);
  add_text (event, icalproperty_new_summary, summary);
  add_text (event, icalproperty_new_description, description);
  add_text (event, icalproperty_new_location, occurrence->location);
  add_text (event, icalproperty_new_url, occurrence->url);
  add_text (event, icalproperty_new_categories, carrel_occurrence_kind_get_name (occurrence->kind));
  if (context->options->alarm >= 0 && !is_all_day (occurrence))
    add_alarm (event, context->options->alarm, summary);
  return event;
}
