/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Full-text search over the sections, dated rows, people and graded items of all courses. */
#pragma once

#include "carrel-search-hit.h"
#include "carrel-store.h"

G_BEGIN_DECLS

GPtrArray *carrel_store_search (
    CarrelStore *self, const char *words, const char *course_id, guint n_most, GError **error);

G_END_DECLS
