/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sliders of a scenario: they imagine, say what they hold, and are told of once. */
#include "config.h"

#include "carrel-score-slider.h"

#include "grades-fixture.h"

static GtkWidget *
find_slider (ViewFixture *fixture, const char *item)
{
  GtkWidget *slider = find_widget (find_row (fixture, item), CARREL_TYPE_SCORE_SLIDER);

  return slider != NULL && gtk_widget_get_visible (slider) ? slider : NULL;
}

/* What a key does. */
static void
move (GtkWidget *slider, GtkScrollType scroll)
{
  g_signal_emit_by_name (slider, "move-slider", scroll);
}

static void
wait_for_the_pause (ViewFixture *fixture, const char *item)
{
  g_signal_emit_by_name (find_entry (fixture, item), "activate");
}

static void
only_open_items_of_a_scenario_have_one (ViewFixture *fixture, gconstpointer data)
{
  enter (fixture, "homework-1", "92");
  g_assert_null (find_slider (fixture, "homework-2"));
  open_scenario (fixture, "Hard week");
  g_assert_null (find_slider (fixture, "homework-1"));
  g_assert_nonnull (find_slider (fixture, "homework-2"));
  gtk_widget_activate_action (find_row (fixture, "homework-2"), "score.state", "s", "excused");
  g_assert_null (find_slider (fixture, "homework-2"));
}

static void
keys_move_by_one_ten_and_to_the_ends (ViewFixture *fixture, gconstpointer data)
{
  static const struct
  {
    GtkScrollType scroll;
    const char *value;
  } moves[] = { { GTK_SCROLL_STEP_RIGHT, "1" }, { GTK_SCROLL_PAGE_RIGHT, "11" },
                { GTK_SCROLL_STEP_LEFT, "10" }, { GTK_SCROLL_END, "100" },
                { GTK_SCROLL_PAGE_LEFT, "90" }, { GTK_SCROLL_START, "0" },
                { GTK_SCROLL_STEP_LEFT, "0" } };
  GtkWidget *slider = NULL;

  open_scenario (fixture, "Hard week");
  slider = find_slider (fixture, "project");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *words = g_strdup_printf ("%s of 100 points", moves[i].value);

      move (slider, moves[i].scroll);
      gtk_test_accessible_assert_property (slider, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, "project"))), ==,
                       moves[i].value);
    }
}

static void
slider_is_named_by_its_item (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *slider = NULL;

  open_scenario (fixture, "Hard week");
  slider = find_slider (fixture, "project");
  gtk_test_accessible_assert_property (slider, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Imagined score of Project");
  gtk_test_accessible_assert_property (slider, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "no score imagined yet");
}

static void
card_follows_at_once_and_the_score_is_kept_at_rest (ViewFixture *fixture, gconstpointer data)
{
  gint64 scenario = CARREL_SCENARIO_REAL;
  g_autofree char *moving = NULL;
  g_autofree char *card = NULL;
  g_autofree char *kept = NULL;

  enter_four (fixture);
  scenario = open_scenario (fixture, "Hard week");
  move (find_slider (fixture, "project"), GTK_SCROLL_END);
  card = dup_card (fixture);
  g_assert_nonnull (strstr (card, "91.67\u00a0% now\n"));
  moving = dup_scores (fixture, scenario);
  g_assert_cmpstr (moving, ==, "");
  wait_for_the_pause (fixture, "project");
  kept = dup_scores (fixture, scenario);
  g_assert_cmpstr (kept, ==, "project graded 100\n");
}

static void
many_moves_are_told_of_once (ViewFixture *fixture, gconstpointer data)
{
  enter_four (fixture);
  open_scenario (fixture, "Hard week");
  g_string_truncate (fixture->said, 0);
  for (guint i = 0; i < 12; i++)
    move (find_slider (fixture, "project"), GTK_SCROLL_STEP_RIGHT);
  g_assert_cmpstr (fixture->said->str, ==, "");
  wait_for_the_pause (fixture, "project");
  g_assert_true (g_str_has_prefix (fixture->said->str, "announce: Current "));
  g_assert_null (strstr (strchr (fixture->said->str, '\n') + 1, "announce"));
}

static void
imagined_score_can_be_unpinned_and_taken_away (ViewFixture *fixture, gconstpointer data)
{
  gint64 scenario = open_scenario (fixture, "Hard week");
  g_autofree char *scores = NULL;

  move (find_slider (fixture, "project"), GTK_SCROLL_END);
  wait_for_the_pause (fixture, "project");
  gtk_widget_activate_action (find_row (fixture, "project"), "score.pin", NULL);
  gtk_test_accessible_assert_property (find_entry (fixture, "project"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "100 of 100 points, imagined, not counted on");
  gtk_widget_activate_action (find_row (fixture, "project"), "score.forget", NULL);
  scores = dup_scores (fixture, scenario);
  g_assert_cmpstr (scores, ==, "");
  gtk_test_accessible_assert_property (find_slider (fixture, "project"),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "no score imagined yet");
}

int
main (int argc, char **argv)
{
  static const GradesTestCase tests[] = {
    { "only-open-items-of-a-scenario-have-one", only_open_items_of_a_scenario_have_one },
    { "keys-move-by-one-ten-and-to-the-ends", keys_move_by_one_ten_and_to_the_ends },
    { "slider-is-named-by-its-item", slider_is_named_by_its_item },
    { "card-follows-at-once-and-the-score-is-kept-at-rest",
      card_follows_at_once_and_the_score_is_kept_at_rest },
    { "many-moves-are-told-of-once", many_moves_are_told_of_once },
    { "imagined-score-can-be-unpinned-and-taken-away",
      imagined_score_can_be_unpinned_and_taken_away },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  return run_grades_tests ("/carrel/views/score-slider/", tests, G_N_ELEMENTS (tests));
}
