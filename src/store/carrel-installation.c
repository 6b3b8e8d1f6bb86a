/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder that Carrel was installed into may be moved, and need not be one where the system looks:
 * what belongs to a program is found from the program itself. */
#define G_LOG_DOMAIN "carrel-installation"

#include "config.h"

#include "carrel-installation.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

#define SCHEMA "glib-2.0/schemas/" APP_ID ".gschema.xml"

/* What XDG_DATA_DIRS is where nobody says it, by the XDG Base Directory Specification. */
#define DEFAULT_DIRS "/usr/local/share:/usr/share"

/* NULL for a program that is not installed, such as in the folder that it is built in. */
static char *
dup_share (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *bin = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *share = NULL;
  g_autofree char *schema = NULL;

  if (program == NULL)
    return NULL;
  bin = g_path_get_dirname (program);
  prefix = g_path_get_dirname (bin);
  share = g_build_filename (prefix, "share", NULL);
  schema = g_build_filename (share, SCHEMA, NULL);
  return g_file_test (schema, G_FILE_TEST_EXISTS) ? g_steal_pointer (&share) : NULL;
}

static gboolean
is_listed (const char *dirs, const char *share)
{
  g_auto (GStrv) list = g_strsplit (dirs, G_SEARCHPATH_SEPARATOR_S, -1);
  g_autoptr (GFile) wanted = g_file_new_for_path (share);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autoptr (GFile) dir = g_file_new_for_path (list[i]);

      if (g_file_equal (dir, wanted))
        return TRUE;
    }
  return FALSE;
}

/* Before anybody has asked GLib for the folders of data: settings, icons and help are found there.
 */
static void
add_data_dir (const char *share)
{
  const char *given = g_getenv ("XDG_DATA_DIRS");
  const char *dirs = given != NULL && *given != '\0' ? given : DEFAULT_DIRS;
  g_autofree char *all = NULL;

  if (is_listed (dirs, share))
    return;
  all = g_strconcat (share, G_SEARCHPATH_SEPARATOR_S, dirs, NULL);
  g_setenv ("XDG_DATA_DIRS", all, TRUE);
}

/* A locale that is not installed leaves English, with all its letters; GTK, which asks again, would
 * warn of it. */
static void
set_locale (void)
{
  if (setlocale (LC_ALL, "") != NULL)
    return;
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}

/**
 * carrel_installation_begin:
 *
 * Takes the language of the person, and finds translations and data beside the program. To be
 * called first in a program, while it has one thread.
 */
void
carrel_installation_begin (void)
{
  const char *told = g_getenv ("CARREL_LOCALEDIR");
  g_autofree char *share = dup_share ();
  g_autofree char *locales
      = share != NULL ? g_build_filename (share, "locale", NULL) : g_strdup (LOCALEDIR);

  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, told != NULL ? told : locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (share != NULL)
    add_data_dir (share);
}
