/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates in the spellings of real pages, and the order of day and month decided once a page. */
#include "config.h"

#include "carrel-row-date.h"

#include <string.h>

typedef struct
{
  const char *language;
  const char *text;
  const char *date; /* "FR 04-14..04-18"; NULL: no date */
} Case;

/* Read with the month first in English, the day first elsewhere. */
static const Case cases[] = {
  { "en", "1/17", "01-17" },
  { "en", "2/02", "02-02" },
  { "en", "12/31", "12-31" },
  { "en", "01/17/2024", "2024-01-17" },
  { "en", "1/17/24", "2024-01-17" },
  { "en", "2024-01-17", "2024-01-17" },
  { "en", "2024/01/17", "2024-01-17" },
  { "en", "Jan 17", "01-17" },
  { "en", "Jan. 17", "01-17" },
  { "en", "January 17", "01-17" },
  { "en", "January 17th", "01-17" },
  { "en", "JAN 17", "01-17" },
  { "en", "Sept 3", "09-03" },
  { "en", "Jan 17, 2024", "2024-01-17" },
  { "en", "17 Jan", "01-17" },
  { "en", "17 January 2024", "2024-01-17" },
  { "en", "17th of January", "01-17" },
  { "en", "1st October", "10-01" },
  { "en", "Wed 1/17", "WE 01-17" },
  { "en", "Wed, Jan 17", "WE 01-17" },
  { "en", "Wednesday, January 17", "WE 01-17" },
  { "en", "Wednesday 17 January", "WE 01-17" },
  { "en", "Wednesday the 17th of January", "WE 01-17" },
  { "en", "Jan 17 (Wed)", "WE 01-17" },
  { "en", "Jan 17, Wed", "WE 01-17" },
  { "en", "1/17 (W)", "WE 01-17" },
  { "en", "1/17 (MW)", "01-17" },
  { "en", "1/17 (Q)", "01-17" },
  { "en", "Wednesday [Jan 17]", "WE 01-17" },
  { "en", "Jan 17th/19th", "01-17" },
  { "en", "Jan 8 - 12", "01-08..01-12" },
  { "en", "Jan 8–12", "01-08..01-12" },
  { "en", "Jan 29 - Feb 2", "01-29..02-02" },
  { "en", "Jan 29 to Feb 2", "01-29..02-02" },
  { "en", "1/29 - 2/2", "01-29..02-02" },
  { "en", "12-16 Jan", "01-12..01-16" },
  { "en", "Feb 29", "02-29" },
  { "en", "Feb 30", NULL },
  { "en", "13/1", NULL },
  { "en", "13/13", NULL },
  { "en", "2/30", NULL },
  { "en", "0/5", NULL },
  { "en", "Chapter 3", NULL },
  { "en", "May the force be with you", NULL },
  { "en", "", NULL },
  { "de", "14.04.", "04-14" },
  { "de", "14.4.", "04-14" },
  { "de", "Fr, 14.04.", "FR 04-14" },
  { "de", "Fr., 14.04.2023", "FR 2023-04-14" },
  { "de", "Freitag, den 14. April", "FR 04-14" },
  { "de", "Freitag, den 14. April 2023", "FR 2023-04-14" },
  { "de", "Do, den 13.04. bis Fr, den 14.04.", "TH 04-13..04-14" },
  { "de", "den ganzen Tag", NULL },
  { "de", "14. April 2023", "2023-04-14" },
  { "de", "14. Apr.", "04-14" },
  { "de", "14.04. - 18.04.", "04-14..04-18" },
  { "de", "14. bis 18. April", "04-14..04-18" },
  { "de", "32.01.", NULL },
  { "fr", "26 août", "08-26" },
  { "fr", "lundi 26 août", "MO 08-26" },
  { "fr", "lundi le 26 août", "MO 08-26" },
  { "fr", "1er octobre", "10-01" },
  { "fr", "30 septembre - 4 octobre", "09-30..10-04" },
  { "fr", "30 Septembre au 4 Octobre", "09-30..10-04" },
  { "fr", "26/08", "08-26" },
  { "fr", "26/08/2024", "2024-08-26" },
  { "es", "3 de marzo", "03-03" },
  { "es", "lunes 3 de marzo de 2025", "MO 2025-03-03" },
  { "es", "Lunes el 3 de marzo", "MO 03-03" },
  { "es", "3/3", "03-03" },
  { "pt", "11/04/2022", "2022-04-11" },
  { "pt", "11 de abril", "04-11" },
  { "pt", "Seg 11/04", "MO 04-11" },
  { "fi", "ti 19.3.", "TU 03-19" },
  { "fi", "19.3.2024", "2024-03-19" },
  { "fi", "19. maaliskuuta", "03-19" },
  { "fi", "tiistaina 19. maaliskuuta", "TU 03-19" },
  { "zh", "3月4日", "03-04" },
  { "zh", "2026年3月4日", "2026-03-04" },
  { "zh", "3月4日 周三", "WE 03-04" },
  { "ja", "3月4日", "03-04" },
  { "ja", "3月4日(水)", "03-04" },
  { "ja", "3月4日(水曜日)", "WE 03-04" },
  { "ja", "2026年3月4日", "2026-03-04" },
};

