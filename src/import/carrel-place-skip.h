/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What may stand between a time and its place. */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

const char *carrel_place_skip_appointment (const char *text);
const char *carrel_place_skip_hours (const char *text);
const char *carrel_place_skip_leader (const char *text, gboolean *found);
const char *carrel_place_skip_own_office (const char *text);
char *carrel_place_dup_without_remark (const char *text);
gboolean carrel_place_tells_else (const char *text);
gboolean carrel_place_names_days (const CarrelWords *words, const char *text);
gsize carrel_place_find_clause_end (const char *text);

G_END_DECLS
