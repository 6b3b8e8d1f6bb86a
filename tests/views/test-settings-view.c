/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The settings: every key has a row that says its value, takes effect at once, and can be reset. */
#include "config.h"

#include "carrel-settings-view.h"

#include "carrel-choice-button.h"
#include "carrel-settings-faces.h"
#include "carrel-settings-row.h"

#include "view-fixture.h"

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (CarrelCourse) course = carrel_record_new (&carrel_course_type);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  course->title = g_strdup ("Systems");
  open_view (fixture, CARREL_TYPE_SETTINGS_VIEW, course, 1705939200, zone);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  g_settings_reset (fixture->settings, "text-size");
  g_settings_reset (fixture->settings, "patterns");
  g_settings_reset (fixture->settings, "time-format");
  g_settings_reset (fixture->settings, "motion");
  g_settings_reset (fixture->settings, "font-family");
  close_view (fixture);
}

static GtkWidget *
find_row_of (GtkWidget *root, const char *key)
{
  if (CARREL_IS_SETTINGS_ROW (root)
      && g_str_equal (carrel_settings_row_get_setting (CARREL_SETTINGS_ROW (root))->key, key))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row_of (child, key);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_row (ViewFixture *fixture, const char *key)
{
  GtkWidget *row = find_row_of (GTK_WIDGET (fixture->view), key);

  g_assert_nonnull (row);
  return row;
}

/* Those are what the window remembers of itself. */
static gboolean
is_of_the_window (const char *key)
{
  static const char *const keys[] = { "window-size",
                                      "window-maximized",
                                      "last-view",
                                      "last-course",
                                      "print-large",
                                      "publish-folders",
                                      "schedule-hidden-kinds",
                                      "schedule-hidden-courses",
                                      "grades-calm",
                                      "reminders-shown",
                                      NULL };

  return g_strv_contains (keys, key);
}

static void
every_key_has_a_row (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (fixture->settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!is_of_the_window (keys[i]))
      g_assert_nonnull (find_row_of (GTK_WIDGET (fixture->view), keys[i]));
}

static void
number_says_its_value (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *spin = find_widget (find_row (fixture, "text-size"), GTK_TYPE_SPIN_BUTTON);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 150);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "text-size"), ==, 150);
  gtk_test_accessible_assert_property (spin, GTK_ACCESSIBLE_PROPERTY_LABEL, "Text size");
  gtk_test_accessible_assert_property (spin, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "150 percent");
}

static void
switch_is_one_stop_that_says_its_state (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, "patterns");

  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  settle ();
  g_assert_false (g_settings_get_boolean (fixture->settings, "patterns"));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_assert_false (gtk_widget_get_can_focus (find_widget (row, GTK_TYPE_SWITCH)));
}

static void
choice_says_name_and_value (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, "time-format");
  GtkWidget *button = find_widget (row, GTK_TYPE_MENU_BUTTON);

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Clock: 12 hours");
  gtk_widget_activate_action (button, "choice.select", "s", "24");
  g_assert_cmpstr (carrel_choice_button_get_selected (
                       CARREL_CHOICE_BUTTON (find_widget (row, CARREL_TYPE_CHOICE_BUTTON))),
                   ==, "24");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Clock: 24 hours");
}

