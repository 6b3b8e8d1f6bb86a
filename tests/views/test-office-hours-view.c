/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Office hours: the sentence, hand-overs, filters, reminders, and changes by those who teach. */
#include "config.h"

#include "carrel-office-hours-view.h"

#include "carrel-agenda-list.h"
#include "carrel-choice-button.h"
#include "carrel-coverage-dialog.h"
#include "carrel-document.h"
#include "carrel-focus-box.h"
#include "carrel-hours-table-dialog.h"
#include "carrel-notice-list.h"
#include "carrel-record-dialog.h"
#include "carrel-store-edits.h"
#include "carrel-store-marks.h"
#include "carrel-store-private.h"
#include "carrel-store-undo.h"
#include "carrel-timetable.h"
#include "carrel-visits-dialog.h"
#include "carrel-wrap-box.h"

#include "../core/course-fixture.h"
#include "view-fixture.h"

#include <string.h>

static void
add_hour (CarrelCourse *course,
          const char *person,
          const char *day,
          const char *start,
          const char *end,
          const char *place)
{
  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "person", person, "day", day, "start",
                                start, "end", end, "location", place, NULL));
}

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");

  course->title = g_strdup ("Systems");
  add_hour (course, "Ada", "MO", "10:00", "11:00", "GHC 5417");
  add_hour (course, "Bob", "MO", "17:00", "18:00", "GHC 5417");
  add_hour (course, "Cy", "FR", "13:00", "14:00", "TCS 349");
  add_hour (course, "Di", "FR", "14:00", "15:00", "TCS 349");
  carrel_course_assign_ids (course);
  open_view (fixture, CARREL_TYPE_OFFICE_HOURS_VIEW, course,
             moment_in ("America/New_York", 2024, 1, 22, 10, 20), zone);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  close_view (fixture);
}

static char *
dup_rows (ViewFixture *fixture)
{
  return dup_labels (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_AGENDA_LIST));
}

static void
status_follows_the_clock (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *status = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_FOCUS_BOX);

  gtk_test_accessible_assert_property (status, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Open now until 11 am: Ada, G H C 5417.");
  carrel_clock_set_fixed (fixture->clock, moment_in ("America/New_York", 2024, 1, 22, 11, 0), NULL);
  gtk_test_accessible_assert_property (
      status, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "No office hours now. Next: 5 pm, in 6 hours, Bob, G H C 5417.");
}

static gboolean
is_shown_button (GtkWidget *root, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child)
        && ((GTK_IS_BUTTON (child)
             && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0)
            || is_shown_button (child, label)))
      return TRUE;
  return FALSE;
}

static void
joining_is_offered_at_the_hour (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  g_autoptr (CarrelCourse) course
      = carrel_store_load_course (fixture->store, fixture->course_id, NULL);
  g_autoptr (CarrelOfficeHour) hour
      = carrel_record_copy (g_ptr_array_index (course->office_hours, 1));
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();

  hour->url = g_strdup ("https://meet.example.org/bob");
  g_ptr_array_add (facts, hour);
  g_assert_true (carrel_store_save_facts (fixture->store, fixture->course_id, "Edit", facts, NULL));
  settle ();
  g_assert_false (is_shown_button (view, "Join online"));
  carrel_clock_set_fixed (fixture->clock, moment_in ("America/New_York", 2024, 1, 22, 17, 0), NULL);
  g_assert_true (is_shown_button (view, "Join online"));
  gtk_widget_activate_action (view, "office-hours.join", NULL);
  g_assert_nonnull (strstr (fixture->said->str, "open-uri: https://meet.example.org/bob"));
  carrel_clock_set_fixed (fixture->clock, moment_in ("America/New_York", 2024, 1, 22, 18, 0), NULL);
  g_assert_false (is_shown_button (view, "Join online"));
}

static void
hours_back_to_back_say_who_comes_next (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *text = dup_rows (fixture);

  g_assert_nonnull (strstr (text, "then Di in the same room\n"));
  g_assert_null (strstr (text, "then Bob in the same room\n"));
}

static void
filter_by_person_leaves_the_others_out (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *person = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_CHOICE_BUTTON);
  g_autofree char *text = NULL;

  carrel_choice_button_set_selected (CARREL_CHOICE_BUTTON (person), "Bob");
  text = dup_rows (fixture);
  g_assert_nonnull (strstr (text, "Bob\n"));
  g_assert_null (strstr (text, "Ada\n"));
  g_assert_cmpstr (fixture->said->str, ==, "announce: 1 session\n");
}

