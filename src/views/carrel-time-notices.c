/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Notices of the views of time, as whole sentences. */
#define G_LOG_DOMAIN "carrel-time-notices"

#include "config.h"

#include "carrel-time-notices.h"

#include <glib/gi18n.h>

#define MAX_CLASHES  3
#define COVERED_DAYS 14

static void
add_clashes (const CarrelViewTime *time,
             GPtrArray *occurrences,
             CarrelClashKind kind,
             GPtrArray *notices)
{
  g_autoptr (GArray) clashes = carrel_clash_find (occurrences, kind);
  guint n_said = 0;

  for (guint i = 0; i < clashes->len && n_said < MAX_CLASHES; i++)
    {
      g_autofree char *text
          = carrel_format_clash (&g_array_index (clashes, CarrelClash, i), &time->read);
      /* Translators: %s names two events that overlap */
      char *notice = g_strdup_printf (_ ("Clash: %s."), text);

      if (g_ptr_array_find_with_equal_func (notices, notice, g_str_equal, NULL))
        {
          g_free (notice);
          continue;
        }
      g_ptr_array_add (notices, notice);
      n_said++;
    }
}

static void
add_term_notice (const CarrelViewTime *time, GPtrArray *notices)
{
  CarrelDate first, last;
  g_autofree char *date = NULL;

  if (!carrel_view_time_get_term (time, &first, &last))
    return;
  if (carrel_date_compare (time->today, first) < 0)
    {
      date = carrel_format_date (first, time->today);
      /* Translators: %s is a date */
      g_ptr_array_add (notices, g_strdup_printf (_ ("The term begins on %s."), date));
    }
  else if (carrel_date_compare (time->today, last) > 0)
    {
      date = carrel_format_date (last, time->today);
      /* Translators: %s is a date */
      g_ptr_array_add (notices, g_strdup_printf (_ ("The term ended on %s."), date));
    }
}

static void
add_open_questions (GPtrArray *occurrences, GPtrArray *notices)
{
  guint flags = 0;

  for (guint i = 0; i < occurrences->len; i++)
    flags |= ((CarrelOccurrence *) g_ptr_array_index (occurrences, i))->flags;
  if ((flags & CARREL_OCCURRENCE_UNBOUNDED) != 0)
    g_ptr_array_add (notices, g_strdup (_ ("The course does not say when its term begins and ends, "
                                           "so weekly times are shown for every week.")));
  if ((flags & CARREL_OCCURRENCE_FLOATING) != 0)
    g_ptr_array_add (notices,
                     g_strdup (_ ("The course does not say its time zone, so its times are "
                                  "taken as those of this computer.")));
}

/**
 * carrel_time_notices_list:
 * @time: the state of time of a view
 * @occurrences: (element-type CarrelOccurrence): what is shown, in time order
 * @clashes: what must not happen twice
 *
 * Returns: (transfer full): the notices, translated; none is an empty list
 */
GStrv
carrel_time_notices_list (const CarrelViewTime *time,
                          GPtrArray *occurrences,
                          CarrelClashKind clashes)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);

  add_term_notice (time, notices);
  add_open_questions (occurrences, notices);
  add_clashes (time, occurrences, clashes, notices);
  g_ptr_array_add (notices, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&notices), FALSE);
}

/**
 * carrel_time_notices_add_uncovered:
 * @time: the state of time of a view
 * @notices: where the notices go
 *
 * Tells those who teach of deadlines in the next two weeks that have no office hours in the 24
 * hours before.
 */
void
carrel_time_notices_add_uncovered (const CarrelViewTime *time, GStrvBuilder *notices)
{
  gint64 now = time->read.now;
  g_autoptr (GPtrArray) all
      = carrel_timetable_list (time->timetable, now, now + COVERED_DAYS * G_GINT64_CONSTANT (86400),
                               CARREL_OCCURRENCE_DEADLINE | CARREL_OCCURRENCE_HOURS);
  g_autoptr (GPtrArray) uncovered = carrel_clash_list_uncovered (all, all);

  for (guint i = 0; i < uncovered->len; i++)
    {
      const CarrelOccurrence *deadline = g_ptr_array_index (uncovered, i);
      g_autofree char *title = carrel_format_occurrence_title (deadline);
      g_autofree char *date = carrel_format_date (deadline->date, time->today);
      /* Translators: an assignment and the date it is due */
      g_autofree char *text = g_strdup_printf (
          _ ("No office hours in the 24 hours before %s is due on %s."), title, date);

      if (deadline->end > now)
        g_strv_builder_add (notices, text);
    }
}
