/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every view of the example course fits into 360 pixels, also when text is twice or three times as
 * large, and none cuts off words of its own, in the language that the environment says. */
#include "config.h"

#include "await-frames.h"
#include "carrel-window.h"

#include "carrel-choice-button.h"
#include "carrel-example.h"
#include "carrel-importer.h"
#include "carrel-notice.h"
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
      if (get_minimum (content) > NARROW)
        {
          tell_of_wide (content, views[i].id, 0);
          g_test_fail ();
        }
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

/* Words of a course may end in an ellipsis, and are in full elsewhere; ours may not. */
static gboolean
is_own (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, CARREL_TYPE_CHOICE_BUTTON) != NULL
         || gtk_widget_get_ancestor (label, ADW_TYPE_VIEW_SWITCHER) != NULL;
}

static gboolean
is_cut (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget)
         && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

static void
tell_of_cut (GtkWidget *widget, const char *view)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (is_cut (widget) && is_own (widget))
    {
      g_test_message ("%s: cut off: %s", view, gtk_label_get_text (GTK_LABEL (widget)));
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
  g_test_add ("/carrel/app/narrow/no-wide-view-cuts-off-words", Fixture, &wide, set_up,
              no_view_cuts_off_words, tear_down);
  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
