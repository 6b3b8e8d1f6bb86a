/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Going to a date: what days say, the keys of the month, and where the schedule goes. */
#include "config.h"

#include "carrel-month-dialog.h"

#include "carrel-agenda-list.h"
#include "carrel-month-grid.h"
#include "carrel-schedule-view.h"
#include "carrel-week-grid.h"

#include "../core/course-fixture.h"
#include "await-frames.h"
#include "view-fixture.h"

#define ZONE "America/New_York"

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GTimeZone) zone = carrel_zone_find (ZONE);

  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "id", "r1", "date", "01-24", "topic",
                                "HW1 due", "kind", "due", NULL));
  open_view (fixture, CARREL_TYPE_SCHEDULE_VIEW, course, moment_in (ZONE, 2024, 1, 22, 16, 20),
             zone);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  close_view (fixture);
}

/* A window that was never active may not have given the focus yet. */
static void
focus_grid (GtkWidget *dialog)
{
  GtkWidget *grid = find_widget (dialog, CARREL_TYPE_MONTH_GRID);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, grid))
    gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
open_dialog (ViewFixture *fixture)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "schedule.date", NULL);
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (CARREL_IS_MONTH_DIALOG (window))
        {
          await_frames (window);
          focus_grid (window);
          return window;
        }
    }
  g_assert_not_reached ();
}

static void
press (GtkWidget *grid, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (grid);
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &is_handled);
    }
  g_assert_true (is_handled);
}

static void
assert_day (CarrelMonthDialog *dialog, int year, int month, int day)
{
  g_autofree char *text = carrel_date_to_text (carrel_month_dialog_get_date (dialog));
  g_autofree char *wanted = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

  g_assert_cmpstr (text, ==, wanted);
}

static void
days_say_their_date_and_events (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *grid = find_widget (dialog, CARREL_TYPE_MONTH_GRID);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  gtk_test_accessible_assert_role (focus, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Today, Monday 22 January, 1 event: Lecture");
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_RIGHT));
  gtk_test_accessible_assert_property (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tomorrow, Tuesday 23 January, no events");
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_RIGHT));
  gtk_test_accessible_assert_property (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Wednesday 24 January, 2 events: HW1 due; Lecture");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
kinds_have_marks_of_different_shapes (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autofree char *text = dup_labels (find_widget (dialog, CARREL_TYPE_MONTH_GRID));

  g_assert_nonnull (strstr (text, "22\n●\n"));
  g_assert_nonnull (strstr (text, "24\n◆●\n"));
  g_assert_nonnull (strstr (text, "23\n\n"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
keys_go_through_the_year (ViewFixture *fixture, gconstpointer data)
{
  CarrelMonthDialog *dialog = CARREL_MONTH_DIALOG (open_dialog (fixture));
  GtkWidget *grid = find_widget (GTK_WIDGET (dialog), CARREL_TYPE_MONTH_GRID);

  press (grid, GDK_KEY_Home, 0);
  assert_day (dialog, 2024, 1, 22);
  press (grid, GDK_KEY_End, 0);
  assert_day (dialog, 2024, 1, 28);
  gtk_widget_child_focus (grid, GTK_DIR_DOWN);
  assert_day (dialog, 2024, 2, 4);
  gtk_widget_child_focus (grid, GTK_DIR_UP);
  assert_day (dialog, 2024, 1, 28);
  press (grid, GDK_KEY_Page_Up, 0);
  assert_day (dialog, 2023, 12, 28);
  press (grid, GDK_KEY_Page_Down, GDK_SHIFT_MASK);
  assert_day (dialog, 2024, 12, 28);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
months_of_different_lengths_are_stepped_over (ViewFixture *fixture, gconstpointer data)
{
  CarrelMonthDialog *dialog
      = CARREL_MONTH_DIALOG (carrel_month_dialog_new (fixture->view, (CarrelDate){ 2024, 1, 31 }));
  GtkWidget *grid = find_widget (GTK_WIDGET (dialog), CARREL_TYPE_MONTH_GRID);

  carrel_month_grid_step (CARREL_MONTH_GRID (grid), 1);
  assert_day (dialog, 2024, 2, 29);
  carrel_month_grid_step (CARREL_MONTH_GRID (grid), 12);
  assert_day (dialog, 2025, 2, 28);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
grid_is_one_stop_of_the_keyboard (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *grid = find_widget (dialog, CARREL_TYPE_MONTH_GRID);

  g_assert_false (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  gtk_widget_set_direction (grid, GTK_TEXT_DIR_RTL);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_LEFT));
  assert_day (CARREL_MONTH_DIALOG (dialog), 2024, 1, 23);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Chooses the day that is so many days after today. */
static void
choose (ViewFixture *fixture, int n_weeks)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *grid = find_widget (dialog, CARREL_TYPE_MONTH_GRID);

  for (int i = 0; i < n_weeks; i++)
    gtk_widget_child_focus (grid, GTK_DIR_DOWN);
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (dialog)), "clicked");
  settle ();
}

static void
agenda_goes_to_the_day_and_says_the_week (ViewFixture *fixture, gconstpointer data)
{
  choose (fixture, 3);
  g_assert_cmpstr (fixture->said->str, ==, "announce: Week of 12 Feb, 2 events\n");
  gtk_test_accessible_assert_property (gtk_window_get_focus (fixture->window),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Monday 12 February, 5 to 6:20 pm, Lecture, P O S A 35, "
                                       "CS 1");
}

static void
week_goes_to_the_heading_of_the_day (ViewFixture *fixture, gconstpointer data)
{
  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (find_widget (GTK_WIDGET (fixture->view), ADW_TYPE_VIEW_STACK)), "week");
  settle ();
  choose (fixture, 1);
  gtk_test_accessible_assert_property (gtk_window_get_focus (fixture->window),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday 29 January, 1 event");
}

/* On a telephone held sideways the days can be scrolled. */
static void
low_screen_has_room_for_it (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  int minimum;

  gtk_widget_measure (dialog, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 294);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add (const char *name, void (*run) (ViewFixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/views/month-dialog/", name, NULL);

  g_test_add (path, ViewFixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("days-say-their-date-and-events", days_say_their_date_and_events);
  add ("kinds-have-marks-of-different-shapes", kinds_have_marks_of_different_shapes);
  add ("keys-go-through-the-year", keys_go_through_the_year);
  add ("months-of-different-lengths-are-stepped-over",
       months_of_different_lengths_are_stepped_over);
  add ("grid-is-one-stop-of-the-keyboard", grid_is_one_stop_of_the_keyboard);
  add ("agenda-goes-to-the-day-and-says-the-week", agenda_goes_to_the_day_and_says_the_week);
  add ("week-goes-to-the-heading-of-the-day", week_goes_to_the_heading_of_the_day);
  add ("low-screen-has-room-for-it", low_screen_has_room_for_it);
  return g_test_run ();
}
