/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is shown follows from one plan, which is made anew when the course or the folder
 * changes. Nothing is written before the button is pressed, and then the files and the version, or
 * neither. */
#define G_LOG_DOMAIN "carrel-publish-dialog"

#include "config.h"

#include "carrel-publish-dialog.h"

#include "carrel-compat.h"
#include "carrel-document-path.h"
#include "carrel-edition-review.h"
#include "carrel-fact-row.h"
#include "carrel-finding-list.h"
#include "carrel-focus-scroll.h"
#include "carrel-fold.h"
#include "carrel-line-diff.h"
#include "carrel-name-dialog.h"
#include "carrel-notice.h"
#include "carrel-page-mend.h"
#include "carrel-publish-files.h"
#include "carrel-publish-plan.h"
#include "carrel-store-edits.h"
#include "carrel-store-undo.h"
#include "carrel-wrap-box.h"

#include <glib/gi18n.h>

#define FOLDERS_KEY "publish-folders"
#define MAX_LINES   200
#define NOTHING     N_ ("Nothing has changed, and no folder is chosen: there is nothing to publish.")

struct _CarrelPublishDialog
{
  CarrelDialog parent_instance;

  CarrelStore *store;
  CarrelClock *clock;
  GSettings *settings;
  char *course_id;
  GFile *folder; /* where files go; NULL writes none */
  CarrelPublishPlan *plan;
  guint mended;   /* index of the finding that is being mended */
  guint n_mended; /* in this dialog */
  gboolean is_mended;
  gboolean is_busy;

  CarrelNotice *trouble;
  CarrelEditionReview *review;
  GtkListBox *outputs;
  GtkBox *folds;
  GtkWidget *folder_button;
  GtkWidget *publish_button;
  GtkLabel *findings_summary;
  CarrelFindingList *findings;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (CarrelPublishDialog, carrel_publish_dialog, CARREL_TYPE_DIALOG)

/* What keeps the course from being published. A notice is heard when its button gets the focus. */
static void
show_trouble (CarrelPublishDialog *self, const char *text)
{
  g_autofree char *known = carrel_document_path_dup_known (text);

  carrel_notice_show (self->trouble, known, _ ("Go on"), "publish.dismiss");
  gtk_widget_child_focus (GTK_WIDGET (self->trouble), GTK_DIR_TAB_FORWARD);
}

/* The window waits until the focus has been heard. */
static void
announce (CarrelPublishDialog *self, const char *text)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.announce", "s", text);
}

static char *
dup_folder_name (CarrelPublishDialog *self)
{
  return self->folder != NULL ? carrel_publish_files_dup_folder_name (self->folder) : NULL;
}

static char *
dup_folder_text (CarrelPublishDialog *self)
{
  if (self->folder != NULL)
    return dup_folder_name (self);
  if (!carrel_publish_plan_has_changes (self->plan))
    return g_strdup (_ (NOTHING));
  return g_strdup (_ ("No folder is chosen: a new version is made, and no file is written."));
}

static const char *
get_title (const CarrelExportOutput *output)
{
  return g_str_equal (output->format->name, "text") ? _ ("Text for a forum")
                                                    : _ (output->format->title);
}

/* Rows of a fold: what happens to a line, and the line. */
static GStrv
list_lines (const CarrelExportOutput *output)
{
  g_autoptr (GStrvBuilder) rows = g_strv_builder_new ();
  guint n_lines = output->changes->len;

  for (guint i = 0; i < MIN (n_lines, MAX_LINES); i++)
    {
      const CarrelLineChange *change = g_ptr_array_index (output->changes, i);
      /* Translators: %d is the number of a line of a file; the line itself follows. */
      g_autofree char *title = g_strdup_printf (
          change->is_added ? _ ("Added, line %d") : _ ("Removed, line %d"), change->line);
      g_autofree char *text = g_strchomp (g_strdup (change->text));

      g_strv_builder_add (rows, title);
      g_strv_builder_add (rows, *text != '\0' ? text : _ ("An empty line"));
    }
  if (n_lines > MAX_LINES)
    {
      /* Translators: how many changes are not listed. */
      g_autofree char *rest = g_strdup_printf (
          ngettext ("And %u more.", "And %u more.", n_lines - MAX_LINES), n_lines - MAX_LINES);

      g_strv_builder_add (rows, rest);
      g_strv_builder_add (rows, "");
    }
  return g_strv_builder_end (rows);
}

