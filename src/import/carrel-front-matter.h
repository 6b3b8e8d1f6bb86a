/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page says of itself before its text starts: YAML, TOML, and the forms of other generators.
 */
#pragma once

#include "carrel-node.h"

G_BEGIN_DECLS

gsize carrel_front_matter_split (const char *text, gsize length, CarrelNode **front_matter);

G_END_DECLS
