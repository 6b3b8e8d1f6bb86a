/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What one event says, and the facts that can be made of it. */
#define G_LOG_DOMAIN "carrel-ical-reader"

#include "config.h"

#include "carrel-ical-reader.h"

#include "carrel-extract.h"
#include "carrel-ical-event-text.h"
#include "carrel-zone.h"

#include <string.h>

static char *
dup_title (const CarrelIcalReader *self, icalcomponent *component)
{
  const char *summary = icalcomponent_get_summary (component);
  gsize n_label = self->label != NULL ? strlen (self->label) : 0;

  if (summary == NULL)
    return NULL;
  if (n_label > 0 && strncmp (summary, self->label, n_label) == 0 && summary[n_label] == ':')
    summary += n_label + 1;
  return g_strstrip (g_strdup (summary));
}

static CarrelWallTime
add_minutes (CarrelWallTime start, int minutes)
{
  int total = MAX (start.minutes, 0) + minutes;
  CarrelWallTime wall = { carrel_date_add_days (start.date, total / CARREL_MINUTES_A_DAY),
                          total % CARREL_MINUTES_A_DAY };

  if (start.minutes < 0)
    wall.minutes = CARREL_UNKNOWN;
  return wall;
}

/* The end of an event: from DTEND or DURATION; the start when neither is there. */
static CarrelWallTime
read_end (const CarrelIcalReader *self, icalcomponent *component, CarrelWallTime start)
{
  icalproperty *end = icalcomponent_get_first_property (component, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (component, ICAL_DURATION_PROPERTY);
  CarrelWallTime wall = start;
  int minutes
      = duration != NULL ? icaldurationtype_as_int (icalproperty_get_duration (duration)) / 60 : 0;

  if (end != NULL)
    wall = carrel_ical_clock_read (self->clock, end, icalproperty_get_dtend (end));
  else if (minutes > 0)
    wall = add_minutes (start, minutes);
  if (!carrel_date_is_valid (wall.date) || carrel_date_compare (wall.date, start.date) < 0)
    return start;
  if (start.minutes == CARREL_UNKNOWN && carrel_date_compare (wall.date, start.date) > 0)
    wall.date = carrel_date_add_days (wall.date, -1);
  return wall;
}

/* When an event begins, or when a task is due. */
static icalproperty *
find_start (icalcomponent *component)
{
  gboolean is_task = icalcomponent_isa (component) == ICAL_VTODO_COMPONENT;

  return icalcomponent_get_first_property (component,
                                           is_task ? ICAL_DUE_PROPERTY : ICAL_DTSTART_PROPERTY);
}

static icaltimetype
get_start (icalproperty *start)
{
  return icalproperty_isa (start) == ICAL_DUE_PROPERTY ? icalproperty_get_due (start)
                                                       : icalproperty_get_dtstart (start);
}

/**
 * carrel_ical_reader_read_event:
 * @self: a reader
 * @component: a VEVENT, or a VTODO, which is a deadline
 * @line: where it begins
 *
 * Returns: (transfer full) (nullable): what it says; %NULL when it has no date that can be read
 */
CarrelIcalEvent *
carrel_ical_reader_read_event (const CarrelIcalReader *self, icalcomponent *component, int line)
{
  icalproperty *start = find_start (component);
  const char *uid = icalcomponent_get_uid (component);
  g_autoptr (CarrelIcalEvent) event = NULL;

  if (start == NULL)
    return NULL;
  event = g_new0 (CarrelIcalEvent, 1);
  event->component = component;
  event->line = line;
  event->title = dup_title (self, component);
  event->uid = uid != NULL ? uid : event->title != NULL ? event->title : "";
  event->kind = icalcomponent_isa (component) == ICAL_VTODO_COMPONENT
                    ? CARREL_OCCURRENCE_DEADLINE
                    : carrel_ical_event_text_get_kind (component, event->title);
  event->start = carrel_ical_clock_read (self->clock, start, get_start (start));
  if (!carrel_date_is_valid (event->start.date))
    return NULL;
  event->end = read_end (self, component, event->start);
  return g_steal_pointer (&event);
}

/**
 * carrel_ical_event_free:
 * @event: (transfer full): an event
 *
 * Frees what was read of an event.
 */
void
carrel_ical_event_free (CarrelIcalEvent *event)
{
  g_free (event->title);
  g_free (event);
}

/**
 * carrel_ical_reader_is_cancelled:
 * @component: an event
 *
 * Returns: whether it says that it does not take place
 */
gboolean
carrel_ical_reader_is_cancelled (icalcomponent *component)
{
  return icalcomponent_get_status (component) == ICAL_STATUS_CANCELLED;
}

static gboolean
is_longer_than_a_day (const CarrelIcalEvent *event)
{
  int n_days = carrel_date_days_until (event->start.date, event->end.date);

  return n_days > 1 || (n_days == 1 && event->end.minutes > event->start.minutes);
}

/**
 * carrel_ical_reader_is_dated:
 * @event: an event
 *
 * Returns: whether it is a dated row or a break: it has no time of day, is longer than a day, or is
 *   a deadline
 */
gboolean
carrel_ical_reader_is_dated (const CarrelIcalEvent *event)
{
  return event->kind == CARREL_OCCURRENCE_BREAK || event->kind == CARREL_OCCURRENCE_DEADLINE
         || event->start.minutes == CARREL_UNKNOWN || is_longer_than_a_day (event);
}

/**
 * carrel_ical_reader_get_end:
 * @event: an event
 *
 * Returns: minutes since midnight of its end, before the start when it runs past midnight, as in a
 *   course; %CARREL_UNKNOWN when it has no length
 */
int
carrel_ical_reader_get_end (const CarrelIcalEvent *event)
{
  gboolean is_same = carrel_date_compare (event->start.date, event->end.date) == 0
                     && event->start.minutes == event->end.minutes;

  return is_same ? CARREL_UNKNOWN : event->end.minutes;
}

/**
 * carrel_ical_reader_ask:
 * @self: a reader
 * @line: the line in question
 * @text: a question
 *
 * Asks about what cannot be read or is not modelled, unless the same was asked already.
 */
void
carrel_ical_reader_ask (CarrelIcalReader *self, int line, const char *text)
{
  carrel_extract_ask (self->course, "calendar", self->file, line, text);
}

/**
 * carrel_ical_reader_dup_id:
 * @self: a reader
 * @uid: the name of an event
 * @suffix: (nullable): which of several facts of that event
 *
 * Returns: (transfer full): an id that no other fact of this calendar has; the same calendar gives
 *   the same ids
 */
char *
carrel_ical_reader_dup_id (CarrelIcalReader *self, const char *uid, const char *suffix)
{
  g_autofree char *base = carrel_ical_event_text_dup_id (uid);
  g_autofree char *name = suffix != NULL ? g_strjoin ("-", base, suffix, NULL) : g_strdup (base);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, name));
  char *id = n == 0 ? g_strdup (name) : NULL;

  while (id == NULL)
    {
      id = g_strdup_printf ("%s-%u", name, ++n);
      if (n < 2 || g_hash_table_contains (self->ids, id))
        g_clear_pointer (&id, g_free);
    }
  g_hash_table_insert (self->ids, g_strdup (name), GUINT_TO_POINTER (MAX (n, 1)));
  if (!g_hash_table_contains (self->ids, id))
    g_hash_table_insert (self->ids, g_strdup (id), GUINT_TO_POINTER (1));
  return id;
}

