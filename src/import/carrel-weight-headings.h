/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights in headings: "### Homework (60%)". */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

void carrel_weight_headings_collect (const CarrelPage *page, GPtrArray *lists);

G_END_DECLS
