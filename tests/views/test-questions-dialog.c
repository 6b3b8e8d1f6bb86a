/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions of a course: what is typed is kept when they are left, and answers that contradict
 * each other are refused where they stand. */
#include "config.h"

#include "carrel-questions-dialog.h"

#include "carrel-store-undo.h"

#include "view-fixture.h"

#include <string.h>

enum
{
  FIRST_DAY,
  LAST_DAY,
  YEAR,
  N_ENTRIES
};

static void
ask (CarrelCourse *course, const char *about)
{
  CarrelQuestion *question = carrel_record_new (&carrel_question_type);

  question->about = g_strdup (about);
  question->text = g_strconcat ("What about ", about, NULL);
  g_ptr_array_add (course->questions, question);
}

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);

  course->title = g_strdup ("Compilers");
  ask (course, "starts_on");
  ask (course, "ends_on");
  ask (course, "year");
  open_store (fixture, course, 1700000000);
  fixture->said = g_string_new (NULL);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  listen_to_view (fixture);
  gtk_window_present (fixture->window);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  settle ();
  gtk_window_destroy (fixture->window);
  settle ();
  close_store (fixture);
  g_string_free (fixture->said, TRUE);
}

static GtkWidget *
open_dialog (ViewFixture *fixture)
{
  CarrelDialog *dialog = carrel_questions_dialog_new (fixture->store, fixture->course_id);

  carrel_questions_dialog_present (dialog, GTK_WIDGET (fixture->window));
  settle ();
  return GTK_WIDGET (dialog);
}

static void
list_entries (GtkWidget *root, GPtrArray *entries)
{
  if (GTK_IS_ENTRY (root))
    g_ptr_array_add (entries, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_entries (child, entries);
}

static GtkWidget *
get_entry (GtkWidget *dialog, guint index)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  list_entries (dialog, entries);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES);
  return entries->pdata[index];
}

static void
type (GtkWidget *dialog, guint index, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (dialog, index)), text);
}

static void
assert_typed (GtkWidget *dialog, guint index, const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (dialog, index))), ==, text);
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
press (GtkWidget *dialog, const char *label)
{
  g_signal_emit_by_name (find_button (dialog, label), "clicked");
  settle ();
}

static guint
count_questions (ViewFixture *fixture)
{
  g_autoptr (CarrelCourse) course
      = carrel_store_load_course (fixture->store, fixture->course_id, NULL);

  return course->questions->len;
}

static void
answers_are_kept_when_they_are_left (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  type (dialog, FIRST_DAY, "2024-01-17");
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_nonnull (strstr (fixture->said->str, "toast: Kept but not saved"));
  g_assert_cmpuint (count_questions (fixture), ==, 3);
  dialog = open_dialog (fixture);
  assert_typed (dialog, FIRST_DAY, "2024-01-17");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                         get_entry (dialog, FIRST_DAY)));
  g_assert_nonnull (strstr (fixture->said->str, "announce: Here is what you typed before"));
  press (dialog, "Save");
  g_assert_cmpuint (count_questions (fixture), ==, 1);
}

static void
answers_are_given_up_by_cancel (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  type (dialog, FIRST_DAY, "2024-01-17");
  press (dialog, "Cancel");
  g_assert_cmpstr (fixture->said->str, ==, "");
  dialog = open_dialog (fixture);
  assert_typed (dialog, FIRST_DAY, "");
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_cmpstr (fixture->said->str, ==, "");
}

static void
answers_that_contradict_each_other_are_refused (ViewFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *texts[N_ENTRIES];
    guint wrong;
    const char *part; /* of what is said at it */
  } cases[] = {
    { { "2024-04-30", "2024-01-17", "2024" },
      LAST_DAY,
      "The last day of the term, 2024-01-17, is before its first day, 2024-04-30. Correct" },
    { { "2024-01-17", "2042-04-30", "" }, LAST_DAY, "within a year" },
    { { "2024-01-17", "2024-04-30", "2023" }, YEAR, "the term is in 2024. Write that year" },
    { { "2023-09-01", "2024-01-30", "2025" }, YEAR, "2023/2024" },
    { { "", "2024-04-30", "2026" }, YEAR, "2023/2024" },
    { { "17 January", "2024-04-30", "" }, FIRST_DAY, "Write it as" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *dialog = open_dialog (fixture);
      g_autofree char *text = NULL;

      for (guint at = 0; at < N_ENTRIES; at++)
        type (dialog, at, cases[i].texts[at]);
      press (dialog, "Save");
      for (guint at = 0; at < N_ENTRIES; at++)
        g_assert_true (gtk_widget_has_css_class (get_entry (dialog, at), "error")
                       == (at == cases[i].wrong));
      text = dup_labels (dialog);
      g_assert_nonnull (strstr (text, cases[i].part));
      g_assert_cmpuint (count_questions (fixture), ==, 3);
      press (dialog, "Cancel");
    }
  g_assert_cmpstr (carrel_store_get_undo_label (fixture->store), ==, "Import course");
}

/* The last day is right again as soon as the first one is. */
static void
an_answer_is_right_when_the_other_is_corrected (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  type (dialog, FIRST_DAY, "2024-04-30");
  type (dialog, LAST_DAY, "2024-01-17");
  press (dialog, "Save");
  g_assert_true (gtk_widget_has_css_class (get_entry (dialog, LAST_DAY), "error"));
  type (dialog, FIRST_DAY, "2023-09-01");
  g_assert_false (gtk_widget_has_css_class (get_entry (dialog, LAST_DAY), "error"));
  press (dialog, "Save");
  g_assert_cmpuint (count_questions (fixture), ==, 0);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/carrel/app/questions/" path, ViewFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("answers-are-kept-when-they-are-left", answers_are_kept_when_they_are_left);
  ADD ("answers-are-given-up-by-cancel", answers_are_given_up_by_cancel);
  ADD ("answers-that-contradict-each-other-are-refused",
       answers_that_contradict_each_other_are_refused);
  ADD ("an-answer-is-right-when-the-other-is-corrected",
       an_answer_is_right_when_the_other_is_corrected);
  return g_test_run ();
}
