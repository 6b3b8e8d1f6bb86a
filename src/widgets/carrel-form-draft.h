/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was typed into a form that was left without saving. It is kept as long as the application
 * runs, and is in the form again when that is opened the next time. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _CarrelFormDraft CarrelFormDraft;

CarrelFormDraft *carrel_form_draft_new (void);
void carrel_form_draft_free (CarrelFormDraft *self);
void carrel_form_draft_add (CarrelFormDraft *self, GtkWidget *field);
void carrel_form_draft_set_notice (CarrelFormDraft *self, const char *notice);
void carrel_form_draft_offer (CarrelFormDraft *self, GtkWidget *from, const char *key);
const char *carrel_form_draft_get_notice (CarrelFormDraft *self);
gboolean carrel_form_draft_keep (CarrelFormDraft *self);
gboolean carrel_form_draft_leave (CarrelFormDraft *self);
void carrel_form_draft_settle (CarrelFormDraft *self);
void carrel_form_draft_fail (CarrelFormDraft *self, const char *reason);
gboolean carrel_form_draft_is_settled (CarrelFormDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelFormDraft, carrel_form_draft_free)

G_END_DECLS