static void
hours_during_class_do_not_fit (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_object_set (fixture->view, "fits", TRUE, NULL);
  text = dup_rows (fixture);
  g_assert_nonnull (strstr (text, "Ada\n"));
  g_assert_null (strstr (text, "Bob\n"));
}

static void
reminder_is_set_and_removed (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "occurrence.remind", "s",
                              "hour-ada-mo/2024-01-22");
  before = carrel_store_list_reminders (fixture->store, fixture->course_id, NULL);
  g_assert_cmpuint (before->len, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "occurrence.remind", "s",
                              "hour-ada-mo/2024-01-22");
  after = carrel_store_list_reminders (fixture->store, fixture->course_id, NULL);
  g_assert_cmpuint (after->len, ==, 0);
}

static CarrelRecordDialog *
open_dialog (ViewFixture *fixture, const char *action, const char *occurrence_id)
{
  g_autoptr (GListModel) windows = NULL;

  g_object_set (fixture->view, "teaching", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, "s", occurrence_id);
  settle ();
  windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (CARREL_IS_RECORD_DIALOG (window))
        return CARREL_RECORD_DIALOG (window);
    }
  return NULL;
}

static void
press_save (gpointer dialog)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  settle ();
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
press_cancel (GtkWidget *dialog)
{
  GtkWidget *button = find_button (dialog, "_Cancel");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static void
cancelling_once_is_shown_and_undone (ViewFixture *fixture, gconstpointer data)
{
  CarrelRecordDialog *dialog
      = open_dialog (fixture, "office-hours.cancel", "hour-ada-mo/2024-01-22");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_nonnull (dialog);
  press_save (dialog);
  before = dup_rows (fixture);
  g_assert_nonnull (strstr (before, "cancelled"));
  g_assert_cmpstr (fixture->said->str, ==, "toast-undo: Cancelled for this day only\n");
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  settle ();
  after = dup_rows (fixture);
  g_assert_null (strstr (after, "cancelled"));
}

static void
choose (CarrelRecordDialog *dialog, guint nth, const char *id)
{
  GtkWidget *line
      = gtk_widget_get_parent (find_widget (GTK_WIDGET (dialog), CARREL_TYPE_CHOICE_BUTTON));

  for (guint i = 0; i < nth; i++)
    line = gtk_widget_get_next_sibling (line);
  carrel_choice_button_set_selected (
      CARREL_CHOICE_BUTTON (find_widget (line, CARREL_TYPE_CHOICE_BUTTON)), id);
}

/* Who holds the hours of a course on a day, as another reader of the course finds it. */
static char *
dup_people (ViewFixture *fixture, int month, int day)
{
  g_autoptr (CarrelCourse) course
      = carrel_store_load_course (fixture->store, fixture->course_id, NULL);
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GTimeZone) zone = carrel_zone_find ("America/New_York");
  g_autoptr (CarrelTimetable) timetable = NULL;
  g_autoptr (GPtrArray) hours = NULL;
  GString *people = g_string_new (NULL);
  gint64 from = moment_in ("America/New_York", 2024, month, day, 0, 0);

  g_ptr_array_add (courses, course);
  timetable = carrel_timetable_new (courses, zone);
  hours = carrel_timetable_list (timetable, from, from + 86400, CARREL_OCCURRENCE_HOURS);
  for (guint i = 0; i < hours->len; i++)
    g_string_append_printf (people, "%s ", ((CarrelOccurrence *) hours->pdata[i])->person);
  return g_string_free (people, FALSE);
}

static void
swap_goes_both_ways_and_is_one_step (ViewFixture *fixture, gconstpointer data)
{
  CarrelRecordDialog *dialog = open_dialog (fixture, "office-hours.swap", "hour-ada-mo/2024-01-22");
  g_autofree char *monday = NULL;
  g_autofree char *friday = NULL;
  g_autofree char *after = NULL;

  g_assert_nonnull (dialog);
  choose (dialog, 0, "hour-cy-fr/2024-01-26");
  press_save (dialog);
  monday = dup_people (fixture, 1, 22);
  friday = dup_people (fixture, 1, 26);
  g_assert_cmpstr (monday, ==, "Cy Bob ");
  g_assert_cmpstr (friday, ==, "Ada Di ");
  g_assert_cmpstr (fixture->said->str, ==, "toast-undo: Swapped once\n");
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  after = dup_people (fixture, 1, 26);
  g_assert_cmpstr (after, ==, "Cy Di ");
}

