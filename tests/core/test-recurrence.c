/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Weekly rules, compared with what libical makes of the same ones. */
#include "config.h"

#include "carrel-recurrence.h"

#include <libical/ical.h>

#define N_RULES 2000

/* The rule as RFC 5545 has it: the first occurrence is the start, so it begins on a day of the
 * rule. */
static GArray *
expand_with_libical (const CarrelRecurrence *rule, int start)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));
  struct icalrecurrencetype recur;
  CarrelDate first = carrel_day_number_to_date (start);
  CarrelDate last = carrel_day_number_to_date (rule->last);
  struct icaltimetype at = { 0 };
  icalrecur_iterator *iterator;
  g_autofree char *until = carrel_date_to_text (last);
  g_auto (GStrv) parts = g_strsplit (until, "-", -1);
  g_autofree char *compact = g_strjoinv ("", parts);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "FREQ=WEEKLY;WKST=MO;INTERVAL=%d;UNTIL=%s;BYDAY=", rule->every_weeks,
                   compact);
  for (guint i = 0; i < CARREL_N_DAYS; i++)
    if ((rule->days & carrel_day_from_index (i)) != 0)
      g_string_append_printf (text, "%s%s", g_str_has_suffix (text->str, "=") ? "" : ",",
                              carrel_day_to_code (carrel_day_from_index (i)));
  recur = icalrecurrencetype_from_string (text->str);
  at.is_date = 1;
  at.year = first.year;
  at.month = first.month;
  at.day = first.day;
  iterator = icalrecur_iterator_new (recur, at);
  for (at = icalrecur_iterator_next (iterator); !icaltime_is_null_time (at);
       at = icalrecur_iterator_next (iterator))
    {
      int day = carrel_day_number (
          (CarrelDate){ (gint16) at.year, (guint8) at.month, (guint8) at.day });

      g_array_append_val (days, day);
    }
  icalrecur_iterator_free (iterator);
  return days;
}

static void
agrees_with_libical_on_random_rules (void)
{
  for (guint i = 0; i < N_RULES; i++)
    {
      int first = g_test_rand_int_range (0, 20000);
      CarrelRecurrence rule
          = { first, first + g_test_rand_int_range (7, 730),
              (CarrelDays) g_test_rand_int_range (1, 128), g_test_rand_int_range (1, 6) };
      g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (int));
      g_autoptr (GArray) other = NULL;

      /* RFC 5545 counts weeks from the first occurrence, and so that has to be the first day. */
      while (!carrel_recurrence_has (&rule, rule.first))
        rule.first++;
      carrel_recurrence_expand (&rule, CARREL_DAY_FIRST, CARREL_DAY_LAST, own);
      other = expand_with_libical (&rule, g_array_index (own, int, 0));
      g_assert_cmpmem (own->data, own->len * sizeof (int), other->data, other->len * sizeof (int));
    }
}

static void
a_window_cuts_the_rule (void)
{
  for (guint i = 0; i < N_RULES; i++)
    {
      CarrelRecurrence rule
          = { g_test_rand_int_range (0, 100), g_test_rand_int_range (0, 200),
              (CarrelDays) g_test_rand_int_range (0, 128), g_test_rand_int_range (1, 6) };
      int from = g_test_rand_int_range (-50, 250), to = from + g_test_rand_int_range (-1, 60);
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
      guint n_seen = 0;

      carrel_recurrence_expand (&rule, from, to, days);
      for (int day = from; day <= to; day++)
        if (carrel_recurrence_has (&rule, day))
          {
            g_assert_cmpuint (n_seen, <, days->len);
            g_assert_cmpint (g_array_index (days, int, n_seen), ==, day);
            n_seen++;
          }
      g_assert_cmpuint (n_seen, ==, days->len);
    }
}

static void
days_count_like_the_calendar (void)
{
  for (int day = CARREL_DAY_FIRST; day <= CARREL_DAY_LAST; day++)
    {
      CarrelDate date = carrel_day_number_to_date (day);

      g_assert_true (carrel_date_is_valid (date));
      g_assert_cmpint (carrel_day_number (date), ==, day);
    }
  g_assert_cmpint (carrel_day_number_get_weekday (-1), ==, CARREL_WEDNESDAY);
  g_assert_cmpint (carrel_day_number ((CarrelDate){ 2024, 2, 29 }), ==, 19782);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/recurrence/agrees-with-libical-on-random-rules",
                   agrees_with_libical_on_random_rules);
  g_test_add_func ("/carrel/core/recurrence/a-window-cuts-the-rule", a_window_cuts_the_rule);
  g_test_add_func ("/carrel/core/recurrence/days-count-like-the-calendar",
                   days_count_like_the_calendar);
  return g_test_run ();
}
