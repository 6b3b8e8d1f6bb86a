/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every view of the example course fits into 360 pixels, also when text is twice or three times as
 * large, and none cuts off words of its own, in the language that the environment says. */
#include "config.h"

#include "await-frames.h"
#include "carrel-window.h"

#include "carrel-add-course-dialog.h"
#include "carrel-choice-button.h"
#include "carrel-example.h"
#include "carrel-importer.h"
#include "carrel-name-dialog.h"
#include "carrel-note-dialog.h"
#include "carrel-notice.h"
#include "carrel-publish-dialog.h"
#include "carrel-questions-dialog.h"
#include "carrel-record-dialog.h"
#include "carrel-scheme-dialog.h"
#include "carrel-scores-dialog.h"
#include "carrel-short-name.h"
#include "carrel-steps-dialog.h"
#include "carrel-tab-bar.h"
#include "carrel-versions-dialog.h"
#include "carrel-view-list.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

#define NOW    1770837600
#define NARROW 360
#define WIDE   1000

/* Of what stands in a view, so that the one that is too wide is named. */
#define MARGINS 40

typedef struct
{
  char *folder;
  CarrelStore *store;
  CarrelClock *clock;
  GSettings *settings;
  CarrelWindow *window;
} Fixture;

typedef struct
{
  int text; /* in per cent */
  int width;
} Size;