static const char *
get_first_offer (CarrelRecordDialog *dialog)
{
  return carrel_choice_button_get_selected (
      CARREL_CHOICE_BUTTON (find_widget (GTK_WIDGET (dialog), CARREL_TYPE_CHOICE_BUTTON)));
}

static void
swap_offers_nothing_that_is_over_for_what_is_to_come (ViewFixture *fixture, gconstpointer data)
{
  CarrelRecordDialog *dialog;

  carrel_clock_set_fixed (fixture->clock, moment_in ("America/New_York", 2024, 1, 26, 13, 30),
                          NULL);
  dialog = open_dialog (fixture, "office-hours.swap", "hour-ada-mo/2024-01-29");
  g_assert_cmpstr (get_first_offer (dialog), ==, "hour-cy-fr/2024-01-26");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
swap_from_a_day_on_lasts (ViewFixture *fixture, gconstpointer data)
{
  CarrelRecordDialog *dialog = open_dialog (fixture, "office-hours.swap", "hour-ada-mo/2024-01-22");
  g_autofree char *later = NULL;

  g_assert_nonnull (dialog);
  choose (dialog, 0, "hour-cy-fr/2024-01-26");
  choose (dialog, 1, "on");
  press_save (dialog);
  later = dup_people (fixture, 4, 22);
  g_assert_cmpstr (later, ==, "Cy Bob ");
  g_assert_cmpstr (fixture->said->str, ==, "toast-undo: Swapped for these weeks\n");
}

static void
swap_that_wants_one_person_twice_says_so (ViewFixture *fixture, gconstpointer data)
{
  CarrelRecordDialog *dialog = NULL;
  g_autoptr (CarrelRecord) busy
      = make_record (&carrel_office_hour_type, "person", "Cy", "day", "MO", "start", "10:30", "end",
                     "11:30", "location", "Elsewhere", NULL);
  g_autofree char *text = NULL;

  g_free (carrel_store_add_fact (fixture->store, fixture->course_id, "course", "", busy, NULL));
  settle ();
  dialog = open_dialog (fixture, "office-hours.swap", "hour-ada-mo/2024-01-22");
  choose (dialog, 0, "hour-cy-fr/2024-01-26");
  text = dup_labels (GTK_WIDGET (dialog));
  g_assert_nonnull (strstr (text, "Cy is needed twice: "));
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
}

static void
change_is_taken_back (ViewFixture *fixture, gconstpointer data)
{
  CarrelRecordDialog *dialog
      = open_dialog (fixture, "office-hours.cancel", "hour-ada-mo/2024-01-22");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  press_save (dialog);
  before = dup_rows (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "office-hours.restore", "s",
                              "hour-ada-mo/2024-01-22");
  settle ();
  after = dup_rows (fixture);
  g_assert_nonnull (strstr (before, "cancelled"));
  g_assert_null (strstr (after, "cancelled"));
}

static void
changes_are_counted_and_published_by_the_window (ViewFixture *fixture, gconstpointer data)
{
  CarrelRecordDialog *dialog
      = open_dialog (fixture, "office-hours.cancel", "hour-ada-mo/2024-01-22");
  g_autofree char *text = NULL;

  g_assert_nonnull (dialog);
  press_save (dialog);
  text = dup_labels (GTK_WIDGET (fixture->view));
  g_assert_nonnull (strstr (text, "1 change is not published yet.\n"));
  g_assert_null (strstr (fixture->said->str, "publish: "));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "office-hours.publish", NULL);
  g_assert_nonnull (strstr (fixture->said->str, "publish: "));
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

/* The entry of that name, as it is heard. */
static GtkEditable *
find_cell (GtkWidget *root, const char *name)
{
  GtkEditable *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *problem = GTK_IS_ENTRY (child) ? gtk_test_accessible_check_property (
                                     GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name)
                                                      : g_strdup ("no entry");

      found = problem == NULL ? GTK_EDITABLE (child) : find_cell (child, name);
    }
  return found;
}

