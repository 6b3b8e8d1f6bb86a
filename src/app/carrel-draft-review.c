/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The draft is never changed here: what is left out is noted, and taken out of a copy at the end.
 */
#define G_LOG_DOMAIN "carrel-draft-review"

#include "config.h"

#include "carrel-draft-review.h"

#include "carrel-accessible.h"
#include "carrel-diff-text.h"
#include "carrel-focus-scroll.h"

#include <glib/gi18n.h>

/* As much of a line as is shown, in characters. */
#define MAX_LINE 160

struct _CarrelDraftReview
{
  AdwBin parent_instance;

  CarrelCourse *draft;
  GHashTable *lines;    /* of names of files to GStrv: what was read */
  GHashTable *left_out; /* "field:position" */
  const CarrelField *kind;

  GtkStack *pages;
  CarrelEditionReview *edition;
  GtkWidget *title;
  GtkLabel *found;
  GtkListBox *kinds;
  GtkLabel *asked;
  AdwBin *questions;
  GtkLabel *kind_title;
  GtkListBox *facts;
  GtkScrolledWindow *scroller;
  GtkScrolledWindow *scroller_of_facts;
};

G_DEFINE_FINAL_TYPE (CarrelDraftReview, carrel_draft_review, ADW_TYPE_BIN)

/* The lists of a course that people know, by the names of their fields. */
static const struct
{
  const char *field;
  const char *title;
} kind_titles[] = {
  { "meetings", N_ ("Meetings") },
  { "office_hours", N_ ("Office hours") },
  { "schedule", N_ ("Dated rows") },
  { "breaks", N_ ("Breaks") },
  { "changes", N_ ("Changes of single dates") },
  { "grading", N_ ("Graded groups") },
  { "grading_schemes", N_ ("Grading schemes") },
  { "letter_grades", N_ ("Letter grades") },
  { "staff", N_ ("People") },
  { "contacts", N_ ("Help contacts") },
  { "links", N_ ("Links") },
  { "sections", N_ ("Sections of text") },
};

static GPtrArray *
get_list (CarrelCourse *course, const CarrelField *field)
{
  return *CARREL_FIELD_PTR (course, field, GPtrArray *);
}

static char *
dup_place (const CarrelField *field, guint position)
{
  return g_strdup_printf ("%s:%u", field->name, position);
}

/* The line of a file, without blanks around it; NULL if it is not known. */
static char *
dup_line (CarrelDraftReview *self, const char *file, int line)
{
  GStrv lines = g_hash_table_lookup (self->lines, file);

  for (int i = 1; lines != NULL && lines[i - 1] != NULL; i++)
    if (i == line)
      return g_strstrip (
          g_utf8_substring (lines[i - 1], 0, MIN (g_utf8_strlen (lines[i - 1], -1), MAX_LINE)));
  return NULL;
}

/* Where a fact stands, and what stands there. */
static char *
dup_source (CarrelDraftReview *self, const CarrelRecord *record)
{
  g_autofree char *line = NULL;

  if (record->file == NULL)
    return NULL;
  if (record->line == 0)
    return g_strdup (record->file);
  line = dup_line (self, record->file, record->line);
  if (line != NULL && *line != '\0')
    /* Translators: a file, a line in it, and the text of that line. */
    return g_strdup_printf (_ ("%s, line %d: %s"), record->file, record->line, line);
  /* Translators: a file and a line in it. */
  return g_strdup_printf (_ ("%s, line %d"), record->file, record->line);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  for (row = gtk_list_box_get_row_at_index (list, 0); row != NULL;
       row = gtk_list_box_get_row_at_index (list, 0))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static guint
count_kept (CarrelDraftReview *self, const CarrelField *field)
{
  guint n_kept = 0;

  for (guint i = 0; i < get_list (self->draft, field)->len; i++)
    {
      g_autofree char *place = dup_place (field, i);

      n_kept += !g_hash_table_contains (self->left_out, place);
    }
  return n_kept;
}

static void
show_count (CarrelDraftReview *self, AdwActionRow *row, const CarrelField *field)
{
  guint n_found = get_list (self->draft, field)->len;
  guint n_kept = count_kept (self, field);
  g_autofree char *text = NULL;

  if (n_kept == n_found)
    text = g_strdup_printf (ngettext ("%u found", "%u found", n_found), n_found);
  else
    /* Translators: how many facts are kept of those found. */
    text = g_strdup_printf (_ ("%u of %u kept"), n_kept, n_found);
  adw_action_row_set_subtitle (row, text);
}

static gboolean
append_kind (CarrelDraftReview *self, guint kind)
{
  const CarrelField *field = carrel_record_find_field (self->draft, kind_titles[kind].field);
  GtkWidget *row;
  GtkWidget *arrow;

  if (field == NULL || get_list (self->draft, field)->len == 0)
    return FALSE;
  row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_BUTTON, "title",
                      _ (kind_titles[kind].title), "selectable", FALSE, "activatable", TRUE, NULL);
  arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                        GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (kind));
  show_count (self, ADW_ACTION_ROW (row), field);
  gtk_list_box_append (self->kinds, row);
  return TRUE;
}

