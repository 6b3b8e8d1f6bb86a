/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores from a file: what is ticked is stored in one step, what is wrong is said, and one item
 * goes to one column. */
#include "config.h"

#include "carrel-scores-dialog.h"

#include "carrel-notice.h"
#include "carrel-store-undo.h"

#include "grades-fixture.h"

static GtkWidget *
open_dialog (ViewFixture *fixture, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CarrelImportFile) file = carrel_import_file_new ("scores.csv", bytes);
  g_autoptr (GError) error = NULL;
  CarrelScoresCsv *csv = carrel_scores_csv_parse (file, &error);
  CarrelDialog *dialog = NULL;

  g_assert_no_error (error);
  dialog = carrel_scores_dialog_new (fixture->store, fixture->course_id, csv);
  carrel_dialog_present (dialog, GTK_WIDGET (fixture->window));
  settle ();
  return GTK_WIDGET (dialog);
}

/* The n-th widget of a type, in reading order. */
static GtkWidget *
find_nth (GtkWidget *root, GType type, guint *at)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*at)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, at);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_nth (GtkWidget *root, GType type, guint at)
{
  GtkWidget *found = find_nth (root, type, &at);

  g_assert_nonnull (found);
  return found;
}

static void
store_scores (GtkWidget *dialog)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = get_nth (dialog, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "Store") != 0)
        continue;
      g_signal_emit_by_name (button, "clicked");
      settle ();
      return;
    }
}

static void
assert_stored (ViewFixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scores
      = carrel_store_list_scores (fixture->store, fixture->course_id, CARREL_SCENARIO_REAL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < scores->len; i++)
    {
      const CarrelScore *score = g_ptr_array_index (scores, i);

      g_string_append_printf (text, "%s=%s ", score->item,
                              score->score != NULL ? score->score : score->state);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
what_is_ticked_is_stored_in_one_step (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "HW1,85\nHW2,90\nHW3,70\nLab 1,5\n");
  g_autoptr (GError) error = NULL;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_nth (dialog, GTK_TYPE_CHECK_BUTTON, 1)),
                               FALSE);
  store_scores (dialog);
  assert_stored (fixture, "homework-1=85 homework-3=70 ");
  g_assert_nonnull (strstr (fixture->said->str, "toast-undo: 2 scores are stored"));
  g_assert_true (carrel_store_undo (fixture->store, &error));
  assert_stored (fixture, "");
}

static void
nothing_ticked_is_said (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "Lab 1,5\n");

  store_scores (dialog);
  g_assert_true (gtk_widget_get_visible (get_nth (dialog, CARREL_TYPE_NOTICE, 0)));
  assert_stored (fixture, "");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
what_is_no_number_stores_nothing (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "HW1,85\nHW2,many\n");

  store_scores (dialog);
  g_assert_true (gtk_widget_get_visible (get_nth (dialog, CARREL_TYPE_NOTICE, 0)));
  assert_stored (fixture, "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_nth (dialog, GTK_TYPE_CHECK_BUTTON, 1)),
                               FALSE);
  store_scores (dialog);
  assert_stored (fixture, "homework-1=85 ");
}

static void
an_item_goes_to_one_column (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "HW1,85\nWeek one,90\n");
  /* The first choice is that of the student, which is not shown here. */
  CarrelChoiceButton *choice
      = CARREL_CHOICE_BUTTON (get_nth (dialog, CARREL_TYPE_CHOICE_BUTTON, 2));

  carrel_choice_button_set_selected (choice, "homework-1");
  settle ();
  store_scores (dialog);
  assert_stored (fixture, "homework-1=90 ");
}

static void
one_of_several_students_is_chosen (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "Name,SID,HW1,HW2\nAna,1,85,86\nBo,2,70,71\n");

  store_scores (dialog);
  assert_stored (fixture, "");
  carrel_choice_button_set_selected (
      CARREL_CHOICE_BUTTON (get_nth (dialog, CARREL_TYPE_CHOICE_BUTTON, 0)), "1");
  settle ();
  store_scores (dialog);
  assert_stored (fixture, "homework-1=70 homework-2=71 ");
}

int
main (int argc, char **argv)
{
  static const GradesTestCase tests[] = {
    { "stores-what-is-ticked-in-one-step", what_is_ticked_is_stored_in_one_step },
    { "says-that-nothing-is-ticked", nothing_ticked_is_said },
    { "stores-nothing-of-a-wrong-number", what_is_no_number_stores_nothing },
    { "gives-an-item-to-one-column", an_item_goes_to_one_column },
    { "asks-whose-scores", one_of_several_students_is_chosen },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  return run_grades_tests ("/carrel/app/scores-dialog/", tests, G_N_ELEMENTS (tests));
}
