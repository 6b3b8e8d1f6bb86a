/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Times of a line that are those of a date. */
#pragma once

#include "carrel-words.h"

G_BEGIN_DECLS

void carrel_slot_dates_mark (GArray *slots, const CarrelWords *words, const char *text);
char *carrel_slot_dates_dup_regular (const char *text);

G_END_DECLS
