/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores of a file beside the items of a course: which belongs to which, and what would change. */
#pragma once

#include "carrel-gradebook.h"
#include "carrel-scores-csv.h"
#include "carrel-store-scores.h"

G_BEGIN_DECLS

typedef struct
{
  const CarrelScoresCell *cell;    /* of the file */
  const CarrelGradebookItem *item; /* NULL when the course has none of this name */
  gboolean is_used;                /* FALSE leaves it out */
} CarrelScoreMatch;

GPtrArray *carrel_score_match_list (const CarrelScoresStudent *student,
                                    const CarrelGradebook *book);
char *carrel_score_match_dup_before (const CarrelScoreMatch *self, const CarrelGradebook *book);
char *carrel_score_match_dup_after (const CarrelScoreMatch *self, const CarrelGradebook *book);
gboolean carrel_score_match_is_change (const CarrelScoreMatch *self, const CarrelGradebook *book);
GPtrArray *
carrel_score_match_make_scores (const GPtrArray *matches, CarrelGradebook *book, GError **error);

G_END_DECLS
