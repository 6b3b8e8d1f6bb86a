/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What course sites add to Markdown, blanked or respelled in place: no byte moves, so that offsets
 * and lines stay those of the source. */
#pragma once

#include "carrel-markdown.h"

G_BEGIN_DECLS

void carrel_dialect_clean (char *text, gsize length, CarrelMarkdownFlags flags);

G_END_DECLS
