/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page says about the parts of a grade away from their weights: how many pieces there are
 * and how many of the worst do not count. */
#pragma once

#include "carrel-page.h"
#include "carrel-weight.h"

G_BEGIN_DECLS

void carrel_weight_detail_read (const CarrelPage *page, GPtrArray *weights);

G_END_DECLS
