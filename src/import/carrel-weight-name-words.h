/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words around the name of a part of a grade; each list ends with NULL. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char *const carrel_weight_name_filler_front[];
extern const char *const carrel_weight_name_filler_back[];
extern const char *const carrel_weight_name_leads[];

G_END_DECLS
