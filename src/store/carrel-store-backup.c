/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backup and restore. A restore writes the content of the backup into the file that is open, in one
 * transaction, after the file has been copied aside. */
#define G_LOG_DOMAIN "carrel-store-backup"

#include "config.h"

#include "carrel-store-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "carrel-migrator.h"
#include "carrel-store-error-private.h"
#include "carrel-store-private.h"

/* Opens a backup to be read and checks all of it. */
static CarrelDatabase *
open_backup (const char *path, GError **error)
{
  g_autoptr (CarrelDatabase) backup = carrel_database_open_read_only (path, error);
  guint version;

  if (backup == NULL || !carrel_migrator_check (backup, &version, error)
      || !carrel_database_check (backup, error))
    return NULL;
  if (version > 0)
    return g_steal_pointer (&backup);
  /* Translators: %s is the path of a file. */
  g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_A_DATABASE,
               _ ("“%s” is empty and no backup. Nothing was changed. Choose another file."), path);
  return NULL;
}

/* A name beside the file that nothing has yet. */
static char *
dup_name_aside (const char *path)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *name = g_strdup_printf ("%s.before-restore-%u", path, n);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

static gboolean
move_file (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0 || errno == ENOENT)
    return TRUE;
  carrel_store_error_set_from_code (error, SQLITE_CANTOPEN, from);
  return FALSE;
}

/* The log goes first: beside another file it would be taken for that one's. */
static gboolean
move_database (const char *from, const char *to, GError **error)
{
  static const char *const ends[] = { "-wal", "-shm", "" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *source = g_strconcat (from, ends[i], NULL);
      g_autofree char *target = g_strconcat (to, ends[i], NULL);

      if (!move_file (source, target, error))
        return FALSE;
    }
  return TRUE;
}

/* Puts a backup in the place of a file that is of no use, and keeps that under another name. */
static gboolean
replace_file (const char *path, const char *backup_path, char **kept_aside, GError **error)
{
  g_autoptr (CarrelDatabase) backup = open_backup (backup_path, error);
  g_autofree char *fresh = g_strconcat (path, ".restored", NULL);
  g_autofree char *aside = dup_name_aside (path);

  if (backup == NULL || !carrel_database_back_up (backup, fresh, error))
    return FALSE;
  if (!move_database (path, aside, error) || !move_file (fresh, path, error))
    {
      move_database (aside, path, NULL);
      g_unlink (fresh);
      return FALSE;
    }
  if (kept_aside != NULL)
    *kept_aside = g_steal_pointer (&aside);
  return TRUE;
}

/**
 * carrel_store_back_up:
 * @self: a store
 * @path: where the backup goes; what is there is replaced when the backup is complete
 * @error: where an error goes
 *
 * Writes everything, mine included, to one file.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_back_up (CarrelStore *self, const char *path, GError **error)
{
  return carrel_database_back_up (carrel_store_get_database (self), path, error);
}

/**
 * carrel_store_check_backup:
 * @path: a file
 * @n_courses: (out): where the number of its courses goes
 * @error: where %CARREL_STORE_ERROR_NOT_A_DATABASE, %CARREL_STORE_ERROR_CORRUPT,
 *   %CARREL_STORE_ERROR_NEWER or another error goes
 *
 * Reads a whole backup to see whether it can be restored.
 *
 * Returns: whether it can
 */
gboolean
carrel_store_check_backup (const char *path, guint *n_courses, GError **error)
{
  g_autoptr (CarrelDatabase) backup = open_backup (path, error);
  gint64 number;

  if (backup == NULL
      || !carrel_database_get_integer (backup, "SELECT count(*) FROM courses", &number, error))
    return FALSE;
  *n_courses = (guint) number;
  return TRUE;
}

/**
 * carrel_store_restore:
 * @self: a store
 * @path: a backup
 * @kept_aside: (out) (optional) (transfer full): where the path of the copy of what was there
 * before goes
 * @error: where an error goes
 *
 * Takes over all of a backup, after it was checked and what is there was copied aside.
 *
 * Returns: whether it succeeded; nothing was changed otherwise
 */
gboolean
carrel_store_restore (CarrelStore *self, const char *path, char **kept_aside, GError **error)
{
  CarrelDatabase *database = carrel_store_get_database (self);
  g_autoptr (CarrelDatabase) backup = open_backup (path, error);
  g_autofree char *aside = dup_name_aside (carrel_store_get_path (self));

  if (backup == NULL || !carrel_database_back_up (database, aside, error))
    return FALSE;
  carrel_undo_log_uninstall (carrel_store_get_undo_log (self));
  if (!carrel_database_replace (database, backup, error)
      || !carrel_store_prepare_database (self, error))
    return FALSE;
  carrel_store_tell (self, NULL, CARREL_CHANGED_ALL);
  if (kept_aside != NULL)
    *kept_aside = g_steal_pointer (&aside);
  return TRUE;
}

/**
 * carrel_store_rescue:
 * @path: the path of a file, which may be damaged
 * @backup_path: a backup
 * @kept_aside: (out) (optional) (transfer full): where the path of what was there before goes
 * @error: where an error goes
 *
 * Takes over all of a backup, as carrel_store_restore() does, also where there is no store because
 * its file is damaged or none of ours. What only stands in the way, such as a full disk or another
 * program, is no reason to replace a file.
 *
 * Returns: whether it succeeded; nothing was changed otherwise
 */
gboolean
carrel_store_rescue (const char *path, const char *backup_path, char **kept_aside, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CarrelStore) store = carrel_store_open (path, &failure);

  if (store != NULL)
    return carrel_store_restore (store, backup_path, kept_aside, error);
  if (carrel_store_error_is_broken (failure))
    return replace_file (path, backup_path, kept_aside, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