static void
following_the_system_says_what_it_says (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *scheme = find_widget (find_row (fixture, "color-scheme"), GTK_TYPE_MENU_BUTTON);
  GtkWidget *motion = find_widget (find_row (fixture, "motion"), GTK_TYPE_MENU_BUTTON);

  gtk_test_accessible_assert_property (scheme, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Light or dark: Follow the system: light");
  gtk_test_accessible_assert_property (motion, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Motion: Follow the system: reduced");
}

static void
what_the_system_says_is_followed_live (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *motion = find_widget (find_row (fixture, "motion"), GTK_TYPE_MENU_BUTTON);
  GtkWidget *face = find_widget (find_row (fixture, "font-family"), GTK_TYPE_MENU_BUTTON);
  g_autofree char *font = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, "gtk-font-name",
                "Serif 11", NULL);
  gtk_test_accessible_assert_property (motion, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Motion: Follow the system: things move");
  gtk_test_accessible_assert_property (face, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Typeface: Follow the system: Serif");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name", font,
                NULL);
  g_settings_set_string (fixture->settings, "motion", "reduced");
  gtk_test_accessible_assert_property (motion, GTK_ACCESSIBLE_PROPERTY_LABEL, "Motion: Reduced");
}

static void
face_that_is_not_installed_is_named (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *face = find_row (fixture, "font-family");

  g_settings_set_string (fixture->settings, "font-family", "Nowhere Sans");
  g_signal_emit_by_name (face, "map");
  gtk_test_accessible_assert_property (find_widget (face, GTK_TYPE_MENU_BUTTON),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Typeface: Nowhere Sans");
}

static void
faces_that_are_asked_for_stand_first (void)
{
  const char *installed[]
      = { "Zilla", "DejaVu Sans", "OpenDyslexic", "DejaVu Sans", "Atkinson Hyperlegible", NULL };
  g_auto (GStrv) faces = carrel_settings_faces_sort (installed);
  g_autofree char *text = g_strjoinv (", ", faces);

  g_assert_cmpstr (text, ==, "Atkinson Hyperlegible, OpenDyslexic, DejaVu Sans, Zilla");
}

static void
preview_follows_the_clock (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_labels (GTK_WIDGET (fixture->view));
  g_autofree char *after = NULL;

  g_settings_set_string (fixture->settings, "time-format", "24");
  after = dup_labels (GTK_WIDGET (fixture->view));
  g_assert_nonnull (strstr (before, "5–6:20 pm"));
  g_assert_nonnull (strstr (after, "17:00–18:20"));
}

static void
one_key_resets_a_row (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *spin = find_widget (find_row (fixture, "text-size"), GTK_TYPE_SPIN_BUTTON);

  g_settings_set_int (fixture->settings, "text-size", 200);
  g_settings_set_boolean (fixture->settings, "patterns", FALSE);
  gtk_widget_grab_focus (spin);
  gtk_widget_activate_action (spin, "settings-view.reset-row", NULL);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "text-size"), ==, 100);
  g_assert_false (g_settings_get_boolean (fixture->settings, "patterns"));
  g_assert_cmpstr (fixture->said->str, ==, "announce: Text size is as it was at first.\n");
}

static void
one_key_resets_the_page (ViewFixture *fixture, gconstpointer data)
{
  g_settings_set_int (fixture->settings, "text-size", 200);
  g_settings_set_boolean (fixture->settings, "patterns", FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "settings-view.reset-page", NULL);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "text-size"), ==, 100);
  g_assert_true (g_settings_get_boolean (fixture->settings, "patterns"));
}

static void
unknown_zone_is_told_and_not_kept (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *entry = find_widget (find_row (fixture, "time-zone"), GTK_TYPE_ENTRY);
  g_autofree char *zone = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "Europe/Nowhere");
  zone = g_settings_get_string (fixture->settings, "time-zone");
  g_assert_cmpstr (zone, ==, "");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "No such time zone");
}

static void
add (const char *name, void (*run) (ViewFixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/views/settings-view/", name, NULL);

  g_test_add (path, ViewFixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  add ("every-key-has-a-row", every_key_has_a_row);
  add ("number-says-its-value", number_says_its_value);
  add ("switch-is-one-stop-that-says-its-state", switch_is_one_stop_that_says_its_state);
  add ("choice-says-name-and-value", choice_says_name_and_value);
  add ("following-the-system-says-what-it-says", following_the_system_says_what_it_says);
  add ("what-the-system-says-is-followed-live", what_the_system_says_is_followed_live);
  add ("face-that-is-not-installed-is-named", face_that_is_not_installed_is_named);
  g_test_add_func ("/carrel/views/settings-faces/faces-that-are-asked-for-stand-first",
                   faces_that_are_asked_for_stand_first);
  add ("preview-follows-the-clock", preview_follows_the_clock);
  add ("one-key-resets-a-row", one_key_resets_a_row);
  add ("one-key-resets-the-page", one_key_resets_the_page);
  add ("unknown-zone-is-told-and-not-kept", unknown_zone_is_told_and_not_kept);
  return g_test_run ();
}
