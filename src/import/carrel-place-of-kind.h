/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of several rooms is that of a class. */
#pragma once

#include "carrel-occasion.h"

G_BEGIN_DECLS

gboolean carrel_place_of_kind_pick (const CarrelWords *words,
                                    const char *text,
                                    const CarrelOccasion *occasion,
                                    char **room);

G_END_DECLS
