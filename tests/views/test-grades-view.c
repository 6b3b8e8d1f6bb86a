/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Grades: scores go in, what they lead to comes out, and imagined ones stay apart. */
#include "config.h"

#include "carrel-fold.h"
#include "carrel-store-undo.h"

#include "assert-wrong.h"
#include "grades-fixture.h"

static void
scores_lead_to_the_four_numbers (ViewFixture *fixture, gconstpointer data)
{
  static const char *const numbers[] = { "87.5\u00a0% now\n", "35.5\u00a0%\n", "95.5\u00a0%\n" };
  g_autofree char *card = NULL;

  enter_four (fixture);
  card = dup_card (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_nonnull (strstr (card, numbers[i]));
}

static void
target_says_what_it_needs (ViewFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *target, *answer;
  } cases[] = { { "90", "90.83\u00a0% on everything left" },
                { "96", "Out of reach by 0.5 points" },
                { "35", "Already secured, with 0.5 points to spare" } };

  enter_four (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *card = NULL;

      choose_target (fixture, cases[i].target);
      card = dup_card (fixture);
      g_assert_nonnull (strstr (card, cases[i].answer));
    }
}

static void
result_is_announced_once (ViewFixture *fixture, gconstpointer data)
{
  enter_four (fixture);
  choose_target (fixture, "90");
  g_string_truncate (fixture->said, 0);
  enter (fixture, "homework-4", "85");
  g_assert_cmpstr (fixture->said->str, ==,
                   "announce: Current 87.5 per cent, needed on the rest 92 per cent.\n");
}

static void
wrong_entry_keeps_the_old_score (ViewFixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "abc", "-1", "85/0", "1/2/3", "99999" };

  enter (fixture, "homework-1", "92");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GtkEntry *entry = find_entry (fixture, "homework-1");
      g_autoptr (GPtrArray) scores = NULL;

      enter (fixture, "homework-1", wrong[i]);
      assert_wrong (entry);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, wrong[i]);
      scores = carrel_store_list_scores (fixture->store, fixture->course_id, CARREL_SCENARIO_REAL,
                                         NULL);
      g_assert_cmpstr (find_score (scores, "homework-1")->score, ==, "92");
    }
}

static void
entry_says_what_it_holds (ViewFixture *fixture, gconstpointer data)
{
  GtkEntry *entry = find_entry (fixture, "homework-1");

  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Homework 1");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "of 100 points, not graded yet");
  enter (fixture, "homework-1", "8,5");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "8.5 of 100 points, graded");
  enter (fixture, "homework-1", "105");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "105 of 100 points, graded, above the maximum");
}

static void
scenario_leaves_real_scores_alone (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *choice = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_CHOICE_BUTTON);
  gint64 scenario = CARREL_SCENARIO_REAL;
  g_autofree char *real = NULL;
  g_autofree char *imagined = NULL;

  enter (fixture, "homework-1", "92");
  scenario = open_scenario (fixture, "Hard week");
  enter (fixture, "homework-1", "60");
  gtk_test_accessible_assert_property (find_entry (fixture, "homework-1"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "60 of 100 points, imagined");
  real = dup_scores (fixture, CARREL_SCENARIO_REAL);
  imagined = dup_scores (fixture, scenario);
  g_assert_cmpstr (real, ==, "homework-1 graded 92\n");
  g_assert_cmpstr (imagined, ==, "homework-1 graded 60\n");
  carrel_choice_button_set_selected (CARREL_CHOICE_BUTTON (choice), "0");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, "homework-1"))), ==,
                   "92");
}

/* Every verb that a row, the card or the view has. */
static void
no_verb_of_a_scenario_writes_a_real_score (ViewFixture *fixture, gconstpointer data)
{
  static const char *const states[] = { "missing", "excused", "ungraded", "graded" };
  GtkWidget *row = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  enter_four (fixture);
  before = dup_scores (fixture, CARREL_SCENARIO_REAL);
  open_scenario (fixture, "Hard week");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("homework-%u", i + 1);

      row = find_row (fixture, id);
      enter (fixture, id, "11");
      for (guint j = 0; j < G_N_ELEMENTS (states); j++)
        gtk_widget_activate_action (row, "score.state", "s", states[j]);
      gtk_widget_activate_action (row, "score.pin", NULL);
      gtk_widget_activate_action (row, "score.forget", NULL);
      enter (fixture, id, "12%");
      enter (fixture, id, "");
    }
  choose_target (fixture, "95");
  activate_scenario (fixture, "scenario.duplicate");
  accept_name (NULL);
  enter (fixture, "reading", "1");
  activate_scenario (fixture, "scenario.delete");
  after = dup_scores (fixture, CARREL_SCENARIO_REAL);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (
      carrel_store_dup_target (fixture->store, fixture->course_id, CARREL_SCENARIO_REAL));
}

