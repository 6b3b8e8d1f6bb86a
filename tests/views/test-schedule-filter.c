/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The filter of the schedule: by kind, by course, remembered, said, and never a dead end. */
#include "config.h"

#include "carrel-schedule-filter-dialog.h"

#include "carrel-agenda-list.h"
#include "carrel-check-row.h"
#include "carrel-empty-page.h"
#include "carrel-schedule-view.h"

#include "../core/course-fixture.h"
#include "view-fixture.h"

#define ZONE "America/New_York"

static CarrelCourse *
make_course (const char *id, const char *title)
{
  CarrelCourse *course = make_spring_course ();

  g_free (course->id);
  course->id = g_strdup (id);
  course->title = g_strdup (title);
  g_ptr_array_add (course->office_hours,
                   make_record (&carrel_office_hour_type, "id", "hour", "day", "TU", "start",
                                "15:00", "end", "16:00", "person", "Kedi Xu", NULL));
  g_ptr_array_add (course->schedule, make_record (&carrel_schedule_row_type, "id", "r1", "date",
                                                  "01-22", "topic", "HW1", "kind", "due", NULL));
  return course;
}

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = make_course ("one", "Systems");
  g_autoptr (CarrelCourse) other = make_course ("two", "Networks");
  g_autoptr (GTimeZone) zone = carrel_zone_find (ZONE);
  const CarrelPublication publication
      = { .sources = "other.md", .source_hash = "other", .imported_at = 0 };
  g_autoptr (CarrelPublished) published = NULL;

  open_view (fixture, CARREL_TYPE_SCHEDULE_VIEW, course, moment_in (ZONE, 2024, 1, 22, 16, 20),
             zone);
  published = carrel_store_publish (fixture->store, NULL, other, &publication, NULL, NULL);
  carrel_view_set_course_id (fixture->view, NULL);
  settle ();
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  carrel_schedule_filter_clear (fixture->settings);
  close_view (fixture);
}

static char *
dup_agenda (ViewFixture *fixture)
{
  settle ();
  return dup_labels (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_AGENDA_LIST));
}

static guint
count (const char *text, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (text, word, -1);

  return g_strv_length (parts) - 1;
}

static void
kinds_are_hidden (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_agenda (fixture);
  g_autofree char *after = NULL;

  g_assert_cmpuint (count (before, "Kedi Xu\n"), ==, 4);
  carrel_schedule_filter_show (fixture->settings, CARREL_SCHEDULE_FILTER_KINDS, "hours", FALSE);
  after = dup_agenda (fixture);
  g_assert_cmpuint (count (after, "Kedi Xu\n"), ==, 0);
  g_assert_cmpuint (count (after, "POS A35"), ==, count (before, "POS A35"));
}

static void
courses_are_hidden_in_the_view_of_all (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;
  g_autofree char *one = NULL;

  carrel_schedule_filter_show (fixture->settings, CARREL_SCHEDULE_FILTER_COURSES,
                               fixture->course_id, FALSE);
  after = dup_agenda (fixture);
  g_assert_cmpuint (count (after, "Kedi Xu\n"), ==, 2);
  carrel_view_set_course_id (fixture->view, fixture->course_id);
  one = dup_agenda (fixture);
  g_assert_cmpuint (count (one, "Kedi Xu\n"), ==, 2);
}

