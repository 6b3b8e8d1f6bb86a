/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Recognises days that follow another day's schedule, and deadlines in a cell about homework. A row
 * is read in all languages, because one page often mixes two. Adding a language is one row. */
#define G_LOG_DOMAIN "carrel-schedule-words"

#include "config.h"

#include "carrel-schedule-words.h"

#define NAME_MARK "@"

typedef struct
{
  const char *days[CARREL_N_DAYS]; /* what may stand for each, between "|" */
  const char *follow;              /* "@" is any day; each branch has it once */
  const char *due;
} Language;

static const Language languages[] = {
  /* English */
  { { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" },
    "\\b@(?:['’]?s['’]?)?\\s+(?:class\\s+)?(?:schedule|timetable)\\b",
    "\\b(?:due|deadline)\\b" },
  /* German */
  { { "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend", "sonntag" },
    "\\b@s?[-\\s]?(?:stunden|vorlesungs)?plan\\b"
    "|\\bplan\\s+(?:vom|von|des|eines|für)\\s+@s?\\b"
    "|\\b(?:stunden|vorlesungs)plan\\s+(?:vom|von|des|eines|für)\\s+@s?\\b"
    "|\\b(?:unterricht|vorlesung|lehre|betrieb)\\w*\\s+wie\\s+(?:am|an\\s+einem)\\s+@s?\\b",
    "\\b(?:abgabe|abgabefrist|abgabetermin|abzugeben|fällig|frist)\\b" },
  /* French */
  { { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
    "\\b(?:horaire|emploi\\s+du\\s+temps)\\s+(?:du|d['’]un|des|de)\\s+@s?\\b",
    "(?:\\bà\\s+rendre\\b|\\bdate\\s+limite\\b|\\béchéance\\b|\\bremise\\b)" },
  /* Spanish */
  { { "lunes", "martes", "miércoles|miercoles", "jueves", "viernes", "sábado|sabado", "domingo" },
    "\\bhorario\\s+(?:del?|de\\s+un)\\s+@s?\\b",
    "\\b(?:entrega|fecha\\s+límite|vence|plazo)\\b" },
  /* Portuguese */
  { { "segunda", "terça|terca", "quarta", "quinta", "sexta", "sábado|sabado", "domingo" },
    "\\b(?:horário|horario)\\s+(?:da|do|de\\s+uma|de\\s+um|de)\\s+@s?(?:-feiras?)?\\b",
    "\\b(?:entrega|prazo|data\\s+limite|vence)\\b" },
  /* Finnish: the days in the genitive */
  { { "maanantain", "tiistain", "keskiviikon", "torstain", "perjantain", "lauantain",
      "sunnuntain" },
    "\\b@\\s+(?:lukujärjesty|aikataulu)\\w*",
    "\\b(?:palautus\\w*|palautettava|määräaika|deadline|dl)\\b" },
  /* Chinese, in both scripts */
  { { "一", "二", "三", "四", "五", "六", "日|天" },
    "(?:周|週|星期|礼拜|禮拜)@的?(?:课表|課表|课程表|課程表|时间表|時間表|课程上课|課程上課)"
    "|(?:按|依|补|補)(?:周|週|星期|礼拜|禮拜)@的?(?:课|課)",
    "截止|到期|提交|上交|缴交|繳交|交作业|交作業" },
  /* Japanese; "月曜日の授業は休講" says the contrary, so a class alone is not enough */
  { { "月", "火", "水", "木", "金", "土", "日" },
    "@曜日?の?(?:授業(?:日|実施|を(?:行|実施)|振替)|時間割|日課)",
    "締切|締め切り|〆切|提出|期限" },
};

/* The regexes of one language, and one of all that most texts are done with. */
typedef struct
{
  GRegex *days[G_N_ELEMENTS (languages)];
  GRegex *any_day;
  GRegex *due;
} Words;

static GRegex *
compile (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

/* Branches that begin anew in the numbers of their groups, so that the day is always the first. */
static char *
dup_follow_pattern (const Language *language)
{
  g_autofree char *names = g_strdup_printf (
      "(%s|%s|%s|%s|%s|%s|%s)", language->days[0], language->days[1], language->days[2],
      language->days[3], language->days[4], language->days[5], language->days[6]);
  g_auto (GStrv) parts = g_strsplit (language->follow, NAME_MARK, -1);
  g_autofree char *pattern = g_strjoinv (names, parts);

  return g_strdup_printf ("(?|%s)", pattern);
}

static gpointer
make_words (gpointer data)
{
  Words *words = g_new0 (Words, 1);
  g_autoptr (GPtrArray) follow = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) due = g_ptr_array_new ();
  g_autofree char *any_day = NULL;
  g_autofree char *any_due = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      char *pattern = dup_follow_pattern (&languages[i]);

      words->days[i] = compile (pattern);
      g_ptr_array_add (follow, pattern);
      g_ptr_array_add (due, (gpointer) languages[i].due);
    }
  g_ptr_array_add (follow, NULL);
  g_ptr_array_add (due, NULL);
  any_day = g_strjoinv ("|", (char **) follow->pdata);
  any_due = g_strjoinv ("|", (char **) due->pdata);
  words->any_day = compile (any_day);
  words->due = compile (any_due);
  return words;
}

static const Words *
get_words (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_words, NULL);
}

static gboolean
is_name (const char *names, const char *name)
{
  g_auto (GStrv) all = g_strsplit (names, "|", -1);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strv_contains ((const char *const *) all, folded);
}

static CarrelDays
find_day (const Language *language, const char *name)
{
  for (guint i = 0; i < CARREL_N_DAYS; i++)
    if (is_name (language->days[i], name))
      return carrel_day_from_index (i);
  return CARREL_DAY_NONE;
}

/**
 * carrel_schedule_words_follow:
 * @text: (nullable): the words of a break or of a row
 * @weekday: (out): the day that is followed; untouched when none is
 *
 * Recognises "follows a Monday schedule", "Monday schedule", "classes run on a Thursday timetable",
 * and what other languages say for it.
 *
 * Returns: whether @text says so
 */
gboolean
carrel_schedule_words_follow (const char *text, CarrelDays *weekday)
{
  const Words *words = get_words ();

  if (text == NULL || !g_regex_match (words->any_day, text, 0, NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *name = NULL;

      if (!g_regex_match (words->days[i], text, 0, &match))
        continue;
      name = g_match_info_fetch (match, 1);
      *weekday = find_day (&languages[i], name);
      return *weekday != CARREL_DAY_NONE;
    }
  return FALSE;
}

/**
 * carrel_schedule_words_list_due:
 * @text: (nullable): what a cell says about homework
 *
 * Finds the parts that name a deadline; "HW1 due / HW2 out" has one.
 *
 * Returns: (transfer full): the parts, without spaces around them
 */
GStrv
carrel_schedule_words_list_due (const char *text)
{
  const Words *words = get_words ();
  g_autoptr (GStrvBuilder) due = g_strv_builder_new ();
  g_auto (GStrv) pieces = NULL;

  if (text == NULL || !g_regex_match (words->due, text, 0, NULL))
    return g_strv_builder_end (due);
  pieces = g_regex_split_simple ("[/,;\n／，、；]", text, 0, 0);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (g_regex_match (words->due, pieces[i], 0, NULL))
      g_strv_builder_add (due, g_strstrip (pieces[i]));
  return g_strv_builder_end (due);
}
