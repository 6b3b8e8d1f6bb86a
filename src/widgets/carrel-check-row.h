/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row that is ticked or not: one stop of the keyboard, which says its state. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_CHECK_ROW (carrel_check_row_get_type ())
G_DECLARE_FINAL_TYPE (CarrelCheckRow, carrel_check_row, CARREL, CHECK_ROW, AdwActionRow)

/* Property: active (b). */
GtkWidget *carrel_check_row_new (const char *title, const char *subtitle);
gboolean carrel_check_row_get_active (CarrelCheckRow *self);
void carrel_check_row_set_active (CarrelCheckRow *self, gboolean is_active);

G_END_DECLS
