/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups, and settings that travel as a file. */
#pragma once

#include "carrel-compat.h"
#include "carrel-window.h"

G_BEGIN_DECLS

void carrel_data_actions_install (CarrelWindow *self);
void carrel_data_actions_choose_backup (GtkWindow *window, CarrelChosen chosen, GObject *owner);

G_END_DECLS
