/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Four pages: where from, pasted text, reading, review. The thread that reads gets paths or bytes;
 * the store is touched in one step, when the person says so. */
#define G_LOG_DOMAIN "carrel-add-course-dialog"

#include "config.h"

#include "carrel-add-course-dialog.h"

#include "carrel-compat.h"
#include "carrel-course-item.h"
#include "carrel-document-path.h"
#include "carrel-draft-review.h"
#include "carrel-example.h"
#include "carrel-focus-scroll.h"
#include "carrel-form-draft.h"
#include "carrel-import-job.h"
#include "carrel-importer.h"
#include "carrel-notice-list.h"
#include "carrel-notice.h"
#include "carrel-store-courses.h"

#include <glib/gi18n.h>

/* Work that takes longer shows that it is under way, in milliseconds. */
#define PATIENCE 300

struct _CarrelAddCourseDialog
{
  CarrelDialog parent_instance;

  CarrelStore *store;
  CarrelClock *clock;
  GCancellable *cancellable;
  CarrelImportJob *job; /* what was read, once it was */
  char *course_id;      /* that it is a newer edition of; NULL is a new course */
  char *new_id;         /* of a course of its own, whatever it resembles; NULL to find it out */
  guint patience_id;
  CarrelFormDraft *draft; /* of what is pasted; NULL until that is shown */
  gboolean is_pasted;     /* what was read, or is being read */

  CarrelNotice *trouble;
  GtkStack *pages;
  GtkListBox *ways;
  GtkWidget *pasted;
  CarrelNoticeList *kept;
  GtkSpinner *spinner;
  GtkProgressBar *progress;
  CarrelDraftReview *review;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkScrolledWindow *scroller;
};

typedef struct
{
  const char *title;
  const char *what;
  void (*go) (CarrelAddCourseDialog *self);
} Way;

G_DEFINE_FINAL_TYPE (CarrelAddCourseDialog, carrel_add_course_dialog, CARREL_TYPE_DIALOG)

