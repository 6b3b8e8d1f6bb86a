/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of courses, its smallest changes, and the signal that says what changed. */
#include "config.h"

#include "carrel-store-edits.h"
#include "carrel-store-notes.h"
#include "carrel-store-private.h"
#include "store-fixture.h"

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, GString *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static void
on_changed_cb (CarrelStore *store, const char *course, guint changes, GString *log)
{
  g_string_append_printf (log, "%s:%u ", course != NULL ? course : "any", changes);
}

static void
publish_random (CarrelStore *store, guint32 n_courses)
{
  for (guint32 seed = 1; seed <= n_courses; seed++)
    {
      g_autoptr (CarrelCourse) course = store_fixture_make_random_course (seed);

      store_fixture_publish (store, course);
    }
}

static char *
dup_order (CarrelStore *store)
{
  GListModel *courses = carrel_store_get_courses (store);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (courses, i);

      g_string_append_printf (order, "%s ", carrel_course_item_get_id (item));
    }
  return g_strdup (order->str);
}

static void
item_says_what_the_list_shows (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  CarrelCourseItem *item;

  store_fixture_publish (fixture->store, course);
  item = carrel_store_find_course (fixture->store, "compilers");
  g_assert_cmpstr (carrel_course_item_get_title (item), ==, "Compiler Construction");
  g_assert_cmpstr (carrel_course_item_get_code (item), ==, "15-411");
  g_assert_cmpstr (carrel_course_item_get_term (item), ==, "Spring 2024");
  g_assert_cmpstr (carrel_course_item_get_mark (item), ==, "CC");
  g_assert_cmpuint (carrel_course_item_get_n_questions (item), ==, 2);
  g_assert_false (carrel_course_item_is_example (item));
  g_assert_null (carrel_store_find_course (fixture->store, "other"));
}

/* Templates bind the properties. */
static void
properties_say_the_same (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autofree char *title = NULL;
  g_autofree char *mark = NULL;
  g_autofree char *id = NULL;
  guint colour;
  guint n_questions;
  gboolean is_example;

  store_fixture_publish (fixture->store, course);
  g_object_get (carrel_store_find_course (fixture->store, "compilers"), "id", &id, "title", &title,
                "mark", &mark, "colour", &colour, "n-questions", &n_questions, "is-example",
                &is_example, NULL);
  g_assert_cmpstr (id, ==, "compilers");
  g_assert_cmpstr (title, ==, "Compiler Construction");
  g_assert_cmpstr (mark, ==, "CC");
  g_assert_cmpuint (colour, ==, 0);
  g_assert_cmpuint (n_questions, ==, 2);
  g_assert_false (is_example);
}

static void
units_are_kept (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autofree char *none = NULL;
  g_autofree char *units = NULL;

  store_fixture_publish (fixture->store, course);
  none = carrel_store_dup_course_units (fixture->store, "compilers");
  g_assert_null (none);
  g_assert_true (carrel_store_set_course_units (fixture->store, "compilers", "12", NULL));
  units = carrel_store_dup_course_units (fixture->store, "compilers");
  g_assert_cmpstr (units, ==, "12");
}

static void
colour_can_be_chosen (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  store_fixture_publish (fixture->store, course);
  g_assert_true (carrel_store_set_course_colour (fixture->store, "compilers", 5, NULL));
  g_assert_cmpuint (
      carrel_course_item_get_colour (carrel_store_find_course (fixture->store, "compilers")), ==,
      5);
}

static void
courses_have_different_colours (StoreFixture *fixture, gconstpointer data)
{
  GListModel *courses = carrel_store_get_courses (fixture->store);
  guint seen = 0;

  publish_random (fixture->store, CARREL_N_COURSE_COLOURS);
  for (guint i = 0; i < CARREL_N_COURSE_COLOURS; i++)
    {
      g_autoptr (CarrelCourseItem) item = g_list_model_get_item (courses, i);

      seen |= 1u << carrel_course_item_get_colour (item);
    }
  g_assert_cmpuint (seen, ==, (1u << CARREL_N_COURSE_COLOURS) - 1);
}

static void
list_changes_where_it_differs (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) log = g_string_new (NULL);

  publish_random (fixture->store, 4);
  g_signal_connect (carrel_store_get_courses (fixture->store), "items-changed",
                    G_CALLBACK (on_items_changed_cb), log);
  g_assert_true (carrel_store_rename_course (fixture->store, "random-2", "Second", NULL));
  g_assert_true (carrel_store_set_note (fixture->store, "random-2", "s", "n", NULL));
  g_assert_true (carrel_store_remove_course (fixture->store, "random-3", NULL));
  g_assert_cmpstr (log->str, ==, "1-1+1 2-1+0 ");
}

