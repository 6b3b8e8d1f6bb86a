/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Times, dates, lengths, numbers and codes as text, in the C locale. */
#include "config.h"

#include "carrel-format.h"

#include "carrel-zone.h"

static const CarrelDate today = { 2024, 2, 12 };

static void
assert_taken (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
ranges_say_the_half_of_the_day_once (void)
{
  static const struct
  {
    int start, end;
    CarrelFormatFlags flags;
    const char *text;
  } ranges[] = {
    { 1020, 1100, CARREL_FORMAT_12_HOURS, "5–6:20 pm" },
    { 1020, 1100, CARREL_FORMAT_24_HOURS, "17:00–18:20" },
    { 1020, 1100, CARREL_FORMAT_DEFAULT, "17:00–18:20" },
    { 1020, 1100, CARREL_FORMAT_12_HOURS | CARREL_FORMAT_SPOKEN, "5 to 6:20 pm" },
    { 660, 780, CARREL_FORMAT_12_HOURS, "11 am–1 pm" },
    { 0, 720, CARREL_FORMAT_12_HOURS, "12 am–12 pm" },
    { 1380, 1500, CARREL_FORMAT_12_HOURS, "11 pm–1 am" },
    { 1380, 1500, CARREL_FORMAT_24_HOURS, "23:00–01:00" },
    { 540, 540, CARREL_FORMAT_12_HOURS, "9 am" },
    { 60, 1500, CARREL_FORMAT_12_HOURS, "1 am–1 am" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    assert_taken (carrel_format_minutes_range (ranges[i].start, ranges[i].end, ranges[i].flags),
                  ranges[i].text);
}

static void
typed_times_are_read (void)
{
  static const struct
  {
    const char *text;
    int minutes; /* -1: no time */
  } times[] = {
    { "15:00", 900 },   { "9:05", 545 },  { "3 pm", 900 },   { "3:30PM", 930 }, { "12 am", 0 },
    { "12 p.m.", 720 }, { " 17 ", 1020 }, { "24:00", 1440 }, { "15.30", 930 },  { "25", -1 },
    { "13 pm", -1 },    { "0 am", -1 },   { "3:60", -1 },    { "noon", -1 },    { "", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int minutes = -1;

      g_assert_cmpint (carrel_format_parse_minutes (times[i].text, &minutes), ==,
                       times[i].minutes >= 0);
      g_assert_cmpint (minutes, ==, times[i].minutes);
    }
}

static void
dates_say_the_year_when_it_is_another (void)
{
  assert_taken (carrel_format_date (today, today), "Monday 12 February");
  assert_taken (carrel_format_date ((CarrelDate){ 2023, 2, 12 }, today), "Sunday 12 February 2023");
  assert_taken (carrel_format_date ((CarrelDate){ 0, 2, 29 }, today), "29 Feb");
  assert_taken (carrel_format_date_short ((CarrelDate){ 2025, 1, 2 }, today), "2 Jan 2025");
  assert_taken (
      carrel_format_date_range ((CarrelDate){ 2024, 3, 4 }, (CarrelDate){ 2024, 3, 8 }, today),
      "4 Mar to 8 Mar");
  assert_taken (carrel_format_day_heading ((CarrelDate){ 2024, 2, 13 }, today),
                "Tomorrow, Tuesday 13 February");
  assert_taken (carrel_format_month (today), "February 2024");
  assert_taken (carrel_format_weekdays (CARREL_MONDAY | CARREL_WEDNESDAY | CARREL_SUNDAY),
                "Monday, Wednesday and Sunday");
}

static void
distances_use_the_coarsest_true_word (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const gint64 now = 1707746400; /* 2024-02-12 14:00 UTC */
  static const struct
  {
    int minutes;
    const char *relative;
    const char *moment;
  } distances[] = {
    { 0, "now", "2 pm" },
    { 40, "in 40 minutes", "2:40 pm" },
    { 80, "in 1 hour 20 minutes", "3:20 pm" },
    { 5 * 60 + 30, "in 5 hours 30 minutes", "7:30 pm" },
    { 7 * 60 + 10, "in 7 hours 10 minutes", "9:10 pm" },
    { 11 * 60, "in 11 hours", "tomorrow 1 am" },
    { 24 * 60, "tomorrow", "tomorrow 2 pm" },
    { 3 * 24 * 60, "in 3 days", "Thursday 2 pm" },
    { 7 * 24 * 60, "in 7 days", "Monday 19 February, 2 pm" },
    { 30 * 24 * 60, "in 4 weeks", "Wednesday 13 March, 2 pm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      gint64 moment = now + distances[i].minutes * 60;

      assert_taken (carrel_format_relative (moment, now, utc), distances[i].relative);
      assert_taken (carrel_format_moment (moment, now, utc, CARREL_FORMAT_12_HOURS),
                    distances[i].moment);
    }
  assert_taken (carrel_format_relative (now + 30, now, utc), "in 1 minute");
  assert_taken (carrel_format_relative_day ((CarrelDate){ 2024, 2, 10 }, today), "2 days ago");
}

static void
numbers_keep_what_they_say (void)
{
  static const char *const numbers[][2] = {
    { "87.50", "87.5" }, { "100", "100" },   { "0.10", "0.1" },
    { "90.00", "90" },   { "-1.5", "−1.5" }, { "36.6667", "36.6667" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_taken (carrel_format_decimal (numbers[i][0]), numbers[i][1]);
  assert_taken (carrel_format_percent ("87.50", CARREL_FORMAT_DEFAULT), "87.5\u00a0%");
  assert_taken (carrel_format_percent ("87.50", CARREL_FORMAT_SPOKEN), "87.5 per cent");
}

static void
typed_numbers_are_read_exactly (void)
{
  static const char *const numbers[][2] = {
    { " 92 ", "92" },     { "8,5", "8.5" }, { ".5", "0.5" },   { "7.", "7" },
    { "-1.50", "-1.50" }, { "", NULL },     { "1,2,3", NULL }, { "9a", NULL },
    { "1 000", NULL },    { ".", NULL },    { "--1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_taken (carrel_format_parse_decimal (numbers[i][0]), numbers[i][1]);
}

static void
rooms_are_spelt_and_words_are_not (void)
{
  static const char *const rooms[][2] = {
    { "GHC 5417", "G H C 5417" }, { "POS A35", "P O S A 35" }, { "Baker Science", "Baker Science" },
    { "TCS349", "T C S 349" },    { "ONLINE", "ONLINE" },      { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    assert_taken (carrel_format_room_spoken (rooms[i][0]), rooms[i][1]);
}

static void
lengths_and_zones_are_words (void)
{
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  assert_taken (carrel_format_duration (80), "1 hour 20 minutes");
  assert_taken (carrel_format_duration (120), "2 hours");
  assert_taken (carrel_format_duration (0), "0 minutes");
  assert_taken (carrel_format_zone (zone, 0), "New York time");
  assert_taken (carrel_format_zone (utc, 0), "UTC");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/format/ranges-say-the-half-of-the-day-once",
                   ranges_say_the_half_of_the_day_once);
  g_test_add_func ("/carrel/core/format/typed-times-are-read", typed_times_are_read);
  g_test_add_func ("/carrel/core/format/dates-say-the-year-when-it-is-another",
                   dates_say_the_year_when_it_is_another);
  g_test_add_func ("/carrel/core/format/distances-use-the-coarsest-true-word",
                   distances_use_the_coarsest_true_word);
  g_test_add_func ("/carrel/core/format/numbers-keep-what-they-say", numbers_keep_what_they_say);
  g_test_add_func ("/carrel/core/format/typed-numbers-are-read-exactly",
                   typed_numbers_are_read_exactly);
  g_test_add_func ("/carrel/core/format/rooms-are-spelt-and-words-are-not",
                   rooms_are_spelt_and_words_are_not);
  g_test_add_func ("/carrel/core/format/lengths-and-zones-are-words", lengths_and_zones_are_words);
  return g_test_run ();
}