/* The page is what people read, so its lines are in sight; a fold stays as it is while it is filled
 * anew. */
static void
show_lines (CarrelPublishDialog *self, const CarrelExportOutput *output, guint index)
{
  GtkWidget *fold = gtk_widget_get_first_child (GTK_WIDGET (self->folds));
  /* Translators: %s is the name of a file. */
  g_autofree char *label = g_strdup_printf (_ ("Lines of %s that differ"), output->name);
  g_auto (GStrv) rows = list_lines (output);

  for (guint i = 0; i < index && fold != NULL; i++)
    fold = gtk_widget_get_next_sibling (fold);
  if (fold == NULL)
    {
      fold = g_object_new (CARREL_TYPE_FOLD, NULL);
      carrel_fold_set_open (CARREL_FOLD (fold), index == 0);
      gtk_box_append (self->folds, fold);
    }
  g_object_set (fold, "label", label, "visible", !output->is_same, NULL);
  carrel_fold_show (CARREL_FOLD (fold), (const char *const *) rows);
}

static void
show_outputs (CarrelPublishDialog *self)
{
  g_autofree char *folder = dup_folder_text (self);
  GtkListBoxRow *row;

  for (row = gtk_list_box_get_row_at_index (self->outputs, 0); row != NULL;
       row = gtk_list_box_get_row_at_index (self->outputs, 0))
    gtk_list_box_remove (self->outputs, GTK_WIDGET (row));
  gtk_list_box_append (self->outputs, carrel_fact_row_new (_ ("Folder"), folder));
  for (guint i = 0; i < self->plan->outputs->len; i++)
    {
      const CarrelExportOutput *output = g_ptr_array_index (self->plan->outputs, i);
      /* Translators: a kind of file, such as "Calendar", and the name of the file. */
      g_autofree char *title
          = g_strdup_printf (C_ ("file", "%1$s, %2$s"), get_title (output), output->name);
      g_autofree char *text = carrel_publish_plan_dup_output_text (self->plan, output);

      gtk_list_box_append (self->outputs, carrel_fact_row_new (title, text));
      show_lines (self, output, i);
    }
}

static void
show_findings (CarrelPublishDialog *self)
{
  guint n_findings = self->plan->findings->len;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (n_findings == 0)
    count = g_strdup (_ ("Nothing was found."));
  else
    count = g_strdup_printf (ngettext ("%u finding: fix it, or tick it to say that you know it.",
                                       "%u findings: fix each, or tick it to say that you know it.",
                                       n_findings),
                             n_findings);
  text = g_strjoin (" ", count,
                    self->n_mended > 0 ? _ ("Ctrl+Z takes back what was fixed last.") : NULL, NULL);
  gtk_label_set_label (self->findings_summary, text);
  carrel_finding_list_show (self->findings, self->plan->draft, self->plan->findings);
}

static void
show_plan (CarrelPublishDialog *self)
{
  carrel_edition_review_set_diff (self->review, self->plan->diff,
                                  _ ("What changes since the last version"));
  show_outputs (self);
  show_findings (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "publish.forget-folder", self->folder != NULL);
}

static void
refresh (CarrelPublishDialog *self)
{
  g_autoptr (GError) error = NULL;
  CarrelPublishPlan *plan
      = carrel_publish_plan_new (self->store, self->clock, self->course_id, self->folder, &error);

  gtk_widget_set_sensitive (self->publish_button, plan != NULL);
  if (plan == NULL)
    {
      carrel_notice_show (self->trouble, error->message, NULL, NULL);
      return;
    }
  g_clear_pointer (&self->plan, carrel_publish_plan_free);
  self->plan = plan;
  show_plan (self);
}

