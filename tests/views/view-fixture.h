/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with one view of one course, a clock that stands still, and what the view says upwards.
 */
#pragma once

#include <glib/gstdio.h>

#include "carrel-store-courses.h"
#include "carrel-store-versions.h"
#include "carrel-view.h"

typedef struct
{
  char *folder;
  CarrelStore *store;
  CarrelClock *clock;
  GSettings *settings;
  char *course_id;
  GtkWindow *window;
  CarrelView *view;
  GString *said; /* lines "action: text" */
} ViewFixture;

static inline void
on_fixture_said_cb (GSimpleAction *action, GVariant *text, gpointer user_data)
{
  ViewFixture *fixture = user_data;
  gboolean is_one = text != NULL && g_variant_is_of_type (text, G_VARIANT_TYPE_STRING);
  g_autofree char *all = is_one         ? g_variant_dup_string (text, NULL)
                         : text != NULL ? g_variant_print (text, FALSE)
                                        : g_strdup ("");

  g_string_append_printf (fixture->said, "%s: %s\n", g_action_get_name (G_ACTION (action)), all);
}

static inline void
listen_to_view (ViewFixture *fixture)
{
  static const struct
  {
    const char *name;
    const char *type;
  } known[]
      = { { "announce", "s" }, { "toast", "s" },         { "toast-undo", "s" }, { "report", "s" },
          { "open-uri", "s" }, { "show-fact", "(sss)" }, { "publish", NULL } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (
          known[i].name, known[i].type != NULL ? G_VARIANT_TYPE (known[i].type) : NULL);

      g_signal_connect (action, "activate", G_CALLBACK (on_fixture_said_cb), fixture);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (group));
}

static inline void
settle (void)
{
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
}

static inline void
open_store (ViewFixture *fixture, CarrelCourse *course, gint64 now)
{
  const CarrelPublication publication
      = { .sources = "course.md", .source_hash = "hash", .imported_at = now };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (CarrelPublished) published = NULL;

  fixture->folder = g_dir_make_tmp ("carrel-view-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "carrel.db", NULL);
  fixture->store = carrel_store_open (path, &error);
  g_assert_no_error (error);
  published = carrel_store_publish (fixture->store, NULL, course, &publication, NULL, &error);
  g_assert_no_error (error);
  fixture->course_id = g_strdup (published->course_id);
}

static inline void
close_store (ViewFixture *fixture)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  carrel_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  folder = g_dir_open (fixture->folder, 0, NULL);
  for (name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->course_id);
}

static inline void
open_view (ViewFixture *fixture, GType type, CarrelCourse *course, gint64 now, GTimeZone *zone)
{
  open_store (fixture, course, now);
  fixture->clock = carrel_clock_new_fixed (now, zone);
  fixture->settings = g_settings_new ("io.github.carrel.Carrel");
  g_settings_set_string (fixture->settings, "time-format", "12");
  g_settings_set_string (fixture->settings, "first-day", "monday");
  fixture->said = g_string_new (NULL);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 800, 900);
  listen_to_view (fixture);
  fixture->view = g_object_new (type, "store", fixture->store, "clock", fixture->clock, "settings",
                                fixture->settings, "course-id", fixture->course_id, NULL);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  gtk_window_present (fixture->window);
  settle ();
}

static inline void
close_view (ViewFixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (fixture->window);
  settle ();
  g_assert_null (fixture->view);
  close_store (fixture);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->settings);
  g_string_free (fixture->said, TRUE);
}

/* The first widget of a type below another one, in reading order. */
static inline GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The labels that can be seen below a widget, one a line. */
static inline void
append_labels (GtkWidget *root, GString *text)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return;
  if (GTK_IS_LABEL (root))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_labels (child, text);
}

static inline char *
dup_labels (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  append_labels (root, text);
  return g_string_free (text, FALSE);
}
