/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines of text to be read one by one and copied, such as the steps of a calculation. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_STEPS_DIALOG (carrel_steps_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelStepsDialog, carrel_steps_dialog, CARREL, STEPS_DIALOG, CarrelDialog)

GtkWidget *carrel_steps_dialog_new (CarrelView *view, const char *title, const char *text);

G_END_DECLS
