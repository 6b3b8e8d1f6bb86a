/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens the database and finds courses by what people call them. */
#define G_LOG_DOMAIN "carrel-cli-store"

#include "config.h"

#include "carrel-cli-store.h"

#include "carrel-clock.h"
#include "carrel-example.h"
#include "carrel-importer.h"

#include <glib/gi18n.h>

static gboolean
add_example (CarrelStore *store, GError **error)
{
  g_autoptr (CarrelClock) clock = carrel_clock_new_from_environment (error);
  g_autoptr (CarrelCourse) example = NULL;
  g_autoptr (CarrelPublished) published = NULL;

  if (clock == NULL)
    return FALSE;
  example = carrel_example_load (error);
  if (example == NULL)
    return FALSE;
  published = carrel_importer_add_example (store, example, carrel_clock_get_today (clock),
                                           carrel_clock_get_now (clock), error);
  if (published == NULL)
    return FALSE;
  g_printerr ("%s\n", _ ("This is the example course. Add your own with “carrelctl import PAGE”."));
  return TRUE;
}

/* Whether a course is called so: by its id, its code or its title, or by how one of them starts. */
static gboolean
is_called (CarrelCourseItem *item, const char *wanted, gboolean by_start)
{
  const char *const names[]
      = { carrel_course_item_get_id (item), carrel_course_item_get_code (item),
          carrel_course_item_get_title (item) };
  g_autofree char *folded = g_utf8_casefold (wanted, -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = names[i] != NULL ? g_utf8_casefold (names[i], -1) : NULL;

      if (name == NULL)
        continue;
      if (by_start ? g_str_has_prefix (name, folded) : g_str_equal (name, folded))
        return TRUE;
    }
  return FALSE;
}

/* The only course that fits; the example gives way to a course of one's own. */
static CarrelCourseItem *
find_only (GListModel *courses, const char *wanted, gboolean by_start)
{
  g_autoptr (CarrelCourseItem) found = NULL;
  g_autoptr (CarrelCourseItem) example = NULL;
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (courses, i);

      if (wanted != NULL && !is_called (item, wanted, by_start))
        continue;
      if (wanted == NULL && carrel_course_item_is_example (item))
        {
          g_set_object (&example, item);
          continue;
        }
      g_set_object (&found, item);
      n_found++;
    }
  if (n_found == 0)
    return g_steal_pointer (&example);
  return n_found == 1 ? g_steal_pointer (&found) : NULL;
}

static char *
dup_names (GListModel *courses)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (courses, i);

      g_string_append_printf (names, "\n  %s  %s", carrel_course_item_get_id (item),
                              carrel_course_item_get_title (item));
    }
  return g_strdup (names->str);
}

/**
 * carrel_cli_dup_path:
 *
 * Returns: (transfer full): the path of the database: what the environment variable CARREL_DATABASE
 * names, else the user's
 */
char *
carrel_cli_dup_path (void)
{
  const char *named = g_getenv ("CARREL_DATABASE");

  return named != NULL ? g_strdup (named) : carrel_store_dup_default_path ();
}

/**
 * carrel_cli_open_store:
 * @how: whether a new database gets the example course
 * @error: where an error goes
 *
 * Opens the database of carrel_cli_dup_path().
 *
 * Returns: (transfer full) (nullable): the store
 */
CarrelStore *
carrel_cli_open_store (CarrelCliOpen how, GError **error)
{
  g_autofree char *path = carrel_cli_dup_path ();
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (CarrelStore) store = carrel_store_open (path, error);

  if (store == NULL)
    return NULL;
  if (is_new && how == CARREL_CLI_OPEN_WITH_EXAMPLE && !add_example (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

/**
 * carrel_cli_find_course:
 * @store: a store
 * @wanted: (nullable): an id, a code, a title, or how one of them starts; %NULL is the only course
 * @error: where %CARREL_STORE_ERROR_NOT_FOUND goes, with the courses that there are
 *
 * Returns: (transfer full) (nullable): the id of the course
 */
char *
carrel_cli_find_course (CarrelStore *store, const char *wanted, GError **error)
{
  GListModel *courses = carrel_store_get_courses (store);
  g_autoptr (CarrelCourseItem) item = find_only (courses, wanted, FALSE);
  g_autofree char *names = NULL;

  if (item == NULL && wanted != NULL)
    item = find_only (courses, wanted, TRUE);
  if (item != NULL)
    return g_strdup (carrel_course_item_get_id (item));
  if (g_list_model_get_n_items (courses) == 0)
    {
      g_set_error_literal (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND,
                           _ ("There is no course yet: add one with “carrelctl import PAGE”"));
      return NULL;
    }
  names = dup_names (courses);
  if (wanted != NULL)
    g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND,
                 /* Translators: what was asked for, and a list of courses. */
                 _ ("No single course is called “%s”: name one of these:%s"), wanted, names);
  else
    g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND,
                 /* Translators: a list of courses. */
                 _ ("There are several courses: name one of these:%s"), names);
  return NULL;
}

/**
 * carrel_cli_load_course:
 * @store: a store
 * @wanted: (nullable): as for carrel_cli_find_course()
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the course
 */
CarrelCourse *
carrel_cli_load_course (CarrelStore *store, const char *wanted, GError **error)
{
  g_autofree char *id = carrel_cli_find_course (store, wanted, error);

  return id != NULL ? carrel_store_load_course (store, id, error) : NULL;
}
