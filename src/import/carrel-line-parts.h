/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who and where, in a line that says nothing but these and when. */
#pragma once

#include "carrel-occasion.h"

G_BEGIN_DECLS

gboolean carrel_line_parts_read (const CarrelPage *page,
                                 const char *const texts[3],
                                 CarrelOccasion *occasion);

G_END_DECLS
