/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grades of a course: five of homework (50 %), reading (10), a talk (10), a project (30). */
#pragma once

#include "carrel-grades-view.h"

#include "carrel-choice-button.h"
#include "carrel-grade-card.h"
#include "carrel-grade-list.h"
#include "carrel-name-dialog.h"
#include "carrel-scenario-bar.h"
#include "carrel-store-scores.h"

#include "../core/course-fixture.h"
#include "view-fixture.h"

typedef void (*GradesTest) (ViewFixture *fixture, gconstpointer data);

typedef struct
{
  const char *path;
  GradesTest test;
} GradesTestCase;

static inline void
add_group (CarrelCourse *course, const char *name, const char *count, const char *weight)
{
  g_ptr_array_add (course->grading, make_record (&carrel_grading_group_type, "name", name, "count",
                                                 count, "weight_total", weight, NULL));
}

static inline void
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

static inline void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  close_view (fixture);
}

static inline GtkWidget *
find_row (ViewFixture *fixture, const char *item)
{
  CarrelGradeList *list
      = CARREL_GRADE_LIST (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_GRADE_LIST));
  CarrelScoreRow *row = carrel_grade_list_find (list, item);

  g_assert_nonnull (row);
  return GTK_WIDGET (row);
}

static inline GtkEntry *
find_entry (ViewFixture *fixture, const char *item)
{
  return GTK_ENTRY (find_widget (find_row (fixture, item), GTK_TYPE_ENTRY));
}

/* Types and presses Enter. */
static inline void
enter (ViewFixture *fixture, const char *item, const char *text)
{
  GtkEntry *entry = find_entry (fixture, item);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static inline void
enter_four (ViewFixture *fixture)
{
  enter (fixture, "homework-1", "92");
  enter (fixture, "homework-2", "85/100");
  enter (fixture, "homework-3", "78%");
  enter (fixture, "reading", "100");
}

static inline char *
dup_card (ViewFixture *fixture)
{
  return dup_labels (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_GRADE_CARD));
}

static inline void
choose_target (ViewFixture *fixture, const char *target)
{
  g_signal_emit_by_name (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_GRADE_CARD),
                         "target-chosen", target);
}

static inline const CarrelScore *
find_score (GPtrArray *scores, const char *item)
{
  for (guint i = 0; i < scores->len; i++)
    if (g_str_equal (((CarrelScore *) g_ptr_array_index (scores, i))->item, item))
      return g_ptr_array_index (scores, i);
  return NULL;
}

/* Makes a scenario and shows it. */
static inline gint64
open_scenario (ViewFixture *fixture, const char *name)
{
  GtkWidget *choice = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_CHOICE_BUTTON);
  gint64 scenario = carrel_store_create_scenario (fixture->store, fixture->course_id, name, NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, scenario);

  carrel_choice_button_set_selected (CARREL_CHOICE_BUTTON (choice), id);
  return scenario;
}

static inline void
activate_scenario (ViewFixture *fixture, const char *action)
{
  gtk_widget_activate_action (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_SCENARIO_BAR),
                              action, NULL);
}

/* The open dialog of a type, or NULL. */
static inline GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

/* Types a name and presses Enter; NULL takes the one that is proposed. */
static inline void
accept_name (const char *name)
{
  GtkWidget *dialog = find_dialog (CARREL_TYPE_NAME_DIALOG);
  GtkWidget *entry = NULL;

  g_assert_nonnull (dialog);
  entry = find_widget (dialog, GTK_TYPE_ENTRY);
  if (name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
}

/* "homework-1 graded 92\n" for each score, by item. */
static inline char *
dup_scores (ViewFixture *fixture, gint64 scenario)
{
  g_autoptr (GPtrArray) scores
      = carrel_store_list_scores (fixture->store, fixture->course_id, scenario, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (scores);
  for (guint i = 0; i < scores->len; i++)
    {
      const CarrelScore *score = g_ptr_array_index (scores, i);

      g_string_append_printf (text, "%s %s %s\n", score->item, score->state,
                              score->score != NULL ? score->score : "-");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static inline int
run_grades_tests (const char *prefix, const GradesTestCase *tests, guint n_tests)
{
  for (guint i = 0; i < n_tests; i++)
    {
      g_autofree char *path = g_strconcat (prefix, tests[i].path, NULL);

      g_test_add (path, ViewFixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