static void
undo_brings_the_score_back (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  enter (fixture, "homework-1", "92");
  enter (fixture, "homework-1", "12");
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Change score of Homework 1");
  g_assert_true (carrel_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, "homework-1"))), ==,
                   "92");
}

static void
press_key (GtkEntry *entry, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (entry));
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && !is_handled)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
    }
}

static void
escape_gives_up_what_was_typed (ViewFixture *fixture, gconstpointer data)
{
  GtkEntry *entry = find_entry (fixture, "homework-1");
  g_autofree char *scores = NULL;

  enter (fixture, "homework-1", "1/3");
  enter (fixture, "homework-1", "abc");
  g_string_truncate (fixture->said, 0);
  press_key (entry, GDK_KEY_Escape);
  scores = dup_scores (fixture, CARREL_SCENARIO_REAL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "33.33");
  g_assert_cmpstr (scores, ==, "homework-1 graded 100/3\n");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "33.33 of 100 points, graded");
}

static void
assert_kept (ViewFixture *fixture, const char *kept)
{
  g_autofree char *scores = dup_scores (fixture, CARREL_SCENARIO_REAL);

  g_assert_cmpstr (scores, ==, kept);
}

/* As Space over a number that is selected. */
static void
blanks_take_no_score_away (ViewFixture *fixture, gconstpointer data)
{
  static const char *const blank[] = { " ", " \t ", "\u00a0" };
  GtkEntry *entry = find_entry (fixture, "homework-1");

  enter (fixture, "homework-1", "92");
  g_string_truncate (fixture->said, 0);
  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      enter (fixture, "homework-1", blank[i]);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "92");
    }
  assert_kept (fixture, "homework-1 graded 92\n");
  g_assert_cmpstr (fixture->said->str, ==, "");
}

static void
on_long_after_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Waits longer than a person who has finished typing is waited for. */
static void
await_pause (void)
{
  gboolean is_over = FALSE;

  g_timeout_add_once (900, on_long_after_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
score_goes_when_its_entry_is_left_empty (ViewFixture *fixture, gconstpointer data)
{
  enter (fixture, "homework-1", "92");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture, "homework-1")), "");
  await_pause ();
  assert_kept (fixture, "homework-1 graded 92\n");
  g_string_truncate (fixture->said, 0);
  g_signal_emit_by_name (find_entry (fixture, "homework-1"), "activate");
  assert_kept (fixture, "");
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Clear score of Homework 1");
  g_assert_true (
      g_str_has_prefix (fixture->said->str, "toast-undo: The score of Homework 1 is removed\n"));
}

/* There is none of the scenario to take away, and the real one is not its own. */
static void
emptied_entry_of_a_scenario_shows_the_real_score (ViewFixture *fixture, gconstpointer data)
{
  enter (fixture, "homework-1", "92");
  open_scenario (fixture, "Hard week");
  g_string_truncate (fixture->said, 0);
  enter (fixture, "homework-1", "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, "homework-1"))), ==,
                   "92");
  assert_kept (fixture, "homework-1 graded 92\n");
  g_assert_cmpstr (fixture->said->str, ==, "");
}

/* Otherwise Ctrl+Z would take the letters away one by one, and a score that it was not about. */
static void
typing_that_is_kept_is_not_undone_by_letters (ViewFixture *fixture, gconstpointer data)
{
  GtkEntry *entry = find_entry (fixture, "homework-1");

  enter (fixture, "homework-1", "92");
  gtk_widget_activate_action (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))),
                              "text.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "92");
}

static void
entry_takes_points_parts_and_per_cent (ViewFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *kept;
  } cases[] = { { "85", "homework-1 graded 85\n" },       { " 8,5 ", "homework-1 graded 8.5\n" },
                { "17/20", "homework-1 graded 85\n" },    { "92.5%", "homework-1 graded 92.5\n" },
                { "92,5 %", "homework-1 graded 92.5\n" }, { "1/3", "homework-1 graded 100/3\n" },
                { "0", "homework-1 graded 0\n" },         { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *scores = NULL;

      enter (fixture, "homework-1", cases[i].typed);
      scores = dup_scores (fixture, CARREL_SCENARIO_REAL);
      g_assert_cmpstr (scores, ==, cases[i].kept);
    }
}

