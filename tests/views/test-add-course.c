/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The import assistant with a page that is here already: what changes is shown, a rename moves what
 * is mine, and leaving writes nothing. */
#include "config.h"

#include "carrel-add-course-dialog.h"

#include "carrel-document.h"
#include "carrel-draft-review.h"
#include "carrel-import.h"
#include "carrel-importer.h"
#include "carrel-store-scores.h"
#include "carrel-versions-dialog.h"

#include "view-fixture.h"

#include <string.h>

#define OLD "# CS 10: Compilers (Fall 2025)\n\n## Grading\n\n- Homework: 60%\n- Exam: 40%\n"
#define NEW                                                                                        \
  "# CS 10: Compilers (Fall 2025)\n\n## Grading\n\n- Homework assignments: 60%\n- Exam: 40%\n"
#define CHANGED "# CS 10: Compilers (Fall 2025)\n\n## Grading\n\n- Homework: 55%\n- Exam: 45%\n"

typedef struct
{
  ViewFixture view;
  char *page; /* the path of the page */
} Fixture;

static void
import_old (Fixture *fixture)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_import_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static (OLD, strlen (OLD));
  char *names[] = { (char *) "page.md", NULL };
  const CarrelImportSources sources = { names, &bytes, 1700000000, FALSE };
  const CarrelScore score
      = { .item = (char *) "homework", .state = (char *) "graded", .score = (char *) "91" };
  g_autoptr (CarrelCourse) draft = NULL;
  g_autoptr (CarrelPublished) published = NULL;

  g_ptr_array_add (files, carrel_import_file_new ("page.md", bytes));
  draft = carrel_import_parse (files, NULL, NULL);
  published = carrel_importer_apply (fixture->view.store, NULL, draft, &sources, NULL, NULL);
  g_assert_nonnull (published);
  fixture->view.course_id = g_strdup (published->course_id);
  carrel_store_set_score (fixture->view.store, published->course_id, CARREL_SCENARIO_REAL, &score,
                          NULL, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->view.folder = g_dir_make_tmp ("carrel-add-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->view.folder, "carrel.db", NULL);
  fixture->page = g_build_filename (fixture->view.folder, "page.md", NULL);
  fixture->view.store = carrel_store_open (path, &error);
  g_assert_no_error (error);
  import_old (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  settle ();
  close_store (&fixture->view);
  g_free (fixture->page);
}

/* The dialog after it has read @text as the page. */
static GtkWidget *
read_page (Fixture *fixture, const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (CarrelClock) clock = carrel_clock_new_fixed (1700001000, zone);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->page);
  CarrelAddCourseDialog *dialog = carrel_add_course_dialog_new (fixture->view.store, clock);
  GtkWidget *review = find_widget (GTK_WIDGET (dialog), CARREL_TYPE_DRAFT_REVIEW);

  g_assert_true (g_file_set_contents (fixture->page, text, -1, NULL));
  g_list_store_append (files, file);
  gtk_window_present (GTK_WINDOW (dialog));
  carrel_add_course_dialog_read_files (dialog, G_LIST_MODEL (files));
  while (!gtk_widget_get_mapped (review))
    g_main_context_iteration (NULL, TRUE);
  return GTK_WIDGET (dialog);
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The row of one kind of facts. */
static GtkWidget *
find_kind (GtkWidget *root, const char *title)
{
  if (ADW_IS_ACTION_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_kind (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_edition (GtkWidget *dialog)
{
  return find_widget (dialog, CARREL_TYPE_EDITION_REVIEW);
}

static char *
dup_score (Fixture *fixture)
{
  g_autoptr (GPtrArray) scores = carrel_store_list_scores (
      fixture->view.store, fixture->view.course_id, CARREL_SCENARIO_REAL, NULL);
  const CarrelScore *score = g_ptr_array_index (scores, 0);

  return g_strdup_printf ("%s=%s", score->item, score->score);
}

static guint
count_versions (Fixture *fixture)
{
  g_autoptr (GPtrArray) versions
      = carrel_store_list_versions (fixture->view.store, fixture->view.course_id, NULL);

  return versions->len;
}

static void
an_edition_says_what_changes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = read_page (fixture, NEW);

  g_assert_true (gtk_widget_get_visible (get_edition (dialog)));
  g_assert_null (find_button (dialog, "Add"));
  g_assert_nonnull (find_button (dialog, "Update"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
a_new_course_is_no_edition (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = read_page (fixture, "# EE 20: Circuits (Fall 2025)\n\nLectures: MW 9-10am\n");

  g_assert_false (gtk_widget_get_visible (get_edition (dialog)));
  g_assert_nonnull (find_button (dialog, "Add"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Each fact is shown with its line of the page. */
static void
facts_show_their_lines (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = read_page (fixture, NEW);
  GtkWidget *review = find_widget (dialog, CARREL_TYPE_DRAFT_REVIEW);
  g_autofree char *text = NULL;

  gtk_widget_activate (find_kind (review, "Graded groups"));
  settle ();
  text = dup_labels (review);
  g_assert_nonnull (strstr (text, "page.md, line 5: - Homework assignments: 60%"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Not as the records of a course pack name them. */
static void
facts_have_the_names_that_people_know (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = read_page (fixture, "# EE 20: Circuits (Fall 2025)\n\nLectures: MW 9-10am\n");
  GtkWidget *review = find_widget (dialog, CARREL_TYPE_DRAFT_REVIEW);

  gtk_widget_activate (find_kind (review, "Meetings"));
  settle ();
  g_assert_nonnull (find_kind (review, "Lecture, Monday and Wednesday 09:00"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
a_rename_moves_scores (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = read_page (fixture, NEW);
  g_autofree char *score = NULL;

  g_signal_emit_by_name (find_button (dialog, "Update"), "clicked");
  settle ();
  g_assert_cmpuint (count_versions (fixture), ==, 2);
  score = dup_score (fixture);
  g_assert_cmpstr (score, ==, "homework-assignments=91");
}

static void
a_rename_that_is_none_moves_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = read_page (fixture, NEW);
  GtkWidget *check = find_widget (get_edition (dialog), GTK_TYPE_CHECK_BUTTON);
  g_autofree char *score = NULL;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_signal_emit_by_name (find_button (dialog, "Update"), "clicked");
  settle ();
  score = dup_score (fixture);
  g_assert_cmpstr (score, ==, "homework=91");
}

/* What the exam counts after the correction to 35 meets a page that says 45. */
static char *
dup_weight_of_exam (Fixture *fixture, gboolean is_given_up)
{
  const CarrelFieldEdit edit = { "grading_group", "Exam", "weight_total", "35" };
  g_autoptr (CarrelCourse) course = NULL;
  GtkWidget *dialog;
  GtkWidget *check;

  g_assert_true (
      carrel_store_edit_field (fixture->view.store, fixture->view.course_id, &edit, NULL));
  dialog = read_page (fixture, CHANGED);
  check = find_widget (get_edition (dialog), GTK_TYPE_CHECK_BUTTON);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  /* What is asked is where the focus is. */
  g_assert_true (gtk_widget_is_ancestor (check, gtk_window_get_focus (GTK_WINDOW (dialog))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_given_up);
  g_signal_emit_by_name (find_button (dialog, "Update"), "clicked");
  settle ();
  course = carrel_store_load_course (fixture->view.store, fixture->view.course_id, NULL);
  return g_strdup (((CarrelGradingGroup *) course->grading->pdata[1])->weight_total);
}

static void
a_correction_stays_where_the_page_changed_too (Fixture *fixture, gconstpointer data)
{
  g_autofree char *weight = dup_weight_of_exam (fixture, FALSE);

  g_assert_cmpstr (weight, ==, "35");
}

static void
a_correction_is_given_up_for_the_page (Fixture *fixture, gconstpointer data)
{
  g_autofree char *weight = dup_weight_of_exam (fixture, TRUE);
  g_autoptr (CarrelDiff) edits = NULL;

  g_assert_cmpstr (weight, ==, "45");
  edits = carrel_store_list_edits (fixture->view.store, fixture->view.course_id, NULL);
  g_assert_true (carrel_diff_is_empty (edits));
}

/* The dialog of the versions after a newer edition was kept. */
static GtkWidget *
open_versions (Fixture *fixture)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (CarrelClock) clock = carrel_clock_new_fixed (1700002000, zone);
  GtkWidget *dialog = read_page (fixture, NEW);

  g_signal_emit_by_name (find_button (dialog, "Update"), "clicked");
  settle ();
  dialog = GTK_WIDGET (
      carrel_versions_dialog_new (fixture->view.store, clock, fixture->view.course_id));
  gtk_window_present (GTK_WINDOW (dialog));
  settle ();
  return dialog;
}

/* An old version is looked at, then restored as a new one. */
static void
an_old_version_comes_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_versions (fixture);
  GtkListBox *list;
  g_autoptr (CarrelCourse) course = NULL;

  list = GTK_LIST_BOX (find_widget (dialog, GTK_TYPE_LIST_BOX));
  g_assert_null (gtk_list_box_get_row_at_index (list, 2));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "Restore this version")));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  g_assert_true (gtk_widget_get_sensitive (find_button (dialog, "Restore this version")));
  g_signal_emit_by_name (find_button (dialog, "Restore this version"), "clicked");
  settle ();
  g_assert_cmpuint (count_versions (fixture), ==, 3);
  course = carrel_store_load_course (fixture->view.store, fixture->view.course_id, NULL);
  g_assert_cmpstr (((const CarrelGradingGroup *) g_ptr_array_index (course->grading, 0))->name, ==,
                   "Homework");
}

/* As a page with headings, and not only what has changed since. */
static void
an_old_version_can_be_read (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_versions (fixture);
  GtkWidget *document = NULL;
  GtkListBox *list;
  g_autofree char *text = NULL;

  list = GTK_LIST_BOX (find_widget (dialog, GTK_TYPE_LIST_BOX));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  g_signal_emit_by_name (find_button (dialog, "Read this version"), "clicked");
  settle ();
  document = find_widget (dialog, CARREL_TYPE_DOCUMENT);
  g_assert_true (gtk_widget_get_mapped (document));
  text = carrel_document_dup_text (CARREL_DOCUMENT (document));
  g_assert_nonnull (strstr (text, "Grading\n"));
  g_assert_nonnull (strstr (text, "Homework: 60%"));
  g_assert_nonnull (strstr (text, "Component"));
  g_assert_cmpuint (count_versions (fixture), ==, 2);
  g_signal_emit_by_name (find_button (dialog, "Back"), "clicked");
  g_assert_true (gtk_widget_get_mapped (find_button (dialog, "Restore this version")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
leaving_writes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->view.folder, "carrel.db-wal", NULL);
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before = 0, n_after = 0;
  GtkWidget *dialog;

  g_file_get_contents (path, &before, &n_before, NULL);
  dialog = read_page (fixture, NEW);
  g_signal_emit_by_name (find_button (dialog, "Back"), "clicked");
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_file_get_contents (path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_cmpuint (count_versions (fixture), ==, 1);
}

/* The assistant over a window, at its page for text. */
static GtkWidget *
open_paste (Fixture *fixture)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (CarrelClock) clock = carrel_clock_new_fixed (1700001000, zone);
  CarrelAddCourseDialog *dialog = carrel_add_course_dialog_new (fixture->view.store, clock);

  carrel_dialog_present (CARREL_DIALOG (dialog), GTK_WIDGET (fixture->view.window));
  gtk_widget_activate (find_kind (GTK_WIDGET (dialog), "Pasted text"));
  settle ();
  return GTK_WIDGET (dialog);
}

static GtkTextBuffer *
get_pasted (GtkWidget *dialog)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (dialog, GTK_TYPE_TEXT_VIEW)));
}

static void
assert_pasted (GtkWidget *dialog, const char *text)
{
  g_autofree char *pasted = NULL;

  g_object_get (get_pasted (dialog), "text", &pasted, NULL);
  g_assert_cmpstr (pasted, ==, text);
}

/* Answers to the questions of what was pasted are kept as well, which is said once for both. */
static void
what_was_pasted_is_kept_until_it_is_added (Fixture *fixture, gconstpointer data)
{
  static const char page[] = "# EE 20: Circuits (Fall 2025)\n\nLectures: MW 9-10am\n";
  GtkWidget *dialog, *review, *entry;

  fixture->view.said = g_string_new (NULL);
  fixture->view.window = GTK_WINDOW (gtk_window_new ());
  listen_to_view (&fixture->view);
  gtk_window_present (fixture->view.window);
  dialog = open_paste (fixture);
  gtk_text_buffer_set_text (get_pasted (dialog), page, -1);
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_nonnull (strstr (fixture->view.said->str, "toast: Kept but not saved"));
  for (guint i = 0; i < 2; i++)
    {
      g_string_truncate (fixture->view.said, 0);
      dialog = open_paste (fixture);
      assert_pasted (dialog, page);
      g_assert_nonnull (strstr (fixture->view.said->str, "announce: Here is the text"));
      review = find_widget (dialog, CARREL_TYPE_DRAFT_REVIEW);
      g_signal_emit_by_name (find_button (dialog, "Read"), "clicked");
      while (!gtk_widget_get_mapped (review))
        g_main_context_iteration (NULL, TRUE);
      entry = find_widget (find_widget (review, CARREL_TYPE_QUESTION_FORM), GTK_TYPE_ENTRY);
      if (i == 0)
        {
          gtk_editable_set_text (GTK_EDITABLE (entry), "2025-08-25");
          gtk_window_close (GTK_WINDOW (dialog));
          settle ();
          g_assert_null (strstr (strstr (fixture->view.said->str, "Kept but") + 1, "Kept but"));
        }
    }
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2025-08-25");
  g_signal_emit_by_name (find_button (dialog, "Add"), "clicked");
  settle ();
  dialog = open_paste (fixture);
  assert_pasted (dialog, "");
  gtk_window_destroy (fixture->view.window);
  settle ();
  g_string_free (fixture->view.said, TRUE);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/carrel/app/add-course/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("an-edition-says-what-changes", an_edition_says_what_changes);
  ADD ("a-new-course-is-no-edition", a_new_course_is_no_edition);
  ADD ("facts-show-their-lines", facts_show_their_lines);
  ADD ("facts-have-the-names-that-people-know", facts_have_the_names_that_people_know);
  ADD ("a-rename-moves-scores", a_rename_moves_scores);
  ADD ("a-rename-that-is-none-moves-nothing", a_rename_that_is_none_moves_nothing);
  ADD ("a-correction-stays-where-the-page-changed-too",
       a_correction_stays_where_the_page_changed_too);
  ADD ("a-correction-is-given-up-for-the-page", a_correction_is_given_up_for_the_page);
  ADD ("an-old-version-comes-back", an_old_version_comes_back);
  ADD ("an-old-version-can-be-read", an_old_version_can_be_read);
  ADD ("leaving-writes-nothing", leaving_writes_nothing);
  ADD ("what-was-pasted-is-kept-until-it-is-added", what_was_pasted_is_kept_until_it_is_added);
  return g_test_run ();
}
