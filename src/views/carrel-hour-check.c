/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares the rooms and people that are taken twice now with those that would be. */
#define G_LOG_DOMAIN "carrel-hour-check"

#include "config.h"

#include "carrel-hour-check.h"

#include <glib/gi18n.h>

#define CHECKED_DAYS 140 /* a term */
#define MAX_SAID     3

static void
add_clashes (GPtrArray *occurrences,
             CarrelClashKind kind,
             const CarrelFormatContext *context,
             GPtrArray *found)
{
  g_autoptr (GArray) clashes = carrel_clash_find (occurrences, kind);

  for (guint i = 0; i < clashes->len; i++)
    {
      char *text = carrel_format_clash (&g_array_index (clashes, CarrelClash, i), context);

      if (g_ptr_array_find_with_equal_func (found, text, g_str_equal, NULL))
        g_free (text);
      else
        g_ptr_array_add (found, text);
    }
}

static GPtrArray *
list_clashes (CarrelCourse *course, gint64 from, const CarrelFormatContext *context)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (CarrelTimetable) timetable = NULL;
  g_autoptr (GPtrArray) occurrences = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, context->zone);
  occurrences = carrel_timetable_list (
      timetable, from, from + CHECKED_DAYS * G_GINT64_CONSTANT (86400), CARREL_OCCURRENCE_ALL);
  add_clashes (occurrences, CARREL_CLASH_ROOM, context, found);
  add_clashes (occurrences, CARREL_CLASH_PERSON, context, found);
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
      /* Translators: %s names two events that want one room or one person at the same time */
      g_ptr_array_add (texts, g_strdup_printf (_ ("Taken twice: %s."),
                                               (const char *) g_ptr_array_index (found, i)));
  if (texts->len == 0)
    return NULL;
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **) texts->pdata);
}
