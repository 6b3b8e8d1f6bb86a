/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text with spans as plain text: without what is struck out, blanks squeezed, lines trimmed. */
#pragma once

#include "carrel-markdown.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_PLAIN_TEXT_ALL = 0,
  CARREL_PLAIN_TEXT_NO_IMAGES = 1 << 0, /* without the words for pictures */
} CarrelPlainTextFlags;

gsize carrel_plain_text_measure_line (const CarrelInline *content, CarrelPlainTextFlags flags);
void carrel_plain_text_write (const CarrelInline *content, CarrelPlainTextFlags flags, char *plain);

G_END_DECLS
