/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* HTML inside Markdown: whole blocks through libxml2, and single tags between words. */
#pragma once

#include "carrel-block-builder.h"

G_BEGIN_DECLS

/* Where a piece of HTML stands. */
typedef struct
{
  int line; /* of its first byte */
  guint8 quote_depth;
  guint8 list_depth;
} CarrelHtmlPlace;

void carrel_html_reader_add_blocks (CarrelBlockBuilder *builder,
                                    const char *html,
                                    gsize length,
                                    const CarrelHtmlPlace *place);
void carrel_html_reader_add_tag (CarrelBlockBuilder *builder, const char *tag, gsize length);

G_END_DECLS
