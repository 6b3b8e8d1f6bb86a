/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In a sandbox the background portal is asked, which may refuse; elsewhere a file in the folder of
 * what starts with the session says it. Only the switch of the settings does either, never a start
 * of Carrel. What fails turns the switch back, so that it never promises what does not happen. The
 * portal is that of org.freedesktop.portal.Background, version 1. */
#define G_LOG_DOMAIN "carrel-background"

#include "config.h"

#include "carrel-background.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#define KEY     "remind-in-background"
#define PORTAL  "org.freedesktop.portal.Desktop"
#define SANDBOX "/.flatpak-info"

struct _CarrelBackground
{
  GObject parent_instance;

  GApplication *application; /* outlives this, which it owns */
  GSettings *settings;
  gboolean is_held;
  gboolean is_arranged; /* what the switch said when it could last be followed */
  guint response_id;    /* of the subscription to the portal's answer */
  GDBusConnection *bus;
};

enum
{
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarrelBackground, carrel_background, G_TYPE_OBJECT)

static void
hold (CarrelBackground *self)
{
  gboolean is_wanted = g_settings_get_boolean (self->settings, KEY);

  if (is_wanted == self->is_held)
    return;
  self->is_held = is_wanted;
  if (is_wanted)
    g_application_hold (self->application);
  else
    g_application_release (self->application);
}

static char *
dup_autostart_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", APP_ID ".desktop", NULL);
}

/* By its name where that starts this very program, so that it goes on when an update moves it. */
static char *
dup_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *found = g_find_program_in_path ("carrel");
  g_autofree char *real = found != NULL ? realpath (found, NULL) : NULL;

  if (program == NULL || g_strcmp0 (program, real) == 0)
    return g_strdup ("carrel");
  return g_steal_pointer (&program);
}

static gboolean
write_autostart (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *program = dup_program ();
  g_autofree char *text = carrel_background_dup_autostart (program);

  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents (path, text, -1, error);
}

static gboolean
remove_autostart (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) failure = NULL;

  if (g_file_delete (file, NULL, &failure)
      || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
refuse (CarrelBackground *self, const char *reason)
{
  self->is_arranged = !g_settings_get_boolean (self->settings, KEY);
  g_settings_set_boolean (self->settings, KEY, self->is_arranged);
  g_signal_emit (self, signals[REFUSED], 0, reason);
}

/* Outside of a sandbox: a desktop file in the folder of what starts with the session. */
static void
arrange_autostart (CarrelBackground *self, gboolean is_wanted)
{
  g_autofree char *path = dup_autostart_path ();
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;

  if (is_wanted ? write_autostart (path, &error) : remove_autostart (path, &error))
    return;
  if (is_wanted)
    reason = g_strdup_printf (
        /* Translators: the first %s is the path of a file, the second what the system says. */
        _ ("Carrel cannot start with your session, as “%s” cannot be written. Allow yourself to "
           "write in that folder, then switch it on again. (%s)"),
        path, error->message);
  else
    reason = g_strdup_printf (
        /* Translators: the first %s is the path of a file, the second what the system says. */
        _ ("Carrel still starts with your session, as “%s” cannot be removed. Allow yourself to "
           "write in that folder, then switch it off again. (%s)"),
        path, error->message);
  refuse (self, reason);
}

/* Only what was switched on meanwhile can be refused. */
static void
refuse_by_portal (CarrelBackground *self)
{
  if (g_settings_get_boolean (self->settings, KEY))
    refuse (self, _ ("The system does not let Carrel start with your session. Look into the "
                     "settings of the system for what applications may do in the background, "
                     "then switch it on again."));
}

static void
forget_response (CarrelBackground *self)
{
  if (self->response_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->response_id);
  self->response_id = 0;
}

/* The reader, or the rules of the computer, may say no: then the switch goes back. */
static void
on_response_bus_signal_cb (GDBusConnection *bus,
                           const char *sender,
                           const char *path,
                           const char *interface,
                           const char *name,
                           GVariant *parameters,
                           gpointer data)
{
  CarrelBackground *self = CARREL_BACKGROUND (data);
  g_autoptr (GVariant) results = NULL;
  guint32 response;
  gboolean is_granted = FALSE;

  forget_response (self);
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "background", "b", &is_granted);
  if (response != 0 || !is_granted)
    refuse_by_portal (self);
}

