/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The composition root: makes the clock, the settings and the store, and hands them to the window.
 * Without a store the window says why. */
#define G_LOG_DOMAIN "carrel-application"

#include "config.h"

#include "carrel-application.h"

#include "carrel-appearance.h"
#include "carrel-background.h"
#include "carrel-clock.h"
#include "carrel-data-actions.h"
#include "carrel-example.h"
#include "carrel-importer.h"
#include "carrel-reminder-notifier.h"
#include "carrel-search-provider.h"
#include "carrel-shortcuts.h"
#include "carrel-spoken-once.h"
#include "carrel-store-backup.h"
#include "carrel-store-courses.h"
#include "carrel-window.h"
#include "carrel-zone.h"

#include <glib/gi18n.h>

/* How long a service without a window waits for the next question, in milliseconds. */
#define SERVICE_LINGERS 10000

struct _CarrelApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  CarrelClock *clock;
  CarrelStore *store;
  CarrelAppearance *appearance;
  CarrelReminderWatch *reminders;
  CarrelReminderNotifier *notifier;
  CarrelBackground *background;
  CarrelSearchProvider *search;
  GError *failure; /* why there is no store */

  char *view_id; /* of the command line, until the window shows it */
  char *course_id;
};

G_DEFINE_FINAL_TYPE (CarrelApplication, carrel_application, ADW_TYPE_APPLICATION)

/* So that the first window is not empty. A store that had courses once, and has none now, stays so.
 */
static void
add_example_on_first_run (CarrelApplication *self, gboolean is_first_run)
{
  g_autoptr (CarrelCourse) example = NULL;
  g_autoptr (CarrelPublished) published = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_first_run || g_list_model_get_n_items (carrel_store_get_courses (self->store)) > 0)
    return;
  example = carrel_example_load (&error);
  if (example != NULL)
    published
        = carrel_importer_add_example (self->store, example, carrel_clock_get_today (self->clock),
                                       carrel_clock_get_now (self->clock), &error);
  if (published == NULL)
    g_warning ("The example course cannot be added: %s", error->message);
}

static CarrelWindow *
find_window (CarrelApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL && CARREL_IS_WINDOW (window))
    return CARREL_WINDOW (window);
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (CARREL_IS_WINDOW (link->data))
      return CARREL_WINDOW (link->data);
  return NULL;
}

/* The switch that was turned back is in a window; what is said without one is in the log. */
static void
on_background_refused_cb (CarrelApplication *self, const char *reason)
{
  CarrelWindow *window = find_window (self);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.report", "s", reason);
  else
    g_message ("%s", reason);
}

/* A backup helps only where the file itself is of no use. */
static void
allow_rescue (CarrelApplication *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "rescue");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               carrel_store_error_is_broken (self->failure));
}

static void
open_store (CarrelApplication *self)
{
  g_autofree char *path = carrel_store_dup_default_path ();
  gboolean is_first_run = path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS);

  self->store = carrel_store_open (path, &self->failure);
  allow_rescue (self);
  if (self->store == NULL)
    return;
  add_example_on_first_run (self, is_first_run);
  carrel_store_watch (self->store);
  carrel_search_provider_set_store (self->search, self->store);
  self->reminders = carrel_reminder_watch_new (self->store, self->settings, self->clock);
  self->notifier
      = carrel_reminder_notifier_new (G_APPLICATION (self), self->reminders, self->clock);
  self->background = carrel_background_new (G_APPLICATION (self), self->settings);
  g_signal_connect_object (self->background, "refused", G_CALLBACK (on_background_refused_cb), self,
                           G_CONNECT_SWAPPED);
}

/* A zone that is not known is as none: the system's is shown. */
static void
follow_zone (CarrelApplication *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "time-zone");
  g_autoptr (GTimeZone) zone = *name != '\0' ? carrel_zone_find (name) : NULL;

  carrel_clock_choose_zone (self->clock, zone);
}

static CarrelWindow *
get_window (CarrelApplication *self)
{
  CarrelWindow *window = find_window (self);

  return window != NULL ? window
                        : carrel_window_new (GTK_APPLICATION (self), self->store, self->settings,
                                             self->clock, self->failure);
}

