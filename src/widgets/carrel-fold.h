/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list behind an expander. What stands in it is asked for when it is opened, not before. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARREL_TYPE_FOLD (carrel_fold_get_type ())
G_DECLARE_FINAL_TYPE (CarrelFold, carrel_fold, CARREL, FOLD, AdwBin)

/* Property: label (s). Signal: opened () its rows are wanted. */

gboolean carrel_fold_is_open (CarrelFold *self);
void carrel_fold_set_open (CarrelFold *self, gboolean is_open);
void carrel_fold_show (CarrelFold *self, const char *const *rows);

G_END_DECLS
