/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making search hits; only for carrel-store-search.c. */
#pragma once

#include "carrel-search-hit.h"
#include "carrel-statement.h"

G_BEGIN_DECLS

/* What the search puts around a match in a snippet; no text of a course has these. */
#define CARREL_MATCH_START "\001"
#define CARREL_MATCH_END   "\002"

CarrelSearchHit *carrel_search_hit_new_from_row (CarrelStatement *statement);

G_END_DECLS