static void
on_fact_ticked_cb (GtkCheckButton *check, GParamSpec *pspec, CarrelDraftReview *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), ADW_TYPE_ACTION_ROW);
  const char *place = g_object_get_data (G_OBJECT (check), "place");
  gboolean is_kept = gtk_check_button_get_active (check);

  carrel_accessible_set_checked (row, is_kept);
  if (is_kept)
    g_hash_table_remove (self->left_out, place);
  else
    g_hash_table_add (self->left_out, g_strdup (place));
}

static void
append_fact (CarrelDraftReview *self, guint position)
{
  CarrelRecord *record = g_ptr_array_index (get_list (self->draft, self->kind), position);
  char *place = dup_place (self->kind, position);
  gboolean is_kept = !g_hash_table_contains (self->left_out, place);
  g_autofree char *plain = carrel_diff_dup_fact_name (record, self->draft, CARREL_FORMAT_DEFAULT);
  g_autofree char *title = g_markup_escape_text (plain, -1);
  g_autofree char *plain_source = dup_source (self, record);
  g_autofree char *source = g_markup_escape_text (plain_source != NULL ? plain_source : "", -1);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "active", is_kept, "can-focus", FALSE,
                                   "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *row
      = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, "title",
                      title, "subtitle", source, "selectable", FALSE, NULL);

  g_object_set_data_full (G_OBJECT (check), "place", place, g_free);
  carrel_accessible_set_label (check, plain);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  carrel_accessible_set_checked (row, is_kept);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_fact_ticked_cb), self, 0);
  gtk_list_box_append (self->facts, row);
}

static void
on_kind_activated_cb (CarrelDraftReview *self, GtkListBoxRow *row)
{
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind"));

  self->kind = carrel_record_find_field (self->draft, kind_titles[kind].field);
  gtk_label_set_label (self->kind_title, _ (kind_titles[kind].title));
  carrel_accessible_set_label (self->facts, _ (kind_titles[kind].title));
  clear_list (self->facts);
  for (guint i = 0; i < get_list (self->draft, self->kind)->len; i++)
    append_fact (self, i);
  gtk_stack_set_visible_child_name (self->pages, "facts");
  gtk_widget_child_focus (GTK_WIDGET (self->facts), GTK_DIR_TAB_FORWARD);
}

static void
show_kinds (CarrelDraftReview *self)
{
  guint n_kinds = 0;

  clear_list (self->kinds);
  for (guint i = 0; i < G_N_ELEMENTS (kind_titles); i++)
    n_kinds += append_kind (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), n_kinds > 0);
  gtk_label_set_label (self->found, n_kinds > 0 ? _ ("What was found")
                                                : _ ("Nothing is known of this course yet."));
}

static void
show_questions (CarrelDraftReview *self)
{
  guint n_questions = self->draft->questions->len;
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u question that the page does not answer",
                                   "%u questions that the page does not answer", n_questions),
                         n_questions);

  adw_bin_set_child (self->questions, carrel_question_form_new (self->draft));
  gtk_label_set_label (self->asked, text);
  gtk_widget_set_visible (GTK_WIDGET (self->asked), n_questions > 0);
}

/* What the page is headed with is offered as a title, to be seen and changed. */
static const char *
get_likely_title (const CarrelCourse *draft)
{
  const CarrelSection *section
      = draft->sections->len > 0 ? g_ptr_array_index (draft->sections, 0) : NULL;

  if (draft->title != NULL)
    return draft->title;
  return section != NULL && section->level == 1 && section->heading != NULL ? section->heading : "";
}

static void
keep_lines (CarrelDraftReview *self, GPtrArray *files)
{
  g_hash_table_remove_all (self->lines);
  for (guint i = 0; i < files->len; i++)
    {
      const CarrelImportFile *file = g_ptr_array_index (files, i);
      gsize length = 0;
      const char *bytes = g_bytes_get_data (file->bytes, &length);
      g_autofree char *text = g_utf8_make_valid (bytes != NULL ? bytes : "", (gssize) length);

      g_hash_table_insert (self->lines, g_strdup (file->name), g_strsplit (text, "\n", -1));
    }
}

static void
carrel_draft_review_finalize (GObject *object)
{
  CarrelDraftReview *self = CARREL_DRAFT_REVIEW (object);

  g_clear_pointer (&self->draft, carrel_record_unref);
  g_hash_table_unref (self->left_out);
  g_hash_table_unref (self->lines);
  G_OBJECT_CLASS (carrel_draft_review_parent_class)->finalize (object);
}

