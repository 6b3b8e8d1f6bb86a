/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row that tells something and does nothing. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_FACT_ROW (carrel_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (CarrelFactRow, carrel_fact_row, CARREL, FACT_ROW, AdwActionRow)

/* Title and subtitle are plain text. */
GtkWidget *carrel_fact_row_new (const char *title, const char *subtitle);
void carrel_fact_row_set_value (CarrelFactRow *self, const char *value);

G_END_DECLS
