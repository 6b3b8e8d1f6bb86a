/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the system says now, for the settings that follow it. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

char *carrel_settings_system_dup (const char *key, gboolean is_followed);
void carrel_settings_system_watch (const char *key, GCallback changed, gpointer object);

G_END_DECLS
