/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads the marks of all courses of a view, and says them in the words of a row. */
#define G_LOG_DOMAIN "carrel-view-marks"

#include "config.h"

#include "carrel-view-marks.h"

#include <glib/gi18n.h>

/* The marks of one course. */
typedef struct
{
  GHashTable *done;  /* set of ids of facts */
  GHashTable *dates; /* of ids of facts to CarrelPersonalDate */
  GPtrArray *reminders;
} Marks;

struct _CarrelViewMarks
{
  GHashTable *courses; /* of ids of courses to Marks */
};

static void
free_marks (gpointer data)
{
  Marks *marks = data;

  g_clear_pointer (&marks->done, g_hash_table_unref);
  g_clear_pointer (&marks->dates, g_hash_table_unref);
  g_clear_pointer (&marks->reminders, g_ptr_array_unref);
  g_free (marks);
}

static Marks *
load_marks (CarrelView *view, const char *course_id)
{
  CarrelStore *store = carrel_view_get_store (view);
  Marks *marks = g_new0 (Marks, 1);
  g_autoptr (GError) error = NULL;

  marks->done = carrel_store_list_done (store, course_id, &error);
  if (error == NULL)
    marks->dates = carrel_store_list_personal_dates (store, course_id, &error);
  if (error == NULL)
    marks->reminders = carrel_store_list_reminders (store, course_id, &error);
  carrel_view_report (view, error);
  return marks;
}

static const Marks *
find_marks (CarrelViewMarks *self, const CarrelOccurrence *occurrence)
{
  return occurrence->course->id != NULL
             ? g_hash_table_lookup (self->courses, occurrence->course->id)
             : NULL;
}

/* The last day on which late work is taken at all, where the course says so in whole days. */
static char *
format_late_date (const CarrelOccurrence *occurrence, CarrelDate today)
{
  const CarrelLatePolicy *policy = occurrence->course->late_policy;
  const char *text = policy == NULL                  ? NULL
                     : policy->max_days_late != NULL ? policy->max_days_late
                                                     : policy->max_per_assignment;
  g_autofree char *date = NULL;
  gint64 days = 0;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, 1, 60, &days, NULL))
    return NULL;
  date = carrel_format_date_short (carrel_date_add_days (occurrence->date, (int) days), today);
  /* Translators: %s is a date, as in "14 Feb"; late work may have a penalty */
  return g_strdup_printf (_ ("late until %s"), date);
}

static char *
format_own_date (const CarrelPersonalDate *own, CarrelDate today)
{
  g_autofree char *date = carrel_format_date_short (own->date, today);
  g_autofree char *relative = carrel_format_relative_day (own->date, today);

  /* Translators: a date that the reader has agreed on, and how far away it is */
  return g_strdup_printf (_ ("your date: %s, %s"), date, relative);
}

/**
 * carrel_view_marks_new:
 * @view: a view
 * @time: its state of time
 *
 * Loads the marks of the courses that @view shows.
 *
 * Returns: (transfer full): the marks
 */
CarrelViewMarks *
carrel_view_marks_new (CarrelView *view, const CarrelViewTime *time)
{
  CarrelViewMarks *self = g_new0 (CarrelViewMarks, 1);

  self->courses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_marks);
  for (guint i = 0; i < time->courses->len; i++)
    {
      const CarrelCourse *course = g_ptr_array_index (time->courses, i);

      if (course->id != NULL)
        g_hash_table_insert (self->courses, g_strdup (course->id), load_marks (view, course->id));
    }
  return self;
}

/**
 * carrel_view_marks_free:
 * @self: (transfer full): marks
 *
 * Frees marks.
 */
void
carrel_view_marks_free (CarrelViewMarks *self)
{
  g_hash_table_unref (self->courses);
  g_free (self);
}

/**
 * carrel_view_marks_get_flags:
 * @self: marks
 * @occurrence: what may be marked
 *
 * Returns: which marks it has
 */
