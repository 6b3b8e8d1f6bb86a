/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A full private backup to one file, and the way back. */
#pragma once

#include "carrel-store.h"

G_BEGIN_DECLS

gboolean carrel_store_back_up (CarrelStore *self, const char *path, GError **error);
gboolean
carrel_store_restore (CarrelStore *self, const char *path, char **kept_aside, GError **error);
gboolean
carrel_store_rescue (const char *path, const char *backup_path, char **kept_aside, GError **error);
gboolean carrel_store_check_backup (const char *path, guint *n_courses, GError **error);

G_END_DECLS
