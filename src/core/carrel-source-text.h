/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A text that grows in pieces of a source and is kept where they stood: text without markup is
 * shorter than the source it is read from, so that nearly none needs room of its own. */
#pragma once

#include "carrel-arena.h"

G_BEGIN_DECLS

typedef struct
{
  char *source; /* written over; NULL if there is none */
  char *source_end;
  GString *side; /* the text where the source has no room for it */

  char *text; /* that is open; not ended by NUL */
  gsize length;
  char *limit; /* the end of what was read of the source; NULL while the text is in side */
} CarrelSourceText;

void carrel_source_text_init (CarrelSourceText *self, char *source, gsize length);
void carrel_source_text_clear (CarrelSourceText *self);

void carrel_source_text_open (CarrelSourceText *self);
void carrel_source_text_skip (CarrelSourceText *self, const char *piece, gsize length);
void carrel_source_text_add (CarrelSourceText *self, const char *piece, gsize length);
void carrel_source_text_truncate (CarrelSourceText *self, gsize length);
const char *carrel_source_text_close (CarrelSourceText *self, CarrelArena *arena);

G_END_DECLS
