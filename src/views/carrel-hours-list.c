/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares office hours with the meetings of all courses, and with each other. */
#define G_LOG_DOMAIN "carrel-hours-list"

#include "config.h"

#include "carrel-hours-list.h"

#include "carrel-store-courses.h"

#include <glib/gi18n.h>

/* What one has to be at, in all courses. */
static GPtrArray *
list_busy (CarrelView *view, GTimeZone *zone, gint64 from, gint64 to)
{
  CarrelStore *store = carrel_view_get_store (view);
  GListModel *all = carrel_store_get_courses (store);
  g_autoptr (GPtrArray) courses = g_ptr_array_new_with_free_func (carrel_record_unref);
  g_autoptr (CarrelTimetable) timetable = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (all, i);
      g_autoptr (GError) error = NULL;
      CarrelCourse *course
          = carrel_store_load_course (store, carrel_course_item_get_id (item), &error);

      if (course != NULL)
        g_ptr_array_add (courses, course);
      carrel_view_report (view, error);
    }
  timetable = carrel_timetable_new (courses, zone);
  return carrel_timetable_list (timetable, from, to, CARREL_OCCURRENCE_MEETINGS);
}

/**
 * carrel_hours_list_fitting:
 * @view: a view
 * @zone: the viewer's zone
 * @hours: (element-type CarrelOccurrence): office hours in time order
 * @from: the beginning of the time they are of, seconds UTC
 * @to: its end
 *
 * Returns: (transfer full) (element-type CarrelOccurrence): the hours that overlap no meeting of
 *   any course
 */
GPtrArray *
carrel_hours_list_fitting (
    CarrelView *view, GTimeZone *zone, GPtrArray *hours, gint64 from, gint64 to)
{
  g_autoptr (GPtrArray) busy = list_busy (view, zone, from, to);

  return carrel_clash_list_free (hours, busy);
}

static void
add_handovers (GPtrArray *run, GHashTable *handovers)
{
  for (guint i = 0; i + 1 < run->len; i++)
    {
      const CarrelOccurrence *hour = g_ptr_array_index (run, i);
      const CarrelOccurrence *next = g_ptr_array_index (run, i + 1);

      if (next->person != NULL)
        /* Translators: %s is a person who holds the next office hour in the same room */
        g_hash_table_insert (handovers, carrel_occurrence_dup_id (hour),
                             g_strdup_printf (_ ("then %s in the same room"), next->person));
    }
}

/**
 * carrel_hours_list_find_handovers:
 * @hours: (element-type CarrelOccurrence): office hours in time order
 * @handovers: (element-type utf8 utf8): where what is said goes, by the id of the occurrence; it is
 *   emptied first
 *
 * Says of each hour of a run in one room who comes next.
 */
void
carrel_hours_list_find_handovers (GPtrArray *hours, GHashTable *handovers)
{
  g_autoptr (GPtrArray) runs = carrel_clash_list_runs (hours);

  g_hash_table_remove_all (handovers);
  for (guint i = 0; i < runs->len; i++)
    add_handovers (g_ptr_array_index (runs, i), handovers);
}
