/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions of a course, each with what answers it. */
#pragma once

#include <adwaita.h>

#include "carrel-form-draft.h"
#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_QUESTION_FORM (carrel_question_form_get_type ())
G_DECLARE_FINAL_TYPE (CarrelQuestionForm, carrel_question_form, CARREL, QUESTION_FORM, GtkBox)

GtkWidget *carrel_question_form_new (CarrelCourse *course);
void carrel_question_form_activate_default (CarrelQuestionForm *self);
GtkWidget *carrel_question_form_get_first (CarrelQuestionForm *self);
CarrelFormDraft *carrel_question_form_get_draft (CarrelQuestionForm *self);
void carrel_question_form_offer (CarrelQuestionForm *self, GtkWidget *from, const char *subject);
gboolean carrel_question_form_check (CarrelQuestionForm *self);
gboolean carrel_question_form_apply (CarrelQuestionForm *self,
                                     CarrelStore *store,
                                     const char *course_id,
                                     guint *n_verbs,
                                     GError **error);

G_END_DECLS
