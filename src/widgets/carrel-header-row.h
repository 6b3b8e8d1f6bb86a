/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The buttons and the title of a dialog's header bar, in as many rows as their words need. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_HEADER_ROW (carrel_header_row_get_type ())
G_DECLARE_FINAL_TYPE (CarrelHeaderRow, carrel_header_row, CARREL, HEADER_ROW, GtkWidget)

CarrelHeaderRow *carrel_header_row_new (AdwHeaderBar *header);
void carrel_header_row_append (CarrelHeaderRow *self, GtkWidget *button);
GtkLabel *carrel_header_row_get_title (CarrelHeaderRow *self);

G_END_DECLS
