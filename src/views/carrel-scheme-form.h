/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of one record of a scheme: a group, an item, a cut-off, the rounding. */
#pragma once

#include "carrel-scheme-check.h"
#include "carrel-view.h"

G_BEGIN_DECLS

void carrel_scheme_form_open (CarrelView *view,
                              GtkWidget *from,
                              const CarrelRecordType *type,
                              CarrelSchemePlace *place);
CarrelSchemePlace *carrel_scheme_place_new (CarrelCourse *course,
                                            const char *key,
                                            const char *parent_kind,
                                            const char *parent_key);
void carrel_scheme_place_free (CarrelSchemePlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelSchemePlace, carrel_scheme_place_free)

G_END_DECLS