/* As a page that was pasted by mistake: the entry is told why, and the old score stays. */
static void
megabyte_of_digits_is_no_score (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *digits = g_strnfill (1 << 20, '7');
  g_autoptr (CarrelGradePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *scores = NULL;

  enter (fixture, "homework-1", "92");
  enter (fixture, "homework-1", digits);
  assert_wrong (find_entry (fixture, "homework-1"));
  plan = carrel_grade_plan_load (fixture->store, fixture->course_id, CARREL_SCENARIO_REAL, NULL);
  g_assert_false (carrel_grade_plan_enter (plan, carrel_gradebook_find (plan->book, "homework-1"),
                                           digits, &error));
  g_assert_cmpstr (error->message, ==, "That is too long for a score.");
  scores = dup_scores (fixture, CARREL_SCENARIO_REAL);
  g_assert_cmpstr (scores, ==, "homework-1 graded 92\n");
}

/* Opens the fold of a label in the card and returns what it says. */
static char *
dup_fold (ViewFixture *fixture, const char *label)
{
  GtkWidget *card = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_GRADE_CARD);
  GtkWidget *first = find_widget (card, CARREL_TYPE_FOLD);

  for (GtkWidget *fold = first; fold != NULL; fold = gtk_widget_get_next_sibling (fold))
    {
      g_autofree char *own = NULL;

      if (!CARREL_IS_FOLD (fold))
        continue;
      g_object_get (fold, "label", &own, NULL);
      if (!g_str_equal (own, label))
        continue;
      carrel_fold_set_open (CARREL_FOLD (fold), TRUE);
      return dup_labels (fold);
    }
  g_assert_not_reached ();
}

static void
assert_holds (const char *text, const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (text, parts[i]) == NULL)
      g_error ("no “%s” in:\n%s", parts[i], text);
}

static void
chart_has_a_table_of_the_same (ViewFixture *fixture, gconstpointer data)
{
  static const char *const rows[]
      = { "Guaranteed\n35.5", "Current\n87.5", "Target\n90", "Attainable\n95.5", NULL };
  g_autofree char *table = NULL;

  enter_four (fixture);
  choose_target (fixture, "90");
  table = dup_fold (fixture, "The chart as a table");
  assert_holds (table, rows);
}

static void
what_matters_is_told (ViewFixture *fixture, gconstpointer data)
{
  static const char *const rows[]
      = { "Moves the grade most\nProject: each per cent of it moves the grade by 0.3 points.",
          "Safe to skip for the target, each by itself\nHomework 4, Homework 5, Talk and Project",
          NULL };
  static const char *const last[]
      = { "What is left\nFrom 0 to 100 points on Project the grade goes from 62.5\u00a0% to "
          "92.5\u00a0%; it reaches 80\u00a0% at 58.33.",
          NULL };
  static const char *const pair[] = { "With 65 on Talk\nthe target needs 100 on Project",
                                      "With 100 on Talk\nthe target needs 88.33 on Project", NULL };
  g_autofree char *insights = NULL;
  g_autofree char *two_left = NULL;
  g_autofree char *one_left = NULL;

  enter_four (fixture);
  choose_target (fixture, "35");
  insights = dup_fold (fixture, "What matters");
  assert_holds (insights, rows);
  enter (fixture, "homework-4", "90");
  enter (fixture, "homework-5", "90");
  choose_target (fixture, "90");
  two_left = dup_fold (fixture, "What matters");
  assert_holds (two_left, pair);
  enter (fixture, "talk", "90");
  choose_target (fixture, "80");
  one_left = dup_fold (fixture, "What matters");
  assert_holds (one_left, last);
}

/* What the list of the view would say with homework counted by points. */
static char *
dup_list_by_points (ViewFixture *fixture)
{
  g_autoptr (CarrelGradePlan) plan
      = carrel_grade_plan_load (fixture->store, fixture->course_id, CARREL_SCENARIO_REAL, NULL);
  g_autoptr (CarrelCourse) course = carrel_record_copy (plan->course);
  CarrelGradingGroup *homework = g_ptr_array_index (course->grading, 0);
  g_autoptr (GtkWidget) list = g_object_ref_sink (g_object_new (CARREL_TYPE_GRADE_LIST, NULL));

  g_free (homework->aggregation);
  homework->aggregation = g_strdup ("points");
  carrel_gradebook_free (plan->book);
  plan->book = carrel_grade_plan_make_book (plan, course);
  carrel_grade_list_show (CARREL_GRADE_LIST (list), plan, (CarrelDate){ 2024, 1, 22 }, 0);
  return dup_labels (list);
}