static void
on_store_changed_cb (CarrelPublishDialog *self, const char *course_id, CarrelStoreChanges changes)
{
  gboolean is_ours = course_id == NULL || g_str_equal (course_id, self->course_id);

  if (is_ours && !self->is_busy && (changes & CARREL_CHANGED_FACTS) != 0)
    refresh (self);
}

static GFile *
load_folder (CarrelPublishDialog *self)
{
  g_autoptr (GVariant) folders = g_settings_get_value (self->settings, FOLDERS_KEY);
  const char *uri = NULL;

  return g_variant_lookup (folders, self->course_id, "&s", &uri) ? g_file_new_for_uri (uri) : NULL;
}

static void
save_folder (CarrelPublishDialog *self)
{
  g_autoptr (GVariant) folders = g_settings_get_value (self->settings, FOLDERS_KEY);
  g_autofree char *uri = self->folder != NULL ? g_file_get_uri (self->folder) : NULL;
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *course_id, *other;

  g_variant_iter_init (&iter, folders);
  while (g_variant_iter_next (&iter, "{&s&s}", &course_id, &other))
    if (!g_str_equal (course_id, self->course_id))
      g_variant_builder_add (&builder, "{ss}", course_id, other);
  if (uri != NULL)
    g_variant_builder_add (&builder, "{ss}", self->course_id, uri);
  g_settings_set_value (self->settings, FOLDERS_KEY, g_variant_builder_end (&builder));
}

/* The focus goes to the finding that has moved up, or on to publishing when none is left. */
static void
focus_after_mend (CarrelPublishDialog *self)
{
  guint n_findings = self->plan->findings->len;
  g_autofree char *text = g_strdup_printf (
      ngettext ("Fixed. %u finding is left.", "Fixed. %u findings are left.", n_findings),
      n_findings);

  if (!carrel_finding_list_focus (self->findings, self->mended))
    gtk_widget_grab_focus (self->publish_button);
  announce (self, text);
}

static gboolean
mend (CarrelPublishDialog *self, const char *text, GError **error)
{
  const CarrelFinding *finding = g_ptr_array_index (self->plan->findings, self->mended);
  g_autoptr (CarrelSection) section = carrel_page_mend_new (self->plan->draft, finding, text);
  gboolean is_done;

  if (section == NULL)
    return FALSE;
  self->is_busy = TRUE;
  is_done = carrel_store_edit_fact (self->store, self->course_id, section->id, section, error);
  self->is_busy = FALSE;
  self->n_mended += is_done ? 1 : 0;
  return is_done;
}

static void
on_text_given_cb (CarrelPublishDialog *self, const char *text, CarrelNameDialog *dialog)
{
  g_autoptr (GError) error = NULL;

  if (!mend (self, text, &error))
    {
      carrel_name_dialog_fail (dialog, error);
      return;
    }
  self->is_mended = TRUE;
  refresh (self);
}

/* A focus that is set before this window is back would be heard twice. */
static void
on_is_active_cb (CarrelPublishDialog *self)
{
  if (!self->is_mended || !gtk_window_is_active (GTK_WINDOW (self)))
    return;
  self->is_mended = FALSE;
  focus_after_mend (self);
}

/* Which sentence mends a kind of finding: a title and the words before the entry. */
static void
ask (CarrelPublishDialog *self, const CarrelFinding *finding)
{
  static const char *const none[] = { NULL };
  static const struct
  {
    CarrelFindingKind kind;
    const char *title;
    const char *label;
  } questions[] = {
    { CARREL_FINDING_PICTURE, N_ ("Text of the picture"), N_ ("_What the picture shows") },
    { CARREL_FINDING_LINK, N_ ("Text of the link"), N_ ("_Where the link leads") },
    { CARREL_FINDING_COLUMN, N_ ("Name of the column"), N_ ("_What its cells are") },
  };
  g_autofree char *subject = g_strdup_printf ("%s %d", self->course_id, finding->line);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      GtkWidget *dialog;

      if (questions[i].kind != finding->kind)
        continue;
      dialog = carrel_name_dialog_new (_ (questions[i].title), "", none);
      carrel_name_dialog_ask (CARREL_NAME_DIALOG (dialog), _ (questions[i].label));
      g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_text_given_cb), self,
                               G_CONNECT_SWAPPED);
      carrel_name_dialog_present (CARREL_NAME_DIALOG (dialog), GTK_WIDGET (self), subject);
    }
}

