/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names with numbers that a total below them explains. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

void carrel_weight_tally_collect (const CarrelPage *page, GPtrArray *lists);

G_END_DECLS
