/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "(4)" and "(three labs)" behind a name. */
#pragma once

#include "carrel-weight.h"

G_BEGIN_DECLS

char *carrel_weight_pieces_dup_bracketed (const char *text);
void carrel_weight_pieces_read (const CarrelWords *words, CarrelWeight *self, const char *text);

G_END_DECLS
