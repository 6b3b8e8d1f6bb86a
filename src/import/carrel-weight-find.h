/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which part of the grade a text or a line is about. */
#pragma once

#include "carrel-weight.h"

G_BEGIN_DECLS

gboolean carrel_weight_find_is_named (const CarrelWeight *weight, const char *text, gsize length);
CarrelWeight *carrel_weight_find_named (GPtrArray *weights, const char *text, gsize length);
CarrelWeight *carrel_weight_find_only_named (GPtrArray *weights, const char *text);
CarrelWeight *carrel_weight_find_shortened (GPtrArray *weights, const char *after);
CarrelWeight *carrel_weight_find_by_heading (GPtrArray *weights, const char *heading);
CarrelWeight *carrel_weight_find_on_line (GPtrArray *weights, int line);
CarrelWeight *carrel_weight_find_alone_on_line (GPtrArray *weights, int line);

G_END_DECLS
