/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Days that follow another one, and deadlines, in the words of a row. */
#include "config.h"

#include "carrel-schedule-words.h"

static void
recognises_the_day_that_is_followed (void)
{
  static const struct
  {
    const char *text;
    CarrelDays weekday;
  } texts[] = {
    { "Tuesday follows a Monday schedule", CARREL_MONDAY },
    { "Monday schedule in effect", CARREL_MONDAY },
    { "Classes run on a Thursday class timetable", CARREL_THURSDAY },
    { "Observe Friday’s schedule", CARREL_FRIDAY },
    { "FRIDAY SCHEDULE", CARREL_FRIDAY },
    { "Monday", CARREL_DAY_NONE },
    { "Scheduling algorithms", CARREL_DAY_NONE },
    { "No class on Monday, schedule to follow", CARREL_DAY_NONE },
    { "", CARREL_DAY_NONE },
    { NULL, CARREL_DAY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CarrelDays weekday = CARREL_DAY_NONE;

      g_assert_cmpint (carrel_schedule_words_follow (texts[i].text, &weekday), ==,
                       texts[i].weekday != CARREL_DAY_NONE);
      g_assert_cmpint (weekday, ==, texts[i].weekday);
    }
}

static void
finds_the_parts_that_are_due (void)
{
  static const char *const texts[][2] = {
    { "HW1 due / HW2 out", "HW1 due" },
    { "HW2 out", "" },
    { "Project due; Reading due", "Project due|Reading due" },
    { "residue arithmetic", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) due = carrel_schedule_words_list_due (texts[i][0]);
      g_autofree char *joined = g_strjoinv ("|", due);

      g_assert_cmpstr (joined, ==, texts[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/schedule-words/recognises-the-day-that-is-followed",
                   recognises_the_day_that_is_followed);
  g_test_add_func ("/carrel/core/schedule-words/finds-the-parts-that-are-due",
                   finds_the_parts_that_are_due);
  return g_test_run ();
}
