/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each row has a tick and the choice of an item. Nothing is stored before the button is pressed,
 * and then all of it in one step. */
#define G_LOG_DOMAIN "carrel-scores-dialog"

#include "config.h"

#include "carrel-scores-dialog.h"

#include "carrel-accessible.h"
#include "carrel-choice-button.h"
#include "carrel-focus-scroll.h"
#include "carrel-notice.h"
#include "carrel-store-gradebook.h"

#include <glib/gi18n.h>

/* The id of the choice of no item. */
#define NO_ITEM ""

struct _CarrelScoresDialog
{
  CarrelDialog parent_instance;

  CarrelStore *store;
  char *course_id;
  CarrelScoresCsv *csv;
  CarrelGradebook *book;
  GPtrArray *matches; /* of CarrelScoreMatch; NULL before a student is chosen */
  GPtrArray *rows;    /* of AdwActionRow, one for each match */

  CarrelNotice *trouble;
  CarrelChoiceButton *student;
  GtkLabel *summary;
  GtkListBox *list;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (CarrelScoresDialog, carrel_scores_dialog, CARREL_TYPE_DIALOG)

static CarrelScoreMatch *
get_match (CarrelScoresDialog *self, guint at)
{
  return g_ptr_array_index (self->matches, at);
}

static guint
get_place (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "place"));
}

/* What becomes of the item: a sentence. */
static char *
dup_change (CarrelScoresDialog *self, const CarrelScoreMatch *match)
{
  g_autofree char *before = carrel_score_match_dup_before (match, self->book);
  g_autofree char *after = carrel_score_match_dup_after (match, self->book);

  if (match->cell->problem != NULL)
    return g_strdup (after);
  if (match->item == NULL)
    /* Translators: a score, such as "7 of 10". */
    return g_strdup_printf (_ ("%s; the course has no item of this name"), after);
  if (!carrel_score_match_is_change (match, self->book))
    /* Translators: a score, such as "7 of 10". */
    return g_strdup_printf (_ ("%s, as it is"), after);
  /* Translators: the score of now and the one of the file. */
  return g_strdup_printf (_ ("Was %s, becomes %s"), before, after);
}

static void
show_summary (CarrelScoresDialog *self)
{
  g_autofree char *text = NULL;
  guint n_used = 0;

  for (guint i = 0; self->matches != NULL && i < self->matches->len; i++)
    n_used += get_match (self, i)->is_used;
  if (self->matches == NULL)
    text = g_strdup (_ ("The file has the scores of several people. Choose yours."));
  else
    text = g_strdup_printf (
        ngettext ("%u of %u column is stored.", "%u of %u columns are stored.", self->matches->len),
        n_used, self->matches->len);
  gtk_label_set_label (self->summary, text);
}

