/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The number of the line that a place in a text is in, for places that come mostly in order. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  const char *text_end;
  const char *start; /* of the line */
  const char *end;   /* of the line: its line end, or the end of the text */
  int number;
} CarrelLineCursor;

void carrel_line_cursor_init (CarrelLineCursor *self, const char *text, gsize length, int number);
void carrel_line_cursor_move (CarrelLineCursor *self, const char *place);

G_END_DECLS