static char *
describe (const CarrelRowDate *found)
{
  GString *text = g_string_new (NULL);
  g_autofree char *date = carrel_date_to_text (found->date);
  g_autofree char *until = carrel_date_to_text (found->until);

  if (found->weekday != CARREL_DAY_NONE)
    g_string_append_printf (text, "%s ", carrel_day_to_code (found->weekday));
  g_string_append (text, date);
  if (until != NULL)
    g_string_append_printf (text, "..%s", until);
  return g_string_free (text, FALSE);
}

static void
reads_a_date (gconstpointer data)
{
  const Case *test = data;
  const CarrelDateStyle style
      = { carrel_words_get (test->language),
          g_str_equal (test->language, "en") ? CARREL_ORDER_MONTH_FIRST : CARREL_ORDER_DAY_FIRST };
  CarrelRowDate found = { 0 };
  gboolean is_date = carrel_row_date_read (&style, test->text, &found);
  g_autofree char *date = is_date ? describe (&found) : NULL;

  g_assert_cmpstr (date, ==, test->date);
}

static void
finds_a_date_among_words (void)
{
  static const struct
  {
    const char *text;
    const char *date;
    const char *words; /* that say it */
  } texts[] = {
    { "Lecture 3 (Jan 17)", "01-17", "Jan 17" },
    { "due on Friday, Jan 19 at 5pm", "FR 01-19", "Friday, Jan 19" },
    { "HW 1 out 1/17", "01-17", "1/17" },
    { "Midterm: March 4, in class", "03-04", "March 4" },
    { "Chapters 1-3 and 5", NULL, NULL },
  };
  const CarrelDateStyle style = { carrel_words_get ("en"), CARREL_ORDER_MONTH_FIRST };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CarrelRowDate found = { 0 };
      gboolean is_found = carrel_row_date_find (&style, texts[i].text, 0, &found);
      g_autofree char *date = is_found ? describe (&found) : NULL;
      g_autofree char *words
          = is_found ? g_strndup (texts[i].text + found.start, found.end - found.start) : NULL;

      g_assert_cmpstr (date, ==, texts[i].date);
      g_assert_cmpstr (words, ==, texts[i].words);
    }
}

static void
finds_the_next_date_after_the_first (void)
{
  static const char text[] = "Jan 17: out, Jan 24: due, Jan 31: back";
  const CarrelDateStyle style = { carrel_words_get ("en"), CARREL_ORDER_MONTH_FIRST };
  CarrelRowDate found = { 0 };
  int days[4] = { 0 };
  guint n = 0;

  for (; n < 4 && carrel_row_date_find (&style, text, found.end, &found); n++)
    days[n] = found.date.day;
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (days[0], ==, 17);
  g_assert_cmpint (days[1], ==, 24);
  g_assert_cmpint (days[2], ==, 31);
}

