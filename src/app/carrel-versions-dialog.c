/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A page with the versions, the newest first, one with what has changed since one of them, and one
 * with all that it says. Restoring makes a new version of an old one, so nothing in between is
 * lost.
 */
#define G_LOG_DOMAIN "carrel-versions-dialog"

#include "config.h"

#include "carrel-versions-dialog.h"

#include "carrel-diff-text.h"
#include "carrel-document.h"
#include "carrel-export-markdown.h"
#include "carrel-fact-row.h"
#include "carrel-markdown.h"
#include "carrel-notice.h"
#include "carrel-store-versions.h"
#include "carrel-wrap-box.h"
#include "carrel-zone.h"

#include <glib/gi18n.h>

#define MAX_SHOWN 200

struct _CarrelVersionsDialog
{
  CarrelDialog parent_instance;

  CarrelStore *store;
  CarrelClock *clock;
  char *course_id;
  GPtrArray *list; /* of CarrelVersion */
  guint chosen;    /* in the list */

  CarrelNotice *trouble;
  GtkStack *pages;
  GtkListBox *versions;
  GtkListBox *changes;
  GtkLabel *heading;
  GtkWidget *back_button;
  GtkWidget *restore_button;
  GtkWidget *read_button;
  CarrelDocument *document;
};

G_DEFINE_FINAL_TYPE (CarrelVersionsDialog, carrel_versions_dialog, CARREL_TYPE_DIALOG)

static void
show_error (CarrelVersionsDialog *self, const GError *error)
{
  carrel_notice_show (self->trouble, error->message, NULL, NULL);
}

static char *
dup_date (CarrelVersionsDialog *self, const CarrelVersion *version)
{
  GTimeZone *zone = carrel_clock_get_zone (self->clock);
  CarrelDate date = carrel_zone_get_date (zone, version->imported_at, NULL);
  g_autofree char *day = carrel_format_date (date, carrel_clock_get_today (self->clock));
  g_autofree char *time = carrel_format_time (version->imported_at, zone, CARREL_FORMAT_DEFAULT);

  /* Translators: a date and a time of day. */
  return g_strdup_printf (C_ ("version", "%s, %s"), day, time);
}

static char *
dup_origin (const CarrelVersion *version)
{
  g_auto (GStrv) files = version->sources != NULL ? g_strsplit (version->sources, "\n", -1) : NULL;
  g_autofree char *names = files != NULL ? g_strjoinv (C_ ("list", ", "), files) : NULL;
  g_autofree char *facts
      = g_strdup_printf (ngettext ("%u fact", "%u facts", version->n_facts), version->n_facts);

  if (version->is_current && names != NULL)
    /* Translators: names of files, and a number of facts. */
    return g_strdup_printf (_ ("The current one, from %s, %s"), names, facts);
  if (version->is_current)
    /* Translators: %s is a number of facts. */
    return g_strdup_printf (_ ("The current one, %s"), facts);
  if (names != NULL)
    /* Translators: names of files, and a number of facts. */
    return g_strdup_printf (_ ("From %s, %s"), names, facts);
  return g_steal_pointer (&facts);
}

/* What was known when a version was published is told below where it comes from. */
static char *
dup_details (const CarrelVersion *version)
{
  g_autofree char *origin = dup_origin (version);

  if (version->log == NULL)
    return g_steal_pointer (&origin);
  /* Translators: what an author knew to be wrong with a page follows, one sentence a line. */
  return g_strjoin ("\n", origin, _ ("Published although this was known:"), version->log, NULL);
}

static GtkWidget *
new_button_row (const char *title, const char *details)
{
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = g_markup_escape_text (details, -1);

  return g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_BUTTON, "title",
                       escaped_title, "title-lines", 0, "subtitle", escaped, "subtitle-lines", 0,
                       "selectable", FALSE, "activatable", TRUE, NULL);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  for (row = gtk_list_box_get_row_at_index (list, 0); row != NULL;
       row = gtk_list_box_get_row_at_index (list, 0))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_versions (CarrelVersionsDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->list, g_ptr_array_unref);
  clear_list (self->versions);
  self->list = carrel_store_list_versions (self->store, self->course_id, &error);
  if (self->list == NULL)
    {
      show_error (self, error);
      return;
    }
  for (guint i = 0; i < self->list->len; i++)
    {
      const CarrelVersion *version = g_ptr_array_index (self->list, i);
      g_autofree char *date = dup_date (self, version);
      g_autofree char *details = dup_details (version);

      gtk_list_box_append (self->versions, new_button_row (date, details));
    }
}

static void
show_page (CarrelVersionsDialog *self, const char *name)
{
  gboolean is_list = g_str_equal (name, "versions");
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->versions, (int) self->chosen);

  gtk_widget_set_visible (self->back_button, !is_list);
  gtk_stack_set_visible_child_name (self->pages, name);
  if (is_list && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (g_str_equal (name, "text"))
    gtk_widget_grab_focus (GTK_WIDGET (self->document));
  else if (!is_list)
    gtk_widget_grab_focus (gtk_widget_get_sensitive (self->restore_button) ? self->restore_button
                                                                           : self->read_button);
}

static CarrelDiff *
new_diff (CarrelVersionsDialog *self, const CarrelVersion *version, GError **error)
{
  const CarrelVersion *current = g_ptr_array_index (self->list, 0);
  g_autoptr (CarrelCourse) before
      = carrel_store_load_version (self->store, version->version, error);
  g_autoptr (CarrelCourse) now = NULL;

  if (before != NULL)
    now = carrel_store_load_version (self->store, current->version, error);
  return now != NULL ? carrel_diff_new (before, now) : NULL;
}