static void
carrel_draft_review_class_init (CarrelDraftReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = carrel_draft_review_finalize;
  g_type_ensure (CARREL_TYPE_EDITION_REVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-draft-review.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelDraftReview, edition);
  gtk_widget_class_bind_template_child (widget_class, CarrelDraftReview, scroller);
  gtk_widget_class_bind_template_child (widget_class, CarrelDraftReview, scroller_of_facts);
  gtk_widget_class_bind_template_child (widget_class, CarrelDraftReview, pages);
  gtk_widget_class_bind_template_child (widget_class, CarrelDraftReview, title);
  gtk_widget_class_bind_template_child (widget_class, CarrelDraftReview, found);
  gtk_widget_class_bind_template_child (widget_class, CarrelDraftReview, kinds);
  gtk_widget_class_bind_template_child (widget_class, CarrelDraftReview, asked);
  gtk_widget_class_bind_template_child (widget_class, CarrelDraftReview, questions);
  gtk_widget_class_bind_template_child (widget_class, CarrelDraftReview, kind_title);
  gtk_widget_class_bind_template_child (widget_class, CarrelDraftReview, facts);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_activated_cb);
}

static void
carrel_draft_review_init (CarrelDraftReview *self)
{
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lines
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_focus_scroll_attach (self->scroller);
  carrel_focus_scroll_attach (self->scroller_of_facts);
}

/**
 * carrel_draft_review_set_draft:
 * @self: a review
 * @draft: what was found
 * @files: (element-type CarrelImportFile): what it was found in
 *
 * Shows a draft, all of it ticked.
 */
void
carrel_draft_review_set_draft (CarrelDraftReview *self, CarrelCourse *draft, GPtrArray *files)
{
  keep_lines (self, files);
  g_clear_pointer (&self->draft, carrel_record_unref);
  self->draft = carrel_record_ref (draft);
  g_hash_table_remove_all (self->left_out);
  gtk_editable_set_text (GTK_EDITABLE (self->title), get_likely_title (draft));
  show_kinds (self);
  show_questions (self);
  gtk_stack_set_visible_child_name (self->pages, "overview");
}

/**
 * carrel_draft_review_dup_draft:
 * @self: a review with a draft
 *
 * Returns: (transfer full): a copy with its title as it was typed, without what was left out
 */
CarrelCourse *
carrel_draft_review_dup_draft (CarrelDraftReview *self)
{
  CarrelCourse *draft = carrel_record_copy (self->draft);
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title)));

  if (*g_strstrip (title) != '\0')
    {
      g_free (draft->title);
      draft->title = g_steal_pointer (&title);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kind_titles); i++)
    {
      const CarrelField *field = carrel_record_find_field (draft, kind_titles[i].field);
      GPtrArray *list = get_list (draft, field);

      for (guint position = list->len; position > 0; position--)
        {
          g_autofree char *place = dup_place (field, position - 1);

          if (g_hash_table_contains (self->left_out, place))
            g_ptr_array_remove_index (list, position - 1);
        }
    }
  return draft;
}

/**
 * carrel_draft_review_get_questions:
 * @self: a review with a draft
 *
 * Returns: (transfer none) (nullable): the questions and their answers; %NULL before there is a
 * draft
 */
CarrelQuestionForm *
carrel_draft_review_get_questions (CarrelDraftReview *self)
{
  GtkWidget *form = adw_bin_get_child (self->questions);

  return form != NULL ? CARREL_QUESTION_FORM (form) : NULL;
}

/**
 * carrel_draft_review_get_edition:
 * @self: a review
 *
 * Returns: (transfer none): what a newer edition changes
 */
CarrelEditionReview *
carrel_draft_review_get_edition (CarrelDraftReview *self)
{
  return self->edition;
}

/**
 * carrel_draft_review_go_back:
 * @self: a review
 *
 * Goes back from the facts of one kind to the overview.
 *
 * Returns: %FALSE if the overview was shown already
 */
gboolean
carrel_draft_review_go_back (CarrelDraftReview *self)
{
  guint position = 0;
  GtkListBoxRow *row;

  if (g_str_equal (gtk_stack_get_visible_child_name (self->pages), "overview"))
    return FALSE;
  gtk_stack_set_visible_child_name (self->pages, "overview");
  for (; (row = gtk_list_box_get_row_at_index (self->kinds, (int) position)) != NULL; position++)
    {
      guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind"));

      if (!g_str_equal (kind_titles[kind].field, self->kind->name))
        continue;
      show_count (self, ADW_ACTION_ROW (row), self->kind);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return TRUE;
}

/**
 * carrel_draft_review_focus:
 * @self: a mapped review
 *
 * Puts the focus where the review begins.
 */
void
carrel_draft_review_focus (CarrelDraftReview *self)
{
  /* What a newer edition asks stands above its title, and would be passed over from there. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->edition))
      && gtk_widget_child_focus (GTK_WIDGET (self->edition), GTK_DIR_TAB_FORWARD))
    return;
  /* The title is most often right: nothing is selected that the next letter would replace, and the
   * selection would be spoken before the dialog where the dialog has only just come. */
  gtk_text_grab_focus_without_selecting (
      GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->title))));
}