CarrelMarkFlags
carrel_view_marks_get_flags (CarrelViewMarks *self, const CarrelOccurrence *occurrence)
{
  const Marks *marks = find_marks (self, occurrence);
  const char *id = carrel_occurrence_get_fact_id (occurrence);
  guint flags = 0;

  if (marks == NULL || id == NULL)
    return (CarrelMarkFlags) 0;
  if (marks->done != NULL && g_hash_table_contains (marks->done, id))
    flags |= CARREL_MARK_DONE;
  if (carrel_view_marks_find_date (self, occurrence) != NULL)
    flags |= CARREL_MARK_OWN_DATE;
  if (carrel_view_marks_find_reminder (self, occurrence) != NULL)
    flags |= CARREL_MARK_REMINDED;
  return (CarrelMarkFlags) flags;
}

/**
 * carrel_view_marks_find_reminder:
 * @self: marks
 * @occurrence: what may have a reminder
 *
 * Returns: (transfer none) (nullable): its reminder
 */
const CarrelReminder *
carrel_view_marks_find_reminder (CarrelViewMarks *self, const CarrelOccurrence *occurrence)
{
  const Marks *marks = find_marks (self, occurrence);
  const char *id = carrel_occurrence_get_fact_id (occurrence);

  for (guint i = 0; marks != NULL && marks->reminders != NULL && i < marks->reminders->len; i++)
    {
      const CarrelReminder *reminder = g_ptr_array_index (marks->reminders, i);

      if (g_strcmp0 (reminder->fact, id) == 0)
        return reminder;
    }
  return NULL;
}

/**
 * carrel_view_marks_find_date:
 * @self: marks
 * @occurrence: a deadline
 *
 * Returns: (transfer none) (nullable): the reader's own date for it
 */
const CarrelPersonalDate *
carrel_view_marks_find_date (CarrelViewMarks *self, const CarrelOccurrence *occurrence)
{
  const Marks *marks = find_marks (self, occurrence);
  const char *id = carrel_occurrence_get_fact_id (occurrence);

  return marks != NULL && marks->dates != NULL && id != NULL
             ? g_hash_table_lookup (marks->dates, id)
             : NULL;
}

/**
 * carrel_view_marks_get_done:
 * @self: marks
 * @course_id: a course
 *
 * Returns: (transfer none) (nullable): the set of the ids of its facts that are done
 */
GHashTable *
carrel_view_marks_get_done (CarrelViewMarks *self, const char *course_id)
{
  const Marks *marks = course_id != NULL ? g_hash_table_lookup (self->courses, course_id) : NULL;

  return marks != NULL ? marks->done : NULL;
}

/**
 * carrel_view_marks_format:
 * @self: marks
 * @occurrence: what may be marked
 * @time: the state of time of the view
 *
 * Says the marks, and for a deadline the last day on which the course takes late work.
 *
 * Returns: (transfer full) (nullable): words for its row; %NULL when there is nothing to say
 */
char *
carrel_view_marks_format (CarrelViewMarks *self,
                          const CarrelOccurrence *occurrence,
                          const CarrelViewTime *time)
{
  CarrelMarkFlags flags = carrel_view_marks_get_flags (self, occurrence);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *late = NULL;

  if ((flags & CARREL_MARK_DONE) != 0)
    g_ptr_array_add (parts, g_strdup (C_ ("deadline", "done")));
  if ((flags & CARREL_MARK_OWN_DATE) != 0)
    g_ptr_array_add (parts,
                     format_own_date (carrel_view_marks_find_date (self, occurrence), time->today));
  if (occurrence->kind == CARREL_OCCURRENCE_DEADLINE && (flags & CARREL_MARK_DONE) == 0)
    late = format_late_date (occurrence, time->today);
  if (late != NULL)
    g_ptr_array_add (parts, late);
  if ((flags & CARREL_MARK_REMINDED) != 0)
    g_ptr_array_add (parts, g_strdup (_ ("reminder set")));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_ ("line", ", "), (char **) parts->pdata);
}
