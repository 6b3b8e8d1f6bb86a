/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares occurrences in time: overlaps, free time, and hours back to back. */
#define G_LOG_DOMAIN "carrel-clash"

#include "config.h"

#include "carrel-clash.h"

#include "carrel-course.h"

#define CARREL_CLASH_IGNORED_FLAGS (CARREL_OCCURRENCE_CANCELLED | CARREL_OCCURRENCE_ALL_DAY)

static gboolean
counts (const CarrelOccurrence *occurrence)
{
  return (occurrence->flags & CARREL_CLASH_IGNORED_FLAGS) == 0
         && occurrence->start < occurrence->end;
}

static gboolean
overlap (const CarrelOccurrence *first, const CarrelOccurrence *second)
{
  return first->start < second->end && second->start < first->end;
}

/* Compares two names as people read them: without case and punctuation. */
static gboolean
are_same_words (const char *one, const char *other)
{
  g_autofree char *one_slug = NULL;
  g_autofree char *other_slug = NULL;

  if (one == NULL || other == NULL)
    return FALSE;
  one_slug = carrel_course_dup_slug (one);
  other_slug = carrel_course_dup_slug (other);
  return *one_slug != '\0' && g_str_equal (one_slug, other_slug);
}

/* A place that two can share at once. */
static gboolean
is_online (const CarrelOccurrence *occurrence)
{
  return g_strcmp0 (occurrence->mode, "online") == 0
         || are_same_words (occurrence->location, "zoom")
         || are_same_words (occurrence->location, "online");
}

static gboolean
is_clash (const CarrelOccurrence *first, const CarrelOccurrence *second, CarrelClashKind kind)
{
  switch (kind)
    {
    case CARREL_CLASH_ROOM:
      return !is_online (first) && are_same_words (first->location, second->location);
    case CARREL_CLASH_PERSON:
      return are_same_words (first->person, second->person);
    case CARREL_CLASH_ANY:
    default:
      /* Nobody has to be at two office hours; they are an offer. */
      return first->kind != CARREL_OCCURRENCE_HOURS && second->kind != CARREL_OCCURRENCE_HOURS;
    }
}

static gboolean
are_back_to_back (const CarrelOccurrence *first, const CarrelOccurrence *second)
{
  return counts (first) && counts (second) && first->end == second->start
         && first->course == second->course && g_strcmp0 (first->location, second->location) == 0;
}

/**
 * carrel_clash_find:
 * @occurrences: (element-type CarrelOccurrence): occurrences in time order
 * @kind: what must not happen twice
 *
 * Finds the pairs that overlap in time. Cancelled and all-day occurrences and office hours (unless
 * a room or a person is asked about) never clash.
 *
 * Returns: (transfer full) (element-type CarrelClash): the pairs, which borrow from @occurrences
 */
GArray *
carrel_clash_find (GPtrArray *occurrences, CarrelClashKind kind)
{
  GArray *clashes = g_array_new (FALSE, FALSE, sizeof (CarrelClash));

  for (guint i = 0; i < occurrences->len; i++)
    {
      CarrelOccurrence *first = g_ptr_array_index (occurrences, i);

      for (guint j = i + 1; j < occurrences->len; j++)
        {
          CarrelOccurrence *second = g_ptr_array_index (occurrences, j);
          CarrelClash clash = { first, second };

          if (second->start >= first->end)
            break;
          if (counts (first) && counts (second) && is_clash (first, second, kind))
            g_array_append_val (clashes, clash);
        }
    }
  return clashes;
}

/**
 * carrel_clash_list_free:
 * @hours: (element-type CarrelOccurrence): office hours in time order
 * @busy: (element-type CarrelOccurrence): what one has to be at
 *
 * Lists the hours that overlap nothing one has to be at; other office hours in @busy do not count.
 *
 * Returns: (transfer full) (element-type CarrelOccurrence): the hours that fit, in order
 */
GPtrArray *
carrel_clash_list_free (GPtrArray *hours, GPtrArray *busy)
{
  GPtrArray *free_hours = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_occurrence_unref);

  for (guint i = 0; i < hours->len; i++)
    {
      CarrelOccurrence *hour = g_ptr_array_index (hours, i);
      gboolean is_free = (hour->flags & CARREL_OCCURRENCE_CANCELLED) == 0;

      for (guint j = 0; is_free && j < busy->len; j++)
        {
          const CarrelOccurrence *other = g_ptr_array_index (busy, j);

          is_free
              = other->kind == CARREL_OCCURRENCE_HOURS || !counts (other) || !overlap (hour, other);
        }
      if (is_free)
        g_ptr_array_add (free_hours, carrel_occurrence_ref (hour));
    }
  return free_hours;
}

/**
 * carrel_clash_list_runs:
 * @hours: (element-type CarrelOccurrence): office hours in time order
 *
 * Joins hours that follow each other in one room without a gap: one run, in which one person hands
 * over to the next.
 *
 * Returns: (transfer full) (element-type GPtrArray): the runs, each an array of CarrelOccurrence in
 *   order; an hour that stands alone is a run of one
 */
GPtrArray *
carrel_clash_list_runs (GPtrArray *hours)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < hours->len; i++)
    {
      CarrelOccurrence *hour = g_ptr_array_index (hours, i);
      GPtrArray *run = NULL;

      for (guint j = runs->len; run == NULL && j > 0; j--)
        {
          GPtrArray *other = g_ptr_array_index (runs, j - 1);

          if (are_back_to_back (g_ptr_array_index (other, other->len - 1), hour))
            run = other;
        }
      if (run == NULL)
        {
          run = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_occurrence_unref);
          g_ptr_array_add (runs, run);
        }
      g_ptr_array_add (run, carrel_occurrence_ref (hour));
    }
  return runs;
}

/**
 * carrel_clash_list_uncovered:
 * @deadlines: (element-type CarrelOccurrence): deadlines
 * @hours: (element-type CarrelOccurrence): office hours of at least the day before each
 *
 * Finds the deadlines before which nobody can be asked: no hour in the 24 hours before.
 *
 * Returns: (transfer full) (element-type CarrelOccurrence): these deadlines, in order
 */
GPtrArray *
carrel_clash_list_uncovered (GPtrArray *deadlines, GPtrArray *hours)
{
  GPtrArray *uncovered = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_occurrence_unref);

  for (guint i = 0; i < deadlines->len; i++)
    {
      CarrelOccurrence *deadline = g_ptr_array_index (deadlines, i);
      gboolean is_covered = deadline->kind != CARREL_OCCURRENCE_DEADLINE;

      for (guint j = 0; !is_covered && j < hours->len; j++)
        {
          const CarrelOccurrence *hour = g_ptr_array_index (hours, j);

          is_covered = hour->kind == CARREL_OCCURRENCE_HOURS && counts (hour)
                       && hour->start < deadline->end
                       && hour->end > deadline->end - G_GINT64_CONSTANT (86400);
        }
      if (!is_covered)
        g_ptr_array_add (uncovered, carrel_occurrence_ref (deadline));
    }
  return uncovered;
}
