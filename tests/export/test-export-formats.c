/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written as text, Markdown and iCalendar, said as parts that are there or are not. */
#include "config.h"

#include "carrel-export.h"
#include "carrel-import-pack.h"

#include <string.h>

static const char pack[]
    = "{\"format\": \"carrel-course\", \"version\": 1, \"code\": \"X 1\", \"title\": \"Optics\","
      " \"time_zone\": \"America/New_York\", \"starts_on\": \"2024-01-15\","
      " \"ends_on\": \"2024-05-03\","
      " \"meetings\": [{\"id\": \"lec\", \"kind\": \"lecture\", \"days\": [\"MO\", \"WE\"],"
      "   \"start\": \"15:30\", \"end\": \"16:50\", \"location\": \"Room 1\"},"
      "  {\"id\": \"lab\", \"kind\": \"lab\", \"days\": [\"FR\"], \"start\": \"23:00\","
      "   \"end\": \"01:00\", \"every_weeks\": 2}],"
      " \"office_hours\": [{\"id\": \"oh\", \"day\": \"TH\", \"start\": \"15:00\","
      "   \"end\": \"16:00\", \"person\": \"Ann Lee\", \"location\": \"Hall\"},"
      "  {\"id\": \"desk\", \"day\": \"SU\", \"start\": \"20:00\", \"end\": \"21:00\","
      "   \"role\": \"help centre\", \"mode\": \"online\"}],"
      " \"staff\": [{\"name\": \"Ann Lee\", \"role\": \"instructor\"}],"
      " \"late_policy\": {\"late_days\": \"4\", \"penalty_per_day\": \"10\"},"
      " \"changes\": [{\"of\": \"lec\", \"date\": \"2024-02-07\", \"action\": \"cancel\","
      "   \"reason\": \"Ill\"}, {\"of\": \"lec\", \"date\": \"2024-02-12\", \"action\": \"move\","
      "   \"to_date\": \"2024-02-13\", \"start\": \"10:00\", \"end\": \"11:00\"}],"
      " \"breaks\": [{\"from\": \"2024-03-04\", \"until\": \"2024-03-08\", \"title\": \"Rest\"}],"
      " \"schedule\": [{\"date\": \"2024-01-24\", \"topic\": \"Lenses\", \"kind\": \"lecture\"},"
      "  {\"date\": \"2024-04-10\", \"topic\": \"Report\", \"kind\": \"due\"}]}";

static char *
write_format (const char *format, const char *person, const char *fact, int alarm)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (pack, strlen (pack));
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = carrel_import_pack_parse (bytes, "a.carrel.json", &error);
  const CarrelExportOptions options
      = { .now = 1705000000, .person = person, .fact = fact, .alarm = alarm };

  g_assert_no_error (error);
  return carrel_export_find_format (format)->write (course, &options);
}

static void
assert_parts (const char *format, const char *const *parts)
{
  g_autofree char *text = write_format (format, NULL, NULL, CARREL_EXPORT_NO_ALARM);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (text, parts[i]) == NULL)
      g_error ("“%s” is not in %s", parts[i], text);
}

static void
text_says_the_course_in_sentences (void)
{
  static const char *const parts[] = {
    "X 1, from Monday 15 January 2024 until Friday 3 May 2024, America/New_York\n",
    "  Monday and Wednesday, 15:30–16:50, Room 1, Lecture\n",
    "  Friday, 23:00–01:00, Lab, every 2 weeks\n",
    "  Thursday, 15:00–16:00, Hall, Ann Lee\n",
    "  Sunday, 20:00–21:00, Help centre, Online\n",
    "  Ann Lee, Instructor\n",
    "  the number of late days: 4\n  the penalty for each day: 10\u00a0%\n",
    "  Wednesday 7 February 2024, 15:30–16:50, Lecture, Room 1, cancelled, Ill\n",
    "  Tuesday 13 February 2024, 10:00–11:00, Lecture, Room 1, moved from Monday 12 February 2024, "
    "15:30\n",
    "  Rest, from Monday 4 March 2024 until Friday 8 March 2024\n",
    "  Wednesday 10 April 2024, Report, Due\n",
    NULL,
  };

  assert_parts ("text", parts);
}

