/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A calendar into a course: which component is what, and what is asked. An event of its own with a
 * time is a meeting of one day, one without a time a dated row. */
#define G_LOG_DOMAIN "carrel-import-ical"

#include "config.h"

#include "carrel-import-ical.h"

#include "carrel-ical-days.h"
#include "carrel-ical-event-text.h"
#include "carrel-ical-series.h"
#include "carrel-ical-text.h"
#include "carrel-import.h"
#include "carrel-merge.h"

#include <glib/gi18n-lib.h>

#define SNIFF_LENGTH 64
#define MAX_FACTS    20000

static gboolean
has_property (icalcomponent *component, icalproperty_kind kind)
{
  return icalcomponent_get_first_property (component, kind) != NULL;
}

/* Whether it has extra dates that say how long they are. */
static gboolean
has_periods (icalcomponent *component)
{
  for (icalproperty *at = icalcomponent_get_first_property (component, ICAL_RDATE_PROPERTY);
       at != NULL; at = icalcomponent_get_next_property (component, ICAL_RDATE_PROPERTY))
    if (icaltime_is_null_time (icalproperty_get_rdate (at).time))
      return TRUE;
  return FALSE;
}

static gboolean
is_ranged (icalcomponent *component)
{
  icalproperty *id = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);

  return id != NULL && icalproperty_get_first_parameter (id, ICAL_RANGE_PARAMETER) != NULL;
}

/* Asks about what an event says and a course cannot. */
static void
ask_about (CarrelIcalReader *self, icalcomponent *component, int line)
{
  icalproperty *start = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);

  if (has_property (component, ICAL_XLICERROR_PROPERTY))
    carrel_ical_reader_ask (
        self, line, _ ("A line of this event cannot be read and was left out. What does it say?"));
  if (has_property (component, ICAL_EXRULE_PROPERTY)
      || icalcomponent_count_properties (component, ICAL_RRULE_PROPERTY) > 1)
    carrel_ical_reader_ask (
        self, line,
        _ ("This event repeats by several rules: only the first was read. When are the others?"));
  if (has_periods (component))
    carrel_ical_reader_ask (self, line,
                            _ ("This event has extra dates of other lengths: they were taken to be "
                               "as long as the event. How long are they?"));
  if (is_ranged (component))
    carrel_ical_reader_ask (self, line,
                            _ ("This event changes all later ones too: only the one was read. When "
                               "are the later ones?"));
  if (start != NULL && !carrel_ical_clock_is_known (self->clock, start))
    carrel_ical_reader_ask (self, line,
                            _ ("This event names a time zone that nobody knows: its times were "
                               "taken as they are written. Is that right?"));
}

static gboolean
is_series (icalcomponent *component)
{
  return icalcomponent_isa (component) == ICAL_VEVENT_COMPONENT
         && (has_property (component, ICAL_RRULE_PROPERTY)
             || has_property (component, ICAL_RDATE_PROPERTY));
}

static void
add_single (CarrelIcalReader *self, const CarrelIcalEvent *event, const char *suffix)
{
  if (carrel_ical_reader_is_dated (event))
    carrel_ical_reader_add_dated (self, event, suffix);
  else
    carrel_ical_reader_add_rule (self, event, carrel_date_get_weekday (event->start.date),
                                 event->start.date, suffix);
}

/* An exception whose series is not in the calendar is an event of its own. */
static void
add_exception (CarrelIcalReader *self, const CarrelIcalEvent *event, GHashTable *series)
{
  g_autofree char *suffix = NULL;

  if (g_hash_table_contains (series, event->uid))
    return;
  suffix = g_strdup_printf ("%04d-%02d-%02d", event->start.date.year, event->start.date.month,
                            event->start.date.day);
  add_single (self, event, suffix);
}

