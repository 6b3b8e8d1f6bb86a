/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "18.09" as a date, in tables where it can be nothing else. */
#pragma once

#include "carrel-page.h"

G_BEGIN_DECLS

gboolean carrel_dot_dates_are_in (const CarrelBlock *block);
char *carrel_dot_dates_spell_out (char *cell);

G_END_DECLS