#define CLASH "GHC 5417 is taken twice: Monday 22 January: Ada, 5–6 pm, overlaps with Bob, 5–6 pm."

static void
room_taken_twice_is_said_before_saving (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog
      = GTK_WIDGET (open_dialog (fixture, "office-hours.move", "hour-ada-mo/2024-01-22"));
  GtkWidget *save = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  GtkWidget *notice = find_widget (dialog, CARREL_TYPE_NOTICE_LIST);

  g_string_truncate (fixture->said, 0);
  gtk_editable_set_text (find_cell (dialog, "From"), "5 pm");
  gtk_editable_set_text (find_cell (dialog, "Until"), "6 pm");
  g_assert_true (gtk_widget_get_prev_sibling (notice)
                 == gtk_widget_get_parent (GTK_WIDGET (find_cell (dialog, "Until"))));
  gtk_test_accessible_assert_property (save, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, CLASH);
  while (fixture->said->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->said->str, ==, "announce: " CLASH "\n");
  gtk_editable_set_text (find_cell (dialog, "Reason"), "Dentist");
  press_save (dialog);
  g_assert_cmpstr (fixture->said->str, ==,
                   "announce: " CLASH "\ntoast-undo: Moved for this day only\n");
}

/* Whoever types quickly and presses Return is brought to the warning first. */
static void
room_taken_twice_is_not_saved_unheard (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog
      = GTK_WIDGET (open_dialog (fixture, "office-hours.move", "hour-ada-mo/2024-01-22"));
  GtkWidget *notice = find_widget (dialog, CARREL_TYPE_NOTICE_LIST);

  g_string_truncate (fixture->said, 0);
  gtk_editable_set_text (find_cell (dialog, "From"), "5 pm");
  gtk_editable_set_text (find_cell (dialog, "Until"), "6 pm");
  press_save (dialog);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == notice);
  gtk_test_accessible_assert_property (notice, GTK_ACCESSIBLE_PROPERTY_LABEL, CLASH);
  press_save (dialog);
  g_assert_cmpstr (fixture->said->str, ==, "toast-undo: Moved for this day only\n");
}

static void
time_that_is_none_cannot_be_saved (ViewFixture *fixture, gconstpointer data)
{
  CarrelRecordDialog *dialog = open_dialog (fixture, "office-hours.move", "hour-ada-mo/2024-01-22");
  GtkWidget *entry = find_widget (GTK_WIDGET (dialog), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "someday");
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "A date, such as 2024-02-15");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2024-01-23");
  press_save (dialog);
}

static void
leave (GtkWidget *entry)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (entry);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_FOCUS (controller))
        g_signal_emit_by_name (controller, "leave");
    }
}

/* While one types, the hint helps; what is left as it is, is wrong, and below it one reads why. */
static void
wrong_time_says_so_when_it_is_left (ViewFixture *fixture, gconstpointer data)
{
  static const char fault[] = "This is no time. Write it as 15:00 or 3 pm.";
  GtkWidget *dialog
      = GTK_WIDGET (open_dialog (fixture, "office-hours.move", "hour-ada-mo/2024-01-22"));
  GtkEditable *start = find_cell (dialog, "From");
  g_autofree char *before = dup_labels (dialog);
  g_autofree char *wrong = NULL;
  g_autofree char *after = NULL;

  gtk_editable_set_text (start, "25:00");
  leave (GTK_WIDGET (start));
  gtk_test_accessible_assert_property (start, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fault);
  wrong = dup_labels (dialog);
  g_assert_nonnull (strstr (wrong, fault));
  gtk_editable_set_text (start, "10:00");
  leave (GTK_WIDGET (start));
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (start),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  after = dup_labels (dialog);
  g_assert_cmpstr (after, ==, before);
  press_save (CARREL_RECORD_DIALOG (dialog));
}

