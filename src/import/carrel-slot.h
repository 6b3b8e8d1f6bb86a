/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The slots of a line: days with times, in either order, several in one line. */
#pragma once

#include "carrel-time-span.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelDays days; /* may be none */
  int start;
  int end;
  gsize from; /* bytes of the text that say it, days included */
  gsize until;
  gboolean is_dated; /* a date stands beside it: it happens once */
} CarrelSlot;

GArray *carrel_slot_read_line (const CarrelWords *words, const char *text, CarrelTimeFlags flags);
gboolean carrel_slot_read_start (const CarrelWords *words,
                                 const char *text,
                                 CarrelTimeFlags flags,
                                 CarrelSlot *slot);

G_END_DECLS
