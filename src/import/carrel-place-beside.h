/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A room on a line of its own, above or below times. */
#pragma once

#include "carrel-line-scanner.h"
#include "carrel-place.h"

G_BEGIN_DECLS

gboolean carrel_place_beside_read (const CarrelLineScanner *scanner, CarrelPlace *place);

G_END_DECLS
