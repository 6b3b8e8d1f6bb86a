/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence and a table, to be read cell by cell: every cell says its column. */
#pragma once

#include "carrel-dialog.h"

G_BEGIN_DECLS

#define CARREL_TYPE_TABLE_DIALOG (carrel_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelTableDialog, carrel_table_dialog, CARREL, TABLE_DIALOG, CarrelDialog)

GtkWidget *carrel_table_dialog_new (const char *title, const char *sentence, GPtrArray *rows);
char *carrel_table_dialog_dup_text (CarrelTableDialog *self);

G_END_DECLS
