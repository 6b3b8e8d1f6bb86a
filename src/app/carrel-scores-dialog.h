/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The scores of a file before they are stored: which column is which item, what was there and what
 * comes, and what is left out. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-score-match.h"

G_BEGIN_DECLS

#define CARREL_TYPE_SCORES_DIALOG (carrel_scores_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelScoresDialog, carrel_scores_dialog, CARREL, SCORES_DIALOG, CarrelDialog)

CarrelDialog *
carrel_scores_dialog_new (CarrelStore *store, const char *course_id, CarrelScoresCsv *csv);

G_END_DECLS
