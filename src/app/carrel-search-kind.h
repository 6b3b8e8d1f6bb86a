/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What kinds of facts a search finds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *carrel_search_kind_get_view (const char *kind);
const char *carrel_search_kind_get_name (const char *kind);

G_END_DECLS
