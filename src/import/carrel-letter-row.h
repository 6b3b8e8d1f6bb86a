/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A letter and its bounds in the cells of a row. */
#pragma once

#include "carrel-cutoff.h"
#include "carrel-page.h"

G_BEGIN_DECLS

gboolean carrel_letter_row_is_remark (const char *text);
gboolean carrel_letter_row_is_letter (const char *text, char *letter);
gboolean
carrel_letter_row_read (const CarrelWords *words, const CarrelTableRow *row, CarrelCutoff *cutoff);
gboolean carrel_letter_row_is_labelled (const char *line);
gboolean carrel_letter_row_read_typed (const CarrelWords *words,
                                       const char *letters,
                                       const char *bounds,
                                       GArray *cutoffs);
gboolean carrel_letter_row_read_group (const CarrelWords *words, const char *text, GArray *cutoffs);

G_END_DECLS