static void
move_that_ends_before_it_starts_is_refused (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog
      = GTK_WIDGET (open_dialog (fixture, "office-hours.move", "hour-ada-mo/2024-01-22"));
  GtkWidget *save = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  GtkEditable *end = find_cell (dialog, "Until");
  g_autofree char *text = NULL;

  gtk_editable_set_text (find_cell (dialog, "From"), "15:00");
  gtk_editable_set_text (end, "13:00");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_test_accessible_assert_property (end, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "These hours end before they start.");
  gtk_editable_set_text (find_cell (dialog, "From"), "22:00");
  gtk_editable_set_text (end, "0:30");
  g_assert_true (gtk_widget_get_sensitive (save));
  press_save (dialog);
  text = dup_rows (fixture);
  g_assert_nonnull (strstr (text, "10 pm"));
}

/* Whether the focus is in an entry; an entry has it within. */
static gboolean
is_focused (gpointer entry)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (entry)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (entry));
}

static void
return_goes_to_what_is_wrong (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog
      = GTK_WIDGET (open_dialog (fixture, "office-hours.move", "hour-ada-mo/2024-01-22"));
  GtkEditable *last = find_cell (dialog, "Last day");
  GtkEditable *reason = find_cell (dialog, "Reason");

  gtk_editable_set_text (last, "4pm");
  gtk_widget_grab_focus (GTK_WIDGET (reason));
  g_signal_emit_by_name (reason, "activate");
  g_assert_true (is_focused (last));
  gtk_editable_set_text (last, "");
  gtk_editable_set_text (find_cell (dialog, "From"), "15:00");
  g_signal_emit_by_name (find_cell (dialog, "From"), "activate");
  g_assert_true (is_focused (find_cell (dialog, "Until")));
  gtk_test_accessible_assert_property (find_cell (dialog, "Until"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "These hours end before they start.");
  g_signal_emit_by_name (find_cell (dialog, "Until"), "activate");
  gtk_test_accessible_assert_property (find_cell (dialog, "Until"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "These hours end before they start. ");
  press_cancel (dialog);
}

static void
date_that_is_offered_is_replaced (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog
      = GTK_WIDGET (open_dialog (fixture, "office-hours.move", "hour-ada-mo/2024-01-22"));
  GtkEditable *date = find_cell (dialog, "New date");

  while (!gtk_editable_get_selection_bounds (date, NULL, NULL))
    g_main_context_iteration (NULL, TRUE);
  press_cancel (dialog);
}

static void
return_in_the_table_goes_to_what_is_wrong (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  GtkEditable *end;

  g_object_set (fixture->view, "teaching", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "office-hours.edit-table", NULL);
  dialog = find_window (CARREL_TYPE_HOURS_TABLE_DIALOG);
  end = find_cell (dialog, "Until, Cy");
  gtk_editable_set_text (end, "12:00");
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
  g_signal_emit_by_name (find_cell (dialog, "Place, Ada"), "activate");
  g_assert_true (is_focused (end));
  gtk_test_accessible_assert_property (end, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "These hours end before they start.");
  gtk_editable_set_text (find_cell (dialog, "From, Cy"), "11:00");
  g_assert_true (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
  press_cancel (dialog);
}

/* Types a date into the form of a move. */
static CarrelRecordDialog *
type_date (ViewFixture *fixture, const char *text)
{
  CarrelRecordDialog *dialog = open_dialog (fixture, "office-hours.move", "hour-ada-mo/2024-01-22");

  g_string_truncate (fixture->said, 0);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (dialog), GTK_TYPE_ENTRY)), text);
  choose (dialog, 0, "until");
  return dialog;
}

/* Opens the form of a move, and closes it with nothing changed. */
static void
assert_date (ViewFixture *fixture,
             const char *occurrence_id,
             const char *expected,
             const char *said)
{
  CarrelRecordDialog *dialog = NULL;

  g_string_truncate (fixture->said, 0);
  dialog = open_dialog (fixture, "office-hours.move", occurrence_id);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_widget (GTK_WIDGET (dialog), GTK_TYPE_ENTRY))), ==,
      expected);
  g_assert_cmpstr (fixture->said->str, ==, said);
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
}

#define KEPT    "toast: Kept but not saved: what you typed is here again when you open this form.\n"
#define OFFERED "announce: Here is what you typed before and did not save. Cancel gives it up.\n"

