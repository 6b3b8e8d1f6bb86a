/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule: rows and their names, paging, live time, the week by arrow keys, done marks. */
#include "config.h"

#include "carrel-schedule-view.h"

#include "carrel-agenda-list.h"
#include "carrel-now-card.h"
#include "carrel-store-marks.h"
#include "carrel-term-table.h"
#include "carrel-week-grid.h"

#include "../core/course-fixture.h"
#include "await-frames.h"
#include "view-fixture.h"

/* A text of which the second section says what late work costs. */
static void
add_late_policy (CarrelCourse *course)
{
  static const int first_lines[] = { 1, 20, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (first_lines); i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      CarrelSection *section
          = make_record (&carrel_section_type, "id", id, "heading", "Heading", NULL);

      section->record.file = g_strdup ("page.md");
      section->record.line = first_lines[i];
      g_ptr_array_add (course->sections, section);
    }
  course->late_policy = make_record (&carrel_late_policy_type, "penalty_per_day", "10", NULL);
  course->late_policy->record.file = g_strdup ("page.md");
  course->late_policy->record.line = 22;
}

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");

  course->title = g_strdup ("Systems");
  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "id", "r1", "date", "01-22", "topic",
                                "GPU", "kind", "lecture", "homework", "HW1 due", NULL));
  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "id", "r2", "date", "01-24", "topic",
                                "Attention", "kind", "lecture", NULL));
  g_ptr_array_add (course->meetings,
                   make_record (&carrel_meeting_type, "id", "lab", "kind", "lab", "days", "FR",
                                "start", "10:00", "end", "11:00", "location", "POS A36", "person",
                                "Ana de la Cruz", NULL));
  add_late_policy (course);
  open_view (fixture, CARREL_TYPE_SCHEDULE_VIEW, course,
             moment_in ("America/New_York", 2024, 1, 22, 16, 20), zone);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  close_view (fixture);
}

static GtkWidget *
find_row (ViewFixture *fixture, guint index)
{
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_BOX);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) index));
}

static void
rows_say_day_time_title_and_place (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, 1);

  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Monday 22 January, 5 to 6:20 pm, Lecture, GPU, P O S A 35, "
                                       "CS 1, in 40 minutes");
}

static void
rows_say_who_holds_a_class (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *text
      = dup_labels (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_AGENDA_LIST));

  g_assert_nonnull (strstr (text, "POS A36 · Ana de la Cruz"));
  g_assert_true (carrel_view_reveal (fixture->view, "lab"));
  gtk_test_accessible_assert_property (
      gtk_window_get_focus (fixture->window), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Friday 26 January, 10 to 11 am, Lab, P O S A 36, CS 1, Ana de la Cruz");
}

/* Menu or Shift+F10, as a key would be heard by the row. */
static void
press_menu_keys (GtkWidget *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;
      g_autofree char *keys = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      shortcut = g_list_model_get_item (shortcuts, 0);
      keys = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
      g_assert_cmpstr (keys, ==, "Menu|<Shift>F10");
      gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, row, NULL);
      return;
    }
  g_assert_not_reached ();
}

static void
menu_of_a_row_gives_the_focus_back (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, 1);
  GtkMenuButton *button = GTK_MENU_BUTTON (find_widget (row, GTK_TYPE_MENU_BUTTON));

  gtk_widget_grab_focus (row);
  press_menu_keys (row);
  settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))));
  gtk_menu_button_popdown (button);
  settle ();
  g_assert_true (gtk_window_get_focus (fixture->window) == row);
}

static void
headings_name_the_days (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *text
      = dup_labels (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_AGENDA_LIST));

  g_assert_nonnull (strstr (text, "Today, Monday 22 January\n"));
  g_assert_nonnull (strstr (text, "Wednesday 24 January\n"));
}

static void
card_follows_the_clock (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *card = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_NOW_CARD);
  g_autofree char *before = dup_labels (card);
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "Next: 5 pm, in 40 minutes, GPU, POS A35"));
  carrel_clock_set_fixed (fixture->clock, moment_in ("America/New_York", 2024, 1, 22, 17, 0), NULL);
  after = dup_labels (card);
  g_assert_nonnull (strstr (after, "GPU, POS A35, until 6:20 pm"));
}

/* What happened while another view was shown is caught up with. */
static void
hidden_view_catches_up (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *card = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_NOW_CARD);
  g_autofree char *later = NULL;
  g_autofree char *next_day = NULL;

  gtk_widget_set_visible (GTK_WIDGET (fixture->window), FALSE);
  carrel_clock_set_fixed (fixture->clock, moment_in ("America/New_York", 2024, 1, 22, 17, 0), NULL);
  gtk_widget_set_visible (GTK_WIDGET (fixture->window), TRUE);
  later = dup_labels (card);
  g_assert_nonnull (strstr (later, "GPU, POS A35, until 6:20 pm"));
  gtk_widget_set_visible (GTK_WIDGET (fixture->window), FALSE);
  carrel_clock_set_fixed (fixture->clock, moment_in ("America/New_York", 2024, 1, 23, 9, 0), NULL);
  gtk_widget_set_visible (GTK_WIDGET (fixture->window), TRUE);
  settle ();
  next_day = dup_labels (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_AGENDA_LIST));
  g_assert_nonnull (strstr (next_day, "Tomorrow, Wednesday 24 January\n"));
}

static void
paging_is_announced_once (ViewFixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "schedule.page", "i", 1);
  g_assert_cmpstr (fixture->said->str, ==, "announce: Week of 29 Jan, 3 events\n");
}

