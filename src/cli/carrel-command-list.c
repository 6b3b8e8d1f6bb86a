/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* carrelctl list: the courses in the database, a line each. */
#define G_LOG_DOMAIN "carrel-command-list"

#include "config.h"

#include "carrel-cli-store.h"
#include "carrel-cli.h"

#include <glib/gi18n.h>

static void
print_item (CarrelCourseItem *item)
{
  const char *code = carrel_course_item_get_code (item);
  const char *term = carrel_course_item_get_term (item);
  guint n_questions = carrel_course_item_get_n_questions (item);

  g_print ("%s\t%s\t%s\t%s", carrel_course_item_get_id (item), code != NULL ? code : "",
           carrel_course_item_get_title (item), term != NULL ? term : "");
  if (n_questions > 0)
    {
      g_print ("\t");
      g_print (ngettext ("%u question", "%u questions", n_questions), n_questions);
    }
  if (carrel_course_item_is_example (item))
    g_print ("\t%s", _ ("example"));
  g_print ("\n");
}

static CarrelExit
run_list (const char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelStore) store = carrel_cli_open_store (CARREL_CLI_OPEN_WITH_EXAMPLE, &error);
  GListModel *courses = NULL;

  if (store == NULL)
    {
      carrel_cli_print_error (error);
      return CARREL_EXIT_REFUSED;
    }
  courses = carrel_store_get_courses (store);
  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (courses, i);

      print_item (item);
    }
  if (g_list_model_get_n_items (courses) == 0)
    g_print ("%s\n", _ ("There is no course yet: add one with “carrelctl import PAGE”."));
  return CARREL_EXIT_DONE;
}

const CarrelCommand carrel_command_list = {
  "list", "", N_ ("List the courses: short name, code, title, term"), NULL, 0, 0, run_list,
};
