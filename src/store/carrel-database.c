/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One SQLite file: opening it safely, checking it, and copying it to another file. */
#define G_LOG_DOMAIN "carrel-database"

#include "config.h"

#include "carrel-database.h"

#include <string.h>

#include "carrel-statement-private.h"
#include "carrel-store-error-private.h"

/* How long to wait for another program that writes. */
#define BUSY_MILLISECONDS 2000

/* Where the header of a file says whether it is written with a log (SQLite, "Database File
 * Format", 1.3.3). */
#define FORMAT_OFFSET      18
#define FORMAT_LENGTH      2
#define FORMAT_WITHOUT_LOG 1

struct _CarrelDatabase
{
  GObject parent_instance;

  sqlite3 *handle;
  char *path;
};

G_DEFINE_FINAL_TYPE (CarrelDatabase, carrel_database, G_TYPE_OBJECT)

static CarrelDatabase *
open_handle (const char *path, int flags, GError **error)
{
  g_autoptr (CarrelDatabase) self = g_object_new (CARREL_TYPE_DATABASE, NULL);
  int code = sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);

  self->path = g_strdup (path);
  if (code != SQLITE_OK)
    {
      carrel_store_error_set_from_code (error, code, path);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  return g_steal_pointer (&self);
}

/* Copies all of @from over all of @to in one transaction of @to; @path is what an error names. */
static gboolean
copy_pages (sqlite3 *from, sqlite3 *to, const char *path, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code = SQLITE_BUSY;

  if (backup == NULL)
    {
      carrel_store_error_set_from_sqlite (error, to);
      return FALSE;
    }
  for (guint n_tries = 0; n_tries < 20 && (code == SQLITE_BUSY || code == SQLITE_LOCKED); n_tries++)
    {
      code = sqlite3_backup_step (backup, -1);
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        sqlite3_sleep (BUSY_MILLISECONDS / 20);
    }
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  carrel_store_error_set_from_code (error, code, path);
  return FALSE;
}

/* All of a database as one file without a log. sqlite3_serialize() passes over pages that cannot
 * be read, so it gets a copy in memory. */
static GBytes *
load_copy (CarrelDatabase *self, GError **error)
{
  g_autoptr (CarrelDatabase) copy = open_handle (":memory:", SQLITE_OPEN_READWRITE, error);
  sqlite3_int64 length = 0;
  guchar *bytes;

  if (copy == NULL || !copy_pages (self->handle, copy->handle, self->path, error))
    return NULL;
  bytes = sqlite3_serialize (copy->handle, "main", &length, 0);
  if (bytes == NULL)
    {
      carrel_store_error_set_from_code (error, SQLITE_NOMEM, self->path);
      return NULL;
    }
  memset (bytes + FORMAT_OFFSET, FORMAT_WITHOUT_LOG, FORMAT_LENGTH);
  return g_bytes_new_with_free_func (bytes, (gsize) length, sqlite3_free, bytes);
}

