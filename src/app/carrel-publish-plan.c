/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The draft is what the course says now, and the text of its page is brought in line with it. */
#define G_LOG_DOMAIN "carrel-publish-plan"

#include "config.h"

#include "carrel-publish-plan.h"

#include "carrel-diff-text.h"
#include "carrel-page-rewrite.h"
#include "carrel-store-courses.h"
#include "carrel-store-versions.h"

#include <glib/gi18n.h>

static CarrelCourse *
load_published (CarrelStore *store, const char *course_id, GError **error)
{
  g_autoptr (GPtrArray) versions = carrel_store_list_versions (store, course_id, error);

  if (versions == NULL)
    return NULL;
  if (versions->len == 0)
    return carrel_store_load_course (store, course_id, error);
  return carrel_store_load_version (
      store, ((CarrelVersion *) g_ptr_array_index (versions, 0))->version, error);
}

/* A file that is there already is what is replaced; without one it is the last version. */
static void
compare_with_files (CarrelPublishPlan *self, GFile *folder)
{
  for (guint i = 0; i < self->outputs->len; i++)
    {
      CarrelExportOutput *output = g_ptr_array_index (self->outputs, i);
      g_autoptr (GFile) file = g_file_get_child (folder, output->name);
      g_autofree char *text = NULL;

      if (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL)
          && g_utf8_validate (text, -1, NULL))
        carrel_export_output_compare (output, text);
    }
}

static gboolean
find_findings (CarrelPublishPlan *self, CarrelCourse *published, GError **error)
{
  g_autoptr (GPtrArray) untold = carrel_page_rewrite (published, self->draft);

  self->findings = carrel_check_draft (self->draft, error);
  if (self->findings == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (self->findings, g_steal_pointer (&untold));
  return TRUE;
}

/**
 * carrel_publish_plan_new:
 * @store: where the course is
 * @clock: says what time it is
 * @course_id: a course
 * @folder: (nullable): where files are to be written
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): what publishing would do
 */
CarrelPublishPlan *
carrel_publish_plan_new (
    CarrelStore *store, CarrelClock *clock, const char *course_id, GFile *folder, GError **error)
{
  const CarrelExportOptions options = { .now = carrel_clock_get_now (clock),
                                        .zone = carrel_clock_get_zone (clock),
                                        .alarm = CARREL_EXPORT_NO_ALARM };
  g_autoptr (CarrelPublishPlan) self = g_new0 (CarrelPublishPlan, 1);
  g_autoptr (CarrelCourse) published = load_published (store, course_id, error);
  g_autoptr (CarrelCourse) seen
      = published != NULL ? carrel_store_load_course (store, course_id, error) : NULL;

  if (seen == NULL)
    return NULL;
  self->draft = carrel_record_copy (seen);
  if (!find_findings (self, published, error))
    return NULL;
  self->diff = carrel_diff_new (published, self->draft);
  self->outputs = carrel_export_output_list (published, self->draft, &options);
  if (folder != NULL)
    compare_with_files (self, folder);
  return g_steal_pointer (&self);
}

/**
 * carrel_publish_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees it.
 */
void
carrel_publish_plan_free (CarrelPublishPlan *self)
{
  g_clear_pointer (&self->draft, carrel_record_unref);
  g_clear_pointer (&self->diff, carrel_diff_free);
  g_clear_pointer (&self->outputs, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

/**
 * carrel_publish_plan_has_changes:
 * @self: a plan
 *
 * Returns: whether there would be a new version
 */
gboolean
carrel_publish_plan_has_changes (const CarrelPublishPlan *self)
{
  return !carrel_diff_is_empty (self->diff);
}

/**
 * carrel_publish_plan_dup_log:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): the findings as they are kept with the version, one a line
 */
char *
carrel_publish_plan_dup_log (const CarrelPublishPlan *self)
{
  g_autoptr (GString) log = g_string_new (NULL);

  for (guint i = 0; i < self->findings->len; i++)
    {
      const CarrelFinding *finding = g_ptr_array_index (self->findings, i);

      g_string_append (log, i > 0 ? "\n" : "");
      if (finding->line > 0)
        /* Translators: the number of a line, and a sentence about it. */
        g_string_append_printf (log, _ ("Line %1$d: %2$s"), finding->line, finding->text);
      else
        g_string_append (log, finding->text);
    }
  return log->len > 0 ? g_strdup (log->str) : NULL;
}

/**
 * carrel_publish_plan_dup_forum_text:
 * @self: a plan
 *
 * Returns: (transfer full): what changes, and then the course as plain text
 */
char *
carrel_publish_plan_dup_forum_text (const CarrelPublishPlan *self)
{
  g_auto (GStrv) sentences = carrel_diff_dup_sentences (self->diff, CARREL_FORMAT_DEFAULT);
  g_autoptr (GString) text = g_string_new (NULL);

  if (sentences[0] != NULL)
    g_string_append_printf (text, "%s\n", _ ("What has changed"));
  for (guint i = 0; sentences[i] != NULL; i++)
    g_string_append_printf (text, "- %s\n", sentences[i]);
  if (sentences[0] != NULL)
    g_string_append_c (text, '\n');
  for (guint i = 0; i < self->outputs->len; i++)
    {
      const CarrelExportOutput *output = g_ptr_array_index (self->outputs, i);

      if (g_str_equal (output->format->name, "text"))
        g_string_append (text, output->text);
    }
  return g_strdup (text->str);
}