static void
add_event (CarrelIcalReader *self, icalcomponent *component, int line, GHashTable *series)
{
  g_autoptr (CarrelIcalEvent) event = carrel_ical_reader_read_event (self, component, line);

  ask_about (self, component, line);
  if (event == NULL)
    carrel_ical_reader_ask (self, line, _ ("This event has no date that can be read. When is it?"));
  else if (carrel_ical_reader_is_cancelled (component))
    return;
  else if (has_property (component, ICAL_RECURRENCEID_PROPERTY))
    add_exception (self, event, series);
  else if (is_series (component))
    carrel_ical_series_add (self, event);
  else
    add_single (self, event, NULL);
}

/* Reads one component inside of a calendar. */
static void
add_component (CarrelIcalReader *self, icalcomponent *component, int line, GHashTable *series)
{
  icalcomponent_kind kind = icalcomponent_isa (component);
  g_autofree char *text = NULL;

  if (kind == ICAL_VEVENT_COMPONENT || kind == ICAL_VTODO_COMPONENT)
    {
      add_event (self, component, line, series);
      return;
    }
  if (kind == ICAL_VTIMEZONE_COMPONENT)
    return;
  text = g_strdup_printf (
      /* Translators: a part of an iCalendar file, such as VJOURNAL. */
      _ ("Carrel does not read parts of the kind “%s” in calendars. Is anything in them needed?"),
      icalcomponent_kind_to_string (kind));
  carrel_ical_reader_ask (self, line, text);
}

/* Gathers the exceptions by the UID of their series, and the UIDs of series. */
static void
note_series (CarrelIcalReader *self, icalcomponent *calendar, GHashTable *series)
{
  for (icalcomponent *at = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       at != NULL; at = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      const char *uid = icalcomponent_get_uid (at);
      GPtrArray *list = uid != NULL ? g_hash_table_lookup (self->overrides, uid) : NULL;

      if (uid == NULL)
        continue;
      if (!has_property (at, ICAL_RECURRENCEID_PROPERTY))
        {
          if (is_series (at))
            g_hash_table_add (series, (gpointer) uid);
          continue;
        }
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->overrides, (gpointer) uid, list);
        }
      g_ptr_array_add (list, at);
    }
}

static void
add_name (CarrelIcalReader *self, icalcomponent *calendar)
{
  CarrelCourse *course = self->course;

  for (icalproperty *at = icalcomponent_get_first_property (calendar, ICAL_X_PROPERTY); at != NULL;
       at = icalcomponent_get_next_property (calendar, ICAL_X_PROPERTY))
    if (g_strcmp0 (icalproperty_get_x_name (at), "X-WR-CALNAME") == 0 && course->title == NULL)
      course->title = g_strdup (icalproperty_get_x (at));
  if (g_strcmp0 (self->label, course->title) != 0)
    course->code = g_strdup (self->label);
  course->time_zone = g_strdup (self->clock->name);
  carrel_record_set_source (course, self->file, 1);
}

/* A break counts more, because each is compared with each meeting. */
static guint
count_facts (const CarrelCourse *course)
{
  return course->changes->len + course->schedule->len + course->meetings->len
         + course->office_hours->len + 10 * course->breaks->len;
}

/* Where the next component of a calendar begins. */
typedef struct
{
  GArray *lines;
  guint at;
} Lines;

static int
next_line (Lines *lines)
{
  guint at = lines->at++;

  return at < lines->lines->len ? g_array_index (lines->lines, int, at) : 0;
}

static gboolean
read_components (CarrelIcalReader *self, icalcomponent *calendar, Lines *lines, GError **error)
{
  g_autoptr (GHashTable) series = g_hash_table_new (g_str_hash, g_str_equal);

  note_series (self, calendar, series);
  for (icalcompiter iter = icalcomponent_begin_component (calendar, ICAL_ANY_COMPONENT);
       icalcompiter_deref (&iter) != NULL; icalcompiter_next (&iter))
    {
      int line = next_line (lines);

      add_component (self, icalcompiter_deref (&iter), line, series);
      if (count_facts (self->course) > MAX_FACTS)
        {
          g_set_error (
              error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_TOO_LARGE,
              /* Translators: a file and a line. */
              _ ("%s:%d: The calendar has too many dates for a course: export only this course"),
              self->file, line);
          return FALSE;
        }
    }
  return TRUE;
}