static int
get_code (const GError *trouble)
{
  if (g_error_matches (trouble, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return SQLITE_FULL;
  return g_error_matches (trouble, G_FILE_ERROR, G_FILE_ERROR_IO) ? SQLITE_IOERR : SQLITE_CANTOPEN;
}

static void
carrel_database_finalize (GObject *object)
{
  CarrelDatabase *self = CARREL_DATABASE (object);

  carrel_database_close (self);
  g_free (self->path);
  G_OBJECT_CLASS (carrel_database_parent_class)->finalize (object);
}

static void
carrel_database_class_init (CarrelDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = carrel_database_finalize;
}

static void
carrel_database_init (CarrelDatabase *self)
{
}

/**
 * carrel_database_open:
 * @path: the path of a file, which is made when it is not there
 * @error: where an error of %CARREL_STORE_ERROR goes
 *
 * Opens a file to read and write: write-ahead log, foreign keys, each commit on the disk before it
 * is shown as saved.
 *
 * Returns: (transfer full) (nullable): the database
 */
CarrelDatabase *
carrel_database_open (const char *path, GError **error)
{
  g_autoptr (CarrelDatabase) self
      = open_handle (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (self == NULL)
    return NULL;
  if (sqlite3_db_readonly (self->handle, "main") == 1)
    {
      carrel_store_error_set_from_code (error, SQLITE_READONLY, path);
      return NULL;
    }
  if (!carrel_database_execute (self,
                                "PRAGMA journal_mode = WAL;"
                                "PRAGMA synchronous = FULL;"
                                "PRAGMA foreign_keys = ON;"
                                "PRAGMA cache_size = -8192;"
                                "PRAGMA temp_store = MEMORY",
                                error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * carrel_database_open_read_only:
 * @path: the path of a file that is there
 * @error: where an error of %CARREL_STORE_ERROR goes
 *
 * Opens a file to look at it, which never changes it.
 *
 * Returns: (transfer full) (nullable): the database
 */
CarrelDatabase *
carrel_database_open_read_only (const char *path, GError **error)
{
  g_autoptr (CarrelDatabase) self = open_handle (path, SQLITE_OPEN_READONLY, error);

  if (self == NULL || !carrel_database_execute (self, "PRAGMA trusted_schema = OFF", error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * carrel_database_close:
 * @self: a database
 *
 * Closes the file now; all statements must be gone. To close twice is harmless.
 */
void
carrel_database_close (CarrelDatabase *self)
{
  g_clear_pointer (&self->handle, sqlite3_close_v2);
}

/**
 * carrel_database_get_path:
 * @self: a database
 *
 * Returns: (transfer none): the path of its file
 */
const char *
carrel_database_get_path (CarrelDatabase *self)
{
  return self->path;
}

/**
 * carrel_database_prepare:
 * @self: a database
 * @sql: one statement
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the statement, to be bound and stepped
 */
CarrelStatement *
carrel_database_prepare (CarrelDatabase *self, const char *sql, GError **error)
{
  return carrel_statement_new (self->handle, sql, error);
}

/**
 * carrel_database_execute:
 * @self: a database
 * @sql: any number of statements without parameters
 * @error: where an error goes
 *
 * Runs statements and passes over their rows.
 *
 * Returns: whether all succeeded
 */
gboolean
carrel_database_execute (CarrelDatabase *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  carrel_store_error_set_from_sqlite (error, self->handle);
  return FALSE;
}

/**
 * carrel_database_get_integer:
 * @self: a database
 * @sql: a query whose first column is a number
 * @number: (out): where the number of the first row goes; 0 when there is no row
 * @error: where an error goes
 *
 * Asks for one number.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_database_get_integer (CarrelDatabase *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (CarrelStatement) statement = carrel_database_prepare (self, sql, error);
  CarrelStep step;

  if (statement == NULL)
    return FALSE;
  step = carrel_statement_step (statement, error);
  if (step == CARREL_STEP_FAILED)
    return FALSE;
  *number = step == CARREL_STEP_ROW ? carrel_statement_get_integer (statement, 0) : 0;
  return TRUE;
}

/**
 * carrel_database_check:
 * @self: a database
 * @error: where %CARREL_STORE_ERROR_CORRUPT or another error goes
 *
 * Reads the whole file and checks that it is in order.
 *
 * Returns: whether it is
 */
gboolean
carrel_database_check (CarrelDatabase *self, GError **error)
{
  g_autoptr (CarrelStatement) statement
      = carrel_database_prepare (self, "PRAGMA integrity_check (1)", error);

  if (statement == NULL || carrel_statement_step (statement, error) != CARREL_STEP_ROW)
    return FALSE;
  if (g_strcmp0 (carrel_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;
  carrel_store_error_set_from_code (error, SQLITE_CORRUPT, self->path);
  return FALSE;
}

/**
 * carrel_database_back_up:
 * @self: a database
 * @path: the path of the copy, which replaces what is there only when it is complete
 * @error: where an error goes
 *
 * Writes a consistent copy through SQLite's backup API, so that what is still in the log is in it.
 * SQLite itself never opens @path: where a portal or a network keeps the file, it can neither lock
 * it nor have a log beside it.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_database_back_up (CarrelDatabase *self, const char *path, GError **error)
{
  g_autoptr (GBytes) copy = load_copy (self, error);
  g_autoptr (GError) trouble = NULL;

  if (copy == NULL)
    return FALSE;
  if (g_file_set_contents_full (
          path, g_bytes_get_data (copy, NULL), (gssize) g_bytes_get_size (copy),
          G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &trouble))
    return TRUE;
  carrel_store_error_set_from_code (error, get_code (trouble), path);
  return FALSE;
}

/**
 * carrel_database_replace:
 * @self: a database
 * @source: the database whose content takes the place of all of @self's
 * @error: where an error goes
 *
 * Takes over the content of another file in one transaction; other programs that have the file open
 * see either the old content or the new.
 *
 * Returns: whether it succeeded; @self is unchanged otherwise
 */
gboolean
carrel_database_replace (CarrelDatabase *self, CarrelDatabase *source, GError **error)
{
  return copy_pages (source->handle, self->handle, self->path, error);
}

/**
 * carrel_database_count_changes:
 * @self: a database
 *
 * Returns: how many rows the last statement inserted, changed or deleted, without triggers
 */
int
carrel_database_count_changes (CarrelDatabase *self)
{
  return sqlite3_changes (self->handle);
}

/**
 * carrel_database_get_last_row:
 * @self: a database
 *
 * Returns: the integer key of the row that was inserted last, triggers aside
 */
gint64
carrel_database_get_last_row (CarrelDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * carrel_database_is_in_transaction:
 * @self: a database
 *
 * Returns: whether a transaction is open
 */
gboolean
carrel_database_is_in_transaction (CarrelDatabase *self)
{
  return sqlite3_get_autocommit (self->handle) == 0;
}