static void
order_is_decided_by_all_dates_together (void)
{
  static const struct
  {
    const char *language;
    const char *texts[6];
    CarrelDateOrder order;
  } pages[] = {
    { "en", { "1/2", "1/9", "1/16" }, CARREL_ORDER_MONTH_FIRST },
    { "en", { "3/9", "10/9", "17/9" }, CARREL_ORDER_DAY_FIRST },
    { "en", { "1/9", "8/9", "15/9", "22/9" }, CARREL_ORDER_DAY_FIRST },
    { "en", { "9/1", "9/8", "9/15" }, CARREL_ORDER_MONTH_FIRST },
    { "en", { "1/2" }, CARREL_ORDER_MONTH_FIRST },
    { "en", { NULL }, CARREL_ORDER_MONTH_FIRST },
    { "fr", { "1/2", "8/2" }, CARREL_ORDER_DAY_FIRST },
    { "pt", { "11/04/2022", "18/04/2022" }, CARREL_ORDER_DAY_FIRST },
    { "de", { "3/4" }, CARREL_ORDER_DAY_FIRST },
    { "en", { "Tue 9/3", "Thu 9/5" }, CARREL_ORDER_MONTH_FIRST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (carrel_row_date_decide_order (carrel_words_get (pages[i].language), pages[i].texts)
        != pages[i].order)
      g_test_fail_printf ("the order of page %u is not decided rightly", (guint) i);
}

/* Each day of a leap year, in eight spellings. */
static void
every_day_of_a_year_is_read_back (void)
{
  static const char *const months[]
      = { "January", "February", "March",     "April",   "May",      "June",
          "July",    "August",   "September", "October", "November", "December" };
  const CarrelDateStyle style = { carrel_words_get ("en"), CARREL_ORDER_MONTH_FIRST };
  CarrelDate date = { 2024, 1, 1 };

  for (; date.year == 2024; date = carrel_date_add_days (date, 1))
    {
      const char *month = months[date.month - 1];
      char *texts[] = {
        g_strdup_printf ("%s %d", month, date.day),
        g_strdup_printf ("%d %s", date.day, month),
        g_strdup_printf ("%.3s %d", month, date.day),
        g_strdup_printf ("%.3s. %02d", month, date.day),
        g_strdup_printf ("%d/%d", date.month, date.day),
        g_strdup_printf ("%02d/%02d/2024", date.month, date.day),
        g_strdup_printf ("2024-%02d-%02d", date.month, date.day),
        g_strdup_printf ("%s %d, 2024", month, date.day),
      };

      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          CarrelRowDate found = { 0 };

          if (!carrel_row_date_read (&style, texts[i], &found) || found.date.month != date.month
              || found.date.day != date.day || (found.date.year != 0) != (i >= 5))
            g_test_fail_printf ("“%s” is not read back", texts[i]);
          g_free (texts[i]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/carrel/import/row-date/reads-%s-%02u",
                                               cases[i].language, (guint) i + 1);

      g_test_add_data_func (path, &cases[i], reads_a_date);
    }
  g_test_add_func ("/carrel/import/row-date/finds-a-date-among-words", finds_a_date_among_words);
  g_test_add_func ("/carrel/import/row-date/finds-the-next-date-after-the-first",
                   finds_the_next_date_after_the_first);
  g_test_add_func ("/carrel/import/row-date/order-is-decided-by-all-dates-together",
                   order_is_decided_by_all_dates_together);
  g_test_add_func ("/carrel/import/row-date/every-day-of-a-year-is-read-back",
                   every_day_of_a_year_is_read_back);
  return g_test_run ();
}