static void
markdown_is_a_page_of_a_course (void)
{
  static const char *const parts[] = {
    "# X 1: Optics\n",
    "- Monday and Wednesday, 15:30 - 16:50, Room 1\n",
    "| Thursday | 15:00 - 16:00 | Hall | Ann Lee |",
    "| 2024-01-24 | Lenses |",
    "| 2024-04-10 | Report |",
    NULL,
  };

  assert_parts ("markdown", parts);
}

static void
calendar_says_rules_and_exceptions (void)
{
  static const char *const parts[] = {
    "BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n",
    "UID:lec@x-1.carrel\r\n",
    "DTSTART;TZID=America/New_York:20240115T153000\r\n",
    "RRULE:FREQ=WEEKLY;UNTIL=20240501T193000Z;BYDAY=MO,WE\r\n",
    "EXDATE;TZID=America/New_York:20240207T153000\r\n",
    "EXDATE;TZID=America/New_York:20240304T153000\r\n",
    "RECURRENCE-ID;TZID=America/New_York:20240212T153000\r\n",
    "DTSTART;TZID=America/New_York:20240213T100000\r\n",
    "DTEND;TZID=America/New_York:20240120T010000\r\n",
    ";INTERVAL=2;BYDAY=FR",
    "DTSTART;VALUE=DATE:20240304\r\nDTEND;VALUE=DATE:20240309\r\n",
    NULL,
  };

  assert_parts ("ics", parts);
}

static void
calendar_holds_what_was_asked_for (void)
{
  static const struct
  {
    const char *person;
    const char *fact;
    int alarm;
    const char *part;
    gboolean is_there;
  } cases[] = {
    { "ann lee", NULL, CARREL_EXPORT_NO_ALARM, "UID:oh@", TRUE },
    { "ann lee", NULL, CARREL_EXPORT_NO_ALARM, "UID:lec@", FALSE },
    { NULL, "lab", CARREL_EXPORT_NO_ALARM, "UID:lab@", TRUE },
    { NULL, "lab", CARREL_EXPORT_NO_ALARM, "UID:oh@", FALSE },
    { NULL, "nothing", CARREL_EXPORT_NO_ALARM, "BEGIN:VEVENT", FALSE },
    { NULL, NULL, CARREL_EXPORT_NO_ALARM, "BEGIN:VALARM", FALSE },
    { NULL, NULL, 15, "TRIGGER:-PT15M", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = write_format ("ics", cases[i].person, cases[i].fact, cases[i].alarm);

      if ((strstr (text, cases[i].part) != NULL) != cases[i].is_there)
        g_error ("case %u: “%s” in %s", i, cases[i].part, text);
    }
}

static void
names_of_events_stay (void)
{
  g_autofree char *one = write_format ("ics", NULL, NULL, CARREL_EXPORT_NO_ALARM);
  g_autofree char *other = write_format ("ics", NULL, NULL, CARREL_EXPORT_NO_ALARM);

  g_assert_cmpstr (one, ==, other);
}

static void
unknown_formats_are_none (void)
{
  g_assert_null (carrel_export_find_format ("docx"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/export/text/says-the-course-in-sentences",
                   text_says_the_course_in_sentences);
  g_test_add_func ("/carrel/export/markdown/is-a-page-of-a-course", markdown_is_a_page_of_a_course);
  g_test_add_func ("/carrel/export/ical/says-rules-and-exceptions",
                   calendar_says_rules_and_exceptions);
  g_test_add_func ("/carrel/export/ical/holds-what-was-asked-for",
                   calendar_holds_what_was_asked_for);
  g_test_add_func ("/carrel/export/ical/names-of-events-stay", names_of_events_stay);
  g_test_add_func ("/carrel/export/formats/unknown-formats-are-none", unknown_formats_are_none);
  return g_test_run ();
}
