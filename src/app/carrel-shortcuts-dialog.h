/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every key of Carrel, as a list that can be read. */
#pragma once

#include "carrel-dialog.h"

G_BEGIN_DECLS

#define CARREL_TYPE_SHORTCUTS_DIALOG (carrel_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    CarrelShortcutsDialog, carrel_shortcuts_dialog, CARREL, SHORTCUTS_DIALOG, CarrelDialog)

CarrelDialog *carrel_shortcuts_dialog_new (void);

G_END_DECLS
