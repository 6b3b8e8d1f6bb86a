/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of courses: one query, and only what differs is replaced. */
#define G_LOG_DOMAIN "carrel-course-list"

#include "config.h"

#include "carrel-course-list.h"

#include "carrel-course-item-private.h"

/* Corrections of the course's own fields count, answered questions do not. */
#define LIST_SQL                                                                                   \
  "WITH current AS (SELECT course, max(version) AS version FROM versions GROUP BY course),"        \
  " own AS (SELECT course, field, value FROM edits WHERE kind = 'course' AND key = '')"            \
  "SELECT c.id,"                                                                                   \
  " coalesce (c.name, (SELECT value FROM own WHERE course = c.id AND field = 'title'), p.title),"  \
  " coalesce ((SELECT value FROM own WHERE course = c.id AND field = 'code'), p.code),"            \
  " coalesce ((SELECT value FROM own WHERE course = c.id AND field = 'term'), p.term),"            \
  " c.colour,"                                                                                     \
  " (SELECT count(*) FROM published_question AS q WHERE q.version = current.version"               \
  "   AND NOT EXISTS (SELECT 1 FROM answers AS a WHERE a.course = c.id AND a.about IS q.about"     \
  "     AND (a.question IS NULL OR a.question IS q.text))),"                                       \
  " c.is_example "                                                                                 \
  "FROM courses AS c JOIN current ON current.course = c.id "                                       \
  "JOIN published_course AS p ON p.version = current.version "                                     \
  "ORDER BY c.position, c.row"

static GPtrArray *
read_items (CarrelDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (database, LIST_SQL, error);
  CarrelStep step;

  if (statement == NULL)
    return NULL;
  for (step = carrel_statement_step (statement, error); step == CARREL_STEP_ROW;
       step = carrel_statement_step (statement, error))
    g_ptr_array_add (items, carrel_course_item_new_from_row (statement));
  return step == CARREL_STEP_DONE ? g_steal_pointer (&items) : NULL;
}

static gboolean
is_same (GListStore *courses, guint position, GPtrArray *items, guint index)
{
  g_autoptr (CarrelCourseItem) item = g_list_model_get_item (G_LIST_MODEL (courses), position);

  return carrel_course_item_equal (item, items->pdata[index]);
}

/**
 * carrel_course_list_refresh:
 * @courses: the list
 * @database: a database
 * @error: where an error goes
 *
 * Reads the courses again and replaces what is between the first and the last that differ.
 *
 * Returns: whether it succeeded; the list is untouched otherwise
 */
gboolean
carrel_course_list_refresh (GListStore *courses, CarrelDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) items = read_items (database, error);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (courses));
  guint n_before = 0;
  guint n_after = 0;
  guint n_fewest;

  if (items == NULL)
    return FALSE;
  n_fewest = MIN (n_old, items->len);
  while (n_before < n_fewest && is_same (courses, n_before, items, n_before))
    n_before++;
  while (n_after < n_fewest - n_before
         && is_same (courses, n_old - n_after - 1, items, items->len - n_after - 1))
    n_after++;
  if (n_before + n_after < MAX (n_old, items->len))
    g_list_store_splice (courses, n_before, n_old - n_before - n_after, items->pdata + n_before,
                         items->len - n_before - n_after);
  return TRUE;
}
