/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Starting with the session: what is written, and that the switch goes back when it cannot be. */
#include "config.h"

#include "carrel-background.h"

#include <glib/gstdio.h>
#include <string.h>

#define KEY "remind-in-background"

typedef struct
{
  GApplication *application;
  GSettings *settings;
  CarrelBackground *background;
  char *folder; /* what starts with the session */
  char *path;
  char *said; /* why the switch went back */
} Fixture;

static void
on_refused_cb (Fixture *fixture, const char *reason)
{
  g_free (fixture->said);
  fixture->said = g_strdup (reason);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->application = g_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);
  fixture->settings = g_settings_new (APP_ID);
  fixture->folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  fixture->path = g_build_filename (fixture->folder, APP_ID ".desktop", NULL);
  g_settings_reset (fixture->settings, KEY);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_config_dir (), 0700), ==, 0);
  fixture->background = carrel_background_new (fixture->application, fixture->settings);
  g_signal_connect_swapped (fixture->background, "refused", G_CALLBACK (on_refused_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->background);
  g_settings_reset (fixture->settings, KEY);
  g_unlink (fixture->path);
  g_rmdir (fixture->path);
  g_rmdir (fixture->folder);
  g_unlink (fixture->folder);
  g_object_unref (fixture->settings);
  g_object_unref (fixture->application);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->said);
}

static void
switch_writes_and_removes_the_file (Fixture *fixture, gconstpointer data)
{
  g_settings_set_boolean (fixture->settings, KEY, TRUE);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  g_settings_set_boolean (fixture->settings, KEY, FALSE);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_null (fixture->said);
}

/* A file where the folder should be stops also those who may write everywhere. */
static void
switch_goes_back_when_the_file_cannot_be_written (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->folder, "", 0, NULL));
  g_settings_set_boolean (fixture->settings, KEY, TRUE);
  g_assert_false (g_settings_get_boolean (fixture->settings, KEY));
  g_assert_nonnull (fixture->said);
  g_assert_nonnull (strstr (fixture->said, fixture->path));
}

static void
switch_stays_on_when_the_file_cannot_be_removed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (fixture->path, "inside", NULL);

  g_settings_set_boolean (fixture->settings, KEY, TRUE);
  g_unlink (fixture->path);
  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_settings_set_boolean (fixture->settings, KEY, FALSE);
  g_assert_true (g_settings_get_boolean (fixture->settings, KEY));
  g_assert_nonnull (fixture->said);
  g_assert_nonnull (strstr (fixture->said, fixture->path));
  g_rmdir (inside);
}

static void
file_that_is_gone_already_is_no_failure (Fixture *fixture, gconstpointer data)
{
  g_settings_set_boolean (fixture->settings, KEY, TRUE);
  g_unlink (fixture->path);
  g_settings_set_boolean (fixture->settings, KEY, FALSE);
  g_assert_false (g_settings_get_boolean (fixture->settings, KEY));
  g_assert_null (fixture->said);
}

static void
autostart_starts_the_program_wherever_it_is (void)
{
  static const char *const programs[][2] = {
    { "carrel", "carrel --gapplication-service" },
    { "/opt/carrel/bin/carrel", "/opt/carrel/bin/carrel --gapplication-service" },
    { "/opt/my \"$x\" 100%/carrel",
      "\"/opt/my \\\"\\$x\\\" 100%%/carrel\" --gapplication-service" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *text = carrel_background_dup_autostart (programs[i][0]);
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_autofree char *command = NULL;

      g_assert_true (g_key_file_load_from_data (file, text, strlen (text), 0, NULL));
      command = g_key_file_get_string (file, G_KEY_FILE_DESKTOP_GROUP, "Exec", NULL);
      g_assert_cmpstr (command, ==, programs[i][1]);
    }
}

static void
add (const char *name, void (*run) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/carrel/app/background/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("switch-writes-and-removes-the-file", switch_writes_and_removes_the_file);
  add ("switch-goes-back-when-the-file-cannot-be-written",
       switch_goes_back_when_the_file_cannot_be_written);
  add ("switch-stays-on-when-the-file-cannot-be-removed",
       switch_stays_on_when_the_file_cannot_be_removed);
  add ("file-that-is-gone-already-is-no-failure", file_that_is_gone_already_is_no_failure);
  g_test_add_func ("/carrel/app/background/autostart-starts-the-program-wherever-it-is",
                   autostart_starts_the_program_wherever_it_is);
  return g_test_run ();
}
