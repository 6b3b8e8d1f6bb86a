/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The application: opens the store once, reads the command line, has one window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_APPLICATION (carrel_application_get_type ())
G_DECLARE_FINAL_TYPE (CarrelApplication, carrel_application, CARREL, APPLICATION, AdwApplication)

CarrelApplication *carrel_application_new (void);

G_END_DECLS