static void
on_fix_cb (CarrelPublishDialog *self, guint index)
{
  const CarrelFinding *finding = g_ptr_array_index (self->plan->findings, index);
  g_autoptr (GError) error = NULL;

  self->mended = index;
  if (carrel_page_mend_needs_text (finding))
    ask (self, finding);
  else if (mend (self, "", &error))
    {
      refresh (self);
      focus_after_mend (self);
    }
  else if (error != NULL)
    show_trouble (self, error->message);
}

/* The window speaks when it has the focus again. */
static void
close_and_tell (CarrelPublishDialog *self, gboolean has_version)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *folder = dup_folder_name (self);
  g_autofree char *text = NULL;

  if (folder == NULL)
    text = g_strdup (_ ("Published as a new version"));
  else if (has_version)
    /* Translators: %s is a folder. */
    text = g_strdup_printf (_ ("Published as a new version, and written to %s"), folder);
  else
    /* Translators: %s is a folder. */
    text = g_strdup_printf (_ ("Written to %s"), folder);
  gtk_window_close (GTK_WINDOW (self));
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), has_version ? "win.toast-undo" : "win.toast",
                                "s", text);
}

static gboolean
publish (CarrelPublishDialog *self, GError **error)
{
  g_autoptr (GPtrArray) written = NULL;
  g_autofree char *log = carrel_publish_plan_dup_log (self->plan);
  gboolean is_done;

  if (self->folder != NULL)
    {
      written = carrel_publish_files_write (self->plan->outputs, self->folder, error);
      if (written == NULL)
        return FALSE;
    }
  if (!carrel_publish_plan_has_changes (self->plan))
    return TRUE;
  self->is_busy = TRUE;
  is_done = carrel_store_publish_edits (self->store, self->course_id, self->plan->draft, log,
                                        carrel_clock_get_now (self->clock), error);
  self->is_busy = FALSE;
  if (!is_done && written != NULL)
    carrel_publish_files_take_back (written);
  return is_done;
}

static void
on_publish_clicked_cb (CarrelPublishDialog *self)
{
  guint n_unknown = carrel_finding_list_count_unknown (self->findings);
  gboolean has_changes = carrel_publish_plan_has_changes (self->plan);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!has_changes && self->folder == NULL)
    show_trouble (self, _ (NOTHING));
  else if (n_unknown > 0)
    {
      text = g_strdup_printf (
          ngettext ("%u finding is neither fixed nor ticked. Fix it, or tick that you know it.",
                    "%u findings are neither fixed nor ticked. Fix them, or tick that you know "
                    "them.",
                    n_unknown),
          n_unknown);
      show_trouble (self, text);
    }
  else if (!publish (self, &error))
    show_trouble (self, error->message);
  else
    close_and_tell (self, has_changes);
}

static void
dismiss_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelPublishDialog *self = CARREL_PUBLISH_DIALOG (widget);

  carrel_notice_hide (self->trouble);
  if (carrel_finding_list_count_unknown (self->findings) == 0
      || !carrel_finding_list_focus (self->findings, 0))
    gtk_widget_grab_focus (self->folder_button);
}

static void
on_folder_chosen_cb (GListModel *files, GObject *owner)
{
  g_autoptr (GFile) folder = g_list_model_get_item (files, 0);

  carrel_publish_dialog_set_folder (CARREL_PUBLISH_DIALOG (owner), folder);
}

static void
choose_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const CarrelChoose choose
      = { CARREL_CHOOSE_FOLDER, _ ("Where the files are written"), _ ("Choose"), NULL, NULL, NULL };

  carrel_compat_choose (GTK_WINDOW (widget), &choose, on_folder_chosen_cb, G_OBJECT (widget));
}

