/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What Carrel is, its version and its licence. */
#pragma once

#include "carrel-dialog.h"

G_BEGIN_DECLS

#define CARREL_TYPE_ABOUT_DIALOG (carrel_about_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelAboutDialog, carrel_about_dialog, CARREL, ABOUT_DIALOG, CarrelDialog)

CarrelDialog *carrel_about_dialog_new (void);

G_END_DECLS
