/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which course a draft is an edition of; only for the files of the store. */
#pragma once

#include "carrel-store.h"

G_BEGIN_DECLS

GPtrArray *carrel_draft_match_list_by_name (CarrelStore *self, CarrelCourse *draft);
char *carrel_draft_match_by_name (CarrelStore *self, CarrelCourse *draft);
char *carrel_draft_match_by_sections (CarrelStore *self, CarrelCourse *draft);
char *carrel_draft_match_by_hash (CarrelStore *self, const char *source_hash);
char *carrel_draft_match_dup_stem (CarrelCourse *draft);

G_END_DECLS
