/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows that the full-text search looks through. */
#pragma once

#include "carrel-database.h"

G_BEGIN_DECLS

gboolean
carrel_search_index_update (CarrelDatabase *database, const char *course_id, GError **error);
gboolean carrel_search_index_fill (CarrelDatabase *database, GError **error);

G_END_DECLS