static char *
dup_flat (const char *text)
{
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  g_autofree char *flat = lines != NULL ? g_strstrip (g_strjoinv ("; ", lines)) : NULL;

  return flat != NULL && *flat != '\0' ? g_steal_pointer (&flat) : NULL;
}

/* Two texts in one, without the one that is empty. */
static char *
dup_both (char *one, char *other)
{
  g_autofree char *first = one;
  g_autofree char *second = other;

  if (first == NULL || second == NULL)
    return first != NULL ? g_steal_pointer (&first) : g_steal_pointer (&second);
  return g_strjoin ("; ", first, second, NULL);
}

static const char *
get_url (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_URL_PROPERTY);

  return property != NULL ? icalproperty_get_url (property) : NULL;
}

static gpointer
new_hour (const CarrelIcalEvent *event)
{
  CarrelOfficeHour *hour = carrel_record_new (&carrel_office_hour_type);

  hour->start = event->start.minutes;
  hour->end = carrel_ical_reader_get_end (event);
  hour->location = g_strdup (icalcomponent_get_location (event->component));
  hour->person = carrel_ical_event_text_dup_person (event->title);
  hour->url = g_strdup (get_url (event->component));
  hour->from = event->start.date;
  return hour;
}

static gpointer
new_meeting (const CarrelIcalEvent *event)
{
  CarrelMeeting *meeting = carrel_record_new (&carrel_meeting_type);
  const char *kind = carrel_occurrence_kind_get_name (event->kind);
  gboolean says_kind = event->title != NULL && g_ascii_strcasecmp (event->title, kind) == 0;

  meeting->kind = g_strdup (kind);
  meeting->start = event->start.minutes;
  meeting->end = carrel_ical_reader_get_end (event);
  meeting->location = g_strdup (icalcomponent_get_location (event->component));
  meeting->remark = dup_both (says_kind ? NULL : dup_flat (event->title),
                              dup_flat (icalcomponent_get_description (event->component)));
  meeting->remark = dup_both (meeting->remark, dup_flat (get_url (event->component)));
  meeting->from = event->start.date;
  return meeting;
}

/**
 * carrel_ical_reader_add_rule:
 * @self: a reader
 * @event: the first of a series
 * @days: on which days it is; one day for an office hour
 * @until: its last date; unset is none
 * @suffix: (nullable): which of several rules of @event
 *
 * Adds a meeting or an office hour that repeats weekly.
 *
 * Returns: (transfer none): the record
 */
