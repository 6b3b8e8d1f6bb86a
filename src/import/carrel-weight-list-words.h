/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that say that a number beside them is a weight of the grade. Each list ends with NULL. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char *const carrel_weight_list_of_the_grade[];
extern const char *const carrel_weight_list_worth[];
extern const char *const carrel_weight_list_weight_of[];

G_END_DECLS
