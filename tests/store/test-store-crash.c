/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that is killed at any moment loses nothing that it has shown as saved: a child writes
 * notes and scores and says each time when the store has said so; then it is killed. */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "carrel-store-notes.h"
#include "carrel-store-private.h"
#include "carrel-store-undo.h"
#include "store-fixture.h"

#define N_ROUNDS 12

/* Saves something that can be told by its number. */
typedef gboolean (*SaveFunc) (CarrelStore *store, int number);

static gboolean
save_note (CarrelStore *store, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  return carrel_store_set_note (store, "compilers", "section-ethics", text, NULL);
}

static gboolean
save_course (CarrelStore *store, int number)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_random_course ((guint32) number);

  store_fixture_publish (store, course);
  return TRUE;
}

/* Never returns: saves one number after the other until it is killed, and says what is saved. */
static void
write_until_killed (const char *path, SaveFunc save, int first, int pipe)
{
  g_autoptr (CarrelStore) store = carrel_store_open (path, NULL);

  for (int i = first; store != NULL; i++)
    if (!save (store, i) || write (pipe, &i, sizeof i) != sizeof i)
      break;
  _exit (1);
}

/* Runs a child for @n_verbs verbs, kills it, and gives the last number that it called saved. */
static int
run_and_kill (const char *path, SaveFunc save, int first, guint n_verbs)
{
  int ends[2];
  int saved = first - 1;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    write_until_killed (path, save, first, ends[1]);
  close (ends[1]);
  for (guint i = 0; i < n_verbs; i++)
    g_assert_cmpint (read (ends[0], &saved, sizeof saved), ==, sizeof saved);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  /* What was said between the last read and the kill counts as well. */
  while (read (ends[0], &saved, sizeof saved) == sizeof saved)
    ;
  close (ends[0]);
  return saved;
}

static void
killed_program_loses_nothing_saved (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  int saved = 0;

  store_fixture_publish (fixture->store, course);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CarrelStore) store = NULL;
      g_autofree char *note = NULL;

      saved = run_and_kill (fixture->path, save_note, saved + 1, 1 + round * 3);
      store = carrel_store_open (fixture->path, &error);
      g_assert_no_error (error);
      g_assert_true (carrel_database_check (carrel_store_get_database (store), NULL));
      note = carrel_store_dup_note (store, "compilers", "section-ethics");
      g_assert_cmpint (atoi (note), >=, saved);
      saved = atoi (note);
    }
}

/* Imports are kept whole or not at all. */
static void
killed_program_loses_no_import (StoreFixture *fixture, gconstpointer data)
{
  int saved = 0;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CarrelStore) store = NULL;
      guint n_courses;

      saved = run_and_kill (fixture->path, save_course, saved + 1, 1 + round % 4);
      store = carrel_store_open (fixture->path, &error);
      g_assert_no_error (error);
      g_assert_true (carrel_database_check (carrel_store_get_database (store), NULL));
      n_courses = g_list_model_get_n_items (carrel_store_get_courses (store));
      g_assert_cmpuint (n_courses, >=, (guint) saved);
      for (saved = 1; saved <= (int) n_courses; saved++)
        {
          g_autoptr (CarrelCourse) made = store_fixture_make_random_course ((guint32) saved);
          g_autoptr (CarrelCourse) read = carrel_store_load_course (store, made->id, &error);

          g_assert_no_error (error);
          g_assert_true (carrel_record_equal (made, read));
        }
      saved = (int) n_courses;
    }
}

/* The import is killed in the middle of its transaction. */
static void
half_an_import_is_no_import (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  pid_t child;

  store_fixture_publish (fixture->store, course);
  before = store_fixture_dump (fixture->store);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (CarrelStore) store = carrel_store_open (fixture->path, NULL);
      CarrelDatabase *database = carrel_store_get_database (store);

      if (carrel_store_begin (store, NULL)
          && carrel_database_execute (
              database, "UPDATE courses SET name = 'half'; PRAGMA wal_checkpoint", NULL))
        kill (getpid (), SIGKILL);
      kill (getpid (), SIGKILL);
    }
  waitpid (child, NULL, 0);
  fixture->store = carrel_store_open (fixture->path, NULL);
  after = store_fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/crash/killed-program-loses-nothing-saved",
              killed_program_loses_nothing_saved);
  STORE_TEST ("/carrel/store/crash/killed-program-loses-no-import", killed_program_loses_no_import);
  STORE_TEST ("/carrel/store/crash/half-an-import-is-no-import", half_an_import_is_no_import);
  return g_test_run ();
}
