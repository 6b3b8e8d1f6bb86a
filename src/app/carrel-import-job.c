/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The thread gets nothing of the window and nothing of the store. */
#define G_LOG_DOMAIN "carrel-import-job"

#include "config.h"

#include "carrel-import-job.h"

typedef struct
{
  GStrv paths; /* NULL where the bytes are there already */
  GPtrArray *files;
  CarrelImportProgress progress;
  gpointer user_data; /* of the caller, who keeps it until the task is done */
} Input;

/* What the thread tells its caller. */
typedef struct
{
  GTask *task;
  double fraction;
} Part;

static void
free_input (gpointer data)
{
  Input *input = data;

  g_strfreev (input->paths);
  g_clear_pointer (&input->files, g_ptr_array_unref);
  g_free (input);
}

static void
free_part (gpointer data)
{
  Part *part = data;

  g_object_unref (part->task);
  g_free (part);
}

static gboolean
tell_part (gpointer data)
{
  const Part *part = data;
  const Input *input = g_task_get_task_data (part->task);

  if (!g_task_get_completed (part->task)
      && !g_cancellable_is_cancelled (g_task_get_cancellable (part->task)))
    input->progress (part->fraction, input->user_data);
  return G_SOURCE_REMOVE;
}

static void
on_parsed_part_cb (double fraction, gpointer data)
{
  Part *part = g_new0 (Part, 1);

  part->task = g_object_ref (data);
  part->fraction = fraction;
  g_main_context_invoke_full (g_task_get_context (part->task), G_PRIORITY_DEFAULT, tell_part, part,
                              free_part);
}

static void
run (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Input *input = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelImportJob) job = g_new0 (CarrelImportJob, 1);

  if (input->files != NULL)
    job->files = g_ptr_array_ref (input->files);
  else
    job->files = carrel_import_load ((const char *const *) input->paths, cancellable, &error);
  for (guint i = 0; input->paths != NULL && input->paths[i] != NULL; i++)
    job->is_whole = job->is_whole || g_file_test (input->paths[i], G_FILE_TEST_IS_DIR);
  if (job->files != NULL)
    job->draft
        = carrel_import_parse_watched (job->files, cancellable, on_parsed_part_cb, task, &error);
  if (job->draft == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job), (GDestroyNotify) carrel_import_job_free);
}

/**
 * carrel_import_job_free:
 * @job: (transfer full) (nullable): what came of an import
 */
void
carrel_import_job_free (CarrelImportJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->draft, carrel_record_unref);
  g_clear_pointer (&job->files, g_ptr_array_unref);
  g_free (job);
}

/**
 * carrel_import_job_run_async:
 * @paths: (nullable): files and folders of one course
 * @files: (nullable) (element-type CarrelImportFile): or what is there already, such as pasted text
 * @cancellable: (nullable): stops it
 * @progress: called in this thread now and then, until it is done or stopped
 * @callback: called in this thread when done
 * @user_data: passed to @progress and @callback
 */
void
carrel_import_job_run_async (GStrv paths,
                             GPtrArray *files,
                             GCancellable *cancellable,
                             CarrelImportProgress progress,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Input *input = g_new0 (Input, 1);

  input->paths = g_strdupv (paths);
  input->files = files != NULL ? g_ptr_array_ref (files) : NULL;
  input->progress = progress;
  input->user_data = user_data;
  g_task_set_source_tag (task, carrel_import_job_run_async);
  g_task_set_task_data (task, input, free_input);
  g_task_run_in_thread (task, run);
}

/**
 * carrel_import_job_run_finish:
 * @result: what the callback got
 * @error: where an error of %CARREL_IMPORT_ERROR or %G_IO_ERROR goes
 *
 * Returns: (transfer full) (nullable): the draft and its files
 */
CarrelImportJob *
carrel_import_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
