/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files as people have them: in other encodings, with other names, with nothing in them; and a
 * long parse that can be looked on and stopped. */
#include "config.h"

#include "carrel-import.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("carrel-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GDir *folder = g_dir_open (fixture->folder, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_dir_close (folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
write_file (Fixture *fixture, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

static GPtrArray *
load (const char *path, GError **error)
{
  const char *const paths[] = { path, NULL };

  return carrel_import_load (paths, NULL, error);
}

static void
reads_utf16 (Fixture *fixture, gconstpointer data)
{
  static const char *const encodings[][2]
      = { { "UTF-16LE", "\xFF\xFE" }, { "UTF-16BE", "\xFE\xFF" } };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length = 0;
      g_autofree char *wide
          = g_convert ("# CS 1: Été\n", -1, encodings[i][0], "UTF-8", NULL, &length, NULL);
      g_autofree char *all = g_malloc (length + 2);
      g_autofree char *path = NULL;
      g_autoptr (GPtrArray) files = NULL;
      g_autoptr (CarrelCourse) course = NULL;

      memcpy (all, encodings[i][1], 2);
      memcpy (all + 2, wide, length);
      path = write_file (fixture, "wide.md", all, (gssize) length + 2);
      files = load (path, NULL);
      course = carrel_import_parse (files, NULL, NULL);
      g_assert_nonnull (course);
      g_assert_cmpstr (course->title, ==, "Été");
    }
}

static void
name_that_is_no_text_becomes_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "bad\xff:1.md", "# CS 1: Data\n", -1);
  g_autoptr (GPtrArray) files = load (path, NULL);
  const CarrelImportFile *file;

  g_assert_cmpuint (files->len, ==, 1);
  file = g_ptr_array_index (files, 0);
  g_assert_true (g_utf8_validate (file->name, -1, NULL));
  g_assert_true (g_str_has_suffix (file->name, ":1.md"));
}

static void
blank_page_is_refused_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "blank.md", " \n\n", -1);
  g_autofree char *other = write_file (fixture, "other.md", "# CS 1: Data\n", -1);
  g_autoptr (GPtrArray) alone = load (path, NULL);
  g_autoptr (GPtrArray) together = load (fixture->folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) none = carrel_import_parse (alone, NULL, &error);
  g_autoptr (CarrelCourse) course = carrel_import_parse (together, NULL, NULL);

  g_assert_null (none);
  g_assert_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_EMPTY);
  g_assert_nonnull (course);
  g_assert_cmpuint (together->len, ==, 1);
}

static void
pipe_in_a_folder_is_not_waited_for (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pipe.md", NULL);
  g_autofree char *page = write_file (fixture, "page.md", "# CS 1: Data\n", -1);
  g_autoptr (GPtrArray) files = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  files = load (fixture->folder, NULL);
  g_assert_cmpuint (files->len, ==, 1);
}

typedef struct
{
  GCancellable *cancellable; /* cancelled half way */
  double last;
  guint n_calls;
} Watcher;

static void
on_progress_cb (double fraction, gpointer data)
{
  Watcher *watcher = data;

  g_assert_cmpfloat (fraction, >=, watcher->last);
  g_assert_cmpfloat (fraction, <=, 1);
  watcher->last = fraction;
  watcher->n_calls++;
  if (fraction >= 0.5 && watcher->cancellable != NULL)
    g_cancellable_cancel (watcher->cancellable);
}

static GPtrArray *
make_page (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("# CS 1: Data\n", 13);

  g_ptr_array_add (files, carrel_import_file_new ("a.md", bytes));
  return files;
}

static void
one_page_shows_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = make_page ();
  Watcher watcher = { 0 };
  g_autoptr (CarrelCourse) course
      = carrel_import_parse_watched (files, NULL, on_progress_cb, &watcher, NULL);

  g_assert_nonnull (course);
  g_assert_cmpuint (watcher.n_calls, >, 5);
  g_assert_cmpfloat (watcher.last, >, 0.8);
}

static void
one_page_stops_half_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = make_page ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Watcher watcher = { .cancellable = cancellable };
  g_autoptr (CarrelCourse) course
      = carrel_import_parse_watched (files, cancellable, on_progress_cb, &watcher, &error);

  g_assert_null (course);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (watcher.last, <, 0.7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/carrel/import/load/reads-utf-16", reads_utf16);
  ADD ("/carrel/import/load/name-that-is-no-text-becomes-one", name_that_is_no_text_becomes_one);
  ADD ("/carrel/import/load/blank-page-is-refused-alone", blank_page_is_refused_alone);
  ADD ("/carrel/import/load/pipe-in-a-folder-is-not-waited-for",
       pipe_in_a_folder_is_not_waited_for);
  ADD ("/carrel/import/load/one-page-shows-progress", one_page_shows_progress);
  ADD ("/carrel/import/load/one-page-stops-half-way", one_page_stops_half_way);
#undef ADD
  return g_test_run ();
}
