/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on whole courses. */
#define G_LOG_DOMAIN "carrel-store-courses"

#include "config.h"

#include "carrel-store-courses.h"

#include <glib/gi18n-lib.h>

#include "carrel-overlay.h"
#include "carrel-store-private.h"

/* Writes the places of all courses anew: from 0, in their order. */
static gboolean
write_order (CarrelStore *self, GStrv ids, GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", ids[i]),
                                         CARREL_BIND_INTEGER (":position", i),
                                         { NULL } };

      if (!carrel_store_write (self,
                               "UPDATE courses SET position = :position"
                               " WHERE id = :course AND position <> :position",
                               bindings, error))
        return FALSE;
    }
  return TRUE;
}

/* The ids of all courses with @course_id moved to @position. */
static GStrv
list_in_new_order (CarrelStore *self, const char *course_id, guint position)
{
  GListModel *courses = carrel_store_get_courses (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint n_courses = g_list_model_get_n_items (courses);

  for (guint i = 0; i < n_courses; i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (courses, i);

      if (!g_str_equal (carrel_course_item_get_id (item), course_id))
        g_ptr_array_add (ids, g_strdup (carrel_course_item_get_id (item)));
    }
  g_ptr_array_insert (ids, (int) MIN (position, ids->len), g_strdup (course_id));
  g_ptr_array_add (ids, NULL);
  return (GStrv) g_ptr_array_steal (ids, NULL);
}

/**
 * carrel_store_get_courses:
 * @self: a store
 *
 * Returns: (transfer none): a list of #CarrelCourseItem that stays up to date
 */
GListModel *
carrel_store_get_courses (CarrelStore *self)
{
  return G_LIST_MODEL (carrel_store_get_course_items (self));
}

/**
 * carrel_store_find_course:
 * @self: a store
 * @course_id: a course
 *
 * Returns: (transfer none) (nullable): its item in the list, good until the course changes
 */
CarrelCourseItem *
carrel_store_find_course (CarrelStore *self, const char *course_id)
{
  GListModel *courses = carrel_store_get_courses (self);
  guint n_courses = g_list_model_get_n_items (courses);

  for (guint i = 0; i < n_courses; i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (courses, i);

      if (g_str_equal (carrel_course_item_get_id (item), course_id))
        return item; /* the list holds it */
    }
  return NULL;
}

/**
 * carrel_store_load_course:
 * @self: a store
 * @course_id: a course
 * @error: where %CARREL_STORE_ERROR_NOT_FOUND or another error goes
 *
 * Reads what a course says now: its newest version, corrected, without answered questions. It is
 * read once and shared until it changes, so it must not be written to.
 *
 * Returns: (transfer full) (nullable): the course
 */
CarrelCourse *
carrel_store_load_course (CarrelStore *self, const char *course_id, GError **error)
{
  GHashTable *loaded = carrel_store_get_loaded (self);
  CarrelCourse *course = g_hash_table_lookup (loaded, course_id);

  if (course == NULL)
    {
      course = carrel_overlay_load (carrel_store_get_database (self), course_id, error);
      if (course == NULL)
        return NULL;
      g_hash_table_insert (loaded, g_strdup (course_id), course);
    }
  return carrel_record_ref (course);
}

/**
 * carrel_store_rename_course:
 * @self: a store
 * @course_id: a course
 * @title: (nullable): a name of one's own; %NULL or "" goes back to the published title
 * @error: where an error goes
 *
 * Gives a course a name in the list of courses; what is published stays as it is.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_rename_course (CarrelStore *self,
                            const char *course_id,
                            const char *title,
                            GError **error)
{
  const CarrelVerb verb = { _ ("Rename course"), course_id, CARREL_CHANGED_COURSES };
  const char *name = title != NULL && *title != '\0' ? title : NULL;
  const CarrelBinding bindings[]
      = { CARREL_BIND_TEXT (":course", course_id), CARREL_BIND_TEXT (":name", name), { NULL } };

  return carrel_store_run_verb (
      self, &verb, "UPDATE courses SET name = :name WHERE id = :course AND name IS NOT :name",
      bindings, error);
}

/**
 * carrel_store_move_course:
 * @self: a store
 * @course_id: a course
 * @position: its new place in the list, from 0
 * @error: where an error goes
 *
 * Changes the order of the courses.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_move_course (CarrelStore *self, const char *course_id, guint position, GError **error)
{
  const CarrelVerb verb = { _ ("Move course"), course_id, CARREL_CHANGED_COURSES };
  g_auto (GStrv) ids = list_in_new_order (self, course_id, position);

  if (!carrel_store_begin (self, error))
    return FALSE;
  return carrel_store_end (self, &verb, write_order (self, ids, error), error);
}

/**
 * carrel_store_set_course_colour:
 * @self: a store
 * @course_id: a course
 * @colour: one of %CARREL_N_COURSE_COLOURS, from 0
 * @error: where an error goes
 *
 * Gives a course another colour.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_set_course_colour (CarrelStore *self,
                                const char *course_id,
                                guint colour,
                                GError **error)
{
  const CarrelVerb verb = { _ ("Change colour"), course_id, CARREL_CHANGED_COURSES };
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id),
                                     CARREL_BIND_INTEGER (":colour", colour),
                                     { NULL } };

  g_return_val_if_fail (colour < CARREL_N_COURSE_COLOURS, FALSE);

  return carrel_store_run_verb (
      self, &verb, "UPDATE courses SET colour = :colour WHERE id = :course AND colour <> :colour",
      bindings, error);
}

/**
 * carrel_store_set_course_units:
 * @self: a store
 * @course_id: a course
 * @units: (nullable): decimal text; what the course counts in an average over courses
 * @error: where an error goes
 *
 * Sets how much a course counts.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_set_course_units (CarrelStore *self,
                               const char *course_id,
                               const char *units,
                               GError **error)
{
  const CarrelVerb verb = { _ ("Change units"), course_id, CARREL_CHANGED_SCORES };
  const CarrelBinding bindings[]
      = { CARREL_BIND_TEXT (":course", course_id), CARREL_BIND_TEXT (":units", units), { NULL } };

  return carrel_store_run_verb (
      self, &verb, "UPDATE courses SET units = :units WHERE id = :course AND units IS NOT :units",
      bindings, error);
}

/**
 * carrel_store_dup_course_units:
 * @self: a store
 * @course_id: a course
 *
 * Returns: (transfer full) (nullable): what carrel_store_set_course_units() set
 */
char *
carrel_store_dup_course_units (CarrelStore *self, const char *course_id)
{
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id), { NULL } };

  return carrel_store_query_text (self, "SELECT units FROM courses WHERE id = :course", bindings);
}

/**
 * carrel_store_remove_course:
 * @self: a store
 * @course_id: a course
 * @error: where an error goes
 *
 * Removes a course with all its versions and all that is mine in it; can be undone until Carrel is
 * closed.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_remove_course (CarrelStore *self, const char *course_id, GError **error)
{
  const CarrelVerb verb = { _ ("Remove course"), course_id, CARREL_CHANGED_ALL };
  const CarrelBinding bindings[] = { CARREL_BIND_TEXT (":course", course_id), { NULL } };

  return carrel_store_run_verb (self, &verb, "DELETE FROM courses WHERE id = :course", bindings,
                                error);
}
