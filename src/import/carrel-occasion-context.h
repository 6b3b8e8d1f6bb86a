/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a time in a line means. */
#pragma once

#include "carrel-line-scanner.h"

G_BEGIN_DECLS

typedef struct
{
  CarrelOccasionKind kind;
  const char *meeting_kind;
  gboolean is_own;      /* said by the line itself */
  gboolean is_labelled; /* before a colon */
} CarrelOccasionContext;

gboolean carrel_occasion_context_says_meet (const char *prefix);

CarrelOccasionContext carrel_occasion_context_read_own (const CarrelLineScanner *scanner,
                                                        const char *prefix);

CarrelOccasionContext carrel_occasion_context_read_above (const CarrelLineScanner *scanner);

CarrelOccasionContext carrel_occasion_context_read (const CarrelLineScanner *scanner,
                                                    const char *prefix);

G_END_DECLS
