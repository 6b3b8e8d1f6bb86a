/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each asks for a file, does its work, and says in a toast or a report what came of it. */
#define G_LOG_DOMAIN "carrel-data-actions"

#include "config.h"

#include "carrel-data-actions.h"

#include "carrel-settings-file.h"
#include "carrel-store-backup.h"
#include "carrel-window-private.h"

#include <glib/gi18n.h>

static const char *const backup_patterns[] = { "*.carrel-backup", "*.db", NULL };
static const char *const settings_patterns[] = { "*.carrel-settings", NULL };

static char *
dup_path (GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  return g_file_get_path (file);
}

/* @is_done, or else what @error says. */
static void
tell (CarrelWindow *self, gboolean is_done, const char *text, const GError *error)
{
  if (is_done)
    carrel_window_toast (self, text, 0);
  else
    carrel_window_report (self, error->message);
}

static void
on_backup_chosen_cb (GListModel *files, GObject *owner)
{
  CarrelWindow *self = CARREL_WINDOW (owner);
  g_autofree char *path = dup_path (files);
  g_autoptr (GError) error = NULL;
  gboolean is_done = carrel_store_back_up (carrel_window_get_store (self), path, &error);

  tell (self, is_done, _ ("Everything is backed up. The file is private: it holds your scores."),
        error);
}

static void
on_back_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GDateTime) now
      = g_date_time_new_from_unix_local (carrel_clock_get_now (carrel_window_get_clock (data)));
  g_autofree char *name = g_date_time_format (now, "carrel-%Y-%m-%d.carrel-backup");
  const CarrelChoose choose = { CARREL_CHOOSE_NEW_FILE,  _ ("Back up"),  _ ("Back up"), name,
                                _ ("Backups of Carrel"), backup_patterns };

  carrel_compat_choose (GTK_WINDOW (data), &choose, on_backup_chosen_cb, G_OBJECT (data));
}

static void
on_restore_chosen_cb (GListModel *files, GObject *owner)
{
  CarrelWindow *self = CARREL_WINDOW (owner);
  g_autofree char *path = dup_path (files);
  g_autofree char *kept_aside = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done
      = carrel_store_restore (carrel_window_get_store (self), path, &kept_aside, &error);

  if (is_done)
    /* Translators: %s is the path of a file. */
    text = g_strdup_printf (_ ("Restored. What was here before is kept in %s."), kept_aside);
  tell (self, is_done, text, error);
}

static void
on_restore_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  carrel_data_actions_choose_backup (GTK_WINDOW (data), on_restore_chosen_cb, G_OBJECT (data));
}

static void
on_settings_named_cb (GListModel *files, GObject *owner)
{
  CarrelWindow *self = CARREL_WINDOW (owner);
  g_autofree char *path = dup_path (files);
  g_autoptr (GError) error = NULL;
  gboolean is_done = carrel_settings_file_save (carrel_window_get_settings (self), path, &error);

  tell (self, is_done, _ ("The settings are saved."), error);
}

static void
on_save_settings_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const CarrelChoose choose
      = { CARREL_CHOOSE_NEW_FILE, _ ("Save these settings"), _ ("Save"),
          "my.carrel-settings",   _ ("Settings of Carrel"),  settings_patterns };

  carrel_compat_choose (GTK_WINDOW (data), &choose, on_settings_named_cb, G_OBJECT (data));
}

static void
on_settings_chosen_cb (GListModel *files, GObject *owner)
{
  CarrelWindow *self = CARREL_WINDOW (owner);
  g_autofree char *path = dup_path (files);
  g_autoptr (GError) error = NULL;
  gboolean is_done = carrel_settings_file_load (carrel_window_get_settings (self), path, &error);

  tell (self, is_done, _ ("The settings are loaded."), error);
}

static void
on_load_settings_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const CarrelChoose choose = { CARREL_CHOOSE_FILE,       _ ("Load settings"), _ ("Load"), NULL,
                                _ ("Settings of Carrel"), settings_patterns };

  carrel_compat_choose (GTK_WINDOW (data), &choose, on_settings_chosen_cb, G_OBJECT (data));
}

static void
on_copy_path_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *path = carrel_store_get_path (carrel_window_get_store (data));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (data)), path);
  carrel_window_toast (data, _ ("The path is on the clipboard."), 0);
}

static const GActionEntry actions[] = {
  { "back-up", on_back_up_cb, NULL, NULL, NULL },
  { "restore", on_restore_cb, NULL, NULL, NULL },
  { "save-settings", on_save_settings_cb, NULL, NULL, NULL },
  { "load-settings", on_load_settings_cb, NULL, NULL, NULL },
  { "copy-path", on_copy_path_cb, NULL, NULL, NULL },
};

/**
 * carrel_data_actions_install:
 * @self: a window with a store
 *
 * Adds the actions that the group "Data" of the settings offers.
 */
void
carrel_data_actions_install (CarrelWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * carrel_data_actions_choose_backup:
 * @window: the window to stand over
 * @chosen: called with the file, unless the person cancels
 * @owner: handed to @chosen
 *
 * Asks for a backup to restore.
 */
void
carrel_data_actions_choose_backup (GtkWindow *window, CarrelChosen chosen, GObject *owner)
{
  const CarrelChoose choose
      = { CARREL_CHOOSE_FILE,      _ ("Restore a backup"), _ ("Restore"), NULL,
          _ ("Backups of Carrel"), backup_patterns };

  carrel_compat_choose (window, &choose, chosen, owner);
}
