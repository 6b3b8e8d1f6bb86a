/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import found, before anything is kept: facts by kind, each of which can be left out, and
 * the questions. */
#pragma once

#include <adwaita.h>

#include "carrel-edition-review.h"
#include "carrel-import.h"
#include "carrel-question-form.h"

G_BEGIN_DECLS

#define CARREL_TYPE_DRAFT_REVIEW (carrel_draft_review_get_type ())
G_DECLARE_FINAL_TYPE (CarrelDraftReview, carrel_draft_review, CARREL, DRAFT_REVIEW, AdwBin)

void carrel_draft_review_set_draft (CarrelDraftReview *self, CarrelCourse *draft, GPtrArray *files);
CarrelCourse *carrel_draft_review_dup_draft (CarrelDraftReview *self);
CarrelQuestionForm *carrel_draft_review_get_questions (CarrelDraftReview *self);
CarrelEditionReview *carrel_draft_review_get_edition (CarrelDraftReview *self);
gboolean carrel_draft_review_go_back (CarrelDraftReview *self);
void carrel_draft_review_focus (CarrelDraftReview *self);

G_END_DECLS
