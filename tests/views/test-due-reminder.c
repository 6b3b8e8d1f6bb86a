/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reminders: shown once, at their lead time, again after a snooze, by the reader's own date. */
#include "config.h"

#include "carrel-due-reminder.h"

#include "carrel-store-marks.h"

#include "../core/course-fixture.h"
#include "view-fixture.h"

#define ZONE "America/New_York"

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();

  course->title = g_strdup ("Systems");
  g_ptr_array_add (course->schedule, make_record (&carrel_schedule_row_type, "id", "r1", "date",
                                                  "01-22", "topic", "HW1", "kind", "due", NULL));
  open_store (fixture, course, moment_in (ZONE, 2024, 1, 20, 12, 0));
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  close_store (fixture);
}

static guint
count_due (ViewFixture *fixture, gint64 now)
{
  g_autoptr (GTimeZone) zone = carrel_zone_find (ZONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = carrel_due_reminder_list (fixture->store, zone, now, &error);

  g_assert_no_error (error);
  return due->len;
}

static gint64
add_reminder (ViewFixture *fixture, const char *fact, int lead)
{
  const CarrelReminder reminder = { .fact = (char *) fact, .lead = lead };

  return carrel_store_add_reminder (fixture->store, fixture->course_id, &reminder, NULL);
}

static void
is_due_from_its_lead_to_the_start (ViewFixture *fixture, gconstpointer data)
{
  add_reminder (fixture, "lecture", 30);
  g_assert_cmpuint (count_due (fixture, moment_in (ZONE, 2024, 1, 22, 16, 29)), ==, 0);
  g_assert_cmpuint (count_due (fixture, moment_in (ZONE, 2024, 1, 22, 16, 30)), ==, 1);
  g_assert_cmpuint (count_due (fixture, moment_in (ZONE, 2024, 1, 22, 17, 0)), ==, 0);
}

static void
is_shown_once_and_after_a_snooze (ViewFixture *fixture, gconstpointer data)
{
  gint64 id = add_reminder (fixture, "lecture", 30);
  gint64 start = moment_in (ZONE, 2024, 1, 22, 17, 0);
  gint64 now = moment_in (ZONE, 2024, 1, 22, 16, 40);

  carrel_store_mark_reminder (fixture->store, fixture->course_id, id, start, 0, NULL);
  g_assert_cmpuint (count_due (fixture, now), ==, 0);
  carrel_store_mark_reminder (fixture->store, fixture->course_id, id, start, now + 600, NULL);
  g_assert_cmpuint (count_due (fixture, now), ==, 0);
  g_assert_cmpuint (count_due (fixture, now + 600), ==, 1);
  g_assert_cmpuint (count_due (fixture, moment_in (ZONE, 2024, 1, 24, 16, 40)), ==, 1);
}

static void
deadline_goes_by_the_readers_own_date (ViewFixture *fixture, gconstpointer data)
{
  const CarrelPersonalDate own = { (char *) "r1", { 2024, 2, 1 }, CARREL_UNKNOWN, NULL };

  add_reminder (fixture, "r1", 24 * 60);
  g_assert_cmpuint (count_due (fixture, moment_in (ZONE, 2024, 1, 22, 12, 0)), ==, 1);
  carrel_store_set_personal_date (fixture->store, fixture->course_id, &own, NULL);
  g_assert_cmpuint (count_due (fixture, moment_in (ZONE, 2024, 1, 22, 12, 0)), ==, 0);
  g_assert_cmpuint (count_due (fixture, moment_in (ZONE, 2024, 2, 1, 12, 0)), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/carrel/app/due-reminder/is-due-from-its-lead-to-the-start", ViewFixture, NULL,
              set_up, is_due_from_its_lead_to_the_start, tear_down);
  g_test_add ("/carrel/app/due-reminder/is-shown-once-and-after-a-snooze", ViewFixture, NULL,
              set_up, is_shown_once_and_after_a_snooze, tear_down);
  g_test_add ("/carrel/app/due-reminder/deadline-goes-by-the-readers-own-date", ViewFixture, NULL,
              set_up, deadline_goes_by_the_readers_own_date, tear_down);
  return g_test_run ();
}
