/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The scheme editor: what it takes, what it refuses and why, and the way back. */
#include "config.h"

#include "carrel-grade-compare.h"
#include "carrel-notice-list.h"
#include "carrel-record-dialog.h"
#include "carrel-scheme-check.h"
#include "carrel-scheme-dialog.h"
#include "carrel-store-undo.h"
#include "carrel-table-dialog.h"

#include "assert-wrong.h"
#include "grades-fixture.h"

static GtkWidget *
open_editor (ViewFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "grades.scheme", NULL);
  return find_dialog (CARREL_TYPE_SCHEME_DIALOG);
}

static GtkWidget *
find_button (GtkWidget *root, const char *name)
{
  const char *label = GTK_IS_BUTTON (root) ? gtk_button_get_label (GTK_BUTTON (root)) : NULL;

  if (label == NULL && GTK_IS_BUTTON (root))
    label = gtk_widget_get_tooltip_text (root);
  if (g_strcmp0 (label, name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkWidget *dialog, const char *name)
{
  GtkWidget *button = find_button (dialog, name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static GtkWidget *
find_nth_entry (GtkWidget *root, guint *at)
{
  if (GTK_IS_ENTRY (root) && (*at)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && !GTK_IS_ENTRY (root);
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth_entry (child, at);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
type_into (GtkWidget *form, guint at, const char *text)
{
  GtkWidget *entry = find_nth_entry (form, &at);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  return entry;
}

static gboolean
can_save (GtkWidget *form)
{
  return gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (form)));
}

static void
save (GtkWidget *form)
{
  g_assert_true (can_save (form));
  gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (form)));
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (form)), "clicked");
}

/* Opens a form of the editor, types one value and saves it. */
static void
change (GtkWidget *editor, const char *button, guint entry, const char *text)
{
  GtkWidget *form = NULL;

  press (editor, button);
  form = find_dialog (CARREL_TYPE_RECORD_DIALOG);
  type_into (form, entry, text);
  save (form);
  settle ();
}

static void
assert_card (ViewFixture *fixture, const char *expected)
{
  g_autofree char *card = dup_card (fixture);

  if (strstr (card, expected) == NULL)
    g_error ("no “%s” in:\n%s", expected, card);
}

static void
weight_counts_at_once_and_is_one_step_of_undo (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *editor = NULL;

  enter_four (fixture);
  editor = open_editor (fixture);
  change (editor, "Edit Homework", 0, "30");
  assert_card (fixture, "88.75\u00a0% now");
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  assert_card (fixture, "87.5\u00a0% now");
  gtk_window_close (GTK_WINDOW (editor));
}

static void
published_scheme_is_one_step_away (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *editor = NULL;

  enter_four (fixture);
  editor = open_editor (fixture);
  g_assert_false (gtk_widget_get_sensitive (find_button (editor, "Back to the published scheme")));
  change (editor, "Edit Homework", 0, "30");
  change (editor, "Edit Reading", 0, "30");
  assert_card (fixture, "92.5\u00a0% now");
  gtk_widget_activate_action (editor, "scheme.discard", NULL);
  assert_card (fixture, "87.5\u00a0% now");
  gtk_widget_activate_action (editor, "scheme.undo", NULL);
  assert_card (fixture, "92.5\u00a0% now");
  gtk_window_close (GTK_WINDOW (editor));
}

/* 4 x 10 / 10 / 10 / 40, as the page was revised. */
static void
old_and_new_stand_side_by_side (ViewFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "Scores\tNumber\tPublished scheme\tYour scheme\tDifference in points",
    "Real scores\tCurrent\t87.5\u00a0%\t88\u00a0%\t0.5 higher",
    "Real scores\tGuaranteed\t35.5\u00a0%\t30.4\u00a0%\t5.1 lower",
    "Hard week\tCurrent\t87.5\u00a0%\t88\u00a0%\t0.5 higher",
  };
  GtkWidget *editor = NULL;
  GtkWidget *table = NULL;
  g_autofree char *text = NULL;

  enter_four (fixture);
  carrel_store_create_scenario (fixture->store, fixture->course_id, "Hard week", NULL);
  editor = open_editor (fixture);
  change (editor, "Edit Homework", 0, "40");
  change (editor, "Edit Project", 0, "40");
  gtk_widget_activate_action (editor, "scheme.compare", NULL);
  table = find_dialog (CARREL_TYPE_TABLE_DIALOG);
  text = carrel_table_dialog_dup_text (CARREL_TABLE_DIALOG (table));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strstr (text, lines[i]) == NULL)
      g_error ("no line “%s” in:\n%s", lines[i], text);
  gtk_window_close (GTK_WINDOW (table));
  gtk_window_close (GTK_WINDOW (editor));
}

