/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The help, read inside the application. */
#pragma once

#include "carrel-dialog.h"

G_BEGIN_DECLS

#define CARREL_TYPE_HELP_WINDOW (carrel_help_window_get_type ())
G_DECLARE_FINAL_TYPE (CarrelHelpWindow, carrel_help_window, CARREL, HELP_WINDOW, CarrelDialog)

CarrelHelpWindow *carrel_help_window_new (GSettings *settings);
void carrel_help_window_show_page (CarrelHelpWindow *self, const char *id);
const char *carrel_help_window_get_page (CarrelHelpWindow *self);

G_END_DECLS
