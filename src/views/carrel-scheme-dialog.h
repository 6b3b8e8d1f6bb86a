/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The scheme of a course as one's own: groups, items, cut-offs and rounding, laid over what is
 * published, with both side by side. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_SCHEME_DIALOG (carrel_scheme_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelSchemeDialog, carrel_scheme_dialog, CARREL, SCHEME_DIALOG, CarrelDialog)

/* Actions: scheme.compare, scheme.discard, scheme.undo. */

GtkWidget *carrel_scheme_dialog_new (CarrelView *view);

G_END_DECLS