static void
nothing_left_offers_to_clear (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *empty = find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_EMPTY_PAGE);
  g_autofree char *after = NULL;

  for (const CarrelScheduleKind *kind = carrel_schedule_filter_kinds; kind->id != NULL; kind++)
    carrel_schedule_filter_show (fixture->settings, CARREL_SCHEDULE_FILTER_KINDS, kind->id, FALSE);
  settle ();
  g_assert_true (gtk_widget_get_visible (empty));
  g_assert_cmpstr (carrel_empty_page_get_title (CARREL_EMPTY_PAGE (empty)), ==, "No events match");
  g_assert_true (gtk_widget_get_mapped (find_widget (empty, GTK_TYPE_BUTTON)));
  gtk_test_accessible_assert_property (empty, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "No events match. The filter hides some kinds or courses.");
  g_assert_true (gtk_widget_child_focus (empty, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (fixture->window) == empty);
  g_assert_true (gtk_widget_child_focus (empty, GTK_DIR_TAB_FORWARD));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (fixture->window)));
  g_assert_true (gtk_widget_child_focus (empty, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (fixture->window) == empty);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "schedule.clear-filter", NULL);
  after = dup_agenda (fixture);
  g_assert_false (gtk_widget_get_visible (empty));
  g_assert_cmpuint (count (after, "Kedi Xu\n"), ==, 4);
  g_assert_nonnull (strstr (fixture->said->str, "announce: Week of 22 Jan, 8 events\n"));
}

static void
filter_is_said_on_its_button (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_labels (GTK_WIDGET (fixture->view));
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "Filter: everything\n"));
  carrel_schedule_filter_show (fixture->settings, CARREL_SCHEDULE_FILTER_KINDS, "hours", FALSE);
  carrel_schedule_filter_show (fixture->settings, CARREL_SCHEDULE_FILTER_COURSES,
                               fixture->course_id, FALSE);
  after = dup_labels (GTK_WIDGET (fixture->view));
  g_assert_nonnull (strstr (after, "Filter: 2 hidden\n"));
}

static CarrelViewTime *
new_time_with_an_untitled_course (ViewFixture *fixture)
{
  const CarrelPublication publication
      = { .sources = "07.md", .source_hash = "untitled", .imported_at = 0 };
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (CarrelPublished) published
      = carrel_store_publish (fixture->store, NULL, course, &publication, NULL, NULL);

  g_assert_nonnull (published);
  return carrel_view_time_new (fixture->view);
}

static void
dialog_has_a_row_for_each_kind_and_course (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelViewTime) time = new_time_with_an_untitled_course (fixture);
  GtkWidget *dialog = carrel_schedule_filter_dialog_new (fixture->settings, time);
  GtkWidget *row = find_widget (dialog, CARREL_TYPE_CHECK_ROW);
  g_autofree char *text = NULL;

  carrel_dialog_present (CARREL_DIALOG (dialog), GTK_WIDGET (fixture->view));
  settle ();
  text = dup_labels (dialog);
  g_assert_nonnull (strstr (text, "Office hours\n"));
  g_assert_nonnull (strstr (text, "Networks\n"));
  g_assert_nonnull (strstr (text, "Untitled course\n"));
  g_assert_true (carrel_check_row_get_active (CARREL_CHECK_ROW (row)));
  carrel_check_row_set_active (CARREL_CHECK_ROW (row), FALSE);
  g_assert_false (
      carrel_schedule_filter_is_shown (fixture->settings, CARREL_SCHEDULE_FILTER_KINDS, "classes"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
fact_that_is_hidden_can_be_brought_into_sight (ViewFixture *fixture, gconstpointer data)
{
  carrel_schedule_filter_show (fixture->settings, CARREL_SCHEDULE_FILTER_KINDS, "hours", FALSE);
  g_assert_true (carrel_view_reveal (fixture->view, "hour"));
  g_assert_true (
      carrel_schedule_filter_is_shown (fixture->settings, CARREL_SCHEDULE_FILTER_KINDS, "hours"));
}

static void
add (const char *name, void (*run) (ViewFixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/views/schedule-filter/", name, NULL);

  g_test_add (path, ViewFixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("kinds-are-hidden", kinds_are_hidden);
  add ("courses-are-hidden-in-the-view-of-all", courses_are_hidden_in_the_view_of_all);
  add ("nothing-left-offers-to-clear", nothing_left_offers_to_clear);
  add ("filter-is-said-on-its-button", filter_is_said_on_its_button);
  add ("dialog-has-a-row-for-each-kind-and-course", dialog_has_a_row_for_each_kind_and_course);
  add ("fact-that-is-hidden-can-be-brought-into-sight",
       fact_that_is_hidden_can_be_brought_into_sight);
  return g_test_run ();
}
