/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo, one user verb at a time, across all families. The store has the read-only
 * properties "can-undo", "can-redo" (b), "undo-label" and "redo-label" (s, translated). */
#pragma once

#include "carrel-store.h"

G_BEGIN_DECLS

gboolean carrel_store_can_undo (CarrelStore *self);
gboolean carrel_store_can_redo (CarrelStore *self);
const char *carrel_store_get_undo_label (CarrelStore *self);
const char *carrel_store_get_redo_label (CarrelStore *self);
gboolean carrel_store_undo (CarrelStore *self, GError **error);
gboolean carrel_store_redo (CarrelStore *self, GError **error);

G_END_DECLS
