/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The term of a course: what is known of it, and what people say of it that cannot be. */
#include "config.h"

#include "carrel-term.h"

#include <string.h>

static CarrelDate
date (const char *text)
{
  CarrelDate read = { 0 };

  g_assert_true (text == NULL || carrel_date_parse (text, &read));
  return read;
}

static void
add_break (CarrelCourse *course, const char *from, const char *until, const char *title)
{
  CarrelBreak *pause = carrel_record_new (&carrel_break_type);

  pause->from = date (from);
  pause->until = date (until);
  pause->title = g_strdup (title);
  g_ptr_array_add (course->breaks, pause);
}

/* Dates without a year are of the term; a day that follows another one is no day without classes.
 */
static void
days_without_classes_are_listed (void)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (CarrelTerm) term = NULL;

  course->starts_on = date ("2024-01-17");
  course->ends_on = date ("2024-04-30");
  add_break (course, "2024-03-04", "2024-03-08", "Spring break");
  add_break (course, "03-29", NULL, NULL);
  add_break (course, "2024-04-09", "2024-04-09", "Follows a Monday schedule");
  add_break (course, NULL, NULL, "Some day");
  term = carrel_term_new (course);
  g_assert_cmpstr (term->closed, ==, "2024-03-04/2024-03-08, 2024-03-29");
}

static void
term_says_what_is_wrong (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *zone;
    const char *closed;
    const char *field;
    const char *part;
  } cases[] = {
    { NULL, NULL, NULL, NULL, NULL, NULL },
    { "2024-01-17", "2024-04-30", "Europe/Paris", "2024-03-29", NULL, NULL },
    { "2024-01-17", "2024-01-17", NULL, NULL, NULL, NULL },
    { "2024-04-30", "2024-01-17", NULL, NULL, "ends_on", "2024-01-17, is before" },
    { "2024-01-17", "2025-04-30", NULL, NULL, "ends_on", "within a year" },
    { "01-17", NULL, NULL, NULL, "starts_on", "with its year" },
    { NULL, "04-30", NULL, NULL, "ends_on", "with its year" },
    { NULL, NULL, "Europe/Pris", NULL, "time_zone", "America/New_York" },
    { NULL, NULL, NULL, "spring break", "closed", "2027-05-31" },
    { NULL, NULL, NULL, "03-04/03-08", "closed", "2027-05-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelTerm) term = carrel_record_new (&carrel_term_type);
      g_autofree char *text = NULL;
      const char *field = "";

      term->starts_on = date (cases[i].first);
      term->ends_on = date (cases[i].last);
      term->time_zone = g_strdup (cases[i].zone);
      term->closed = g_strdup (cases[i].closed);
      text = carrel_term_check (term, &field);
      g_assert_cmpstr (field, ==, cases[i].field);
      if (cases[i].part == NULL)
        g_assert_null (text);
      else
        g_assert_nonnull (strstr (text, cases[i].part));
    }
}

static void
day_outside_the_term_is_found (void)
{
  static const struct
  {
    const char *closed;
    gboolean is_outside;
  } cases[] = { { "2024-03-29", FALSE },
                { "2023-03-29", TRUE },
                { "2024-03-29, 2025-03-29", TRUE },
                { "2024-01-01/2024-01-17", FALSE },
                { "2024-04-30/2024-05-03", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CarrelTerm) term = carrel_record_new (&carrel_term_type);
      g_autofree char *text = NULL;

      term->starts_on = date ("2024-01-17");
      term->ends_on = date ("2024-04-30");
      term->closed = g_strdup (cases[i].closed);
      text = carrel_term_find_outside (term);
      g_assert_true ((text != NULL) == cases[i].is_outside);
    }
}

/* One day of a term leaves open whether it goes over New Year. */
static void
year_has_to_fit_the_days (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    int year;
    gboolean fits;
  } cases[] = { { NULL, NULL, 1999, TRUE },
                { "2024-01-17", "2024-04-30", 2024, TRUE },
                { "2024-01-17", "2024-04-30", 2023, FALSE },
                { "2023-09-01", "2024-01-30", 2023, TRUE },
                { "2023-09-01", "2024-01-30", 2025, FALSE },
                { "2023-09-01", NULL, 2024, TRUE },
                { "2023-09-01", NULL, 2022, FALSE },
                { NULL, "2024-01-30", 2023, TRUE },
                { NULL, "2024-01-30", 2025, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = carrel_term_check_year (date (cases[i].first), date (cases[i].last), cases[i].year);

      g_assert_true ((text == NULL) == cases[i].fits);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/term/days-without-classes-are-listed",
                   days_without_classes_are_listed);
  g_test_add_func ("/carrel/core/term/term-says-what-is-wrong", term_says_what_is_wrong);
  g_test_add_func ("/carrel/core/term/day-outside-the-term-is-found",
                   day_outside_the_term_is_found);
  g_test_add_func ("/carrel/core/term/year-has-to-fit-the-days", year_has_to_fit_the_days);
  return g_test_run ();
}
