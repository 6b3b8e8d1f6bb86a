/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the other cells of a row say of its weight: how many pieces, of each, drops and parts. */
#pragma once

#include "carrel-weight-columns.h"
#include "carrel-weight.h"

G_BEGIN_DECLS

void carrel_weight_cells_read (const CarrelWeightTable *table,
                               const CarrelTableRow *row,
                               CarrelWeight *weight);

G_END_DECLS
