/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The files that publishing writes: all of them or none. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *carrel_publish_files_write (GPtrArray *outputs, GFile *folder, GError **error);
void carrel_publish_files_take_back (GPtrArray *written);
char *carrel_publish_files_dup_folder_name (GFile *folder);

G_END_DECLS
