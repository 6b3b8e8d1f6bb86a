/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares of the pieces of one part in one bracket. */
#pragma once

#include "carrel-weight-mention.h"

G_BEGIN_DECLS

void carrel_weight_series_merge (const char *text, GArray *mentions);

G_END_DECLS
