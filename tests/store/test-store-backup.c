/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backup to one file, and restore from it. */
#include "config.h"

#include <glib/gstdio.h>

#include "carrel-store-backup.h"
#include "carrel-store-notes.h"
#include "carrel-store-private.h"
#include "carrel-store-undo.h"
#include "store-fixture.h"

static char *
back_up (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, "backup.db", NULL);

  g_assert_true (carrel_store_back_up (fixture->store, path, &error));
  g_assert_no_error (error);
  return path;
}

static void
restore_brings_everything_back (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autofree char *backup = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_courses = 0;

  store_fixture_publish (fixture->store, course);
  carrel_store_set_note (fixture->store, "compilers", "section-ethics", "mine", NULL);
  before = store_fixture_dump (fixture->store);
  backup = back_up (fixture);
  g_assert_true (carrel_store_check_backup (backup, &n_courses, NULL));
  g_assert_cmpuint (n_courses, ==, 1);
  carrel_store_remove_course (fixture->store, "compilers", NULL);
  g_assert_true (carrel_store_restore (fixture->store, backup, &aside, &error));
  g_assert_no_error (error);
  after = store_fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (g_list_model_get_n_items (carrel_store_get_courses (fixture->store)), ==, 1);
  g_assert_true (carrel_store_check_backup (aside, &n_courses, NULL));
  g_assert_cmpuint (n_courses, ==, 0);
}

/* What is damaged is kept with the log beside it, and the backup stands in its place. */
static void
damaged_file_is_rescued_by_a_backup (StoreFixture *fixture, gconstpointer data)
{
  static const char garbage[] = "This was a database once, and a page of it was written over.";
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *backup = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;

  store_fixture_publish (fixture->store, course);
  backup = back_up (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_set_contents (fixture->path, garbage, -1, NULL));
  g_assert_true (g_file_set_contents (log, garbage, -1, NULL));
  g_assert_true (carrel_store_rescue (fixture->path, backup, &aside, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, garbage);
  fixture->store = carrel_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (carrel_store_get_courses (fixture->store)), ==, 1);
}

static void
damaged_file_stays_where_the_backup_is_no_good (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
  g_assert_false (carrel_store_rescue (fixture->path, fixture->path, NULL, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_A_DATABASE);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "damaged");
}

static void
file_of_a_newer_carrel_is_not_replaced (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = back_up (fixture);

  g_assert_true (carrel_database_execute (carrel_store_get_database (fixture->store),
                                          "PRAGMA user_version = 999", NULL));
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_false (carrel_store_rescue (fixture->path, backup, NULL, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NEWER);
}

static void
verbs_and_undo_work_after_a_restore (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autofree char *backup = NULL;
  g_autofree char *note = NULL;

  store_fixture_publish (fixture->store, course);
  backup = back_up (fixture);
  g_assert_true (carrel_store_restore (fixture->store, backup, NULL, NULL));
  g_assert_false (carrel_store_can_undo (fixture->store));
  g_assert_true (
      carrel_store_set_note (fixture->store, "compilers", "section-ethics", "new", NULL));
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  note = carrel_store_dup_note (fixture->store, "compilers", "section-ethics");
  g_assert_null (note);
}

static void
damaged_backup_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) course = store_fixture_make_course ();
  g_autofree char *backup = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  store_fixture_publish (fixture->store, course);
  before = store_fixture_dump (fixture->store);
  backup = back_up (fixture);
  g_assert_true (g_file_get_contents (backup, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (backup, bytes, (gssize) length / 2, NULL));
  g_assert_false (carrel_store_restore (fixture->store, backup, NULL, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_CORRUPT);
  after = store_fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

static void
missing_and_empty_backups_are_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "nothing.db", NULL);

  g_assert_false (carrel_store_restore (fixture->store, path, NULL, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_CANNOT_OPEN);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_false (carrel_store_restore (fixture->store, path, NULL, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_A_DATABASE);
}

static void
backup_into_a_missing_folder_is_said (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "no", "backup.db", NULL);

  g_assert_false (carrel_store_back_up (fixture->store, path, &error));
  g_assert_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_CANNOT_OPEN);
}

/* A portal hands out one file and none beside it. */
static void
backup_is_one_file_and_wants_none_beside_it (StoreFixture *fixture, gconstpointer data)
{
  static const char *const ends[] = { ".part-wal", ".part-shm", "-wal", "-shm", "-journal" };
  g_autofree char *path = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autofree char *backup = NULL;
  g_autofree char *bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *beside = g_strconcat (path, ends[i], NULL);

      g_assert_cmpint (g_mkdir (beside, 0700), ==, 0);
    }
  backup = back_up (fixture);
  g_assert_true (g_file_get_contents (backup, &bytes, NULL, NULL));
  /* The file format of the header: 2 is one with a log. */
  g_assert_cmpint (bytes[18], ==, 1);
  g_assert_cmpint (bytes[19], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/carrel/store/backup/restore-brings-everything-back",
              restore_brings_everything_back);
  STORE_TEST ("/carrel/store/backup/verbs-and-undo-work-after-a-restore",
              verbs_and_undo_work_after_a_restore);
  STORE_TEST ("/carrel/store/backup/damaged-file-is-rescued-by-a-backup",
              damaged_file_is_rescued_by_a_backup);
  STORE_TEST ("/carrel/store/backup/damaged-file-stays-where-the-backup-is-no-good",
              damaged_file_stays_where_the_backup_is_no_good);
  STORE_TEST ("/carrel/store/backup/file-of-a-newer-carrel-is-not-replaced",
              file_of_a_newer_carrel_is_not_replaced);
  STORE_TEST ("/carrel/store/backup/damaged-backup-is-refused", damaged_backup_is_refused);
  STORE_TEST ("/carrel/store/backup/missing-and-empty-backups-are-refused",
              missing_and_empty_backups_are_refused);
  STORE_TEST ("/carrel/store/backup/backup-into-a-missing-folder-is-said",
              backup_into_a_missing_folder_is_said);
  STORE_TEST ("/carrel/store/backup/backup-is-one-file-and-wants-none-beside-it",
              backup_is_one_file_and_wants_none_beside_it);
  return g_test_run ();
}