/* Brings a row up to date with its match. */
static void
show_match (CarrelScoresDialog *self, guint at)
{
  const CarrelScoreMatch *match = get_match (self, at);
  GtkWidget *row = g_ptr_array_index (self->rows, at);
  GtkCheckButton *check = g_object_get_data (G_OBJECT (row), "check");
  CarrelChoiceButton *choice = g_object_get_data (G_OBJECT (row), "choice");
  g_autofree char *change = dup_change (self, match);
  g_autofree char *subtitle = g_markup_escape_text (change, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  carrel_accessible_set_description (check, change);
  gtk_check_button_set_active (check, match->is_used);
  gtk_widget_set_sensitive (GTK_WIDGET (check), match->item != NULL);
  carrel_choice_button_set_selected (choice, match->item != NULL ? match->item->id : NO_ITEM);
}

static void
on_ticked_cb (GtkCheckButton *check, GParamSpec *pspec, CarrelScoresDialog *self)
{
  CarrelScoreMatch *match = get_match (self, get_place (GTK_WIDGET (check)));

  match->is_used = gtk_check_button_get_active (check) && match->item != NULL;
  carrel_notice_hide (self->trouble);
  show_summary (self);
}

/* An item takes one column: what had it before has none. */
static void
free_item (CarrelScoresDialog *self, const CarrelGradebookItem *item)
{
  for (guint i = 0; i < self->matches->len; i++)
    {
      CarrelScoreMatch *match = get_match (self, i);

      if (item == NULL || match->item != item)
        continue;
      match->item = NULL;
      match->is_used = FALSE;
      show_match (self, i);
    }
}

static void
on_item_chosen_cb (CarrelChoiceButton *choice, GParamSpec *pspec, CarrelScoresDialog *self)
{
  guint at = get_place (GTK_WIDGET (choice));
  CarrelScoreMatch *match = get_match (self, at);
  const char *id = carrel_choice_button_get_selected (choice);
  const CarrelGradebookItem *item
      = id != NULL && *id != '\0' ? carrel_gradebook_find (self->book, id) : NULL;

  if (item == match->item)
    return;
  free_item (self, item);
  match->item = item;
  match->is_used = item != NULL;
  show_match (self, at);
  show_summary (self);
}

static GtkWidget *
new_choice (CarrelScoresDialog *self, const char *column)
{
  /* Translators: the name of a column of a file. */
  g_autofree char *title = g_strdup_printf (_ ("Item for “%s”"), column);
  GtkWidget *choice = carrel_choice_button_new (title);

  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  carrel_choice_button_append (CARREL_CHOICE_BUTTON (choice), NO_ITEM, _ ("No item"));
  for (guint i = 0; i < self->book->groups->len; i++)
    {
      const CarrelGradebookGroup *group = g_ptr_array_index (self->book->groups, i);

      for (guint j = 0; j < group->items->len; j++)
        {
          const CarrelGradebookItem *item = g_ptr_array_index (group->items, j);

          carrel_choice_button_append (CARREL_CHOICE_BUTTON (choice), item->id, item->name);
        }
    }
  return choice;
}

static void
append_match (CarrelScoresDialog *self, guint at)
{
  const char *name = get_match (self, at)->cell->name;
  g_autofree char *title = g_markup_escape_text (name, -1);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *choice = new_choice (self, name);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "focusable", FALSE,
                                 "activatable", FALSE, "selectable", FALSE, NULL);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  carrel_accessible_set_label (check, name);
  g_object_set_data (G_OBJECT (check), "place", GUINT_TO_POINTER (at));
  g_object_set_data (G_OBJECT (choice), "place", GUINT_TO_POINTER (at));
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data (G_OBJECT (row), "choice", choice);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (self->list, row);
  show_match (self, at);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_ticked_cb), self, 0);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_item_chosen_cb), self, 0);
}

static void
clear_rows (CarrelScoresDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
}

static void
show_student (CarrelScoresDialog *self, guint student)
{
  clear_rows (self);
  self->matches
      = carrel_score_match_list (g_ptr_array_index (self->csv->students, student), self->book);
  for (guint i = 0; i < self->matches->len; i++)
    append_match (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  show_summary (self);
}

static void
on_student_chosen_cb (CarrelChoiceButton *choice, GParamSpec *pspec, CarrelScoresDialog *self)
{
  const char *id = carrel_choice_button_get_selected (choice);

  if (id != NULL && *id != '\0')
    show_student (self, (guint) g_ascii_strtoull (id, NULL, 10));
}

static void
fill_students (CarrelScoresDialog *self)
{
  gboolean has_choice = self->csv->students->len > 1;

  gtk_widget_set_visible (GTK_WIDGET (self->student), has_choice);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !has_choice);
  if (!has_choice)
    {
      show_student (self, 0);
      return;
    }
  carrel_choice_button_append (self->student, "", _ ("Not chosen yet"));
  for (guint i = 0; i < self->csv->students->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *label = carrel_scores_csv_dup_label (self->csv, i);

      carrel_choice_button_append (self->student, id, label);
    }
  carrel_choice_button_set_selected (self->student, "");
  show_summary (self);
}

/* Where work begins: whose scores, or the first column. */
static void
focus_first (CarrelScoresDialog *self)
{
  if (self->matches == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->student), GTK_DIR_TAB_FORWARD);
  else if (self->rows->len > 0)
    gtk_widget_grab_focus (g_object_get_data (g_ptr_array_index (self->rows, 0), "check"));
}

