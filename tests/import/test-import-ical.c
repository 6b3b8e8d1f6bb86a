/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a calendar says, as the pairs of dates that a timetable gives; and what is refused. */
#include "config.h"

#include "carrel-import-ical.h"
#include "carrel-import.h"
#include "carrel-timetable.h"
#include "carrel-windows-zone.h"
#include "carrel-zone.h"

#include <string.h>

#define NEW_YORK "DTSTART;TZID=America/New_York:"

static CarrelCourse *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return carrel_import_ical_parse (bytes, "a.ics", error);
}

static CarrelCourse *
parse_event (const char *lines)
{
  g_autofree char *text
      = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n%s\r\nEND:VCALENDAR\r\n", lines);
  g_autoptr (GError) error = NULL;
  CarrelCourse *course = parse (text, &error);

  g_assert_no_error (error);
  return course;
}

static char *
dup_occurrences (CarrelCourse *course)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (CarrelTimetable) timetable = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GString *text = g_string_new (NULL);

  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, utc);
  /* The year 2024. */
  found = carrel_timetable_list (timetable, 1704067200, 1735689600, CARREL_OCCURRENCE_ALL);
  for (guint i = 0; i < found->len; i++)
    {
      const CarrelOccurrence *at = g_ptr_array_index (found, i);

      if ((at->flags & CARREL_OCCURRENCE_CANCELLED) != 0)
        continue;
      g_string_append_printf (text, "%s%02d%02d", text->len > 0 ? " " : "", at->date.month,
                              at->date.day);
      if (at->minutes >= 0)
        g_string_append_printf (text, "T%02d%02d", at->minutes / 60, at->minutes % 60);
    }
  return g_string_free (text, FALSE);
}

#define EVENT(lines) "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Lecture\r\n" lines "\r\nEND:VEVENT"

static void
occurrences_are_those_of_the_calendar (void)
{
  static const struct
  {
    const char *lines;
    const char *expected;
  } cases[] = {
    { EVENT ("DTSTART:20240105T100000\r\nDURATION:PT1H"), "0105T1000" },
    { EVENT ("DTSTART;VALUE=DATE:20240105"), "0105" },
    { EVENT (NEW_YORK "20240304T100000\r\nRRULE:FREQ=WEEKLY;COUNT=3"),
      "0304T1000 0311T1000 0318T1000" },
    { EVENT (NEW_YORK "20240304T200000\r\nRRULE:FREQ=WEEKLY;UNTIL=20240312T000000Z"),
      "0304T2000 0311T2000" },
    { EVENT (NEW_YORK "20240304T100000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4\r\n"
                      "EXDATE;TZID=America/New_York:20240306T100000"),
      "0304T1000 0311T1000 0313T1000" },
    { EVENT ("DTSTART:20240101T100000\r\nRRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3\r\n"
             "EXDATE:20240213T100000"),
      "0109T1000 0312T1000" },
    { EVENT ("DTSTART:20240101T100000\r\nRDATE:20240103T110000,20240104T100000"),
      "0101T1000 0103T1100 0104T1000" },
    { EVENT ("DTSTART:20240101T100000\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\nRDATE:20240103T110000"),
      "0101T1000 0103T1100 0108T1000" },
    { EVENT ("DTSTART:20240101T100000\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n"
             "RDATE:20240108T100000,20240110T100000,20240110T100000"),
      "0101T1000 0108T1000 0110T1000" },
    { EVENT ("DTSTART:20241216T100000\r\nRRULE:FREQ=WEEKLY\r\nRDATE:20241223T100000"),
      "1216T1000 1223T1000 1230T1000" },
    { EVENT ("DTSTART:20240101T100000\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=1;COUNT=2\r\n"
             "RDATE:20240201T100000"),
      "0101T1000 0201T1000" },
    { EVENT ("DTST\r\n ART:2024\r\n\t0105T100000"), "0105T1000" },
    { EVENT ("DTSTART:20240101T100000\r\nRRULE:FREQ=WEEKLY;COUNT=2") "\r\n" EVENT (
          "RECURRENCE-ID:20240108T100000\r\nDTSTART:20240109T120000"),
      "0101T1000 0109T1200" },
    { EVENT ("DTSTART:20240101T100000\r\nRRULE:FREQ=WEEKLY;COUNT=2") "\r\n" EVENT (
          "RECURRENCE-ID:20240108T100000\r\nDTSTART:20240108T100000\r\nSTATUS:CANCELLED"),
      "0101T1000" },
    { EVENT ("RECURRENCE-ID:20240108T100000\r\nDTSTART:20240109T120000"), "0109T1200" },
    { EVENT ("DTSTART:20240101T100000\r\nSTATUS:CANCELLED"), "" },
    { "X-WR-TIMEZONE:America/New_York\r\n" EVENT (
          "DTSTART:20240304T150000Z\r\nRRULE:FREQ=WEEKLY;COUNT=2"),
      "0304T1000 0311T1100" },
    { "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:20000101T000000\r\n"
      "TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" EVENT (
          "DTSTART;TZID=Ours:20240105T100000"),
      "0105T0700" },
    { "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Report\r\nDUE;VALUE=DATE:20240105\r\nEND:VTODO", "0105" },
    { "BEGIN:VEVENT\r\nUID:h\r\nSUMMARY:Office hours: Ann Lee\r\nDTSTART:20240101T100000\r\n"
      "DTEND:20240101T110000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3\r\n"
      "RDATE:20240102T100000\r\nEND:VEVENT",
      "0101T1000 0102T1000 0104T1000 0108T1000" },
    { "BEGIN:VEVENT\r\nUID:d\r\nSUMMARY:Homework due\r\nDTSTART;VALUE=DATE:20240101\r\n"
      "RRULE:FREQ=WEEKLY;COUNT=2\r\nEND:VEVENT",
      "0101 0108" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelCourse) course = parse_event (cases[i].lines);
      g_autofree char *found = dup_occurrences (course);

      if (g_strcmp0 (found, cases[i].expected) != 0)
        g_error ("case %u: “%s”, not “%s”", i, found, cases[i].expected);
    }
}

