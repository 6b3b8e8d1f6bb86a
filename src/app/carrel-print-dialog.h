/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what of a view is printed and how large, before a printer or a file is chosen. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-view.h"

G_BEGIN_DECLS

#define CARREL_TYPE_PRINT_DIALOG (carrel_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelPrintDialog, carrel_print_dialog, CARREL, PRINT_DIALOG, CarrelDialog)

CarrelDialog *carrel_print_dialog_new (CarrelView *view);

G_END_DECLS
