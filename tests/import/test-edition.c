/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A course of several files that is read again in part: what was not read again stays. */
#include "config.h"

#include <string.h>

#include "carrel-import.h"
#include "carrel-importer.h"
#include "carrel-store-scores.h"
#include "store-fixture.h"

#define TIMES                                                                                      \
  "# CS 10: Compilers (Fall 2025)\n\n## Times\n\nLectures: MW 10:00-11:00, Room 5\n\n"             \
  "Instructor: Ann Lee\n\n## Overview\n\nTimes of the course.\n"
#define GRADES                                                                                     \
  "# CS 10: Compilers (Fall 2025)\n\n## Grading\n\n- Homework: 60%\n- Exam: 40%\n\n"               \
  "Instructor: Ann Lee (ann@x.example)\n\n## Overview\n\nGrades of the course.\n"
#define CALENDAR                                                                                   \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-WR-CALNAME:Compilers\r\nBEGIN:VEVENT\r\n"       \
  "UID:1\r\nSUMMARY:Guest talk\r\nDTSTART:20251105T100000\r\nDTEND:20251105T110000\r\n"            \
  "END:VEVENT\r\nEND:VCALENDAR\r\n"

typedef struct
{
  const char *name;
  const char *text;
} File;

/* Reads @files and keeps them as the course "compilers", or finds the course when @course_id is
 * NULL. */
static CarrelPublished *
import (StoreFixture *fixture, const char *course_id, const File *files, gboolean is_whole)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  char *names[4] = { NULL };
  GBytes *bytes[4] = { NULL };
  const CarrelImportSources sources = { names, bytes, 1700000000, is_whole };
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) draft = NULL;
  CarrelPublished *published;

  for (guint i = 0; files[i].name != NULL; i++)
    {
      names[i] = (char *) files[i].name;
      bytes[i] = g_bytes_new_static (files[i].text, strlen (files[i].text));
      g_ptr_array_add (list, carrel_import_file_new (files[i].name, bytes[i]));
    }
  draft = carrel_import_parse (list, NULL, &error);
  g_assert_no_error (error);
  published = carrel_importer_apply (fixture->store, course_id, draft, &sources, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; bytes[i] != NULL; i++)
    g_bytes_unref (bytes[i]);
  return published;
}

static CarrelPublished *
import_both (StoreFixture *fixture)
{
  return import (fixture, NULL,
                 (const File[]){ { "times.md", TIMES }, { "grades.md", GRADES }, { NULL } }, FALSE);
}

static const char *
get_heading (const CarrelCourse *course, guint index)
{
  return ((const CarrelSection *) g_ptr_array_index (course->sections, index))->heading;
}

static void
one_page_leaves_the_others (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelPublished) both = import_both (fixture);
  g_autoptr (CarrelCourse) before
      = carrel_store_load_course (fixture->store, both->course_id, NULL);
  g_autofree char *grades = g_strdup (GRADES);
  g_autoptr (CarrelPublished) again = NULL;
  g_autoptr (CarrelCourse) course = NULL;
  const CarrelPerson *person;

  memcpy (strstr (grades, "60%"), "70%", 3);
  memcpy (strstr (grades, "40%"), "30%", 3);
  again = import (fixture, NULL, (const File[]){ { "grades.md", grades }, { NULL } }, FALSE);
  g_assert_cmpstr (again->course_id, ==, both->course_id);
  g_assert_cmpuint (again->diff->n_removed, ==, 0);
  g_assert_cmpuint (again->diff->n_changed, ==, 2);
  course = carrel_store_load_course (fixture->store, again->course_id, NULL);
  g_assert_cmpuint (course->meetings->len, ==, 1);
  g_assert_cmpuint (course->grading->len, ==, 2);
  g_assert_cmpuint (course->sections->len, ==, before->sections->len);
  for (guint i = 0; i < course->sections->len; i++)
    {
      g_assert_cmpstr (get_heading (course, i), ==, get_heading (before, i));
      g_assert_cmpstr (carrel_record_get_id (g_ptr_array_index (course->sections, i)), ==,
                       carrel_record_get_id (g_ptr_array_index (before->sections, i)));
    }
  g_assert_cmpuint (course->staff->len, ==, 1);
  person = g_ptr_array_index (course->staff, 0);
  g_assert_cmpstr (person->email, ==, "ann@x.example");
}

