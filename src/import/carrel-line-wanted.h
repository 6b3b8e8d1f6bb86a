/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of the times of a line are those of classes and office hours. */
#pragma once

#include "carrel-occasion-context.h"

G_BEGIN_DECLS

gboolean carrel_line_wanted_is (const CarrelLineScanner *scanner,
                                const CarrelSlot *slot,
                                const CarrelOccasionContext *context,
                                const char *prefix);

G_END_DECLS
