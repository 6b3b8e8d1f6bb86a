/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What may go wrong with the file: each time a typed error that says what to do, and a file that is
 * byte for byte as it was. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "carrel-migrator.h"
#include "carrel-store-backup.h"
#include "carrel-store-notes.h"
#include "carrel-store-private.h"
#include "carrel-store-undo.h"
#include "store-fixture.h"

static char *
dup_file_hash (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
}

static void
close_store (StoreFixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static void
assert_refused (const char *path, CarrelStoreError code, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (carrel_store_open (path, &error));
  g_assert_error (error, CARREL_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
}

/* Writes @bytes over the closed file and sees that opening it refuses and leaves it. */
static void
assert_bytes_refused (StoreFixture *fixture, const char *bytes, gsize length, CarrelStoreError code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  before = dup_file_hash (fixture->path);
  assert_refused (fixture->path, code, fixture->path);
  after = dup_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
text_file_is_not_a_database (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  close_store (fixture);
  for (guint i = 0; i < 500; i++)
    g_string_append (text, "Dear diary, today I began my course of study.\n");
  assert_bytes_refused (fixture, text->str, text->len, CARREL_STORE_ERROR_NOT_A_DATABASE);
}

static void
database_of_another_program_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelDatabase) other = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  other = carrel_database_open (path, NULL);
  g_assert_true (carrel_database_execute (
      other, "PRAGMA journal_mode = DELETE; CREATE TABLE bookmarks (url TEXT)", NULL));
  carrel_database_close (other);
  before = dup_file_hash (path);
  assert_refused (path, CARREL_STORE_ERROR_NOT_A_DATABASE, "another program");
  after = dup_file_hash (path);
  g_assert_cmpstr (before, ==, after);
}

static void
newer_version_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (carrel_database_execute (carrel_store_get_database (fixture->store),
                                          "PRAGMA user_version = 1000", NULL));
  close_store (fixture);
  before = dup_file_hash (fixture->path);
  assert_refused (fixture->path, CARREL_STORE_ERROR_NEWER, "newer version");
  after = dup_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
truncated_file_is_corrupt (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autofree char *bytes = NULL;
  gsize length;

  store_fixture_publish (fixture->store, course);
  close_store (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  assert_bytes_refused (fixture, bytes, 4096, CARREL_STORE_ERROR_CORRUPT);
}

static void
garbled_pages_are_corrupt (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autofree char *bytes = NULL;
  gsize length;

  store_fixture_publish (fixture->store, course);
  close_store (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  memset (bytes + 100, 0xa5, length - 100);
  assert_bytes_refused (fixture, bytes, length, CARREL_STORE_ERROR_CORRUPT);
}

static void
folder_that_cannot_be_made_is_said (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "below-a-file", "carrel.db", NULL);

  assert_refused (path, CARREL_STORE_ERROR_CANNOT_OPEN, "cannot be made");
}

static void
folder_in_the_place_of_the_file_is_said (StoreFixture *fixture, gconstpointer data)
{
  assert_refused (fixture->folder, CARREL_STORE_ERROR_CANNOT_OPEN, fixture->folder);
}

/* The superuser may write every file, so the test becomes somebody else for a moment. */
static void
read_only_file_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  const uid_t nobody = 65534;
  gboolean is_root = geteuid () == 0;

  close_store (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  if (is_root)
    {
      g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
      if (chown (folder, nobody, (gid_t) -1) != 0 || seteuid (nobody) != 0)
        {
          g_test_skip ("a superuser who cannot become somebody else, as in a sandbox");
          return;
        }
    }
  assert_refused (fixture->path, CARREL_STORE_ERROR_READ_ONLY, "may only be read");
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* A disk that is full is played by a file that may not grow. */
static void
full_disk_changes_nothing (StoreFixture *fixture, gconstpointer data)
{
  CarrelDatabase *database = carrel_store_get_database (fixture->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autofree char *note = g_strnfill (1 << 20, 'x');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_publish (fixture->store, course);
  before = store_fixture_dump (fixture->store);
  g_assert_true (carrel_database_execute (database, "PRAGMA max_page_count = 1", NULL));
  g_assert_false (
      carrel_store_set_note (fixture->store, "compilers", "section-ethics", note, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_FULL);
  g_assert_false (carrel_database_is_in_transaction (database));
  after = store_fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Import course");
  g_assert_true (carrel_database_execute (database, "PRAGMA max_page_count = 100000", NULL));
  g_assert_true (carrel_store_set_note (fixture->store, "compilers", "section-ethics", note, NULL));
}

static void
import_onto_a_full_disk_changes_nothing (StoreFixture *fixture, gconstpointer data)
{
  CarrelDatabase *database = carrel_store_get_database (fixture->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  const CarrelPublication publication = { .imported_at = 1 };
  CarrelSection *section = carrel_record_new (&carrel_section_type);
  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autofree char *after = NULL;

  section->heading = g_strdup ("Long");
  section->body = g_strnfill (1 << 20, 'x');
  g_ptr_array_add (course->sections, section);
  g_assert_true (carrel_database_execute (database, "PRAGMA max_page_count = 1", NULL));
  g_assert_null (carrel_store_publish (fixture->store, NULL, course, &publication, NULL, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_FULL);
  after = store_fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (g_list_model_get_n_items (carrel_store_get_courses (fixture->store)), ==, 0);
}

/* Waits for the other writer in vain, then says so. */
static void
second_writer_is_told_to_wait (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelStore) other = carrel_store_open (fixture->path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();

  store_fixture_publish (fixture->store, course);
  g_assert_true (
      carrel_database_execute (carrel_store_get_database (other), "BEGIN IMMEDIATE", NULL));
  g_assert_false (
      carrel_store_set_note (fixture->store, "compilers", "section-ethics", "note", &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_BUSY);
  g_assert_true (carrel_database_execute (carrel_store_get_database (other), "ROLLBACK", NULL));
  g_assert_true (
      carrel_store_set_note (fixture->store, "compilers", "section-ethics", "note", NULL));
}

static void
value_that_cannot_be_read_back_is_not_kept (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  const CarrelPublication publication = { .imported_at = 1 };
  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autofree char *after = NULL;

  ((CarrelMeeting *) course->meetings->pdata[0])->every_weeks = -5;
  g_assert_null (carrel_store_publish (fixture->store, NULL, course, &publication, NULL, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_INVALID);
  after = store_fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/hostile/text-file-is-not-a-database", text_file_is_not_a_database);
  STORE_TEST ("/carrel/store/hostile/database-of-another-program-is-refused",
              database_of_another_program_is_refused);
  STORE_TEST ("/carrel/store/hostile/newer-version-is-refused", newer_version_is_refused);
  STORE_TEST ("/carrel/store/hostile/truncated-file-is-corrupt", truncated_file_is_corrupt);
  STORE_TEST ("/carrel/store/hostile/garbled-pages-are-corrupt", garbled_pages_are_corrupt);
  STORE_TEST ("/carrel/store/hostile/folder-that-cannot-be-made-is-said",
              folder_that_cannot_be_made_is_said);
  STORE_TEST ("/carrel/store/hostile/folder-in-the-place-of-the-file-is-said",
              folder_in_the_place_of_the_file_is_said);
  STORE_TEST ("/carrel/store/hostile/read-only-file-is-refused", read_only_file_is_refused);
  STORE_TEST ("/carrel/store/hostile/full-disk-changes-nothing", full_disk_changes_nothing);
  STORE_TEST ("/carrel/store/hostile/import-onto-a-full-disk-changes-nothing",
              import_onto_a_full_disk_changes_nothing);
  STORE_TEST ("/carrel/store/hostile/second-writer-is-told-to-wait", second_writer_is_told_to_wait);
  STORE_TEST ("/carrel/store/hostile/value-that-cannot-be-read-back-is-not-kept",
              value_that_cannot_be_read_back_is_not_kept);
  return g_test_run ();
}