static void
one_page_again_changes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelPublished) both = import_both (fixture);
  g_autoptr (CarrelPublished) times
      = import (fixture, NULL, (const File[]){ { "times.md", TIMES }, { NULL } }, FALSE);
  g_autoptr (CarrelPublished) grades
      = import (fixture, NULL, (const File[]){ { "grades.md", GRADES }, { NULL } }, FALSE);

  g_assert_true (times->is_unchanged);
  g_assert_true (grades->is_unchanged);
}

static void
a_calendar_joins (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelPublished) both = import_both (fixture);
  g_autoptr (CarrelPublished) joined = import (
      fixture, both->course_id, (const File[]){ { "talks.ics", CALENDAR }, { NULL } }, FALSE);
  g_autoptr (CarrelPublished) again = NULL;
  g_autoptr (CarrelCourse) course = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  g_assert_cmpuint (joined->diff->n_removed, ==, 0);
  g_assert_cmpuint (joined->diff->n_added, >, 0);
  again = import (fixture, NULL, (const File[]){ { "grades.md", GRADES }, { NULL } }, FALSE);
  g_assert_true (again->is_unchanged);
  course = carrel_store_load_course (fixture->store, both->course_id, NULL);
  g_assert_cmpstr (course->title, ==, "Compilers");
  g_assert_cmpuint (course->grading->len, ==, 2);
  g_assert_cmpuint (course->meetings->len + course->schedule->len, ==, 2);
  versions = carrel_store_list_versions (fixture->store, both->course_id, NULL);
  g_assert_cmpstr (((CarrelVersion *) versions->pdata[0])->sources, ==,
                   "times.md\ngrades.md\ntalks.ics");
}

static void
a_whole_folder_replaces (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelPublished) both = import_both (fixture);
  g_autoptr (CarrelPublished) folder
      = import (fixture, NULL, (const File[]){ { "grades.md", GRADES }, { NULL } }, TRUE);
  g_autoptr (CarrelCourse) course
      = carrel_store_load_course (fixture->store, folder->course_id, NULL);

  g_assert_cmpstr (folder->course_id, ==, both->course_id);
  g_assert_cmpuint (course->meetings->len, ==, 0);
  g_assert_cmpuint (folder->diff->n_removed, >, 0);
}

static void
a_page_of_another_name_replaces (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelPublished) both = import_both (fixture);
  g_autoptr (CarrelPublished) other
      = import (fixture, NULL, (const File[]){ { "syllabus.md", GRADES }, { NULL } }, FALSE);
  g_autoptr (CarrelCourse) course
      = carrel_store_load_course (fixture->store, other->course_id, NULL);

  g_assert_cmpstr (other->course_id, ==, both->course_id);
  g_assert_cmpuint (course->meetings->len, ==, 0);
}

static void
a_plan_writes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelPublished) both = import_both (fixture);
  g_autoptr (CarrelCourse) draft = carrel_record_new (&carrel_course_type);
  char *names[] = { (char *) "grades.md", NULL };
  const CarrelImportSources sources = { names, NULL, 0, FALSE };
  g_autoptr (CarrelImportPlan) plan
      = carrel_importer_plan (fixture->store, both->course_id, draft, &sources, NULL);
  g_autoptr (GPtrArray) versions
      = carrel_store_list_versions (fixture->store, both->course_id, NULL);

  g_assert_cmpuint (plan->diff->n_removed, >=, 2);
  g_assert_cmpuint (plan->course->meetings->len, ==, 1);
  g_assert_cmpuint (versions->len, ==, 1);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/carrel/import/edition/" path, StoreFixture, NULL, store_fixture_set_up, func,      \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("one-page-leaves-the-others", one_page_leaves_the_others);
  ADD ("one-page-again-changes-nothing", one_page_again_changes_nothing);
  ADD ("a-calendar-joins", a_calendar_joins);
  ADD ("a-whole-folder-replaces", a_whole_folder_replaces);
  ADD ("a-page-of-another-name-replaces", a_page_of_another_name_replaces);
  ADD ("a-plan-writes-nothing", a_plan_writes_nothing);
  return g_test_run ();
}
