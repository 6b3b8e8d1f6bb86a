/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each stumbling block of a page is found on its line, and a page without any is clean. */
#include "config.h"

#include "carrel-check.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *page;
  int line;         /* 0: no finding */
  const char *part; /* of the text of the finding */
} Case;

static const Case cases[] = {
  { "clean-page", "# A\n## B\nSee [the rules](#b).\n\n| x | y |\n|---|---|\n| 1 | 2 |\n", 0, NULL },
  { "dead-anchor", "# A\n\nSee [below](#nowhere).\n", 3, "#nowhere" },
  { "anchor-with-attribute", "# A {#here}\n\nSee [it](#here).\n", 0, NULL },
  { "anchor-of-html", "# A\n<a id=\"spot\"></a>\n\nSee [it](#spot).\n", 0, NULL },
  { "second-heading-of-a-name", "# A\n## B\n## B\n[second](#b-1)\n", 0, NULL },
  { "picture-without-text", "# A\n\n![](a.png)\n", 3, "picture" },
  { "picture-with-text", "# A\n\n![A graph](a.png)\n", 0, NULL },
  { "skipped-level", "# A\n\n### C\n", 3, "level 3" },
  { "level-up", "# A\n## B\n### C\n# D\n", 0, NULL },
  { "nameless-column", "# A\n\n| | y |\n|---|---|\n| 1 | 2 |\n", 3, "column" },
  { "link-named-here", "# A\n\nClick [here](a.md).\n", 3, "here" },
  { "link-named-click-here", "# A\n\n[Click here](a.md) now.\n", 3, "Click here" },
  { "picture-described-by-an-attribute", "# A\n\n![](a.png){fig-alt=\"A graph\"}\n", 0, NULL },
  { "picture-for-decoration", "# A\n\n<img src=\"a.png\" alt=\"\">\n", 0, NULL },
  { "picture-of-a-link", "# A\n\n\n[![](a.png)](https://a.b)\n\n\n## B\n\ntext\n", 4, "picture" },
  { "picture-of-a-reference", "# A\n\nx\n![][r] y\n\n[r]: a.png\n", 4, "picture" },
  { "last-of-three-pictures", "# A\n\n![a](a.png)\n\n![b](a.png)\n\n![](a.png)\n", 7, "picture" },
  { "picture-without-text-in-html", "# A\n\n<p>x\n<br>\n<img src=\"a.png\"></p>\n", 5, "picture" },
  { "table-that-only-arranges", "# A\n\n<table><tr><td>a</td><td>b</td></tr></table>\n", 3,
    "no header cells" },
  { "table-with-a-name-for-each-row", "# A\n\n<table><tr><th>a</th><td>b</td></tr></table>\n", 0,
    NULL },
  { "header-without-names", "# A\n\n|||\n|-|-|\n| 1 | 2 |\n", 3, "column" },
  { "link-far-down-in-an-item", "# A\n\n- one\n  two\n  [here](a.md)\n", 5, "here" },
  { "link-over-two-lines", "# A\n\nx [click\nhere](a.md)\n", 4, "click here" },
  { "link-in-a-later-row", "# A\n\n| x |\n|---|\n| [a](b) |\n| [here](b) |\n", 6, "here" },
  { "link-with-an-entity", "# A\n\nx\n[here](a?b=1&amp;c=2)\n", 4, "here" },
  { "link-named-here-in-spanish", "# A\n\n[haz clic aquí](a.md)\n", 3, "aquí" },
  { "weights", "# Grading\n- Homework: 40%\n- Exam: 50%\n", 2, "90%" },
  { "weekday-with-a-year", "# A\nThe exam is on Monday, 29 November 2024.\n", 2,
    "day of the week" },
};

static GPtrArray *
find (const char *page)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GError) error = NULL;
  GPtrArray *findings;

  g_ptr_array_add (files, carrel_import_file_new ("page.md", bytes));
  findings = carrel_check_files (files, NULL, &error);
  g_assert_no_error (error);
  return findings;
}

static void
finds_its_line (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GPtrArray) findings = find (self->page);
  const CarrelFinding *finding;

  g_assert_cmpuint (findings->len, ==, self->line > 0 ? 1 : 0);
  if (self->line == 0)
    return;
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->file, ==, "page.md");
  g_assert_cmpint (finding->line, ==, self->line);
  g_assert_nonnull (strstr (finding->text, self->part));
}

static CarrelOfficeHour *
add_hour (CarrelCourse *course, int start, int end, const char *location, const char *person)
{
  CarrelOfficeHour *hour = carrel_record_new (&carrel_office_hour_type);

  carrel_record_set_source (hour, "page.md", (int) course->office_hours->len + 1);
  hour->day = CARREL_MONDAY;
  hour->start = start;
  hour->end = end;
  hour->location = g_strdup (location);
  hour->person = g_strdup (person);
  g_ptr_array_add (course->office_hours, hour);
  return hour;
}

static void
hours_over_midnight (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (GPtrArray) findings = NULL;
  const CarrelFinding *finding;

  add_hour (course, 20 * 60, 30, "Room 1", "Ann Lee");
  add_hour (course, 12 * 60, 11 * 60, "Room 2", "Bo Park");
  add_hour (course, 23 * 60, 23 * 60 + 30, "Room 3", "Ann Lee");
  findings = carrel_check_course (course);
  g_assert_cmpuint (findings->len, ==, 2);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->line, ==, 2);
  g_assert_cmpstr (
      finding->text, ==,
      "Office hours, Bo Park: The end, 11:00, is not after the start, 12:00: correct one of them.");
  finding = g_ptr_array_index (findings, 1);
  g_assert_nonnull (strstr (finding->text, "in two places at this time"));
}

static void
one_person_in_two_places (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (GPtrArray) findings = NULL;

  add_hour (course, 600, 660, "Room 1", "Ann");
  add_hour (course, 630, 690, "Room 2", "Ann");
  add_hour (course, 700, 760, "Room 3", "Ann");
  findings = carrel_check_course (course);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (((CarrelFinding *) g_ptr_array_index (findings, 0))->line, ==, 2);
}

static void
time_that_ends_before_it_starts (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (GPtrArray) findings = NULL;

  add_hour (course, 660, 600, "Room 1", "Ann");
  findings = carrel_check_course (course);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (strstr (((CarrelFinding *) g_ptr_array_index (findings, 0))->text, "10:00"));
}

static void
room_taken_twice (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (GPtrArray) findings = NULL;
  CarrelMeeting *meeting = carrel_record_new (&carrel_meeting_type);

  carrel_record_set_source (meeting, "page.md", 9);
  meeting->days = CARREL_MONDAY;
  meeting->start = 610;
  meeting->end = 660;
  meeting->location = g_strdup ("room 1");
  g_ptr_array_add (course->meetings, meeting);
  add_hour (course, 600, 660, "Room 1", "Ann");
  findings = carrel_check_course (course);
  g_assert_cmpuint (findings->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/carrel/import/check/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], finds_its_line);
    }
  g_test_add_func ("/carrel/import/check/hours-over-midnight", hours_over_midnight);
  g_test_add_func ("/carrel/import/check/one-person-in-two-places", one_person_in_two_places);
  g_test_add_func ("/carrel/import/check/time-that-ends-before-it-starts",
                   time_that_ends_before_it_starts);
  g_test_add_func ("/carrel/import/check/room-taken-twice", room_taken_twice);
  return g_test_run ();
}