static void
show_page (CarrelAddCourseDialog *self, const char *name)
{
  gboolean is_review = g_str_equal (name, "review");
  gboolean is_paste = g_str_equal (name, "paste");

  /* Else the stack would choose a focus itself, and select what is in it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (self->next_button, is_review || is_paste);
  gtk_button_set_label (GTK_BUTTON (self->next_button), is_paste                  ? _ ("Read")
                                                        : self->course_id != NULL ? _ ("Update")
                                                                                  : _ ("Add"));
  gtk_button_set_label (GTK_BUTTON (self->back_button),
                        is_review || is_paste ? _ ("Back") : _ ("Cancel"));
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "working"));
  if (is_review)
    carrel_draft_review_focus (self->review);
  else if (is_paste)
    gtk_widget_grab_focus (self->pasted);
  else if (g_str_equal (name, "choose"))
    gtk_widget_child_focus (GTK_WIDGET (self->ways), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->back_button);
}

static void
activate_in_window (CarrelAddCourseDialog *self, const char *action, const char *text)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), action, "s", text);
}

static void
show_trouble (CarrelAddCourseDialog *self, const char *text)
{
  g_autofree char *known = carrel_document_path_dup_known (text);

  carrel_notice_show (self->trouble, known, NULL, NULL);
  activate_in_window (self, "win.announce", known);
}

static gboolean
on_patience_over_cb (gpointer data)
{
  CarrelAddCourseDialog *self = CARREL_ADD_COURSE_DIALOG (data);

  self->patience_id = 0;
  show_page (self, "working");
  activate_in_window (self, "win.announce", _ ("Reading the page…"));
  return G_SOURCE_REMOVE;
}

/* What was read, as the importer wants it; @bytes and the names are to be freed. */
static CarrelImportSources
get_sources (CarrelAddCourseDialog *self, GStrv names, GBytes **bytes)
{
  guint n_files = self->job->files->len;

  for (guint i = 0; i < n_files; i++)
    {
      const CarrelImportFile *file = g_ptr_array_index (self->job->files, i);

      names[i] = g_strdup (file->name);
      bytes[i] = file->bytes;
    }
  return (CarrelImportSources){ names, n_files > 0 ? bytes : NULL,
                                carrel_clock_get_now (self->clock), self->job->is_whole };
}

/* Whether the course is here already, and what would change. */
static void
show_edition (CarrelAddCourseDialog *self)
{
  g_auto (GStrv) names = g_new0 (char *, self->job->files->len + 1);
  g_autofree GBytes **bytes = g_new0 (GBytes *, self->job->files->len + 1);
  const CarrelImportSources sources = get_sources (self, names, bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelImportPlan) plan
      = carrel_importer_plan (self->store, self->new_id, self->job->draft, &sources, &error);
  CarrelCourseItem *course = NULL;

  g_clear_pointer (&self->course_id, g_free);
  if (plan == NULL)
    {
      show_trouble (self, error->message);
      return;
    }
  if (plan->course_id != NULL)
    course = carrel_store_find_course (self->store, plan->course_id);
  if (course != NULL)
    self->course_id = g_strdup (plan->course_id);
  carrel_edition_review_set_plan (carrel_draft_review_get_edition (self->review), plan,
                                  course != NULL ? carrel_course_item_get_title (course) : NULL);
}

/* Where the drafts are: in the window that the dialog stands over. */
static GtkWidget *
get_owner (CarrelAddCourseDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  return window != NULL ? GTK_WIDGET (window) : GTK_WIDGET (self);
}

/* What is typed into the questions of the review; NULL where there is none. */
static CarrelFormDraft *
get_answers (CarrelAddCourseDialog *self)
{
  CarrelQuestionForm *questions = carrel_draft_review_get_questions (self->review);

  return questions != NULL ? carrel_question_form_get_draft (questions) : NULL;
}

/* Answers that were typed are there again when the same page is read again. */
static void
offer_answers (CarrelAddCourseDialog *self)
{
  const char *title = self->job->draft->title;

  carrel_form_draft_set_notice (get_answers (self),
                                _ ("Here is what you answered before and did not add."));
  carrel_question_form_offer (carrel_draft_review_get_questions (self->review), get_owner (self),
                              title != NULL ? title : "");
}

static void
show_review (CarrelAddCourseDialog *self)
{
  CarrelFormDraft *before = get_answers (self);

  if (before != NULL)
    carrel_form_draft_keep (before);
  carrel_notice_hide (self->trouble);
  carrel_draft_review_set_draft (self->review, self->job->draft, self->job->files);
  offer_answers (self);
  show_edition (self);
  show_page (self, "review");
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CarrelAddCourseDialog) self = CARREL_ADD_COURSE_DIALOG (data);
  g_autoptr (GError) error = NULL;
  CarrelImportJob *job = carrel_import_job_run_finish (result, &error);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    {
      carrel_import_job_free (job);
      return;
    }
  if (job == NULL)
    {
      show_page (self, "choose");
      show_trouble (self, error->message);
      return;
    }
  g_clear_pointer (&self->new_id, g_free);
  carrel_import_job_free (self->job);
  self->job = job;
  show_review (self);
}

static void
on_progress_cb (double fraction, gpointer data)
{
  CarrelAddCourseDialog *self = CARREL_ADD_COURSE_DIALOG (data);

  gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
cancel_reading (CarrelAddCourseDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_id, g_source_remove);
}

static void
read_input (CarrelAddCourseDialog *self, GStrv paths, GPtrArray *files)
{
  cancel_reading (self);
  self->is_pasted = files != NULL;
  carrel_notice_hide (self->trouble);
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->cancellable = g_cancellable_new ();
  self->patience_id = g_timeout_add (PATIENCE, on_patience_over_cb, self);
  carrel_import_job_run_async (paths, files, self->cancellable, on_progress_cb, on_read_cb,
                               g_object_ref (self));
}