static void
order_is_kept (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *order = NULL;
  g_autofree char *again = NULL;

  publish_random (fixture->store, 4);
  g_assert_true (carrel_store_move_course (fixture->store, "random-4", 1, NULL));
  order = dup_order (fixture->store);
  g_assert_cmpstr (order, ==, "random-1 random-4 random-2 random-3 ");
  store_fixture_reopen (fixture);
  again = dup_order (fixture->store);
  g_assert_cmpstr (again, ==, order);
}

static void
own_name_goes_before_the_title (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  CarrelCourseItem *item;

  store_fixture_publish (fixture->store, course);
  g_assert_true (carrel_store_rename_course (fixture->store, "compilers", "Mine", NULL));
  item = carrel_store_find_course (fixture->store, "compilers");
  g_assert_cmpstr (carrel_course_item_get_title (item), ==, "Mine");
  g_assert_true (carrel_store_rename_course (fixture->store, "compilers", "", NULL));
  item = carrel_store_find_course (fixture->store, "compilers");
  g_assert_cmpstr (carrel_course_item_get_title (item), ==, "Compiler Construction");
}

static void
signal_says_course_and_kind (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *expected = g_strdup_printf ("compilers:%d ", CARREL_CHANGED_NOTES);
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  store_fixture_publish (fixture->store, course);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed_cb), log);
  g_assert_true (carrel_store_set_note (fixture->store, "compilers", "s", "n", NULL));
  g_assert_true (carrel_store_set_note (fixture->store, "compilers", "s", "n", NULL));
  g_assert_false (carrel_store_set_note (fixture->store, "missing", "s", "n", NULL));
  g_assert_cmpstr (log->str, ==, expected);
}

static void
loaded_course_is_shared_until_it_changes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelCourse) first = NULL;
  g_autoptr (CarrelCourse) second = NULL;
  g_autoptr (CarrelCourse) third = NULL;

  store_fixture_publish (fixture->store, course);
  first = carrel_store_load_course (fixture->store, "compilers", NULL);
  second = carrel_store_load_course (fixture->store, "compilers", NULL);
  g_assert_true (first == second);
  g_assert_true (carrel_store_answer (fixture->store, "compilers", "language", "en", NULL));
  third = carrel_store_load_course (fixture->store, "compilers", NULL);
  g_assert_true (first != third);
  g_assert_cmpstr (third->language, ==, "en");
}

/* What carrelctl writes while the window is open. */
static void
write_of_another_program_is_noticed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelStore) other = carrel_store_open (fixture->path, NULL);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *expected = g_strdup_printf ("any:%d ", CARREL_CHANGED_ALL);

  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed_cb), log);
  g_assert_false (carrel_store_notice_others (fixture->store));
  publish_random (other, 1);
  g_assert_true (carrel_store_notice_others (fixture->store));
  g_assert_cmpstr (log->str, ==, expected);
  g_assert_cmpuint (g_list_model_get_n_items (carrel_store_get_courses (fixture->store)), ==, 1);
  g_assert_false (carrel_store_notice_others (fixture->store));
}

/* The same through the monitor of the log; the loop ends with the signal. */
static void
watch_notices_by_itself (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (CarrelStore) other = carrel_store_open (fixture->path, NULL);

  carrel_store_watch (fixture->store);
  g_signal_connect_swapped (fixture->store, "changed", G_CALLBACK (g_main_loop_quit), loop);
  publish_random (other, 1);
  g_main_loop_run (loop);
  g_assert_cmpuint (g_list_model_get_n_items (carrel_store_get_courses (fixture->store)), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/courses/item-says-what-the-list-shows", item_says_what_the_list_shows);
  STORE_TEST ("/carrel/store/courses/properties-say-the-same", properties_say_the_same);
  STORE_TEST ("/carrel/store/courses/units-are-kept", units_are_kept);
  STORE_TEST ("/carrel/store/courses/colour-can-be-chosen", colour_can_be_chosen);
  STORE_TEST ("/carrel/store/courses/courses-have-different-colours",
              courses_have_different_colours);
  STORE_TEST ("/carrel/store/courses/list-changes-where-it-differs", list_changes_where_it_differs);
  STORE_TEST ("/carrel/store/courses/order-is-kept", order_is_kept);
  STORE_TEST ("/carrel/store/courses/own-name-goes-before-the-title",
              own_name_goes_before_the_title);
  STORE_TEST ("/carrel/store/courses/signal-says-course-and-kind", signal_says_course_and_kind);
  STORE_TEST ("/carrel/store/courses/loaded-course-is-shared-until-it-changes",
              loaded_course_is_shared_until_it_changes);
  STORE_TEST ("/carrel/store/courses/write-of-another-program-is-noticed",
              write_of_another_program_is_noticed);
  STORE_TEST ("/carrel/store/courses/watch-notices-by-itself", watch_notices_by_itself);
  return g_test_run ();
}
