/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Migrations: forward only, each in one transaction with its number, after a backup. */
#define G_LOG_DOMAIN "carrel-migrator"

#include "config.h"

#include "carrel-migrator.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "carrel-sql-resource.h"
#include "carrel-store-error.h"

#define SQL_FOLDER "/io/github/carrel/Carrel/sql/"

/* "Crrl", in the header of every file of ours. */
#define APPLICATION_ID 0x4372726c

static int
compare_names (const void *one, const void *other)
{
  return g_strcmp0 (*(char *const *) one, *(char *const *) other);
}

/* The names of all migrations, in their order. */
static GStrv
list_migrations (void)
{
  GStrv names;

  /* Named so that the linker keeps the resource. */
  g_assert (carrel_sql_get_resource () != NULL);
  names = g_resources_enumerate_children (SQL_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}

static gboolean
check_application (CarrelDatabase *database, GError **error)
{
  gint64 application;
  gint64 n_objects;

  if (!carrel_database_get_integer (database, "PRAGMA application_id", &application, error)
      || !carrel_database_get_integer (database, "SELECT count(*) FROM sqlite_schema", &n_objects,
                                       error))
    return FALSE;
  if (application == APPLICATION_ID || (application == 0 && n_objects == 0))
    return TRUE;
  /* Translators: %s is the path of a file. */
  g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NOT_A_DATABASE,
               _ ("“%s” belongs to another program. Nothing was changed. Choose another file, or "
                  "move this one away to start anew."),
               carrel_database_get_path (database));
  return FALSE;
}

static gboolean
check_foreign_keys (CarrelDatabase *database, GError **error)
{
  gint64 n_broken = 0;

  if (!carrel_database_get_integer (database, "SELECT count(*) FROM pragma_foreign_key_check",
                                    &n_broken, error))
    return FALSE;
  if (n_broken == 0)
    return TRUE;
  /* Translators: %s is the path of a file. */
  g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_CORRUPT,
               _ ("“%s” could not be brought to the newest version, because rows in it refer to "
                  "rows that are not there. Nothing was changed. Restore a backup."),
               carrel_database_get_path (database));
  return FALSE;
}

static gboolean
apply (CarrelDatabase *database, const char *name, guint version, GError **error)
{
  g_autofree char *path = g_strconcat (SQL_FOLDER, name, NULL);
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %u; PRAGMA application_id = %d",
                                           version, APPLICATION_ID);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL && carrel_database_execute (database, g_bytes_get_data (sql, NULL), error)
         && carrel_database_execute (database, mark, error);
}

/* Applies one migration unless another program has done so meanwhile. */
static gboolean
apply_next (CarrelDatabase *database, const char *name, guint version, GError **error)
{
  guint found;

  if (!carrel_migrator_check (database, &found, error))
    return FALSE;
  if (found >= version)
    return TRUE;
  return apply (database, name, version, error) && check_foreign_keys (database, error);
}

static gboolean
apply_in_transaction (CarrelDatabase *database, const char *name, guint version, GError **error)
{
  if (!carrel_database_execute (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (apply_next (database, name, version, error)
      && carrel_database_execute (database, "COMMIT", error))
    return TRUE;
  if (carrel_database_is_in_transaction (database))
    carrel_database_execute (database, "ROLLBACK", NULL);
  return FALSE;
}

/* Keeps the old file under a name that says which version it is. */
static gboolean
keep_copy (CarrelDatabase *database, guint version, GError **error)
{
  g_autofree char *path
      = g_strdup_printf ("%s.v%u-backup", carrel_database_get_path (database), version);

  return carrel_database_back_up (database, path, error);
}

/**
 * carrel_migrator_get_newest:
 *
 * Returns: the number of the newest migration, which is the version of a new file
 */
guint
carrel_migrator_get_newest (void)
{
  g_auto (GStrv) names = list_migrations ();

  return g_strv_length (names);
}

/**
 * carrel_migrator_check:
 * @database: a database, perhaps open only to be read
 * @version: (out): where the version of the file goes; 0 is an empty file
 * @error: where %CARREL_STORE_ERROR_NEWER, %CARREL_STORE_ERROR_NOT_A_DATABASE or another error goes
 *
 * Looks whether a file is ours and of a version that this program knows. Writes nothing.
 *
 * Returns: whether it is
 */
gboolean
carrel_migrator_check (CarrelDatabase *database, guint *version, GError **error)
{
  gint64 found;

  if (!carrel_database_get_integer (database, "PRAGMA user_version", &found, error)
      || !check_application (database, error))
    return FALSE;
  if (found < 0 || found > carrel_migrator_get_newest ())
    {
      /* Translators: %s is the path of a file. */
      g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_NEWER,
                   _ ("“%s” was written by a newer version of Carrel. Nothing was changed. Update "
                      "Carrel, or choose another file."),
                   carrel_database_get_path (database));
      return FALSE;
    }
  *version = (guint) found;
  return TRUE;
}

/**
 * carrel_migrator_run_to:
 * @database: a database
 * @version: the version to reach
 * @error: where an error goes
 *
 * Applies the migrations up to @version, each in one transaction with its number, after a backup
 * beside the file.
 *
 * Returns: whether it succeeded; the migration that failed left nothing otherwise
 */
gboolean
carrel_migrator_run_to (CarrelDatabase *database, guint version, GError **error)
{
  g_auto (GStrv) names = list_migrations ();
  guint found;

  if (!carrel_migrator_check (database, &found, error))
    return FALSE;
  if (found > 0 && found < version && !keep_copy (database, found, error))
    return FALSE;
  for (guint i = found; i < version; i++)
    {
      g_assert (g_ascii_strtoull (names[i], NULL, 10) == i + 1);
      if (!apply_in_transaction (database, names[i], i + 1, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * carrel_migrator_run:
 * @database: a database
 * @error: where an error goes
 *
 * Brings a database to the newest version.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_migrator_run (CarrelDatabase *database, GError **error)
{
  return carrel_migrator_run_to (database, carrel_migrator_get_newest (), error);
}