/* Also what cannot be saved, and the same form for other hours does not have it. */
static void
form_that_is_left_is_kept (ViewFixture *fixture, gconstpointer data)
{
  CarrelRecordDialog *dialog = type_date (fixture, "someday");
  g_autofree char *text = NULL;

  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_cmpstr (fixture->said->str, ==, KEPT);
  assert_date (fixture, "hour-cy-fr/2024-01-26", "2024-01-26", "");
  assert_date (fixture, "hour-ada-mo/2024-01-22", "someday", OFFERED);
  dialog = open_dialog (fixture, "office-hours.move", "hour-ada-mo/2024-01-22");
  text = dup_labels (GTK_WIDGET (dialog));
  g_assert_nonnull (strstr (text, "Here is what you typed before"));
  g_assert_nonnull (strstr (text, "Every week until a last day"));
  press_cancel (GTK_WIDGET (dialog));
}

static void
form_is_given_up_by_cancel (ViewFixture *fixture, gconstpointer data)
{
  press_cancel (GTK_WIDGET (type_date (fixture, "2024-01-23")));
  g_assert_cmpstr (fixture->said->str, ==, "");
  assert_date (fixture, "hour-ada-mo/2024-01-22", "2024-01-22", "");
}

static void
form_that_is_saved_is_not_kept (ViewFixture *fixture, gconstpointer data)
{
  CarrelRecordDialog *dialog = NULL;

  gtk_window_close (GTK_WINDOW (type_date (fixture, "2024-01-23")));
  settle ();
  dialog = open_dialog (fixture, "office-hours.move", "hour-ada-mo/2024-01-22");
  press_save (dialog);
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  settle ();
  assert_date (fixture, "hour-ada-mo/2024-01-22", "2024-01-22", "");
}

/* It says why, and has what was typed; saving it once more is not the end of it either. */
static void
form_that_cannot_be_saved_stays (ViewFixture *fixture, gconstpointer data)
{
  CarrelDatabase *database = carrel_store_get_database (fixture->store);
  CarrelRecordDialog *dialog = type_date (fixture, "2024-01-23");
  g_autofree char *text = NULL;

  g_assert_true (carrel_database_execute (database, "PRAGMA query_only = 1", NULL));
  press_save (dialog);
  g_assert_true (carrel_database_execute (database, "PRAGMA query_only = 0", NULL));
  g_assert_true (g_str_has_prefix (fixture->said->str, "announce: "));
  g_assert_null (strstr (fixture->said->str, "report"));
  text = dup_labels (GTK_WIDGET (dialog));
  fixture->said->str[strcspn (fixture->said->str, "\n")] = '\0';
  g_assert_nonnull (strstr (text, fixture->said->str + strlen ("announce: ")));
  g_string_truncate (fixture->said, 0);
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_cmpstr (fixture->said->str, ==, KEPT);
  dialog = open_dialog (fixture, "office-hours.move", "hour-ada-mo/2024-01-22");
  press_save (dialog);
  g_assert_cmpstr (fixture->said->str, ==, KEPT OFFERED "toast-undo: Moved for these weeks\n");
}

static void
coverage_is_sentences_and_a_table (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  CarrelDocument *document;
  g_autofree char *text = NULL;

  g_object_set (fixture->view, "teaching", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "office-hours.coverage", NULL);
  dialog = find_window (CARREL_TYPE_COVERAGE_DIALOG);
  g_assert_nonnull (dialog);
  document = CARREL_DOCUMENT (find_widget (dialog, CARREL_TYPE_DOCUMENT));
  text = carrel_document_dup_text (document);
  g_assert_nonnull (strstr (text, "4 hours of office hours, held by 4 people."));
  g_assert_nonnull (
      strstr (text, "Nobody is there on Tuesday, Wednesday, Thursday, Saturday and Sunday."));
  g_assert_nonnull (strstr (text, "Next deadline"));
  g_assert_nonnull (strstr (text, "Ada, Bob"));
  g_assert_nonnull (strstr (text, "Nobody"));
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
}

static void
visits_are_listed_and_removed (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "occurrence.visit", "s",
                              "hour-ada-mo/2024-01-22");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "office-hours.visits", NULL);
  dialog = find_window (CARREL_TYPE_VISITS_DIALOG);
  g_assert_nonnull (dialog);
  text = dup_labels (dialog);
  g_assert_nonnull (strstr (text, "Ada\n"));
  g_signal_emit_by_name (find_widget (find_widget (dialog, GTK_TYPE_LIST_BOX), GTK_TYPE_BUTTON),
                         "clicked");
  left = carrel_store_list_visits (fixture->store, fixture->course_id, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_nonnull (strstr (fixture->said->str, "toast-undo: Visit removed\n"));
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
}

