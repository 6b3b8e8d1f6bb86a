/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a class or office hours are, said before their time, and who stands beside the room. */
#pragma once

#include "carrel-occasion.h"
#include "carrel-page.h"

G_BEGIN_DECLS

void
carrel_place_take_before (const CarrelPage *page, CarrelOccasion *occasion, const char *prefix);
gboolean carrel_place_may_be_code (const CarrelPage *page, const char *room);
gboolean carrel_place_is_sure_room (const CarrelWords *words, const char *room);
void carrel_place_split_person (const CarrelWords *words, CarrelOccasion *occasion);

G_END_DECLS