static void
what_is_not_modelled_is_asked (void)
{
  static const char *const cases[] = {
    EVENT ("DTSTART:20240101T100000\r\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"),
    EVENT ("DTSTART:20240101T100000\r\nRRULE:FREQ=MONTHLY"),
    EVENT ("DTSTART:20240101T100000\r\nRRULE:FREQ=WEEKLY\r\nRRULE:FREQ=DAILY;COUNT=3"),
    EVENT ("DTSTART;TZID=Nowhere:20240101T100000"),
    EVENT ("DTSTART:20240101T100000\r\nRDATE;VALUE=PERIOD:20240103T110000/PT3H"),
    EVENT ("DTSTART:next Monday"),
    EVENT ("RECURRENCE-ID;RANGE=THISANDFUTURE:20240108T100000\r\nDTSTART:20240109T120000"),
    "BEGIN:VJOURNAL\r\nUID:j\r\nSUMMARY:Words\r\nEND:VJOURNAL",
    EVENT ("DTSTART:20240101T100000\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
    EVENT ("DTSTART:20240101T100000\r\nRRULE:FREQ=WEEKLY;UNTIL=20230101T000000"),
    "X-WR-CALNAME:Nothing",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelCourse) course = parse_event (cases[i]);

      if (course->questions->len == 0)
        g_error ("case %u asks nothing", i);
    }
}

static void
files_that_are_no_calendar_are_refused (void)
{
  static const struct
  {
    const char *text;
    const char *place;
  } cases[] = {
    { "", "a.ics:1:" },
    { "hello\n", "a.ics:1:" },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "a.ics:3:" },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n", "a.ics:" },
    { "BEGIN:VCALENDAR\nBEGIN;X=1:VEVENT\nEND:VCALENDAR\n", "a.ics:2:" },
    { "BEGIN:VCALENDAR\nSUMMARY:\xff\nEND:VCALENDAR\n", "a.ics:2:" },
    { "BEGIN:VCALENDAR\nBEG\n IN:VEVENT\nEND:VCALENDAR\n", "a.ics:4:" },
    { "BEGIN:VCALENDAR\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n",
      "a.ics:9:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CarrelCourse) course = parse (cases[i].text, &error);

      g_assert_null (course);
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, cases[i].place))
        g_error ("case %u: %s", i, error->message);
    }
}

