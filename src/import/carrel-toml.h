/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* TOML, as the front matter of Hugo and Zola is written: keys, texts, arrays, tables. */
#pragma once

#include "carrel-node.h"

G_BEGIN_DECLS

CarrelNode *carrel_toml_parse (const char *text, gsize length, int line);

G_END_DECLS