/* What is stored, tried on a gradebook of its own; NULL with @error when something is wrong. */
static GPtrArray *
make_scores (CarrelScoresDialog *self, GError **error)
{
  g_autoptr (CarrelGradebook) trial
      = carrel_store_load_gradebook (self->store, self->course_id, CARREL_SCENARIO_REAL, error);

  return trial != NULL ? carrel_score_match_make_scores (self->matches, trial, error) : NULL;
}

/* What keeps the scores from being stored. A notice is heard when its button gets the focus. */
static void
show_trouble (CarrelScoresDialog *self, const char *text)
{
  carrel_notice_show (self->trouble, text, _ ("Go on"), "scores.dismiss");
  gtk_widget_child_focus (GTK_WIDGET (self->trouble), GTK_DIR_TAB_FORWARD);
}

/* The window speaks when it has the focus again. */
static void
close_and_tell (CarrelScoresDialog *self, guint n_scores)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u score is stored", "%u scores are stored", n_scores), n_scores);

  gtk_window_close (GTK_WINDOW (self));
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toast-undo", "s", text);
}

static void
on_save_clicked_cb (CarrelScoresDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scores = self->matches != NULL ? make_scores (self, &error) : NULL;

  if (self->matches == NULL)
    show_trouble (self, _ ("Choose whose scores are yours first."));
  else if (error == NULL && scores->len == 0)
    show_trouble (self, _ ("Nothing is ticked. Tick what is to be stored."));
  else if (scores == NULL
           || !carrel_store_set_scores (self->store, self->course_id, CARREL_SCENARIO_REAL, scores,
                                        &error))
    show_trouble (self, error->message);
  else
    close_and_tell (self, scores->len);
}

static void
dismiss_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CarrelScoresDialog *self = CARREL_SCORES_DIALOG (widget);

  carrel_notice_hide (self->trouble);
  focus_first (self);
}

static void
carrel_scores_dialog_dispose (GObject *object)
{
  CarrelScoresDialog *self = CARREL_SCORES_DIALOG (object);

  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->book, carrel_gradebook_free);
  g_clear_pointer (&self->csv, carrel_scores_csv_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->course_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARREL_TYPE_SCORES_DIALOG);
  G_OBJECT_CLASS (carrel_scores_dialog_parent_class)->dispose (object);
}

static void
carrel_scores_dialog_class_init (CarrelScoresDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_scores_dialog_dispose;
  g_type_ensure (CARREL_TYPE_NOTICE);
  g_type_ensure (CARREL_TYPE_CHOICE_BUTTON);
  gtk_widget_class_install_action (widget_class, "scores.dismiss", NULL, dismiss_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-scores-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelScoresDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, CarrelScoresDialog, student);
  gtk_widget_class_bind_template_child (widget_class, CarrelScoresDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, CarrelScoresDialog, list);
  gtk_widget_class_bind_template_child (widget_class, CarrelScoresDialog, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_student_chosen_cb);
}

static void
carrel_scores_dialog_init (CarrelScoresDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_focus_scroll_attach (self->scroller);
}

/**
 * carrel_scores_dialog_new:
 * @store: where the course is
 * @course_id: the course
 * @csv: (transfer full): the scores of a file
 *
 * Returns: (transfer none): a new dialog
 */
CarrelDialog *
carrel_scores_dialog_new (CarrelStore *store, const char *course_id, CarrelScoresCsv *csv)
{
  CarrelScoresDialog *self = g_object_new (CARREL_TYPE_SCORES_DIALOG, NULL);
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->course_id = g_strdup (course_id);
  self->csv = csv;
  self->book = carrel_store_load_gradebook (store, course_id, CARREL_SCENARIO_REAL, &error);
  if (self->book == NULL)
    carrel_notice_show (self->trouble, error->message, NULL, NULL);
  else
    fill_students (self);
  focus_first (self);
  return CARREL_DIALOG (self);
}
