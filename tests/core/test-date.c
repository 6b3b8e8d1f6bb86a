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

static void
year_is_the_nearest_to_the_term (void)
{
  static const struct
  {
    CarrelDate date, start, end;
    const char *resolved;
  } cases[] = {
    { { 0, 12, 18 }, { 2024, 1, 15 }, { 2024, 4, 26 }, "2023-12-18" },
    { { 0, 8, 20 }, { 2024, 8, 26 }, { 2024, 12, 6 }, "2024-08-20" },
    { { 0, 1, 8 }, { 2024, 8, 26 }, { 2024, 12, 6 }, "2025-01-08" },
    { { 0, 5, 3 }, { 2024, 1, 15 }, { 0, 0, 0 }, "2024-05-03" },
    { { 0, 2, 29 }, { 2023, 1, 16 }, { 2023, 4, 28 }, "2024-02-29" },
    { { 0, 2, 29 }, { 2021, 1, 16 }, { 2021, 4, 28 }, "2020-02-29" },
    { { 0, 2, 29 }, { 2026, 1, 16 }, { 2026, 4, 28 }, NULL },
    { { 0, 2, 14 }, { 0, 1, 15 }, { 2024, 4, 26 }, NULL },
    { { 0, 0, 0 }, { 2024, 1, 15 }, { 2024, 4, 26 }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_date (carrel_date_resolve (cases[i].date, cases[i].start, cases[i].end),
                 cases[i].resolved);
}

static void
only_the_forms_of_a_pack_are_dates (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } cases[] = {
    { "2024-02-29", "2024-02-29" },
    { "02-29", "02-29" },
    { "0001-01-01", "0001-01-01" },
    { "2023-02-29", NULL },
    { "02-30", NULL },
    { "0000-01-01", NULL },
    { "2024-13-01", NULL },
    { "2024-00-01", NULL },
    { "2024-01-00", NULL },
    { "2024-1-01", NULL },
    { "2024/01/01", NULL },
    { "24-01-01", NULL },
    { "2024-01-01 ", NULL },
    { " 02-03", NULL },
    { "02-3", NULL },
    { "+2-03", NULL },
    { "", NULL },
    { "2024-01", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CarrelDate date = { 1, 1, 1 };
      gboolean is_date = carrel_date_parse (cases[i].text, &date);

      g_assert_cmpint (is_date, ==, cases[i].date != NULL);
      assert_date (date, is_date ? cases[i].date : "0001-01-01");
    }
}

static void
order_is_by_year_then_month_then_day (void)
{
  static const CarrelDate sorted[] = { { 0, 1, 2 },    { 0, 12, 31 },  { 2023, 12, 31 },
                                       { 2024, 1, 1 }, { 2024, 1, 2 }, { 2024, 2, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        int order = carrel_date_compare (sorted[i], sorted[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

/* Four hundred years have every weekday, leap day and turn of a century. */
static void
days_count_up_one_by_one (void)
{
  CarrelDate date = { 1900, 1, 1 };
  guint weekday = 0;

  for (int i = 0; i < 146097; i++, weekday = (weekday + 1) % CARREL_N_DAYS)
    {
      g_assert_true (carrel_date_is_valid (date));
      g_assert_cmpuint (carrel_day_get_index (carrel_date_get_weekday (date)), ==, weekday);
      g_assert_cmpint (carrel_date_days_until ((CarrelDate){ 1900, 1, 1 }, date), ==, i);
      date = carrel_date_add_days (date, 1);
    }
  assert_date (date, "2300-01-01");
}

static void
codes_of_days_are_read_back (void)
{
  for (guint i = 0; i < CARREL_N_DAYS; i++)
    {
      CarrelDays day = carrel_day_from_index (i);

      g_assert_cmpint (carrel_day_from_code (carrel_day_to_code (day)), ==, day);
    }
  g_assert_cmpint (carrel_day_from_code ("mo"), ==, CARREL_DAY_NONE);
  g_assert_cmpint (carrel_day_from_code (""), ==, CARREL_DAY_NONE);
}

static void
times_are_read_back (void)
{
  static const char *const none[] = { "24:01", "9:00", "09:60", "09.00", "09:0a", "-9:00", "" };
  int kept = 77;

  for (int minutes = 0; minutes <= 24 * 60; minutes++)
    {
      g_autofree char *text = carrel_time_to_text (minutes);
      int read = -1;

      g_assert_true (carrel_time_parse (text, &read));
      g_assert_cmpint (read, ==, minutes);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (carrel_time_parse (none[i], &kept));
  g_assert_cmpint (kept, ==, 77);
  g_assert_null (carrel_time_to_text (-1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/date/weekday-of-known-dates", weekday_of_known_dates);
  g_test_add_func ("/carrel/core/date/adds-days-over-a-leap-day", adds_days_over_a_leap_day);
  g_test_add_func ("/carrel/core/date/year-comes-from-the-term", year_comes_from_the_term);
  g_test_add_func ("/carrel/core/date/year-is-the-nearest-to-the-term",
                   year_is_the_nearest_to_the_term);
  g_test_add_func ("/carrel/core/date/only-the-forms-of-a-pack-are-dates",
                   only_the_forms_of_a_pack_are_dates);
  g_test_add_func ("/carrel/core/date/order-is-by-year-then-month-then-day",
                   order_is_by_year_then_month_then_day);
  g_test_add_func ("/carrel/core/date/days-count-up-one-by-one", days_count_up_one_by_one);
  g_test_add_func ("/carrel/core/date/codes-of-days-are-read-back", codes_of_days_are_read_back);
  g_test_add_func ("/carrel/core/date/times-are-read-back", times_are_read_back);
  return g_test_run ();
}
