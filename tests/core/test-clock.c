/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The clock that stands still, and what it tells when it is moved. */
#include "config.h"

#include "carrel-clock.h"

static void
on_told_cb (CarrelClock *clock, gpointer user_data)
{
  ++*(int *) user_data;
}

static void
reads_a_moment_with_and_without_seconds (void)
{
  static const struct
  {
    const char *text;
    gint64 moment;
  } moments[] = {
    { "2024-01-24T15:30", 1706110200 },
    { "2024-01-24T15:30:05", 1706110205 },
    { "2024-01-24T15:30-05:00", 1706128200 },
    { "2024-01-24T15:30:00Z", 1706110200 },
    { "2024-01-24", 1706054400 },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CarrelClock) clock = carrel_clock_new_at (moments[i].text, utc, &error);

      g_assert_no_error (error);
      g_assert_cmpint (carrel_clock_get_now (clock), ==, moments[i].moment);
    }
}

static void
refuses_what_is_no_moment (void)
{
  static const char *const texts[] = { "", "yesterday", "2024-13-01T10:00", "2024-01-24T", "T1" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (carrel_clock_new_at (texts[i], NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
tells_minutes_days_and_zones (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) tokyo = g_time_zone_new_identifier ("Asia/Tokyo");
  g_autoptr (CarrelClock) clock = carrel_clock_new_fixed (1706140740, utc);
  int n_minutes = 0, n_days = 0, n_zones = 0;

  g_signal_connect (clock, "minute", G_CALLBACK (on_told_cb), &n_minutes);
  g_signal_connect (clock, "day-changed", G_CALLBACK (on_told_cb), &n_days);
  g_signal_connect (clock, "zone-changed", G_CALLBACK (on_told_cb), &n_zones);
  carrel_clock_set_fixed (clock, 1706140741, NULL);
  g_assert_cmpint (n_minutes, ==, 0);
  carrel_clock_set_fixed (clock, 1706140800, NULL);
  g_assert_cmpint (n_minutes, ==, 1);
  g_assert_cmpint (n_days, ==, 1);
  carrel_clock_set_fixed (clock, 1706140801, tokyo);
  g_assert_cmpint (n_minutes, ==, 1);
  g_assert_cmpint (n_zones, ==, 1);
  g_assert_cmpint (carrel_clock_get_today (clock).day, ==, 25);
}

static void
shows_the_real_time_unless_told (void)
{
  g_autoptr (CarrelClock) clock = NULL;
  g_autoptr (CarrelClock) fixed = NULL;

  g_unsetenv ("CARREL_NOW");
  clock = carrel_clock_new_from_environment (NULL);
  g_assert_cmpint (carrel_clock_get_now (clock), >, 1700000000);
  g_setenv ("CARREL_NOW", "2024-01-24T15:30", TRUE);
  fixed = carrel_clock_new_from_environment (NULL);
  g_assert_cmpint (carrel_clock_get_now (fixed), ==, 1706110200);
}

static void
on_zone_changed_cb (CarrelClock *clock, guint *n_changes)
{
  *n_changes += 1;
}

static void
shows_the_zone_that_was_chosen (void)
{
  g_autoptr (CarrelClock) clock = carrel_clock_new_fixed (1705939200, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Tokyo");
  guint n_changes = 0;

  g_signal_connect (clock, "zone-changed", G_CALLBACK (on_zone_changed_cb), &n_changes);
  carrel_clock_choose_zone (clock, zone);
  carrel_clock_choose_zone (clock, zone);
  g_assert_cmpstr (g_time_zone_get_identifier (carrel_clock_get_zone (clock)), ==, "Asia/Tokyo");
  g_assert_cmpuint (n_changes, ==, 1);
  carrel_clock_choose_zone (clock, NULL);
  g_assert_cmpstr (g_time_zone_get_identifier (carrel_clock_get_zone (clock)), !=, "Asia/Tokyo");
  g_assert_cmpuint (n_changes, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/clock/reads-a-moment-with-and-without-seconds",
                   reads_a_moment_with_and_without_seconds);
  g_test_add_func ("/carrel/core/clock/refuses-what-is-no-moment", refuses_what_is_no_moment);
  g_test_add_func ("/carrel/core/clock/tells-minutes-days-and-zones", tells_minutes_days_and_zones);
  g_test_add_func ("/carrel/core/clock/shows-the-real-time-unless-told",
                   shows_the_real_time_unless_told);
  g_test_add_func ("/carrel/core/clock/shows-the-zone-that-was-chosen",
                   shows_the_zone_that_was_chosen);
  return g_test_run ();
}