static void
values_out_of_bounds_are_refused (ViewFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint entry; /* weight, pieces, points, lowest, highest */
    const char *typed;
    const char *reason;
  } cases[] = {
    { 0, "-5", "Weight: write a number from 0 to 1000." },
    { 0, "1001", "Weight: write a number from 0 to 1000." },
    { 0, "abc", "Per cent of the grade, such as 40" },
    { 0, "", "Weight: type the weight of the group." },
    { 1, "0", "Number of pieces: write a whole number from 1 to 500." },
    { 1, "501", "Number of pieces: write a whole number from 1 to 500." },
    { 2, "0", "Points of each piece: write a number above 0 and up to 1000000." },
    { 3, "5", "Dropped scores: the group has 5 pieces, and one has to stay." },
    { 3, "-1", "A whole number, 0 or more" },
  };
  GtkWidget *editor = open_editor (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *form = NULL;
      GtkWidget *entry = NULL;

      press (editor, "Edit Homework");
      form = find_dialog (CARREL_TYPE_RECORD_DIALOG);
      entry = type_into (form, cases[i].entry, cases[i].typed);
      g_assert_false (can_save (form));
      assert_wrong (entry);
      gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           cases[i].reason);
      press (form, "_Cancel");
      settle ();
    }
  g_assert_false (gtk_widget_get_sensitive (find_button (editor, "Back to the published scheme")));
  gtk_window_close (GTK_WINDOW (editor));
}

static void
megabyte_of_digits_is_no_weight (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *digits = g_strnfill (1 << 20, '7');
  GtkWidget *editor = open_editor (fixture);
  GtkWidget *form = NULL;

  press (editor, "Edit Homework");
  form = find_dialog (CARREL_TYPE_RECORD_DIALOG);
  type_into (form, 0, digits);
  g_assert_false (can_save (form));
  type_into (form, 0, "45");
  g_assert_true (can_save (form));
  gtk_window_close (GTK_WINDOW (form));
  gtk_window_close (GTK_WINDOW (editor));
}

static void
weights_that_do_not_make_100_are_told_with_both_readings (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *editor = NULL;
  GtkWidget *form = NULL;
  g_autofree char *text = NULL;

  enter_four (fixture);
  editor = open_editor (fixture);
  press (editor, "Edit Homework");
  form = find_dialog (CARREL_TYPE_RECORD_DIALOG);
  type_into (form, 0, "40");
  text = dup_labels (form);
  g_assert_nonnull (strstr (text, "The weights make 90\u00a0% and not 100"));
  g_assert_nonnull (strstr (text, "read as they are written"));
  g_assert_true (can_save (form));
  gtk_window_close (GTK_WINDOW (form));
  gtk_window_close (GTK_WINDOW (editor));
}

