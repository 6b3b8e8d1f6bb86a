/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a database to the newest schema, one numbered SQL resource after the other. */
#pragma once

#include "carrel-database.h"

G_BEGIN_DECLS

guint carrel_migrator_get_newest (void);
gboolean carrel_migrator_check (CarrelDatabase *database, guint *version, GError **error);
gboolean carrel_migrator_run (CarrelDatabase *database, GError **error);
gboolean carrel_migrator_run_to (CarrelDatabase *database, guint version, GError **error);

G_END_DECLS
