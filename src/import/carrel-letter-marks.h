/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of marks in numbers, as other scales have letters. */
#pragma once

#include "carrel-cutoff.h"
#include "carrel-page.h"

G_BEGIN_DECLS

void carrel_letter_marks_read (const CarrelWords *words, const CarrelBlock *block, GArray *cutoffs);

G_END_DECLS