static void
on_requested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CarrelBackground) self = CARREL_BACKGROUND (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  const char *path;

  if (self->settings == NULL)
    return;
  if (answer == NULL)
    {
      refuse_by_portal (self);
      return;
    }
  g_variant_get (answer, "(&o)", &path);
  forget_response (self);
  self->response_id = g_dbus_connection_signal_subscribe (
      self->bus, PORTAL, "org.freedesktop.portal.Request", "Response", path, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, on_response_bus_signal_cb, self, NULL);
}

static void
ask_portal (CarrelBackground *self, gboolean is_wanted)
{
  const char *const command[] = { "carrel", "--gapplication-service", NULL };
  GVariantBuilder options;

  self->bus = g_application_get_dbus_connection (self->application);
  if (self->bus == NULL)
    {
      refuse_by_portal (self);
      return;
    }
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_ ("To remind of classes and deadlines")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (is_wanted));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_dbus_connection_call (self->bus, PORTAL, "/org/freedesktop/portal/desktop",
                          "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_requested_cb, g_object_ref (self));
}

static void
on_switched_cb (CarrelBackground *self)
{
  gboolean is_wanted = g_settings_get_boolean (self->settings, KEY);

  hold (self);
  if (is_wanted == self->is_arranged)
    return;
  self->is_arranged = is_wanted;
  if (g_file_test (SANDBOX, G_FILE_TEST_EXISTS))
    ask_portal (self, is_wanted);
  else
    arrange_autostart (self, is_wanted);
}

static void
carrel_background_dispose (GObject *object)
{
  CarrelBackground *self = CARREL_BACKGROUND (object);

  forget_response (self);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (carrel_background_parent_class)->dispose (object);
}

static void
carrel_background_class_init (CarrelBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = carrel_background_dispose;

  /**
   * CarrelBackground::refused:
   * @self: what keeps Carrel going
   * @reason: why the switch was turned back and what to do, translated
   */
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
carrel_background_init (CarrelBackground *self)
{
}

/**
 * carrel_background_new:
 * @application: is held while reminders are wanted without a window; owns the result
 * @settings: say whether they are
 *
 * Returns: (transfer full): what keeps Carrel going
 */
CarrelBackground *
carrel_background_new (GApplication *application, GSettings *settings)
{
  CarrelBackground *self = g_object_new (CARREL_TYPE_BACKGROUND, NULL);

  self->application = application;
  self->settings = g_object_ref (settings);
  self->is_arranged = g_settings_get_boolean (settings, KEY);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (on_switched_cb), self,
                           G_CONNECT_SWAPPED);
  hold (self);
  return self;
}

/* An argument of a command, by the Desktop Entry Specification. */
static char *
quote (const char *program)
{
  g_autoptr (GString) quoted = g_string_new ("\"");

  if (strpbrk (program, " \t\n\"'\\><~|&;$*?#()`%") == NULL)
    return g_strdup (program);
  for (const char *c = program; *c != '\0'; c++)
    {
      if (strchr ("\"`$\\", *c) != NULL)
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *c);
    }
  g_string_append_c (quoted, '"');
  g_string_replace (quoted, "%", "%%", 0);
  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

/**
 * carrel_background_dup_autostart:
 * @program: the name or the path of the program
 *
 * Writes a desktop file by the Desktop Application Autostart Specification.
 *
 * Returns: (transfer full): its text
 */
char *
carrel_background_dup_autostart (const char *program)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *quoted = quote (program);
  g_autofree char *command = g_strconcat (quoted, " --gapplication-service", NULL);

  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Type", "Application");
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Name", "Carrel");
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Exec", command);
  g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "NoDisplay", TRUE);
  g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", TRUE);
  return g_key_file_to_data (file, NULL, NULL);
}