static CarrelCourse *
read_calendar (icalcomponent *calendar, const char *file, Lines *lines, GError **error)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (CarrelIcalClock) clock = carrel_ical_clock_new (calendar);
  g_autofree char *label = carrel_ical_event_text_dup_label (calendar);
  g_autoptr (GHashTable) overrides
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CarrelIcalReader reader = { file, course, clock, label, overrides, ids, 0 };

  add_name (&reader, calendar);
  if (!read_components (&reader, calendar, lines, error))
    return NULL;
  carrel_ical_days_keep (&reader);
  if (count_facts (course) == 0)
    carrel_ical_reader_ask (&reader, 1,
                            _ ("The calendar has no dates in it. Is it the right one?"));
  carrel_course_assign_ids (course);
  return g_steal_pointer (&course);
}

/* Reads what libical found in a file: one calendar, or several in a row. */
static CarrelCourse *
read_root (icalcomponent *root, const char *file, Lines *lines, GError **error)
{
  g_autoptr (CarrelCourse) course = NULL;

  if (icalcomponent_isa (root) == ICAL_VCALENDAR_COMPONENT)
    return read_calendar (root, file, lines, error);
  course = carrel_record_new (&carrel_course_type);
  for (icalcompiter iter = icalcomponent_begin_component (root, ICAL_VCALENDAR_COMPONENT);
       icalcompiter_deref (&iter) != NULL; icalcompiter_next (&iter))
    {
      g_autoptr (CarrelCourse) one = read_calendar (icalcompiter_deref (&iter), file, lines, error);

      if (one == NULL)
        return NULL;
      carrel_merge_course (course, one);
    }
  return g_steal_pointer (&course);
}

/**
 * carrel_import_ical_sniff:
 * @name: the name of a file
 * @bytes: what it holds
 *
 * Returns: whether the file is meant to be an iCalendar file: by its name, or by how it begins
 */
gboolean
carrel_import_ical_sniff (const char *name, GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *start = data != NULL ? g_strndup (data, MIN (size, SNIFF_LENGTH)) : NULL;

  if (g_str_has_suffix (name, ".ics") || g_str_has_suffix (name, ".ical"))
    return TRUE;
  return start != NULL && g_ascii_strncasecmp (g_strchug (start), "BEGIN:VCALENDAR", 15) == 0;
}

/**
 * carrel_import_ical_parse:
 * @bytes: an iCalendar file
 * @file: its name, for messages and as the source of its facts
 * @error: where an error goes: one of %CARREL_IMPORT_ERROR, with file, line and what to do
 *
 * Reads the events of a calendar (RRULE, RDATE, EXDATE, RECURRENCE-ID, VTIMEZONE, dates, times and
 * floating times; RFC 5545) as the meetings, hours, changes, breaks and dated rows of a course. The
 * ids of facts come from the UIDs of events, so that the same calendar gives the same facts. What
 * cannot be said in a course is asked about.
 *
 * Returns: (transfer full) (nullable): the course, or %NULL
 */
CarrelCourse *
carrel_import_ical_parse (GBytes *bytes, const char *file, GError **error)
{
  g_autoptr (GBytes) decoded = carrel_ical_text_decode (bytes);
  g_autoptr (GArray) starts = carrel_ical_text_check (decoded, file, error);
  Lines lines = { starts, 0 };
  g_autofree char *text = NULL;
  CarrelCourse *course;
  icalcomponent *root;

  if (starts == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (decoded, NULL), g_bytes_get_size (decoded));
  root = icalcomponent_new_from_string (text);
  if (root == NULL)
    {
      g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_SYNTAX,
                   /* Translators: a file name. */
                   _ ("%s:1: The calendar cannot be read: export it again"), file);
      return NULL;
    }
  course = read_root (root, file, &lines, error);
  icalcomponent_free (root);
  return course;
}
