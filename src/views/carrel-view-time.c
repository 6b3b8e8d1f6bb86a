/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads the courses of a view and reads the settings of time, once for all its parts. */
#define G_LOG_DOMAIN "carrel-view-time"

#include "config.h"

#include "carrel-view-time.h"

#include "carrel-store-courses.h"
#include "carrel-zone.h"

#include <glib/gi18n.h>

#define FACT_DAYS 200 /* how far away a fact is looked for */

static void
add_course (CarrelView *view, GPtrArray *courses, const char *course_id)
{
  g_autoptr (GError) error = NULL;
  CarrelCourse *course = carrel_store_load_course (carrel_view_get_store (view), course_id, &error);

  if (course != NULL)
    g_ptr_array_add (courses, course);
  else
    carrel_view_report (view, error);
}

static GPtrArray *
load_courses (CarrelView *view)
{
  GPtrArray *courses = g_ptr_array_new_with_free_func (carrel_record_unref);
  GListModel *all = carrel_store_get_courses (carrel_view_get_store (view));
  const char *course_id = carrel_view_get_course_id (view);

  if (course_id != NULL)
    {
      add_course (view, courses, course_id);
      return courses;
    }
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (all, i);

      add_course (view, courses, carrel_course_item_get_id (item));
    }
  return courses;
}

static GTimeZone *
dup_zone (CarrelView *view)
{
  g_autofree char *name = g_settings_get_string (carrel_view_get_settings (view), "time-zone");
  GTimeZone *zone = carrel_zone_find (name);

  return zone != NULL ? zone
                      : g_time_zone_ref (carrel_clock_get_zone (carrel_view_get_clock (view)));
}

static CarrelDays
get_first_day (CarrelView *view)
{
  static const struct
  {
    const char *name;
    CarrelDays day;
  } days[] = {
    { "monday", CARREL_MONDAY },
    { "sunday", CARREL_SUNDAY },
    { "saturday", CARREL_SATURDAY },
  };
  g_autofree char *name = g_settings_get_string (carrel_view_get_settings (view), "first-day");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_str_equal (name, days[i].name))
      return days[i].day;
  return carrel_format_get_first_day ();
}

/**
 * carrel_view_time_new:
 * @view: a view
 *
 * Loads what @view shows. A course that cannot be loaded is reported in the window and left out.
 *
 * Returns: (transfer full): the state of time of @view
 */
CarrelViewTime *
carrel_view_time_new (CarrelView *view)
{
  CarrelViewTime *self = g_new0 (CarrelViewTime, 1);

  self->courses = load_courses (view);
  self->zone = dup_zone (view);
  self->timetable = carrel_timetable_new (self->courses, self->zone);
  carrel_view_time_update (self, view);
  return self;
}

/**
 * carrel_view_time_free:
 * @self: (transfer full): the state of time of a view
 *
 * Frees it.
 */
void
carrel_view_time_free (CarrelViewTime *self)
{
  g_ptr_array_unref (self->courses);
  carrel_timetable_unref (self->timetable);
  g_time_zone_unref (self->zone);
  g_free (self);
}

/**
 * carrel_view_time_update:
 * @self: the state of time of @view
 * @view: the view
 *
 * Reads the clock again.
 */
void
carrel_view_time_update (CarrelViewTime *self, CarrelView *view)
{
  gboolean in_words = g_settings_get_boolean (carrel_view_get_settings (view), "numbers-in-words");
  g_autofree char *starts_with
      = g_settings_get_string (carrel_view_get_settings (view), "row-starts-with");

  self->read.now = carrel_clock_get_now (carrel_view_get_clock (view));
  self->read.zone = self->zone;
  self->read.flags = carrel_view_get_format (view);
  if (carrel_view_get_course_id (view) == NULL && self->courses->len > 1)
    self->read.flags |= CARREL_FORMAT_WITH_COURSE;
  self->heard = self->read;
  if (in_words)
    self->heard.flags |= CARREL_FORMAT_SPOKEN;
  if (g_str_equal (starts_with, "title"))
    self->heard.flags |= CARREL_FORMAT_TITLE_FIRST;
  self->today = carrel_zone_get_date (self->zone, self->read.now, NULL);
}

