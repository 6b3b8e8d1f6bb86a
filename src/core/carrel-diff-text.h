/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Differences between two versions as sentences: "Cheng Ma: Friday 1 pm moved to 4 pm." */
#pragma once

#include "carrel-diff.h"
#include "carrel-format.h"

G_BEGIN_DECLS

char *carrel_difference_dup_sentence (const CarrelDifference *difference, CarrelFormatFlags flags);
gboolean carrel_diff_is_told (const CarrelDiff *diff, guint index);
GStrv carrel_diff_dup_sentences (const CarrelDiff *diff, CarrelFormatFlags flags);
char *carrel_diff_dup_summary (const CarrelDiff *diff);
char *carrel_diff_dup_value (gconstpointer record, const char *name, CarrelFormatFlags flags);
char *carrel_diff_dup_fact_name (gpointer record, CarrelCourse *course, CarrelFormatFlags flags);

G_END_DECLS
