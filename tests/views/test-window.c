/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: what stands in it with and without courses, its actions, and the import assistant. */
#include "config.h"

#include "carrel-window.h"

#include "carrel-add-course-dialog.h"
#include "carrel-course-switcher.h"
#include "carrel-empty-page.h"
#include "carrel-notice.h"
#include "carrel-record-dialog.h"
#include "carrel-store-courses.h"
#include "carrel-store-versions.h"
#include "carrel-uri-actions.h"

#include "assert-wrong.h"

#include <glib/gstdio.h>

#define NOW 1705939200

typedef struct
{
  char *folder;
  AdwApplication *application;
  CarrelStore *store;
  CarrelClock *clock;
  GSettings *settings;
  CarrelWindow *window;
} Fixture;

/* A process can have one only. */
static AdwApplication *application;

static void
settle (void)
{
  for (guint i = 0; i < 80; i++)
    g_main_context_iteration (NULL, FALSE);
}

/* What a thread does is waited for; the test's own limit of time ends it otherwise. */
static GtkWindow *
wait_for_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (;;)
    {
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
            return window;
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

static GtkWidget *
find_named (GtkWidget *root, GType type, const char *label)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type)
      && (label == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, type, label);
  return found;
}

static void
open_window (Fixture *fixture)
{
  fixture->window = carrel_window_new (GTK_APPLICATION (fixture->application), fixture->store,
                                       fixture->settings, fixture->clock, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
publish (Fixture *fixture, const char *title)
{
  const CarrelPublication publication
      = { .sources = "course.md", .source_hash = title, .imported_at = NOW };
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (CarrelPublished) published = NULL;
  g_autoptr (GError) error = NULL;

  course->title = g_strdup (title);
  published = carrel_store_publish (fixture->store, NULL, course, &publication, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_courses (Fixture *fixture)
{
  return g_list_model_get_n_items (carrel_store_get_courses (fixture->store));
}

/* The stack of pages is the one that has a page for failures. */
static GtkStack *
find_pages (GtkWidget *root)
{
  GtkStack *found = NULL;

  if (GTK_IS_STACK (root) && gtk_stack_get_child_by_name (GTK_STACK (root), "failure") != NULL)
    return GTK_STACK (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_pages (child);
  return found;
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (find_pages (GTK_WIDGET (fixture->window)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("carrel-window-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "carrel.db", NULL);
  fixture->application = application;
  fixture->store = carrel_store_open (path, &error);
  g_assert_no_error (error);
  fixture->clock = carrel_clock_new_fixed (NOW, zone);
  fixture->settings = g_settings_new ("io.github.carrel.Carrel");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->window);
  if (fixture->store != NULL)
    carrel_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_assert_finalize_object (fixture->clock);
  g_settings_reset (fixture->settings, "last-course");
  g_settings_reset (fixture->settings, "last-view");
  g_settings_reset (fixture->settings, "text-size");
  g_object_unref (fixture->settings);
  folder = g_dir_open (fixture->folder, 0, NULL);
  for (name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
without_a_store_it_says_why (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) failure
      = g_error_new (CARREL_STORE_ERROR, CARREL_STORE_ERROR_CORRUPT, "The file is damaged.");
  GtkWidget *page;

  carrel_store_close (fixture->store);
  g_clear_object (&fixture->store);
  fixture->window = carrel_window_new (GTK_APPLICATION (fixture->application), NULL,
                                       fixture->settings, fixture->clock, failure);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_cmpstr (get_page (fixture), ==, "failure");
  page = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (page);
  gtk_test_accessible_assert_property (page, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Your courses cannot be opened. The file is damaged.");
  g_assert_false (g_action_group_has_action (G_ACTION_GROUP (fixture->window), "add-course"));
}

static void
without_courses_it_offers_to_add_one (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  carrel_window_show_view (fixture->window, "settings");
  g_assert_cmpstr (get_page (fixture), ==, "views");
  carrel_window_show_view (fixture->window, "grades");
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "next-term"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "term"));
  publish (fixture, "Systems");
  settle ();
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "next-term"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "term"));
  g_assert_cmpstr (get_page (fixture), ==, "views");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Systems");
}

static void
without_courses_the_switcher_offers_to_add_one (Fixture *fixture, gconstpointer data)
{
  GtkWidget *switcher;
  GtkWidget *focus;

  open_window (fixture);
  switcher = find_named (GTK_WIDGET (fixture->window), CARREL_TYPE_COURSE_SWITCHER, NULL);
  gtk_test_accessible_assert_property (find_named (switcher, GTK_TYPE_MENU_BUTTON, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Courses");
  carrel_course_switcher_pop_up (CARREL_COURSE_SWITCHER (switcher));
  settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, "Add a course…");
  /* As a press on the button does; the newest GTK warns about a popover that is moved. */
  gtk_menu_button_popdown (GTK_MENU_BUTTON (find_named (switcher, GTK_TYPE_MENU_BUTTON, NULL)));
  settle ();
  publish (fixture, "Systems");
  settle ();
  gtk_test_accessible_assert_property (find_named (switcher, GTK_TYPE_MENU_BUTTON, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Course: Systems");
}

static void
last_course_that_is_removed_leaves_a_page_that_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourseItem) course = NULL;
  GtkWindow *dialog;
  GtkWidget *remove;
  GtkWidget *focus;

  publish (fixture, "Systems");
  open_window (fixture);
  course = g_list_model_get_item (carrel_store_get_courses (fixture->store), 0);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "manage-courses", NULL);
  dialog = wait_for_dialog (fixture);
  settle ();
  remove = gtk_window_get_focus (dialog);
  remove = gtk_widget_get_ancestor (remove, GTK_TYPE_BOX);
  remove = gtk_widget_get_last_child (gtk_widget_get_next_sibling (remove));
  g_signal_emit_by_name (remove, "clicked");
  settle ();
  focus = gtk_window_get_focus (dialog);
  g_assert_true (CARREL_IS_EMPTY_PAGE (focus));
  g_assert_true (gtk_widget_get_mapped (focus));
  g_signal_emit_by_name (find_named (focus, GTK_TYPE_BUTTON, "Add a course…"), "clicked");
  settle ();
  g_assert_true (CARREL_IS_ADD_COURSE_DIALOG (wait_for_dialog (fixture)));
  gtk_window_destroy (wait_for_dialog (fixture));
}

static void
removed_course_gives_way_and_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourseItem) second = NULL;
  g_autoptr (GError) error = NULL;

  publish (fixture, "Systems");
  publish (fixture, "Algebra");
  open_window (fixture);
  second = g_list_model_get_item (carrel_store_get_courses (fixture->store), 1);
  carrel_window_show_course (fixture->window, carrel_course_item_get_id (second));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Algebra");
  carrel_store_remove_course (fixture->store, carrel_course_item_get_id (second), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Systems");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "undo", NULL);
  g_assert_cmpuint (count_courses (fixture), ==, 2);
}

static void
view_is_remembered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *last = NULL;

  publish (fixture, "Systems");
  open_window (fixture);
  carrel_window_show_view (fixture->window, "settings");
  carrel_window_show_view (fixture->window, "no such view");
  last = g_settings_get_string (fixture->settings, "last-view");
  g_assert_cmpstr (last, ==, "settings");
}

/* The page that has the views is heard when the focus comes to another one. */
static void
view_is_heard_by_its_name (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *name;
  } views[] = { { "office-hours", "Office hours" }, { "grades", "Grades" } };

  publish (fixture, "Systems");
  open_window (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkStack *pages = find_pages (GTK_WIDGET (fixture->window));
      GtkStackPage *page = gtk_stack_get_page (pages, gtk_stack_get_child_by_name (pages, "views"));
      g_autofree char *wrong = NULL;

      carrel_window_show_view (fixture->window, views[i].id);
      wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (page),
                                                  GTK_ACCESSIBLE_PROPERTY_LABEL, views[i].name);
      g_assert_null (wrong);
    }
}

/* Not one control further each time. */
static void
view_that_is_chosen_again_begins_anew (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = NULL;

  publish (fixture, "Systems");
  open_window (fixture);
  carrel_window_show_view (fixture->window, "settings");
  settle ();
  first = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (first);
  carrel_window_show_view (fixture->window, "settings");
  settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == first);
}

