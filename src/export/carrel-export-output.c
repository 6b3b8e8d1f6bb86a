/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page is called as it was when it was read, so that it goes where it came from; the others are
 * called by the course. */
#define G_LOG_DOMAIN "carrel-export-output"

#include "config.h"

#include "carrel-export-output.h"

#include "carrel-line-diff.h"

#include <string.h>

/* In the order in which they are shown. */
static const char *const names[] = { "markdown", "pack", "ics", "text" };

static void
free_output (gpointer data)
{
  CarrelExportOutput *self = data;

  g_free (self->name);
  g_free (self->text);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

/* The one page that all sections were read from; NULL when there are several. */
static const char *
find_page (const CarrelCourse *course)
{
  const char *page = NULL;

  for (guint i = 0; i < course->sections->len; i++)
    {
      const CarrelRecord *section = g_ptr_array_index (course->sections, i);

      if (section->file == NULL || (page != NULL && !g_str_equal (page, section->file)))
        return NULL;
      page = section->file;
    }
  return page != NULL && g_str_has_suffix (page, ".md") ? page : NULL;
}

static char *
dup_name (const CarrelCourse *course, const CarrelExportFormat *format)
{
  const char *page = g_str_equal (format->name, "markdown") ? find_page (course) : NULL;
  g_autofree char *stem = NULL;

  if (page != NULL)
    return g_path_get_basename (page);
  stem = carrel_course_dup_slug (course->id != NULL ? course->id : "");
  return g_strconcat (*stem != '\0' ? stem : "course", format->suffix, NULL);
}

/* When a calendar was written is in each of its events, and no news. */
static char *
dup_lasting (const CarrelExportOutput *self, const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) lasting = NULL;

  if (!g_str_equal (self->format->name, "ics"))
    return g_strdup (text);
  lines = g_strsplit (text, "\n", -1);
  lasting = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "DTSTAMP"))
      g_string_append_printf (lasting, "%s\n", g_strchomp (lines[i]));
  return g_strdup (lasting->str);
}

/**
 * carrel_export_output_list:
 * @before: the course as it was published last
 * @after: the course as it is to be published
 * @options: for all of them
 *
 * Returns: (transfer full) (element-type CarrelExportOutput): the page, the pack, the calendar and
 *   the text, each with what differs from the last version
 */
GPtrArray *
carrel_export_output_list (const CarrelCourse *before,
                           const CarrelCourse *after,
                           const CarrelExportOptions *options)
{
  GPtrArray *outputs = g_ptr_array_new_with_free_func (free_output);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CarrelExportOutput *self = g_new0 (CarrelExportOutput, 1);
      g_autofree char *old_text = NULL;

      self->format = carrel_export_find_format (names[i]);
      self->name = dup_name (after, self->format);
      self->text = self->format->write (after, options);
      old_text = self->format->write (before, options);
      carrel_export_output_compare (self, old_text);
      g_ptr_array_add (outputs, self);
    }
  return outputs;
}

/**
 * carrel_export_output_compare:
 * @self: an output
 * @before: what it replaces, such as the content of a file
 *
 * Says anew what differs.
 */
void
carrel_export_output_compare (CarrelExportOutput *self, const char *before)
{
  g_autofree char *old_text = dup_lasting (self, before);
  g_autofree char *new_text = dup_lasting (self, self->text);

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = carrel_line_diff_new (old_text, new_text);
  self->is_same = self->changes->len == 0;
}