/* Points that are added up are told apart from per cent that are averaged. */
static void
heading_says_how_items_are_counted (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *averaged = NULL;
  g_autofree char *before = dup_list_by_points (fixture);
  g_autofree char *after = NULL;

  enter (fixture, "homework-1", "92");
  averaged = dup_labels (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_GRADE_LIST));
  after = dup_list_by_points (fixture);
  g_assert_nonnull (strstr (before, "Homework · 50\u00a0% · by points"));
  g_assert_nonnull (strstr (averaged, "Homework · 50\u00a0% · average 92\u00a0%"));
  g_assert_nonnull (strstr (after, "Homework · 50\u00a0% · 92\u00a0% of the points"));
}

static guint
count_broken_numbers (GtkWidget *root)
{
  guint n_broken = 0;

  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, "numeric")
      && gtk_widget_get_mapped (root))
    n_broken += pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (root))) > 1;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_broken += count_broken_numbers (child);
  return n_broken;
}

static void
numbers_stay_in_one_line (ViewFixture *fixture, gconstpointer data)
{
  enter_four (fixture);
  gtk_window_set_default_size (fixture->window, 1000, 700);
  settle ();
  g_assert_cmpuint (count_broken_numbers (GTK_WIDGET (fixture->view)), ==, 0);
}

static void
calm_mode_is_kept_and_has_no_letters (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *card = NULL;

  enter_four (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "grades.calm", NULL);
  g_assert_true (g_settings_get_boolean (fixture->settings, "grades-calm"));
  card = dup_card (fixture);
  g_assert_null (strstr (card, "87.5"));
  g_assert_nonnull (strstr (card, "35.5"));
  g_string_truncate (fixture->said, 0);
  enter (fixture, "homework-1", "91");
  enter (fixture, "homework-1", "92");
  choose_target (fixture, "90");
  g_assert_cmpstr (fixture->said->str, ==,
                   "announce: From 35.4\u00a0% secured to 95.4\u00a0% within reach.\n"
                   "announce: From 35.5\u00a0% secured to 95.5\u00a0% within reach.\n"
                   "announce: For 90: 90.83\u00a0% on everything left.\n");
  g_settings_reset (fixture->settings, "grades-calm");
  g_free (card);
  card = dup_card (fixture);
  g_assert_nonnull (strstr (card, "87.5"));
}

int
main (int argc, char **argv)
{
  static const GradesTestCase tests[] = {
    { "scores-lead-to-the-four-numbers", scores_lead_to_the_four_numbers },
    { "target-says-what-it-needs", target_says_what_it_needs },
    { "result-is-announced-once", result_is_announced_once },
    { "wrong-entry-keeps-the-old-score", wrong_entry_keeps_the_old_score },
    { "entry-says-what-it-holds", entry_says_what_it_holds },
    { "entry-takes-points-parts-and-per-cent", entry_takes_points_parts_and_per_cent },
    { "megabyte-of-digits-is-no-score", megabyte_of_digits_is_no_score },
    { "scenario-leaves-real-scores-alone", scenario_leaves_real_scores_alone },
    { "no-verb-of-a-scenario-writes-a-real-score", no_verb_of_a_scenario_writes_a_real_score },
    { "chart-has-a-table-of-the-same", chart_has_a_table_of_the_same },
    { "what-matters-is-told", what_matters_is_told },
    { "heading-says-how-items-are-counted", heading_says_how_items_are_counted },
    { "numbers-stay-in-one-line", numbers_stay_in_one_line },
    { "calm-mode-is-kept-and-has-no-letters", calm_mode_is_kept_and_has_no_letters },
    { "escape-gives-up-what-was-typed", escape_gives_up_what_was_typed },
    { "blanks-take-no-score-away", blanks_take_no_score_away },
    { "score-goes-when-its-entry-is-left-empty", score_goes_when_its_entry_is_left_empty },
    { "emptied-entry-of-a-scenario-shows-the-real-score",
      emptied_entry_of_a_scenario_shows_the_real_score },
    { "typing-that-is-kept-is-not-undone-by-letters",
      typing_that_is_kept_is_not_undone_by_letters },
    { "undo-brings-the-score-back", undo_brings_the_score_back },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  return run_grades_tests ("/carrel/views/grades/", tests, G_N_ELEMENTS (tests));
}
