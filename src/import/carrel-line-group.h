/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several people who hold one time together, or one each of a line. */
#pragma once

#include "carrel-line-scanner.h"

G_BEGIN_DECLS

GPtrArray *carrel_line_group_find (const CarrelLineScanner *scanner, const char **role);
char *carrel_line_group_read_next (const CarrelLineScanner *scanner,
                                   const char *lead,
                                   const char *between);
char *carrel_line_group_find_owner (char *text);
GPtrArray *carrel_line_group_read_listed (const CarrelLineScanner *scanner,
                                          const char *lead,
                                          const char *after,
                                          const char **rest);
void carrel_line_group_give (const CarrelLineScanner *scanner,
                             CarrelOccasion *occasion,
                             const GPtrArray *names,
                             const char *role);
void carrel_line_group_share (const CarrelLineScanner *scanner, CarrelOccasion *occasion);
void carrel_line_group_share_place (GPtrArray *occasions,
                                    guint from,
                                    const char *text,
                                    const GArray *slots);

G_END_DECLS
