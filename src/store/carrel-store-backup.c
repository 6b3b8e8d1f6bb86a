/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backup and restore. A restore writes the content of the backup into the file that is open, in one
 * transaction, after the file has been copied aside. */
#define G_LOG_DOMAIN "carrel-store-backup"

#include "config.h"

#include "carrel-store-backup.h"

#include <glib/gi18n-lib.h>

#include "carrel-migrator.h"
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
