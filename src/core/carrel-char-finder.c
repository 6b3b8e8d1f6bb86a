/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A call for each line costs more than looking at its bytes. How far one call looks is limited: a
 * search that starts anew behind each table must not read the rest of the page each time. A line
 * that was not looked at to its end is looked at from its start, where text may have moved. */
#define G_LOG_DOMAIN "carrel-char-finder"

#include "config.h"

#include "carrel-char-finder.h"

#include <string.h>

#define STRETCH 4096

/**
 * carrel_char_finder_is_in:
 * @self: a finder that was asked about earlier lines of @text only
 * @text: a text
 * @length: its bytes
 * @from: a place in a line
 * @until: the end of the line
 *
 * Returns: whether the character stands between @from and @until
 */
gboolean
carrel_char_finder_is_in (
    CarrelCharFinder *self, const char *text, gsize length, gsize from, gsize until)
{
  gsize stop = until + MIN (length - until, STRETCH);
  const char *found;

  if (self->clear >= until)
    return FALSE;
  found = memchr (text + from, self->what, stop - from);
  self->clear = found != NULL ? (gsize) (found - text) : stop;
  return self->clear < until;
}
