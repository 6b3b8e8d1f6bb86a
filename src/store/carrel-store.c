/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The store itself: opening the file, what its families share, and telling what changed. */
#define G_LOG_DOMAIN "carrel-store"

#include "config.h"

#include "carrel-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "carrel-course-item.h"
#include "carrel-course-list.h"
#include "carrel-migrator.h"
#include "carrel-search-index.h"
#include "carrel-store-error-private.h"
#include "carrel-store-private.h"
#include "carrel-store-undo.h"

struct _CarrelStore
{
  GObject parent_instance;

  char *path;
  CarrelDatabase *database;
  CarrelUndoLog *undo_log;
  GListStore *courses; /* of CarrelCourseItem */
  GHashTable *loaded;  /* id -> CarrelCourse, as it is seen now */
  GFileMonitor *monitor;
  gint64 data_version; /* changes when another program commits */
};

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPERTIES,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarrelStore, carrel_store, G_TYPE_OBJECT)

static gint64
read_data_version (CarrelStore *self)
{
  gint64 version = self->data_version;

  carrel_database_get_integer (self->database, "PRAGMA data_version", &version, NULL);
  return version;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  /* Translators: the first %s is the path of a folder, the second a message of the system. */
  g_set_error (error, CARREL_STORE_ERROR, CARREL_STORE_ERROR_CANNOT_OPEN,
               _ ("The folder “%s” cannot be made (%s), so there is no place to save anything. "
                  "Make it, or allow yourself to write where it should be, then try again."),
               folder, g_strerror (errno));
  return FALSE;
}

/* Looks at a file that is there without writing to it. */
static gboolean
look_first (const char *path, GError **error)
{
  g_autoptr (CarrelDatabase) database = NULL;
  GStatBuf status;
  guint version;

  if (g_stat (path, &status) != 0)
    return TRUE;
  if (!S_ISREG (status.st_mode))
    {
      carrel_store_error_set_from_code (error, SQLITE_CANTOPEN, path);
      return FALSE;
    }
  if (status.st_size == 0)
    return TRUE;
  database = carrel_database_open_read_only (path, error);
  return database != NULL && carrel_migrator_check (database, &version, error);
}

static void
notify_undo (CarrelStore *self)
{
  for (guint i = 1; i < N_PROPERTIES; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
on_log_changed_cb (CarrelStore *self)
{
  carrel_store_notice_others (self);
}

static void
carrel_store_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  CarrelStore *self = CARREL_STORE (object);

  switch (property)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, carrel_store_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, carrel_store_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, carrel_store_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, carrel_store_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
      break;
    }
}

static void
carrel_store_finalize (GObject *object)
{
  CarrelStore *self = CARREL_STORE (object);

  carrel_store_close (self);
  g_clear_object (&self->courses);
  g_clear_pointer (&self->loaded, g_hash_table_unref);
  g_free (self->path);
  G_OBJECT_CLASS (carrel_store_parent_class)->finalize (object);
}

static void
carrel_store_class_init (CarrelStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = carrel_store_get_property;
  object_class->finalize = carrel_store_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", CARREL_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, CARREL_TYPE_STORE_CHANGES);
}

static void
carrel_store_init (CarrelStore *self)
{
  self->courses = g_list_store_new (CARREL_TYPE_COURSE_ITEM);
  self->loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, carrel_record_unref);
}

/**
 * carrel_store_dup_default_path:
 *
 * Returns: (transfer full): where the data of this person is
 */
char *
carrel_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "carrel", "carrel.db", NULL);
}

/**
 * carrel_store_open:
 * @path: the path of the file; it and its folder are made when they are not there
 * @error: where an error of %CARREL_STORE_ERROR goes
 *
 * Opens the store, and brings an older file to the newest version after a backup beside it.
 *
 * Returns: (transfer full) (nullable): the store
 */