static void
report_stays_until_it_is_closed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *notice;

  publish (fixture, "Systems");
  open_window (fixture);
  notice = find_named (GTK_WIDGET (fixture->window), CARREL_TYPE_NOTICE, NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "open-uri",
                                  g_variant_new_string ("file:///etc/passwd"));
  g_assert_true (gtk_widget_get_visible (notice));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "dismiss-report", NULL);
  g_assert_false (gtk_widget_get_visible (notice));
}

static void
keys_change_the_text_size (Fixture *fixture, gconstpointer data)
{
  publish (fixture, "Systems");
  open_window (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "text-larger", NULL);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "text-size"), ==, 110);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "text-normal", NULL);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "text-size"), ==, 100);
}

static GFile *
write_page (Fixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "page.md", NULL);

  g_file_set_contents (path, text, -1, NULL);
  return g_file_new_for_path (path);
}

static GtkWindow *
open_assistant (Fixture *fixture, const char *text)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = write_page (fixture, text);

  g_list_store_append (files, file);
  open_window (fixture);
  carrel_window_add_files (fixture->window, G_LIST_MODEL (files));
  return wait_for_dialog (fixture);
}

static GtkWidget *
wait_for_button (GtkWindow *dialog, const char *label)
{
  GtkWidget *button = NULL;

  for (;;)
    {
      button = find_named (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, label);
      if (button != NULL && gtk_widget_get_mapped (button))
        return button;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
assistant_adds_what_it_read (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = open_assistant (fixture, "# Systems\n\nMonday 17:00-18:20, Room 12\n");
  g_autoptr (CarrelCourseItem) course = NULL;

  g_signal_emit_by_name (wait_for_button (dialog, "Add"), "clicked");
  settle ();
  g_assert_cmpuint (count_courses (fixture), ==, 1);
  course = g_list_model_get_item (carrel_store_get_courses (fixture->store), 0);
  g_assert_cmpstr (carrel_course_item_get_title (course), ==, "Systems");
  g_assert_cmpstr (get_page (fixture), ==, "views");
}

static void
assistant_that_is_cancelled_keeps_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = open_assistant (fixture, "# Systems\n\nMonday 17:00-18:20, Room 12\n");

  wait_for_button (dialog, "Add");
  gtk_window_close (dialog);
  settle ();
  g_assert_cmpuint (count_courses (fixture), ==, 0);
}

static void
assistant_says_what_is_wrong (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = open_assistant (fixture, "");
  GtkWidget *notice = find_named (GTK_WIDGET (dialog), CARREL_TYPE_NOTICE, NULL);

  while (!gtk_widget_get_visible (notice))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_courses (fixture), ==, 0);
  gtk_window_destroy (dialog);
}

