/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One SQLite file, opened safely, whose failures are typed. */
#pragma once

#include <gio/gio.h>

#include "carrel-statement.h"

G_BEGIN_DECLS

#define CARREL_TYPE_DATABASE (carrel_database_get_type ())
G_DECLARE_FINAL_TYPE (CarrelDatabase, carrel_database, CARREL, DATABASE, GObject)

CarrelDatabase *carrel_database_open (const char *path, GError **error);
CarrelDatabase *carrel_database_open_read_only (const char *path, GError **error);
void carrel_database_close (CarrelDatabase *self);

const char *carrel_database_get_path (CarrelDatabase *self);
CarrelStatement *carrel_database_prepare (CarrelDatabase *self, const char *sql, GError **error);
gboolean carrel_database_execute (CarrelDatabase *self, const char *sql, GError **error);
gboolean
carrel_database_get_integer (CarrelDatabase *self, const char *sql, gint64 *number, GError **error);
gboolean carrel_database_check (CarrelDatabase *self, GError **error);
gboolean carrel_database_back_up (CarrelDatabase *self, const char *path, GError **error);
gboolean carrel_database_replace (CarrelDatabase *self, CarrelDatabase *source, GError **error);
int carrel_database_count_changes (CarrelDatabase *self);
gint64 carrel_database_get_last_row (CarrelDatabase *self);
gboolean carrel_database_is_in_transaction (CarrelDatabase *self);

G_END_DECLS
