/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is hidden is kept and not what is shown, so that a new course is seen. */
#define G_LOG_DOMAIN "carrel-schedule-filter"

#include "config.h"

#include "carrel-schedule-filter.h"

#include <glib/gi18n.h>

const CarrelScheduleKind carrel_schedule_filter_kinds[] = {
  { "classes", N_ ("Classes"), CARREL_OCCURRENCE_MEETINGS & ~CARREL_OCCURRENCE_EXAM },
  { "hours", N_ ("Office hours"), CARREL_OCCURRENCE_HOURS },
  { "deadlines", N_ ("Deadlines"), CARREL_OCCURRENCE_DEADLINE },
  { "exams", N_ ("Exams"), CARREL_OCCURRENCE_EXAM },
  { "breaks", N_ ("Breaks"), CARREL_OCCURRENCE_BREAK },
  { NULL, NULL, 0 },
};

static CarrelOccurrenceKind
get_kinds (GSettings *settings)
{
  g_auto (GStrv) hidden = g_settings_get_strv (settings, CARREL_SCHEDULE_FILTER_KINDS);
  guint kinds = CARREL_OCCURRENCE_ALL;

  for (const CarrelScheduleKind *kind = carrel_schedule_filter_kinds; kind->id != NULL; kind++)
    if (g_strv_contains ((const char *const *) hidden, kind->id))
      kinds &= ~(guint) kind->kinds;
  return (CarrelOccurrenceKind) kinds;
}

/* With one course there is nothing to choose from: it was chosen at the top of the window. */
static GStrv
dup_hidden_courses (GSettings *settings, const CarrelViewTime *time)
{
  if (time->courses->len < 2)
    return g_new0 (char *, 1);
  return g_settings_get_strv (settings, CARREL_SCHEDULE_FILTER_COURSES);
}

static gboolean
is_hidden (const char *const *hidden, const char *course_id)
{
  return course_id != NULL && g_strv_contains (hidden, course_id);
}

/**
 * carrel_schedule_filter_is_shown:
 * @settings: the settings
 * @key: %CARREL_SCHEDULE_FILTER_KINDS or %CARREL_SCHEDULE_FILTER_COURSES
 * @id: of a kind or of a course
 *
 * Returns: whether it is shown
 */
gboolean
carrel_schedule_filter_is_shown (GSettings *settings, const char *key, const char *id)
{
  g_auto (GStrv) hidden = g_settings_get_strv (settings, key);

  return !g_strv_contains ((const char *const *) hidden, id);
}

/**
 * carrel_schedule_filter_show:
 * @settings: the settings
 * @key: %CARREL_SCHEDULE_FILTER_KINDS or %CARREL_SCHEDULE_FILTER_COURSES
 * @id: of a kind or of a course
 * @is_shown: whether it is shown from now on
 *
 * Shows or hides a kind or a course.
 */
void
carrel_schedule_filter_show (GSettings *settings,
                             const char *key,
                             const char *id,
                             gboolean is_shown)
{
  g_auto (GStrv) hidden = g_settings_get_strv (settings, key);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; hidden[i] != NULL; i++)
    if (!g_str_equal (hidden[i], id))
      g_ptr_array_add (ids, hidden[i]);
  if (!is_shown)
    g_ptr_array_add (ids, (gpointer) id);
  g_ptr_array_add (ids, NULL);
  g_settings_set_strv (settings, key, (const char *const *) ids->pdata);
}

/**
 * carrel_schedule_filter_clear:
 * @settings: the settings
 *
 * Shows everything.
 */
void
carrel_schedule_filter_clear (GSettings *settings)
{
  g_settings_reset (settings, CARREL_SCHEDULE_FILTER_KINDS);
  g_settings_reset (settings, CARREL_SCHEDULE_FILTER_COURSES);
}

/**
 * carrel_schedule_filter_count_hidden:
 * @settings: the settings
 * @time: the state of time of a view
 *
 * Returns: how many kinds and courses of the view are hidden
 */
guint
carrel_schedule_filter_count_hidden (GSettings *settings, const CarrelViewTime *time)
{
  g_auto (GStrv) hidden = dup_hidden_courses (settings, time);
  CarrelOccurrenceKind kinds = get_kinds (settings);
  guint n_hidden = 0;

  for (const CarrelScheduleKind *kind = carrel_schedule_filter_kinds; kind->id != NULL; kind++)
    n_hidden += (kinds & kind->kinds) == 0 ? 1 : 0;
  for (guint i = 0; i < time->courses->len; i++)
    n_hidden += is_hidden ((const char *const *) hidden,
                           ((const CarrelCourse *) g_ptr_array_index (time->courses, i))->id)
                    ? 1
                    : 0;
  return n_hidden;
}

/**
 * carrel_schedule_filter_format:
 * @settings: the settings
 * @time: the state of time of a view
 *
 * Returns: (transfer full): the filter in words
 */
char *
carrel_schedule_filter_format (GSettings *settings, const CarrelViewTime *time)
{
  guint n_hidden = carrel_schedule_filter_count_hidden (settings, time);

  if (n_hidden == 0)
    return g_strdup (_ ("Filter: everything"));
  /* Translators: how many kinds of events and courses are not shown */
  return g_strdup_printf (ngettext ("Filter: %u hidden", "Filter: %u hidden", n_hidden), n_hidden);
}

/**
 * carrel_schedule_filter_list:
 * @settings: the settings
 * @time: the state of time of a view
 * @first: a day
 * @end: the day after the last
 *
 * Returns: (transfer full) (element-type CarrelOccurrence): what is on and is shown, in time order
 */
GPtrArray *
carrel_schedule_filter_list (GSettings *settings,
                             const CarrelViewTime *time,
                             CarrelDate first,
                             CarrelDate end)
{
  g_auto (GStrv) hidden = dup_hidden_courses (settings, time);
  GPtrArray *found
      = carrel_timetable_list_days (time->timetable, time->zone, first, end, get_kinds (settings));

  for (guint i = found->len; hidden[0] != NULL && i > 0; i--)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (found, i - 1);

      if (is_hidden ((const char *const *) hidden, occurrence->course->id))
        g_ptr_array_remove_index (found, i - 1);
    }
  return found;
}