static void
forget_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelPublishDialog *self = CARREL_PUBLISH_DIALOG (widget);

  gtk_widget_grab_focus (self->folder_button);
  carrel_publish_dialog_set_folder (self, NULL);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelPublishDialog *self = CARREL_PUBLISH_DIALOG (widget);
  g_autofree char *text = NULL;

  if (self->plan == NULL)
    return;
  text = carrel_publish_plan_dup_forum_text (self->plan);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  announce (self, _ ("The text is on the clipboard."));
}

/* Takes back what was fixed here, and nothing that was done before. */
static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelPublishDialog *self = CARREL_PUBLISH_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (self->n_mended == 0)
    return;
  self->n_mended--;
  if (!carrel_store_undo (self->store, &error))
    {
      show_trouble (self, error->message);
      return;
    }
  refresh (self);
  carrel_finding_list_focus (self->findings, self->mended);
  announce (self, _ ("The fix is taken back."));
}

static void
carrel_publish_dialog_dispose (GObject *object)
{
  CarrelPublishDialog *self = CARREL_PUBLISH_DIALOG (object);

  g_clear_pointer (&self->plan, carrel_publish_plan_free);
  g_clear_pointer (&self->course_id, g_free);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->folder);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARREL_TYPE_PUBLISH_DIALOG);
  G_OBJECT_CLASS (carrel_publish_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CARREL_TYPE_EDITION_REVIEW);
  g_type_ensure (CARREL_TYPE_FINDING_LIST);
  g_type_ensure (CARREL_TYPE_NOTICE);
  g_type_ensure (CARREL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-publish-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelPublishDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, CarrelPublishDialog, review);
  gtk_widget_class_bind_template_child (widget_class, CarrelPublishDialog, outputs);
  gtk_widget_class_bind_template_child (widget_class, CarrelPublishDialog, folds);
  gtk_widget_class_bind_template_child (widget_class, CarrelPublishDialog, folder_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelPublishDialog, publish_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelPublishDialog, findings_summary);
  gtk_widget_class_bind_template_child (widget_class, CarrelPublishDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, CarrelPublishDialog, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_publish_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fix_cb);
}

static void
carrel_publish_dialog_class_init (CarrelPublishDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_publish_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "publish.dismiss", NULL, dismiss_action);
  gtk_widget_class_install_action (widget_class, "publish.choose-folder", NULL,
                                   choose_folder_action);
  gtk_widget_class_install_action (widget_class, "publish.forget-folder", NULL,
                                   forget_folder_action);
  gtk_widget_class_install_action (widget_class, "publish.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "publish.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "publish.undo",
                                       NULL);
  bind_template (widget_class);
}

static void
carrel_publish_dialog_init (CarrelPublishDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_focus_scroll_attach (self->scroller);
  carrel_dialog_wrap_buttons (GTK_WIDGET (self->scroller));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_is_active_cb), NULL);
}

/**
 * carrel_publish_dialog_new:
 * @store: where the course is
 * @clock: says what time it is
 * @settings: where the folder of each course is kept
 * @course_id: the course
 *
 * Returns: (transfer none): a new dialog
 */
CarrelDialog *
carrel_publish_dialog_new (CarrelStore *store,
                           CarrelClock *clock,
                           GSettings *settings,
                           const char *course_id)
{
  CarrelPublishDialog *self = g_object_new (CARREL_TYPE_PUBLISH_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->course_id = g_strdup (course_id);
  self->folder = load_folder (self);
  refresh (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  carrel_dialog_focus_first (CARREL_DIALOG (self), GTK_WIDGET (self->review));
  return CARREL_DIALOG (self);
}

/**
 * carrel_publish_dialog_set_folder:
 * @self: a dialog
 * @folder: (nullable): where files are written; %NULL writes none
 *
 * Compares what is written with the files that are there; the folder is kept for the next time.
 */
void
carrel_publish_dialog_set_folder (CarrelPublishDialog *self, GFile *folder)
{
  g_set_object (&self->folder, folder);
  save_folder (self);
  refresh (self);
}
