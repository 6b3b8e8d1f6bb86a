/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two programs with one file, the window and the command: nothing that either saved is lost. */
#include "config.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "carrel-store-marks.h"
#include "carrel-store-notes.h"
#include "carrel-store-search.h"
#include "store-fixture.h"

#define N_WRITERS 3
#define N_WRITES  15

/* A child that saves visits and a course of its own; exits with 0 when the store took all. */
static pid_t
start_writer (const char *path, int number)
{
  pid_t child = fork ();

  if (child == 0)
    {
      g_autoptr (CarrelStore) store = carrel_store_open (path, NULL);
      gboolean is_good = store != NULL;

      for (int i = 0; is_good && i < N_WRITES; i++)
        {
          const CarrelVisit visit
              = { .fact = (char *) "hour-cheng-ma-fr", .at = number * 1000 + i };

          is_good = carrel_store_add_visit (store, "compilers", &visit, NULL) != 0;
        }
      if (is_good)
        {
          g_autoptr (CarrelCourse) course
              = store_fixture_make_random_course ((guint32) (100 + number));

          store_fixture_publish (store, course);
        }
      _exit (is_good ? 0 : 1);
    }
  g_assert_cmpint (child, >, 0);
  return child;
}

static void
writers_at_the_same_time_all_save (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (GPtrArray) visits = NULL;
  pid_t writers[N_WRITERS];

  store_fixture_publish (fixture->store, course);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  for (int i = 0; i < N_WRITERS; i++)
    writers[i] = start_writer (fixture->path, i);
  for (int i = 0; i < N_WRITERS; i++)
    {
      int status = -1;

      g_assert_cmpint (waitpid (writers[i], &status, 0), ==, writers[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
  fixture->store = carrel_store_open (fixture->path, NULL);
  visits = carrel_store_list_visits (fixture->store, "compilers", NULL);
  g_assert_cmpuint (visits->len, ==, N_WRITERS * N_WRITES);
  g_assert_cmpuint (g_list_model_get_n_items (carrel_store_get_courses (fixture->store)), ==,
                    1 + N_WRITERS);
}

static void
what_one_removed_the_other_cannot_change (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelStore) other = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_publish (fixture->store, course);
  other = carrel_store_open (fixture->path, NULL);
  g_assert_true (carrel_store_remove_course (other, "compilers", NULL));
  g_assert_false (
      carrel_store_set_note (fixture->store, "compilers", "section-ethics", "note", &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND);
}

static void
each_finds_what_the_other_wrote (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autoptr (CarrelStore) other = carrel_store_open (fixture->path, NULL);
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *note = NULL;

  store_fixture_publish (fixture->store, course);
  g_assert_true (
      carrel_store_set_note (fixture->store, "compilers", "section-ethics", "from one", NULL));
  note = carrel_store_dup_note (other, "compilers", "section-ethics");
  hits = carrel_store_search (other, "ethics", NULL, 10, NULL);
  g_assert_cmpstr (note, ==, "from one");
  g_assert_cmpuint (hits->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/together/writers-at-the-same-time-all-save",
              writers_at_the_same_time_all_save);
  STORE_TEST ("/carrel/store/together/what-one-removed-the-other-cannot-change",
              what_one_removed_the_other_cannot_change);
  STORE_TEST ("/carrel/store/together/each-finds-what-the-other-wrote",
              each_finds_what_the_other_wrote);
  return g_test_run ();
}
