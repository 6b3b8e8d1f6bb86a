/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares the rooms and people that are taken twice now with those that would be. */
#define G_LOG_DOMAIN "carrel-hour-check"

#include "config.h"

#include "carrel-hour-check.h"

#include <glib/gi18n.h>

#define CHECKED_DAYS 140 /* a term */
#define MAX_SAID     3

/* Says what is wanted twice, by which two, and when. */
static char *
dup_sentence (const CarrelClash *clash, CarrelClashKind kind, const char *pair)
{
  if (kind == CARREL_CLASH_ROOM)
    /* Translators: a room, and two events that want it at the same time */
    return g_strdup_printf (_ ("%1$s is taken twice: %2$s."), clash->second->location, pair);
  /* Translators: a person, and two events that both need the person at the same time */
  return g_strdup_printf (_ ("%1$s is needed twice: %2$s."), clash->second->person, pair);
}

/* One sentence for each pair of events. */
static void
add_clashes (GPtrArray *occurrences,
             CarrelClashKind kind,
             const CarrelFormatContext *context,
             GPtrArray *pairs,
             GPtrArray *found)
{
  g_autoptr (GArray) clashes = carrel_clash_find (occurrences, kind);

  for (guint i = 0; i < clashes->len; i++)
    {
      const CarrelClash *clash = &g_array_index (clashes, CarrelClash, i);
      char *pair = carrel_format_clash (clash, context);

      if (g_ptr_array_find_with_equal_func (pairs, pair, g_str_equal, NULL))
        g_free (pair);
      else
        {
          g_ptr_array_add (pairs, pair);
          g_ptr_array_add (found, dup_sentence (clash, kind, pair));
        }
    }
}

static GPtrArray *
list_clashes (CarrelCourse *course, gint64 from, const CarrelFormatContext *context)
{
  g_autoptr (CarrelTimetable) timetable = carrel_timetable_new_of_course (course, context->zone);
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  occurrences = carrel_timetable_list (
      timetable, from, from + CHECKED_DAYS * G_GINT64_CONSTANT (86400), CARREL_OCCURRENCE_ALL);
  add_clashes (occurrences, CARREL_CLASH_ROOM, context, pairs, found);
  add_clashes (occurrences, CARREL_CLASH_PERSON, context, pairs, found);
  return found;
}

/**
 * carrel_hour_check_find:
 * @before: a course
 * @after: the course as it would be
 * @from: seconds UTC; a term from there is looked at
 * @context: who is looking
 *
 * Finds rooms and people that would be wanted by two at once, and are not now.
 *
 * Returns: (transfer full) (nullable): sentences, translated; %NULL when there are none
 */
char *
carrel_hour_check_find (CarrelCourse *before,
                        CarrelCourse *after,
                        gint64 from,
                        const CarrelFormatContext *context)
{
  g_autoptr (GPtrArray) known = list_clashes (before, from, context);
  g_autoptr (GPtrArray) found = list_clashes (after, from, context);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < found->len && texts->len < MAX_SAID; i++)
    if (!g_ptr_array_find_with_equal_func (known, g_ptr_array_index (found, i), g_str_equal, NULL))
      g_ptr_array_add (texts, g_strdup (g_ptr_array_index (found, i)));
  if (texts->len == 0)
    return NULL;
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **) texts->pdata);
}
