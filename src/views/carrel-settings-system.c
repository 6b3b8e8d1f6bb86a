/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One function a key. Light or dark, contrast and motion of the system can only be seen while they
 * are followed; otherwise nothing is said rather than something old. */
#define G_LOG_DOMAIN "carrel-settings-system"

#include "config.h"

#include "carrel-settings-system.h"

#include "carrel-format.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define FIVE_PM (17 * 60)

static char *
dup_scheme (void)
{
  return g_strdup (adw_style_manager_get_dark (adw_style_manager_get_default ()) ? _ ("dark")
                                                                                 : _ ("light"));
}

static char *
dup_contrast (void)
{
  return g_strdup (adw_style_manager_get_high_contrast (adw_style_manager_get_default ())
                       ? C_ ("contrast", "high")
                       : C_ ("contrast", "usual"));
}

static char *
dup_motion (void)
{
  gboolean is_moving = TRUE;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &is_moving, NULL);
  return g_strdup (is_moving ? _ ("things move") : _ ("reduced"));
}

static char *
dup_clock (void)
{
  return carrel_format_minutes (FIVE_PM, CARREL_FORMAT_DEFAULT);
}

static char *
dup_first_day (void)
{
  return g_strdup (carrel_format_weekday (carrel_format_get_first_day ()));
}

static char *
dup_face (void)
{
  g_autofree char *name = NULL;
  PangoFontDescription *description = NULL;
  char *family = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, NULL);
  description = pango_font_description_from_string (name != NULL ? name : "Sans");
  family = g_strdup (pango_font_description_get_family (description));
  pango_font_description_free (description);
  return family;
}

static gpointer
get_style_manager (void)
{
  return adw_style_manager_get_default ();
}

static gpointer
get_gtk_settings (void)
{
  return gtk_settings_get_default ();
}

typedef struct
{
  const char *key;
  char *(*dup) (void);
  gboolean only_followed;
  gpointer (*get_source) (void); /* that tells of a change, or NULL */
  const char *signal;
} System;

static const System systems[] = {
  { "color-scheme", dup_scheme, TRUE, get_style_manager, "notify::dark" },
  { "contrast", dup_contrast, TRUE, get_style_manager, "notify::high-contrast" },
  { "motion", dup_motion, TRUE, get_gtk_settings, "notify::gtk-enable-animations" },
  { "time-format", dup_clock, FALSE, NULL, NULL },
  { "first-day", dup_first_day, FALSE, NULL, NULL },
  { "font-family", dup_face, FALSE, get_gtk_settings, "notify::gtk-font-name" },
};

static const System *
find_system (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    if (g_str_equal (systems[i].key, key))
      return &systems[i];
  return NULL;
}

/**
 * carrel_settings_system_dup:
 * @key: a key of the settings
 * @is_followed: whether it follows the system now
 *
 * Returns: (transfer full) (nullable): what the system says, translated; %NULL when that is not
 *   known
 */
char *
carrel_settings_system_dup (const char *key, gboolean is_followed)
{
  const System *system = find_system (key);

  if (system == NULL || (system->only_followed && !is_followed))
    return NULL;
  return system->dup ();
}

/**
 * carrel_settings_system_watch:
 * @key: a key of the settings
 * @changed: called with @object when the system says something else
 * @object: a #GObject; when it goes, it is called no more
 */
void
carrel_settings_system_watch (const char *key, GCallback changed, gpointer object)
{
  const System *system = find_system (key);

  if (system != NULL && system->get_source != NULL)
    g_signal_connect_object (system->get_source (), system->signal, changed, object,
                             G_CONNECT_SWAPPED);
}
