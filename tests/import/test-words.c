/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every word of every language is spelled so that it can be found, means one thing, and is read
 * where pages use it: days beside times, months beside days, labels before colons. */
#include "config.h"

#include "carrel-row-date.h"
#include "carrel-slot.h"

#include <string.h>

static const CarrelWords *const languages[]
    = { &carrel_words_de, &carrel_words_en, &carrel_words_es, &carrel_words_fi, &carrel_words_fr,
        &carrel_words_it, &carrel_words_ja, &carrel_words_pt, &carrel_words_zh };

#define FOR_EACH_LANGUAGE(words)                                                                   \
  for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)                        \
    for (const CarrelWords *words = languages[language]; words != NULL; words = NULL)

/* All that is wrong with a table is told, not only the first word. */
#define FAIL(...) (g_test_message (__VA_ARGS__), g_test_fail ())

static void
check_spelling (const CarrelWords *words, const char *text, GHashTable *taken)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (!g_str_equal (text, folded))
    FAIL ("%s: “%s” is not case folded", words->language, text);
  if (!g_hash_table_add (taken, (gpointer) text))
    FAIL ("%s: “%s” stands twice in a table", words->language, text);
}

static void
every_word_is_folded_and_stands_once (void)
{
  FOR_EACH_LANGUAGE (words)
  {
    const CarrelWord *const tables[] = { words->days, words->months, words->numbers };
    g_autoptr (GHashTable) roles = g_hash_table_new (g_str_hash, g_str_equal);

    for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
      {
        g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

        for (const CarrelWord *word = tables[i]; word->text != NULL; word++)
          check_spelling (words, word->text, taken);
      }
    for (const CarrelRoleWord *word = words->roles; word->text != NULL; word++)
      check_spelling (words, word->text, roles);
  }
}

static void
every_day_and_month_has_words (void)
{
  FOR_EACH_LANGUAGE (words)
  {
    guint days = 0, months = 0;

    for (const CarrelWord *word = words->days; word->text != NULL; word++)
      days |= word->value;
    for (const CarrelWord *word = words->months; word->text != NULL; word++)
      months |= 1u << word->value;
    g_assert_cmphex (days, ==, 0x7f);
    g_assert_cmphex (months, ==, 0x1ffe);
  }
}