/* Programs on Windows write a byte order mark, or UTF-16. */
static void
marks_of_the_encoding_are_understood (void)
{
  static const char *const names[] = { "UTF-8", "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize size = 0;
      char *text = g_convert (
          "\ufeffBEGIN:VCALENDAR\r\n" EVENT ("DTSTART:20240105T100000") "\r\nEND:VCALENDAR\r\n", -1,
          names[i], "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (CarrelCourse) course = carrel_import_ical_parse (bytes, "a.ics", &error);
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      found = dup_occurrences (course);
      g_assert_cmpstr (found, ==, "0105T1000");
    }
}

static void
too_much_is_refused (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = NULL;

  while (text->len < 10 * 1024 * 1024)
    g_string_append (text, EVENT ("DTSTART:20240101T100000") "\r\n");
  g_string_append (text, "END:VCALENDAR\r\n");
  course = parse (text->str, &error);
  g_assert_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_TOO_LARGE);
}

static void
same_names_are_different_facts (void)
{
  static const char lines[] = EVENT ("DTSTART:20240101T100000") "\r\n" EVENT (
      "DTSTART:20240102T100000") "\r\n" EVENT ("DTSTART:20240103T100000");
  g_autoptr (CarrelCourse) course = parse_event (lines);
  g_autoptr (CarrelCourse) again = parse_event (lines);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (course->meetings->len, ==, 3);
  for (guint i = 0; i < course->meetings->len; i++)
    {
      gpointer meeting = g_ptr_array_index (course->meetings, i);

      g_assert_true (g_hash_table_add (ids, (gpointer) carrel_record_get_id (meeting)));
    }
  g_assert_true (carrel_record_equal (course, again));
}

/* Calendars as the programs of others write them. */
static void
calendars_of_other_programs_are_read (void)
{
  static const struct
  {
    const char *file;
    const char *zone;
    const char *occurrences;
  } cases[] = {
    { "apple.ics", "Europe/Helsinki", "0328T1415 0401 0411T1415" },
    { "canvas.ics", "UTC", "0209 0212T1500" },
    { "google.ics", "America/New_York", "0304T1030 0311T1030 0312T1600" },
    { "nextcloud.ics", "Europe/Berlin", "0326T1400 0416T1400 0419" },
    { "outlook.ics", "America/New_York", "0304T1000 0311T1000 0318T1000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "data", "import", "calendars", cases[i].file, NULL);
      g_autofree char *text = NULL;
      g_autofree char *found = NULL;
      g_autoptr (CarrelCourse) course = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, &error));
      course = parse (text, &error);
      g_assert_no_error (error);
      found = dup_occurrences (course);
      g_assert_cmpstr (found, ==, cases[i].occurrences);
      g_assert_cmpstr (course->time_zone, ==, cases[i].zone);
    }
}

static void
names_of_windows_are_zones (void)
{
  g_assert_cmpstr (carrel_windows_zone_find ("Eastern Standard Time"), ==, "America/New_York");
  g_assert_null (carrel_windows_zone_find ("Eastern"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/import/ical/occurrences-are-those-of-the-calendar",
                   occurrences_are_those_of_the_calendar);
  g_test_add_func ("/carrel/import/ical/what-is-not-modelled-is-asked",
                   what_is_not_modelled_is_asked);
  g_test_add_func ("/carrel/import/ical/files-that-are-no-calendar-are-refused",
                   files_that_are_no_calendar_are_refused);
  g_test_add_func ("/carrel/import/ical/marks-of-the-encoding-are-understood",
                   marks_of_the_encoding_are_understood);
  g_test_add_func ("/carrel/import/ical/too-much-is-refused", too_much_is_refused);
  g_test_add_func ("/carrel/import/ical/same-names-are-different-facts",
                   same_names_are_different_facts);
  g_test_add_func ("/carrel/import/ical/calendars-of-other-programs-are-read",
                   calendars_of_other_programs_are_read);
  g_test_add_func ("/carrel/import/ical/names-of-windows-are-zones", names_of_windows_are_zones);
  return g_test_run ();
}