static void
hours_are_edited_in_a_table_in_one_step (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  g_autofree char *text = NULL;
  g_autoptr (CarrelCourse) after = NULL;
  g_autoptr (CarrelCourse) undone = NULL;

  g_object_set (fixture->view, "teaching", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "office-hours.edit-table", NULL);
  dialog = find_window (CARREL_TYPE_HOURS_TABLE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (find_cell (dialog, "From, Ada"), "later");
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
  gtk_editable_set_text (find_cell (dialog, "From, Ada"), "5 pm");
  gtk_editable_set_text (find_cell (dialog, "Until, Ada"), "18:00");
  text = dup_labels (dialog);
  g_assert_nonnull (strstr (text, "GHC 5417 is taken twice: "));
  gtk_editable_set_text (find_cell (dialog, "Place, Cy"), "WH 3110");
  gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  press_save (dialog);
  after = carrel_store_load_course (fixture->store, fixture->course_id, NULL);
  g_assert_cmpint (((CarrelOfficeHour *) after->office_hours->pdata[0])->start, ==, 17 * 60);
  g_assert_cmpstr (((CarrelOfficeHour *) after->office_hours->pdata[2])->location, ==, "WH 3110");
  g_assert_cmpstr (fixture->said->str, ==, "toast-undo: Office hours changed\n");
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  undone = carrel_store_load_course (fixture->store, fixture->course_id, NULL);
  g_assert_cmpint (((CarrelOfficeHour *) undone->office_hours->pdata[0])->start, ==, 10 * 60);
  g_assert_cmpstr (((CarrelOfficeHour *) undone->office_hours->pdata[2])->location, ==, "TCS 349");
}

static void
table_that_is_left_is_kept (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  g_autofree char *text = NULL;

  g_object_set (fixture->view, "teaching", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "office-hours.edit-table", NULL);
  dialog = find_window (CARREL_TYPE_HOURS_TABLE_DIALOG);
  gtk_editable_set_text (find_cell (dialog, "From, Ada"), "later");
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_cmpstr (fixture->said->str, ==, KEPT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "office-hours.edit-table", NULL);
  dialog = find_window (CARREL_TYPE_HOURS_TABLE_DIALOG);
  g_assert_cmpstr (fixture->said->str, ==, KEPT OFFERED);
  g_assert_cmpstr (gtk_editable_get_text (find_cell (dialog, "From, Ada")), ==, "later");
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
  text = dup_labels (dialog);
  g_assert_nonnull (strstr (text, "Here is what you typed before"));
  press_cancel (dialog);
}

static void
table_that_cannot_be_saved_stays (ViewFixture *fixture, gconstpointer data)
{
  CarrelDatabase *database = carrel_store_get_database (fixture->store);
  GtkWidget *dialog;
  g_autofree char *text = NULL;

  g_object_set (fixture->view, "teaching", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "office-hours.edit-table", NULL);
  dialog = find_window (CARREL_TYPE_HOURS_TABLE_DIALOG);
  gtk_editable_set_text (find_cell (dialog, "From, Ada"), "9:00");
  g_assert_true (carrel_database_execute (database, "PRAGMA query_only = 1", NULL));
  press_save (dialog);
  g_assert_true (carrel_database_execute (database, "PRAGMA query_only = 0", NULL));
  g_assert_true (g_str_has_prefix (fixture->said->str, "announce: "));
  g_string_truncate (fixture->said, fixture->said->len - 1);
  text = dup_labels (dialog);
  g_assert_nonnull (strstr (text, fixture->said->str + strlen ("announce: ")));
  g_assert_cmpstr (gtk_editable_get_text (find_cell (dialog, "From, Ada")), ==, "9:00");
  press_save (dialog);
  g_assert_nonnull (strstr (fixture->said->str, "toast-undo: Office hours changed"));
  g_assert_null (find_window (CARREL_TYPE_HOURS_TABLE_DIALOG));
}

static void
filter_by_course_is_there_for_several (ViewFixture *fixture, gconstpointer data)
{
  const CarrelPublication publication
      = { .sources = "other.md", .source_hash = "hash2", .imported_at = 0 };
  g_autoptr (CarrelCourse) other = make_spring_course ();
  g_autoptr (CarrelPublished) published = NULL;
  g_autofree char *both = NULL;
  g_autofree char *one = NULL;
  GtkWidget *button = gtk_widget_get_prev_sibling (
      gtk_widget_get_last_child (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_WRAP_BOX)));

  g_assert_false (gtk_widget_get_visible (button));
  g_free (other->id);
  other->id = g_strdup ("other");
  other->title = g_strdup ("Other");
  add_hour (other, "Eve", "TU", "09:00", "10:00", "X 1");
  carrel_course_assign_ids (other);
  published = carrel_store_publish (fixture->store, NULL, other, &publication, NULL, NULL);
  g_object_set (fixture->view, "course-id", NULL, NULL);
  settle ();
  both = dup_rows (fixture);
  g_assert_true (gtk_widget_get_visible (button));
  carrel_choice_button_set_selected (CARREL_CHOICE_BUTTON (button), published->course_id);
  one = dup_rows (fixture);
  g_assert_nonnull (strstr (both, "Ada"));
  g_assert_nonnull (strstr (one, "Eve"));
  g_assert_null (strstr (one, "Ada"));
}

