/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every view of the example course fits into 360 pixels, also when text is twice as large. */
#include "config.h"

#include "carrel-window.h"

#include "carrel-example.h"
#include "carrel-importer.h"
#include "carrel-view-list.h"

#include <glib/gstdio.h>

#define NOW    1770837600
#define NARROW 360

/* Milliseconds in which some frames are painted. */
#define FRAMES 300

typedef struct
{
  char *folder;
  CarrelStore *store;
  CarrelClock *clock;
  GSettings *settings;
  CarrelWindow *window;
} Fixture;

static AdwApplication *application;

static gboolean
on_time_over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Layout comes with the frames of the display. */
static void
settle (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (FRAMES, on_time_over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
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
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                GPOINTER_TO_INT (data) * 96 * PANGO_SCALE / 100, NULL);
  g_settings_set (fixture->settings, "window-size", "(ii)", NARROW, 700);
  fixture->window = carrel_window_new (GTK_APPLICATION (application), fixture->store,
                                       fixture->settings, fixture->clock, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
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
  if (!gtk_widget_get_mapped (widget) || get_minimum (widget) <= NARROW)
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
      settle ();
      /* Without the shadow of the window. */
      content = gtk_widget_get_first_child (GTK_WIDGET (fixture->window));
      if (get_minimum (content) > NARROW)
        {
          tell_of_wide (content, views[i].id, 0);
          g_test_fail ();
        }
    }
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, NULL);
  application = ADW_APPLICATION (g_object_new (ADW_TYPE_APPLICATION, "application-id",
                                               "io.github.carrel.Narrow", "flags",
                                               G_APPLICATION_NON_UNIQUE, NULL));
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add ("/carrel/app/narrow/every-view-fits", Fixture, GINT_TO_POINTER (100), set_up,
              every_view_fits, tear_down);
  g_test_add ("/carrel/app/narrow/every-view-fits-with-large-text", Fixture, GINT_TO_POINTER (200),
              set_up, every_view_fits, tear_down);
  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
