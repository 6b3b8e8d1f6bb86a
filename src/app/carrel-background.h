/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps Carrel going without a window, when the reader wants reminders then. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CARREL_TYPE_BACKGROUND (carrel_background_get_type ())
G_DECLARE_FINAL_TYPE (CarrelBackground, carrel_background, CARREL, BACKGROUND, GObject)

CarrelBackground *carrel_background_new (GApplication *application, GSettings *settings);
char *carrel_background_dup_autostart (const char *program);

G_END_DECLS