/* The names of days and months once more, in order and apart from the tables. */
static void
names_of_days_and_months_mean_what_they_say (void)
{
  static const struct
  {
    const char *language;
    const char *days;
    const char *months;
  } names[] = {
    { "de", "montag dienstag mittwoch donnerstag freitag samstag sonntag",
      "januar februar märz april mai juni juli august september oktober november dezember" },
    { "en", "monday tuesday wednesday thursday friday saturday sunday",
      "january february march april may june july august september october november december" },
    { "es", "lunes martes miércoles jueves viernes sábado domingo",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre" },
    { "fi", "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
      "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu"
      " marraskuu joulukuu" },
    { "fr", "lundi mardi mercredi jeudi vendredi samedi dimanche",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre" },
    { "it", "lunedì martedì mercoledì giovedì venerdì sabato domenica",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
      " dicembre" },
    { "ja", "月曜 火曜 水曜 木曜 金曜 土曜 日曜",
      "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月" },
    { "ja", "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日", "" },
    { "pt", "segunda terça quarta quinta sexta sábado domingo",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro" },
    { "zh", "周一 周二 周三 周四 周五 周六 周日",
      "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月" },
    { "zh", "星期一 星期二 星期三 星期四 星期五 星期六 星期日", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const CarrelWords *words = carrel_words_get (names[i].language);
      g_auto (GStrv) days = g_strsplit (names[i].days, " ", -1);
      g_auto (GStrv) months = g_strsplit (names[i].months, " ", -1);

      for (guint j = 0; days[j] != NULL; j++)
        g_assert_cmpint (carrel_words_match_day (words, days[j], NULL), ==,
                         carrel_day_from_index (j));
      for (guint j = 0; months[j] != NULL && *months[j] != '\0'; j++)
        g_assert_cmpuint (carrel_words_match_month (words, months[j], NULL), ==, j + 1);
    }
}

static void
every_table_is_found_by_its_language (void)
{
  FOR_EACH_LANGUAGE (words)
  g_assert_true (carrel_words_get (words->language) == words);
}

static void
every_day_is_matched_whole (void)
{
  FOR_EACH_LANGUAGE (words)
  for (const CarrelWord *word = words->days; word->text != NULL; word++)
    {
      g_autofree char *upper = g_utf8_strup (word->text, -1);
      gsize length = 0, upper_length = 0;

      g_assert_cmpint (carrel_words_match_day (words, word->text, &length), ==, (int) word->value);
      g_assert_cmpuint (length, ==, strlen (word->text));
      g_assert_cmpint (carrel_words_match_day (words, upper, &upper_length), ==, (int) word->value);
      g_assert_cmpuint (upper_length, ==, strlen (upper));
    }
}

static void
every_month_is_matched_whole (void)
{
  FOR_EACH_LANGUAGE (words)
  for (const CarrelWord *word = words->months; word->text != NULL; word++)
    {
      gsize length = 0;

      g_assert_cmpuint (carrel_words_match_month (words, word->text, &length), ==, word->value);
      g_assert_cmpuint (length, ==, strlen (word->text));
    }
}

static void
every_number_is_matched_whole (void)
{
  FOR_EACH_LANGUAGE (words)
  for (const CarrelWord *word = words->numbers; word->text != NULL; word++)
    {
      gsize length = 0;

      g_assert_cmpint (carrel_words_match_number (words, word->text, &length), ==,
                       (int) word->value);
      g_assert_cmpuint (length, ==, strlen (word->text));
    }
}

static void
every_role_is_matched_whole (void)
{
  FOR_EACH_LANGUAGE (words)
  for (const CarrelRoleWord *word = words->roles; word->text != NULL; word++)
    {
      gsize length = 0;

      g_assert_cmpstr (carrel_words_match_role (words, word->text, &length), ==, word->role);
      g_assert_cmpuint (length, ==, strlen (word->text));
    }
}

static void
every_label_is_found (void)
{
  FOR_EACH_LANGUAGE (words)
  for (const CarrelWord *word = words->labels; word->text != NULL; word++)
    if (!carrel_words_has_label (words, word->text, (CarrelLabel) word->value))
      FAIL ("%s: “%s” is not the label %u", words->language, word->text, word->value);
}

/* As pages write it: "mon" in lower case may be any word, and is not read. */
static char *
capitalise (const char *word)
{
  g_autofree char *first = g_utf8_substring (word, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (word), NULL);
}

static void
every_day_is_read_beside_a_time (void)
{
  static const char *const forms[] = { "%s 10:00-11:30", "%s, 10:00 - 11:30", "%s: 10:00–11:30" };

  FOR_EACH_LANGUAGE (words)
  for (const CarrelWord *word = words->days; word->text != NULL; word++)
    for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
      {
        g_auto (GStrv) parts = g_strsplit (forms[i], "%s", 2);
        g_autofree char *day = capitalise (word->text);
        g_autofree char *text = g_strconcat (parts[0], day, parts[1], NULL);
        g_autoptr (GArray) slots = carrel_slot_read_line (words, text, CARREL_TIME_24H);

        if (slots->len != 1 || g_array_index (slots, CarrelSlot, 0).days != (CarrelDays) word->value
            || g_array_index (slots, CarrelSlot, 0).start != 600
            || g_array_index (slots, CarrelSlot, 0).end != 690)
          FAIL ("%s: “%s” is not read as one slot of its day", words->language, text);
      }
}

/* Chinese and Japanese number their months: "3月4日". */
static void
every_month_is_read_beside_a_day (void)
{
  static const char *const day_first[] = { "de", "es", "fi", "fr", "it", "pt", NULL };

  FOR_EACH_LANGUAGE (words)
  for (const CarrelWord *word = words->months; word->text != NULL; word++)
    {
      const CarrelDateStyle style = { words, CARREL_ORDER_DAY_FIRST };
      gboolean is_numbered
          = g_str_equal (words->language, "zh") || g_str_equal (words->language, "ja");
      g_autofree char *month = capitalise (word->text);
      g_autofree char *text = is_numbered ? g_strdup_printf ("%u月17日", word->value)
                              : g_strv_contains (day_first, words->language)
                                  ? g_strdup_printf ("17. %s", month)
                                  : g_strdup_printf ("%s 17", month);
      CarrelRowDate found = { 0 };

      if (!carrel_row_date_read (&style, text, &found) || found.date.month != word->value
          || found.date.day != 17)
        FAIL ("%s: “%s” is not read as its date", words->language, text);
    }
}

static void
a_page_gives_its_language_away (void)
{
  static const struct
  {
    const char *language;
    const char *text;
  } pages[] = {
    { "en", "The course meets on Monday and is about the design of small programs." },
    { "de",
      "Die Vorlesung findet am Montag statt und ist für alle Studierenden, die nicht müde sind." },
    { "fr", "Le cours a lieu le lundi et il est ouvert à tous les étudiants qui le veulent." },
    { "es", "El curso es para los estudiantes que quieren aprender más y no para todos." },
    { "it", "Il corso è rivolto agli studenti che non sanno programmare e vogliono imparare." },
    { "pt", "A disciplina é para os alunos que não sabem programar, mas querem aprender." },
    { "fi", "Kurssi on kaikille, mutta se ei ole helppo, jos ei osaa ohjelmoida ja laskea." },
    { "zh", "本课程的内容是关于操作系统的，学生可以在课上提问。" },
    { "ja",
      "この授業では、オペレーティングシステムについて学びます。質問は授業の後にしてください。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_cmpstr (carrel_words_guess (pages[i].text)->language, ==, pages[i].language);
  g_assert_cmpstr (carrel_words_guess ("")->language, ==, "en");
  g_assert_cmpstr (carrel_words_guess ("42 17 %")->language, ==, "en");
}

#define ADD(name, function) g_test_add_func ("/carrel/import/words/" name, function)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-word-is-folded-and-stands-once", every_word_is_folded_and_stands_once);
  ADD ("every-day-and-month-has-words", every_day_and_month_has_words);
  ADD ("names-of-days-and-months-mean-what-they-say", names_of_days_and_months_mean_what_they_say);
  ADD ("every-table-is-found-by-its-language", every_table_is_found_by_its_language);
  ADD ("every-day-is-matched-whole", every_day_is_matched_whole);
  ADD ("every-month-is-matched-whole", every_month_is_matched_whole);
  ADD ("every-number-is-matched-whole", every_number_is_matched_whole);
  ADD ("every-role-is-matched-whole", every_role_is_matched_whole);
  ADD ("every-label-is-found", every_label_is_found);
  ADD ("every-day-is-read-beside-a-time", every_day_is_read_beside_a_time);
  ADD ("every-month-is-read-beside-a-day", every_month_is_read_beside_a_day);
  ADD ("a-page-gives-its-language-away", a_page_gives_its_language_away);
  return g_test_run ();
}
