/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts Carrel. */
#define G_LOG_DOMAIN "carrel"

#include "config.h"

#include "carrel-application.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  const char *locales = g_getenv ("CARREL_LOCALEDIR");
  g_autoptr (CarrelApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales != NULL ? locales : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = carrel_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
