/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A walk over the lines of a page, and who holds what a line says. */
#pragma once

#include "carrel-occasion.h"

G_BEGIN_DECLS

/* How many lines away a place or a person may be named, so that a long list takes no time by its
 * square. */
#define CARREL_LINE_REACH 60

/* A line of so many bytes is prose without times, so that a line beside it is not slow. */
#define CARREL_LONG_LINE 2000

/* The longest that may stand before a colon and be a label, in bytes. */
#define CARREL_MAX_LABEL 40

/* The longest text that announces what a time behind or below it is, in bytes. */
#define CARREL_MAX_PREFIX 110

/* The most beside the time of a line that says hardly more than that, in bytes. */
#define CARREL_MAX_LEAD 24

typedef struct
{
  const CarrelPage *page;
  GPtrArray *occasions;
  CarrelTimeFlags flags;
  guint index; /* of the line */
  const CarrelPageLine *line;
  const CarrelOccasion *last; /* the last one found, or NULL */
  guint last_index;           /* of its line */
} CarrelLineScanner;

char *carrel_line_scanner_dup_label (const char *text);
const char *carrel_line_scanner_get_lead (const CarrelLineScanner *scanner);
const CarrelBlock *carrel_line_scanner_get_block (const CarrelLineScanner *scanner, guint line);
gboolean carrel_line_scanner_is_about_people (const CarrelLineScanner *scanner);
gboolean carrel_line_scanner_names_person (const CarrelLineScanner *scanner, guint index);
gboolean carrel_line_scanner_is_beside (const CarrelLineScanner *scanner, guint index);
int carrel_line_scanner_find_parent (const CarrelLineScanner *scanner, guint index);
char *carrel_line_scanner_find_person (const CarrelLineScanner *scanner,
                                       const char *prefix,
                                       const char **role);
char *carrel_line_scanner_read_bracketed_name (const CarrelLineScanner *scanner, const char *after);
char *carrel_line_scanner_read_placed_name (const CarrelLineScanner *scanner, const char *after);
char *carrel_line_scanner_read_name_after (const CarrelLineScanner *scanner, const char *after);
char *carrel_line_scanner_read_name_at_end (const CarrelLineScanner *scanner,
                                            const char *after,
                                            char **before);

char *carrel_line_scanner_read_next_person (const CarrelLineScanner *scanner,
                                            const char *lead,
                                            const char *between);

G_END_DECLS