CarrelStore *
carrel_store_open (const char *path, GError **error)
{
  g_autoptr (CarrelStore) self = g_object_new (CARREL_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  if (!make_folder (path, error) || !look_first (path, error))
    return NULL;
  self->database = carrel_database_open (path, error);
  if (self->database == NULL)
    return NULL;
  self->undo_log = carrel_undo_log_new (self->database);
  if (!carrel_store_prepare_database (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * carrel_store_close:
 * @self: a store
 *
 * Closes the file now instead of with the last reference; nothing but that may follow.
 */
void
carrel_store_close (CarrelStore *self)
{
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->undo_log, carrel_undo_log_free);
  if (self->database != NULL)
    carrel_database_close (self->database);
  g_clear_object (&self->database);
}

/**
 * carrel_store_watch:
 * @self: a store
 *
 * Notices from now on when another program writes, and emits #CarrelStore::changed then. Needs a
 * main loop.
 */
void
carrel_store_watch (CarrelStore *self)
{
  g_autofree char *path = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (self->monitor != NULL)
    return;
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_log_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/**
 * carrel_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the path of its file
 */
const char *
carrel_store_get_path (CarrelStore *self)
{
  return self->path;
}

/**
 * carrel_store_get_database:
 * @self: a store
 *
 * Returns: (transfer none): its connection, for the families
 */
CarrelDatabase *
carrel_store_get_database (CarrelStore *self)
{
  return self->database;
}

/**
 * carrel_store_get_undo_log:
 * @self: a store
 *
 * Returns: (transfer none): its log of undo, for the families
 */
CarrelUndoLog *
carrel_store_get_undo_log (CarrelStore *self)
{
  return self->undo_log;
}

/**
 * carrel_store_get_course_items:
 * @self: a store
 *
 * Returns: (transfer none): the list behind carrel_store_get_courses()
 */
GListStore *
carrel_store_get_course_items (CarrelStore *self)
{
  return self->courses;
}

/**
 * carrel_store_get_loaded:
 * @self: a store
 *
 * Returns: (transfer none) (element-type utf8 CarrelCourse): the courses that were read and have
 * not changed since
 */
GHashTable *
carrel_store_get_loaded (CarrelStore *self)
{
  return self->loaded;
}

/**
 * carrel_store_prepare_database:
 * @self: a store whose file is open
 * @error: where an error goes
 *
 * Migrates the file, fills the search index where it is empty, and reads the list of courses.
 *
 * Returns: whether it succeeded
 */
gboolean
carrel_store_prepare_database (CarrelStore *self, GError **error)
{
  if (!carrel_migrator_run (self->database, error)
      || !carrel_search_index_fill (self->database, error))
    return FALSE;
  self->data_version = read_data_version (self);
  g_hash_table_remove_all (self->loaded);
  return carrel_course_list_refresh (self->courses, self->database, error);
}

/**
 * carrel_store_tell:
 * @self: a store
 * @course: (nullable): the course that changed, %NULL is any
 * @changes: what changed
 *
 * Drops what was read before and tells everybody.
 */
void
carrel_store_tell (CarrelStore *self, const char *course, CarrelStoreChanges changes)
{
  if (course == NULL)
    g_hash_table_remove_all (self->loaded);
  else if ((changes & CARREL_CHANGED_FACTS) != 0)
    g_hash_table_remove (self->loaded, course);
  if ((changes & (CARREL_CHANGED_COURSES | CARREL_CHANGED_FACTS)) != 0)
    carrel_course_list_refresh (self->courses, self->database, NULL);
  notify_undo (self);
  g_signal_emit (self, signals[CHANGED], 0, course, changes);
}

/**
 * carrel_store_notice_others:
 * @self: a store
 *
 * Looks whether another program has written. What could be undone may rely on what it changed, so
 * the log of undo ends there.
 *
 * Returns: whether it has
 */
gboolean
carrel_store_notice_others (CarrelStore *self)
{
  gint64 version = read_data_version (self);

  if (version == self->data_version)
    return FALSE;
  self->data_version = version;
  carrel_undo_log_clear (self->undo_log);
  carrel_store_tell (self, NULL, CARREL_CHANGED_ALL);
  return TRUE;
}
