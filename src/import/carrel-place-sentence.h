/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences that say where classes are: "Class is held at 101 Howard." */
#pragma once

#include "carrel-place.h"

G_BEGIN_DECLS

gboolean
carrel_place_sentence_read (const CarrelWords *words, const char *text, CarrelPlace *place);

G_END_DECLS