gpointer
carrel_ical_reader_add_rule (CarrelIcalReader *self,
                             const CarrelIcalEvent *event,
                             CarrelDays days,
                             CarrelDate until,
                             const char *suffix)
{
  gboolean is_hours = event->kind == CARREL_OCCURRENCE_HOURS;
  gpointer record = is_hours ? new_hour (event) : new_meeting (event);
  CarrelOfficeHour *hour = record;
  CarrelMeeting *meeting = record;

  if (is_hours)
    {
      hour->id = carrel_ical_reader_dup_id (self, event->uid, suffix);
      hour->day = days;
      hour->until = until;
    }
  else
    {
      meeting->id = carrel_ical_reader_dup_id (self, event->uid, suffix);
      meeting->days = days;
      meeting->until = until;
    }
  carrel_record_set_source (record, self->file, event->line);
  g_ptr_array_add (is_hours ? self->course->office_hours : self->course->meetings, record);
  return record;
}

/**
 * carrel_ical_reader_add_change:
 * @self: a reader
 * @of: the id of a meeting or an hour
 * @action: "cancel", "move" or "add"
 * @date: which occurrence of it
 * @line: where the calendar says so
 *
 * Returns: (transfer none): the change, added to the course
 */
CarrelChange *
carrel_ical_reader_add_change (
    CarrelIcalReader *self, const char *of, const char *action, CarrelDate date, int line)
{
  CarrelChange *change = carrel_record_new (&carrel_change_type);

  change->of = g_strdup (of);
  change->action = g_strdup (action);
  change->date = date;
  carrel_record_set_source (change, self->file, line);
  g_ptr_array_add (self->course->changes, change);
  return change;
}

static gboolean
has_topic (const CarrelIcalReader *self, CarrelDate date, const char *topic)
{
  GPtrArray *rows = self->course->schedule;

  for (guint i = 0; i < rows->len; i++)
    {
      const CarrelScheduleRow *row = g_ptr_array_index (rows, i);

      if (carrel_date_compare (row->date, date) == 0 && g_strcmp0 (row->topic, topic) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * carrel_ical_reader_add_topic:
 * @self: a reader
 * @event: one lecture of a series, with a title of its own
 *
 * Adds what that lecture is about, unless another one of that day has the same topic.
 */
void
carrel_ical_reader_add_topic (CarrelIcalReader *self, const CarrelIcalEvent *event)
{
  CarrelScheduleRow *row;

  if (has_topic (self, event->start.date, event->title))
    return;
  row = carrel_record_new (&carrel_schedule_row_type);
  row->date = event->start.date;
  row->topic = g_strdup (event->title);
  row->kind = g_strdup ("lecture");
  row->readings = dup_flat (icalcomponent_get_description (event->component));
  carrel_record_set_source (row, self->file, event->line);
  g_ptr_array_add (self->course->schedule, row);
}

static void
add_break (CarrelIcalReader *self, const CarrelIcalEvent *event)
{
  CarrelBreak *pause = carrel_record_new (&carrel_break_type);

  pause->from = event->start.date;
  pause->until = event->end.date;
  pause->title = g_strdup (event->title);
  carrel_record_set_source (pause, self->file, event->line);
  g_ptr_array_add (self->course->breaks, pause);
}

/* Carrel writes a break that is a row of a course, and closes less, under the name of that row. */
static gboolean
is_own_row (const char *uid)
{
  return g_str_has_suffix (uid, ".carrel") && !g_str_has_prefix (uid, "break/");
}

/* A row has no time and place of its own: its text says them. */
static char *
dup_details (const CarrelIcalEvent *event)
{
  int minutes = event->start.minutes;
  char *time = minutes >= 0 ? g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60) : NULL;
  char *place = dup_both (time, dup_flat (icalcomponent_get_location (event->component)));

  return dup_both (place, dup_flat (icalcomponent_get_description (event->component)));
}

/**
 * carrel_ical_reader_add_dated:
 * @self: a reader
 * @event: an event of whole days, or a deadline
 * @suffix: (nullable): which of several of a series
 *
 * Adds it as a break or as a dated row.
 */
void
carrel_ical_reader_add_dated (CarrelIcalReader *self,
                              const CarrelIcalEvent *event,
                              const char *suffix)
{
  CarrelScheduleRow *row;
  gboolean is_due = event->kind == CARREL_OCCURRENCE_DEADLINE;

  if (event->kind == CARREL_OCCURRENCE_BREAK && !is_own_row (event->uid))
    {
      add_break (self, event);
      return;
    }
  row = carrel_record_new (&carrel_schedule_row_type);
  row->id = carrel_ical_reader_dup_id (self, event->uid, suffix);
  row->date = event->start.date;
  if (carrel_date_compare (event->end.date, event->start.date) > 0)
    row->date_end = event->end.date;
  row->topic = g_strdup (event->title);
  row->kind = g_strdup (is_due ? "due" : carrel_occurrence_kind_get_name (event->kind));
  row->readings = dup_details (event);
  carrel_record_set_source (row, self->file, event->line);
  g_ptr_array_add (self->course->schedule, row);
}
