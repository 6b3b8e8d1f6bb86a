/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of days and times, in the spellings of real pages. */
#include "carrel-day-list.h"
#include "carrel-record.h"
#include "carrel-slot.h"

typedef struct
{
  const char *language;
  const char *text;
  const char *slots; /* "MO WE 17:00-18:20; …" */
} Case;

static const Case cases[] = {
  { "en", "Monday and Wednesday, 5-6:20pm, POS A35", "MO WE 17:00-18:20" },
  { "en", "Monday/Wednesday 9:30am\342\200\22311am in room 6-120", "MO WE 09:30-11:00" },
  { "en", "on Mondays and Wednesdays from 10:00 to 11:15 am", "MO WE 10:00-11:15" },
  { "en", "1:30-2:45 on Mondays and Wednesdays", "MO WE 13:30-14:45" },
  { "en", "Tue/Thu 11:30 - 12:50 PM", "TU TH 11:30-12:50" },
  { "en", "Lectures are Fridays 10-11:50AM California time", "FR 10:00-11:50" },
  { "en", "TuTh 10:30am-11:50am", "TU TH 10:30-11:50" },
  { "en", "MTWF 11:00-11:50 AM", "MO TU WE FR 11:00-11:50" },
  { "en", "MR 11:45 am - 1:25 pm", "MO TH 11:45-13:25" },
  { "en", "T 11:45 am - 1:25 pm & R 2:50 pm - 4:30pm", "TU 11:45-13:25; TH 14:50-16:30" },
  { "en", "T, F 2 - 3:30 pm, Lally 305", "TU FR 14:00-15:30" },
  { "en", "MF 11:00, Tue 9:00, WThu 2:00 (in CSB 348)", "MO FR 11:00; TU 09:00; WE TH 14:00" },
  { "en", "Tuesdays, Fridays from Noon to 1:40 pm", "TU FR 12:00-13:40" },
  { "en", "Monday and Thursday 130-230pm, Meserve 337", "MO TH 13:30-14:30" },
  { "en", "Tue 2-5, Wed 12-2 (DM for other)", "TU 14:00-17:00; WE 12:00-14:00" },
  { "en", "Tuesday 4 pm - 5 pm in 2-147 and Thursday 3 pm - 4 pm in 2-131.",
    "TU 16:00-17:00; TH 15:00-16:00" },
  { "en", "F 9 - 9:50 am (SSMS 1302) / 12 - 12:50 pm (SSMS 1303)",
    "FR 09:00-09:50; FR 12:00-12:50" },
  { "en", "3-4pm Monday, 4-5pm Tuesday", "MO 15:00-16:00; TU 16:00-17:00" },
  { "en", "Mon-Thu 9am-5pm", "MO TU WE TH 09:00-17:00" },
  { "en", "Monday, 9:00 a.m. - 10:20 a.m. @WEH 5409", "MO 09:00-10:20" },
  { "en", "Section 01: 12:10 - 2:00pm", "12:10-14:00" },
  { "en", "06:30PM - 09:20PM", "18:30-21:20" },
  { "en", "Thursday 3pm", "TH 15:00" },
  { "en", "Wed. 11am-1", "WE 11:00-13:00" },
  { "pt", "segundas e quartas, das 14:30 \303\240s 16:30", "MO WE 14:30-16:30" },
  { "de", "Fr, 16:30 - 18:00 Uhr (online/J104)", "FR 16:30-18:00" },
  { "fr", "lundi 10h00~12h00", "MO 10:00-12:00" },
  { "fr", "mardi de 13h \303\240 15h30", "TU 13:00-15:30" },
  { "es", "lunes y mi\303\251rcoles de 10:00 a 11:30", "MO WE 10:00-11:30" },
  /* No slots: */
  { "en", "We will read chapters 2-5 on Monday", "" },
  { "en", "Tuesday 13-15 Jan", "" },
  { "en", "worth 10-15% of the grade", "" },
  { "en", "see pages 110-120", "" },
  { "en", "ratio 10:1, version 3.10", "" },
};

static void
append_slot (GString *out, const CarrelSlot *slot)
{
  g_autofree char *start = carrel_time_to_text (slot->start);
  g_autofree char *end = slot->end != CARREL_UNKNOWN ? carrel_time_to_text (slot->end) : NULL;

  if (out->len > 0)
    g_string_append (out, "; ");
  for (guint i = 0; i < CARREL_N_DAYS; i++)
    if ((slot->days & carrel_day_from_index (i)) != 0)
      g_string_append_printf (out, "%s ", carrel_day_to_code (carrel_day_from_index (i)));
  g_string_append (out, start);
  if (end != NULL)
    g_string_append_printf (out, "-%s", end);
}

static void
reads_slots (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GArray) slots
      = carrel_slot_read_line (carrel_words_get (test->language), test->text, CARREL_TIME_PLAIN);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    append_slot (out, &g_array_index (slots, CarrelSlot, i));
  g_assert_cmpstr (out->str, ==, test->slots);
}

static void
notices_a_date_beside (void)
{
  static const char *const texts[] = { "Friday, May 5 at 3:00 PM in CSB 303",
                                       "4:30PM-5:30PM Thur Feb 17", "due October 5 at 11:59pm" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) slots
          = carrel_slot_read_line (carrel_words_get ("en"), texts[i], CARREL_TIME_PLAIN);

      g_assert_cmpuint (slots->len, ==, 1);
      g_assert_true (g_array_index (slots, CarrelSlot, 0).is_dated);
    }
}

static void
counts_to_24_where_the_page_does (void)
{
  g_assert_true (carrel_time_span_says_24h ("from 9:00 to 10:30 and 14:30 to 16:00"));
  g_assert_false (carrel_time_span_says_24h ("9:00 to 10:30"));
  g_assert_false (carrel_time_span_says_24h ("14:30, that is 2:30pm"));
}

static void
reads_cells_of_days (void)
{
  const CarrelWords *words = carrel_words_get ("en");

  g_assert_cmpint (carrel_day_list_read_all (words, "F"), ==, CARREL_FRIDAY);
  g_assert_cmpint (carrel_day_list_read_all (words, "Mon & Wed"), ==,
                   CARREL_MONDAY | CARREL_WEDNESDAY);
  g_assert_cmpint (carrel_day_list_read_all (words, "Thursdays"), ==, CARREL_THURSDAY);
  g_assert_cmpint (carrel_day_list_read_all (words, "Monday 3pm"), ==, CARREL_DAY_NONE);
  g_assert_cmpint (carrel_day_list_read_all (words, "Weekly"), ==, CARREL_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/carrel/import/slot/reads-%02u", (guint) i + 1);

      g_test_add_data_func (path, &cases[i], reads_slots);
    }
  g_test_add_func ("/carrel/import/slot/notices-a-date-beside", notices_a_date_beside);
  g_test_add_func ("/carrel/import/slot/counts-to-24", counts_to_24_where_the_page_does);
  g_test_add_func ("/carrel/import/slot/reads-cells-of-days", reads_cells_of_days);
  return g_test_run ();
}