static void
on_files_chosen_cb (GListModel *files, GObject *owner)
{
  carrel_add_course_dialog_read_files (CARREL_ADD_COURSE_DIALOG (owner), files);
}

static void
choose_folder (CarrelAddCourseDialog *self)
{
  const CarrelChoose choose
      = { CARREL_CHOOSE_FOLDER, _ ("Folder of a course"), _ ("Read"), NULL, NULL, NULL };

  carrel_compat_choose (GTK_WINDOW (self), &choose, on_files_chosen_cb, G_OBJECT (self));
}

/* What was pasted and not added is there again. */
static void
offer_pasted (CarrelAddCourseDialog *self)
{
  const char *notices[2] = { NULL, NULL };

  self->draft = carrel_form_draft_new ();
  carrel_form_draft_add (self->draft, self->pasted);
  carrel_form_draft_set_notice (self->draft,
                                _ ("Here is the text that you typed before and did not add. Delete "
                                   "it to start afresh."));
  carrel_form_draft_offer (self->draft, get_owner (self), "pasted page");
  notices[0] = carrel_form_draft_get_notice (self->draft);
  carrel_notice_list_set (self->kept, notices);
}

static void
paste (CarrelAddCourseDialog *self)
{
  if (self->draft == NULL)
    offer_pasted (self);
  show_page (self, "paste");
}

static CarrelImportJob *
new_job (CarrelCourse *draft)
{
  CarrelImportJob *job = g_new0 (CarrelImportJob, 1);

  job->draft = draft;
  job->files = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  return job;
}

static void
begin_blank (CarrelAddCourseDialog *self)
{
  CarrelCourse *draft = carrel_record_new (&carrel_course_type);

  self->is_pasted = FALSE;
  draft->title = g_strdup (_ ("New course"));
  g_clear_pointer (&self->new_id, g_free);
  carrel_import_job_free (self->job);
  self->job = new_job (draft);
  show_review (self);
}

/* Shows the course, tells of it and closes. @n_verbs can be undone together. */
static void
finish (CarrelAddCourseDialog *self, CarrelPublished *published, guint n_verbs)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  CarrelCourseItem *course = carrel_store_find_course (self->store, published->course_id);
  const char *title = course != NULL ? carrel_course_item_get_title (course) : "";
  g_autofree char *text = NULL;

  if (published->is_unchanged && n_verbs == 0)
    text = g_strdup_printf (_ ("%s is here already, and nothing has changed"), title);
  else if (published->is_new)
    text = g_strdup_printf (_ ("Added %s"), title);
  else
    text = g_strdup_printf (_ ("Updated %s"), title);
  if (window != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-course", "s",
                                  published->course_id);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.toast-import", "(su)", text, n_verbs);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_example (CarrelAddCourseDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CarrelCourse) example = carrel_example_load (&error);
  g_autoptr (CarrelPublished) published = NULL;

  if (example != NULL)
    published
        = carrel_importer_add_example (self->store, example, carrel_clock_get_today (self->clock),
                                       carrel_clock_get_now (self->clock), &error);
  if (published == NULL)
    show_trouble (self, error->message);
  else
    finish (self, published, published->is_unchanged ? 0 : 1);
}

static CarrelPublished *
publish (CarrelAddCourseDialog *self, CarrelCourse *draft, GError **error)
{
  g_auto (GStrv) names = g_new0 (char *, self->job->files->len + 1);
  g_autofree GBytes **bytes = g_new0 (GBytes *, self->job->files->len + 1);
  const CarrelImportSources sources = get_sources (self, names, bytes);
  g_autoptr (GPtrArray) renames
      = carrel_edition_review_dup_renames (carrel_draft_review_get_edition (self->review));

  return carrel_importer_apply (self->store,
                                self->course_id != NULL ? self->course_id : self->new_id, draft,
                                &sources, renames, error);
}