/* The entries of a form, in order. */
static void
list_entries (GtkWidget *root, GPtrArray *entries)
{
  if (GTK_IS_ENTRY (root))
    g_ptr_array_add (entries, root);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      list_entries (child, entries);
}

static void
publish_with_term (Fixture *fixture, CarrelDate starts_on)
{
  const CarrelPublication publication
      = { .sources = "course.md", .source_hash = "hash", .imported_at = NOW };
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  CarrelScheduleRow *row = carrel_record_new (&carrel_schedule_row_type);
  g_autoptr (CarrelPublished) published = NULL;

  course->title = g_strdup ("Systems");
  course->starts_on = starts_on;
  row->date = (CarrelDate){ 2024, 2, 14 };
  row->topic = g_strdup ("Midterm");
  row->kind = g_strdup ("exam");
  g_ptr_array_add (course->schedule, row);
  published = carrel_store_publish (fixture->store, NULL, course, &publication, NULL, NULL);
  g_assert_nonnull (published);
}

/* The course has no term of its own name, and is not taken for its next term. */
static void
next_term_is_looked_through_and_is_a_course_of_its_own (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "Autumn 2024", "2024-09-02", "", "2024-10-14" };
  g_autoptr (CarrelCourseItem) second = NULL;
  g_autoptr (CarrelCourse) course = NULL;
  g_autofree char *date = NULL;
  GtkWidget *save;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  publish_with_term (fixture, (CarrelDate){ 2024, 1, 15 });
  open_window (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-term", NULL);
  save = wait_for_button (wait_for_dialog (fixture), "_Continue");
  g_assert_false (gtk_widget_get_sensitive (save));
  list_entries (GTK_WIDGET (gtk_widget_get_root (save)), entries);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < entries->len; i++)
    gtk_editable_set_text (entries->pdata[i], texts[i]);
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  settle ();
  g_signal_emit_by_name (wait_for_button (wait_for_dialog (fixture), "Add"), "clicked");
  settle ();
  g_assert_cmpuint (count_courses (fixture), ==, 2);
  second = g_list_model_get_item (carrel_store_get_courses (fixture->store), 1);
  course = carrel_store_load_course (fixture->store, carrel_course_item_get_id (second), NULL);
  g_assert_cmpstr (course->term, ==, "Autumn 2024");
  date = carrel_date_to_text (((CarrelScheduleRow *) course->schedule->pdata[0])->date);
  g_assert_cmpstr (date, ==, "2024-10-02");
  g_assert_cmpuint (course->questions->len, ==, 1);
}

