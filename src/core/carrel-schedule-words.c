/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Recognises days that follow another day's schedule, and deadlines in a cell about homework. */
#define G_LOG_DOMAIN "carrel-schedule-words"

#include "config.h"

#include "carrel-schedule-words.h"

static const char *const weekday_names[CARREL_N_DAYS + 1]
    = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", NULL };

static GRegex *
get_follows_regex (void)
{
  static gsize regex = 0;

  if (g_once_init_enter (&regex))
    {
      g_autofree char *names = g_strjoinv ("|", (char **) weekday_names);
      g_autofree char *pattern = g_strdup_printf (
          "\\b(%s)(?:['’]?s['’]?)?\\s+(?:class\\s+)?(?:schedule|timetable)\\b", names);

      g_once_init_leave (&regex, (gsize) g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL));
    }
  return (GRegex *) regex;
}

static GRegex *
get_due_regex (void)
{
  static gsize regex = 0;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       (gsize) g_regex_new ("\\b(due|deadline)\\b", G_REGEX_CASELESS, 0, NULL));
  return (GRegex *) regex;
}

/**
 * carrel_schedule_words_follow:
 * @text: (nullable): the words of a break or of a row
 * @weekday: (out): the day that is followed; untouched when none is
 *
 * Recognises "follows a Monday schedule", "Monday schedule", "classes run on a Thursday timetable".
 *
 * Returns: whether @text says so
 */
gboolean
carrel_schedule_words_follow (const char *text, CarrelDays *weekday)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;

  if (text == NULL || !g_regex_match (get_follows_regex (), text, 0, &match))
    return FALSE;
  name = g_match_info_fetch (match, 1);
  for (guint i = 0; i < CARREL_N_DAYS; i++)
    if (g_ascii_strcasecmp (name, weekday_names[i]) == 0)
      *weekday = carrel_day_from_index (i);
  return TRUE;
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
  g_autoptr (GStrvBuilder) due = g_strv_builder_new ();
  g_auto (GStrv) pieces = NULL;

  if (text == NULL || !g_regex_match (get_due_regex (), text, 0, NULL))
    return g_strv_builder_end (due);
  pieces = g_strsplit_set (text, "/,;\n", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (g_regex_match (get_due_regex (), pieces[i], 0, NULL))
      g_strv_builder_add (due, g_strstrip (pieces[i]));
  return g_strv_builder_end (due);
}