static CarrelWindow *
present_window (CarrelApplication *self)
{
  CarrelWindow *window = get_window (self);

  if (self->course_id != NULL)
    carrel_window_show_course (window, self->course_id);
  if (self->view_id != NULL)
    carrel_window_show_view (window, self->view_id);
  g_clear_pointer (&self->course_id, g_free);
  g_clear_pointer (&self->view_id, g_free);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
on_quit_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (window != NULL && gtk_window_get_transient_for (window) != NULL)
    gtk_window_destroy (window);
  g_application_quit (G_APPLICATION (data));
}

/* A window is made for a store or for none: another one takes its place. */
static CarrelWindow *
open_again (CarrelApplication *self)
{
  CarrelWindow *before = find_window (self);
  CarrelWindow *window;

  g_clear_error (&self->failure);
  open_store (self);
  window = carrel_window_new (GTK_APPLICATION (self), self->store, self->settings, self->clock,
                              self->failure);
  gtk_window_present (GTK_WINDOW (window));
  if (before != NULL)
    gtk_window_destroy (GTK_WINDOW (before));
  return window;
}

static void
on_try_again_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelApplication *self = CARREL_APPLICATION (data);

  if (self->store == NULL)
    open_again (self);
}

static void
on_backup_chosen_cb (GListModel *files, GObject *owner)
{
  CarrelApplication *self = CARREL_APPLICATION (gtk_window_get_application (GTK_WINDOW (owner)));
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *backup = g_file_get_path (file);
  g_autofree char *path = carrel_store_dup_default_path ();
  g_autofree char *kept_aside = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!carrel_store_rescue (path, backup, &kept_aside, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (owner), "win.report", "s", error->message);
      return;
    }
  /* Translators: %s is the path of a file. */
  text = g_strdup_printf (_ ("Restored. What was here before is kept in %s."), kept_aside);
  gtk_widget_activate_action (GTK_WIDGET (open_again (self)), "win.toast", "s", text);
}

static void
on_rescue_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelWindow *window = find_window (CARREL_APPLICATION (data));

  if (window != NULL)
    carrel_data_actions_choose_backup (GTK_WINDOW (window), on_backup_chosen_cb, G_OBJECT (window));
}

/* Opened from outside: by the search of the desktop or from a notification. Each part may be "". */
static void
on_show_fact_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelApplication *self = CARREL_APPLICATION (data);
  const char *view, *course, *fact;
  CarrelWindow *window;

  g_variant_get (parameter, "(&s&s&s)", &view, &course, &fact);
  self->course_id = *course != '\0' ? g_strdup (course) : NULL;
  window = present_window (self);
  if (*view != '\0')
    gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.show-fact", parameter);
}

static void
on_search_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CarrelWindow *window = present_window (CARREL_APPLICATION (data));

  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.search-words", parameter);
}

static const GActionEntry actions[] = {
  { CARREL_SHOW_FACT_ACTION, on_show_fact_activated_cb, "(sss)", NULL, NULL },
  { CARREL_SEARCH_ACTION, on_search_activated_cb, "s", NULL, NULL },
  { "quit", on_quit_activated_cb, NULL, NULL, NULL },
  { "try-again", on_try_again_activated_cb, NULL, NULL, NULL },
  { "rescue", on_rescue_activated_cb, NULL, NULL, NULL },
};

static gboolean
carrel_application_dbus_register (GApplication *application,
                                  GDBusConnection *connection,
                                  const char *object_path,
                                  GError **error)
{
  CarrelApplication *self = CARREL_APPLICATION (application);

  return G_APPLICATION_CLASS (carrel_application_parent_class)
             ->dbus_register (application, connection, object_path, error)
         && carrel_search_provider_export (self->search, connection, object_path, error);
}

static void
carrel_application_dbus_unregister (GApplication *application,
                                    GDBusConnection *connection,
                                    const char *object_path)
{
  carrel_search_provider_unexport (CARREL_APPLICATION (application)->search);
  G_APPLICATION_CLASS (carrel_application_parent_class)
      ->dbus_unregister (application, connection, object_path);
}

