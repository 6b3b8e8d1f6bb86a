/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Publishing shows what it does, stops at what readers would stumble over, and then makes a version
 * and its files, or neither. Nothing that is mine gets out. */
#include "config.h"

#include "carrel-publish-dialog.h"

#include "carrel-check-row.h"
#include "carrel-finding-list.h"
#include "carrel-import.h"
#include "carrel-name-dialog.h"
#include "carrel-notice.h"
#include "carrel-office-hours-view.h"
#include "carrel-publish-files.h"
#include "carrel-publish-plan.h"
#include "carrel-store-edits.h"
#include "carrel-store-marks.h"
#include "carrel-store-notes.h"
#include "carrel-store-scores.h"
#include "carrel-store-undo.h"
#include "carrel-versions-dialog.h"

#include "view-fixture.h"

/* Tuesday, 23 January 2024, 12:00 UTC. */
#define NOW G_GINT64_CONSTANT (1706011200)

#define PAGE                                                                                       \
  "# 10-601 Optics\n\n"                                                                            \
  "From 2024-01-15 to 2024-05-03, all times America/New_York.\n\n"                                 \
  "## Office Hours\n\n"                                                                            \
  "|         | Time      | Location | TA      |\n"                                                 \
  "|:--------|:----------|:---------|:--------|\n"                                                 \
  "| Tuesday | 5pm - 6pm | GHC 5417 | Kedi Xu |\n\n"                                               \
  "#### Rules\n\n"                                                                                 \
  "Read them [here](rules.md).\n\n"                                                                \
  "![](graph.png)\n"

static CarrelCourse *
make_course (void)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static (PAGE, strlen (PAGE));
  g_autoptr (GError) error = NULL;
  CarrelCourse *course;

  g_ptr_array_add (files, carrel_import_file_new ("index.md", bytes));
  course = carrel_import_parse (files, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (course->questions, 0);
  return course;
}

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (CarrelCourse) course = make_course ();

  open_view (fixture, CARREL_TYPE_OFFICE_HOURS_VIEW, course, NOW, zone);
  g_settings_reset (fixture->settings, "publish-folders");
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  g_settings_reset (fixture->settings, "publish-folders");
  close_view (fixture);
}

static void
edit_room (ViewFixture *fixture)
{
  const CarrelFieldEdit edit = { "office_hour", "hour-kedi-xu-tu", "location", "TCS 349" };

  g_assert_true (carrel_store_edit_field (fixture->store, fixture->course_id, &edit, NULL));
}

static GtkWidget *
open_dialog (ViewFixture *fixture)
{
  CarrelDialog *dialog = carrel_publish_dialog_new (fixture->store, fixture->clock,
                                                    fixture->settings, fixture->course_id);

  carrel_dialog_present (dialog, GTK_WIDGET (fixture->window));
  settle ();
  return GTK_WIDGET (dialog);
}

/* The n-th button with this label that can be seen. */
static GtkWidget *
find_button (GtkWidget *root, const char *label, guint *at)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_visible (root)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0 && (*at)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label, at);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkWidget *root, const char *label)
{
  guint at = 0;
  GtkWidget *button = find_button (root, label, &at);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static void
tick_all (GtkWidget *dialog)
{
  carrel_check_row_set_active (CARREL_CHECK_ROW (find_widget (dialog, CARREL_TYPE_CHECK_ROW)),
                               TRUE);
}

static guint
count_versions (ViewFixture *fixture)
{
  g_autoptr (GPtrArray) versions
      = carrel_store_list_versions (fixture->store, fixture->course_id, NULL);

  return versions->len;
}

static GFile *
make_folder (ViewFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out", NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  return g_file_new_for_path (path);
}

static char *
read_file (GFile *folder, const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, NULL);
  return text;
}

static void
write_file (GFile *folder, const char *name, const char *text)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, NULL));
}

static void
remove_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFile *file = NULL;

  while (g_file_enumerator_iterate (files, NULL, &file, NULL, NULL) && file != NULL)
    g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (folder, NULL, NULL));
}

