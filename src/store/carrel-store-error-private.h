/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From SQLite's codes to errors for people; only for the files of the store. */
#pragma once

#include <sqlite3.h>

#include "carrel-store-error.h"

G_BEGIN_DECLS

void carrel_store_error_set_from_sqlite (GError **error, sqlite3 *handle);
void carrel_store_error_set_from_code (GError **error, int code, const char *path);

G_END_DECLS
