/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Failures of the store: each of SQLite's codes as a sentence that says what happened, what was
 * kept and what to do. */
#define G_LOG_DOMAIN "carrel-store-error"

#include "config.h"

#include "carrel-store-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "carrel-store-error-private.h"

G_DEFINE_QUARK (carrel_store_error, carrel_store_error)

/* Primary result codes of SQLite; %s is the path of the file. */
static const struct
{
  int code;
  CarrelStoreError error;
  const char *message;
} failures[] = {
  /* Translators: %s is the path of a file. */
  { SQLITE_FULL, CARREL_STORE_ERROR_FULL,
    N_ ("The disk that holds “%s” is full. Nothing was changed, and what was saved before is safe. "
        "Free some space, then try again.") },
  /* Translators: %s is the path of a file. */
  { SQLITE_READONLY, CARREL_STORE_ERROR_READ_ONLY,
    N_ ("“%s” may only be read. Nothing was changed. Allow yourself to write the file and its "
        "folder, then try again.") },
  /* Translators: %s is the path of a file. */
  { SQLITE_CANTOPEN, CARREL_STORE_ERROR_CANNOT_OPEN,
    N_ ("“%s” cannot be opened. Nothing was changed. Check that its folder is there and that you "
        "may write in it, then try again.") },
  /* Translators: %s is the path of a file. */
  { SQLITE_PERM, CARREL_STORE_ERROR_CANNOT_OPEN,
    N_ ("“%s” cannot be opened. Nothing was changed. Check that its folder is there and that you "
        "may write in it, then try again.") },
  /* Translators: %s is the path of a file. */
  { SQLITE_CORRUPT, CARREL_STORE_ERROR_CORRUPT,
    N_ ("“%s” is damaged. Nothing was changed. Restore a backup, or move the file away to start "
        "anew.") },
  /* Translators: %s is the path of a file. */
  { SQLITE_NOTADB, CARREL_STORE_ERROR_NOT_A_DATABASE,
    N_ ("“%s” is not a file of Carrel. Nothing was changed. Choose another file, or move this one "
        "away to start anew.") },
  /* Translators: %s is the path of a file. */
  { SQLITE_BUSY, CARREL_STORE_ERROR_BUSY,
    N_ ("Another program is writing “%s” and does not finish. Nothing was changed. Wait or close "
        "that program, then try again.") },
  /* Translators: %s is the path of a file. */
  { SQLITE_LOCKED, CARREL_STORE_ERROR_BUSY,
    N_ ("Another program is writing “%s” and does not finish. Nothing was changed. Wait or close "
        "that program, then try again.") },
  /* Translators: %s is the path of a file. */
  { SQLITE_NOMEM, CARREL_STORE_ERROR_FAILED,
    N_ ("There is too little memory to work with “%s”. Nothing was changed. Close other programs, "
        "then try again.") },
  /* Translators: %s is the path of a file. */
  { SQLITE_IOERR, CARREL_STORE_ERROR_FAILED,
    N_ ("The disk that holds “%s” cannot be read or written. Nothing was changed. Check the disk "
        "and its free space, then try again.") },
};

/**
 * carrel_store_error_set_from_code:
 * @error: where the error goes
 * @code: a result code of SQLite, extended or not
 * @path: the path of the file
 *
 * Sets the error that belongs to a result code that has a sentence of its own; %SQLITE_ERROR and
 * other codes give %CARREL_STORE_ERROR_FAILED.
 */
void
carrel_store_error_set_from_code (GError **error, int code, const char *path)
{
  g_autoptr (GString) message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (failures[i].code == (code & 0xff))
      {
        message = g_string_new (_ (failures[i].message));
        g_string_replace (message, "%s", path, 1);
        g_set_error_literal (error, CARREL_STORE_ERROR, failures[i].error, message->str);
        return;
      }
  /* Translators: the first %s is the path of a file, the second an English technical message. */
  g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_FAILED,
               _ ("“%s” could not be used, and nothing was changed: %s"), path,
               sqlite3_errstr (code));
}

/**
 * carrel_store_error_set_from_sqlite:
 * @error: where the error goes
 * @handle: the connection whose last call failed
 *
 * Sets the error of the last failed call.
 */
void
carrel_store_error_set_from_sqlite (GError **error, sqlite3 *handle)
{
  const char *path = sqlite3_db_filename (handle, "main");
  int code = sqlite3_extended_errcode (handle);

  /* Where it is not a write of the file that finds the disk full, but one beside it. */
  if ((code & 0xff) == SQLITE_IOERR && sqlite3_system_errno (handle) == ENOSPC)
    code = SQLITE_FULL;

  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    g_set_error_literal (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_FOUND,
                         _ ("The course or scenario is not there any more, so nothing was "
                            "changed."));
  else if (code == SQLITE_ERROR || (code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error (error, CARREL_STORE_ERROR,
                 code == SQLITE_ERROR ? CARREL_STORE_ERROR_FAILED : CARREL_STORE_ERROR_INVALID,
                 /* Translators: the first %s is the path of a file, the second an English technical
                  * message. */
                 _ ("“%s” could not be used, and nothing was changed: %s"), path,
                 sqlite3_errmsg (handle));
  else
    carrel_store_error_set_from_code (error, code, path);
}

/**
 * carrel_store_error_is_broken:
 * @error: (nullable): why a file cannot be opened
 *
 * Returns: whether the file itself is of no use, so that only a backup helps
 */
gboolean
carrel_store_error_is_broken (const GError *error)
{
  return g_error_matches (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_CORRUPT)
         || g_error_matches (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_A_DATABASE);
}
