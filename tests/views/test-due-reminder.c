/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reminders: shown once, at their lead time, again after a snooze, by the reader's own date. */
#include "config.h"

#include "carrel-reminder-notifier.h"
#include "carrel-store-marks.h"

#include "../core/course-fixture.h"
#include "view-fixture.h"

#include <string.h>

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

/* The settings are those of this process, as they were at first. */
static GSettings *
new_settings (void)
{
  GSettings *settings = g_settings_new (APP_ID);
  static const char *const keys[]
      = { "remind-class", "remind-hours", "remind-deadline", "remind-exam", "reminders-shown" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  return settings;
}

static guint
count_due_with (ViewFixture *fixture, GSettings *settings, gint64 now)
{
  g_autoptr (GTimeZone) zone = carrel_zone_find (ZONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelReminderBook) book = carrel_reminder_book_new (fixture->store, zone, &error);
  g_autoptr (CarrelReminderLog) log = carrel_reminder_log_new (settings);
  g_autoptr (GPtrArray) due = NULL;
  CarrelReminderLeads leads;

  g_assert_no_error (error);
  carrel_due_reminder_read_leads (settings, &leads);
  due = carrel_due_reminder_list (book, &leads, log, now);
  return due->len;
}

static guint
count_due (ViewFixture *fixture, gint64 now)
{
  g_autoptr (GSettings) settings = new_settings ();

  return count_due_with (fixture, settings, now);
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

static void
settings_remind_by_kind (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = new_settings ();
  gint64 before = moment_in (ZONE, 2024, 1, 22, 16, 55);

  g_assert_cmpuint (count_due_with (fixture, settings, before), ==, 0);
  g_settings_set_string (settings, "remind-class", "10");
  g_assert_cmpuint (count_due_with (fixture, settings, before), ==, 1);
  g_assert_cmpuint (count_due_with (fixture, settings, before - 6 * 60), ==, 0);
  g_settings_set_string (settings, "remind-deadline", "1440");
  g_assert_cmpuint (count_due_with (fixture, settings, before), ==, 2);
  carrel_store_set_done (fixture->store, fixture->course_id, "r1", TRUE, NULL);
  g_assert_cmpuint (count_due_with (fixture, settings, before), ==, 1);
}

static void
keep_text (const char *id, GNotification *notification, const char *text, gpointer user_data)
{
  g_ptr_array_add (user_data, g_strdup (text));
}

/* The watch tells once of what is due, again after it was put off, and a restart knows. */
static void
watch_tells_once (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = new_settings ();
  g_autoptr (GApplication) application
      = g_application_new (APP_ID ".Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GTimeZone) zone = carrel_zone_find (ZONE);
  g_autoptr (CarrelClock) clock
      = carrel_clock_new_fixed (moment_in (ZONE, 2024, 1, 22, 16, 40), zone);
  g_autoptr (CarrelReminderWatch) watch = NULL;
  g_autoptr (CarrelReminderWatch) restarted = NULL;
  g_autoptr (CarrelReminderNotifier) notifier = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_settings_set_string (settings, "remind-class", "30");
  watch = carrel_reminder_watch_new (fixture->store, settings, clock);
  notifier = carrel_reminder_notifier_new (application, watch, clock);
  g_assert_true (g_application_register (application, NULL, NULL));
  carrel_reminder_notifier_set_sink (notifier, keep_text, texts);
  carrel_reminder_watch_check (watch);
  g_assert_cmpuint (texts->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (texts, 0), "in 20 minutes"));
  carrel_reminder_watch_check (watch);
  g_assert_cmpuint (texts->len, ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (application), "snooze-reminder",
                                  g_variant_new ("(sxsx)", fixture->course_id,
                                                 G_GINT64_CONSTANT (0), "nothing",
                                                 moment_in (ZONE, 2024, 1, 22, 17, 0)));
  restarted = carrel_reminder_watch_new (fixture->store, settings, clock);
  carrel_reminder_watch_check (restarted);
  g_assert_cmpuint (texts->len, ==, 1);
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
  g_test_add ("/carrel/app/due-reminder/settings-remind-by-kind", ViewFixture, NULL, set_up,
              settings_remind_by_kind, tear_down);
  g_test_add ("/carrel/app/due-reminder/watch-tells-once", ViewFixture, NULL, set_up,
              watch_tells_once, tear_down);
  return g_test_run ();
}
