/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a name that is not empty and not taken. */
#pragma once

#include "carrel-dialog.h"

G_BEGIN_DECLS

#define CARREL_TYPE_NAME_DIALOG (carrel_name_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelNameDialog, carrel_name_dialog, CARREL, NAME_DIALOG, CarrelDialog)

/* Signal: accepted (s) the name. The dialog closes after it, unless it is told that it failed. */

GtkWidget *carrel_name_dialog_new (const char *title, const char *name, const char *const *taken);
void carrel_name_dialog_ask (CarrelNameDialog *self, const char *label);
void carrel_name_dialog_present (CarrelNameDialog *self, GtkWidget *from, const char *subject);
void carrel_name_dialog_fail (CarrelNameDialog *self, const GError *error);

G_END_DECLS
