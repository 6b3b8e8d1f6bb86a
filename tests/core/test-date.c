/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates: arithmetic, weekdays, and years from a term. */
#include "config.h"

#include "carrel-date.h"

static void
assert_date (CarrelDate date, const char *expected)
{
  g_autofree char *text = carrel_date_to_text (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
weekday_of_known_dates (void)
{
  g_assert_cmpint (carrel_date_get_weekday ((CarrelDate){ 2024, 1, 17 }), ==, CARREL_WEDNESDAY);
  g_assert_cmpint (carrel_date_get_weekday ((CarrelDate){ 2024, 2, 29 }), ==, CARREL_THURSDAY);
  g_assert_cmpint (carrel_date_get_weekday ((CarrelDate){ 2026, 11, 23 }), ==, CARREL_MONDAY);
}

static void
adds_days_over_a_leap_day (void)
{
  assert_date (carrel_date_add_days ((CarrelDate){ 2024, 2, 28 }, 2), "2024-03-01");
  assert_date (carrel_date_add_days ((CarrelDate){ 2024, 1, 1 }, -1), "2023-12-31");
  g_assert_cmpint (
      carrel_date_days_until ((CarrelDate){ 2023, 12, 31 }, (CarrelDate){ 2024, 3, 1 }), ==, 61);
}

static void
year_comes_from_the_term (void)
{
  const CarrelDate none = { 0 };
  const CarrelDate start = { 2023, 9, 25 }, end = { 2024, 2, 2 };

  assert_date (carrel_date_resolve ((CarrelDate){ 0, 11, 3 }, start, end), "2023-11-03");
  assert_date (carrel_date_resolve ((CarrelDate){ 0, 1, 9 }, start, end), "2024-01-09");
  assert_date (carrel_date_resolve ((CarrelDate){ 0, 2, 14 }, start, end), "2024-02-14");
  assert_date (carrel_date_resolve ((CarrelDate){ 2020, 2, 14 }, start, end), "2020-02-14");
  assert_date (carrel_date_resolve ((CarrelDate){ 0, 2, 14 }, none, none), NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/date/weekday-of-known-dates", weekday_of_known_dates);
  g_test_add_func ("/carrel/core/date/adds-days-over-a-leap-day", adds_days_over_a_leap_day);
  g_test_add_func ("/carrel/core/date/year-comes-from-the-term", year_comes_from_the_term);
  return g_test_run ();
}