/* Languages have longer words than English, and a window of 360 pixels is no wider for them. */
static void
form_with_long_words_is_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form;
  int least;

  publish_with_term (fixture, (CarrelDate){ 2024, 1, 15 });
  open_window (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-term", NULL);
  form
      = GTK_WIDGET (gtk_widget_get_root (wait_for_button (wait_for_dialog (fixture), "_Continue")));
  carrel_record_dialog_set_verb (CARREL_RECORD_DIALOG (form),
                                 "_Donaudampfschifffahrtsgesellschaftskapitänsmütze");
  gtk_widget_measure (form, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  gtk_window_destroy (GTK_WINDOW (form));
}

/* What is written is right as long as another entry is to blame, or one that nobody has come to. */
static void
form_marks_the_entry_that_is_to_blame (Fixture *fixture, gconstpointer data)
{
  enum
  {
    TERM,
    FIRST_DAY,
    LAST_DAY,
    CLOSED,
    N_ENTRIES
  };
  static const struct
  {
    guint entry;
    const char *text;
    int marked; /* -1 is none */
  } steps[] = {
    { TERM, "Autumn 2024", -1 },
    { FIRST_DAY, "9", FIRST_DAY },
    { FIRST_DAY, "2024-09-02", -1 },
    { LAST_DAY, "2024-", LAST_DAY },
    { LAST_DAY, "2024-08-30", LAST_DAY },
    { CLOSED, "2024-10-14", LAST_DAY },
    { FIRST_DAY, "2024-08-02", -1 },
    { TERM, "", TERM },
    { CLOSED, "Christmas", TERM },
    { TERM, "Autumn 2024", CLOSED },
    { CLOSED, "", -1 },
  };
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  GtkWidget *form;

  publish_with_term (fixture, (CarrelDate){ 2024, 1, 15 });
  open_window (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-term", NULL);
  form
      = GTK_WIDGET (gtk_widget_get_root (wait_for_button (wait_for_dialog (fixture), "_Continue")));
  list_entries (form, entries);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_editable_set_text (entries->pdata[steps[i].entry], steps[i].text);
      for (int at = 0; at < N_ENTRIES; at++)
        {
          if (gtk_widget_has_css_class (entries->pdata[at], "error") != (at == steps[i].marked))
            g_error ("step %u: entry %d is marked wrongly", i, at);
          if (at == steps[i].marked)
            assert_wrong (entries->pdata[at]);
        }
    }
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
on_text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* What the button of the notice puts on the clipboard. */
static char *
copy_unopened (Fixture *fixture, const char *uri, const char *label)
{
  g_autoptr (GError) error
      = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Operation not supported");
  GtkWidget *notice = find_named (GTK_WIDGET (fixture->window), CARREL_TYPE_NOTICE, NULL);
  char *text = NULL;

  carrel_uri_actions_offer_copy (fixture->window, uri, error);
  g_assert_true (gtk_widget_get_visible (notice));
  g_signal_emit_by_name (find_named (notice, GTK_TYPE_BUTTON, label), "clicked");
  settle ();
  g_assert_false (gtk_widget_get_visible (notice));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (notice), NULL, on_text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static void
what_cannot_be_opened_can_be_copied (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *uri;
    const char *label;
    const char *text;
  } cases[] = {
    { "mailto:li@example.org?subject=Extension%20for%20HW2&body=Hello%2C%0AThank%20you",
      "Copy the message", "To: li@example.org\nSubject: Extension for HW2\n\nHello,\nThank you" },
    { "mailto:?subject=Extension&body=Hello", "Copy the message", "Subject: Extension\n\nHello" },
    { "mailto:li@example.org", "Copy the address", "mailto:li@example.org" },
    { "https://example.org/?body=a", "Copy the address", "https://example.org/?body=a" },
  };

  publish (fixture, "Systems");
  open_window (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = copy_unopened (fixture, cases[i].uri, cases[i].label);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
offer_to_copy_goes_with_the_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error
      = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Operation not supported");
  GtkWidget *notice;

  publish (fixture, "Systems");
  open_window (fixture);
  carrel_window_show_view (fixture->window, "schedule");
  notice = find_named (GTK_WIDGET (fixture->window), CARREL_TYPE_NOTICE, NULL);
  carrel_uri_actions_offer_copy (fixture->window, "tel:+1", error);
  g_assert_true (gtk_widget_get_visible (notice));
  carrel_window_show_view (fixture->window, "grades");
  g_assert_false (gtk_widget_get_visible (notice));
}

static gboolean
shows_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (root)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_label (child, text))
      return TRUE;
  return FALSE;
}

/* One that offers to undo something is not in the way of the next, by key or by its own button. */
static void
toast_of_undo_goes_with_the_next_verb (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *undo;

  publish (fixture, "Systems");
  open_window (fixture);
  window = GTK_WIDGET (fixture->window);
  g_assert_true (carrel_store_rename_course (fixture->store, "systems", "Networks", NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
      settle ();
      g_assert_true (shows_label (window, "Undone: Rename course"));
      g_action_group_activate_action (G_ACTION_GROUP (window), "redo", NULL);
    }
  settle ();
  undo = find_named (window, g_type_from_name ("AdwToastWidget"), NULL);
  while (undo != NULL && !shows_label (undo, "Done again: Rename course"))
    undo = gtk_widget_get_next_sibling (undo);
  g_assert_nonnull (undo);
  undo = find_named (undo, GTK_TYPE_BUTTON, "Undo");
  g_signal_emit_by_name (undo, "clicked");
  settle ();
  g_assert_true (shows_label (window, "Undone: Rename course"));
}

/* The form of the term, once it is open, with its entries. */
static GtkWidget *
open_term (Fixture *fixture, GPtrArray *entries)
{
  GtkWidget *save;

  g_ptr_array_set_size (entries, 0);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "term", NULL);
  save = wait_for_button (wait_for_dialog (fixture), "_Save");
  list_entries (GTK_WIDGET (gtk_widget_get_root (save)), entries);
  g_assert_cmpuint (entries->len, ==, 4);
  return save;
}

/* What was typed is kept on Escape, refused where it cannot be, saved, and can be corrected. */
static void
term_is_stated_and_corrected (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[]
      = { "2024-01-15", "2024-05-03", "America/New_York", "2024-03-04/2024-03-08" };
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (CarrelCourse) course = NULL;
  g_autoptr (CarrelCourseItem) item = NULL;
  GtkWidget *save;

  publish_with_term (fixture, (CarrelDate){ 0 });
  open_window (fixture);
  save = open_term (fixture, entries);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_editable_set_text (entries->pdata[i], texts[i]);
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (save)));
  settle ();
  save = open_term (fixture, entries);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (gtk_editable_get_text (entries->pdata[i]), ==, texts[i]);
  gtk_editable_set_text (entries->pdata[1], "2023-05-03");
  g_assert_false (gtk_widget_get_sensitive (save));
  g_assert_true (gtk_widget_has_css_class (entries->pdata[1], "error"));
  gtk_editable_set_text (entries->pdata[1], "2024-05-03");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  settle ();
  save = open_term (fixture, entries);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (gtk_editable_get_text (entries->pdata[i]), ==, texts[i]);
  gtk_editable_set_text (entries->pdata[3], "2024-03-04");
  g_signal_emit_by_name (save, "clicked");
  settle ();
  item = g_list_model_get_item (carrel_store_get_courses (fixture->store), 0);
  course = carrel_store_load_course (fixture->store, carrel_course_item_get_id (item), NULL);
  g_assert_cmpint (course->ends_on.month, ==, 5);
  g_assert_cmpuint (course->breaks->len, ==, 1);
  g_assert_cmpint (((const CarrelBreak *) course->breaks->pdata[0])->until.day, ==, 4);
}

