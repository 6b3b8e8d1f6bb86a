/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In a sandbox the background portal is asked, which may refuse; elsewhere a file in the folder of
 * what starts with the session says it. Only the switch of the settings does either, never a start
 * of Carrel. The portal is that of org.freedesktop.portal.Background, version 1. */
#define G_LOG_DOMAIN "carrel-background"

#include "config.h"

#include "carrel-background.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define KEY     "remind-in-background"
#define PORTAL  "org.freedesktop.portal.Desktop"
#define SANDBOX "/.flatpak-info"

struct _CarrelBackground
{
  GObject parent_instance;

  GApplication *application; /* outlives this, which it owns */
  GSettings *settings;
  gboolean is_held;
  guint response_id; /* of the subscription to the portal's answer */
  GDBusConnection *bus;
};

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

/* Outside of a sandbox: a desktop file in the folder of what starts with the session. */
static void
write_autostart (gboolean is_wanted)
{
  g_autofree char *path = dup_autostart_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = carrel_background_dup_autostart ("carrel");
  g_autoptr (GError) error = NULL;

  if (!is_wanted)
    g_unlink (path);
  else if (g_mkdir_with_parents (folder, 0700) != 0
           || !g_file_set_contents (path, text, -1, &error))
    g_warning ("%s cannot be written, so Carrel does not start with the session", path);
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
    g_settings_set_boolean (self->settings, KEY, FALSE);
}

static void
on_requested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CarrelBackground) self = CARREL_BACKGROUND (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  const char *path;

  if (answer == NULL || self->settings == NULL)
    return; /* no portal: Carrel goes on until it is ended */
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
    return;
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
  if (g_file_test (SANDBOX, G_FILE_TEST_EXISTS))
    ask_portal (self, is_wanted);
  else
    write_autostart (is_wanted);
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
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (on_switched_cb), self,
                           G_CONNECT_SWAPPED);
  hold (self);
  return self;
}

/**
 * carrel_background_dup_autostart:
 * @program: the name of the program
 *
 * Writes a desktop file by the Desktop Application Autostart Specification.
 *
 * Returns: (transfer full): its text
 */
char *
carrel_background_dup_autostart (const char *program)
{
  return g_strdup_printf (
      "[Desktop Entry]\nType=Application\nName=Carrel\nExec=%s "
      "--gapplication-service\nNoDisplay=true\nX-GNOME-Autostart-enabled=true\n",
      program);
}
