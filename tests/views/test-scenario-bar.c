/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scenarios: made, copied, renamed, compared and deleted. */
#include "config.h"

#include "carrel-store-private.h"
#include "carrel-store-undo.h"
#include "carrel-table-dialog.h"

#include "assert-wrong.h"
#include "grades-fixture.h"

static char *
dup_names (ViewFixture *fixture)
{
  g_autoptr (GPtrArray) scenarios
      = carrel_store_list_scenarios (fixture->store, fixture->course_id, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < scenarios->len; i++)
    g_string_append_printf (names, "%s\n",
                            ((CarrelScenario *) g_ptr_array_index (scenarios, i))->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_names (ViewFixture *fixture, const char *expected)
{
  g_autofree char *names = dup_names (fixture);

  g_assert_cmpstr (names, ==, expected);
}

static void
new_one_is_named_and_shown (ViewFixture *fixture, gconstpointer data)
{
  CarrelScenarioBar *bar
      = CARREL_SCENARIO_BAR (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_SCENARIO_BAR));

  activate_scenario (fixture, "scenario.new");
  accept_name ("  Hard week ");
  assert_names (fixture, "Hard week\n");
  g_assert_cmpint (carrel_scenario_bar_get_scenario (bar), !=, CARREL_SCENARIO_REAL);
  g_assert_nonnull (strstr (fixture->said->str, "toast-undo: Scenario created"));
}

static void
name_can_be_typed_at_once (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *focus = NULL;

  activate_scenario (fixture, "scenario.new");
  dialog = find_dialog (CARREL_TYPE_NAME_DIALOG);
  focus = gtk_window_get_focus (GTK_WINDOW (dialog));
  g_assert_true (gtk_widget_is_ancestor (focus, find_widget (dialog, GTK_TYPE_ENTRY)));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
names_are_neither_empty_nor_taken (ViewFixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "", "   ", "Real scores", "Hard week" };
  GtkWidget *dialog = NULL;

  open_scenario (fixture, "Hard week");
  activate_scenario (fixture, "scenario.new");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      accept_name (wrong[i]);
      dialog = find_dialog (CARREL_TYPE_NAME_DIALOG);
      g_assert_nonnull (dialog);
      assert_wrong (find_widget (dialog, GTK_TYPE_ENTRY));
    }
  assert_names (fixture, "Hard week\n");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
name_that_is_left_is_kept (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = NULL;

  activate_scenario (fixture, "scenario.new");
  dialog = find_dialog (CARREL_TYPE_NAME_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (dialog, GTK_TYPE_ENTRY)), "Hard week");
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_true (g_str_has_prefix (fixture->said->str, "toast: Kept but not saved"));
  activate_scenario (fixture, "scenario.new");
  g_assert_nonnull (strstr (fixture->said->str, "announce: Here is what you typed before"));
  accept_name (NULL);
  assert_names (fixture, "Hard week\n");
}

static void
name_that_cannot_be_kept_stays (ViewFixture *fixture, gconstpointer data)
{
  CarrelDatabase *database = carrel_store_get_database (fixture->store);
  GtkWidget *dialog = NULL;
  GtkWidget *entry = NULL;

  activate_scenario (fixture, "scenario.new");
  g_assert_true (carrel_database_execute (database, "PRAGMA query_only = 1", NULL));
  accept_name ("Hard week");
  g_assert_true (carrel_database_execute (database, "PRAGMA query_only = 0", NULL));
  dialog = find_dialog (CARREL_TYPE_NAME_DIALOG);
  g_assert_nonnull (dialog);
  entry = find_widget (dialog, GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Hard week");
  assert_wrong (entry);
  g_assert_cmpstr (fixture->said->str, ==, "");
  accept_name (NULL);
  assert_names (fixture, "Hard week\n");
  g_assert_null (find_dialog (CARREL_TYPE_NAME_DIALOG));
}

static void
copy_has_the_imagined_scores_and_a_name_of_its_own (ViewFixture *fixture, gconstpointer data)
{
  CarrelScenarioBar *bar
      = CARREL_SCENARIO_BAR (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_SCENARIO_BAR));
  g_autofree char *scores = NULL;

  open_scenario (fixture, "Hard week");
  enter (fixture, "project", "40");
  activate_scenario (fixture, "scenario.duplicate");
  accept_name (NULL);
  assert_names (fixture, "Hard week\nHard week, copy\n");
  scores = dup_scores (fixture, carrel_scenario_bar_get_scenario (bar));
  g_assert_cmpstr (scores, ==, "project graded 40\n");
}

static void
rename_and_delete_can_be_undone (ViewFixture *fixture, gconstpointer data)
{
  open_scenario (fixture, "Hard week");
  activate_scenario (fixture, "scenario.rename");
  accept_name ("Harder week");
  assert_names (fixture, "Harder week\n");
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  assert_names (fixture, "Hard week\n");
  activate_scenario (fixture, "scenario.delete");
  assert_names (fixture, "");
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  assert_names (fixture, "Hard week\n");
}

static void
real_scores_cannot_be_renamed_or_deleted (ViewFixture *fixture, gconstpointer data)
{
  enter (fixture, "homework-1", "92");
  activate_scenario (fixture, "scenario.rename");
  g_assert_null (find_dialog (CARREL_TYPE_NAME_DIALOG));
  activate_scenario (fixture, "scenario.delete");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, "homework-1"))), ==,
                   "92");
}

static void
scenarios_are_columns_of_a_table (ViewFixture *fixture, gconstpointer data)
{
  static const char *const lines[]
      = { "Number\tReal scores\tHard week", "Current\t87.5\u00a0%\t71.67\u00a0%",
          "Guaranteed\t35.5\u00a0%\t47.5\u00a0%", "Imagined\tnone\t1 score" };
  GtkWidget *dialog = NULL;
  g_autofree char *text = NULL;

  enter_four (fixture);
  choose_target (fixture, "90");
  open_scenario (fixture, "Hard week");
  enter (fixture, "project", "40");
  activate_scenario (fixture, "scenario.compare");
  dialog = find_dialog (CARREL_TYPE_TABLE_DIALOG);
  g_assert_nonnull (dialog);
  text = carrel_table_dialog_dup_text (CARREL_TABLE_DIALOG (dialog));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strstr (text, lines[i]) == NULL)
      g_error ("no line “%s” in:\n%s", lines[i], text);
  gtk_window_close (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  static const GradesTestCase tests[] = {
    { "new-one-is-named-and-shown", new_one_is_named_and_shown },
    { "name-can-be-typed-at-once", name_can_be_typed_at_once },
    { "names-are-neither-empty-nor-taken", names_are_neither_empty_nor_taken },
    { "name-that-is-left-is-kept", name_that_is_left_is_kept },
    { "name-that-cannot-be-kept-stays", name_that_cannot_be_kept_stays },
    { "copy-has-the-imagined-scores-and-a-name-of-its-own",
      copy_has_the_imagined_scores_and_a_name_of_its_own },
    { "rename-and-delete-can-be-undone", rename_and_delete_can_be_undone },
    { "real-scores-cannot-be-renamed-or-deleted", real_scores_cannot_be_renamed_or_deleted },
    { "scenarios-are-columns-of-a-table", scenarios_are_columns_of_a_table },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  return run_grades_tests ("/carrel/views/scenario-bar/", tests, G_N_ELEMENTS (tests));
}