static AdwApplication *application;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const Size *size = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (CarrelCourse) example = carrel_example_load (&error);
  g_autoptr (CarrelPublished) published = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("carrel-narrow-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "carrel.db", NULL);
  fixture->store = carrel_store_open (path, &error);
  g_assert_no_error (error);
  fixture->clock = carrel_clock_new_fixed (NOW, zone);
  published = carrel_importer_add_example (fixture->store, example,
                                           carrel_clock_get_today (fixture->clock), NOW, &error);
  g_assert_no_error (error);
  fixture->settings = g_settings_new ("io.github.carrel.Carrel");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", size->text * 96 * PANGO_SCALE / 100,
                NULL);
  g_settings_set (fixture->settings, "window-size", "(ii)", size->width, 700);
  fixture->window = carrel_window_new (GTK_APPLICATION (application), fixture->store,
                                       fixture->settings, fixture->clock, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  await_frames (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  carrel_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->clock);
  g_settings_reset (fixture->settings, "window-size");
  g_settings_reset (fixture->settings, "last-view");
  g_clear_object (&fixture->settings);
  folder = g_dir_open (fixture->folder, 0, NULL);
  for (name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static int
get_minimum (GtkWidget *widget)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Names what is wide inside what is wide. */
static void
tell_of_wide (GtkWidget *widget, const char *view, guint depth)
{
  if (!gtk_widget_get_mapped (widget) || get_minimum (widget) <= NARROW - MARGINS)
    return;
  g_test_message ("%s: %*s%s %d", view, (int) depth, "", G_OBJECT_TYPE_NAME (widget),
                  get_minimum (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_of_wide (child, view, depth + 1);
}

static void
check_width (GtkWidget *content, const char *view)
{
  if (get_minimum (content) <= NARROW)
    return;
  tell_of_wide (content, view, 0);
  g_test_fail ();
}

static void
every_view_fits (Fixture *fixture, gconstpointer data)
{
  guint n_views;
  const CarrelViewEntry *views = carrel_view_list_get (&n_views);
  GtkWidget *content = NULL;

  for (guint i = 0; i < n_views; i++)
    {
      carrel_window_show_view (fixture->window, views[i].id);
      await_frames (GTK_WIDGET (fixture->window));
      /* Without the shadow of the window. */
      content = gtk_widget_get_first_child (GTK_WIDGET (fixture->window));
      check_width (content, views[i].id);
    }
}

static GtkWidget *
find_mapped (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped (child, type);
  return found;
}

static void
notice_gives_its_text_the_whole_line (Fixture *fixture, gconstpointer data)
{
  GtkWidget *notice, *label, *button;
  graphene_rect_t text, below;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.report", "s",
                              "Questions about this course");
  await_frames (GTK_WIDGET (fixture->window));
  notice = find_mapped (GTK_WIDGET (fixture->window), CARREL_TYPE_NOTICE);
  g_assert_nonnull (notice);
  label = find_mapped (notice, GTK_TYPE_LABEL);
  button = find_mapped (notice, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_compute_bounds (label, notice, &text));
  g_assert_true (gtk_widget_compute_bounds (button, notice, &below));
  g_assert_cmpfloat (below.origin.y, >=, text.origin.y + text.size.height);
}

static void
assert_toast_is_whole (Fixture *fixture)
{
  GtkWidget *toast = NULL;
  PangoLayout *layout = NULL;
  int height = 0;

  await_frames (GTK_WIDGET (fixture->window));
  toast = find_mapped (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"));
  g_assert_nonnull (toast);
  layout = gtk_label_get_layout (GTK_LABEL (find_mapped (toast, GTK_TYPE_LABEL)));
  g_assert_false (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  g_assert_cmpint (gtk_widget_get_height (toast), >=, height);
}

/* Also one that has to wait until another goes. */
static void
toast_says_all_of_its_text (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[]
      = { "Kept but not saved: what you typed is here again when you open this form.",
          "No application could open this address, and this is the reason why it could not." };
  GtkWidget *toast = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toast", "s", texts[i]);
  assert_toast_is_whole (fixture);
  toast = find_mapped (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"));
  g_signal_emit_by_name (find_mapped (toast, GTK_TYPE_BUTTON), "clicked");
  assert_toast_is_whole (fixture);
}

/* What stands where one cannot scroll: the bar at the top and the tabs. */
static gboolean
is_in_bar (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, ADW_TYPE_HEADER_BAR) != NULL
         || gtk_widget_get_ancestor (label, ADW_TYPE_VIEW_SWITCHER) != NULL;
}

/* A line begins where the language lets one begin, or in the middle of a word. */
static gboolean
is_broken (GtkWidget *widget)
{
  PangoLayout *layout = GTK_IS_LABEL (widget) ? gtk_label_get_layout (GTK_LABEL (widget)) : NULL;
  const PangoLogAttr *attributes = NULL;
  int n_attributes = 0;

  if (layout == NULL)
    return FALSE;
  attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      int start = pango_layout_get_line_readonly (layout, i)->start_index;

      if (!attributes[g_utf8_pointer_to_offset (pango_layout_get_text (layout),
                                                pango_layout_get_text (layout) + start)]
               .is_line_break)
        return TRUE;
    }
  return FALSE;
}

/* Words of a course may end in an ellipsis, and are in full elsewhere; ours may not. */
static gboolean
is_own (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, CARREL_TYPE_CHOICE_BUTTON) != NULL || is_in_bar (label);
}

static gboolean
is_cut (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget)
         && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

/* A button that is beyond the window, or over the one before it. */
static gboolean
is_crowded (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  GtkWidget *before = gtk_widget_get_prev_sibling (widget);
  graphene_rect_t bounds, around, other;

  if (!GTK_IS_BUTTON (widget) || !gtk_widget_compute_bounds (widget, window, &bounds)
      || !gtk_widget_compute_bounds (gtk_widget_get_first_child (window), window, &around))
    return FALSE;
  if (bounds.origin.x < around.origin.x
      || bounds.origin.x + bounds.size.width > around.origin.x + around.size.width)
    return TRUE;
  return before != NULL && gtk_widget_get_mapped (before)
         && gtk_widget_compute_bounds (before, window, &other)
         && graphene_rect_intersection (&bounds, &other, &other) && other.size.width > 1
         && other.size.height > 1;
}

static void
tell_of_cut (GtkWidget *widget, const char *view)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (is_in_bar (widget) && is_crowded (widget))
    {
      g_test_message ("%s: no room: %s", view, G_OBJECT_TYPE_NAME (widget));
      g_test_fail ();
    }
  if (is_cut (widget) && is_own (widget))
    {
      g_test_message ("%s: cut off: %s", view, gtk_label_get_text (GTK_LABEL (widget)));
      g_test_fail ();
    }
  if (is_broken (widget) && is_in_bar (widget))
    {
      g_test_message ("%s: broken: %s", view, gtk_label_get_text (GTK_LABEL (widget)));
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_of_cut (child, view);
}

static void
no_view_cuts_off_words (Fixture *fixture, gconstpointer data)
{
  guint n_views;
  const CarrelViewEntry *views = carrel_view_list_get (&n_views);

  for (guint i = 0; i < n_views; i++)
    {
      carrel_window_show_view (fixture->window, views[i].id);
      await_frames (GTK_WIDGET (fixture->window));
      tell_of_cut (GTK_WIDGET (fixture->window), views[i].id);
    }
}

/* Finds the label that shows the name of the course. */
static const char *
get_shown_name (GtkWidget *name)
{
  GtkWidget *label = find_mapped (name, GTK_TYPE_LABEL);

  g_assert_nonnull (label);
  g_assert_false (is_cut (label));
  g_assert_false (is_broken (label));
  return gtk_label_get_text (GTK_LABEL (label));
}

static void
name_of_the_course_is_short_and_not_cut (Fixture *fixture, gconstpointer data)
{
  GtkWidget *name = find_mapped (GTK_WIDGET (fixture->window), CARREL_TYPE_SHORT_NAME);
  GtkWidget *button = gtk_widget_get_ancestor (name, GTK_TYPE_MENU_BUTTON);

  carrel_short_name_set (CARREL_SHORT_NAME (name), "A long name of many words", "CS 1", "AL");
  await_frames (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (get_shown_name (name), ==, "CS 1");
  g_assert_false (carrel_short_name_is_whole (CARREL_SHORT_NAME (name)));
  carrel_short_name_set (CARREL_SHORT_NAME (name), "Incomprehensibilities", NULL, "IN");
  await_frames (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (get_shown_name (name), ==, "IN");
  g_assert_true (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

static void
name_of_the_course_is_whole (Fixture *fixture, gconstpointer data)
{
  GtkWidget *name = find_mapped (GTK_WIDGET (fixture->window), CARREL_TYPE_SHORT_NAME);

  g_assert_true (carrel_short_name_is_whole (CARREL_SHORT_NAME (name)));
  g_assert_cmpstr (get_shown_name (name), ==,
                   carrel_short_name_get_name (CARREL_SHORT_NAME (name)));
}

static void
check_names (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    {
      g_assert_true (gtk_widget_get_has_tooltip (widget));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
tabs_without_words_have_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = NULL;

  carrel_window_show_view (fixture->window, "settings");
  await_frames (GTK_WIDGET (fixture->window));
  bar = find_mapped (GTK_WIDGET (fixture->window), CARREL_TYPE_TAB_BAR);
  if (carrel_tab_bar_has_words (CARREL_TAB_BAR (bar)))
    {
      g_test_skip ("All words are short in this language");
      return;
    }
  check_names (find_mapped (bar, ADW_TYPE_VIEW_SWITCHER));
}

static void
check_dialog (Fixture *fixture, GType type)
{
  GtkWindow *dialog
      = g_object_new (type, "transient-for", fixture->window, "default-width", NARROW, NULL);

  gtk_window_present (dialog);
  await_frames (GTK_WIDGET (dialog));
  tell_of_cut (GTK_WIDGET (dialog), g_type_name (type));
  check_width (gtk_widget_get_first_child (GTK_WIDGET (dialog)), g_type_name (type));
  gtk_window_destroy (dialog);
}

/* Of a dialog that is not filled, the template is there. */
static void
no_dialog_cuts_off_its_buttons (Fixture *fixture, gconstpointer data)
{
  const GType types[] = {
    CARREL_TYPE_ADD_COURSE_DIALOG, CARREL_TYPE_NAME_DIALOG,      CARREL_TYPE_NOTE_DIALOG,
    CARREL_TYPE_PUBLISH_DIALOG,    CARREL_TYPE_QUESTIONS_DIALOG, CARREL_TYPE_RECORD_DIALOG,
    CARREL_TYPE_SCHEME_DIALOG,     CARREL_TYPE_SCORES_DIALOG,    CARREL_TYPE_STEPS_DIALOG,
    CARREL_TYPE_VERSIONS_DIALOG,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    check_dialog (fixture, types[i]);
}

/* LANGUAGE is asked only in a locale of some language, which the system need not have installed. */
static void
make_locale (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "en_US.UTF-8", NULL);
  const char *const command[] = { "localedef", "-i", "en_US", "-f", "UTF-8", path, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_setenv ("LOCPATH", folder, TRUE);
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
}

static void
remove_locale (const char *folder)
{
  const char *const command[] = { "rm", "-r", folder, NULL };

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
}

/* The direction of a language is otherwise that of GTK's own translation. */
static void
speak_language (void)
{
  const char *language = g_getenv ("LANGUAGE");
  g_autofree char *folder = g_dir_make_tmp ("carrel-locale-XXXXXX", NULL);

  if (language != NULL && *language != '\0')
    make_locale (folder);
  setlocale (LC_ALL, "");
  remove_locale (folder);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("CARREL_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (language == NULL || *language == '\0')
    return;
  /* Else all languages would be tried and be English. */
  g_assert_cmpstr (_ ("Schedule"), !=, "Schedule");
  if (g_str_equal (language, "ar"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

int
main (int argc, char **argv)
{
  static const Size narrow = { 100, NARROW };
  static const Size narrow_and_large = { 200, NARROW };
  static const Size narrow_and_largest = { 300, NARROW };
  static const Size wide = { 100, WIDE };
  int result;

  gtk_test_init (&argc, &argv, NULL);
  speak_language ();
  application = ADW_APPLICATION (g_object_new (
      ADW_TYPE_APPLICATION, "application-id", "io.github.carrel.Narrow", "resource-base-path",
      "/io/github/carrel/Carrel", "flags", G_APPLICATION_NON_UNIQUE, NULL));
  g_application_register (G_APPLICATION (application), NULL, NULL);
  /* The face that GNOME has had since the floor, so that widths are those of many people. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name",
                "Cantarell 11", NULL);
  g_test_add ("/carrel/app/narrow/every-view-fits", Fixture, &narrow, set_up, every_view_fits,
              tear_down);
  g_test_add ("/carrel/app/narrow/every-view-fits-with-large-text", Fixture, &narrow_and_large,
              set_up, every_view_fits, tear_down);
  g_test_add ("/carrel/app/narrow/every-view-fits-with-the-largest-text", Fixture,
              &narrow_and_largest, set_up, every_view_fits, tear_down);
  g_test_add ("/carrel/app/narrow/notice-gives-its-text-the-whole-line", Fixture,
              &narrow_and_largest, set_up, notice_gives_its_text_the_whole_line, tear_down);
  g_test_add ("/carrel/app/narrow/toast-says-all-of-its-text", Fixture, &narrow, set_up,
              toast_says_all_of_its_text, tear_down);
  g_test_add ("/carrel/app/narrow/no-view-cuts-off-words", Fixture, &narrow, set_up,
              no_view_cuts_off_words, tear_down);
  g_test_add ("/carrel/app/narrow/no-view-cuts-off-large-words", Fixture, &narrow_and_large, set_up,
              no_view_cuts_off_words, tear_down);
  g_test_add ("/carrel/app/narrow/no-view-cuts-off-the-largest-words", Fixture, &narrow_and_largest,
              set_up, no_view_cuts_off_words, tear_down);
  g_test_add ("/carrel/app/narrow/no-dialog-cuts-off-its-buttons", Fixture, &narrow_and_large,
              set_up, no_dialog_cuts_off_its_buttons, tear_down);
  g_test_add ("/carrel/app/narrow/no-dialog-cuts-off-its-largest-buttons", Fixture,
              &narrow_and_largest, set_up, no_dialog_cuts_off_its_buttons, tear_down);
  g_test_add ("/carrel/app/narrow/name-of-the-course-is-short-and-not-cut", Fixture,
              &narrow_and_large, set_up, name_of_the_course_is_short_and_not_cut, tear_down);
  g_test_add ("/carrel/app/narrow/name-of-the-course-is-whole", Fixture, &wide, set_up,
              name_of_the_course_is_whole, tear_down);
  g_test_add ("/carrel/app/narrow/tabs-without-words-have-names", Fixture, &narrow_and_largest,
              set_up, tabs_without_words_have_names, tear_down);
  g_test_add ("/carrel/app/narrow/no-wide-view-cuts-off-words", Fixture, &wide, set_up,
              no_view_cuts_off_words, tear_down);
  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
