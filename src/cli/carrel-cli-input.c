/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the files and folders of a command line into one draft. */
#define G_LOG_DOMAIN "carrel-cli-input"

#include "config.h"

#include "carrel-cli-input.h"

#include "carrel-import.h"

static void
note_sources (CarrelCliInput *input, GPtrArray *files)
{
  input->sources.names = g_new0 (char *, files->len + 1);
  input->sources.bytes = g_new0 (GBytes *, files->len + 1);
  for (guint i = 0; i < files->len; i++)
    {
      const CarrelImportFile *file = g_ptr_array_index (files, i);

      input->sources.names[i] = g_strdup (file->name);
      input->sources.bytes[i] = g_bytes_ref (file->bytes);
    }
}

/**
 * carrel_cli_input_read:
 * @paths: files and folders, ends with %NULL
 * @error: where an error goes: file, line, what is wrong and what to do
 *
 * Reads all files into one draft.
 *
 * Returns: (transfer full) (nullable): the draft and where it comes from, or %NULL
 */
CarrelCliInput *
carrel_cli_input_read (const char *const *paths, GError **error)
{
  g_autoptr (GPtrArray) files = carrel_import_load (paths, NULL, error);
  g_autoptr (CarrelCliInput) input = NULL;

  if (files == NULL)
    return NULL;
  input = g_new0 (CarrelCliInput, 1);
  note_sources (input, files);
  for (guint i = 0; paths[i] != NULL; i++)
    input->sources.is_whole = input->sources.is_whole || g_file_test (paths[i], G_FILE_TEST_IS_DIR);
  input->course = carrel_import_parse (files, NULL, error);
  return input->course != NULL ? g_steal_pointer (&input) : NULL;
}

/**
 * carrel_cli_input_free:
 * @input: (transfer full): what was read
 *
 * Frees a draft and the bytes it comes from.
 */
void
carrel_cli_input_free (CarrelCliInput *input)
{
  for (guint i = 0; input->sources.bytes != NULL && input->sources.bytes[i] != NULL; i++)
    g_bytes_unref (input->sources.bytes[i]);
  g_free (input->sources.bytes);
  g_strfreev (input->sources.names);
  g_clear_pointer (&input->course, carrel_record_unref);
  g_free (input);
}
