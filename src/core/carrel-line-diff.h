/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two texts compared line by line. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean is_added; /* else it is removed */
  int line;          /* from 1: of the new text, or of the old one when removed */
  char *text;
} CarrelLineChange;

GPtrArray *carrel_line_diff_new (const char *before, const char *after);

G_END_DECLS
