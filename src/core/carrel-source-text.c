/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was read of the source is never read again, nor is the one byte behind it when a text goes
 * on with something else, such as a line break, or ends: that byte is a line end, a pipe or the
 * markup that comes next, which the parser has found before. */
#define G_LOG_DOMAIN "carrel-source-text"

#include "config.h"

#include "carrel-source-text.h"

#include <string.h>

static gboolean
is_in_source (const CarrelSourceText *self, const char *piece)
{
  return self->source != NULL && piece >= self->source && piece < self->source_end;
}

/* Whether there is room in the source for a piece behind the text. */
static gboolean
has_room (const CarrelSourceText *self, const char *piece, gsize length)
{
  if (is_in_source (self, piece))
    return piece >= self->text + self->length;
  return self->text + self->length + length <= self->limit + 1;
}

static void
move_aside (CarrelSourceText *self)
{
  g_string_truncate (self->side, 0);
  g_string_append_len (self->side, self->text, (gssize) self->length);
  self->limit = NULL;
}

/**
 * carrel_source_text_init:
 * @self: (out): a place for texts
 * @source: (nullable) (transfer none): what pieces are read from; is written over, ends with NUL
 * @length: its bytes
 */
void
carrel_source_text_init (CarrelSourceText *self, char *source, gsize length)
{
  *self = (CarrelSourceText){ .source = source, .side = g_string_new (NULL) };
  self->source_end = source != NULL ? source + length : NULL;
  carrel_source_text_open (self);
}

/**
 * carrel_source_text_clear:
 * @self: a place for texts
 */
void
carrel_source_text_clear (CarrelSourceText *self)
{
  g_string_free (self->side, TRUE);
  self->side = NULL;
}

/**
 * carrel_source_text_open:
 * @self: a place for texts
 *
 * Starts an empty text.
 */
void
carrel_source_text_open (CarrelSourceText *self)
{
  if (self->side->len > 0)
    g_string_truncate (self->side, 0);
  self->text = self->side->str;
  self->length = 0;
  self->limit = NULL;
}

/**
 * carrel_source_text_skip:
 * @self: a place for texts
 * @piece: of the source, or anything else
 * @length: its bytes
 *
 * Notes that a piece was read that does not become text as it is.
 */
void
carrel_source_text_skip (CarrelSourceText *self, const char *piece, gsize length)
{
  if (self->limit != NULL && is_in_source (self, piece) && piece + length > self->limit)
    self->limit = (char *) piece + length;
}

/**
 * carrel_source_text_add:
 * @self: a place for texts
 * @piece: of the source, or anything else
 * @length: its bytes
 */
void
carrel_source_text_add (CarrelSourceText *self, const char *piece, gsize length)
{
  if (self->length == 0 && length > 0 && is_in_source (self, piece))
    {
      self->text = (char *) piece;
      self->length = length;
      self->limit = self->text + length;
      return;
    }
  if (self->limit != NULL && has_room (self, piece, length))
    {
      char *end = self->text + self->length;

      carrel_source_text_skip (self, piece, length);
      if (end != piece)
        memmove (end, piece, length);
      self->length += length;
      return;
    }
  if (self->limit != NULL)
    move_aside (self);
  g_string_append_len (self->side, piece, (gssize) length);
  self->text = self->side->str;
  self->length = self->side->len;
}

/**
 * carrel_source_text_truncate:
 * @self: a place for texts
 * @length: no more than the text has
 */
void
carrel_source_text_truncate (CarrelSourceText *self, gsize length)
{
  self->length = length;
  if (self->limit == NULL)
    g_string_truncate (self->side, length);
}

/**
 * carrel_source_text_close:
 * @self: a place for texts
 * @arena: where a text goes that has no room in the source
 *
 * Ends the text; what is added before the next one is opened gets lost.
 *
 * Returns: (transfer none): the text, ended by NUL
 */
const char *
carrel_source_text_close (CarrelSourceText *self, CarrelArena *arena)
{
  const char *text = "";

  if (self->limit != NULL && self->text + self->length <= self->limit)
    {
      self->text[self->length] = '\0';
      text = self->text;
    }
  else if (self->length > 0)
    text = carrel_arena_copy_text (arena, self->text, self->length);
  carrel_source_text_open (self);
  return text;
}
