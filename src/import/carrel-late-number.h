/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A number of a sentence about late work, with the words around it. */
#pragma once

#include "carrel-quantity.h"

G_BEGIN_DECLS

typedef struct
{
  const CarrelWords *words;
  const char *sentence;
  gboolean is_about_late;
  const char *before; /* NEAR bytes at most, up to the number */
  gsize before_length;
  const char *after;
  gsize after_length;
  CarrelQuantity quantity;
} CarrelLateNumber;

gboolean carrel_late_number_occurs_after (const CarrelLateNumber *number,
                                          const char *const *phrases);
gboolean carrel_late_number_occurs_before (const CarrelLateNumber *number,
                                           const char *const *phrases);
gboolean carrel_late_number_follows (const CarrelLateNumber *number, const char *const *phrases);
void carrel_late_number_set (char **field, const CarrelLateNumber *number);
gboolean carrel_late_number_stands_behind (const CarrelLateNumber *number,
                                           const char *const *phrases);
gboolean carrel_late_number_is_capped (const CarrelLateNumber *number);
gint64 carrel_late_number_count_days (const CarrelLateNumber *number);
gboolean carrel_late_number_is_of_late_work (const CarrelLateNumber *number);

G_END_DECLS
