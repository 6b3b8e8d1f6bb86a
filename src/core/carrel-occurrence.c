/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The life, order and names of occurrences. */
#define G_LOG_DOMAIN "carrel-occurrence"

#include "config.h"

#include "carrel-occurrence.h"

static const char *const kind_names[CARREL_N_OCCURRENCE_KINDS]
    = { "lecture", "recitation", "lab", "section", "exam", "other", "hours", "deadline", "break" };

static void
clear_occurrence (gpointer data)
{
  CarrelOccurrence *occurrence = data;

  carrel_record_unref (occurrence->course);
  carrel_record_unref (occurrence->fact);
  g_clear_pointer (&occurrence->row, carrel_record_unref);
  g_clear_pointer (&occurrence->change, carrel_record_unref);
  g_time_zone_unref (occurrence->zone);
  g_free (occurrence->own_title);
}

/**
 * carrel_occurrence_ref:
 * @occurrence: an occurrence
 *
 * Returns: (transfer full): @occurrence, with one more reference
 */
CarrelOccurrence *
carrel_occurrence_ref (CarrelOccurrence *occurrence)
{
  return g_rc_box_acquire (occurrence);
}

/**
 * carrel_occurrence_unref:
 * @occurrence: (transfer full): an occurrence made by a timetable
 *
 * Drops a reference; the last one frees it.
 */
void
carrel_occurrence_unref (CarrelOccurrence *occurrence)
{
  g_rc_box_release_full (occurrence, clear_occurrence);
}

/**
 * carrel_occurrence_compare:
 * @first: (type CarrelOccurrence): the address of a pointer to an occurrence
 * @second: (type CarrelOccurrence): the address of another
 *
 * Orders for g_ptr_array_sort(): by start, all-day ones first, then by end and by name of the fact,
 * so that the order never depends on the order of the courses.
 *
 * Returns: less than, equal to or greater than 0
 */
int
carrel_occurrence_compare (gconstpointer first, gconstpointer second)
{
  const CarrelOccurrence *one = *(const CarrelOccurrence *const *) first;
  const CarrelOccurrence *other = *(const CarrelOccurrence *const *) second;
  guint all_day = one->flags & CARREL_OCCURRENCE_ALL_DAY;
  guint other_all_day = other->flags & CARREL_OCCURRENCE_ALL_DAY;
  int order;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (all_day != other_all_day)
    return all_day != 0 ? -1 : 1;
  if (one->end != other->end)
    return one->end < other->end ? -1 : 1;
  order = g_strcmp0 (one->course->id, other->course->id);
  if (order == 0)
    order = g_strcmp0 (carrel_occurrence_get_fact_id (one), carrel_occurrence_get_fact_id (other));
  return order != 0 ? order : g_strcmp0 (one->title, other->title);
}

/**
 * carrel_occurrence_dup_id:
 * @occurrence: an occurrence
 *
 * Names an occurrence for done marks, reminders and RECURRENCE-ID: the fact and the date its rule
 * gives, so that moving it does not change its name.
 *
 * Returns: (transfer full): for example "meeting-lecture-mo-we/2024-01-24"
 */
char *
carrel_occurrence_dup_id (const CarrelOccurrence *occurrence)
{
  const char *fact_id = carrel_occurrence_get_fact_id (occurrence);
  g_autofree char *date = carrel_date_to_text (occurrence->rule_date);
  /* A break has no id: two may begin on the same day. */
  const char *title = fact_id == NULL ? occurrence->title : occurrence->own_title;
  g_autofree char *slug = title != NULL ? carrel_course_dup_slug (title) : NULL;

  if (fact_id == NULL)
    fact_id = carrel_occurrence_kind_get_name (occurrence->kind);
  if (slug == NULL)
    return g_strdup_printf ("%s/%s", fact_id, date);
  return g_strdup_printf ("%s/%s/%s", fact_id, date, slug);
}

/**
 * carrel_occurrence_get_fact_id:
 * @occurrence: an occurrence
 *
 * Returns: (transfer none) (nullable): the id of the fact it comes from; a break has none
 */
const char *
carrel_occurrence_get_fact_id (const CarrelOccurrence *occurrence)
{
  return carrel_record_get_id (occurrence->fact);
}

/**
 * carrel_occurrence_get_section:
 * @occurrence: an occurrence
 *
 * Returns: (transfer none) (nullable): which of several groups of students a meeting is for
 */
const char *
carrel_occurrence_get_section (const CarrelOccurrence *occurrence)
{
  if (((CarrelRecord *) occurrence->fact)->type != &carrel_meeting_type)
    return NULL;
  return ((CarrelMeeting *) occurrence->fact)->section;
}

/**
 * carrel_occurrence_get_segments:
 * @occurrence: an occurrence
 *
 * Returns: (transfer none) (nullable) (element-type CarrelSegment): the timed parts of a meeting;
 *   %NULL for what is no meeting
 */
GPtrArray *
carrel_occurrence_get_segments (const CarrelOccurrence *occurrence)
{
  if (((CarrelRecord *) occurrence->fact)->type != &carrel_meeting_type)
    return NULL;
  return ((CarrelMeeting *) occurrence->fact)->segments;
}

/**
 * carrel_occurrence_is_on:
 * @occurrence: an occurrence
 * @now: seconds UTC
 *
 * Returns: whether it is going on, and not cancelled
 */
gboolean
carrel_occurrence_is_on (const CarrelOccurrence *occurrence, gint64 now)
{
  return (occurrence->flags & CARREL_OCCURRENCE_CANCELLED) == 0 && occurrence->start <= now
         && now < occurrence->end;
}

/**
 * carrel_occurrence_kind_from_name:
 * @name: (nullable): "lecture", …, "hours", "deadline", "break"; a course pack also says "due"
 *
 * Returns: the kind; %CARREL_OCCURRENCE_OTHER for any other name
 */
CarrelOccurrenceKind
carrel_occurrence_kind_from_name (const char *name)
{
  if (g_strcmp0 (name, "due") == 0)
    return CARREL_OCCURRENCE_DEADLINE;
  for (guint i = 0; i < CARREL_N_OCCURRENCE_KINDS; i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      return (CarrelOccurrenceKind) (1u << i);
  return CARREL_OCCURRENCE_OTHER;
}

/**
 * carrel_occurrence_kind_get_name:
 * @kind: one kind
 *
 * Returns: (transfer none): its name in English, for files and style classes
 */
const char *
carrel_occurrence_kind_get_name (CarrelOccurrenceKind kind)
{
  return kind_names[g_bit_nth_lsf (kind, -1)];
}
