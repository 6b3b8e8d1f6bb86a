/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several files become one draft, here or in a thread. */
#define G_LOG_DOMAIN "carrel-import"

#include "config.h"

#include "carrel-import.h"

#include "carrel-extract.h"
#include "carrel-import-format.h"
#include "carrel-merge.h"

typedef struct
{
  GPtrArray *files;
  CarrelImportProgress progress;
  gpointer progress_data;
} ParseJob;

static void
free_job (gpointer data)
{
  ParseJob *job = data;

  g_ptr_array_unref (job->files);
  g_free (job);
}

static CarrelCourse *
parse_files (const ParseJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);

  for (guint i = 0; i < job->files->len; i++)
    {
      const CarrelImportFile *file = g_ptr_array_index (job->files, i);
      const CarrelImportFormat *format = carrel_import_format_find (file->name, file->bytes);

      g_autoptr (CarrelCourse) draft = carrel_record_new (&carrel_course_type);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (job->progress != NULL)
        job->progress (i, job->files->len, job->progress_data);
      if (!format->read (file->name, file->bytes, draft, error))
        return NULL;
      carrel_merge_course (course, draft);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  carrel_extract_finish (course);
  carrel_course_assign_ids (course);
  return g_steal_pointer (&course);
}

static void
parse_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CarrelCourse *course = parse_files (data, cancellable, &error);

  if (course != NULL)
    g_task_return_pointer (task, course, carrel_record_unref);
  else
    g_task_return_error (task, error);
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
 * carrel_import_parse:
 * @files: (element-type CarrelImportFile): the files of one course
 * @cancellable: (nullable): to stop between files
 * @error: where to put why it failed: "file:line: what: how to fix"
 *
 * Reads files of any known format into one draft. Touches nothing else and may run in any thread.
 *
 * Returns: (transfer full) (nullable): the draft, with ids
 */
CarrelCourse *
carrel_import_parse (GPtrArray *files, GCancellable *cancellable, GError **error)
{
  const ParseJob job = { .files = files };

  return parse_files (&job, cancellable, error);
}

/**
 * carrel_import_parse_async:
 * @files: (element-type CarrelImportFile): the files of one course, not to be changed meanwhile
 * @cancellable: (nullable): to stop between files
 * @progress: (nullable): called in the thread that parses
 * @progress_data: passed to @progress
 * @callback: called in this thread when done
 * @user_data: passed to @callback
 *
 * carrel_import_parse() in a thread.
 */
void
carrel_import_parse_async (GPtrArray *files,
                           GCancellable *cancellable,
                           CarrelImportProgress progress,
                           gpointer progress_data,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ParseJob *job = g_new0 (ParseJob, 1);

  job->files = g_ptr_array_ref (files);
  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_source_tag (task, carrel_import_parse_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, parse_in_thread);
}

/**
 * carrel_import_parse_finish:
 * @result: what the callback got
 * @error: where to put why it failed
 *
 * Returns: (transfer full) (nullable): the draft
 */
CarrelCourse *
carrel_import_parse_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