/* Takes what the page says where a person asked for it. Counts the verbs. */
static gboolean
give_up_corrections (CarrelAddCourseDialog *self,
                     const char *course_id,
                     guint *n_verbs,
                     GError **error)
{
  g_autoptr (GPtrArray) given_up
      = carrel_edition_review_list_given_up (carrel_draft_review_get_edition (self->review));

  for (guint i = 0; i < given_up->len; i++, (*n_verbs)++)
    if (!carrel_import_conflict_take_page (g_ptr_array_index (given_up, i), self->store, course_id,
                                           error))
      return FALSE;
  return TRUE;
}

static void
add (CarrelAddCourseDialog *self)
{
  CarrelQuestionForm *questions = carrel_draft_review_get_questions (self->review);
  g_autoptr (CarrelCourse) draft = NULL;
  g_autoptr (CarrelPublished) published = NULL;
  g_autoptr (GError) error = NULL;
  guint n_verbs = 0;

  if (!carrel_question_form_check (questions))
    return;
  draft = carrel_draft_review_dup_draft (self->review);
  carrel_course_assign_ids (draft);
  published = publish (self, draft, &error);
  if (published == NULL)
    {
      show_trouble (self, error->message);
      return;
    }
  n_verbs = published->is_unchanged ? 0 : 1;
  if (!give_up_corrections (self, published->course_id, &n_verbs, &error)
      || !carrel_question_form_apply (questions, self->store, published->course_id, &n_verbs,
                                      &error))
    activate_in_window (self, "win.report", error->message);
  carrel_form_draft_settle (get_answers (self));
  if (self->is_pasted)
    carrel_form_draft_settle (self->draft);
  finish (self, published, n_verbs);
}

static void
read_pasted (CarrelAddCourseDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->pasted));
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GBytes) bytes = NULL;
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  bytes = g_bytes_new_take (text, strlen (text));
  /* Translators: stands for the name of a file where text was pasted. */
  g_ptr_array_add (files, carrel_import_file_new (_ ("pasted.md"), bytes));
  read_input (self, NULL, files);
}

static const Way ways[] = {
  { N_ ("Files…"), N_ ("Markdown, HTML or a course pack; several pages of one course at once"),
    carrel_add_course_dialog_choose_files },
  { N_ ("Folder…"), N_ ("A whole course site, as it is kept in a repository"), choose_folder },
  { N_ ("Pasted text"), N_ ("The Markdown of a page, from the clipboard"), paste },
  { N_ ("Example course"), N_ ("To look around; it begins four weeks ago"), add_example },
  { N_ ("Blank course"), N_ ("With nothing but a title"), begin_blank },
};

static void
on_way_activated_cb (CarrelAddCourseDialog *self, GtkListBoxRow *row)
{
  ways[gtk_list_box_row_get_index (row)].go (self);
}

static void
on_next_clicked_cb (CarrelAddCourseDialog *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->pages), "paste"))
    read_pasted (self);
  else
    add (self);
}

static void
on_back_clicked_cb (CarrelAddCourseDialog *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  cancel_reading (self);
  if (g_str_equal (page, "choose"))
    gtk_window_close (GTK_WINDOW (self));
  else if (!g_str_equal (page, "review") || !carrel_draft_review_go_back (self->review))
    show_page (self, "choose");
}

static void
append_ways (CarrelAddCourseDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_list_box_append (self->ways, g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role",
                                                   GTK_ACCESSIBLE_ROLE_BUTTON, "title",
                                                   _ (ways[i].title), "subtitle", _ (ways[i].what),
                                                   "selectable", FALSE, "activatable", TRUE, NULL));
}

/* What was typed is kept, and that is said once, whatever of it there is. */
static gboolean
carrel_add_course_dialog_close_request (GtkWindow *window)
{
  CarrelAddCourseDialog *self = CARREL_ADD_COURSE_DIALOG (window);
  CarrelFormDraft *answers = get_answers (self);
  gboolean is_said = answers != NULL && carrel_form_draft_leave (answers);

  if (self->draft != NULL && is_said)
    carrel_form_draft_keep (self->draft);
  else if (self->draft != NULL)
    carrel_form_draft_leave (self->draft);
  return GTK_WINDOW_CLASS (carrel_add_course_dialog_parent_class)->close_request (window);
}

