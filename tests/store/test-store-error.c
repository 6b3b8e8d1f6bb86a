/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each failure is typed, names the file, says that nothing is lost, and says what to do. */
#include "config.h"

#include "carrel-store-error-private.h"

#include <string.h>

static const struct
{
  int code;
  CarrelStoreError error;
  const char *advice;
} failures[] = {
  { SQLITE_FULL, CARREL_STORE_ERROR_FULL, "Free some space" },
  { SQLITE_READONLY, CARREL_STORE_ERROR_READ_ONLY, "Allow yourself to write" },
  { SQLITE_READONLY_DIRECTORY, CARREL_STORE_ERROR_READ_ONLY, "Allow yourself to write" },
  { SQLITE_CANTOPEN, CARREL_STORE_ERROR_CANNOT_OPEN, "Check that its folder is there" },
  { SQLITE_CANTOPEN_ISDIR, CARREL_STORE_ERROR_CANNOT_OPEN, "Check that its folder is there" },
  { SQLITE_PERM, CARREL_STORE_ERROR_CANNOT_OPEN, "you may write in it" },
  { SQLITE_CORRUPT, CARREL_STORE_ERROR_CORRUPT, "Restore a backup" },
  { SQLITE_CORRUPT_INDEX, CARREL_STORE_ERROR_CORRUPT, "Restore a backup" },
  { SQLITE_NOTADB, CARREL_STORE_ERROR_NOT_A_DATABASE, "Choose another file" },
  { SQLITE_BUSY, CARREL_STORE_ERROR_BUSY, "Wait or close" },
  { SQLITE_BUSY_SNAPSHOT, CARREL_STORE_ERROR_BUSY, "Wait or close" },
  { SQLITE_LOCKED, CARREL_STORE_ERROR_BUSY, "Wait or close" },
  { SQLITE_NOMEM, CARREL_STORE_ERROR_FAILED, "Close other programs" },
  { SQLITE_IOERR_WRITE, CARREL_STORE_ERROR_FAILED, "Check the disk" },
  { SQLITE_INTERNAL, CARREL_STORE_ERROR_FAILED, "nothing was changed" },
};

static void
every_code_is_typed_and_advises (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autoptr (GError) error = NULL;

      carrel_store_error_set_from_code (&error, failures[i].code, "/home/ada/carrel.db");
      g_assert_error (error, CARREL_STORE_ERROR, (int) failures[i].error);
      g_assert_nonnull (strstr (error->message, "“/home/ada/carrel.db”"));
      g_assert_nonnull (strstr (error->message, failures[i].advice));
      g_assert_true (strstr (error->message, "Nothing was changed") != NULL
                     || strstr (error->message, "nothing was changed") != NULL);
    }
}

static void
a_path_is_no_format (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autoptr (GError) error = NULL;

      carrel_store_error_set_from_code (&error, failures[i].code, "/a/%s%n%d.db");
      g_assert_nonnull (strstr (error->message, "“/a/%s%n%d.db”"));
    }
}

static void
who_does_not_listen_is_not_told (void)
{
  carrel_store_error_set_from_code (NULL, SQLITE_FULL, "/a.db");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/store/error/every-code-is-typed-and-advises",
                   every_code_is_typed_and_advises);
  g_test_add_func ("/carrel/store/error/a-path-is-no-format", a_path_is_no_format);
  g_test_add_func ("/carrel/store/error/who-does-not-listen-is-not-told",
                   who_does_not_listen_is_not_told);
  return g_test_run ();
}
