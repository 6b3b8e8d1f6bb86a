/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files and folders into bytes, with errors that say what to do. */
#define G_LOG_DOMAIN "carrel-import-load"

#include "config.h"

#include "carrel-import.h"

#include "carrel-import-format.h"
#include "carrel-page-text.h"

#include <string.h>

#define MAX_FILE  (64 * 1024 * 1024)
#define MAX_ALL   (256 * 1024 * 1024)
#define MAX_FILES 2000
#define MAX_DEPTH 12

typedef struct
{
  GPtrArray *files;
  GCancellable *cancellable;
  gsize n_bytes;
  guint depth;
} Loader;

/* Folders that hold what is built or fetched, not what the course wrote. */
static const char *const skipped_folders[]
    = { "node_modules", "_site", "build", "dist", "public", "vendor", "venv", "target", NULL };

static gboolean
report_missing (const char *path, const GError *problem, GError **error)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_NOT_FOUND,
                 "%s: there is no such file or folder: check its name", path);
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (problem));
  else
    g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_UNREADABLE,
                 "%s: it cannot be read (%s): check its permissions", path, problem->message);
  return FALSE;
}

/* Text that a program on Windows wrote in UTF-16; anything else as it is. */
static GBytes *
take_utf8 (GBytes *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *encoding = NULL;
  gsize n_text = 0;
  char *text = NULL;

  if (length >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    encoding = "UTF-16LE";
  else if (length >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    encoding = "UTF-16BE";
  if (encoding != NULL)
    text = g_convert (data + 2, (gssize) length - 2, "UTF-8", encoding, NULL, &n_text, NULL);
  if (text == NULL)
    return bytes;
  g_bytes_unref (bytes);
  return g_bytes_new_take (text, n_text);
}

static gboolean
load_file (Loader *loader, const char *path, const char *name, goffset size, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;

  loader->n_bytes += (gsize) size;
  if (size > MAX_FILE || loader->n_bytes > MAX_ALL || loader->files->len >= MAX_FILES)
    {
      g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_TOO_LARGE,
                   "%s: this is more than Carrel reads (%d MB a file, %d MB and %d files in all): "
                   "choose only the pages of the course",
                   path, MAX_FILE / 1000000, MAX_ALL / 1000000, MAX_FILES);
      return FALSE;
    }
  bytes = g_file_load_bytes (file, loader->cancellable, NULL, &problem);
  if (bytes == NULL)
    return report_missing (path, problem, error);
  bytes = take_utf8 (bytes);
  /* A blank file among others says nothing; alone it is a mistake. */
  if (loader->depth == 0 || !carrel_page_text_is_blank (bytes))
    g_ptr_array_add (loader->files, carrel_import_file_new (name, bytes));
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_folder (const char *path, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) problem = NULL;
  GDir *folder = g_dir_open (path, 0, &problem);

  if (folder == NULL)
    {
      g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_UNREADABLE,
                   "%s: the folder cannot be read (%s): check its permissions", path,
                   problem->message);
      return NULL;
    }
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    if (name[0] != '.' && !g_strv_contains (skipped_folders, name))
      g_ptr_array_add (names, g_strdup (name));
  g_dir_close (folder);
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static gboolean load_path (Loader *loader, const char *path, const char *name, GError **error);

static gboolean
load_folder (Loader *loader, const char *path, const char *prefix, GError **error)
{
  g_autoptr (GPtrArray) names = list_folder (path, error);
  gboolean done = TRUE;

  if (names == NULL)
    return FALSE;
  loader->depth++;
  for (guint i = 0; i < names->len && done && loader->depth <= MAX_DEPTH; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *path_shown = g_build_filename (prefix, name, NULL);
      g_autofree char *shown = g_filename_display_name (path_shown);
      gboolean is_folder = g_file_test (child, G_FILE_TEST_IS_DIR);

      if (g_file_test (child, G_FILE_TEST_IS_SYMLINK) && is_folder)
        continue;
      if (is_folder || carrel_import_format_is_known (name))
        done = load_path (loader, child, shown, error);
    }
  loader->depth--;
  return done;
}

static gboolean
load_path (Loader *loader, const char *path, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, loader->cancellable, &problem);

  if (info == NULL)
    return report_missing (path, problem, error);
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    return load_folder (loader, path, loader->depth == 0 ? "" : name, error);
  /* A pipe in a folder would be waited for. */
  if (loader->depth > 0 && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return TRUE;
  return load_file (loader, path, name, g_file_info_get_size (info), error);
}

/**
 * carrel_import_load:
 * @paths: files and folders, ends with NULL
 * @cancellable: (nullable): to stop
 * @error: where to put why it failed: missing, unreadable, too large, nothing to read
 *
 * Reads the files that hold a course. Of folders, the files whose names end like those of a known
 * format are read, sorted by name; hidden files and links to folders are not.
 *
 * Returns: (transfer full) (element-type CarrelImportFile) (nullable): the files
 */
GPtrArray *
carrel_import_load (const char *const *paths, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  Loader loader = { .files = files, .cancellable = cancellable };

  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (paths[i]);
      g_autofree char *name = g_filename_display_name (base);

      if (!load_path (&loader, paths[i], name, error))
        return NULL;
    }
  if (files->len > 0)
    return g_steal_pointer (&files);
  g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_NOT_FOUND,
               "%s: there is no page of a course in it: choose a folder with Markdown files",
               paths[0] != NULL ? paths[0] : "");
  return NULL;
}