static void
what_changes_is_told (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  g_autofree char *text = NULL;

  edit_room (fixture);
  dialog = open_dialog (fixture);
  text = dup_labels (dialog);
  g_assert_nonnull (strstr (text, "“GHC 5417” to “TCS 349”"));
  g_assert_nonnull (strstr (text, "Folder\nNo folder is chosen: a new version is made"));
  g_assert_nonnull (
      strstr (text, "Page of Markdown, index.md\n1 line is removed, 1 line is added.\n"));
  g_assert_nonnull (strstr (text, "Removed, line 9\n"));
  g_assert_nonnull (strstr (text, "| Tuesday | 5pm - 6pm | TCS 349  | Kedi Xu |\n"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
page_that_cannot_say_a_change_is_said (ViewFixture *fixture, gconstpointer data)
{
  const CarrelFieldEdit edit = { "office_hour", "hour-kedi-xu-tu", "mode", "online" };
  GtkWidget *dialog;
  g_autofree char *text = NULL;

  g_assert_true (carrel_store_edit_field (fixture->store, fixture->course_id, &edit, NULL));
  dialog = open_dialog (fixture);
  text = dup_labels (dialog);
  g_assert_nonnull (strstr (text, "Page of Markdown, index.md\nNothing changes. "
                                  "1 change could not be written into it: see what was found.\n"));
  g_assert_nonnull (strstr (text, "The text of the page does not say this: Kedi Xu, Tuesday "));
  g_assert_nonnull (strstr (text, ": the mode is now “Online”."));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
course_as_it_was_has_nothing_to_publish (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autofree char *text = dup_labels (dialog);

  g_assert_nonnull (strstr (text, "Page of Markdown, index.md\nNothing changes.\n"));
  g_assert_nonnull (strstr (text, "Folder\nNothing has changed, and no folder is chosen"));
  tick_all (dialog);
  press (dialog, "Publish");
  g_assert_true (gtk_widget_get_visible (find_widget (dialog, CARREL_TYPE_NOTICE)));
  g_assert_cmpuint (count_versions (fixture), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
findings_stop_until_they_are_ticked (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  const CarrelVersion *version;

  edit_room (fixture);
  dialog = open_dialog (fixture);
  press (dialog, "Publish");
  text = dup_labels (dialog);
  g_assert_nonnull (strstr (text, "4 findings are neither fixed nor ticked."));
  g_assert_cmpuint (count_versions (fixture), ==, 1);
  tick_all (dialog);
  press (dialog, "Publish");
  versions = carrel_store_list_versions (fixture->store, fixture->course_id, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  version = g_ptr_array_index (versions, 0);
  g_assert_nonnull (strstr (version->log, "Line 7: A column of this table has no name"));
  g_assert_nonnull (strstr (version->log, "Line 15: A picture has no text"));
  g_assert_nonnull (strstr (fixture->said->str, "toast-undo: Published as a new version\n"));
  g_assert_true (carrel_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count_versions (fixture), ==, 1);
}

static void
what_was_known_is_in_the_versions (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  g_autofree char *text = NULL;

  edit_room (fixture);
  dialog = open_dialog (fixture);
  tick_all (dialog);
  press (dialog, "Publish");
  dialog = GTK_WIDGET (
      carrel_versions_dialog_new (fixture->store, fixture->clock, fixture->course_id));
  carrel_dialog_present (CARREL_DIALOG (dialog), GTK_WIDGET (fixture->window));
  settle ();
  text = dup_labels (dialog);
  g_assert_nonnull (strstr (text, "\nPublished although this was known:\nLine 7: A column"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
answer (ViewFixture *fixture, GtkWidget *dialog, const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!CARREL_IS_NAME_DIALOG (window) || !gtk_widget_get_visible (window))
        continue;
      gtk_editable_set_text (GTK_EDITABLE (find_widget (window, GTK_TYPE_ENTRY)), text);
      press (window, "_Save");
      return;
    }
  g_assert_not_reached ();
}

/* The column, the link and the picture need a text, the heading needs none. */
static void
what_is_fixed_is_gone (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  CarrelFindingList *list = CARREL_FINDING_LIST (find_widget (dialog, CARREL_TYPE_FINDING_LIST));
  g_autofree char *text = NULL;
  g_autoptr (CarrelPublishPlan) plan = NULL;
  const CarrelExportOutput *page;

  g_assert_cmpuint (carrel_finding_list_count_unknown (list), ==, 4);
  press (dialog, "Fix…");
  answer (fixture, dialog, "Day");
  g_assert_cmpuint (carrel_finding_list_count_unknown (list), ==, 3);
  press (dialog, "Fix");
  press (dialog, "Fix…");
  answer (fixture, dialog, "the rules");
  press (dialog, "Fix…");
  answer (fixture, dialog, "A [graph]");
  g_assert_cmpuint (carrel_finding_list_count_unknown (list), ==, 0);
  text = dup_labels (dialog);
  g_assert_nonnull (strstr (text, "Nothing was found."));
  plan = carrel_publish_plan_new (fixture->store, fixture->clock, fixture->course_id, NULL, NULL);
  page = g_ptr_array_index (plan->outputs, 0);
  g_assert_cmpuint (page->changes->len, ==, 8);
  g_assert_nonnull (strstr (page->text, "| Day     | Time "));
  g_assert_nonnull (strstr (page->text, "\n### Rules\n"));
  g_assert_nonnull (strstr (page->text, "[the rules](rules.md)"));
  g_assert_nonnull (strstr (page->text, "![A \\[graph\\]](graph.png)"));
  gtk_widget_activate_action (dialog, "publish.undo", NULL);
  g_assert_cmpuint (carrel_finding_list_count_unknown (list), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
folder_gets_the_files_and_is_kept (ViewFixture *fixture, gconstpointer data)
{
  static const char *const names[]
      = { "index.md", "10-601.carrel.json", "10-601.ics", "10-601.txt" };
  g_autoptr (GFile) folder = make_folder (fixture);
  GtkWidget *dialog;
  g_autofree char *labels = NULL;
  g_autofree char *page = NULL;
  g_autoptr (CarrelPublishPlan) plan = NULL;

  edit_room (fixture);
  write_file (folder, "index.md", "Another page\n");
  dialog = open_dialog (fixture);
  carrel_publish_dialog_set_folder (CARREL_PUBLISH_DIALOG (dialog), folder);
  labels = dup_labels (dialog);
  g_assert_nonnull (strstr (labels, "\nAnother page\n"));
  tick_all (dialog);
  press (dialog, "Publish");
  page = read_file (folder, "index.md");
  g_assert_nonnull (strstr (page, "| TCS 349  | Kedi Xu |"));
  plan = carrel_publish_plan_new (fixture->store, fixture->clock, fixture->course_id, folder, NULL);
  for (guint i = 0; i < plan->outputs->len; i++)
    {
      const CarrelExportOutput *output = g_ptr_array_index (plan->outputs, i);
      g_autofree char *text = read_file (folder, output->name);

      g_assert_cmpstr (text, ==, output->text);
      g_assert_true (output->is_same);
      g_assert_true (g_str_has_suffix (output->name, strchr (names[i], '.')));
    }
  g_assert_cmpuint (count_versions (fixture), ==, 2);
  dialog = open_dialog (fixture);
  g_free (labels);
  labels = dup_labels (dialog);
  g_assert_nonnull (strstr (labels, g_file_peek_path (folder)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  remove_folder (folder);
}

static void
folder_that_is_gone_is_to_be_chosen_again (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = make_folder (fixture);
  GtkWidget *dialog;
  g_autofree char *labels = NULL;

  edit_room (fixture);
  dialog = open_dialog (fixture);
  carrel_publish_dialog_set_folder (CARREL_PUBLISH_DIALOG (dialog), folder);
  remove_folder (folder);
  tick_all (dialog);
  press (dialog, "Publish");
  labels = dup_labels (dialog);
  g_assert_nonnull (strstr (labels, "/out” is not there any more, or Carrel may not use it."));
  g_assert_cmpuint (count_versions (fixture), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A folder of the name of a file cannot be replaced: the files before it are as they were. */
static void
all_files_are_written_or_none (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = make_folder (fixture);
  g_autoptr (CarrelPublishPlan) plan = NULL;
  const CarrelExportOutput *last;
  g_autoptr (GFile) obstacle = NULL;
  GtkWidget *dialog;
  g_autofree char *labels = NULL;
  g_autofree char *page = NULL;
  g_autofree char *pack = NULL;

  edit_room (fixture);
  plan = carrel_publish_plan_new (fixture->store, fixture->clock, fixture->course_id, NULL, NULL);
  last = g_ptr_array_index (plan->outputs, 3);
  obstacle = g_file_get_child (folder, last->name);
  g_assert_true (g_file_make_directory (obstacle, NULL, NULL));
  write_file (folder, "index.md", "Another page\n");
  dialog = open_dialog (fixture);
  carrel_publish_dialog_set_folder (CARREL_PUBLISH_DIALOG (dialog), folder);
  tick_all (dialog);
  press (dialog, "Publish");
  labels = dup_labels (dialog);
  g_assert_nonnull (strstr (labels, last->name));
  page = read_file (folder, "index.md");
  g_assert_cmpstr (page, ==, "Another page\n");
  pack = read_file (folder, ((CarrelExportOutput *) plan->outputs->pdata[1])->name);
  g_assert_null (pack);
  g_assert_cmpuint (count_versions (fixture), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
  remove_folder (folder);
}

static void
nothing_that_is_mine_gets_out (ViewFixture *fixture, gconstpointer data)
{
  static const CarrelScore score = { "homework-1", "graded", "77.125", "100", FALSE };
  static const CarrelPersonalDate date
      = { "hour-kedi-xu-tu", { 2024, 1, 30 }, CARREL_UNKNOWN, "Canary accommodation" };
  g_autoptr (CarrelPublishPlan) plan = NULL;
  g_autofree char *forum = NULL;

  edit_room (fixture);
  g_assert_true (carrel_store_set_score (fixture->store, fixture->course_id, CARREL_SCENARIO_REAL,
                                         &score, NULL, NULL));
  g_assert_true (carrel_store_set_note (fixture->store, fixture->course_id, "section-rules",
                                        "Canary note", NULL));
  g_assert_true (carrel_store_set_personal_date (fixture->store, fixture->course_id, &date, NULL));
  plan = carrel_publish_plan_new (fixture->store, fixture->clock, fixture->course_id, NULL, NULL);
  forum = carrel_publish_plan_dup_forum_text (plan);
  g_assert_nonnull (strstr (forum, "TCS 349"));
  g_assert_null (strstr (forum, "Canary"));
  for (guint i = 0; i < plan->outputs->len; i++)
    {
      const CarrelExportOutput *output = g_ptr_array_index (plan->outputs, i);

      g_assert_nonnull (strstr (output->text, "TCS 349"));
      g_assert_null (strstr (output->text, "Canary"));
      g_assert_null (strstr (output->text, "77.125"));
    }
}

#define PUBLISH_TEST(path, test) g_test_add (path, ViewFixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  PUBLISH_TEST ("/carrel/views/publish/what-changes-is-told", what_changes_is_told);
  PUBLISH_TEST ("/carrel/views/publish/page-that-cannot-say-a-change-is-said",
                page_that_cannot_say_a_change_is_said);
  PUBLISH_TEST ("/carrel/views/publish/course-as-it-was-has-nothing-to-publish",
                course_as_it_was_has_nothing_to_publish);
  PUBLISH_TEST ("/carrel/views/publish/findings-stop-until-they-are-ticked",
                findings_stop_until_they_are_ticked);
  PUBLISH_TEST ("/carrel/views/publish/what-was-known-is-in-the-versions",
                what_was_known_is_in_the_versions);
  PUBLISH_TEST ("/carrel/views/publish/what-is-fixed-is-gone", what_is_fixed_is_gone);
  PUBLISH_TEST ("/carrel/views/publish/folder-gets-the-files-and-is-kept",
                folder_gets_the_files_and_is_kept);
  PUBLISH_TEST ("/carrel/views/publish/folder-that-is-gone-is-to-be-chosen-again",
                folder_that_is_gone_is_to_be_chosen_again);
  PUBLISH_TEST ("/carrel/views/publish/all-files-are-written-or-none",
                all_files_are_written_or_none);
  PUBLISH_TEST ("/carrel/views/publish/nothing-that-is-mine-gets-out",
                nothing_that_is_mine_gets_out);
  return g_test_run ();
}