static void
show_changes (CarrelVersionsDialog *self, const CarrelVersion *version, const CarrelDiff *diff)
{
  g_auto (GStrv) sentences = carrel_diff_dup_sentences (diff, CARREL_FORMAT_DEFAULT);
  g_autofree char *date = dup_date (self, version);
  g_autofree char *heading = NULL;

  if (sentences[0] == NULL)
    heading = g_strdup (_ ("Nothing has changed since."));
  else
    /* Translators: %s is a date and a time. */
    heading = g_strdup_printf (_ ("What has changed since %s"), date);
  gtk_label_set_label (self->heading, heading);
  clear_list (self->changes);
  for (guint i = 0; sentences[i] != NULL && i < MAX_SHOWN; i++)
    gtk_list_box_append (self->changes, carrel_fact_row_new (sentences[i], NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->changes), sentences[0] != NULL);
  gtk_widget_set_sensitive (self->restore_button, !version->is_current);
  show_page (self, "changes");
}

static void
on_version_activated_cb (CarrelVersionsDialog *self, GtkListBoxRow *row)
{
  const CarrelVersion *version;
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelDiff) diff = NULL;

  self->chosen = (guint) gtk_list_box_row_get_index (row);
  version = g_ptr_array_index (self->list, self->chosen);
  diff = new_diff (self, version, &error);
  if (diff == NULL)
    show_error (self, error);
  else
    show_changes (self, version, diff);
}

static void
on_back_clicked_cb (CarrelVersionsDialog *self)
{
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->pages), "text"))
    {
      show_page (self, "versions");
      return;
    }
  show_page (self, "changes");
  gtk_widget_grab_focus (self->read_button);
}

/* A page that was read is written as it was; what was corrected in it later is in the facts alone,
 * which are only written where there is no page. Takes the page away from @course. */
static char *
write_text (CarrelCourse *course, const CarrelExportOptions *options)
{
  g_autofree char *page = carrel_export_markdown_write (course, options);
  g_autofree char *facts = NULL;

  if (course->sections->len == 0)
    return g_steal_pointer (&page);
  g_ptr_array_set_size (course->sections, 0);
  facts = carrel_export_markdown_write (course, options);
  return g_strconcat (facts, "\n", page, NULL);
}

static CarrelMarkdown *
load_text (CarrelVersionsDialog *self, GError **error)
{
  const CarrelVersion *version = g_ptr_array_index (self->list, self->chosen);
  const CarrelExportOptions options = { .now = carrel_clock_get_now (self->clock) };
  g_autoptr (CarrelCourse) course
      = carrel_store_load_version (self->store, version->version, error);
  g_autofree char *text = NULL;

  if (course == NULL)
    return NULL;
  text = write_text (course, &options);
  return carrel_markdown_parse (text, -1, CARREL_MARKDOWN_DIALECTS, error);
}

static void
on_read_clicked_cb (CarrelVersionsDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelMarkdown) markdown = load_text (self, &error);

  if (markdown == NULL)
    {
      show_error (self, error);
      return;
    }
  carrel_document_clear (self->document);
  carrel_document_append_markdown (self->document, "text", markdown);
  carrel_document_finish (self->document);
  show_page (self, "text");
}

static void
on_uri_opened_cb (CarrelVersionsDialog *self, const char *uri)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-uri", "s", uri);
}

static void
on_restore_clicked_cb (CarrelVersionsDialog *self)
{
  const CarrelVersion *version = g_ptr_array_index (self->list, self->chosen);
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *date = dup_date (self, version);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!carrel_store_restore_version (self->store, self->course_id, version->version,
                                     carrel_clock_get_now (self->clock), &error))
    {
      show_error (self, error);
      return;
    }
  /* Translators: %s is a date and a time. */
  text = g_strdup_printf (_ ("The version of %s is restored"), date);
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toast-undo", "s", text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
carrel_versions_dialog_dispose (GObject *object)
{
  CarrelVersionsDialog *self = CARREL_VERSIONS_DIALOG (object);

  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->course_id, g_free);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARREL_TYPE_VERSIONS_DIALOG);
  G_OBJECT_CLASS (carrel_versions_dialog_parent_class)->dispose (object);
}

static void
carrel_versions_dialog_class_init (CarrelVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_versions_dialog_dispose;
  g_type_ensure (CARREL_TYPE_DOCUMENT);
  g_type_ensure (CARREL_TYPE_NOTICE);
  g_type_ensure (CARREL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelVersionsDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, CarrelVersionsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, CarrelVersionsDialog, versions);
  gtk_widget_class_bind_template_child (widget_class, CarrelVersionsDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, CarrelVersionsDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, CarrelVersionsDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelVersionsDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelVersionsDialog, read_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelVersionsDialog, document);
  gtk_widget_class_bind_template_callback (widget_class, on_version_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_read_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_uri_opened_cb);
}

static void
carrel_versions_dialog_init (CarrelVersionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_dialog_wrap_buttons (self->restore_button);
}

/**
 * carrel_versions_dialog_new:
 * @store: where the course is
 * @clock: says what time it is
 * @course_id: a course
 *
 * Returns: (transfer none): a new dialog
 */
CarrelDialog *
carrel_versions_dialog_new (CarrelStore *store, CarrelClock *clock, const char *course_id)
{
  CarrelVersionsDialog *self = g_object_new (CARREL_TYPE_VERSIONS_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->course_id = g_strdup (course_id);
  show_versions (self);
  show_page (self, "versions");
  return CARREL_DIALOG (self);
}
