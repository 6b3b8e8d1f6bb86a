/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The settings of a reader as a file that can be taken elsewhere. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean carrel_settings_file_save (GSettings *settings, const char *path, GError **error);
gboolean carrel_settings_file_load (GSettings *settings, const char *path, GError **error);

G_END_DECLS
