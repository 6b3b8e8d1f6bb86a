/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From the schedule to a PDF file: what the dialog offers, and what arrives in the file. */
#include "config.h"

#include "carrel-print-dialog.h"

#include "carrel-check-row.h"
#include "carrel-choice-button.h"
#include "carrel-print-job.h"
#include "carrel-schedule-view.h"

#include "../core/course-fixture.h"
#include "view-fixture.h"

#define ZONE "America/New_York"

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = make_spring_course ();
  g_autoptr (GTimeZone) zone = carrel_zone_find (ZONE);

  course->title = g_strdup ("Systems");
  g_ptr_array_add (course->schedule,
                   make_record (&carrel_schedule_row_type, "id", "r1", "date", "01-22", "topic",
                                "Pipelines", "kind", "lecture", "homework", "HW1 due", NULL));
  open_view (fixture, CARREL_TYPE_SCHEDULE_VIEW, course, moment_in (ZONE, 2024, 1, 22, 16, 20),
             zone);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  close_view (fixture);
}

static char *
read_pdf (const char *path)
{
  const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (program == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return text;
}

/* What one of the view's printouts says in a file. */
static char *
print (ViewFixture *fixture, const char *id, double size)
{
  const CarrelPrintStyle style = { size, NULL, FALSE };
  g_autoptr (CarrelPrintout) printout = carrel_view_make_printout (fixture->view, id, &style);
  CarrelPrintJob *job = carrel_print_job_new (fixture->view, printout);
  g_autofree char *path = g_build_filename (fixture->folder, "out.pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_assert_true (carrel_print_job_write (job, path, &error));
  g_assert_no_error (error);
  text = read_pdf (path);
  if (text == NULL)
    g_test_skip ("pdftotext is not installed");
  return text;
}

static void
schedule_offers_week_month_and_term (ViewFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) prints = carrel_view_list_prints (fixture->view);
  g_autofree char *text = g_strjoinv ("|", prints);

  g_assert_cmpstr (text, ==, "week|Week of 22 Jan|month|January 2024|term|The term");
}

static void
file_has_the_week (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *text = print (fixture, "week", CARREL_PRINT_TEXT_SIZE);

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "CS 1, Week of 22 Jan"));
  g_assert_nonnull (strstr (text, "Pipelines"));
  g_assert_nonnull (strstr (text, "Wednesday 24 January"));
  g_assert_nonnull (strstr (text, "HW1 due"));
}

static void
file_has_the_month_in_large_print (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *text = print (fixture, "month", CARREL_PRINT_LARGE_SIZE);

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "January 2024"));
  g_assert_nonnull (strstr (text, "Wednesday 31 January"));
  g_assert_nonnull (strstr (text, "Page 1 of"));
  g_assert_null (strstr (text, "Tuesday")); /* no table, and nothing is on on a Tuesday */
}

static void
file_has_the_term (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *text = print (fixture, "term", CARREL_PRINT_TEXT_SIZE);

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "22 Jan"));
  g_assert_nonnull (strstr (text, "Pipelines"));
}

static void
folder_that_is_not_there_is_an_error (ViewFixture *fixture, gconstpointer data)
{
  const CarrelPrintStyle style = { CARREL_PRINT_TEXT_SIZE, NULL, FALSE };
  g_autoptr (CarrelPrintout) printout = carrel_view_make_printout (fixture->view, "week", &style);
  CarrelPrintJob *job = carrel_print_job_new (fixture->view, printout);
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "out.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (carrel_print_job_write (job, path, &error));
  g_assert_nonnull (error);
}

static void
dialog_names_its_choices_and_remembers_the_size (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (carrel_print_dialog_new (fixture->view));
  GtkWidget *what = find_widget (dialog, CARREL_TYPE_CHOICE_BUTTON);
  GtkWidget *large = find_widget (dialog, CARREL_TYPE_CHECK_ROW);

  carrel_dialog_present (CARREL_DIALOG (dialog), GTK_WIDGET (fixture->view));
  settle ();
  g_assert_cmpstr (carrel_choice_button_get_selected (CARREL_CHOICE_BUTTON (what)), ==, "week");
  gtk_test_accessible_assert_role (large, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  carrel_check_row_set_active (CARREL_CHECK_ROW (large), TRUE);
  gtk_test_accessible_assert_state (large, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_true (g_settings_get_boolean (fixture->settings, "print-large"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_settings_reset (fixture->settings, "print-large");
}

static void
add (const char *name, void (*run) (ViewFixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/app/print-job/", name, NULL);

  g_test_add (path, ViewFixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("schedule-offers-week-month-and-term", schedule_offers_week_month_and_term);
  add ("file-has-the-week", file_has_the_week);
  add ("file-has-the-month-in-large-print", file_has_the_month_in_large_print);
  add ("file-has-the-term", file_has_the_term);
  add ("folder-that-is-not-there-is-an-error", folder_that_is_not_there_is_an_error);
  add ("dialog-names-its-choices-and-remembers-the-size",
       dialog_names_its_choices_and_remembers_the_size);
  return g_test_run ();
}
