/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hidden for a new course. A rename is asked once, ticked: the names are alike, and scores that do
 * not move along would be lost from sight. Items that keep their names follow their group. Where
 * a correction and the page both changed a field, the correction stays unless it is given up. */
#define G_LOG_DOMAIN "carrel-edition-review"

#include "config.h"

#include "carrel-edition-review.h"

#include "carrel-accessible.h"
#include "carrel-diff-text.h"
#include "carrel-fact-row.h"

#include <glib/gi18n.h>

#define MAX_SHOWN 100

struct _CarrelEditionReview
{
  AdwBin parent_instance;

  GPtrArray *asked;     /* of CarrelRename */
  GPtrArray *implied;   /* of CarrelRename, from an old to a new group */
  GPtrArray *conflicts; /* of CarrelImportConflict, those of the plan, or NULL */

  GtkLabel *heading;
  GtkLabel *summary;
  GtkListBox *renames;
  GtkListBox *corrections;
  GtkWidget *more;
  GtkListBox *changes;
};

G_DEFINE_FINAL_TYPE (CarrelEditionReview, carrel_edition_review, ADW_TYPE_BIN)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  for (row = gtk_list_box_get_row_at_index (list, 0); row != NULL;
       row = gtk_list_box_get_row_at_index (list, 0))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
on_ticked_cb (GtkCheckButton *check)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), ADW_TYPE_ACTION_ROW);

  carrel_accessible_set_checked (row, gtk_check_button_get_active (check));
}

static void
append_check (GtkListBox *list, const char *text, gboolean is_on)
{
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "active", is_on, "can-focus", FALSE,
                                   "valign", GTK_ALIGN_CENTER, NULL);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GtkWidget *row
      = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, "title",
                      escaped, "selectable", FALSE, "activatable-widget", check, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  carrel_accessible_set_label (check, text);
  carrel_accessible_set_checked (row, is_on);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_signal_connect (check, "notify::active", G_CALLBACK (on_ticked_cb), NULL);
  gtk_list_box_append (list, row);
}

static gboolean
is_ticked (GtkListBox *list, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) position);

  return gtk_check_button_get_active (g_object_get_data (G_OBJECT (row), "check"));
}

static void
append_rename (CarrelEditionReview *self, const CarrelRename *rename)
{
  /* Translators: the old and the new name of a graded group or item. */
  g_autofree char *text = g_strdup_printf (_ ("“%s” is “%s” now: what is mine moves along"),
                                           rename->old_title, rename->new_title);

  append_check (self->renames, text, TRUE);
}

static void
offer_to_give_up (CarrelEditionReview *self, GPtrArray *conflicts)
{
  self->conflicts = g_ptr_array_ref (conflicts);
  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *text = carrel_import_conflict_dup_offer (g_ptr_array_index (conflicts, i));

      append_check (self->corrections, text, FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->corrections), conflicts->len > 0);
}

static void
add_rename (CarrelEditionReview *self, const CarrelRename *rename)
{
  gboolean is_implied = g_strcmp0 (rename->old_title, rename->new_title) == 0;

  g_ptr_array_add (is_implied ? self->implied : self->asked, carrel_rename_copy (rename));
  if (!is_implied)
    append_rename (self, rename);
}

static void
append_sentence (CarrelEditionReview *self, const char *sentence)
{
  gtk_list_box_append (self->changes, carrel_fact_row_new (sentence, NULL));
}

static void
show_sentences (CarrelEditionReview *self, const CarrelDiff *diff)
{
  g_auto (GStrv) sentences = carrel_diff_dup_sentences (diff, CARREL_FORMAT_DEFAULT);
  guint n_sentences = g_strv_length (sentences);
  g_autofree char *rest = NULL;

  clear_list (self->changes);
  for (guint i = 0; i < MIN (n_sentences, MAX_SHOWN); i++)
    append_sentence (self, sentences[i]);
  gtk_widget_set_visible (self->more, n_sentences > 0);
  if (n_sentences <= MAX_SHOWN)
    return;
  /* Translators: how many changes are not listed. */
  rest = g_strdup_printf (ngettext ("And %u more.", "And %u more.", n_sentences - MAX_SHOWN),
                          n_sentences - MAX_SHOWN);
  append_sentence (self, rest);
}

static void
carrel_edition_review_finalize (GObject *object)
{
  CarrelEditionReview *self = CARREL_EDITION_REVIEW (object);

  g_ptr_array_unref (self->asked);
  g_ptr_array_unref (self->implied);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  G_OBJECT_CLASS (carrel_edition_review_parent_class)->finalize (object);
}

