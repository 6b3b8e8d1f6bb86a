/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Grades: scores go in, what they lead to comes out, and imagined ones stay apart. */
#include "config.h"

#include "carrel-grades-view.h"

#include "carrel-choice-button.h"
#include "carrel-grade-card.h"
#include "carrel-grade-list.h"
#include "carrel-store-scores.h"
#include "carrel-store-undo.h"

#include "../core/course-fixture.h"
#include "view-fixture.h"

static void
add_group (CarrelCourse *course, const char *name, const char *count, const char *weight)
{
  g_ptr_array_add (course->grading, make_record (&carrel_grading_group_type, "name", name, "count",
                                                 count, "weight_total", weight, NULL));
}

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");

  course->title = g_strdup ("Systems");
  add_group (course, "Homework", "5", "50");
  add_group (course, "Reading", "1", "10");
  add_group (course, "Talk", "1", "10");
  add_group (course, "Project", "1", "30");
  carrel_course_assign_ids (course);
  open_view (fixture, CARREL_TYPE_GRADES_VIEW, course,
             moment_in ("America/New_York", 2024, 1, 22, 10, 20), zone);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  close_view (fixture);
}

static GtkEntry *
find_entry (ViewFixture *fixture, const char *item)
{
  CarrelGradeList *list
      = CARREL_GRADE_LIST (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_GRADE_LIST));
  CarrelScoreRow *row = carrel_grade_list_find (list, item);

  g_assert_nonnull (row);
  return GTK_ENTRY (find_widget (GTK_WIDGET (row), GTK_TYPE_ENTRY));
}

/* Types and presses Enter. */
static void
enter (ViewFixture *fixture, const char *item, const char *text)
{
  GtkEntry *entry = find_entry (fixture, item);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
enter_four (ViewFixture *fixture)
{
  enter (fixture, "homework-1", "92");
  enter (fixture, "homework-2", "85/100");
  enter (fixture, "homework-3", "78%");
  enter (fixture, "reading", "100");
}

static char *
dup_card (ViewFixture *fixture)
{
  return dup_labels (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_GRADE_CARD));
}

static void
choose_target (ViewFixture *fixture, const char *target)
{
  g_signal_emit_by_name (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_GRADE_CARD),
                         "target-chosen", target);
}

static const CarrelScore *
find_score (GPtrArray *scores, const char *item)
{
  for (guint i = 0; i < scores->len; i++)
    if (g_str_equal (((CarrelScore *) g_ptr_array_index (scores, i))->item, item))
      return g_ptr_array_index (scores, i);
  return NULL;
}

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
      gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_TRUE);
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
}

static void
scenario_leaves_real_scores_alone (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *choice = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_CHOICE_BUTTON);
  gint64 scenario
      = carrel_store_create_scenario (fixture->store, fixture->course_id, "Hard week", NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, scenario);
  g_autoptr (GPtrArray) real = NULL;
  g_autoptr (GPtrArray) imagined = NULL;

  enter (fixture, "homework-1", "92");
  carrel_choice_button_set_selected (CARREL_CHOICE_BUTTON (choice), id);
  enter (fixture, "homework-1", "60");
  gtk_test_accessible_assert_property (find_entry (fixture, "homework-1"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "60 of 100 points, imagined");
  real = carrel_store_list_scores (fixture->store, fixture->course_id, CARREL_SCENARIO_REAL, NULL);
  imagined = carrel_store_list_scores (fixture->store, fixture->course_id, scenario, NULL);
  g_assert_cmpstr (find_score (real, "homework-1")->score, ==, "92");
  g_assert_cmpstr (find_score (imagined, "homework-1")->score, ==, "60");
  carrel_choice_button_set_selected (CARREL_CHOICE_BUTTON (choice), "0");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, "homework-1"))), ==,
                   "92");
}

static void
undo_brings_the_score_back (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  enter (fixture, "homework-1", "92");
  enter (fixture, "homework-1", "12");
  g_assert_true (carrel_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, "homework-1"))), ==,
                   "92");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ViewFixture *fixture, gconstpointer data);
  } tests[] = {
    { "scores-lead-to-the-four-numbers", scores_lead_to_the_four_numbers },
    { "target-says-what-it-needs", target_says_what_it_needs },
    { "result-is-announced-once", result_is_announced_once },
    { "wrong-entry-keeps-the-old-score", wrong_entry_keeps_the_old_score },
    { "entry-says-what-it-holds", entry_says_what_it_holds },
    { "scenario-leaves-real-scores-alone", scenario_leaves_real_scores_alone },
    { "undo-brings-the-score-back", undo_brings_the_score_back },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/carrel/views/grades/", tests[i].path, NULL);

      g_test_add (path, ViewFixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
