/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A walk over the lines of a page, and who holds what a line says. */
#pragma once

#include "carrel-occasion.h"

G_BEGIN_DECLS

/* How many lines away a place or a person may be named, so that a long list takes no time by its
 * square. */
#define CARREL_LINE_REACH 60

typedef struct
{
  const CarrelPage *page;
  GPtrArray *occasions;
  CarrelTimeFlags flags;
  guint index; /* of the line */
  const CarrelPageLine *line;
} CarrelLineScanner;

const CarrelBlock *carrel_line_scanner_get_block (const CarrelLineScanner *scanner, guint line);
int carrel_line_scanner_find_parent (const CarrelLineScanner *scanner, guint index);
char *carrel_line_scanner_find_person (const CarrelLineScanner *scanner,
                                       const char *prefix,
                                       const char **role);
char *carrel_line_scanner_read_name_after (const CarrelLineScanner *scanner, const char *after);
char *carrel_line_scanner_read_name_at_end (const CarrelLineScanner *scanner,
                                            const char *after,
                                            char **before);

G_END_DECLS
