/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What publishing writes: nothing for a course that is as it was, a line for a cell. */
#include "config.h"

#include "carrel-export-output.h"

#include "carrel-import.h"
#include "carrel-line-diff.h"
#include "carrel-page-rewrite.h"

#include <string.h>

static const char page[] = "# Systems\n\nFall 2024, America/New_York\n\n"
                           "## Office Hours\n\n"
                           "| Day     | Time      | Location | TA      |\n"
                           "|:--------|:----------|:---------|:--------|\n"
                           "| Tuesday | 5pm - 6pm | GHC 5417 | Kedi Xu |\n";

static CarrelCourse *
parse (const char *name)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GError) error = NULL;
  CarrelCourse *course;

  g_ptr_array_add (files, carrel_import_file_new (name, bytes));
  course = carrel_import_parse (files, NULL, &error);
  g_assert_no_error (error);
  course->starts_on = (CarrelDate){ 2024, 9, 2 };
  course->ends_on = (CarrelDate){ 2024, 12, 13 };
  g_free (course->id);
  course->id = g_strdup ("systems");
  carrel_course_assign_ids (course);
  return course;
}

static GPtrArray *
list (CarrelCourse *before, CarrelCourse *after, gint64 now)
{
  const CarrelExportOptions options = { .now = now, .alarm = CARREL_EXPORT_NO_ALARM };

  return carrel_export_output_list (before, after, &options);
}

static void
course_as_it_was_changes_nothing (void)
{
  g_autoptr (CarrelCourse) course = parse ("notes/index.md");
  g_autoptr (GPtrArray) outputs = list (course, course, 1725000000);
  static const char *const names[]
      = { "index.md", "systems.carrel.json", "systems.ics", "systems.txt" };

  g_assert_cmpuint (outputs->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < outputs->len; i++)
    {
      const CarrelExportOutput *output = g_ptr_array_index (outputs, i);

      g_assert_cmpstr (output->name, ==, names[i]);
      g_assert_true (output->is_same);
    }
  g_assert_cmpstr (((CarrelExportOutput *) outputs->pdata[0])->text, ==, page);
}

static void
changed_cell_is_a_changed_line (void)
{
  g_autoptr (CarrelCourse) before = parse ("index.md");
  g_autoptr (CarrelCourse) after = carrel_record_copy (before);
  CarrelOfficeHour *hour = g_ptr_array_index (after->office_hours, 0);
  g_autoptr (GPtrArray) untold = NULL;
  g_autoptr (GPtrArray) outputs = NULL;
  const CarrelExportOutput *markdown;
  const CarrelLineChange *added;

  g_free (hour->location);
  hour->location = g_strdup ("TCS 349");
  untold = carrel_page_rewrite (before, after);
  g_assert_cmpuint (untold->len, ==, 0);
  outputs = list (before, after, 1725000000);
  markdown = g_ptr_array_index (outputs, 0);
  g_assert_cmpuint (markdown->changes->len, ==, 2);
  added = g_ptr_array_index (markdown->changes, 1);
  g_assert_true (added->is_added);
  g_assert_cmpint (added->line, ==, 9);
  for (guint i = 1; i < outputs->len; i++)
    g_assert_false (((CarrelExportOutput *) outputs->pdata[i])->is_same);
}

/* A calendar of yesterday says the same as one of today. */
static void
time_of_writing_is_no_change (void)
{
  g_autoptr (CarrelCourse) course = parse ("index.md");
  g_autoptr (GPtrArray) old_outputs = list (course, course, 1725000000);
  g_autoptr (GPtrArray) outputs = list (course, course, 1725086400);
  CarrelExportOutput *calendar = g_ptr_array_index (outputs, 2);
  const CarrelExportOutput *old_calendar = g_ptr_array_index (old_outputs, 2);

  g_assert_cmpstr (calendar->text, !=, old_calendar->text);
  carrel_export_output_compare (calendar, old_calendar->text);
  g_assert_true (calendar->is_same);
  carrel_export_output_compare (calendar, "");
  g_assert_false (calendar->is_same);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/export/output/course-as-it-was-changes-nothing",
                   course_as_it_was_changes_nothing);
  g_test_add_func ("/carrel/export/output/changed-cell-is-a-changed-line",
                   changed_cell_is_a_changed_line);
  g_test_add_func ("/carrel/export/output/time-of-writing-is-no-change",
                   time_of_writing_is_no_change);
  return g_test_run ();
}
