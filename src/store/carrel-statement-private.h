/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making statements; only for carrel-database.c. */
#pragma once

#include <sqlite3.h>

#include "carrel-statement.h"

G_BEGIN_DECLS

CarrelStatement *carrel_statement_new (sqlite3 *handle, const char *sql, GError **error);

G_END_DECLS
