/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A key file with one group; values are GVariant text. What the window remembers of itself stays at
 * home. Keys that this version does not know, and values that do not fit, are left out. */
#define G_LOG_DOMAIN "carrel-settings-file"

#include "config.h"

#include "carrel-settings-file.h"

#include "carrel-settings-table.h"

#include <glib/gi18n.h>

#define GROUP "Carrel settings"

/**
 * carrel_settings_file_save:
 * @settings: the settings of a reader
 * @path: the path of a file, which is replaced
 * @error: where an error of %G_FILE_ERROR goes
 *
 * Returns: whether the file was written
 */
gboolean
carrel_settings_file_save (GSettings *settings, const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  guint n_settings;
  const CarrelSetting *table = carrel_settings_table_get (&n_settings);

  for (guint i = 0; i < n_settings; i++)
    {
      g_autoptr (GVariant) value = g_settings_get_value (settings, table[i].key);
      g_autofree char *text = g_variant_print (value, FALSE);

      g_key_file_set_string (file, GROUP, table[i].key, text);
    }
  return g_key_file_save_to_file (file, path, error);
}

static void
load_key (GSettings *settings, GSettingsSchemaKey *key, const char *text)
{
  g_autoptr (GVariant) value
      = g_variant_parse (g_settings_schema_key_get_value_type (key), text, NULL, NULL, NULL);

  if (value != NULL && g_settings_schema_key_range_check (key, value))
    g_settings_set_value (settings, g_settings_schema_key_get_name (key), value);
}

/**
 * carrel_settings_file_load:
 * @settings: the settings of a reader
 * @path: the path of a file that carrel_settings_file_save() wrote
 * @error: where an error of %G_KEY_FILE_ERROR or %G_FILE_ERROR goes
 *
 * Returns: whether the file is one of settings; if not, nothing was changed
 */
gboolean
carrel_settings_file_load (GSettings *settings, const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GSettingsSchema) schema = NULL;
  guint n_settings;
  const CarrelSetting *table = carrel_settings_table_get (&n_settings);

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return FALSE;
  if (!g_key_file_has_group (file, GROUP))
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_GROUP_NOT_FOUND,
                   _ ("This file holds no settings of Carrel. Choose one that Carrel saved."));
      return FALSE;
    }
  g_object_get (settings, "settings-schema", &schema, NULL);
  for (guint i = 0; i < n_settings; i++)
    {
      g_autofree char *text = g_key_file_get_string (file, GROUP, table[i].key, NULL);
      g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, table[i].key);

      if (text != NULL)
        load_key (settings, key, text);
    }
  return TRUE;
}
