/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The syllabus: notes of the reader's own stand below their sections, and the text looks as the
 * reader has set it. */
#include "config.h"

#include "carrel-syllabus-view.h"

#include "carrel-document-table.h"
#include "carrel-document.h"
#include "carrel-markdown.h"
#include "carrel-segment-bar.h"
#include "carrel-store-notes.h"
#include "carrel-store-private.h"
#include "carrel-store-undo.h"

#include "view-fixture.h"

static void
add_section (CarrelCourse *course, const char *id, const char *heading, const char *body)
{
  CarrelSection *section = carrel_record_new (&carrel_section_type);

  section->id = g_strdup (id);
  section->heading = g_strdup (heading);
  section->body = g_strdup (body);
  section->level = 2;
  g_ptr_array_add (course->sections, section);
}

static void
add_lab (CarrelCourse *course)
{
  CarrelMeeting *lab = carrel_record_new (&carrel_meeting_type);

  lab->kind = g_strdup ("lab");
  lab->section = g_strdup ("401");
  lab->days = CARREL_MONDAY;
  lab->start = 13 * 60;
  lab->end = 14 * 60;
  g_ptr_array_add (course->meetings, lab);
}

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  course->title = g_strdup ("Systems");
  add_lab (course);
  course->late_policy = carrel_record_new (&carrel_late_policy_type);
  course->late_policy->max_days_late = g_strdup ("7");
  add_section (course, "about", "About", "One two. See [the forum](https://example.org/forum).");
  add_section (course, "late", "Late work", "Tell us first.");
  open_view (fixture, CARREL_TYPE_SYLLABUS_VIEW, course, 1705939200, zone);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  g_settings_reset (fixture->settings, "word-spacing");
  g_settings_reset (fixture->settings, "reading-aid");
  g_settings_reset (fixture->settings, "underline-links");
  close_view (fixture);
}

static void
card_says_what_its_rules_are_of (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *text = dup_labels (GTK_WIDGET (fixture->view));

  g_assert_nonnull (strstr (text, "Lab · 401 · Monday · "));
  g_assert_nonnull (strstr (text, "Late work: accepted until 7 days late\n"));
}

static CarrelDocument *
find_document (ViewFixture *fixture)
{
  return CARREL_DOCUMENT (find_widget (GTK_WIDGET (fixture->view), CARREL_TYPE_DOCUMENT));
}

static void
note_stands_below_its_section (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *undone = NULL;

  carrel_store_set_note (fixture->store, fixture->course_id, "about", "Ask Kim", &error);
  g_assert_no_error (error);
  text = carrel_document_dup_text (find_document (fixture));
  g_assert_cmpstr (text, ==,
                   "About\nOne two. See the forum.\nYour note: Ask Kim\nLate work\nTell us first.");
  carrel_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  undone = carrel_document_dup_text (find_document (fixture));
  g_assert_null (strstr (undone, "Kim"));
}

static void
note_is_found_on_the_page (ViewFixture *fixture, gconstpointer data)
{
  g_assert_true (carrel_store_set_note (fixture->store, fixture->course_id, "late", "Zebra", NULL));
  g_assert_cmpuint (carrel_document_find (find_document (fixture), "zebra"), ==, 1);
}

/* The dialog over the window of the view. */
static GtkWindow *
find_dialog (ViewFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == fixture->window)
        return window;
    }
  g_assert_not_reached ();
}

/* Opens the note on a section and types into it. */
static GtkWindow *
write_note (ViewFixture *fixture, const char *text)
{
  GtkWindow *dialog;

  carrel_document_reveal (find_document (fixture), "about");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "syllabus.note", NULL));
  settle ();
  dialog = find_dialog (fixture);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (
                                        find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW))),
                                    text, -1);
  return dialog;
}

static void
assert_note (ViewFixture *fixture, const char *expected)
{
  g_autofree char *note = carrel_store_dup_note (fixture->store, fixture->course_id, "about");

  g_assert_cmpstr (note, ==, expected);
}

