/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each file is replaced at once or not at all. When one fails, those before it get back what they
 * held. */
#define G_LOG_DOMAIN "carrel-publish-files"

#include "config.h"

#include "carrel-publish-files.h"

#include "carrel-export-output.h"

#include <glib/gi18n.h>
#include <string.h>

#define HOST_PATH "xattr::document-portal.host-path"

/* A file that was written, and what was there before. */
typedef struct
{
  GFile *file;
  GBytes *before; /* NULL when there was none */
} WrittenFile;

static void
free_written (gpointer data)
{
  WrittenFile *written = data;

  g_object_unref (written->file);
  g_clear_pointer (&written->before, g_bytes_unref);
  g_free (written);
}

static gboolean
replace (GFile *file, const char *content, gsize length, GError **error)
{
  return g_file_replace_contents (file, content, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  NULL, error);
}

/* What a file holds; a file that is there and cannot be read is not written over. */
static gboolean
load (GFile *file, GBytes **content, GError **error)
{
  g_autoptr (GError) trouble = NULL;

  *content = g_file_load_bytes (file, NULL, NULL, &trouble);
  if (*content != NULL || g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

/* One on a stick that was taken out, or that a sandbox may not use any more. */
static gboolean
check_folder (GFile *folder, GError **error)
{
  g_autofree char *name = NULL;

  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return TRUE;
  name = carrel_publish_files_dup_folder_name (folder);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               /* Translators: %s is a folder. */
               _ ("The folder “%s” is not there any more, or Carrel may not use it. Choose the "
                  "folder again."),
               name);
  return FALSE;
}

static gboolean
write_one (const CarrelExportOutput *output, GFile *folder, GPtrArray *written, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, output->name);
  g_autoptr (GBytes) before = NULL;
  WrittenFile *one;

  if (!load (file, &before, error) || !replace (file, output->text, strlen (output->text), error))
    {
      g_prefix_error (error, "%s: ", output->name);
      return FALSE;
    }
  one = g_new0 (WrittenFile, 1);
  one->file = g_steal_pointer (&file);
  one->before = g_steal_pointer (&before);
  g_ptr_array_add (written, one);
  return TRUE;
}

/**
 * carrel_publish_files_write:
 * @outputs: (element-type CarrelExportOutput): what is written
 * @folder: where
 * @error: where an error goes; it names the file, or the folder that is gone
 *
 * Writes a file an output. When one cannot be written all are as they were.
 *
 * Returns: (transfer full) (nullable): what carrel_publish_files_take_back() takes
 */
GPtrArray *
carrel_publish_files_write (GPtrArray *outputs, GFile *folder, GError **error)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (free_written);

  if (!check_folder (folder, error))
    return NULL;
  for (guint i = 0; i < outputs->len; i++)
    if (!write_one (g_ptr_array_index (outputs, i), folder, written, error))
      {
        carrel_publish_files_take_back (written);
        return NULL;
      }
  return g_steal_pointer (&written);
}

/**
 * carrel_publish_files_take_back:
 * @written: what was written
 *
 * Gives the files back what they held; those that were new go.
 */
void
carrel_publish_files_take_back (GPtrArray *written)
{
  for (guint i = written->len; i > 0; i--)
    {
      const WrittenFile *one = g_ptr_array_index (written, i - 1);

      if (one->before == NULL)
        g_file_delete (one->file, NULL, NULL);
      else
        replace (one->file, g_bytes_get_data (one->before, NULL), g_bytes_get_size (one->before),
                 NULL);
    }
}

/* GIO gives attributes of the file system in ASCII. */
static char *
dup_unescaped (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_str_has_prefix (text, "\\x") && g_ascii_isxdigit (text[2]) && g_ascii_isxdigit (text[3]))
      {
        g_string_append_c (
            plain, (char) (g_ascii_xdigit_value (text[2]) * 16 + g_ascii_xdigit_value (text[3])));
        text += 3;
      }
    else
      g_string_append_c (plain, *text);
  return g_filename_display_name (plain->str);
}

/**
 * carrel_publish_files_dup_folder_name:
 * @folder: a folder
 *
 * In a sandbox a folder that was chosen lies below the document portal, at a path that nobody
 * knows it by.
 *
 * Returns: (transfer full): where people know the folder to be, or else its name
 */
char *
carrel_publish_files_dup_folder_name (GFile *folder)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);
  g_autoptr (GFile) documents = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *name = NULL;
  const char *host_path = NULL;

  if (!g_file_has_prefix (folder, documents))
    return g_file_get_parse_name (folder);
  info = g_file_query_info (folder, HOST_PATH, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info != NULL)
    host_path = g_file_info_get_attribute_string (info, HOST_PATH);
  if (host_path != NULL)
    return dup_unescaped (host_path);
  name = g_file_get_basename (folder);
  return g_filename_display_name (name);
}