static void
carrel_edition_review_class_init (CarrelEditionReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = carrel_edition_review_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/carrel/Carrel/ui/carrel-edition-review.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelEditionReview, heading);
  gtk_widget_class_bind_template_child (widget_class, CarrelEditionReview, summary);
  gtk_widget_class_bind_template_child (widget_class, CarrelEditionReview, renames);
  gtk_widget_class_bind_template_child (widget_class, CarrelEditionReview, corrections);
  gtk_widget_class_bind_template_child (widget_class, CarrelEditionReview, more);
  gtk_widget_class_bind_template_child (widget_class, CarrelEditionReview, changes);
}

static void
carrel_edition_review_init (CarrelEditionReview *self)
{
  self->asked = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_rename_free);
  self->implied = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_rename_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What changes, without what may be renamed. */
static void
show_diff (CarrelEditionReview *self, const CarrelDiff *diff, const char *heading)
{
  gboolean is_same = carrel_diff_is_empty (diff);
  g_autofree char *summary = carrel_diff_dup_summary (diff);

  g_ptr_array_set_size (self->asked, 0);
  g_ptr_array_set_size (self->implied, 0);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  clear_list (self->renames);
  clear_list (self->corrections);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->summary, is_same ? _ ("Nothing has changed.") : summary);
  gtk_widget_set_visible (GTK_WIDGET (self->renames), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->corrections), FALSE);
  show_sentences (self, diff);
}

/**
 * carrel_edition_review_set_plan:
 * @self: a review
 * @plan: what keeping a draft would do
 * @title: (nullable): of the course that it is an edition of; %NULL hides the review
 *
 * Shows what changes in a course that is there already.
 */
void
carrel_edition_review_set_plan (CarrelEditionReview *self,
                                const CarrelImportPlan *plan,
                                const char *title)
{
  g_autofree char *heading = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), title != NULL);
  /* Translators: %s is the title of a course. */
  heading = g_strdup_printf (_ ("A newer edition of %s"), title != NULL ? title : "");
  show_diff (self, plan->diff, heading);
  if (title == NULL)
    return;
  for (guint i = 0; i < plan->diff->renames->len; i++)
    add_rename (self, g_ptr_array_index (plan->diff->renames, i));
  gtk_widget_set_visible (GTK_WIDGET (self->renames), self->asked->len > 0);
  offer_to_give_up (self, plan->conflicts);
}

/**
 * carrel_edition_review_set_diff:
 * @self: a review
 * @diff: what changes in a course
 * @heading: the words above it
 *
 * Shows what changes, all of it in sight and with nothing to be asked.
 */
void
carrel_edition_review_set_diff (CarrelEditionReview *self,
                                const CarrelDiff *diff,
                                const char *heading)
{
  show_diff (self, diff, heading);
  gtk_expander_set_expanded (GTK_EXPANDER (self->more), TRUE);
}

/**
 * carrel_edition_review_dup_renames:
 * @self: a review
 *
 * Returns: (transfer full) (element-type CarrelRename): the renames that are ticked, and what goes
 *   with them
 */
GPtrArray *
carrel_edition_review_dup_renames (CarrelEditionReview *self)
{
  GPtrArray *renames = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_rename_free);

  for (guint i = 0; i < self->asked->len; i++)
    if (is_ticked (self->renames, i))
      g_ptr_array_add (renames, carrel_rename_copy (g_ptr_array_index (self->asked, i)));
  for (guint i = 0; i < self->implied->len && (renames->len > 0 || self->asked->len == 0); i++)
    g_ptr_array_add (renames, carrel_rename_copy (g_ptr_array_index (self->implied, i)));
  return renames;
}

/**
 * carrel_edition_review_list_given_up:
 * @self: a review
 *
 * Returns: (transfer container) (element-type CarrelImportConflict): the corrections that are given
 *   up for what the page says; they live as long as @self shows this plan
 */
GPtrArray *
carrel_edition_review_list_given_up (CarrelEditionReview *self)
{
  GPtrArray *given_up = g_ptr_array_new ();

  for (guint i = 0; self->conflicts != NULL && i < self->conflicts->len; i++)
    if (is_ticked (self->corrections, i))
      g_ptr_array_add (given_up, g_ptr_array_index (self->conflicts, i));
  return given_up;
}
