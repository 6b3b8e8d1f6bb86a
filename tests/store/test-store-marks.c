/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Notes, bookmarks, done marks, dates of one's own, reminders and visits. */
#include "config.h"

#include "carrel-store-marks.h"
#include "carrel-store-notes.h"
#include "carrel-store-undo.h"
#include "store-fixture.h"

static void
set_up_course (StoreFixture *fixture)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  store_fixture_publish (fixture->store, course);
}

static void
notes_and_bookmarks_are_kept (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) notes = NULL;
  g_auto (GStrv) bookmarks = NULL;

  set_up_course (fixture);
  g_assert_true (carrel_store_set_note (fixture->store, "compilers", "b", "first", NULL));
  g_assert_true (carrel_store_set_note (fixture->store, "compilers", "a", "gone", NULL));
  g_assert_true (carrel_store_set_note (fixture->store, "compilers", "b", "second", NULL));
  g_assert_true (carrel_store_set_note (fixture->store, "compilers", "a", "", NULL));
  g_assert_true (carrel_store_set_bookmark (fixture->store, "compilers", "z", TRUE, NULL));
  g_assert_true (carrel_store_set_bookmark (fixture->store, "compilers", "a", TRUE, NULL));
  g_assert_true (carrel_store_set_bookmark (fixture->store, "compilers", "a", TRUE, NULL));
  store_fixture_reopen (fixture);
  notes = carrel_store_list_notes (fixture->store, "compilers", NULL);
  g_assert_cmpuint (g_hash_table_size (notes), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (notes, "b"), ==, "second");
  bookmarks = carrel_store_list_bookmarks (fixture->store, "compilers", NULL);
  g_assert_cmpstrv (bookmarks, ((const char *const[]){ "z", "a", NULL }));
}

static void
personal_date_stands_beside_the_official_one (StoreFixture *fixture, gconstpointer data)
{
  CarrelPersonalDate date = {
    .fact = "homework-hw1", .date = { 2024, 2, 29 }, .time = 23 * 60 + 59, .note = "agreed by mail"
  };
  g_autoptr (GHashTable) dates = NULL;
  g_autoptr (GHashTable) none = NULL;
  g_autoptr (GError) error = NULL;
  const CarrelPersonalDate *found;

  set_up_course (fixture);
  g_assert_true (carrel_store_set_personal_date (fixture->store, "compilers", &date, NULL));
  dates = carrel_store_list_personal_dates (fixture->store, "compilers", NULL);
  found = g_hash_table_lookup (dates, "homework-hw1");
  g_assert_cmpint (carrel_date_compare (found->date, date.date), ==, 0);
  g_assert_cmpint (found->time, ==, date.time);
  g_assert_cmpstr (found->note, ==, "agreed by mail");
  date.date.day = 31;
  g_assert_false (carrel_store_set_personal_date (fixture->store, "compilers", &date, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_INVALID);
  g_assert_true (
      carrel_store_clear_personal_date (fixture->store, "compilers", "homework-hw1", NULL));
  none = carrel_store_list_personal_dates (fixture->store, "compilers", NULL);
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
}

static void
shown_reminder_is_no_step_of_undo (StoreFixture *fixture, gconstpointer data)
{
  CarrelReminder reminder = { .fact = "hour-cheng-ma-fr", .occurrence = "2024-01-26", .lead = 15 };
  g_autoptr (GPtrArray) reminders = NULL;
  const CarrelReminder *found;
  gint64 id;

  set_up_course (fixture);
  id = carrel_store_add_reminder (fixture->store, "compilers", &reminder, NULL);
  reminder.id = id;
  reminder.lead = 30;
  g_assert_true (carrel_store_update_reminder (fixture->store, "compilers", &reminder, NULL));
  g_assert_true (carrel_store_mark_reminder (fixture->store, "compilers", id, 1000, 1300, NULL));
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Change reminder");
  reminders = carrel_store_list_reminders (fixture->store, "compilers", NULL);
  found = reminders->pdata[0];
  g_assert_cmpint (found->lead, ==, 30);
  g_assert_cmpint (found->shown_for, ==, 1000);
  g_assert_cmpint (found->snoozed_until, ==, 1300);
  g_assert_cmpstr (found->occurrence, ==, "2024-01-26");
  g_assert_true (carrel_store_remove_reminder (fixture->store, "compilers", id, NULL));
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Remove reminder");
}

static void
visits_are_listed_newest_first (StoreFixture *fixture, gconstpointer data)
{
  CarrelVisit visit = { .fact = "hour-cheng-ma-fr", .at = 100, .note = "parsing" };
  g_autoptr (GPtrArray) visits = NULL;
  gint64 first;

  set_up_course (fixture);
  first = carrel_store_add_visit (fixture->store, "compilers", &visit, NULL);
  visit.at = 200;
  visit.note = NULL;
  carrel_store_add_visit (fixture->store, "compilers", &visit, NULL);
  visits = carrel_store_list_visits (fixture->store, "compilers", NULL);
  g_assert_cmpuint (visits->len, ==, 2);
  g_assert_cmpint (((CarrelVisit *) visits->pdata[0])->at, ==, 200);
  g_assert_cmpstr (((CarrelVisit *) visits->pdata[1])->note, ==, "parsing");
  g_assert_true (carrel_store_remove_visit (fixture->store, "compilers", first, NULL));
}

static void
course_that_is_not_there_takes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (carrel_store_set_done (fixture->store, "missing", "x", TRUE, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/marks/notes-and-bookmarks-are-kept", notes_and_bookmarks_are_kept);
  STORE_TEST ("/carrel/store/marks/personal-date-stands-beside-the-official-one",
              personal_date_stands_beside_the_official_one);
  STORE_TEST ("/carrel/store/marks/shown-reminder-is-no-step-of-undo",
              shown_reminder_is_no_step_of_undo);
  STORE_TEST ("/carrel/store/marks/visits-are-listed-newest-first", visits_are_listed_newest_first);
  STORE_TEST ("/carrel/store/marks/course-that-is-not-there-takes-nothing",
              course_that_is_not_there_takes_nothing);
  return g_test_run ();
}