static void
carrel_add_course_dialog_dispose (GObject *object)
{
  CarrelAddCourseDialog *self = CARREL_ADD_COURSE_DIALOG (object);

  cancel_reading (self);
  g_clear_pointer (&self->job, carrel_import_job_free);
  g_clear_pointer (&self->course_id, g_free);
  g_clear_pointer (&self->new_id, g_free);
  g_clear_pointer (&self->draft, carrel_form_draft_free);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARREL_TYPE_ADD_COURSE_DIALOG);
  G_OBJECT_CLASS (carrel_add_course_dialog_parent_class)->dispose (object);
}

static void
carrel_add_course_dialog_class_init (CarrelAddCourseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_add_course_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = carrel_add_course_dialog_close_request;
  g_type_ensure (CARREL_TYPE_DRAFT_REVIEW);
  g_type_ensure (CARREL_TYPE_NOTICE);
  g_type_ensure (CARREL_TYPE_NOTICE_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-add-course-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelAddCourseDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, CarrelAddCourseDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, CarrelAddCourseDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, CarrelAddCourseDialog, ways);
  gtk_widget_class_bind_template_child (widget_class, CarrelAddCourseDialog, pasted);
  gtk_widget_class_bind_template_child (widget_class, CarrelAddCourseDialog, kept);
  gtk_widget_class_bind_template_child (widget_class, CarrelAddCourseDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, CarrelAddCourseDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, CarrelAddCourseDialog, review);
  gtk_widget_class_bind_template_child (widget_class, CarrelAddCourseDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, CarrelAddCourseDialog, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_way_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
}

static void
carrel_add_course_dialog_init (CarrelAddCourseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_focus_scroll_attach (self->scroller);
  append_ways (self);
  show_page (self, "choose");
}

/**
 * carrel_add_course_dialog_new:
 * @store: where courses are added
 * @clock: says what time it is
 *
 * Returns: (transfer none): a new dialog
 */
CarrelAddCourseDialog *
carrel_add_course_dialog_new (CarrelStore *store, CarrelClock *clock)
{
  CarrelAddCourseDialog *self = g_object_new (CARREL_TYPE_ADD_COURSE_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * carrel_add_course_dialog_read_files:
 * @self: a dialog
 * @files: of #GFile: pages or folders of one course
 *
 * Reads files in a thread and shows what was found.
 */
void
carrel_add_course_dialog_read_files (CarrelAddCourseDialog *self, GListModel *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path == NULL)
        {
          show_trouble (self, _ ("Carrel reads files of this computer only. Save it here first."));
          return;
        }
      g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  read_input (self, paths, NULL);
}

/**
 * carrel_add_course_dialog_choose_files:
 * @self: a dialog
 *
 * Asks for files, then reads them.
 */
void
carrel_add_course_dialog_choose_files (CarrelAddCourseDialog *self)
{
  static const char *const patterns[]
      = { "*.md",  "*.markdown", "*.qmd",  "*.mdx",  "*.html", "*.htm",
          "*.txt", "*.yml",      "*.yaml", "*.json", NULL };
  const CarrelChoose choose = { CARREL_CHOOSE_FILES, _ ("Pages of a course"),
                                _ ("Read"),          NULL,
                                _ ("Course pages"),  patterns };

  carrel_compat_choose (GTK_WINDOW (self), &choose, on_files_chosen_cb, G_OBJECT (self));
}

/**
 * carrel_add_course_dialog_review:
 * @self: a dialog
 * @draft: (transfer full): a course that is to be one of its own
 *
 * Shows what is in a course before it is added, with its questions.
 */
void
carrel_add_course_dialog_review (CarrelAddCourseDialog *self, CarrelCourse *draft)
{
  carrel_import_job_free (self->job);
  self->job = new_job (draft);
  g_free (self->new_id);
  self->new_id = carrel_store_dup_new_course_id (self->store, draft);
  show_review (self);
}
