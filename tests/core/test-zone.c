/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Wall-clock times: plain days, and the nights on which the clocks change. */
#include "config.h"

#include "carrel-zone.h"

static const struct
{
  const char *zone;
  CarrelDate date;
  int minutes;
  const char *utc;
  CarrelWall wall;
} walls[] = {
  { "America/New_York", { 2024, 1, 17 }, 17 * 60, "2024-01-17T22:00:00Z", CARREL_WALL_PLAIN },
  { "America/New_York", { 2024, 3, 11 }, 17 * 60, "2024-03-11T21:00:00Z", CARREL_WALL_PLAIN },
  { "America/New_York", { 2024, 3, 10 }, 150, "2024-03-10T07:30:00Z", CARREL_WALL_SKIPPED },
  { "America/New_York", { 2024, 11, 3 }, 90, "2024-11-03T05:30:00Z", CARREL_WALL_TWICE },
  { "America/New_York", { 2024, 11, 3 }, 150, "2024-11-03T07:30:00Z", CARREL_WALL_PLAIN },
  { "Europe/Berlin", { 2023, 3, 26 }, 150, "2023-03-26T01:30:00Z", CARREL_WALL_SKIPPED },
  { "Europe/Berlin", { 2024, 2, 28 }, 25 * 60, "2024-02-29T00:00:00Z", CARREL_WALL_PLAIN },
  { "Pacific/Kiritimati", { 2024, 1, 1 }, 0, "2023-12-31T10:00:00Z", CARREL_WALL_PLAIN },
  { "Australia/Lord_Howe", { 2024, 10, 6 }, 135, "2024-10-05T15:45:00Z", CARREL_WALL_SKIPPED },
};

static void
finds_the_moment_of_a_time_on_the_wall (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      g_autoptr (GTimeZone) zone = carrel_zone_find (walls[i].zone);
      g_autoptr (GDateTime) expected = g_date_time_new_from_iso8601 (walls[i].utc, NULL);
      CarrelWall wall;
      gint64 moment = carrel_zone_to_moment (zone, walls[i].date, walls[i].minutes, &wall);

      g_test_message ("%s %s", walls[i].zone, walls[i].utc);
      g_assert_cmpint (moment, ==, g_date_time_to_unix (expected));
      g_assert_cmpint (wall, ==, walls[i].wall);
    }
}

static void
reads_the_wall_at_a_moment (void)
{
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");
  int minutes;
  CarrelDate date = carrel_zone_get_date (zone, 1708300799, &minutes);

  g_assert_cmpint (carrel_date_compare (date, (CarrelDate){ 2024, 2, 18 }), ==, 0);
  g_assert_cmpint (minutes, ==, 18 * 60 + 59);
  date = carrel_zone_get_date (zone, -1, &minutes);
  g_assert_cmpint (carrel_date_compare (date, (CarrelDate){ 1969, 12, 31 }), ==, 0);
  g_assert_cmpint (minutes, ==, 18 * 60 + 59);
}

static void
knows_no_zone_of_a_wrong_name (void)
{
  g_assert_null (carrel_zone_find ("Mars/Olympus_Mons"));
  g_assert_null (carrel_zone_find (""));
  g_assert_null (carrel_zone_find (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/zone/finds-the-moment-of-a-time-on-the-wall",
                   finds_the_moment_of_a_time_on_the_wall);
  g_test_add_func ("/carrel/core/zone/reads-the-wall-at-a-moment", reads_the_wall_at_a_moment);
  g_test_add_func ("/carrel/core/zone/knows-no-zone-of-a-wrong-name",
                   knows_no_zone_of_a_wrong_name);
  return g_test_run ();
}
