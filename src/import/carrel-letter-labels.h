/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters and bounds in labelled lines of their own: "Letter grade: A" above "Percent: 93-100". */
#pragma once

#include "carrel-cutoff.h"
#include "carrel-page.h"

G_BEGIN_DECLS

gboolean carrel_letter_labels_is_of_part (const CarrelPage *page, guint section);
int carrel_letter_labels_read (const CarrelPage *page, GArray *cutoffs);

G_END_DECLS