static void
add (const char *name, void (*run) (ViewFixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/views/office-hours-view/", name, NULL);

  g_test_add (path, ViewFixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("status-follows-the-clock", status_follows_the_clock);
  add ("joining-is-offered-at-the-hour", joining_is_offered_at_the_hour);
  add ("hours-back-to-back-say-who-comes-next", hours_back_to_back_say_who_comes_next);
  add ("filter-by-person-leaves-the-others-out", filter_by_person_leaves_the_others_out);
  add ("hours-during-class-do-not-fit", hours_during_class_do_not_fit);
  add ("reminder-is-set-and-removed", reminder_is_set_and_removed);
  add ("cancelling-once-is-shown-and-undone", cancelling_once_is_shown_and_undone);
  add ("swap-goes-both-ways-and-is-one-step", swap_goes_both_ways_and_is_one_step);
  add ("swap-offers-nothing-that-is-over-for-what-is-to-come",
       swap_offers_nothing_that_is_over_for_what_is_to_come);
  add ("swap-from-a-day-on-lasts", swap_from_a_day_on_lasts);
  add ("swap-that-wants-one-person-twice-says-so", swap_that_wants_one_person_twice_says_so);
  add ("change-is-taken-back", change_is_taken_back);
  add ("coverage-is-sentences-and-a-table", coverage_is_sentences_and_a_table);
  add ("hours-are-edited-in-a-table-in-one-step", hours_are_edited_in_a_table_in_one_step);
  add ("visits-are-listed-and-removed", visits_are_listed_and_removed);
  add ("filter-by-course-is-there-for-several", filter_by_course_is_there_for_several);
  add ("changes-are-counted-and-published-by-the-window",
       changes_are_counted_and_published_by_the_window);
  add ("room-taken-twice-is-said-before-saving", room_taken_twice_is_said_before_saving);
  add ("time-that-is-none-cannot-be-saved", time_that_is_none_cannot_be_saved);
  add ("wrong-time-says-so-when-it-is-left", wrong_time_says_so_when_it_is_left);
  add ("room-taken-twice-is-not-saved-unheard", room_taken_twice_is_not_saved_unheard);
  add ("return-goes-to-what-is-wrong", return_goes_to_what_is_wrong);
  add ("return-in-the-table-goes-to-what-is-wrong", return_in_the_table_goes_to_what_is_wrong);
  add ("date-that-is-offered-is-replaced", date_that_is_offered_is_replaced);
  add ("move-that-ends-before-it-starts-is-refused", move_that_ends_before_it_starts_is_refused);
  add ("table-that-is-left-is-kept", table_that_is_left_is_kept);
  add ("table-that-cannot-be-saved-stays", table_that_cannot_be_saved_stays);
  add ("form-that-is-left-is-kept", form_that_is_left_is_kept);
  add ("form-is-given-up-by-cancel", form_is_given_up_by_cancel);
  add ("form-that-cannot-be-saved-stays", form_that_cannot_be_saved_stays);
  add ("form-that-is-saved-is-not-kept", form_that_is_saved_is_not_kept);
  return g_test_run ();
}
