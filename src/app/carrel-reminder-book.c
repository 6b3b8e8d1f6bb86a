/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads all courses: reading them once a minute would keep a laptop awake. */
#define G_LOG_DOMAIN "carrel-reminder-book"

#include "config.h"

#include "carrel-reminder-book.h"

#include "carrel-store-courses.h"

static void
free_page (gpointer data)
{
  CarrelReminderPage *page = data;

  g_free (page->id);
  g_clear_pointer (&page->timetable, carrel_timetable_unref);
  g_clear_pointer (&page->reminders, g_ptr_array_unref);
  g_clear_pointer (&page->own_dates, g_hash_table_unref);
  g_clear_pointer (&page->done, g_hash_table_unref);
  g_free (page);
}

static gboolean
load_page (CarrelReminderPage *page, CarrelStore *store, GTimeZone *zone, GError **error)
{
  g_autoptr (CarrelCourse) course = carrel_store_load_course (store, page->id, error);
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();

  if (course == NULL)
    return FALSE;
  g_ptr_array_add (courses, course);
  page->timetable = carrel_timetable_new (courses, zone);
  page->reminders = carrel_store_list_reminders (store, page->id, error);
  if (page->reminders == NULL)
    return FALSE;
  page->own_dates = carrel_store_list_personal_dates (store, page->id, error);
  if (page->own_dates == NULL)
    return FALSE;
  page->done = carrel_store_list_done (store, page->id, error);
  return page->done != NULL;
}

/**
 * carrel_reminder_book_new:
 * @store: a store
 * @zone: the viewer's zone
 * @error: set when a course cannot be read
 *
 * Returns: (transfer full) (nullable): the book
 */
CarrelReminderBook *
carrel_reminder_book_new (CarrelStore *store, GTimeZone *zone, GError **error)
{
  GListModel *courses = carrel_store_get_courses (store);
  g_autoptr (CarrelReminderBook) self = g_new0 (CarrelReminderBook, 1);

  self->pages = g_ptr_array_new_with_free_func (free_page);
  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (courses, i);
      CarrelReminderPage *page = g_new0 (CarrelReminderPage, 1);

      page->id = g_strdup (carrel_course_item_get_id (item));
      g_ptr_array_add (self->pages, page);
      if (!load_page (page, store, zone, error))
        return NULL;
      for (guint j = 0; j < page->reminders->len; j++)
        self->longest_lead
            = MAX (self->longest_lead,
                   ((const CarrelReminder *) g_ptr_array_index (page->reminders, j))->lead);
    }
  return g_steal_pointer (&self);
}

/**
 * carrel_reminder_book_free:
 * @self: (transfer full): a book
 *
 * Frees it.
 */
void
carrel_reminder_book_free (CarrelReminderBook *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self);
}