static void
carrel_application_startup (GApplication *application)
{
  CarrelApplication *self = CARREL_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (carrel_application_parent_class)->startup (application);
  carrel_spoken_once_begin ();
  /* GTK mirrors only for languages that the program is translated to; tests must not wait. */
  if (g_strcmp0 (g_getenv ("CARREL_DIRECTION"), "rtl") == 0)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  self->settings = g_settings_new (APP_ID);
  self->clock = carrel_clock_new_from_environment (&error);
  if (self->clock == NULL)
    {
      g_warning ("%s", error->message);
      self->clock = carrel_clock_new ();
    }
  follow_zone (self);
  g_signal_connect_object (self->settings, "changed::time-zone", G_CALLBACK (follow_zone), self,
                           G_CONNECT_SWAPPED);
  self->appearance = carrel_appearance_new (self->settings);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  open_store (self);
  carrel_shortcuts_install (GTK_APPLICATION (self));
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SERVICE_LINGERS);
}

static void
carrel_application_activate (GApplication *application)
{
  present_window (CARREL_APPLICATION (application));
}

static void
carrel_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  CarrelWindow *window = present_window (CARREL_APPLICATION (application));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  g_list_store_splice (list, 0, 0, (gpointer *) files, (guint) n_files);
  carrel_window_add_files (window, G_LIST_MODEL (list));
}

/* Runs in the instance that has the window, also for the command line of a second one. */
static int
carrel_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  CarrelApplication *self = CARREL_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GVariant) names
      = g_variant_dict_lookup_value (options, G_OPTION_REMAINING, G_VARIANT_TYPE_BYTESTRING_ARRAY);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_variant_dict_lookup (options, "view", "s", &self->view_id);
  g_variant_dict_lookup (options, "course", "s", &self->course_id);
  for (gsize i = 0; names != NULL && i < g_variant_n_children (names); i++)
    {
      g_autoptr (GVariant) name = g_variant_get_child_value (names, i);

      g_ptr_array_add (files, g_application_command_line_create_file_for_arg (
                                  command_line, g_variant_get_bytestring (name)));
    }
  if (files->len > 0)
    g_application_open (application, (GFile **) files->pdata, (int) files->len, "");
  else
    g_application_activate (application);
  return 0;
}

static int
carrel_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("Carrel %s\n", PACKAGE_VERSION);
  return 0;
}

static void
carrel_application_shutdown (GApplication *application)
{
  CarrelApplication *self = CARREL_APPLICATION (application);

  g_clear_object (&self->appearance);
  g_clear_object (&self->background);
  g_clear_object (&self->notifier);
  g_clear_object (&self->reminders);
  if (self->store != NULL)
    carrel_store_close (self->store);
  G_APPLICATION_CLASS (carrel_application_parent_class)->shutdown (application);
}

static void
carrel_application_finalize (GObject *object)
{
  CarrelApplication *self = CARREL_APPLICATION (object);

  g_clear_object (&self->appearance);
  g_clear_object (&self->search);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_error (&self->failure);
  g_free (self->view_id);
  g_free (self->course_id);
  G_OBJECT_CLASS (carrel_application_parent_class)->finalize (object);
}

static void
carrel_application_class_init (CarrelApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = carrel_application_finalize;
  application_class->dbus_register = carrel_application_dbus_register;
  application_class->dbus_unregister = carrel_application_dbus_unregister;
  application_class->startup = carrel_application_startup;
  application_class->activate = carrel_application_activate;
  application_class->open = carrel_application_open;
  application_class->command_line = carrel_application_command_line;
  application_class->handle_local_options = carrel_application_handle_local_options;
  application_class->shutdown = carrel_application_shutdown;
}

static void
carrel_application_init (CarrelApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "view", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Show a view: syllabus, schedule, office-hours, grades or settings"), N_ ("VIEW") },
    { "course", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Show the course of that id"), N_ ("COURSE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE|FOLDER…]") },
    { NULL },
  };

  self->search = carrel_search_provider_new (G_APPLICATION (self));
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * carrel_application_new:
 *
 * Returns: (transfer full): the application
 */
CarrelApplication *
carrel_application_new (void)
{
  return g_object_new (CARREL_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/io/github/carrel/Carrel", NULL);
}
