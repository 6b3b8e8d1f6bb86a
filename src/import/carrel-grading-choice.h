/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of the places of a page with weights grade the course. */
#pragma once

#include "carrel-page.h"
#include "carrel-weight-list.h"

G_BEGIN_DECLS

/* No course has as many parts in its grade, nor says so often what they are. */
#define CARREL_GRADING_MAX_PARTS 200
#define CARREL_GRADING_MAX_LISTS 24

gboolean carrel_grading_is_whole (gint64 sum);
gboolean carrel_grading_leads (const char *text);
gboolean carrel_grading_repeats (const CarrelWeightList *list, const CarrelWeightList *first);
GPtrArray *carrel_grading_choose (const CarrelPage *page, GPtrArray *lists, guint *best);

G_END_DECLS
