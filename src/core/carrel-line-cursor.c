/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each line end is looked for once when places come in order; back, line by line. */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "carrel-line-cursor"

#include "config.h"

#include "carrel-line-cursor.h"

#include <string.h>

static void
start_line (CarrelLineCursor *self, const char *start)
{
  const char *end = memchr (start, '\n', (gsize) (self->text_end - start));

  self->start = start;
  self->end = end != NULL ? end : self->text_end;
}

/**
 * carrel_line_cursor_init:
 * @self: (out): a cursor
 * @text: (transfer none): a text
 * @length: its bytes
 * @number: of its first line
 *
 * Puts the cursor in the first line.
 */
void
carrel_line_cursor_init (CarrelLineCursor *self, const char *text, gsize length, int number)
{
  *self = (CarrelLineCursor){ .text = text, .text_end = text + length, .number = number };
  start_line (self, text);
}

/**
 * carrel_line_cursor_move:
 * @self: a cursor
 * @place: a place in the text, or its end
 *
 * Puts the cursor in the line of @place.
 */
void
carrel_line_cursor_move (CarrelLineCursor *self, const char *place)
{
  while (place > self->end)
    {
      start_line (self, self->end + 1);
      self->number++;
    }
  while (place < self->start)
    {
      const char *above = memrchr (self->text, '\n', (gsize) (self->start - 1 - self->text));

      self->end = self->start - 1;
      self->start = above != NULL ? above + 1 : self->text;
      self->number--;
    }
}
