/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights in a formula. */
#pragma once

#include "carrel-weight.h"

G_BEGIN_DECLS

GPtrArray *carrel_weight_formula_read (const char *text);

G_END_DECLS
