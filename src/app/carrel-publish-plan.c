/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The draft is what the course says now, and the text of its page is brought in line with it. */
#define G_LOG_DOMAIN "carrel-publish-plan"

#include "config.h"

#include "carrel-publish-plan.h"

#include "carrel-diff-text.h"
#include "carrel-line-diff.h"
#include "carrel-page-rewrite.h"
#include "carrel-store-courses.h"
#include "carrel-store-versions.h"

#include <glib/gi18n.h>

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
  g_autoptr (CarrelCourse) published = carrel_store_load_published (store, course_id, error);
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

static guint
count_lines (const CarrelExportOutput *output, gboolean is_added)
{
  guint n_lines = 0;

  for (guint i = 0; i < output->changes->len; i++)
    n_lines += ((CarrelLineChange *) g_ptr_array_index (output->changes, i))->is_added == is_added;
  return n_lines;
}

static guint
count_untold (const CarrelPublishPlan *self)
{
  guint n_untold = 0;

  for (guint i = 0; i < self->findings->len; i++)
    n_untold
        += ((CarrelFinding *) g_ptr_array_index (self->findings, i))->kind == CARREL_FINDING_UNTOLD;
  return n_untold;
}

/* The text of a page is not made anew from the facts. */
static char *
dup_untold (const CarrelPublishPlan *self, const CarrelExportOutput *output)
{
  guint n_untold = g_str_equal (output->format->name, "markdown") ? count_untold (self) : 0;

  if (n_untold == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u change could not be written into it: see what was found.",
                                    "%u changes could not be written into it: see what was found.",
                                    n_untold),
                          n_untold);
}

/**
 * carrel_publish_plan_dup_output_text:
 * @self: a plan
 * @output: one of its outputs
 *
 * Returns: (transfer full): how many of its lines change, and what a page will not say
 */
char *
carrel_publish_plan_dup_output_text (const CarrelPublishPlan *self,
                                     const CarrelExportOutput *output)
{
  guint n_removed = count_lines (output, FALSE);
  guint n_added = count_lines (output, TRUE);
  g_autofree char *removed = g_strdup_printf (
      ngettext ("%u line is removed", "%u lines are removed", n_removed), n_removed);
  g_autofree char *added
      = g_strdup_printf (ngettext ("%u line is added", "%u lines are added", n_added), n_added);
  /* Translators: "2 lines are removed" and "1 line is added". */
  g_autofree char *lines = g_strdup_printf (_ ("%1$s, %2$s."), removed, added);
  g_autofree char *untold = dup_untold (self, output);

  return g_strjoin (" ", output->is_same ? _ ("Nothing changes.") : lines, untold, NULL);
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
