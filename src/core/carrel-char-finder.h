/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a line has a character that few lines have: looked for in many lines at once. Text may
 * move to the front of its line meanwhile, and be blanked. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char what;
  gsize clear; /* there is none from the last line to here */
} CarrelCharFinder;

gboolean carrel_char_finder_is_in (
    CarrelCharFinder *self, const char *text, gsize length, gsize from, gsize until);

G_END_DECLS