static void
note_is_kept_when_its_dialog_is_left (ViewFixture *fixture, gconstpointer data)
{
  gtk_window_close (write_note (fixture, "Ask Kim"));
  settle ();
  assert_note (fixture, "Ask Kim");
  g_assert_cmpstr (fixture->said->str, ==, "toast-undo: Note saved, for you only\n");
  gtk_window_close (write_note (fixture, ""));
  settle ();
  g_assert_cmpstr (fixture->said->str, ==, "toast-undo: Note saved, for you only\n");
}

static void
note_that_cannot_be_saved_stays (ViewFixture *fixture, gconstpointer data)
{
  CarrelDatabase *database = carrel_store_get_database (fixture->store);
  GtkWindow *dialog;

  g_assert_true (carrel_database_execute (database, "PRAGMA query_only = 1", NULL));
  dialog = write_note (fixture, "Ask Kim");
  gtk_window_close (dialog);
  settle ();
  g_assert_true (g_str_has_prefix (fixture->said->str, "report: "));
  g_assert_true (find_dialog (fixture) == dialog);
  g_assert_true (carrel_database_execute (database, "PRAGMA query_only = 0", NULL));
  gtk_window_close (dialog);
  settle ();
  assert_note (fixture, "Ask Kim");
}

static void
note_is_given_up_by_cancel (ViewFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = write_note (fixture, "Ask Kim");

  g_signal_emit_by_name (find_widget (GTK_WIDGET (dialog), GTK_TYPE_BUTTON), "clicked");
  settle ();
  assert_note (fixture, NULL);
  g_assert_cmpstr (fixture->said->str, ==, "");
}

static void
reading_position_outlives_a_note (ViewFixture *fixture, gconstpointer data)
{
  carrel_document_reveal (find_document (fixture), "late");
  g_assert_true (carrel_store_set_note (fixture->store, fixture->course_id, "about", "Long", NULL));
  g_assert_cmpstr (carrel_document_get_section (find_document (fixture)), ==, "late");
}

static GtkLabel *
find_label (ViewFixture *fixture, const char *text)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (find_document (fixture)));

  for (; label != NULL; label = gtk_widget_get_next_sibling (label))
    if (GTK_IS_LABEL (label) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), text))
      return GTK_LABEL (label);
  g_assert_not_reached ();
}

static gboolean
has_attribute (GtkLabel *label, PangoAttrType type)
{
  GSList *all = pango_attr_list_get_attributes (gtk_label_get_attributes (label));
  gboolean is_there = FALSE;

  for (GSList *at = all; at != NULL; at = at->next)
    is_there = is_there || ((PangoAttribute *) at->data)->klass->type == type;
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
  return is_there;
}

static void
words_are_set_apart_at_once (ViewFixture *fixture, gconstpointer data)
{
  GtkLabel *label = find_label (fixture, "One two");

  g_assert_false (has_attribute (label, PANGO_ATTR_LETTER_SPACING));
  g_settings_set_int (fixture->settings, "word-spacing", 40);
  g_assert_true (has_attribute (label, PANGO_ATTR_LETTER_SPACING));
}

static void
links_lose_their_line_at_once (ViewFixture *fixture, gconstpointer data)
{
  GtkLabel *label = find_label (fixture, "One two");

  g_assert_true (has_attribute (label, PANGO_ATTR_UNDERLINE));
  g_settings_set_boolean (fixture->settings, "underline-links", FALSE);
  g_assert_false (has_attribute (label, PANGO_ATTR_UNDERLINE));
}

static void
line_focus_follows_the_reader (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *document = GTK_WIDGET (find_document (fixture));
  GtkWidget *late = GTK_WIDGET (find_label (fixture, "Late work"));

  g_settings_set_string (fixture->settings, "reading-aid", "focus");
  g_assert_true (gtk_widget_has_css_class (document, "line-focus"));
  g_assert_false (gtk_widget_has_css_class (late, "here"));
  carrel_document_reveal (CARREL_DOCUMENT (document), "late");
  g_assert_true (gtk_widget_has_css_class (late, "here"));
  g_settings_set_string (fixture->settings, "reading-aid", "none");
  g_assert_false (gtk_widget_has_css_class (document, "line-focus"));
}

