/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a newer edition of a course changes, and whether what looks renamed is. */
#pragma once

#include "carrel-importer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_EDITION_REVIEW (carrel_edition_review_get_type ())
G_DECLARE_FINAL_TYPE (CarrelEditionReview, carrel_edition_review, CARREL, EDITION_REVIEW, AdwBin)

void carrel_edition_review_set_plan (CarrelEditionReview *self,
                                     const CarrelImportPlan *plan,
                                     const char *title);
void carrel_edition_review_set_diff (CarrelEditionReview *self,
                                     const CarrelDiff *diff,
                                     const char *heading);
GPtrArray *carrel_edition_review_dup_renames (CarrelEditionReview *self);
GPtrArray *carrel_edition_review_list_given_up (CarrelEditionReview *self);

G_END_DECLS