static void
next_term_of_a_course_without_a_term_is_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *notice;

  publish_with_term (fixture, (CarrelDate){ 0 });
  open_window (fixture);
  notice = find_named (GTK_WIDGET (fixture->window), CARREL_TYPE_NOTICE, NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-term", NULL);
  g_assert_true (gtk_widget_get_visible (notice));
}

static void
add (const char *name, void (*run) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/app/window/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  add ("without-a-store-it-says-why", without_a_store_it_says_why);
  add ("without-courses-it-offers-to-add-one", without_courses_it_offers_to_add_one);
  add ("without-courses-the-switcher-offers-to-add-one",
       without_courses_the_switcher_offers_to_add_one);
  add ("last-course-that-is-removed-leaves-a-page-that-says-so",
       last_course_that_is_removed_leaves_a_page_that_says_so);
  add ("removed-course-gives-way-and-comes-back", removed_course_gives_way_and_comes_back);
  add ("view-is-remembered", view_is_remembered);
  add ("view-is-heard-by-its-name", view_is_heard_by_its_name);
  add ("view-that-is-chosen-again-begins-anew", view_that_is_chosen_again_begins_anew);
  add ("report-stays-until-it-is-closed", report_stays_until_it_is_closed);
  add ("keys-change-the-text-size", keys_change_the_text_size);
  add ("assistant-adds-what-it-read", assistant_adds_what_it_read);
  add ("assistant-that-is-cancelled-keeps-nothing", assistant_that_is_cancelled_keeps_nothing);
  add ("assistant-says-what-is-wrong", assistant_says_what_is_wrong);
  add ("next-term-is-looked-through-and-is-a-course-of-its-own",
       next_term_is_looked_through_and_is_a_course_of_its_own);
  add ("form-with-long-words-is-narrow", form_with_long_words_is_narrow);
  add ("form-marks-the-entry-that-is-to-blame", form_marks_the_entry_that_is_to_blame);
  add ("what-cannot-be-opened-can-be-copied", what_cannot_be_opened_can_be_copied);
  add ("offer-to-copy-goes-with-the-view", offer_to_copy_goes_with_the_view);
  add ("toast-of-undo-goes-with-the-next-verb", toast_of_undo_goes_with_the_next_verb);
  add ("term-is-stated-and-corrected", term_is_stated_and_corrected);
  add ("next-term-of-a-course-without-a-term-is-refused",
       next_term_of_a_course_without_a_term_is_refused);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
