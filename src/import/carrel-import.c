/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several files become one draft, here or in a thread. */
#define G_LOG_DOMAIN "carrel-import"

#include "config.h"

#include "carrel-import.h"

#include "carrel-extract.h"
#include "carrel-import-format.h"
#include "carrel-merge.h"

static gsize
count_bytes (GPtrArray *files)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < files->len; i++)
    n_bytes += g_bytes_get_size (((const CarrelImportFile *) g_ptr_array_index (files, i))->bytes);
  return n_bytes;
}

/**
 * carrel_import_error_quark:
 *
 * Returns: the domain of the errors of this library
 */
GQuark
carrel_import_error_quark (void)
{
  return g_quark_from_static_string ("carrel-import-error");
}

/**
 * carrel_import_file_new:
 * @name: the name of a file, as it is shown
 * @bytes: its bytes
 *
 * Returns: (transfer full): a file to parse
 */
CarrelImportFile *
carrel_import_file_new (const char *name, GBytes *bytes)
{
  CarrelImportFile *file = g_new0 (CarrelImportFile, 1);

  file->name = g_strdup (name);
  file->bytes = g_bytes_ref (bytes);
  return file;
}

/**
 * carrel_import_file_free:
 * @file: (transfer full) (nullable): a file to parse
 */
void
carrel_import_file_free (CarrelImportFile *file)
{
  if (file == NULL)
    return;
  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

/**
 * carrel_import_parse_watched:
 * @files: (element-type CarrelImportFile): the files of one course
 * @cancellable: (nullable): to stop, also within a file
 * @progress: (nullable): called in this thread
 * @progress_data: passed to @progress
 * @error: where to put why it failed: "file:line: what: how to fix"
 *
 * Reads files of any known format into one draft. Touches nothing else and may run in any thread.
 *
 * Returns: (transfer full) (nullable): the draft, with ids
 */
CarrelCourse *
carrel_import_parse_watched (GPtrArray *files,
                             GCancellable *cancellable,
                             CarrelImportProgress progress,
                             gpointer progress_data,
                             GError **error)
{
  CarrelImportWatch watch = { cancellable, progress, progress_data, 0, 0 };
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  double n_bytes = (double) MAX (count_bytes (files), 1);

  for (guint i = 0; i < files->len; i++)
    {
      const CarrelImportFile *file = g_ptr_array_index (files, i);
      const CarrelImportFormat *format = carrel_import_format_find (file->name, file->bytes);
      g_autoptr (CarrelCourse) draft = carrel_record_new (&carrel_course_type);

      watch.start = watch.end;
      watch.end = watch.start + (double) g_bytes_get_size (file->bytes) / n_bytes;
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !format->read (file, &watch, draft, error))
        return NULL;
      carrel_merge_course (course, draft);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  carrel_extract_finish (course);
  carrel_course_assign_ids (course);
  return g_steal_pointer (&course);
}

/**
 * carrel_import_parse:
 * @files: (element-type CarrelImportFile): the files of one course
 * @cancellable: (nullable): to stop, also within a file
 * @error: where to put why it failed
 *
 * carrel_import_parse_watched() when nobody looks on.
 *
 * Returns: (transfer full) (nullable): the draft, with ids
 */
CarrelCourse *
carrel_import_parse (GPtrArray *files, GCancellable *cancellable, GError **error)
{
  return carrel_import_parse_watched (files, cancellable, NULL, NULL, error);
}