/**
 * carrel_view_time_get_midnight:
 * @self: the state of time of a view
 * @date: a date with a year
 *
 * Returns: the moment at which @date begins for the viewer, seconds UTC
 */
gint64
carrel_view_time_get_midnight (const CarrelViewTime *self, CarrelDate date)
{
  return carrel_zone_to_moment (self->zone, date, 0, NULL);
}

/**
 * carrel_view_time_get_week:
 * @self: the state of time of @view
 * @view: the view, for the setting of the first day of the week
 * @date: a date with a year
 *
 * Returns: the first day of the week of @date
 */
CarrelDate
carrel_view_time_get_week (const CarrelViewTime *self, CarrelView *view, CarrelDate date)
{
  int first = (int) carrel_day_get_index (get_first_day (view));
  int index = (int) carrel_day_get_index (carrel_date_get_weekday (date));

  return carrel_date_add_days (date, -((index - first + CARREL_N_DAYS) % CARREL_N_DAYS));
}

/**
 * carrel_view_time_get_term:
 * @self: the state of time of a view
 * @first: (out): the first day of the earliest term
 * @last: (out): the last day of the latest one
 *
 * Returns: whether all courses keep to a term
 */
gboolean
carrel_view_time_get_term (const CarrelViewTime *self, CarrelDate *first, CarrelDate *last)
{
  gint64 from, to;

  if (!carrel_timetable_get_term (self->timetable, &from, &to))
    return FALSE;
  *first = carrel_zone_get_date (self->zone, from, NULL);
  *last = carrel_zone_get_date (self->zone, to - 1, NULL);
  return TRUE;
}

/**
 * carrel_view_time_get_anchor:
 * @self: the state of time of a view
 *
 * Says which day to show first: today, or the day of the term that is nearest to it, so that a
 * course of another term is not an empty page.
 *
 * Returns: the date
 */
CarrelDate
carrel_view_time_get_anchor (const CarrelViewTime *self)
{
  CarrelDate first, last;

  if (!carrel_view_time_get_term (self, &first, &last))
    return self->today;
  if (carrel_date_compare (self->today, first) < 0)
    return first;
  return carrel_date_compare (self->today, last) > 0 ? last : self->today;
}

/**
 * carrel_view_time_format_week:
 * @self: the state of time of a view
 * @week: the first day of a week
 *
 * Returns: (transfer full): the week in words
 */
char *
carrel_view_time_format_week (const CarrelViewTime *self, CarrelDate week)
{
  g_autofree char *date = carrel_format_date_short (week, self->today);

  /* Translators: %s is the date of the first day of a week, as in "22 Jan" */
  return g_strdup_printf (_ ("Week of %s"), date);
}

/**
 * carrel_view_time_find_fact:
 * @self: the state of time of a view
 * @fact_id: the id of a meeting, an hour, a row or an item
 * @date: (out): a day on which it is on: the next one from the anchor on, or else the last one
 *
 * Looks for a fact around the anchor.
 *
 * Returns: whether it is on at all
 */
gboolean
carrel_view_time_find_fact (const CarrelViewTime *self, const char *fact_id, CarrelDate *date)
{
  CarrelDate anchor = carrel_view_time_get_anchor (self);
  g_autoptr (GPtrArray) found = carrel_timetable_list (
      self->timetable,
      carrel_view_time_get_midnight (self, carrel_date_add_days (anchor, -FACT_DAYS)),
      carrel_view_time_get_midnight (self, carrel_date_add_days (anchor, FACT_DAYS)),
      CARREL_OCCURRENCE_ALL);
  gboolean is_found = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (found, i);

      if (g_strcmp0 (carrel_occurrence_get_fact_id (occurrence), fact_id) != 0
          && (occurrence->row == NULL || g_strcmp0 (occurrence->row->id, fact_id) != 0))
        continue;
      *date = occurrence->date;
      if (carrel_date_compare (occurrence->date, anchor) >= 0)
        return TRUE;
      is_found = TRUE;
    }
  return is_found;
}
