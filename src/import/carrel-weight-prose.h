/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights said one a sentence: "Labs make up 30% of the grade. The remaining 70% come from exams."
 */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

gboolean carrel_weight_prose_is_whole (const CarrelWords *words, const char *text);
void carrel_weight_prose_collect (const CarrelPage *page, GPtrArray *lists);

G_END_DECLS