static void
weights_of_0_together_are_refused (ViewFixture *fixture, gconstpointer data)
{
  static const char *const buttons[] = { "Edit Homework", "Edit Reading", "Edit Talk" };
  GtkWidget *editor = open_editor (fixture);
  GtkWidget *form = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    change (editor, buttons[i], 0, "0");
  press (editor, "Edit Project");
  form = find_dialog (CARREL_TYPE_RECORD_DIALOG);
  gtk_test_accessible_assert_property (
      type_into (form, 0, "0"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Weight: all weights together would be 0, so there would be no grade.");
  g_assert_false (can_save (form));
  gtk_window_close (GTK_WINDOW (form));
  gtk_window_close (GTK_WINDOW (editor));
}

static void
group_can_be_added_and_removed (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *editor = open_editor (fixture);
  GtkWidget *form = NULL;

  press (editor, "Add a group…");
  form = find_dialog (CARREL_TYPE_RECORD_DIALOG);
  g_assert_false (can_save (form));
  type_into (form, 0, "Quizzes");
  type_into (form, 1, "12,5");
  type_into (form, 2, "3");
  save (form);
  settle ();
  g_assert_nonnull (find_row (fixture, "quizzes-3"));
  press (editor, "Remove Quizzes");
  settle ();
  g_assert_null (find_button (editor, "Edit Quizzes"));
  gtk_window_close (GTK_WINDOW (editor));
}

static void
cutoffs_stay_in_order (ViewFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *letter, *min;
  } letters[] = { { "A", "90" }, { "B", "80" }, { "C", "70" } };
  GtkWidget *editor = open_editor (fixture);
  GtkWidget *form = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      press (editor, "Add a letter…");
      form = find_dialog (CARREL_TYPE_RECORD_DIALOG);
      type_into (form, 0, letters[i].letter);
      type_into (form, 1, letters[i].min);
      save (form);
      settle ();
    }
  press (editor, "Edit B");
  form = find_dialog (CARREL_TYPE_RECORD_DIALOG);
  gtk_test_accessible_assert_property (type_into (form, 1, "95"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Cut-off: A (90) and B (95) would be out of order.");
  g_assert_false (can_save (form));
  type_into (form, 1, "85");
  save (form);
  settle ();
  press (editor, "Add a letter…");
  form = find_dialog (CARREL_TYPE_RECORD_DIALOG);
  type_into (form, 1, "60");
  gtk_test_accessible_assert_property (type_into (form, 0, "A"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Letter: there is a cut-off for A already.");
  gtk_window_close (GTK_WINDOW (form));
  gtk_window_close (GTK_WINDOW (editor));
}

static void
focus_stays_on_the_button_that_was_used (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *editor = open_editor (fixture);
  GtkWidget *button = find_button (editor, "Edit Talk");

  gtk_widget_grab_focus (button);
  change (editor, "Edit Talk", 0, "15");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (editor)) == find_button (editor, "Edit Talk"));
  gtk_window_close (GTK_WINDOW (editor));
}

static void
published_facts_stay_as_they_are (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *editor = open_editor (fixture);
  g_autoptr (CarrelCourse) published = NULL;
  g_autoptr (CarrelCourse) course = NULL;

  change (editor, "Edit Homework", 0, "30");
  published = carrel_grade_compare_load_published (fixture->view, NULL);
  course = carrel_store_load_course (fixture->store, fixture->course_id, NULL);
  g_assert_cmpstr (((CarrelGradingGroup *) published->grading->pdata[0])->weight_total, ==, "50");
  g_assert_cmpstr (((CarrelGradingGroup *) course->grading->pdata[0])->weight_total, ==, "30");
  g_assert_true (carrel_scheme_check_is_edited (published, course));
  g_assert_false (carrel_scheme_check_is_edited (published, published));
  gtk_window_close (GTK_WINDOW (editor));
}

int
main (int argc, char **argv)
{
  static const GradesTestCase tests[] = {
    { "weight-counts-at-once-and-is-one-step-of-undo",
      weight_counts_at_once_and_is_one_step_of_undo },
    { "published-scheme-is-one-step-away", published_scheme_is_one_step_away },
    { "old-and-new-stand-side-by-side", old_and_new_stand_side_by_side },
    { "values-out-of-bounds-are-refused", values_out_of_bounds_are_refused },
    { "megabyte-of-digits-is-no-weight", megabyte_of_digits_is_no_weight },
    { "weights-that-do-not-make-100-are-told-with-both-readings",
      weights_that_do_not_make_100_are_told_with_both_readings },
    { "weights-of-0-together-are-refused", weights_of_0_together_are_refused },
    { "group-can-be-added-and-removed", group_can_be_added_and_removed },
    { "cutoffs-stay-in-order", cutoffs_stay_in_order },
    { "focus-stays-on-the-button-that-was-used", focus_stays_on_the_button_that_was_used },
    { "published-facts-stay-as-they-are", published_facts_stay_as_they_are },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  return run_grades_tests ("/carrel/views/scheme-dialog/", tests, G_N_ELEMENTS (tests));
}
