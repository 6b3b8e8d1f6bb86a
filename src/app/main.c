/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts Carrel. */
#define G_LOG_DOMAIN "carrel"

#include "config.h"

#include "carrel-application.h"

#include "carrel-installation.h"

int
main (int argc, char *argv[])
{
  g_autoptr (CarrelApplication) application = NULL;

  carrel_installation_begin ();
  application = carrel_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