/* One that is not told its least width lays its text out letter by letter to find it. */
static void
check_least_width (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget))
      && g_utf8_strlen (gtk_label_get_text (GTK_LABEL (widget)), -1) > 1)
    g_assert_cmpint (gtk_label_get_width_chars (GTK_LABEL (widget)), >, 0);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    check_least_width (child);
}

static void
text_that_wraps_has_a_least_width (ViewFixture *fixture, gconstpointer data)
{
  GtkLabel *label = find_label (fixture, "Tell us");

  check_least_width (GTK_WIDGET (fixture->view));
  g_assert_cmpint (gtk_label_get_width_chars (label), ==, 7);
  gtk_label_set_text (label, "Tell");
  g_assert_cmpint (gtk_label_get_width_chars (label), ==, 2);
}

/* What the first cells of a table say, row by row. */
static char *
dup_table_spoken (const char *text)
{
  g_autoptr (CarrelMarkdown) markdown
      = carrel_markdown_parse (text, -1, CARREL_MARKDOWN_DIALECTS, NULL);
  g_autoptr (GPtrArray) blocks
      = g_ptr_array_new_with_free_func ((GDestroyNotify) carrel_document_block_free);
  CarrelDocumentTable *table
      = carrel_document_table_new (carrel_markdown_get_block (markdown, 0), NULL, blocks);
  GtkWidget *widget = g_object_ref_sink (table->widget);
  g_autoptr (GString) spoken = g_string_new (NULL);

  for (guint i = 0; i < table->n_rows; i++)
    {
      g_autofree char *row = carrel_document_table_dup_spoken (
          table, carrel_document_table_get_cell (table, i, 0), TRUE);

      g_string_append_printf (spoken, "%s\n", row);
    }
  carrel_document_table_free (table);
  g_object_unref (widget);
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

static void
tables_say_their_size_in_words_that_fit (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *small = dup_table_spoken ("| Day |\n|---|\n| Monday |\n");
  g_autofree char *large
      = dup_table_spoken ("| Day | Room |\n|---|---|\n| Monday | 5 |\n| Friday | 7 |\n");

  g_assert_cmpstr (small, ==, "Table with 1 row. 1 column: Day\nMonday, row 1 of 1.\n");
  g_assert_cmpstr (large, ==,
                   "Table with 2 rows. 2 columns: Day, Room\nMonday, 5, row 1 of 2.\n"
                   "Friday, 7, row 2 of 2.\n");
}

static void
add (const char *name, void (*run) (ViewFixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/views/syllabus-view/", name, NULL);

  g_test_add (path, ViewFixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  add ("card-says-what-its-rules-are-of", card_says_what_its_rules_are_of);
  add ("note-stands-below-its-section", note_stands_below_its_section);
  add ("note-is-found-on-the-page", note_is_found_on_the_page);
  add ("note-is-kept-when-its-dialog-is-left", note_is_kept_when_its_dialog_is_left);
  add ("note-that-cannot-be-saved-stays", note_that_cannot_be_saved_stays);
  add ("note-is-given-up-by-cancel", note_is_given_up_by_cancel);
  add ("reading-position-outlives-a-note", reading_position_outlives_a_note);
  add ("words-are-set-apart-at-once", words_are_set_apart_at_once);
  add ("links-lose-their-line-at-once", links_lose_their_line_at_once);
  add ("line-focus-follows-the-reader", line_focus_follows_the_reader);
  add ("tables-say-their-size-in-words-that-fit", tables_say_their_size_in_words_that_fit);
  add ("text-that-wraps-has-a-least-width", text_that_wraps_has_a_least_width);
  return g_test_run ();
}
