/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds words in all courses. */
#pragma once

#include "carrel-dialog.h"
#include "carrel-store.h"

G_BEGIN_DECLS

#define CARREL_TYPE_SEARCH_DIALOG (carrel_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarrelSearchDialog, carrel_search_dialog, CARREL, SEARCH_DIALOG, CarrelDialog)

CarrelDialog *carrel_search_dialog_new (CarrelStore *store);

void carrel_search_dialog_set_words (CarrelDialog *self, const char *words);

G_END_DECLS