static void
control_down_goes_to_the_next_day (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_AGENDA_LIST);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  gboolean is_handled = FALSE;

  gtk_widget_grab_focus (find_row (fixture, 0));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Down, 0, GDK_CONTROL_MASK,
                               &is_handled);
    }
  g_assert_true (is_handled);
  g_assert_true (gtk_window_get_focus (fixture->window) == find_row (fixture, 2));
}

static void
done_mark_is_kept (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *table = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_TERM_TABLE);
  GtkWidget *button = find_widget (table, GTK_TYPE_CHECK_BUTTON);
  g_autoptr (GHashTable) done = NULL;

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Done: GPU");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  done = carrel_store_list_done (fixture->store, fixture->course_id, NULL);
  g_assert_true (g_hash_table_contains (done, "r1"));
}

static void
deadline_keeps_a_date_of_ones_own (ViewFixture *fixture, gconstpointer data)
{
  const CarrelPersonalDate own = { (char *) "r1", { 2024, 1, 25 }, CARREL_UNKNOWN, NULL };
  g_autofree char *before
      = dup_labels (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_AGENDA_LIST));
  g_autofree char *after = NULL;

  g_assert_null (strstr (before, "your date"));
  g_assert_true (carrel_store_set_personal_date (fixture->store, fixture->course_id, &own, NULL));
  settle ();
  after = dup_labels (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_AGENDA_LIST));
  g_assert_nonnull (strstr (after, "your date: 25 Jan, in 3 days\n"));
  g_assert_nonnull (strstr (after, "due today, 7 hours left\n"));
}

static void
extension_is_asked_for_without_a_reason (ViewFixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "occurrence.ask", "s",
                              "r1/2024-01-22/hw1-due");
  g_assert_true (g_str_has_prefix (
      fixture->said->str, "open-uri: mailto:?subject=Extension%20for%20HW1%20due%2C%20CS"));
  g_assert_null (strstr (fixture->said->str, "because"));
}

static void
late_policy_is_one_action_away (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *expected
      = g_strdup_printf ("show-fact: ('syllabus', '%s', 's1')\n", fixture->course_id);

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "occurrence.late-policy", "s",
                              "r1/2024-01-22/hw1-due");
  g_assert_cmpstr (fixture->said->str, ==, expected);
}

static void
week_is_read_by_arrow_keys (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *grid = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_WEEK_GRID);
  AdwViewStack *stack
      = ADW_VIEW_STACK (find_widget (GTK_WIDGET (fixture->view), ADW_TYPE_VIEW_STACK));

  adw_view_stack_set_visible_child_name (stack, "week");
  await_frames (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  gtk_test_accessible_assert_property (gtk_window_get_focus (fixture->window),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Today, Monday 22 January, 2 events");
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_DOWN));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_DOWN));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_RIGHT));
  gtk_test_accessible_assert_property (gtk_window_get_focus (fixture->window),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tomorrow, Tuesday 23 January, 0 events");
  g_assert_false (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
}

/* As behind a dialog, whose window has the keys meanwhile. */
static void
week_keeps_its_place_in_a_window_that_is_not_active (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *grid = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_WEEK_GRID);
  AdwViewStack *stack
      = ADW_VIEW_STACK (find_widget (GTK_WIDGET (fixture->view), ADW_TYPE_VIEW_STACK));
  g_autoptr (CarrelView) view = g_object_ref (fixture->view);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  adw_view_stack_set_visible_child_name (stack, "week");
  gtk_window_set_child (fixture->window, NULL);
  gtk_window_set_child (window, GTK_WIDGET (view));
  g_assert_false (gtk_window_is_active (window));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_DOWN));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_RIGHT));
  gtk_test_accessible_assert_property (gtk_window_get_focus (window), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tomorrow, Tuesday 23 January, 0 events");
  gtk_window_set_child (window, NULL);
  gtk_window_destroy (window);
  gtk_window_set_child (fixture->window, GTK_WIDGET (view));
}

static void
fact_of_another_week_is_brought_into_sight (ViewFixture *fixture, gconstpointer data)
{
  g_assert_true (carrel_view_reveal (fixture->view, "r2"));
  gtk_test_accessible_assert_property (
      gtk_window_get_focus (fixture->window), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Wednesday 24 January, 5 to 6:20 pm, Lecture, Attention, P O S A 35, CS 1");
}

static void
add (const char *name, void (*run) (ViewFixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/views/schedule-view/", name, NULL);

  g_test_add (path, ViewFixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("rows-say-day-time-title-and-place", rows_say_day_time_title_and_place);
  add ("rows-say-who-holds-a-class", rows_say_who_holds_a_class);
  add ("menu-of-a-row-gives-the-focus-back", menu_of_a_row_gives_the_focus_back);
  add ("headings-name-the-days", headings_name_the_days);
  add ("card-follows-the-clock", card_follows_the_clock);
  add ("hidden-view-catches-up", hidden_view_catches_up);
  add ("paging-is-announced-once", paging_is_announced_once);
  add ("control-down-goes-to-the-next-day", control_down_goes_to_the_next_day);
  add ("done-mark-is-kept", done_mark_is_kept);
  add ("deadline-keeps-a-date-of-ones-own", deadline_keeps_a_date_of_ones_own);
  add ("late-policy-is-one-action-away", late_policy_is_one_action_away);
  add ("extension-is-asked-for-without-a-reason", extension_is_asked_for_without_a_reason);
  add ("week-is-read-by-arrow-keys", week_is_read_by_arrow_keys);
  add ("week-keeps-its-place-in-a-window-that-is-not-active",
       week_keeps_its_place_in_a_window_that_is_not_active);
  add ("fact-of-another-week-is-brought-into-sight", fact_of_another_week_is_brought_into_sight);
  return g_test_run ();
}
